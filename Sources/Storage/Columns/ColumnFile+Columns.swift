import Columns
import Foundation

/// Coded columns as sections: how they are kept, the cells of codes, the texts, the rows.
extension ColumnFile {
    static func write(_ column: CodedColumn, state: [UInt8], to path: String) {
        var head: [UInt64] = []
        var rows: [UnsafeRawBufferPointer]
        switch column.rows {
        case .bytes(let codes):
            head = [1, UInt64(column.count)]
            rows = [UnsafeRawBufferPointer(rebasing: codes.bytes.prefix(column.count))]
        case .shorts(let codes):
            head = [2, UInt64(column.count)]
            rows = [UnsafeRawBufferPointer(rebasing: codes.bytes.prefix(2 * column.count))]
        case .wide(let tags, let bits):
            head = [8, UInt64(column.count)]
            rows = [
                UnsafeRawBufferPointer(rebasing: tags.bytes.prefix(column.count)),
                UnsafeRawBufferPointer(rebasing: bits.bytes.prefix(8 * column.count)),
            ]
        }
        for cell in column.cells { head += [UInt64(cell.tag), cell.bits] }
        var texts: [UInt8] = []
        for text in column.pool {
            withUnsafeBytes(of: UInt32(text.utf8.count).littleEndian) { texts += $0 }
            texts += text.utf8
        }
        head.withUnsafeBytes { head in
            texts.withUnsafeBytes { texts in write([head, texts] + rows, state: state, to: path) }
        }
    }

    static func readColumn(_ path: String, state: [UInt8]) -> CodedColumn? {
        guard let sections = read(path, state: state), sections.count >= 3, sections[0].bytes.count >= 16 else {
            return nil
        }
        let head = sections[0].withBytes { head in
            (0..<head.count / 8).map { head.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self) }
        }
        let count = Int(clamping: head[1])
        let cells = stride(from: 2, to: head.count - 1, by: 2).map { place in
            Cell(tag: UInt8(truncatingIfNeeded: head[place]), bits: head[place + 1])
        }
        guard let pool = sections[1].withBytes(texts) else { return nil }
        let rows: CodedColumn.Rows
        switch head[0] {
        case 1:
            guard sections[2].bytes.count == count else { return nil }
            rows = .bytes(sections[2])
        case 2:
            guard sections[2].bytes.count == 2 * count else { return nil }
            rows = .shorts(sections[2])
        case 8:
            guard sections.count == 4, sections[2].bytes.count == count, sections[3].bytes.count == 8 * count else {
                return nil
            }
            rows = .wide(tags: sections[2], bits: sections[3])
        default: return nil
        }
        return CodedColumn(rows: rows, count: count, cells: cells, pool: pool)
    }

    private static func texts(_ bytes: UnsafeRawBufferPointer) -> [String]? {
        var texts: [String] = []
        var place = 0
        while place < bytes.count {
            guard place + 4 <= bytes.count else { return nil }
            let length = Int(bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
            guard length <= bytes.count - place - 4 else { return nil }
            texts.append(String(decoding: bytes[(place + 4)..<(place + 4 + length)], as: UTF8.self))
            place += 4 + length
        }
        return texts
    }
}
