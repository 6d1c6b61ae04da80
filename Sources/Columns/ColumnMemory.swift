/// Plain memory that does not change once it is made: an array that was allocated, or part of a file.
///
/// Never written after it is shared, and kept alive by whoever holds it, so that threads may read it together.
public final class ColumnMemory: @unchecked Sendable {
    /// The bytes.
    public let bytes: UnsafeRawBufferPointer
    private let release: (UnsafeRawBufferPointer) -> Void

    /// Memory that someone else holds, until it is released.
    public init(_ bytes: UnsafeRawBufferPointer, release: @escaping (UnsafeRawBufferPointer) -> Void) {
        self.bytes = bytes
        self.release = release
    }

    /// A copy of an array of plain numbers, made by `fill`.
    public convenience init<Element: BitwiseCopyable>(
        of type: Element.Type, count: Int, fill: (UnsafeMutablePointer<Element>) -> Void
    ) {
        let size = max(count, 1) * MemoryLayout<Element>.stride
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
        fill(memory.bindMemory(to: Element.self, capacity: max(count, 1)))
        self.init(UnsafeRawBufferPointer(start: memory, count: size)) { _ in memory.deallocate() }
    }

    deinit { release(bytes) }

    /// Reads the bytes, which stand as long as this runs.
    @inlinable @inline(__always)
    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withExtendedLifetime(self) { body(bytes) }
    }

    /// The memory as numbers of a kind. It stands only while something else holds this object: the bytes of a local
    /// variable may be gone with its last use.
    @inlinable @inline(__always)
    public func pointer<Element: BitwiseCopyable>(to type: Element.Type) -> UnsafePointer<Element> {
        // Never empty: an empty column has room for one element.
        UnsafePointer(bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: type))
    }
}
