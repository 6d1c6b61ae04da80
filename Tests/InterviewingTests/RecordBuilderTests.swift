import FormModel
import Interviewing
import Messages
import Testing
import WorkspaceFixtures

@Suite("Records out of what is given")
struct RecordBuilderTests {
    private static let imported = Day(iso: "2026-11-20") ?? Day(number: 0)

    /// What a record is given with beside its answers.
    private struct Head {
        var id: String?
        var round: String?
        var date: String?
        var status: RecordStatus?
        var result: VisitResult?
    }

    private func given(_ head: Head, _ cells: [String: Cell], _ bench: Bench) -> GivenRecord {
        var record = GivenRecord(root: bench.given(cells))
        (record.id, record.round, record.date) = (head.id, head.round, head.date.flatMap { Day(iso: $0) })
        (record.status, record.result) = (head.status, head.result)
        return record
    }

    private func builder(_ bench: Bench, cutOffDay: Int = 1, batch: String? = nil) -> RecordBuilder {
        RecordBuilder(
            bench.engine, calendar: PeriodCalendar(cutOffDay: cutOffDay), defaultDate: RecordBuilderTests.imported,
            batch: batch)
    }

    // MARK: Date and round

    @Test(
        "3.1 without a period field: _date, else the last day of _round, else the day of import; the round follows",
        arguments: [
            ("half_year", nil, nil, "2026-11-20", "2026-H2"), ("half_year", nil, "2026-03-05", "2026-03-05", "2026-H1"),
            ("half_year", "2026-H1", nil, "2026-06-30", "2026-H1"),
            // A visit may be made after the round it belongs to.
            ("half_year", "2026-H1", "2026-07-04", "2026-07-04", "2026-H1"),
            ("year", nil, "2026-03-05", "2026-03-05", "2026"), ("quarter", nil, "2026-05-31", "2026-05-31", "2026-Q2"),
            ("month", "2026-02", nil, "2026-02-28", "2026-02"), ("day", "2026-02-03", nil, "2026-02-03", "2026-02-03"),
            ("day", nil, nil, "2026-11-20", "2026-11-20"), ("once", nil, nil, "2026-11-20", "once"),
            ("once", "once", nil, "2026-11-20", "once"), ("once", "once", "2025-01-01", "2025-01-01", "once"),
        ] as [(String, String?, String?, String, String)])
    func dates(_ length: String, _ round: String?, _ date: String?, _ expected: String, _ expectedRound: String) throws
    {
        let bench = try Bench(
            "calculate \"t\" { calculation = function() return today() end },", properties: "round = \"\(length)\",")
        let built = builder(bench).build(given(Head(round: round, date: date), [:], bench))
        #expect(built.problems.map(\.short) == [])
        #expect(built.record.date.iso == expected)
        #expect(built.record.round == expectedRound)
        // today() is the record's date.
        #expect(built.record.root.answers == [.date(expected)])
    }

    @Test(
        "3.1 the period field dates the record, by its day or the last day of its month or year, before _date and _round",
        arguments: [
            ("date", Cell.date("2026-05-03"), nil, nil, "2026-05-03", "2026-05", []),
            ("date", .date("2026-05-03"), nil, "2026-06-09", "2026-05-03", "2026-05", []),
            ("date", .date("2026-05-03"), "2026-05", "2026-06-09", "2026-05-03", "2026-05", []),
            ("text", "2026-02", nil, "2026-03-04", "2026-02-28", "2026-02", []),
            ("text", "2026-02", "2026-02", nil, "2026-02-28", "2026-02", []),
            ("text", "2026", nil, nil, "2026-12-31", "2026-12", []),
            ("integer", 2025, nil, nil, "2025-12-31", "2025-12", []),
            (
                "datetime", .value(.dateTime(Day(iso: "2026-05-03") ?? Day(number: 0), minutes: 30)), nil, nil,
                "2026-05-03", "2026-05", []
            ),
            // Nothing in it: as without one.
            ("date", .unanswered, nil, "2026-06-09", "2026-06-09", "2026-06", []),
            ("date", .unanswered, "2026-04", nil, "2026-04-30", "2026-04", []),
            ("date", .unanswered, "2026-04", "2026-05-02", "2026-05-02", "2026-04", []),
            ("date", .unanswered, nil, nil, "2026-11-20", "2026-11", []),
            // What cannot be.
            ("date", .date("2026-05-03"), "2026-06", nil, "2026-05-03", "2026-06", ["error _round E-ROW-014"]),
            ("date", .date("2026-05-03"), "2026-H1", nil, "2026-05-03", "2026-H1", ["error _round E-ROW-013"]),
            ("date", .unanswered, "soon", nil, "2026-11-20", "soon", ["error _round E-ROW-013"]),
            ("text", "May", nil, "2026-06-09", "2026-06-09", "2026-06", ["error when E-ROW-015"]),
            ("text", "once", nil, nil, "2026-11-20", "2026-11", ["error when E-ROW-015"]),
        ] as [(String, Cell, String?, String?, String, String, [String])])
    func periodField(
        _ kind: String, _ cell: Cell, _ round: String?, _ date: String?, _ expected: String, _ expectedRound: String,
        _ problems: [String]
    ) throws {
        let bench = try Bench(
            "\(kind) \"when\" { label = \"When\" },", properties: "round = \"month\", period_field = \"when\",")
        let built = builder(bench).build(given(Head(round: round, date: date), ["when": cell], bench))
        #expect(built.problems.map(\.short) == problems)
        #expect(built.record.date.iso == expected)
        #expect(built.record.round == expectedRound)
        #expect(built.isAcceptable == problems.isEmpty)
    }

