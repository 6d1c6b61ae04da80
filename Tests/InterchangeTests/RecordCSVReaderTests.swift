import FormModel
import Foundation
import Testing

@testable import Interchange

@Suite("Records from CSV")
struct RecordCSVReaderTests {
    @Test("Cells become answers, helper columns the record's own")
    func record() throws {
        let found = try read(
            """
            _id,_round,_date,_status,_result,village,household_no,members,connection,speed,_reason.connection
            x1,2026-H1,2026-03-05,approved,completed,dt1,007,4,fibre,30.5,
            ,,,,,dv1,8,,,,dont_know

            """)
        #expect(found.fatal == nil)
        #expect(found.records.map(\.problems) == [[], []])
        let first = try #require(found.records[0].given)
        #expect(first.id == "x1")
        #expect(first.round == "2026-H1")
        #expect(first.date?.iso == "2026-03-05")
        #expect(first.status == .approved)
        #expect(first.result == .completed)
        #expect(
            first.root.answers == [
                .value(.text("dt1")), .value(.text("007")), .value(.integer(4)), .value(.text("fibre")),
                .value(.decimal(30.5)), nil,
            ])
        let second = try #require(found.records[1].given)
        #expect(second.id == nil && second.round == nil && second.date == nil)
        #expect(second.status == nil && second.result == nil)
        #expect(second.root.answers[3] == .missing(.dontKnow))
        #expect(second.root.answers[4] == nil)
    }

    @Test(
        "A mark, CRLF, no final newline, pieces of any size and blank rows change nothing",
        arguments: [
            header + "dt1,1,2,none,\n", "\u{FEFF}" + header + "dt1,1,2,none,\n",
            "village,household_no,members,connection,speed\r\ndt1,1,2,none,\r\n", header + "dt1,1,2,none,",
            header + ",,,,\n\ndt1,1,2,none,\n,,,,\n",
        ])
    func forms(text: String) throws {
        for chunk in [1, 7, Int.max] {
            let found = try read(text, chunk: chunk)
            #expect(found.fatal == nil)
            #expect(found.records.count == 1)
            #expect(
                found.records.first?.given?.root.answers.prefix(3) == [
                    .value(.text("dt1")), .value(.text("1")), .value(.integer(2)),
                ])
        }
    }

    @Test("A header is held against the form: all that is wrong with it is told at once")
    func badHeader() {
        let problems = headerProblems("village,Household_no,persons,conection,_reason.speet,village,_rond,zzz\n")
        #expect(
            problems.map(\.fault) == [
                .header(.duplicate(name: "village", first: 1)),
                .header(.unknownColumn(name: "Household_no", nearest: "household_no")),
                .header(.unknownColumn(name: "persons", nearest: "members")),
                .header(.unknownColumn(name: "conection", nearest: "connection")),
                .header(.unknownColumn(name: "_reason.speet", nearest: "_reason.speed")),
                .header(.unknownColumn(name: "_rond", nearest: "_round")),
                .header(.unknownColumn(name: "zzz", nearest: nil)),
                .header(.missingColumns(names: ["household_no", "members", "connection", "speed"])),
            ])
        #expect(problems[1].place == SourcePlace(file: "household.csv", line: 1, column: 9))
    }

    @Test("Calculations, reasons and helpers may be absent; a file with columns only of other kinds is refused")
    func absentColumns() {
        #expect(headerProblems(header).isEmpty)
        #expect(headerProblems("adults,_error," + header).isEmpty)
        #expect(
            headerProblems("_row," + header).map(\.fault) == [
                .header(.unknownColumn(name: "_row", nearest: "_round"))
            ])
    }

    @Test("A wrong separator, an empty file and wrong bytes are told before anything is read")
    func unreadable() {
        #expect(headerProblems("").map(\.fault) == [.csv(.empty)])
        #expect(
            headerProblems("village;household_no;members;connection;speed\n").map(\.fault)
                == [.csv(.separated(by: .semicolon))])
    }

    @Test("Each bad cell of a row is told with its place, and the row is no record")
    func badCells() throws {
        let found = try read(
            "_date,_status,_result,_round," + header
                + "30/6/2026,done,complete,2026-Q1,dt9,1,\"3,5\",fibre,fast\n,,,,dt1,2,3,none,\n")
        #expect(found.records[0].given == nil)
        #expect(found.records[1].given != nil)
        #expect(
            found.records[0].problems.map { $0.place.field } == [
                "village", "members", "speed", "_round", "_date", "_status", "_result",
            ])
        #expect(found.records[0].problems.map(\.code).prefix(3) == ["E-CELL-007", "E-CELL-006", "E-CELL-005"])
        let members = found.records[0].problems[1]
        #expect(members.place == SourcePlace(file: "household.csv", line: 2, column: 39, field: "members"))
        #expect(members.facts == ["found": "3,5", "nearest": "3.5", "field": "members"])
        #expect(
            found.records[0].problems.contains { $0.fault == .cell(.notRound(found: "2026-Q1", example: "2026-H1")) })
    }

    @Test("A value and a reason in one row exclude each other, and a reason must be one that is offered")
    func reasons() throws {
        let found = try read(
            "_reason.connection,_reason.village,_reason.speed,_reason.adults," + header
                + "refused,,,,dt1,1,2,fibre,\n,dont_know,,,,2,2,,\n,,refused,,dt1,3,2,none,\n,,,not_computed,dt1,4,2,,\n"
        )
        #expect(
            found.records[0].problems.map(\.fault)
                == [.row(.valueAndReason(value: "fibre", reason: "refused"))])
        #expect(found.records[1].problems.map(\.code) == ["E-CELL-007"])
        #expect(found.records[1].problems.first?.place.field == "_reason.village")
        // `speed` may be not asked, and then has the reason of what its relevance reads.
        #expect(found.records[2].given?.root.answers[4] == .missing(.refused))
        #expect(found.records[3].given?.root.answers[5] == .missing(.notComputed))
    }

    @Test("A row of the wrong length is told by its length alone, and the next row is read")
    func ragged() throws {
        let found = try read(header + "dt1,1,2\ndt1,2,2,none,,\ndt1,3,2,none,\n")
        #expect(
            found.records.flatMap(\.problems).map(\.fault) == [
                .csv(.tooFewCells(found: 3, expected: 5)), .csv(.tooManyCells(found: 6, expected: 5)),
            ])
        #expect(found.records.map { $0.given == nil } == [true, true, false])
    }

    @Test("An unclosed quote ends the reading and names the line where it opens; the rows before it are given")
    func unclosed() throws {
        let found = try read(header + "dt1,1,2,none,\ndt1,\"2,2,none,\ndt1,3,2,none,\n")
        #expect(found.records.count == 1)
        #expect(found.fatal?.fault == .csv(.unclosedQuote))
        #expect(found.fatal?.place == SourcePlace(file: "household.csv", line: 3, column: 5))
    }

    @Test("A unit given twice in one round is told with the first line; other rounds and dates are other records")
    func duplicates() throws {
        let text =
            "_round,_date," + header
            + "2026-H1,,dt1,7,2,none,\n2026-H2,,dt1,7,2,none,\n2026-H1,,dt1,7,3,none,\n,2026-01-01,dt1,7,2,none,\n"
            + ",2026-01-02,dt1,7,2,none,\n,2026-01-01,dt1,7,2,none,\n"
        let found = try read(text)
        #expect(
            found.records.map { $0.problems.map(\.fault) } == [
                [], [], [.row(.duplicateKey(key: ["dt1", "7"], firstLine: 2))], [], [],
                [.row(.duplicateKey(key: ["dt1", "7"], firstLine: 5))],
            ])
        let byID = try read("_id," + header + "a,dt1,1,2,none,\na,dt1,2,2,none,\n")
        #expect(byID.records[1].problems.map(\.fault) == [.row(.duplicateID(id: "a", firstLine: 2))])
        #expect(byID.records[1].problems.first?.place.field == "_id")
    }

    @Test("Without a key, equal rows are records of their own")
    func keyless() throws {
        let found = try read(header + "dt1,1,2,none,\ndt1,1,2,none,\n", layout: household(key: []))
        #expect(found.records.compactMap(\.given).count == 2)
    }

    @Test("Decomposed Vietnamese in header and cells is read as composed")
    func decomposed() throws {
        var form = Form(
            id: "f", place: place, version: 1, label: LocalizedText("f"),
            nodes: [question(.text, "ten"), question(.selectOne, "huyện") { $0.choices = choices("mộ_đức") }])
        form.key = ["ten"]
        let text = "ten,huyện\nNguyễn Thị Hạnh,mộ_đức\n".decomposedStringWithCanonicalMapping
        let found = try read(text, layout: FormLayout(form))
        guard case .value(.text(let name))? = found.records.first?.given?.root.answers[0] else {
            Issue.record("not read")
            return
        }
        #expect(scalars(name) == scalars("Nguyễn Thị Hạnh".precomposedStringWithCanonicalMapping))
        #expect(scalars(name).count == 15)
    }

    @Test("Problems are all counted and the first thousand kept")
    func bounded() throws {
        let text = header + (0..<1500).map { "dt1,\($0),x,none,\n" }.joined()
        var reader = try RecordCSVReader(household(), records: file("household.csv", text))
        let found = drain(&reader)
        #expect(found.records.count == 1500)
        #expect(reader.problems.count == 1500)
        #expect(reader.problems.kept.count == 1000)
        #expect(reader.problems.kept.last?.place.line == 1001)
    }

    @Test("The number of a row leads back to file, line and column, for fields and helper columns")
    func sources() throws {
        let found = try read(
            "_date," + header + "2026-01-05,dt1,\"a\nb\",2,none,\n2026-01-05,dt1,Đỗ,2,none,\n",
            person: "village,household_no,name,age\ndt1,Đỗ,An,3\n")
        let record = try #require(found.records.last { $0.given != nil })
        let given = try #require(record.given)
        let name = "household.csv"
        #expect(record.sources.place(of: given.root.source) == SourcePlace(file: name, line: 4))
        #expect(
            record.sources.place(of: given.root.source, field: "members")
                == SourcePlace(file: name, line: 4, column: 19, field: "members"))
        #expect(
            record.sources.place(of: given.root.source, field: "_date")
                == SourcePlace(file: name, line: 4, column: 1, field: "_date"))
        #expect(
            record.sources.place(of: given.root.rosters[0][0].source, field: "age")
                == SourcePlace(file: "person.csv", line: 2, column: 11, field: "age"))
        let first = try #require(found.records.first?.given)
        #expect(found.records[0].sources.place(of: first.root.source, field: "members").line == 3)
    }
}
