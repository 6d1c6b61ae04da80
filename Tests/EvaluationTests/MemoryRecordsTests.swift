import Evaluation
import FormModel
import Testing
import WorkspaceFixtures

@Suite("Records in memory")
struct MemoryRecordsTests {
    private static let questions = """
        text "text" { label = "A" }, integer "integer" { label = "A" }, decimal "decimal" { label = "A" },
        yes_no "yes_no" { label = "A" }, select_one "select_one" { label = "A", choices = { { "a", vi = "A" } } },
        select_multiple "select_multiple" { label = "A", choices = { { "a", vi = "A" }, { "b", vi = "B" } } },
        rank "rank" { label = "A", choices = { { "a", vi = "A" }, { "b", vi = "B" } } },
        date "date" { label = "A" }, time "time" { label = "A" }, datetime "datetime" { label = "A" },
        geopoint "geopoint" { label = "A" }, barcode "barcode" { label = "A" },
        calculate "calculate" { calculation = function(r) return r.decimal end },
        """

    @Test(
        "a column gives every answer back, whatever the kind",
        arguments: [
            ("text", Value.text("á b")), ("integer", .integer(-3)), ("decimal", .decimal(2.5)),
            ("yes_no", .boolean(false)), ("select_one", .text("a")), ("select_multiple", .choices(["a", "b"])),
            ("rank", .ranking(["b", "a"])), ("date", .date(Day(number: -400))), ("time", .time(minutes: 870)),
            ("datetime", .dateTime(Day(number: -1), minutes: 75)), ("barcode", .text("012")),
            ("calculate", .decimal(2.5)), ("calculate", .integer(2)), ("calculate", .boolean(true)),
            ("calculate", .text("x")), ("calculate", .date(Day(number: 20_000))),
        ])
    func roundTrip(name: String, value: Value) throws {
        let survey = try Survey(MemoryRecordsTests.questions, "count = function() return true end,")
        let answers: [Answer] = [.value(value), .notAsked, .missing(.refused), .value(value)]
        for answer in answers { survey.add([name: answer]) }
        let layout = try #require(survey.workspace.form("f")?.layout)
        let field = try #require(layout.root.field(name))
        let column = try #require(survey.records.columns([field], of: layout.root, in: layout).first)
            .fieldColumn(of: field.question)
        #expect(answers.indices.map { column.answer(at: $0, of: field.question) } == answers)
    }

    @Test("a point is kept, and a calculation of several kinds is text; whole numbers and fractions are fractions")
    func others() throws {
        let survey = try Survey(MemoryRecordsTests.questions, "count = function() return true end,")
        let point = try #require(GeoPoint(latitude: 14.945, longitude: 108.873, accuracy: 5))
        survey.add(["geopoint": .value(.geopoint(point)), "calculate": 1])
        survey.add(["calculate": 2.5])
        let layout = try #require(survey.workspace.form("f")?.layout)
        func answer(_ name: String, _ row: Int) throws -> Answer {
            let field = try #require(layout.root.field(name))
            return try #require(survey.records.columns([field], of: layout.root, in: layout).first)
                .fieldColumn(of: field.question).answer(at: row, of: field.question)
        }
        #expect(try answer("geopoint", 0) == .value(.geopoint(point)))
        #expect(try answer("calculate", 0) == .value(.decimal(1)))
        survey.add(["calculate": true])
        #expect(try answer("calculate", 1) == .value(.text("2.5")))
    }
}
