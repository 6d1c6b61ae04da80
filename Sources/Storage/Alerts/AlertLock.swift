/// Held by the one run of alerts that a store has at a time, whatever process and machine it is in; let go when the
/// process ends in whatever way.
public final class AlertLock {
    private let lock: FileLock

    /// Takes the lock of a store; `nil` where another run holds it.
    public init?(store path: String) throws {
        guard let lock = try FileLock(path + ".alerts") else { return nil }
        self.lock = lock
    }
}