    @Test("3.1 rounds and months follow the day on which the office closes its books")
    func cutOff() throws {
        let bench = try Bench(
            "text \"month\" { label = \"Month\" },", properties: "round = \"month\", period_field = \"month\",")
        let office = builder(bench, cutOffDay: 15)
        let named = office.build(given(Head(), ["month": "2026-05"], bench)).record
        #expect((named.date.iso, named.round) == ("2026-05-14", "2026-05"))
        let dated = office.build(given(Head(date: "2026-05-15"), [:], bench)).record
        #expect((dated.date.iso, dated.round) == ("2026-05-15", "2026-06"))
        let half = try Bench("integer \"a\" { label = \"A\" },", properties: "round = \"half_year\",")
        let december = builder(half, cutOffDay: 15).build(given(Head(date: "2025-12-15"), [:], half)).record
        #expect(december.round == "2026-H1")
        let round = builder(half, cutOffDay: 15).build(given(Head(round: "2026-H1"), [:], half)).record
        #expect(round.date.iso == "2026-06-14")
    }

    // MARK: Ids

    private static let keyed = """
        text "village" { label = "V", required = true },
        integer "no" { label = "N", required = true, special = { "dont_know" } },
        integer "members" { label = "M", required = true },
        """
    private static let key = "key = { \"village\", \"no\" }, round = \"half_year\","

