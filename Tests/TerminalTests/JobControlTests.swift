import Foundation
import TerminalFixtures
import Testing

/// A program in a terminal of its own, under a shell with job control: what only a whole process can show.
@Suite("A program in a terminal", .serialized)
struct JobControlTests {
    @Test("is suspended by Ctrl+Z and by SIGTSTP, and resumed with the screen")
    func suspended() throws {
        for isSignal in [false, true] {
            let run = try Run(
                """
                set -m
                stty -g >>"$LOG"
                "$PROBE" "$LOG" 2>/dev/null
                echo "stopped" >>"$LOG"; stty -g >>"$LOG"
                fg >/dev/null
                echo "ended $?" >>"$LOG"; stty -g >>"$LOG"
                """)
            try run.wait(for: "size 80x24")
            #expect(run.window.isRaw)
            if isSignal { try run.signalProbe(SIGTSTP) } else { run.window.type("\u{1A}") }
            try run.wait(for: "resumed")
            #expect(run.window.isRaw)
            run.window.resize(columns: 40, rows: 20)
            try run.wait(for: "resized(columns: 40, rows: 20)")
            run.window.type("q")
            try run.wait(for: "ended 0")
            let lines = try run.end()
            let settings = lines.filter { $0.contains(":") && $0.firstMatch(of: /^[0-9a-f:]+$/) != nil }
            #expect(settings.count == 3)
            #expect(Set(settings).count == 1)
            #expect(run.window.read().components(separatedBy: "\u{1B}[?1049h").count == 3)
            #expect(run.window.read().components(separatedBy: "\u{1B}[?1049l").count == 3)
        }
    }

    @Test("takes the terminal over again after SIGSTOP and SIGCONT")
    func stopped() throws {
        let run = try Run(
            """
            set -m
            "$PROBE" "$LOG" 2>/dev/null
            stty sane
            fg >/dev/null
            echo "ended $?" >>"$LOG"
            """)
        try run.wait(for: "size")
        try run.signalProbe(SIGSTOP)
        try run.wait(for: "resumed")
        #expect(run.window.isRaw)
        run.window.type("q")
        try run.wait(for: "ended 0")
        #expect(!run.window.isRaw)
        _ = try run.end()
    }

    @Test("waits in the background until it is in front")
    func background() throws {
        let run = try Run(
            """
            set -m
            "$PROBE" "$LOG" 2>/dev/null &
            while ! jobs -s | grep -q Stopped; do sleep 0.01; done
            echo "stopped" >>"$LOG"
            fg >/dev/null
            echo "ended $?" >>"$LOG"
            """)
        try run.wait(for: "size")
        #expect(try run.log().first == "stopped")
        run.window.type("q")
        try run.wait(for: "ended 0")
        _ = try run.end()
    }

    @Test("that is suspended hears when it shall end, and leaves the shell its terminal")
    func endedWhileSuspended() throws {
        let run = try Run(
            """
            set -m
            "$PROBE" "$LOG" 2>/dev/null
            kill %1
            while kill -0 %1 2>/dev/null; do sleep 0.01; done
            echo "all done" >>"$LOG"
            """)
        try run.wait(for: "size")
        run.window.type("\u{1A}")
        try run.wait(for: "all done")
        #expect(try run.log().contains("end"))
        #expect(run.window.read().components(separatedBy: "\u{1B}[?1049h").count == 2)
        _ = try run.end()
    }

    @Test(
        "gives the terminal back whichever way it ends",
        arguments: [("q", 0), ("t", 1), ("e", 3), ("a", 128 + Int(SIGABRT))])
    func ends(key: String, status: Int) throws {
        let run = try Run(plainScript)
        try run.wait(for: "size")
        run.window.type(key)
        try run.wait(for: "ended \(status)")
        try expectRestored(run)
    }

    @Test("gives the terminal back when it is killed, by what it hears and by what it cannot")
    func killed() throws {
        for (signal, mark) in [(SIGTERM, "end"), (SIGINT, "end"), (SIGSEGV, "ended \(128 + SIGSEGV)")] {
            let run = try Run(plainScript)
            try run.wait(for: "size")
            try run.signalProbe(signal)
            try run.wait(for: mark)
            try expectRestored(run)
        }
    }

    @Test("that hangs ends when it is asked for the third time")
    func hanging() throws {
        let run = try Run(plainScript)
        try run.wait(for: "size")
        run.window.type("h")
        try run.wait(for: "character(\"h\")")
        while !(try run.log().contains { $0.hasPrefix("ended") }) {
            try run.signalProbe(SIGTERM)
            usleep(50_000)
        }
        #expect(try run.log().contains("ended \(128 + SIGTERM)"))
        try expectRestored(run)
    }

    @Test("saves and ends when its window is closed")
    func closed() throws {
        let run = try Run(#"trap "" HUP; exec "$PROBE" "$LOG""#)
        try run.wait(for: "size")
        run.window.closeWindow()
        try run.wait(for: "hangup")
        try run.wait(for: "end")
        _ = try run.end()
    }

    private let plainScript = """
        stty -g >>"$LOG"
        ("$PROBE" "$LOG") 2>/dev/null
        echo "ended $?" >>"$LOG"; stty -g >>"$LOG"
        """

    private func expectRestored(_ run: Run) throws {
        let lines = try run.end()
        let settings = lines.filter { $0.firstMatch(of: /^[0-9a-f]+(:[0-9a-f]+)+$/) != nil }
        #expect(settings.count == 2)
        #expect(Set(settings).count == 1)
        #expect(run.window.read().contains("\u{1B}[?1049l"))
    }
}

/// A shell that runs the probe in a pseudo-terminal.
private final class Run {
    struct TooLong: Error { let lines: [String] }

    let window: PseudoTerminal
    private let file: URL
    private let shell: pid_t
    private var isEnded = false

    init(_ script: String) throws {
        window = try PseudoTerminal()
        file = FileManager.default.temporaryDirectory.appendingPathComponent("chiso-probe-\(UUID().uuidString)")
        let folder =
            Bundle.main.executableURL?.deletingLastPathComponent()
            ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        var environment = ProcessInfo.processInfo.environment
        environment["PROBE"] = folder.appendingPathComponent("TerminalProbe").path
        environment["LOG"] = file.path
        environment["TERM"] = "xterm-256color"
        environment["SWIFT_BACKTRACE"] = "enable=no"
        shell = try window.start("/bin/bash", ["--norc", "-c", script], environment: environment)
    }

    deinit {
        if !isEnded {
            kill(shell, SIGKILL)
            waitpid(shell, nil, 0)
        }
        try? FileManager.default.removeItem(at: file)
    }

    func log() throws -> [String] {
        window.read()
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").map(String.init)
    }

    /// Waits for a line that holds the text. The limit only keeps a fault from standing for ever.
    func wait(for text: String) throws {
        for _ in 0..<3000 {
            if try log().contains(where: { $0.contains(text) }) { return }
            usleep(10_000)
        }
        throw TooLong(lines: try log())
    }

    /// Sends a signal to the one process of this run that is the probe.
    func signalProbe(_ signal: Int32) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
            guard let process = pid_t(name), getsid(process) == shell, process != shell,
                let command = try? String(contentsOfFile: "/proc/\(name)/comm", encoding: .utf8),
                command.hasPrefix("TerminalProbe")
            else { continue }
            kill(process, signal)
        }
    }

    /// Waits for the shell's end, and gives the lines.
    func end() throws -> [String] {
        while waitpid(shell, nil, WNOHANG) == 0 {
            window.read()
            usleep(5_000)
        }
        isEnded = true
        return try log()
    }
}
