import Foundation

/// The last lines of a file, and what must be done before another is added.
struct FileEnd {
    /// How many bytes of the file stay: all, but for a line that was left half written.
    let kept: off_t
    /// What is added first: a line break, where the last line that stays has none.
    let mending: [UInt8]
    private let lines: [ArraySlice<UInt8>]

    /// Reads the end of a file: so many bytes, and as many more as its last line takes.
    init(
        of descriptor: Int32, searching count: Int, failure: (Int32) -> DeliveryError
    ) throws(DeliveryError) {
        let size = lseek(descriptor, 0, SEEK_END)
        guard size >= 0 else { throw failure(errno) }
        var start = size
        var bytes: [UInt8] = []
        while start > 0, bytes.count < count || !bytes.contains(UInt8(ascii: "\n")) {
            let step = min(start, off_t(count))
            start -= step
            bytes = try Self.read(descriptor, from: start, count: Int(step), failure: failure) + bytes
        }
        var found = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let last = found.removeLast()
        let isHalf = !last.isEmpty && DispatchLine.isHalf(last)
        if !last.isEmpty && !isHalf { found.append(last) }
        kept = isHalf ? size - off_t(last.count) : size
        mending = last.isEmpty || isHalf ? [] : [UInt8(ascii: "\n")]
        lines = found
    }

    /// Whether a line begins in such a way.
    func holds(_ beginning: [UInt8]) -> Bool { lines.contains { $0.starts(with: beginning) } }

    private static func read(
        _ descriptor: Int32, from start: off_t, count: Int, failure: (Int32) -> DeliveryError
    ) throws(DeliveryError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let step = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress?.advanced(by: filled), count - filled, start + off_t(filled))
            }
            if step < 0 && errno == EINTR { continue }
            guard step > 0 else { throw failure(step < 0 ? errno : EIO) }
            filled += step
        }
        return bytes
    }
}
