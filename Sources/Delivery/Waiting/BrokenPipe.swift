import Foundation

/// Writing to a pipe or connection whose other end may be gone, which by itself ends the process.
enum BrokenPipe {
    /// Does something with the signal SIGPIPE held back in this thread; one that came of it is dropped.
    static func survived<T, E: Error>(_ body: () throws(E) -> T) throws(E) -> T {
        var pipe = sigset_t()
        sigemptyset(&pipe)
        sigaddset(&pipe, SIGPIPE)
        var before = sigset_t()
        var waiting = sigset_t()
        sigpending(&waiting)
        let wasWaiting = sigismember(&waiting, SIGPIPE) == 1
        pthread_sigmask(SIG_BLOCK, &pipe, &before)
        defer {
            var none = timespec()
            if !wasWaiting { while sigtimedwait(&pipe, nil, &none) < 0 && errno == EINTR {} }
            pthread_sigmask(SIG_SETMASK, &before, nil)
        }
        return try body()
    }
}
