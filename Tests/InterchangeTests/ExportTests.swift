import FormModel
import Foundation
import Testing

@testable import Interchange

/// The files of an export, by the path of the set.
private func export(
    _ records: [Record], _ layout: FormLayout, personal: PersonalFields = .included, mark: ByteOrderMark = .none
) throws -> [String: [UInt8]] {
    var sinks: [String: MemorySink] = [:]
    var writer = try RecordCSVWriter(layout, personal: personal, mark: mark) { set in
        let sink = MemorySink()
        sinks[set.path] = sink
        return sink
    }
    for record in records { try writer.write(record) }
    try writer.close()
    return sinks.mapValues(\.bytes)
}

private func lines(_ bytes: [UInt8]?) -> [String] {
    String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
}

private func household(_ answers: [Answer], persons: [RecordRow]) -> Record {
    Record(
        id: "x", form: "household", version: 1, round: "2026-H1", date: Day(number: 20_600), status: .complete,
        result: .completed, root: RecordRow(answers: answers, rosters: [persons]))
}

private let sample = household(
    [
        .value(.text("dt1")), .value(.text("Số 1, ngõ \"B\"")), .missing(.unanswered), .missing(.refused), .notAsked,
        .missing(.notComputed),
    ],
    persons: [
        RecordRow(
            row: 2, answers: [.value(.text("An")), .value(.integer(3))],
            rosters: [[RecordRow(row: 1, answers: [.missing(.dontKnow)], rosters: [])]])
    ])

@Suite("Exports")
struct ExportTests {
    @Test("The files have the columns of the contract")
    func columns() throws {
        let files = try export([sample], household())
        #expect(
            lines(files["household"]) == [
                "_id,_round,_date,_status,_result,village,household_no,members,connection,speed,adults,"
                    + "_reason.connection,_reason.speed,_reason.adults",
                "x,2026-H1,2026-05-27,complete,completed,dt1,\"Số 1, ngõ \"\"B\"\"\",,,,,refused,not_asked,not_computed",
            ])
        #expect(lines(files["household.person"]) == ["_parent_id,_row,name,age", "x,2,An,3"])
        #expect(
            lines(files["household.person.visit"]) == [
                "_parent_id,_parent_row,_row,visit_day,_reason.visit_day", "x,2,1,,dont_know",
            ])
    }

    @Test("Personal fields are left out unless they are asked for")
    func personal() throws {
        let files = try export([sample], household(), personal: .leftOut)
        #expect(lines(files["household.person"]) == ["_parent_id,_row,age", "x,2,3"])
        let sink = MemorySink()
        var writer = RecordJSONLinesWriter(household(), sink: sink)
        try writer.write(sample)
        try writer.close()
        #expect(!lines(sink.bytes)[0].contains("An"))
        #expect(lines(sink.bytes)[0].contains("\"age\": 3"))
    }

    @Test("The mark for Excel is written to each file, and the files are read back with it")
    func mark() throws {
        let files = try export([sample], household(), mark: .forExcel)
        for bytes in files.values { #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF])) }
        var reader = try RecordCSVReader(
            household(), records: DataFile(name: "h", bytes: files["household"] ?? []),
            rosters: ["person": DataFile(name: "p", bytes: files["household.person"] ?? [])])
        #expect(try reader.next()?.given?.id == "x")
    }

    @Test("A reason that the form has no cause for is refused, unless the records were looked through before")
    func unexpectedReason() throws {
        var answers = sample.root.answers
        answers[0] = .missing(.refused)
        let record = household(answers, persons: [])
        #expect(
            throws: Problem(
                .row(.reasonWithoutColumn(record: "x", reason: "refused")),
                at: SourcePlace(file: "household", field: "village"))
        ) { try export([record], household()) }
        var reasons = ReasonColumns(possibleIn: household())
        reasons.include(record)
        let sink = MemorySink()
        var writer = try RecordCSVWriter(household(), reasons: reasons) { $0.index == 0 ? sink : MemorySink() }
        try writer.write(record)
        try writer.close()
        #expect(lines(sink.bytes)[0].contains("_reason.village,_reason.connection"))
    }

    @Test("What is exported as CSV is read as the same records, for random forms", arguments: 0..<150 as Range<UInt64>)
    func csvRoundTrip(seed: UInt64) throws {
        var random = RandomRecords(seed: seed)
        let layout = random.layout()
        let records = (0..<6).map { random.record(layout, number: $0) }
        let files = try export(records, layout)
        let data = files.mapValues { DataFile(name: "f", bytes: $0, chunk: Int(seed) + 1) }
        let main = try #require(data["form"])
        var reader = try RecordCSVReader(layout, records: main, rosters: data.filter { $0.key != "form" })
        let found = drain(&reader)
        #expect(found.fatal == nil)
        #expect(found.records.flatMap(\.problems) == [])
        #expect(found.records.compactMap(\.given).map(withoutSources) == records.map { expectedGiven($0, layout) })
    }

    @Test("What is exported as JSON Lines is read as the same records", arguments: 0..<150 as Range<UInt64>)
    func jsonRoundTrip(seed: UInt64) throws {
        var random = RandomRecords(seed: seed)
        let layout = random.layout()
        let records = (0..<6).map { random.record(layout, number: $0) }
        let sink = MemorySink()
        var writer = RecordJSONLinesWriter(layout, personal: .included, sink: sink)
        for record in records { try writer.write(record) }
        try writer.close()
        for line in lines(sink.bytes) {
            #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
        }
        var reader = try RecordJSONLinesReader(layout, records: DataFile(name: "f", bytes: sink.bytes))
        let found = drain(&reader)
        #expect(found.records.flatMap(\.problems) == [])
        #expect(found.records.compactMap(\.given).map(withoutSources) == records.map { expectedGiven($0, layout) })
    }
}

@Suite("Files")
struct FileTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "chiso thử \(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path) }

    @Test("A file comes into being whole, readable by its owner only, and is read back")
    func whole() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "bảng.csv").path
        let sink = try FileSink(path: path)
        var writer = CSVWriter(sink)
        for number in 0..<20_000 { try writer.write(["\(number)", "tên"]) }
        #expect(!FileManager.default.fileExists(atPath: path))
        try writer.close()
        #expect(try names() == ["bảng.csv"])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        var reader = try CSVReader(DataFile(path: path))
        var count = 0
        while let row = try reader.next() {
            #expect(row.text(0) == "\(count)")
            count += 1
        }
        #expect(count == 20_000)
    }

    @Test("A file that is never finished leaves what stood there")
    func unfinished() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "a.csv").path
        try Data("old".utf8).write(to: URL(fileURLWithPath: path))
        do {
            let sink = try FileSink(path: path)
            try sink.write(Array("new".utf8))
        }
        #expect(try names() == ["a.csv"])
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    }

    @Test("A folder that is not there, and a full disk, are told")
    func failures() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect {
            _ = try FileSink(path: folder.appending(path: "no/a.csv").path, name: "a.csv")
        } throws: { error in
            guard let problem = error as? Problem, case .file(.cannotCreate) = problem.fault else { return false }
            return problem.place.file == "a.csv"
        }
        let full = try FileSink(path: "/dev/full")
        #expect {
            try full.write([1])
        } throws: { error in
            guard let problem = error as? Problem, case .file(.cannotWrite) = problem.fault else { return false }
            return true
        }
    }
}
