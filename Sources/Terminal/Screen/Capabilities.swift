/// What a terminal is believed to be able to do, by the environment.
public struct Capabilities: Hashable, Sendable {
    /// Whether a screen can be painted on it. If not, only line after line can be written.
    public var isFullScreenCapable: Bool
    /// Whether styles may use colour.
    public var hasColour: Bool
    /// Whether it shows UTF-8. If not, text is written in ASCII, Vietnamese letters without their marks.
    public var isUnicode: Bool
    /// Signs and lines that it is sure to show.
    public var glyphs: Glyphs

    /// Capabilities named one by one.
    public init(isFullScreenCapable: Bool, hasColour: Bool, isUnicode: Bool, glyphs: Glyphs) {
        self.isFullScreenCapable = isFullScreenCapable
        self.hasColour = hasColour
        self.isUnicode = isUnicode
        self.glyphs = glyphs
    }

    /// Reads `TERM`, `NO_COLOR` (no-color.org: any value but the empty one) and, for the character set, the first of
    /// `LC_ALL`, `LC_CTYPE` and `LANG` that is set.
    ///
    /// Where no character set is named (no locale, `C`, `POSIX`, `vi_VN`), Vietnamese is written as UTF-8 all the same,
    /// since terminals today read it whatever the locale says, and a wrong guess would take the marks from all names.
    /// Lines and signs are then of ASCII. Only a locale that names another set, as `vi_VN.TCVN` does, is taken at its
    /// word.
    public init(environment: [String: String]) {
        let term = environment["TERM", default: ""].lowercased()
        isFullScreenCapable = !term.isEmpty && !lineTerminals.contains(term)
        hasColour =
            isFullScreenCapable && environment["NO_COLOR", default: ""].isEmpty && !term.isMonochromeTerminal
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        let name = locale.map { $0.prefix { $0 != "@" } } ?? ""
        let set = name.firstIndex(of: ".").map { name[name.index(after: $0)...].filter(\.isLetterOrDigit) } ?? ""
        let isUtf8 = set.lowercased() == "utf8"
        isUnicode = isUtf8 || set.isEmpty
        glyphs = isUtf8 ? .unicode : .ascii
    }
}

/// Terminals that cannot place the cursor by ANSI sequences, or names that say nothing of one.
private let lineTerminals: Set = ["dumb", "unknown", "network", "dialup", "emacs", "lpr", "printer", "vt52"]

extension String {
    /// DEC's terminals before the VT525, and descriptions that say so ("xterm-mono", "linux-m").
    fileprivate var isMonochromeTerminal: Bool {
        let name = prefix { $0 != "-" }
        let isEarly = ["vt1", "vt2", "vt3", "vt4"].contains { name.hasPrefix($0) } && name.count <= 5
        return isEarly || hasSuffix("-m") || hasSuffix("-mono")
    }
}

extension Character {
    fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}
