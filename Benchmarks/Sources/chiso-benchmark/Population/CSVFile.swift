import Foundation

/// A text that needs no quotes in CSV, as bytes.
struct CSVText {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }
}

/// A CSV file that is written from the first row to the last, in large blocks.
struct CSVFile {
    private static let block = 1 << 20

    private let handle: FileHandle
    private var bytes: [UInt8] = []
    /// Rows, without the header.
    private(set) var rows = 0
    private var isAtStart = true

    init(_ file: URL, header: [String]) throws {
        try Data().write(to: file)
        handle = try FileHandle(forWritingTo: file)
        bytes.reserveCapacity(CSVFile.block + 4096)
        bytes.append(contentsOf: header.joined(separator: ",").utf8)
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func cell(_ text: CSVText) {
        separate()
        bytes.append(contentsOf: text.bytes)
    }

    mutating func emptyCell() { separate() }

    /// A number of 0 or more, rounded to a number of digits after the point.
    mutating func cell(_ number: Double, places: Int) {
        separate()
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        append(UInt64((number * scale).rounded()), places: places)
    }

    mutating func cell(_ number: Int) {
        separate()
        append(UInt64(number), places: 0)
    }

    mutating func endRow() throws {
        bytes.append(UInt8(ascii: "\n"))
        rows += 1
        isAtStart = true
        if bytes.count >= CSVFile.block { try flush() }
    }

    /// Writes what is left, and closes the file.
    mutating func close() throws {
        try flush()
        try handle.close()
    }

    private mutating func separate() {
        if !isAtStart { bytes.append(UInt8(ascii: ",")) }
        isAtStart = false
    }

    private mutating func append(_ number: UInt64, places: Int) {
        var left = number
        var count = 0
        let start = bytes.count
        repeat {
            if count == places, places > 0 { bytes.append(UInt8(ascii: ".")) }
            bytes.append(UInt8(ascii: "0") + UInt8(left % 10))
            left /= 10
            count += 1
        } while left > 0 || count <= places
        bytes[start...].reverse()
    }

    private mutating func flush() throws {
        try handle.write(contentsOf: bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
