import Foundation
import Terminal
import TerminalFixtures
import Testing

/// All that takes a terminal over, one after the other, as a process can have but one.
@Suite("A terminal", .serialized)
struct TerminalDeviceTests {
    @Test("is raw while it is open, and as before afterwards")
    func rawMode() throws {
        let window = try PseudoTerminal()
        let before = window.settings
        let device = try TerminalDevice(input: window.terminal, output: window.terminal)
        #expect(window.isRaw)
        #expect(window.read().contains("\u{1B}[?1049h"))
        #expect(window.read().contains("\u{1B}[?2004h"))
        device.close()
        device.close()
        #expect(window.settings == before)
        let written = window.read()
        for end in ["\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[?25h", "\u{1B}[?7h"] { #expect(written.contains(end)) }
        #expect(device.nextEvent(timeout: .zero) == nil)
    }

    @Test("is given back when an error leaves the scope")
    func thrown() throws {
        struct Fault: Error {}
        let window = try PseudoTerminal()
        let before = window.settings
        func work() throws {
            let device = try TerminalDevice(input: window.terminal, output: window.terminal)
            device.write(Array("Đang hỏi".utf8))
            throw Fault()
        }
        #expect(throws: Fault.self) { try work() }
        #expect(window.settings == before)
        #expect(window.read().contains("Đang hỏi"))
        #expect(window.read().hasSuffix("\u{1B}[?1049l"))
    }

    @Test("is taken only once, and only if it is one")
    func refused() throws {
        let window = try PseudoTerminal()
        let device = try TerminalDevice(input: window.terminal, output: window.terminal)
        #expect(throws: TerminalError.inUse) {
            try TerminalDevice(input: window.terminal, output: window.terminal)
        }
        device.close()
        let null = open("/dev/null", O_RDWR)
        defer { close(null) }
        #expect(throws: TerminalError.notATerminal) { try TerminalDevice(input: null, output: window.terminal) }
        try TerminalDevice(input: window.terminal, output: window.terminal).close()
    }

    @Test("tells keys, and Escape by itself")
    func keys() throws {
        let window = try PseudoTerminal()
        let device = try TerminalDevice(input: window.terminal, output: window.terminal)
        #expect(device.nextEvent(timeout: .zero) == nil)
        window.type("ễ\u{1B}[A\u{3}\r\u{1B}[200~một\rhai\u{1B}[201~\u{1B}")
        let keys: [Key] = [.character("ễ"), .up, .control("c"), .enter, .paste("một\nhai"), .escape]
        for key in keys { #expect(device.nextEvent() == .key(key)) }
        window.type("e")
        #expect(device.nextEvent() == .key(.character("e")))
        window.type("\u{302}")
        #expect(device.nextEvent() == .key(.character("\u{302}")))
    }

    @Test("tells its size, and when that changes")
    func size() throws {
        let window = try PseudoTerminal(columns: 40, rows: 20)
        let device = try TerminalDevice(input: window.terminal, output: window.terminal)
        #expect(device.size == TerminalSize(columns: 40, rows: 20))
        window.resize(columns: 100, rows: 30)
        kill(getpid(), SIGWINCH)
        #expect(device.nextEvent() == .resized(columns: 100, rows: 30))
        window.resize(columns: 0, rows: 0)
        #expect(device.size == .usual)
    }

    @Test("that knows no size has the environment's")
    func sizeByEnvironment() throws {
        let window = try PseudoTerminal(columns: 0, rows: 0)
        let sizes = [["COLUMNS": "132", "LINES": "43"]: (132, 43), ["COLUMNS": "-1", "LINES": "x"]: (80, 24)]
        for (environment, size) in sizes {
            let device = try TerminalDevice(
                input: window.terminal, output: window.terminal, environment: environment)
            #expect(device.size == TerminalSize(columns: size.0, rows: size.1))
            device.close()
        }
    }

    @Test("that is closed is told after what was typed, for ever")
    func hangup() throws {
        let window = try PseudoTerminal()
        let device = try TerminalDevice(input: window.terminal, output: window.terminal)
        window.type("5\r")
        #expect(device.nextEvent() == .key(.character("5")))
        window.closeWindow()
        #expect(device.nextEvent() == .key(.enter))
        #expect(device.nextEvent() == .hangup)
        device.write(Array(repeating: 0x20, count: 100_000))
        #expect(device.nextEvent() == .hangup)
        device.close()
    }

    @Test("tells signals from outside, then handles them as before")
    func signals() throws {
        // Whoever started the tests may have them ignored, as nohup does.
        for ignored in [SIGHUP, SIGINT, SIGQUIT] { signal(ignored, SIG_DFL) }
        let window = try PseudoTerminal()
        let device = try TerminalDevice(input: window.terminal, output: window.terminal)
        for signal in [SIGTERM, SIGINT, SIGQUIT] {
            kill(getpid(), signal)
            #expect(device.nextEvent() == .terminated(signal: signal))
        }
        kill(getpid(), SIGCONT)
        #expect(device.nextEvent() == .resumed)
        kill(getpid(), SIGHUP)
        #expect(device.nextEvent() == .hangup)
        device.close()
        var action = sigaction()
        sigaction(SIGTERM, nil, &action)
        #expect(action.__sigaction_handler.sa_handler == nil)
    }

    @Test("that does not read holds nobody up who is asked to end")
    func stalled() throws {
        let window = try PseudoTerminal()
        let device = try TerminalDevice(input: window.terminal, output: window.terminal)
        kill(getpid(), SIGTERM)
        device.write(Array(repeating: UInt8(ascii: "x"), count: 1 << 20))
        #expect(device.nextEvent() == .terminated(signal: SIGTERM))
        window.read()
        device.close()
    }

    @Test("takes all that is written, however slowly it reads")
    func slow() async throws {
        let window = try PseudoTerminal()
        let device = try TerminalDevice(input: window.terminal, output: window.terminal)
        let text = Array(String(repeating: "Mộ Đức ", count: 20_000).utf8)
        let descriptor = window.window
        let reader = Task.detached {
            var count = 0
            var bytes = [UInt8](repeating: 0, count: 1000)
            while count < text.count {
                let new = Foundation.read(descriptor, &bytes, bytes.count)
                if new > 0 { count += new } else { usleep(1000) }
            }
            return count
        }
        device.write(text)
        #expect(await reader.value >= text.count)
        device.close()
    }
}
