import Foundation
import Synchronization

/// Makes of signals what a loop can wait for: a bit that stays until it is taken, and a byte in a pipe that wakes `poll`.
///
/// Handlers touch lock-free atomics, `write`, and what `Restoration.perform()` calls; nothing else. All of these values
/// are made before a handler is installed, so that none of them is initialised within one.
enum SignalRelay {
    /// The signals that have come and were not yet taken, one bit each.
    private static let pending = Atomic<UInt64>(0)
    /// How often the process was asked to end since signals were last taken.
    private static let unanswered = Atomic<Int>(0)
    /// The ends of the pipe, made once and never closed: a handler on another thread may be writing.
    private static let wakeInput = Atomic<Int32>(-1)
    private static let wakeOutput = Atomic<Int32>(-1)
    /// How each signal was handled before, for the handler of those that end the process by a fault.
    ///
    /// `nonisolated(unsafe)` since a pointer is not Sendable: the memory is made once and kept; an entry is written before
    /// its handler is installed, by the one device there can be, and only read while the handler is.
    nonisolated(unsafe) private static let former = Atomic<UnsafeMutablePointer<sigaction>?>(nil)

    /// Signals that ask the process to end; left alone where they are ignored, as under nohup.
    static let ending = [SIGTERM, SIGINT, SIGQUIT]
    private static let relayed = ending + [SIGHUP, SIGTSTP, SIGCONT, SIGWINCH]
    private static let faults = [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP]

    /// The descriptor that can be read once a signal has come.
    static var wakeDescriptor: Int32 { wakeInput.load(ordering: .relaxed) }

    /// Installs the handlers.
    static func install() throws(TerminalError) {
        try makePipe()
        let actions = former.load(ordering: .relaxed) ?? .allocate(capacity: 65)
        former.store(actions, ordering: .sequentiallyConsistent)
        _ = take()
        for signal in relayed { replace(signal, by: { SignalRelay.relay($0) }, keeping: actions + Int(signal)) }
        for signal in faults { replace(signal, by: { SignalRelay.die($0) }, keeping: actions + Int(signal)) }
        // A terminal that has gone is an error of the write that meets it.
        replace(SIGPIPE, by: { _ in }, keeping: actions + Int(SIGPIPE))
        unblock(relayed)
    }

    /// Puts the handlers back that were there before.
    static func uninstall() {
        guard let actions = former.load(ordering: .relaxed) else { return }
        for signal in relayed + faults + [SIGPIPE] { sigaction(signal, actions + Int(signal), nil) }
    }

    /// Takes the signals that have come.
    static func take() -> UInt64 {
        unanswered.store(0, ordering: .sequentiallyConsistent)
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(wakeDescriptor, &bytes, bytes.count) > 0 {}
        return pending.exchange(0, ordering: .sequentiallyConsistent)
    }

    /// Takes one signal, if it has come.
    static func take(_ signal: Int32) -> Bool {
        pending.bitwiseAnd(~bit(signal), ordering: .sequentiallyConsistent).oldValue & bit(signal) != 0
    }

    /// Whether one of the signals has come and was not yet taken.
    static func isPending(_ signals: [Int32]) -> Bool {
        let bits = pending.load(ordering: .sequentiallyConsistent)
        return signals.contains { bits & bit($0) != 0 }
    }

    /// The bit of a signal.
    static func bit(_ signal: Int32) -> UInt64 { 1 << UInt64(signal & 63) }

    /// Stops the process group, as Ctrl-Z does, until it is continued; false if nothing stopped it: there is no shell to
    /// go back to, or the one who started it does not want it.
    static func stopUntilContinued() -> Bool {
        guard let actions = former.load(ordering: .relaxed), !isIgnored(actions + Int(SIGTSTP)) else { return false }
        _ = take(SIGCONT)
        var action = sigaction()
        var relaying = sigaction()
        sigaction(SIGTSTP, &action, &relaying)
        defer { sigaction(SIGTSTP, &relaying, nil) }
        kill(0, SIGTSTP)
        // In an orphaned process group the system ignores the signal; otherwise SIGCONT comes before this goes on.
        for _ in 0..<20 {
            if take(SIGCONT) { return true }
            var descriptor = pollfd(fd: -1, events: 0, revents: 0)
            poll(&descriptor, 1, 10)
        }
        return take(SIGCONT)
    }

    /// The handler of what is passed on. Someone who asks three times without being heard is not made to wait: the
    /// program hangs.
    private static func relay(_ signal: Int32) {
        let code = errno
        defer { errno = code }
        pending.bitwiseOr(bit(signal), ordering: .sequentiallyConsistent)
        if signal == SIGTERM || signal == SIGINT || signal == SIGQUIT {
            let count = unanswered.add(1, ordering: .sequentiallyConsistent).newValue
            if count >= 3 {
                Restoration.perform()
                var action = sigaction()
                sigaction(signal, &action, nil)
                raise(signal)
            }
        }
        var byte: UInt8 = 0
        _ = write(wakeOutput.load(ordering: .relaxed), &byte, 1)
    }

    /// The handler of faults: gives the terminal back, then lets happen what would have happened.
    private static func die(_ signal: Int32) {
        Restoration.perform()
        if let actions = former.load(ordering: .relaxed) { sigaction(signal, actions + Int(signal), nil) }
        raise(signal)
    }

    private static func replace(
        _ signal: Int32, by handler: @escaping @convention(c) (Int32) -> Void,
        keeping former: UnsafeMutablePointer<sigaction>
    ) {
        sigaction(signal, nil, former)
        guard !isIgnored(former) else { return }
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        // Other calls of the program are not to fail because a window changed its size; `poll` wakes in any case.
        action.sa_flags = SA_RESTART | SA_ONSTACK
        sigemptyset(&action.sa_mask)
        sigaction(signal, &action, nil)
    }

    private static func isIgnored(_ action: UnsafeMutablePointer<sigaction>) -> Bool {
        unsafeBitCast(action.pointee.__sigaction_handler.sa_handler, to: Int.self) == 1
    }

    private static func makePipe() throws(TerminalError) {
        guard wakeDescriptor < 0 else { return }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .refused(call: "pipe", code: errno) }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            // A handler must never wait for room in the pipe.
            guard fcntl(end, F_SETFL, O_NONBLOCK) == 0 else { throw .refused(call: "fcntl", code: errno) }
        }
        wakeInput.store(ends[0], ordering: .sequentiallyConsistent)
        wakeOutput.store(ends[1], ordering: .sequentiallyConsistent)
    }

    /// What started this process may have held the signals back.
    private static func unblock(_ signals: [Int32]) {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }
}
