import Columns
import Foundation

/// A file of the column cache: a mark, the state of the store that it is of, a checksum, and sections of plain bytes.
///
/// All numbers are little-endian. A file is written under another name and then put in its place, so that it is whole or
/// not there; one that is damaged all the same is told by its checksum, and counts as not there.
enum ColumnFile {
    private static let mark = Array("CHISOCOL".utf8)
    private static let version: UInt32 = 1
    /// Mark, version, number of sections, state, checksum.
    private static let headSize = 8 + 4 + 4 + 32 + 8
    private static let alignment = 64

    /// Writes a file; nothing is told if that fails, as it is only a cache.
    static func write(_ sections: [UnsafeRawBufferPointer], state: [UInt8], to path: String) {
        var table: [UInt8] = []
        var offset = rounded(headSize + 16 * sections.count)
        for section in sections {
            table += bytes(UInt64(offset)) + bytes(UInt64(section.count))
            offset = rounded(offset + section.count)
        }
        var body = table
        body.reserveCapacity(offset)
        for section in sections {
            body += [UInt8](repeating: 0, count: rounded(headSize + body.count) - headSize - body.count)
            body += section
        }
        let sum = body.withUnsafeBytes { Checksum.of($0) }
        let head = mark + bytes(version) + bytes(UInt32(sections.count)) + state + bytes(sum)
        let temporary = "\(path).\(getpid()).new"
        guard FileManager.default.createFile(atPath: temporary, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: temporary)
        else { return }
        do {
            try file.write(contentsOf: head)
            try file.write(contentsOf: body)
            try file.close()
        } catch {
            unlink(temporary)
            return
        }
        if rename(temporary, path) != 0 { unlink(temporary) }
    }

    /// The sections of a file of a state of the store; `nil` where there is none, or it is damaged.
    static func read(_ path: String, state: [UInt8]) -> [ColumnMemory]? {
        guard let map = map(path) else { return nil }
        return map.withBytes { sections(of: map, $0, state) }
    }

    private static func sections(
        of map: ColumnMemory, _ all: UnsafeRawBufferPointer, _ state: [UInt8]
    ) -> [ColumnMemory]? {
        guard all.count >= headSize, all.prefix(8).elementsEqual(mark),
            all.loadUnaligned(fromByteOffset: 8, as: UInt32.self) == version,
            all[16..<48].elementsEqual(state)
        else { return nil }
        let count = Int(all.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
        let body = UnsafeRawBufferPointer(rebasing: all[headSize...])
        guard count < 64, body.count >= 16 * count,
            Checksum.of(body) == all.loadUnaligned(fromByteOffset: 48, as: UInt64.self)
        else { return nil }
        var sections: [ColumnMemory] = []
        for number in 0..<count {
            let offset = Int(clamping: all.loadUnaligned(fromByteOffset: headSize + 16 * number, as: UInt64.self))
            let length = Int(clamping: all.loadUnaligned(fromByteOffset: headSize + 16 * number + 8, as: UInt64.self))
            guard offset <= all.count, length <= all.count - offset else { return nil }
            // The section keeps the whole map alive.
            let bytes = UnsafeRawBufferPointer(rebasing: all[offset..<(offset + length)])
            sections.append(ColumnMemory(bytes) { [map] _ in withExtendedLifetime(map) {} })
        }
        return sections
    }

    private static func map(_ path: String) -> ColumnMemory? {
        // Whatever lies there in place of a file is not waited for.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size >= headSize,
            let memory = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0),
            memory != MAP_FAILED
        else { return nil }
        return ColumnMemory(UnsafeRawBufferPointer(start: memory, count: Int(status.st_size))) { bytes in
            munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        }
    }

    private static func rounded(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }

    private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}

/// A sum that tells a damaged file: four lanes of 64 bits, each multiplied and turned, as in xxHash64 (Collet 2012).
enum Checksum {
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let (first, second): (UInt64, UInt64) = (0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F)
        var lanes = SIMD4<UInt64>(first &+ second, second, 0, 0 &- first)
        let whole = bytes.count / 32
        if let base = bytes.baseAddress {
            for block in 0..<whole {
                let words = (base + 32 * block).loadUnaligned(as: SIMD4<UInt64>.self)
                lanes = lanes &+ words &* second
                lanes = (lanes &<< 31) | (lanes &>> 33)
                lanes = lanes &* first
            }
        }
        var sum = UInt64(bytes.count)
        for lane in 0..<4 { sum = (sum ^ lanes[lane]) &* first &+ second }
        for place in (whole * 32)..<bytes.count { sum = (sum ^ UInt64(bytes[place])) &* first &+ second }
        return sum ^ (sum >> 29)
    }
}