    @Test("3.1 an id follows from form, key and round alone, and is never the key")
    func keyed() throws {
        let bench = try Bench(RecordBuilderTests.keyed, properties: RecordBuilderTests.key)
        let builder = builder(bench)
        func id(_ head: Head, _ cells: [String: Cell]) -> String { builder.build(given(head, cells, bench)).record.id }
        let first = id(Head(round: "2026-H1"), ["village": "dt1", "no": 7, "members": 3])
        // The very hash, so that no change of the code changes the ids of a store.
        #expect(first == RecordIdentity.id(form: "f", key: ["dt1", "7"], round: "2026-H1"))
        #expect(first == "b057d7140fbd014edc42c7967bdf0ca1")
        #expect(id(Head(date: "2026-03-01", status: .approved), ["village": "dt1", "no": 7, "members": 9]) == first)
        let others = [
            id(Head(round: "2026-H2"), ["village": "dt1", "no": 7, "members": 3]),
            id(Head(round: "2026-H1"), ["village": "dt1", "no": 8, "members": 3]),
            id(Head(round: "2026-H1"), ["village": "dt17", "no": 7, "members": 3]),
        ]
        #expect(Set(others + [first]).count == 4)
        // No two keys run into one.
        #expect(
            RecordIdentity.id(form: "f", key: ["a", "bc"], round: "r")
                != RecordIdentity.id(form: "f", key: ["ab", "c"], round: "r"))
    }

    @Test("an _id that contradicts the key is refused with the right one; the same one is taken")
    func contradiction() throws {
        let bench = try Bench(RecordBuilderTests.keyed, properties: RecordBuilderTests.key)
        let cells: [String: Cell] = ["village": "dt1", "no": 7, "members": 3]
        let right = RecordIdentity.id(form: "f", key: ["dt1", "7"], round: "2026-H1")
        let wrong = builder(bench).build(given(Head(id: "abc", round: "2026-H1"), cells, bench))
        #expect(wrong.problems.map(\.short) == ["error _id E-ROW-017"])
        #expect(wrong.problems.first?.message.facts["expected"] == right)
        #expect(builder(bench).build(given(Head(id: right, round: "2026-H1"), cells, bench)).isAcceptable)
    }

    @Test("a key without a value makes no record, whatever its status", arguments: [Cell.unanswered, .dontKnow])
    func incompleteKey(_ cell: Cell) throws {
        let bench = try Bench(RecordBuilderTests.keyed, properties: RecordBuilderTests.key)
        let head = Head(round: "2026-H1", status: .incomplete)
        let built = builder(bench).build(given(head, ["village": "dt1", "no": cell], bench))
        #expect(built.problems.first?.short == "error no E-ROW-016")
        #expect(!built.isAcceptable)
    }

    @Test("3.1 without a key, the id is of the content, its batch, and which of its like it is")
    func keyless() throws {
        let bench = try Bench(
            """
            text "said" { label = "S", special = { "dont_know" } },
            roster "r" { label = "R", integer "a" { label = "A" } },
            """)
        func ids(_ records: [(Head, [String: Cell])], batch: String? = nil) -> [String] {
            let builder = builder(bench, batch: batch)
            return records.map { builder.build(given($0.0, $0.1, bench)).record.id }
        }
        let slip: (Head, [String: Cell]) = (Head(), ["said": "tốt"])
        let twice = ids([slip, slip])
        #expect(twice.first == "3104ca1a5f906e4d60a14c41ff905768")
        #expect(Set(twice).count == 2)
        // The same file again has the same ids; another batch has not.
        #expect(ids([slip, slip]) == twice)
        #expect(Set(ids([slip, slip], batch: "2")).isDisjoint(with: twice))
        // What is given counts, also a date or round; what is only assumed does not.
        let others = ids([
            slip, (Head(date: "2026-11-20"), ["said": "tốt"]), (Head(round: "once"), ["said": "tốt"]),
            (Head(status: .complete), ["said": "tốt"]), (Head(result: .completed), ["said": "tốt"]),
            (Head(), ["said": "dont_know"]), (Head(), ["said": .dontKnow]), (Head(), [:]),
            (Head(), ["r": [["a": 1], ["a": 2]]]), (Head(), ["r": [["a": 12]]]), (Head(), ["r": [["a": 1]]]),
        ])
        #expect(Set(others).count == others.count)
        #expect(others.first == twice.first)
        // An empty cell and one that says it is empty are one.
        #expect(ids([(Head(), [:])]) == ids([(Head(), ["said": .unanswered])]))
        let later = RecordBuilder(bench.engine, calendar: PeriodCalendar(), defaultDate: Day(number: 0))
        #expect(later.build(given(slip.0, slip.1, bench)).record.id == twice.first)
        // An _id that is given is taken.
        #expect(ids([(Head(id: "mine"), ["said": "tốt"])]) == ["mine"])
    }

    // MARK: Status

    @Test(
        "required questions may stay open in a record that does not count, and only there",
        arguments: [
            (nil, nil, false), (.complete, .completed, false), (.approved, nil, false), (.incomplete, nil, true),
            (.returned, nil, true), (.rejected, nil, true), (nil, .refused, true), (.complete, .nobodyHome, true),
            (.complete, .partlyCompleted, true),
        ] as [(RecordStatus?, VisitResult?, Bool)])
    func openQuestions(_ status: RecordStatus?, _ result: VisitResult?, _ isAcceptable: Bool) throws {
        let bench = try Bench(
            RecordBuilderTests.keyed + """
                roster "person" { label = "P", count = function(h) return h.members end,
                  integer "age" { label = "A", required = true } },
                """, properties: RecordBuilderTests.key)
        let head = Head(round: "2026-H1", status: status, result: result)
        let built = builder(bench).build(given(head, ["village": "dt1", "no": 7], bench))
        #expect(built.problems.map(\.short) == ["unanswered members E-ROW-006"])
        #expect(built.isAcceptable == isAcceptable)
        #expect(built.record.status == status ?? .complete)
        #expect(built.record.result == result ?? .completed)
        #expect(built.record.root.answers[2] == .missing(.unanswered))
        // A wrong answer is wrong in any record.
        let wrong = builder(bench).build(
            given(head, ["village": "dt1", "no": 7, "members": 2, "person": [[:]]], bench))
        #expect(!wrong.isAcceptable)
    }

    @Test("a record carries its form and version; a fault of the form keeps it out, a warning does not")
    func heads() throws {
        let bench = try Bench(
            """
            integer "a" { label = "A", warn = function(value) return value < 5 end },
            calculate "b" { calculation = function(h) if h.a == 9 then error("x") end return 1 end },
            """)
        let fine = builder(bench).build(given(Head(), ["a": 7], bench))
        #expect(fine.problems.map(\.short) == ["warning a W-ROW-001"])
        #expect(fine.isAcceptable)
        #expect((fine.record.form, fine.record.version) == ("f", 1))
        let fault = builder(bench).build(given(Head(), ["a": 9], bench))
        #expect(fault.problems.map(\.kind) == [.warning, .fault])
        #expect(!fault.isAcceptable)
    }
}
