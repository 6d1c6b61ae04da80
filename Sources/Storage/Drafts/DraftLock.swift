/// Holds a draft, until it is let go or the process ends in whatever way: a byte of a file beside the drafts, at the place
/// of its key.
final class DraftLock {
    private let lock: FileLock

    /// Takes the lock; `nil` where another holds it.
    init?(on drafts: String, key: Int64) throws {
        guard let lock = try FileLock(DraftLock.file(of: drafts), byte: key) else { return nil }
        self.lock = lock
    }

    /// Which of these drafts somebody holds. Without the file nobody has opened a draft yet.
    static func held(_ keys: [Int64], on drafts: String) -> Set<Int64> { FileLock.held(keys, of: file(of: drafts)) }

    private static func file(of drafts: String) -> String { drafts + ".lock" }
}
