import Foundation

/// Ctrl-C: ends at once with 130. Writes are transactions, so that nothing is half done.
enum Interruption {
    static func install() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGINT) { _ in _exit(ExitStatus.interrupted.rawValue) }
    }
}
