import FormModel
import Scripting
import Testing
import WorkspaceFixtures

@testable import Scaffolding

@Suite("Model scripts")
struct ModelScriptTests {
    static let models = Language.allCases.map { ModelScripts(language: $0, today: Made.today) }

    /// Forms of many kinds, each with what makes a model hard to fit.
    static let forms: [String: String] = [
        "yes": """
        text "no" { label = "No", required = true }, yes_no "web" { label = { vi = "Có web?", en = "Web?" } },
        """,
        "choice": """
        text "no" { label = "No" }, select_one "state" { label = "State \\"A\\" \\\\ %s",
          choices = { { "a-b", vi = "Một", en = "One" }, { "2", vi = "Hai", en = "Two" } } },
        """,
        "nothing_else": "text \"no\" { label = \"No\", required = true, pattern = \"%d+\" },",
        "guarded": """
        text "no" { label = "No" }, integer "n" { label = "N" },
        group "g" { label = "G", relevant = function(r) return r.n > 3 end,
          yes_no "web" { label = function(r) return "Web " .. r.n end },
          decimal "share" { label = "Share", min = 0, constraint = function(v) return v < 1 end } },
        """,
        "personal": """
        text "no" { label = "No" }, yes_no "sick" { label = "Sick", personal = true },
        yes_no "agrees" { label = "Agrees", consent = true, required = true },
        select_one "sex" { label = "Sex", personal = true, choices = { { "m", vi = "Nam" }, { "f", vi = "Nữ" } } },
        """,
        "computed": """
        text "no" { label = "No" }, note "hello" { label = "Hello" },
        calculate "twice" { calculation = function(r) return r.no .. r.no end },
        """,
        "deep": """
        text "no" { label = "No" }, roster "item" { label = "Item", yes_no "sold" { label = "Sold" },
          roster "part" { label = { vi = "Phần", en = "Part" },
            select_one "kind" { label = "Kind", choices = { { "x", vi = "Ích" } } } } },
        """,
        "numbers": """
        text "no" { label = "No" }, integer "staff" { label = "Staff", min = 5, max = 9, required = true },
        decimal "money" { label = "Money\\nper year", min = -2.5 },
        """,
    ]

    private static func made(_ id: String, round: String = "half_year", key: Bool = true) -> Made {
        var made = Made()
        made.fixture.scripts["Surveys/\(id).lua"] = """
            form "\(id)" { version = 1, label = { vi = "Phiếu", en = "Form" }, round = "\(round)",
              \(key ? "key = { \"no\" }," : "") measures = "state", \(forms[id] ?? "") }
            """
        return made
    }

    @Test(
        "of indicators, validations and tests fit forms of every kind, and their rosters",
        arguments: forms.keys.sorted())
    func fit(form: String) throws {
        for models in ModelScriptTests.models {
            for (round, key) in [("half_year", true), ("once", true), ("day", false)] {
                var made = ModelScriptTests.made(form, round: round, key: key)
                #expect(try made.faults() == [])
                let layout = try #require(try made.fixture.load().forms.first).layout
                for set in layout.sets {
                    made.add(models.indicator("figure_\(set.index)", over: set, in: layout))
                    made.add(models.validation("rule_\(set.index)", over: set, in: layout))
                }
                made.add(models.test("first", of: layout))
                let workspace = try made.fixture.load()
                for indicator in workspace.indicators {
                    let name = "alert_\(indicator.id)"
                    made.add(models.alert(name, watching: indicator, round: layout.form.round))
                    made.add(models.report("report_\(indicator.id)", on: indicator, period: .year))
                }
                #expect(try made.faults() == [], "\(form) \(round)")
                #expect(try made.failedTests() == [], "\(form) \(round)")
                let whole = try made.fixture.load()
                #expect(whole.alerts.count == layout.sets.count && whole.reports.count == layout.sets.count)
            }
        }
    }

