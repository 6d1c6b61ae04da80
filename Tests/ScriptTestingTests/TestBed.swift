import FormModel
import Messages
import ScriptTesting
import Scripting
import VietText
import WorkspaceFixtures

/// A small workspace whose tests are run: what each found, in words.
struct TestBed {
    var fixture = Fixture(form: TestBed.forms, rules: TestBed.rules)
    var settings = TestSettings()

    init() {
        settings.messages = .english
        fixture.scripts["Surveys/slip.lua"] = TestBed.slip
    }

    /// What a body finds: `nil` if it passes, else the line, the code and the sentence.
    func found(_ body: String) throws -> String? {
        try found(file: "test(\"t\", function(t)\n\(body)\nend)").first ?? "no test"
    }

    /// What each test of a file finds.
    func found(file: String) throws -> [String?] {
        let runner = try runner(file)
        return try runner.load { _ in true }.tests.map { runner.run($0).failure.map(told) }
    }

    func runner(_ file: String) throws -> ScriptTestRunner {
        var fixture = fixture
        fixture.scripts["Rules/tests/t.lua"] = file
        return ScriptTestRunner(fixture.sources, settings: settings)
    }

    private func told(_ diagnostic: Diagnostic) -> String {
        "\(diagnostic.place?.line ?? 0) \(diagnostic.message.code) \(diagnostic.message.text(in: .english))"
    }

    static let forms = """
        form "home" { version = 1, label = { vi = "Hộ", en = "Home" }, key = { "no" }, round = "half_year",
          text "no" { label = "No", required = true, pattern = "%d+" },
          integer "members" { label = { vi = "Số người", en = "Members" }, required = true, min = 1, max = 30,
            warn = function(value) return value <= 12 end, warn_message = "Hơn 12 người?" },
          roster "person" { label = "Person", title = function(p) return p.name end,
            count = function(h) return h.members end,
            text "name" { label = "Name", required = true, personal = true },
            integer "age" { label = "Age", required = true, min = 0, max = 120 },
            yes_no "vneid" { label = function(p) return { vi = p.name .. " có VNeID?", en = p.name .. "?" } end,
              relevant = function(p) return p.age >= 14 end, required = true, special = { "dont_know", "refused" } },
          },
          select_one "net" { label = "Net", required = true, special = { "dont_know" },
            choices = { { "fibre", vi = "Cáp quang" }, { "mobile", vi = "Di động" }, { "none", vi = "Không" } } },
          decimal "speed" { label = "Speed", relevant = function(h) return h.net == "mobile" end, required = true,
            constraint = function(value) return value > 0 end, constraint_message = "Phải lớn hơn 0" },
          select_multiple "devices" { label = "Devices",
            choices = { { "phone", vi = "Điện thoại" }, { "tv", vi = "Ti vi" } } },
          date "since" { label = "Since", default = function() return today() end },
          time "visit" { label = "Visit" },
          note "thanks" { label = "Thanks" },
          calculate "adults" { calculation = function(h) return count(h.person, function(p) return p.age >= 18 end) end },
        }
        """

    static let slip = """
        form "slip" { version = 1, label = "Slip", round = "day", measures = "flow", period_field = "on",
          date "on" { label = "On", default = function() return today() end, required = true },
          select_one "rating" { label = "Rating", choices = { { "1", vi = "1" }, { "2", vi = "2" } } },
          roster "item" { label = "Item", text "name" { label = "Name", required = true } },
        }
        """

    static let rules = """
        indicator "vneid" { label = "VNeID", over = "home.person", by = { "net" }, among = function(p) return p.age >= 14 end,
          share = function(p) return p.vneid end, target = { at_least = 90, by = 2030, baseline = { [2025] = 40 } } }
        indicator "speed" { label = "Speed", over = "home", unit = "Mb/s", mean = function(h) return h.speed end }
        indicator "morning" { label = "Morning", over = "home", share = function(h) return h.visit < 720 end }
        indicator "happy" { label = "Happy", over = "slip", share = function(s) return s.rating == "2" end }
        indicator "broken" { label = "Broken", over = "home", share = function(h) return h.speed > 3 end }
        """
}
