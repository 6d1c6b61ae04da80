import Foundation
import Synchronization

/// What Ctrl-C and SIGTERM do: the command that is being measured ends, what is half made goes, and so does the benchmark.
enum Interruption {
    private struct State {
        var processes: [pid_t] = []
        var unfinished: Set<URL> = []
        var isUnderWay = false
    }

    private static let state = Mutex(State())

    /// Watches for both signals from now on, while what it gives is held.
    static func watch() -> [any DispatchSourceSignal] {
        signal(SIGPIPE, SIG_IGN)
        return [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { stop(128 + number) }
            source.activate()
            return source
        }
    }

    /// A command begins, which is to end with the benchmark.
    static func begin(_ process: Process) {
        state.withLock { $0.processes.append(process.processIdentifier) }
    }

    /// A command has ended.
    static func end(_ process: Process) {
        state.withLock { state in state.processes.removeAll { $0 == process.processIdentifier } }
    }

    /// Something is being made that must not stay behind half made.
    static func begin(making place: URL) { state.withLock { _ = $0.unfinished.insert(place) } }

    /// It is made, or gone.
    static func end(making place: URL) { state.withLock { _ = $0.unfinished.remove(place) } }

    /// What failed because of the interruption is not told: this never returns once one is under way.
    static func waitIfUnderWay() {
        while state.withLock({ $0.isUnderWay }) { sleep(1) }
    }

    private static func stop(_ status: Int32) {
        let (processes, unfinished) = state.withLock { state in
            state.isUnderWay = true
            return (state.processes, state.unfinished)
        }
        // Each command leads a process group of its own, with what it started in turn.
        for process in processes where kill(-process, SIGKILL) != 0 { kill(process, SIGKILL) }
        usleep(200_000)
        for place in unfinished { try? FileManager.default.removeItem(at: place) }
        exit(status)
    }
}
