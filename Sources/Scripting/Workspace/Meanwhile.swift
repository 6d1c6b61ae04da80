import Dispatch
import Synchronization

/// Something that another processor works out meanwhile. Asked for before that has begun, it is worked out at once; while it
/// goes on, it is waited for.
final class Meanwhile<Value: Sendable>: Sendable {
    private enum State {
        case open
        case taken
        case done(Value)
    }

    private let state = Mutex(State.open)
    private let end = DispatchGroup()
    private let work: @Sendable () -> Value

    init(on queue: DispatchQueue, _ work: @escaping @Sendable () -> Value) {
        self.work = work
        queue.async { _ = self.take() }
    }

    var value: Value {
        if let value = take() { return value }
        end.wait()
        return state.withLock { if case .done(let value) = $0 { value } else { nil } } ?? work()
    }

    /// The value, unless another has begun to work it out.
    private func take() -> Value? {
        let isOurs = state.withLock { state in
            guard case .open = state else { return false }
            end.enter()
            state = .taken
            return true
        }
        guard isOurs else { return nil }
        let value = work()
        state.withLock { $0 = .done(value) }
        end.leave()
        return value
    }
}