    @Test("of indicators take a yes, else a choice, else records; never a key, a personal field or consent")
    func measures() throws {
        let expected = [
            ("yes", "share = function(y) return y.web end,"),
            ("choice", "share = function(c) return c.state == \"a-b\" end,"),
            ("nothing_else", "count = function() return true end,"),
            ("guarded", "among = function(g) return g.web ~= nil end,"),
            ("personal", "count = function() return true end,"),
            ("computed", "count = function() return true end,"),
        ]
        for (form, text) in expected {
            let layout = try #require(try ModelScriptTests.made(form).fixture.load().forms.first).layout
            let file = try #require(ModelScriptTests.models.last).indicator("x", over: layout.root, in: layout)
            #expect(file.path == "Rules/indicators/x.lua")
            #expect(file.text.contains("\n  \(text)\n"), "\(form)")
        }
    }

    @Test(
        "of forms load under any name, also one that a question of the model has",
        arguments: [
            "market", "code", "visited_on", "situation", "status", "Reason", "website", "staff", "trained", "product",
            "title", "sales", "sales_total", "a", "x1", String(repeating: "a", count: 40),
        ])
    func formNames(name: String) throws {
        for models in ModelScriptTests.models {
            var made = Made([models.form(name)])
            #expect(try made.faults() == [])
            let layout = try #require(try made.fixture.load().forms.first).layout
            #expect(layout.form.id == name && layout.sets.count == 2)
            made.add(models.test("t", of: layout))
            made.add(models.indicator("i", over: layout.root, in: layout))
            #expect(try made.faults() == [])
            #expect(try made.failedTests() == [])
        }
    }

    @Test(
        "of alerts compare with the path, the target or the period before",
        arguments: [
            ("target = { at_least = 80, by = 2030, baseline = { [2025] = 40 } }", "now.value < now.expected and"),
            ("target = { at_most = 10, by = 2030, every_year = true }", "now.value > now.expected and"),
            ("target = { above = 97.5, by = 2030 }", "now.value < 97.5 and"),
            ("target = { below = 3, by = 2030 }", "now.value > 3 and"),
            ("target = { between = { 40, 50 }, by = 2030 }", "now.value < 40 and"),
            ("owner = \"Công an xã\"", "now.value < before.value and"),
        ])
    func conditions(property: String, condition: String) throws {
        var made = ModelScriptTests.made("yes")
        made.fixture.scripts["Rules/indicators/i.lua"] = """
            indicator "i" { label = "100 %", over = "yes", share = function(r) return r.web end, by = { "web" }, \(property) }
            """
        let indicator = try #require(try made.fixture.load().indicators.first)
        let file = try #require(ModelScriptTests.models.first).alert("a", watching: indicator, round: .halfYear)
        #expect(file.text.contains(condition), "\(file.text)")
        made.add(file)
        // What it says when it fires.
        made.fixture.scripts["Rules/tests/t.lua"] = """
            test("t", function(t)
              t:today "2026-06-30"
              for number = 1, 40 do t:record("yes", { no = tostring(number), web = false, _round = "2026-H1" }) end
              t:close "2026-H1"
              t:alert("a", { failed = false })
            end)
            """
        #expect(try made.faults() == [])
        #expect(try made.failedTests() == [])
    }

    @Test("of alerts and reports take what is derived, counted or to happen")
    func otherIndicators() throws {
        var made = ModelScriptTests.made("numbers", round: "once")
        made.fixture.scripts["Rules/indicators/i.lua"] = """
            indicator "mean" { label = "Mean", over = "numbers", mean = function(r) return r.staff end, unit = "người" }
            indicator "twice" { label = "Twice", derive = function(i) return i.mean.value * 2 end }
            indicator "done" { label = "Done", over = "numbers", milestone = function() return nil end,
              target = { by = 2030 } }
            """
        for indicator in try made.fixture.load().indicators {
            let models = try #require(ModelScriptTests.models.first)
            let round: PeriodLength? = indicator.over == nil ? nil : .once
            made.add(models.alert("a_\(indicator.id)", watching: indicator, round: round))
            made.add(models.report("r_\(indicator.id)", on: indicator, period: .year))
        }
        #expect(try made.faults() == [])
    }
}
