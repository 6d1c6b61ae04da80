import Evaluation
import FormModel
import Messages
import Testing
import WorkspaceFixtures

@Suite("What a person answered is in no message, and in no split that does not ask for it")
struct PersonalTests {
    private static let questions = """
        text "name" { label = "Name", personal = true },
        integer "age" { label = "Age", personal = true },
        select_one "kind" { label = "Kind", personal = true, choices = { { "Ánh", unit = "Ánh" } } },
        """

    private func survey(_ computation: String, rules: String = "") throws -> Survey {
        let survey = try Survey(PersonalTests.questions, computation, rules: rules)
        survey.add(["name": "Ánh", "age": 37, "kind": "Ánh"], id: "r")
        return survey
    }

    @Test(
        "6.1 a fault of a function that read a personal field does not tell it",
        arguments: [
            ("error(r.name)", "E-RUN-007"), ("assert(false, r.name)", "E-RUN-007"),
            ("local n = r.name error('lỗi của ' .. n)", "E-RUN-007"), ("return r.name", "E-RESULT-001"),
            ("return r[r.name]", "E-FIELD-001"), ("return string[r.name]", "E-FIELD-001"),
            ("return (r.name):format('%d', 1) .. ('%' .. r.name):format(1)", "E-RUN-002"),
            ("return choice(r, r.name)", "E-FIELD-001"), ("return choice(r, 'kind')[r.name .. 'x']", "E-FIELD-001"),
            ("return known(r, r.name)", "E-FIELD-001"), ("error({ r.name })", "E-RUN-007"),
            ("local t = {} return t[r.name].x", "E-RUN-002"), ("return ('x'):rep(r.name)", "E-RUN-002"),
            ("r[r.name] = 1", "E-RUN-003"), ("return require(r.name)", "E-REQUIRE-001"),
            ("return choice(r, 'kind').unit", "E-RESULT-001"), ("return choice(r, 'kind').name", "E-RESULT-001"),
        ])
    func faults(body: String, code: String) throws {
        let total = try survey("mean = function(r) \(body) end,").figure().total
        #expect(total.failures.map(\.message.code) == [code])
        for failure in total.failures {
            #expect(!failure.message.facts.values.contains { $0.contains("Ánh") }, "\(failure.message.facts)")
            #expect(failure.place?.line == 1)
        }
    }

    @Test("6.1 what stands in the script is still told")
    func mistakes() throws {
        let total = try survey("mean = function(r) local n = r.name return r.agee end,").figure().total
        #expect(total.failures.first?.message.facts["name"] == "agee")
        #expect(total.failures.first?.message.facts["nearest"] == "age")
        let nothing = try survey("mean = function(r) local n = r.name return n.x.y end,").figure().total
        #expect(nothing.failures.first?.message.text(in: .english).contains("x") == true)
        let own = try survey("mean = function(r) if known(r, 'name') then error('không') end end,").figure().total
        #expect(own.failures.first?.message == Message("E-RUN-001", ["text": "không"]))
    }

    @Test(
        "6.1 a dimension that reads a personal field is a fault, unless it says so",
        arguments: [
            ("r.name", "", "name"), ("r.age > 30", "uses_personal = { \"name\" },", "age"),
            ("choice(r, 'kind').name", "", "kind"), ("any_of(r, 'name')", "", "name"),
        ])
    func dimensions(value: String, property: String, field: String) throws {
        let rules = """
            dimension "d" { over = "f", label = "D", \(property) value = function(r) return \(value) end }
            """
        let figure = try survey("count = function(r) return true end,", rules: rules).figure(by: [["d"]])
        #expect(figure.total.value == 1)
        #expect(figure.keys("d") == ["_unknown"])
        let message = try #require(figure.failures.first?.message.text(in: .english))
        #expect(message.contains("'\(field)' of f is a personal field"), "\(message)")
        #expect(message.contains("uses_personal"))
    }

    @Test(
        "6.1 a dimension may read what it lists, and whether a person answered",
        arguments: [("r.name", "\"name\"", "Ánh"), ("r.name", "\"f.name\"", "Ánh"), ("known(r, 'name')", "", "yes")])
    func listed(value: String, names: String, key: String) throws {
        let rules = """
            dimension "d" { over = "f", label = "D", uses_personal = { \(names) },
              value = function(r) return \(value) end }
            """
        let figure = try survey("count = function(r) return true end,", rules: rules).figure(by: [["d"]])
        #expect(figure.keys("d") == [key] && figure.failures.isEmpty)
    }

    @Test("6.1 functions that give a condition or a number read what they need")
    func numbers() throws {
        #expect(try survey("mean = function(r) return r.age end,").figure().total.value == 37)
        #expect(try survey("share = function(r) return r.name == 'Ánh' end,").figure().total.value == 100)
    }
}
