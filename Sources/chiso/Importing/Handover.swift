import Foundation

/// Hands what one thread makes to another that takes it: in order, and only so much ahead that memory stays bounded.
///
/// What was taken goes back when more is taken, so that memory is given back by the thread that got it: else the two would
/// wait for each other at every piece.
final class Handover<Item: Sendable>: @unchecked Sendable {
    // Sendable: whoever touches what follows holds the lock.
    private let condition = NSCondition()
    private var items: [Item] = []
    private var spent: [Item] = []
    private var hasEnded = false
    private var isRefused = false
    private let room: Int

    /// A handover of at most so many items that wait.
    init(room: Int) {
        self.room = room
    }

    /// Gives an item, once there is room for it; `false` where nobody will take it.
    func give(_ item: Item) -> Bool {
        var returned: [Item] = []
        condition.lock()
        // Let go without the lock.
        defer {
            swap(&returned, &spent)
            condition.unlock()
            returned.removeAll()
        }
        while items.count >= room, !isRefused { condition.wait() }
        guard !isRefused else { return false }
        items.append(item)
        condition.signal()
        return true
    }

    /// Says that nothing more is given. Whoever gives does this last.
    func end() {
        condition.lock()
        hasEnded = true
        condition.signal()
        condition.unlock()
    }

    /// All items that wait, once there is one; none after the end.
    /// - Parameter returned: what was taken before, and is needed no more.
    func take(returning returned: consuming [Item] = []) -> [Item] {
        condition.lock()
        defer { condition.unlock() }
        spent += returned
        returned = []
        while items.isEmpty, !hasEnded { condition.wait() }
        defer { items.removeAll(keepingCapacity: true) }
        condition.signal()
        return items
    }

    /// Takes nothing more, and waits until the giver has ended.
    func refuse() {
        condition.lock()
        isRefused = true
        condition.signal()
        while !hasEnded { condition.wait() }
        condition.unlock()
    }
}

/// What goes over to another thread as a whole: whoever sends it does not touch it again before that thread has ended.
struct Sent<Value>: @unchecked Sendable {
    // Sendable: by the rule above it is never in two hands.
    var value: Value
}

extension Thread {
    /// Runs something on a thread of its own, with as much stack as the main thread has.
    static func start(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.stackSize = 8 << 20
        thread.start()
    }
}
