import Terminal
import Testing

@Suite("Capabilities")
struct CapabilitiesTests {
    @Test(
        "know which terminals a screen can be painted on, and in colour",
        arguments: [
            (nil, false, false), ("", false, false), ("dumb", false, false), ("xterm-256color", true, true),
            ("linux", true, true), ("screen", true, true), ("tmux-256color", true, true), ("vt100", true, false),
            ("vt220", true, false), ("xterm-mono", true, false), ("rxvt-unicode", true, true),
        ])
    func term(term: String?, screen: Bool, colour: Bool) {
        var environment = ["LANG": "vi_VN.UTF-8"]
        environment["TERM"] = term
        let capabilities = Capabilities(environment: environment)
        #expect(capabilities.isFullScreenCapable == screen)
        #expect(capabilities.hasColour == colour)
        environment["NO_COLOR"] = "1"
        #expect(!Capabilities(environment: environment).hasColour)
        environment["NO_COLOR"] = ""
        #expect(Capabilities(environment: environment).hasColour == colour)
    }

    @Test(
        "write UTF-8 unless the locale names another character set",
        arguments: [
            ([:], true, false), (["LANG": "C"], true, false), (["LC_ALL": "POSIX"], true, false),
            (["LANG": "vi_VN"], true, false), (["LANG": "vi_VN.UTF-8"], true, true), (["LANG": "C.utf8"], true, true),
            (["LANG": "vi_VN.TCVN"], false, false), (["LANG": "en_US.ISO-8859-1"], false, false),
            (["LC_ALL": "C", "LANG": "vi_VN.UTF-8"], true, false), (["LC_ALL": "", "LANG": "vi_VN.UTF-8"], true, true),
            (["LC_CTYPE": "vi_VN.UTF-8", "LANG": "C"], true, true), (["LANG": "de_DE.UTF-8@euro"], true, true),
        ] as [([String: String], Bool, Bool)])
    func locale(environment: [String: String], unicode: Bool, lines: Bool) {
        let capabilities = Capabilities(environment: environment)
        #expect(capabilities.isUnicode == unicode)
        #expect(capabilities.glyphs == (lines ? .unicode : .ascii))
    }
}
