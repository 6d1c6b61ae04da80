import FormModel
import Testing
import WorkspaceFixtures

@Suite("Every kind of question")
struct QuestionKindTests {
    private static let list = "{ { \"red\" }, { \"green\" }, { \"blue\" } }"
    private static let everyKind = """
        text "t" { label = "T" },
        integer "i" { label = "I" },
        decimal "d" { label = "D" },
        yes_no "y" { label = "Y" },
        select_one "s" { label = "S", choices = \(list) },
        select_multiple "m" { label = "M", choices = \(list) },
        rank "r" { label = "R", choices = \(list) },
        date "born" { label = "Born" },
        time "at" { label = "At" },
        datetime "dt" { label = "DT" },
        note "n" { label = "N" },
        geopoint "g" { label = "G" },
        barcode "b" { label = "B" },

        """
    private static let answers: [String: Cell] = [
        "t": "Đức Tân", "i": 7, "d": 2.5, "y": true, "s": "green", "m": .choices("red", "blue"),
        "r": .value(.ranking(["blue", "red", "green"])), "born": .date("2001-03-05"), "at": .value(.time(minutes: 450)),
        "dt": .value(.dateTime(Bench.day, minutes: 75)),
        "g": .value(GeoPoint(latitude: 14.95, longitude: 108.88, accuracy: 8).map { .geopoint($0) } ?? .integer(0)),
        "b": "893-1",
    ]

    @Test("1.1 takes its value, and stands unanswered without one; a note has no field")
    func values() throws {
        let bench = try Bench(QuestionKindTests.everyKind)
        let form = bench.evaluate(QuestionKindTests.answers)
        #expect(form.short == [])
        #expect(form.isComplete)
        #expect(form.root.answers.count == 12)
        for (name, cell) in QuestionKindTests.answers {
            guard case .answer(let answer) = cell else { continue }
            #expect(try bench.answer(name, in: form) == answer, "\(name)")
        }
        let empty = bench.evaluate()
        #expect(empty.short == [])
        #expect(empty.root.answers.allSatisfy { $0 == .missing(.unanswered) })
    }

    @Test(
        "1.10 reads in a script as Lua has it",
        arguments: [
            ("upper(h.t)", "ĐỨC TÂN"), ("h.i // 2", 3), ("math.type(h.i)", "integer"), ("math.type(h.d)", "float"),
            ("h.d * 2", .decimal(5)), ("not h.y", false), ("h.s == \"green\"", true), ("h.m.red", true),
            ("h.m.green", false), ("#h.m", 2), ("h.r[1] .. \" \" .. #h.r", "blue 3"), ("h.born.year", 2001),
            ("h.born.month * 100 + h.born.day", 305), ("days_between(h.born, date(2001, 3, 10))", 5),
            ("h.born < today()", true), ("today() - h.born > 9000", true), ("h.at", 450), ("h.dt > today()", true),
            ("h.g.lat", .decimal(14.95)), ("h.g.accuracy", .decimal(8)), ("h.b", "893-1"),
            ("h.born", .date("2001-03-05")), ("h.m", .value(.choices(["red", "blue"]))),
        ] as [(String, Answer)])
    func reading(_ expression: String, _ expected: Answer) throws {
        let bench = try Bench(
            QuestionKindTests.everyKind + "calculate \"c\" { calculation = function(h) return \(expression) end },")
        let form = bench.evaluate(QuestionKindTests.answers)
        #expect(form.short == [])
        #expect(try bench.answer("c", in: form) == expected)
    }

    @Test(
        "2.7 follows a calculation of its own kind, and refuses one of another",
        arguments: [
            ("integer", "3.0", 3), ("integer", "3.5", nil), ("integer", "\"3\"", nil), ("decimal", "3", .decimal(3)),
            ("decimal", "0/0", nil), ("yes_no", "1 == 1", true), ("yes_no", "1", nil), ("text", "\" An  \"", "An"),
            ("text", "5", nil), ("date", "date(2026, 2, 28)", .date("2026-02-28")), ("date", "\"2026-02-28\"", nil),
            ("time", "90", .value(.time(minutes: 90))), ("time", "1440", nil), ("barcode", "\"x\"", "x"),
            ("calculate", "{ 1 }", nil), ("calculate", "1 == 2", false),
        ] as [(String, String, Answer?)])
    func calculated(_ kind: String, _ expression: String, _ expected: Answer?) throws {
        let bench = try Bench("\(kind) \"c\" { label = \"C\", calculation = function(h) return \(expression) end },")
        let form = bench.evaluate()
        #expect(form.root.answers == [expected ?? .missing(.notComputed)])
        #expect(form.short == (expected == nil ? ["fault c E-CALC-001"] : []))
    }

    @Test("1.10 a choice that is calculated must be one of the list, and takes the list's order")
    func calculatedChoices() throws {
        let list = QuestionKindTests.list
        let bench = try Bench(
            """
            select_one "a" { label = "A", choices = \(list), calculation = function() return "green" end },
            select_multiple "b" { label = "B", choices = \(list), calculation = function() return { "blue", "red" } end },
            rank "c" { label = "C", choices = \(list), calculation = function() return { "blue", "red", "green" } end },
            select_one "d" { label = "D", choices = \(list), calculation = function() return "grey" end },
            """)
        let form = bench.evaluate()
        #expect(
            form.root.answers == [
                "green", .value(.choices(["red", "blue"])), .value(.ranking(["blue", "red", "green"])),
                .missing(.notComputed),
            ])
        #expect(form.short == ["fault d E-CALC-001"])
    }
}
