import Foundation

/// Four numbers that are sorted by the first, then the second, then the third; the fourth goes with them.
struct SortEntry: Comparable, Sendable {
    var first: UInt64
    var second: UInt64 = 0
    var third: UInt64 = 0
    var rest: UInt64 = 0

    static func < (left: SortEntry, right: SortEntry) -> Bool {
        if left.first != right.first { return left.first < right.first }
        if left.second != right.second { return left.second < right.second }
        return left.third < right.third
    }
}

/// Sorts any number of entries in bounded memory: what goes beyond is sorted in parts that lie in a file of its own.
///
/// The file has no name, so that nothing stays of it, and holds numbers only, nothing of the data that they stand for.
struct EntrySorter {
    /// The entries that are held in memory at once.
    private let capacity: Int
    private var entries: [SortEntry] = []
    private var parts: [Range<Int>] = []
    private var file: ScratchFile?

    init(capacity: Int = 1 << 20) {
        self.capacity = capacity
    }

    /// Takes an entry.
    mutating func append(_ entry: SortEntry) throws(Problem) {
        entries.append(entry)
        if entries.count == capacity { try putAside() }
    }

    /// All entries in order; the sorter is empty afterwards.
    mutating func sorted() throws(Problem) -> SortedEntries {
        if file != nil, !entries.isEmpty { try putAside() }
        entries.sort()
        let sorted = SortedEntries(entries, parts: parts, in: file, room: capacity)
        self = EntrySorter(capacity: capacity)
        return sorted
    }

    private mutating func putAside() throws(Problem) {
        let file: ScratchFile
        if let known = self.file { file = known } else { file = try ScratchFile() }
        self.file = file
        entries.sort()
        let start = parts.last?.upperBound ?? 0
        try file.write(entries, at: start)
        parts.append(start..<start + entries.count)
        entries.removeAll(keepingCapacity: true)
    }
}

/// Entries in order, one after the other.
struct SortedEntries {
    /// A sorted part, read a piece at a time.
    private struct Part {
        var rest: Range<Int>
        var piece: [SortEntry]
        var place = 0
    }

    private let file: ScratchFile?
    private let pieceSize: Int
    /// The parts that have entries left.
    private var parts: [Part]

    fileprivate init(_ entries: [SortEntry], parts: [Range<Int>], in file: ScratchFile?, room: Int) {
        self.file = file
        self.pieceSize = max(1, room / max(1, parts.count))
        self.parts = parts.map { Part(rest: $0, piece: []) }
        if !entries.isEmpty { self.parts.append(Part(rest: 0..<0, piece: entries)) }
    }

    /// The next entry in order; `nil` after the last.
    mutating func next() throws(Problem) -> SortEntry? {
        var least: SortEntry?
        var from = 0
        var number = 0
        while number < parts.count {
            guard let entry = try head(of: number) else {
                parts.remove(at: number)
                continue
            }
            if least.map({ entry < $0 }) ?? true { (least, from) = (entry, number) }
            number += 1
        }
        if least != nil { parts[from].place += 1 }
        return least
    }

    private mutating func head(of number: Int) throws(Problem) -> SortEntry? {
        if parts[number].place < parts[number].piece.count { return parts[number].piece[parts[number].place] }
        let rest = parts[number].rest
        guard let file, !rest.isEmpty else { return nil }
        let count = min(pieceSize, rest.count)
        parts[number].piece = try file.read(rest.lowerBound, count)
        parts[number].rest = (rest.lowerBound + count)..<rest.upperBound
        parts[number].place = 0
        return parts[number].piece.first
    }
}

/// A file of entries that has no name: it goes with the process, however that ends.
private final class ScratchFile: @unchecked Sendable {
    // Sendable: the number of an open file, which never changes; reading and writing name their places.
    private let descriptor: Int32

    init() throws(Problem) {
        let folder = FileManager.default.temporaryDirectory
        let path = folder.appendingPathComponent("chiso-sort-\(UUID().uuidString)").path
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ScratchFile.failure { .cannotCreate(reason: $0) } }
        unlink(path)
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    func write(_ entries: [SortEntry], at place: Int) throws(Problem) {
        let isWhole = entries.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let offset = place * MemoryLayout<SortEntry>.stride + done
                let count = pwrite(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, offset)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
        if !isWhole { throw ScratchFile.failure { .cannotWrite(reason: $0) } }
    }

    func read(_ place: Int, _ count: Int) throws(Problem) -> [SortEntry] {
        let stride = MemoryLayout<SortEntry>.stride
        var isWhole = true
        let entries = [SortEntry](unsafeUninitializedCapacity: count) { buffer, filled in
            var done = 0
            while done < count * stride {
                let target = UnsafeMutableRawPointer(buffer.baseAddress).map { $0 + done }
                let got = pread(descriptor, target, count * stride - done, place * stride + done)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { break }
                done += got
            }
            isWhole = done == count * stride
            filled = done / stride
        }
        if !isWhole { throw ScratchFile.failure { .cannotRead(reason: $0) } }
        return entries
    }

    private static func failure(_ fault: (String) -> FileFault) -> Problem {
        let reason = systemReason(errno)
        return Problem(.file(fault(reason)), at: SourcePlace(file: FileManager.default.temporaryDirectory.path))
    }
}
