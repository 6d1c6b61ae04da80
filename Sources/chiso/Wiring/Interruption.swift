import FormModel
import Foundation
import Messages

/// Signals: Ctrl-C ends at once with 130, and says so. Writes are transactions, so that nothing is half done.
enum Interruption {
    /// What is said, by language; made beforehand, as a signal handler may allocate nothing.
    nonisolated(unsafe) private static var farewells: [UnsafeBufferPointer<UInt8>] = []

    static func install() {
        // A reader that has gone, or a file that may not grow, is an error of the write that meets it.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        // What started this process may have held the signal back.
        var interrupt = sigset_t()
        sigemptyset(&interrupt)
        sigaddset(&interrupt, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
        farewells = [Language.vietnamese, .english].map { language in
            let text = Array("\nchiso: \(Message("E-CLI-018").text(in: language))\n".utf8)
            let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
            _ = bytes.initialize(from: text)
            return UnsafeBufferPointer(bytes)
        }
        signal(SIGINT) { _ in
            let farewell = Interruption.farewells[Terminal.language == .vietnamese ? 0 : 1]
            write(STDERR_FILENO, farewell.baseAddress, farewell.count)
            _exit(ExitStatus.interrupted.rawValue)
        }
    }
}
