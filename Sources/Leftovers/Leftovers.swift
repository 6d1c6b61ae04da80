import Foundation
import Synchronization

/// Files that are on their way to becoming others: a copy that is not whole yet, an export half written.
///
/// A signal ends the process without unwinding it, so that no `defer` removes them. Who makes such a file names it here
/// while it lasts; the signal's handler then removes all that are named (`removeAll`). What a killed process left is
/// removed by the next one that makes a file of the same kind (`removeStale`).
public enum Leftovers {
    /// Files named at once, and bytes of a name; more are not remembered.
    private static let places = 64
    private static let longest = 4096

    /// What a place holds.
    private enum State {
        static let free: UInt8 = 0
        static let changing: UInt8 = 1
        static let named: UInt8 = 2
    }

    /// The names, in memory that is never given back, as a handler may allocate nothing.
    private struct Table: @unchecked Sendable {
        // Sendable: each name is written only by who took its place, and read only while its state says that it is there.
        let states = UnsafeMutablePointer<Atomic<UInt8>>.allocate(capacity: places)
        let names = UnsafeMutablePointer<CChar>.allocate(capacity: places * longest)

        init() {
            for place in 0..<places { (states + place).initialize(to: Atomic(State.free)) }
        }
    }

    private static let table = Table()

    /// Files named together; `forget` takes their names away.
    public struct Mark: Sendable {
        fileprivate let taken: [Int]

        /// The files are in their place, or gone: they are no leftovers any more.
        public func forget() {
            for place in taken { table.states[place].store(State.free, ordering: .releasing) }
        }
    }

    /// Names files before they are made.
    public static func note(_ paths: [String]) -> Mark { Mark(taken: paths.compactMap(take)) }

    private static func take(_ path: String) -> Int? {
        let bytes = path.utf8CString
        guard bytes.count <= longest else { return nil }
        for place in 0..<places {
            let (isMine, _) = table.states[place].compareExchange(
                expected: State.free, desired: State.changing, ordering: .acquiring)
            guard isMine else { continue }
            for (offset, byte) in bytes.enumerated() { table.names[place * longest + offset] = byte }
            table.states[place].store(State.named, ordering: .releasing)
            return place
        }
        return nil
    }

    /// Makes the table, so that a handler finds it made.
    public static func prepare() { _ = table }

    /// Removes every file that is named. For a signal's handler: allocates nothing, takes no lock.
    public static func removeAll() {
        for place in 0..<places where table.states[place].load(ordering: .acquiring) == State.named {
            unlink(table.names + place * longest)
        }
    }

    /// Removes what ended processes left in a folder: files whose name is `before`, the process's number, and one of
    /// `endings`.
    public static func removeStale(in folder: String, before: String, endings: [String]) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
        for name in names where name.hasPrefix(before) {
            let rest = name.dropFirst(before.count)
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let process = pid_t(digits), process > 0, endings.contains(String(rest.dropFirst(digits.count))),
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unlink(folder + "/" + name)
        }
    }
}
