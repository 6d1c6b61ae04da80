/// Writes rejected lines to a file that can be mended and imported again: each line as it stood, with a member `_error`,
/// which the reader ignores. A line that is no JSON object stays as it is.
public struct RecordJSONLinesRejects {
    private let sink: any ByteSink

    /// Rejects into a sink.
    public init(_ sink: any ByteSink) {
        self.sink = sink
    }

    /// Writes a record that its reader has rejected.
    public mutating func write(_ record: ReadRecord) throws(Problem) {
        try write(record, because: record.problems.map { RejectReason($0) })
    }

    /// Writes a record that was rejected for these reasons, by its reader or later.
    public mutating func write(_ record: ReadRecord, because reasons: [RejectReason]) throws(Problem) {
        guard case .json(let source) = record.sources.rows else { return }
        let told = jsonText(reasons.map(\.sentence).joined(separator: "; "))
        try sink.write(RecordJSONLinesRejects.line(source.bytes, told: Array(told.utf8)) + [UInt8(ascii: "\n")])
    }

    /// Finishes the file.
    public mutating func close() throws(Problem) { try sink.close() }

    private static func line(_ bytes: [UInt8], told: [UInt8]) -> [UInt8] {
        let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes[...]
        guard let node = try? JSONParser.parse(bytes), case .object(let members) = node.value else {
            return Array(line)
        }
        if let old = members.first(where: { $0.name == HelperName.error })?.node.range {
            return line[..<old.lowerBound] + told + line[old.upperBound...]
        }
        let end = node.range.upperBound - 1
        let comma = members.isEmpty ? "" : ", "
        return line[..<end] + Array("\(comma)\"\(HelperName.error)\": ".utf8) + told + line[end...]
    }
}
