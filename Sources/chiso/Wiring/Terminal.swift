import FormModel
import Foundation
import VietText

/// Standard output and standard error: results to the one, messages to the other.
enum Terminal {
    /// The language of messages; set once the configuration is read.
    nonisolated(unsafe) static var language = Language.vietnamese
    /// Whether only errors are said; set from the options.
    nonisolated(unsafe) static var isQuiet = false

    /// Writes to standard output. A reader that has gone ends the command quietly, as in any pipe.
    static func out(_ text: String) {
        write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO)
    }

    /// Writes a note to standard error, unless the command is quiet.
    static func note(_ text: String) {
        if !isQuiet { write(text + "\n", to: STDERR_FILENO) }
    }

    /// Writes an error to standard error.
    static func error(_ text: String) {
        write("chiso: \(text.printable)\n", to: STDERR_FILENO)
    }

    /// Writes a line to standard error as it is: a diagnostic that carries its own place.
    static func diagnostic(_ text: String) {
        write(text + "\n", to: STDERR_FILENO)
    }

    /// Whether standard error is a terminal, where progress may be shown.
    static var showsProgress: Bool { !isQuiet && isatty(STDERR_FILENO) == 1 }

    /// Shows how far a long task has come, on a terminal only.
    static func progress(_ text: String) {
        if showsProgress { write("\r\u{1B}[K" + text, to: STDERR_FILENO) }
    }

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
                if descriptor == STDOUT_FILENO { exit(ExitStatus.inputOutput.rawValue) }
                return
            }
            bytes = bytes.dropFirst(count)
        }
    }
}
