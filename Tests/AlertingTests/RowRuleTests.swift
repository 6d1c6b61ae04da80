import AlertStates
import FormModel
import Scripting
import Testing

@Suite("A rule whose function gives the rows")
struct RowRuleTests {
    private func found(_ watch: String, when: String = "true", message: String = "\"M\"") throws -> Found {
        try Watched(
            rule: "watch = function(data) \(watch) end, when = function(row) return \(when) end, message = \(message),"
        ).evaluate()
    }

    @Test("labels, label, value, badness and further texts of each row")
    func rows() throws {
        let found = try found(
            """
            return {
              { labels = { task = "t1", part = 2 }, label = "Việc một", value = 3, badness = 1.5, owner = "Sở", due = 7 },
              { labels = { task = "t2" }, done = true },
            }
            """, when: "not row.done", message: "function(row) return row.label .. \" \" .. row.due end")
        #expect(found.failure == nil, "\(found.failure ?? "")")
        try #require(found.observations.count == 2)
        let (first, second) = (found.observations[0], found.observations[1])
        #expect(first.labels == ["task": "t1", "part": "2"] && first.condition == .holds)
        #expect(first.finding.label == "Việc một" && first.finding.value == 3 && first.finding.badness == 1.5)
        #expect(first.finding.message == "Việc một 7" && first.finding.period == "2026-H2")
        #expect(first.attributes == ["owner": "Sở"])
        #expect(second.labels == ["task": "t2"] && second.condition == .doesNotHold)
        #expect(second.attributes.isEmpty && second.finding.label == nil && second.finding.message == nil)
    }

    @Test("a row that says no_data has none, and is not asked")
    func noData() throws {
        let found = try found(
            """
            return { { labels = { v = "a" }, no_data = "not reported" }, { labels = { v = "b" }, no_data = true },
              { labels = { v = "c" }, no_data = false } }
            """, when: "row.no_data == false or error(\"asked\")")
        #expect(
            found.conditions == ["a": "no data: not reported", "b": "no data: ", "c": "holds"], "\(found.evaluation)")
    }

    @Test("without labels the rule is one instance; without rows nothing is observed; nor where the function gives nil")
    func few() throws {
        #expect(try found("return { {} }").one().labels.isEmpty)
        let empty = try found("return {}")
        #expect(empty.failure == nil && empty.observations.isEmpty)
        let nothing = try found("return nil")
        #expect(nothing.observations.isEmpty, "\(nothing.evaluation)")
    }

    @Test("the same labels twice fail the whole rule, which says them")
    func doubled() throws {
        let failure = try found(
            "return { { labels = { v = \"a\" } }, { labels = { v = \"b\" } }, { labels = { v = \"a\" } } }"
        )
        .failure
        #expect(failure?.contains("v = a") == true, "\(failure ?? "")")
        #expect(
            try found("return { { labels = { v = 1 } }, { labels = { v = \"1\" } } }").failure?.contains("v = 1")
                == true)
    }

    @Test(
        "rows of another shape fail the rule, with their place",
        arguments: [
            "return 5", "return { 1 }", "return { a = 1 }", "return { { labels = \"x\" } }",
            "return { { labels = { v = 1.5 } } }", "return { { labels = { v = true } } }",
            "return { { labels = { \"x\" } } }",
            "return { { label = 1 } }", "return { { value = \"5\" } }", "return { { badness = 0/0 } }",
            "return { { value = 1/0 } }",
        ])
    func shapes(_ watch: String) throws {
        let failure = try found(watch).failure
        #expect(failure?.contains("Rules/alerts/a.lua:2") == true, "\(failure ?? "no failure")")
    }

    @Test("figures that the function reads: a row may say itself that a number is not there")
    func figures() throws {
        func watched(_ noData: String) throws -> Found {
            let watched = try Watched(
                rule: """
                    watch = function(data)
                      local rows = {}
                      for _, row in ipairs(data:indicator("m"):by "village") do
                        table.insert(rows, { labels = { village = row.key }, mean = row.number, no_data = \(noData) })
                      end
                      return rows
                    end,
                    period = "half_year", when = function(row) return row.mean < 5 end, message = "M",
                    """)
            try watched.add("v1", v: 3)
            try watched.add("v2", v: .missing(.refused))
            try watched.add("v3", v: 9)
            return try watched.evaluate()
        }
        let found = try watched("not row.number and \"no answers\"")
        #expect(found.conditions == ["v1": "holds", "v2": "no data: no answers", "v3": "not"], "\(found.evaluation)")
        // One that does not say so is a fault, not "fine".
        #expect(try watched("nil").failure?.contains("a.lua:9") == true)
    }
}
