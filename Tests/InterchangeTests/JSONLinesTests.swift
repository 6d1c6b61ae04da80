import FormModel
import Testing

@testable import Interchange

private func read(_ text: String, chunk: Int = .max) throws -> [ReadRecord] {
    var reader = try RecordJSONLinesReader(
        household(), records: file("h.jsonl", text, chunk: chunk), suggest: nearest)
    let found = drain(&reader)
    #expect(found.fatal == nil)
    return found.records
}

private func fault(_ text: String) throws -> Problem? { try read(text).first?.problems.first }

@Suite("Records from JSON Lines")
struct JSONLinesTests {
    @Test("A line is a record, lists are rosters, values have JSON's types", arguments: [1, 5, Int.max])
    func record(chunk: Int) throws {
        let records = try read(
            """
            \u{FEFF}{"_id": "x", "_round": "2026-H1", "village": "dt1", "household_no": "7", "members": 2, "speed": 30.5, \
            "_reason": {"connection": "dont_know"}, "adults": 2, \
            "person": [{"_row": 3, "name": " A\\u0301n ", "age": 2.0, "visit": [{"visit_day": "2026-01-02"}]}, {"_row": 1, "name": null}]}

            {"village": "dt2"}\r
            """, chunk: chunk)
        #expect(records.map(\.problems) == [[], []])
        let first = try #require(records[0].given)
        #expect(first.id == "x" && first.round == "2026-H1")
        #expect(
            first.root.answers == [
                .value(.text("dt1")), .value(.text("7")), .value(.integer(2)), .missing(.dontKnow),
                .value(.decimal(30.5)), .value(.text("2")),
            ])
        let person = first.root.rosters[0]
        #expect(person.map(\.row) == [3, 1])
        #expect(person[0].answers[1] == .value(.integer(2)))
        #expect(person[0].rosters[0].count == 1)
        #expect(person[1].answers == [nil, nil])
        guard case .value(.text(let name))? = person[0].answers[0] else {
            Issue.record("no name")
            return
        }
        #expect(scalars(name) == [0xC1, 0x6E])
        #expect(records[1].given?.root.answers[0] == .value(.text("dt2")))
    }

    @Test(
        "What is wrong is told with its code, its path and its column",
        arguments: [
            (#"{"members": "2"}"#, "E-JSON-005", "members", 13),
            (#"{"members": 2.5}"#, "E-CELL-003", "members", 13),
            (#"{"members": 99999999999999999999}"#, "E-CELL-004", "members", 13),
            (#"{"speed": 1e999}"#, "E-CELL-004", "speed", 11),
            (#"{"person": [{"age": 1}, {"age": true}]}"#, "E-JSON-005", "person[2].age", 33),
            (
                #"{"person": [{"visit": [{"visit_day": "1/2/2026"}]}]}"#, "E-CELL-009", "person[1].visit[1].visit_day",
                38
            ),
            (#"{"đ": 1, "village": "dt9"}"#, "E-JSON-004", "đ", 2),
            (#"{"_reason": {"conection": "refused"}}"#, "E-JSON-004", "_reason.conection", 14),
            (#"{"_reason": {"village": "refused"}}"#, "E-CELL-007", "_reason.village", 25),
            (#"{"village": "dt1", "_reason": {"village": "unanswered"}}"#, "E-LINE-001", "_reason.village", 43),
            (#"{"person": {"age": 1}}"#, "E-JSON-005", "person", 12),
            (#"{"person": [{"_row": 1}, {"_row": 1}]}"#, "E-LINE-008", "person[2]", 26),
            (#"{"person": [{"_row": 1}, {}]}"#, "E-LINE-009", "person[2]", 26),
            (#"{"person": [{"_row": 0}]}"#, "E-CELL-015", "person[1]._row", 22),
            (#"{"_status": "done"}"#, "E-CELL-007", "_status", 13),
            (#"{"_date": 20260101}"#, "E-JSON-005", "_date", 11),
            (#"[1]"#, "E-JSON-005", nil, 1),
            (#"{"village": "dt1""#, "E-JSON-001", nil, 18),
            (#"{"village": "dt1"} x"#, "E-JSON-001", nil, 20),
            (#"{"village": "dt1", "village": "dt2"}"#, "E-JSON-003", nil, 20),
            (#"{"members": 01}"#, "E-JSON-001", nil, 13),
            (#"{"village": "\ud800"}"#, "E-JSON-001", nil, 16),
            (#"{"village": "a\u0000"}"#, "E-JSON-001", nil, 17),
            (#"{"village": NaN}"#, "E-JSON-001", nil, 13),
        ] as [(String, String, String?, Int)])
    func faults(line: String, code: String, path: String?, column: Int) throws {
        let found = try #require(try fault(line))
        #expect(found.code == code)
        #expect(found.place == SourcePlace(file: "h.jsonl", line: 1, column: column, field: path))
        #expect(try read(line).first?.given == nil)
    }

    @Test("A line that is no JSON does not keep the next from being read; nesting has a limit")
    func next() throws {
        let records = try read("{\n" + String(repeating: "[", count: 100_000) + "\n{\"village\": \"dt1\"}\n")
        #expect(records.map { $0.given == nil } == [true, true, false])
        #expect(records[1].problems.map(\.fault) == [.json(.tooDeep(limit: 32))])
    }

    @Test("Units given twice, and bytes that are not UTF-8, are told as in CSV")
    func asCSV() throws {
        let line = #"{"_round": "2026-H1", "village": "dt1", "household_no": "7"}"#
        let records = try read("\(line)\n\(line)\n")
        #expect(records[1].problems.map(\.fault) == [.row(.duplicateKey(key: ["dt1", "7"], firstLine: 1))])
        var reader = try RecordJSONLinesReader(
            household(), records: DataFile(name: "h.jsonl", bytes: Array("{}\n\"Caf".utf8) + [0xE9, 0x22]))
        let found = drain(&reader)
        #expect(found.fatal == Problem(.csv(.notUTF8(guess: .windows1252)), at: SourcePlace(file: "h.jsonl", line: 2)))
        #expect(try reader.next() == nil)
    }

    @Test("The number of a row leads back to line, path and column")
    func sources() throws {
        let record = try #require(
            try read("\n" + #"{"village": "dt1", "person": [{"name": "Đ", "age": 3}]}"#).first)
        let given = try #require(record.given)
        #expect(
            record.sources.place(of: given.root.source, field: "village")
                == SourcePlace(file: "h.jsonl", line: 2, column: 13, field: "village"))
        #expect(
            record.sources.place(of: given.root.rosters[0][0].source, field: "age")
                == SourcePlace(file: "h.jsonl", line: 2, column: 52, field: "person[1].age"))
    }

    @Test("Rejected lines are written with the reason, which is ignored when they are read again")
    func rejects() throws {
        let sink = MemorySink()
        var rejects = RecordJSONLinesRejects(sink)
        let text = #"{"members": "x" }"# + "\r\n" + #"{"_error": "old", "members": true}"# + "\n{}x\n"
        for record in try read(text) { try rejects.write(record) }
        try rejects.close()
        #expect(
            String(decoding: sink.bytes, as: UTF8.self) == """
                {"members": "x" , "_error": "members: a number expected, a text found"}
                {"_error": "members: a number expected, true or false found", "members": true}
                {}x

                """)
        let again = try read(String(decoding: sink.bytes, as: UTF8.self).replacing("\"x\"", with: "1"))
        #expect(again[0].given?.root.answers[2] == .value(.integer(1)))
    }

    @Test("Escapes of JSON texts are read, surrogate pairs among them, and written so that they read back")
    func escapes() throws {
        let node = try JSONParser.parse(Array(#""\"\\\/\b\f\n\r\tĐ\u0110\ud834\udd1e""#.utf8))
        guard case .string(let text) = node.value else {
            Issue.record("no text")
            return
        }
        #expect(text == "\"\\/\u{8}\u{C}\n\r\tĐĐ𝄞")
        guard case .string(let back) = try JSONParser.parse(Array(jsonText(text).utf8)).value else {
            Issue.record("no text")
            return
        }
        #expect(scalars(back) == scalars(text))
    }
}
