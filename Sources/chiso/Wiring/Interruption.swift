import FormModel
import Foundation
import Leftovers
import Messages

/// Signals: Ctrl-C ends at once with 130, SIGTERM (a shutdown, a scheduler) with 143, and it is said. Writes are
/// transactions, so that nothing is half done, and files on their way to others are removed.
enum Interruption {
    /// What is said, by language; made beforehand, as a signal handler may allocate nothing.
    nonisolated(unsafe) private static var farewells: [UnsafeBufferPointer<UInt8>] = []

    static func install() {
        // A reader that has gone, or a file that may not grow, is an error of the write that meets it.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        keepStandardStreams()
        // What started this process may have held the signals back.
        var handled = sigset_t()
        sigemptyset(&handled)
        sigaddset(&handled, SIGINT)
        sigaddset(&handled, SIGTERM)
        pthread_sigmask(SIG_UNBLOCK, &handled, nil)
        farewells = [Language.vietnamese, .english].map { language in
            let text = Array("\nchiso: \(Message("E-CLI-018").text(in: language))\n".utf8)
            let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
            _ = bytes.initialize(from: text)
            return UnsafeBufferPointer(bytes)
        }
        Leftovers.prepare()
        signal(SIGINT) { _ in Interruption.end(with: .interrupted) }
        signal(SIGTERM) { _ in Interruption.end(with: .terminated) }
    }

    /// Ends the process from a signal handler: allocates nothing, takes no lock.
    private static func end(with status: ExitStatus) {
        Leftovers.removeAll()
        let farewell = farewells[Console.language == .vietnamese ? 0 : 1]
        write(STDERR_FILENO, farewell.baseAddress, farewell.count)
        _exit(status.rawValue)
    }

    /// A file opened later must not get the number of a standard stream that was closed, or what is printed would go
    /// into it. What stands in takes no output, so that nothing is lost in silence.
    private static func keepStandardStreams() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free number is this one.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}
