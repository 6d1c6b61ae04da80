import FormModel
import Foundation
import Messages
import VietText

/// Standard output and standard error: results to the one, messages to the other.
enum Console {
    /// The language of messages; set once the configuration is read.
    nonisolated(unsafe) static var language = Language.vietnamese
    /// Whether only errors are said; set from the options.
    nonisolated(unsafe) static var isQuiet = false

    /// Whether messages are coloured; set from the options.
    nonisolated(unsafe) static var isColoured = false

    /// Writes to standard output. A reader that has gone ends the command quietly, as in any pipe. What a terminal would
    /// obey instead of showing is kept from it; a file or a pipe gets every byte.
    static func out(_ text: String) {
        let shown = isatty(STDOUT_FILENO) == 1 ? text.printable : text
        write(shown.hasSuffix("\n") ? shown : shown + "\n", to: STDOUT_FILENO)
    }

    /// Writes a page of an interview to standard output. Who reads there answers next, so it is on its way at once.
    static func page(_ text: String) { out(text) }

    /// Writes a note to standard error, unless the command is quiet.
    static func note(_ text: String) {
        if !isQuiet { write(text.printable + "\n", to: STDERR_FILENO) }
    }

    /// Writes a note to standard error, unless the command is quiet.
    static func note(_ message: Message) { note(message.text(in: language)) }

    /// Decides about colours once: a person's wish, then NO_COLOR (no-color.org), then whether there is a terminal.
    static func setColours(_ choice: ColorChoice) {
        let environment = ProcessInfo.processInfo.environment
        isColoured =
            switch choice {
            case .always: true
            case .never: false
            case .auto:
                isatty(STDERR_FILENO) == 1 && environment["NO_COLOR", default: ""].isEmpty
                    && environment["TERM", default: "dumb"] != "dumb"
            }
    }

    /// Writes an error to standard error.
    static func error(_ text: String) {
        write("chiso: \(text.printable)\n", to: STDERR_FILENO)
    }

    /// Writes lines to standard error: a diagnostic that carries its own place.
    /// - Parameter emphasis: a part of the text that is coloured, if colours are used.
    static func diagnostic(_ text: String, emphasis: String? = nil) {
        var shown = text.printable
        if isColoured, let emphasis, let range = shown.range(of: emphasis) {
            shown.replaceSubrange(range, with: "\u{1B}[1;31m\(emphasis)\u{1B}[0m")
        }
        write(shown + "\n", to: STDERR_FILENO)
    }

    /// The columns of the terminal that results are shown on; `nil` where they go to a file or a pipe.
    static var width: Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return isKnown ? Int(size.ws_col) : 80
    }

    /// Whether standard error is a terminal, where progress may be shown.
    static var showsProgress: Bool { !isQuiet && isatty(STDERR_FILENO) == 1 }

    /// Shows how far a long task has come, on a terminal only.
    static func progress(_ text: String) {
        if showsProgress { write("\r\u{1B}[K" + text, to: STDERR_FILENO) }
    }

    /// Shows how much of a file was read, as a bar and in percent, and how many records were taken.
    static func progress(_ part: Double?, count: Int) {
        guard showsProgress else { return }
        guard let part else { return progress("\(count)") }
        let filled = Int((part * Double(barWidth)).rounded(.down))
        let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: barWidth - filled)
        progress("[\(bar)] \(Int(part * 100)) %  \(count)")
    }

    private static let barWidth = 30

    /// Takes the progress away.
    static func endProgress() {
        if showsProgress { write("\r\u{1B}[K", to: STDERR_FILENO) }
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { exit(0) }
                guard descriptor == STDOUT_FILENO else { return }
                let facts = ["file": "stdout", "text": String(cString: strerror(errno))]
                error(Message("E-CLI-012", facts).text(in: language))
                exit(ExitStatus.inputOutput.rawValue)
            }
            bytes = bytes.dropFirst(count)
        }
    }
}
