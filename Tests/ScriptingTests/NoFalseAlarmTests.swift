import Foundation
import ScriptAnalysis
import Scripting
import Testing

/// What is right, however oddly it is written, is told nothing of.
@Suite("There is no false alarm")
struct NoFalseAlarmTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let form = """
        local numbers = { "one", "two" }
        local function asked_online(h) return h.connection ~= "none" end
        form "home" {
          version = 1, label = "Home", key = { "no" },
          text "no" { label = "No", required = true },
          select_one "connection" { label = "C", choices = { { "fibre" }, { "mobile" }, { "none" } } },
          decimal "speed" {
            label = "S", relevant = function(h) return h.connection == "fibre" end,
            constraint = function(value) return value > 0 and value <= 10000 end, warn = function(v) return v >= 5 end,
          },
          select_multiple "uses" { label = "U", choices = { { "work" }, { "play" } }, relevant = asked_online },
          date "since" { label = "Since", relevant = asked_online },
          integer "members" { label = "M", min = 1, max = 30 },
          roster "person" {
            label = "P", count = function(h) return h.members end,
            integer "age" { label = "A", min = 0, max = 120 },
            yes_no "vneid" { label = "V", relevant = function(p) return p.age >= 14 end, special = { "dont_know" } },
            group "work" {
              label = "W", relevant = function(p) return p.age >= 15 and p.home.connection ~= "none" end,
              yes_no "online" { label = "O" },
              integer "hours" { label = "H", min = 0, max = 24, relevant = function(p) return p.online end },
            },
          },
          calculate "adults" { calculation = function(h) return count(h.person, function(p) return p.age > 17 end) end },
        }
        for _, name in ipairs(numbers) do tostring(name) end
        """

    /// Formulas over `home`, then over `home.person`.
    private static let formulas: [(over: String, body: String)] = [
        ("home", "return h.connection == \"fibre\" and h.speed > 30"),
        ("home", "return (h.speed or 0) > 30"),
        ("home", "if h.speed then return h.speed > 30 else return false end"),
        ("home", "local fast = h.connection == \"fibre\" return fast and h.speed > 30"),
        ("home", "if h.connection ~= \"fibre\" then return false end local s = h.speed return s * 2 > 30"),
        ("home", "local s = h.connection == \"fibre\" and h.speed return s and s > 30"),
        ("home", "local rank = { fibre = 1, mobile = 2 } return (rank[h.connection] or 0) > 0"),
        ("home", "return ({ fibre = true })[h.connection] == true"),
        ("home", "while true do if h.connection == \"fibre\" then return h.speed > 1 end return false end"),
        ("home", "for i = 1, 3 do if h.members == i then return true end end return false"),
        ("home", "return h.connection ~= \"none\" and h.uses.work and not h.uses.play"),
        ("home", "return h.connection ~= \"none\" and #h.uses > 1"),
        ("home", "return h.connection ~= \"none\" and h.since >= date(2020, 1, 1) and h.since.year < 2030"),
        ("home", "return known(h, \"speed\") and h.speed > 3"),
        ("home", "return not is_empty(h.uses)"),
        ("home", "return any(h.person, function(p) return p.age >= 14 and p.vneid end)"),
        ("home", "return count(h.person, function(p) return p.age > 60 end) / math.max(1, #h.person) > 0.5"),
        ("home", "local n = 0 for _, p in ipairs(h.person) do if p.age > 17 then n = n + 1 end end return n > 0"),
        ("home", "local function old(p) return p.age > 60 end return any(h.person, old) and not all(h.person, old)"),
        ("home", "return h.adults ~= nil and h.adults >= 1 or h.members > 20"),
        ("home", "local limit <const> = 5 return h.members > limit"),
        ("home", "return h.no < \"B\" or h.no >= \"z\""),
        (
            "home",
            "do local skip = h.members > 20 if skip then goto done end end do return true end ::done:: return false"
        ),
        ("home", "return upper(h.connection) == \"FIBRE\" or h.connection:find(\"mob\") ~= nil"),
        ("home.person", "if p.age < 14 then return false end return not p.vneid"),
        ("home.person", "local young = p.age < 14 return not young and not p.vneid"),
        ("home.person", "return p.vneid ~= true and p.age >= 14"),
        ("home.person", "return p.age >= 14 and p.vneid == false"),
        ("home.person", "return p.online and p.hours > 3"),
        ("home.person", "return p.age >= 15 and p.home.connection ~= \"none\" and p.online and p.hours // 2 > 3"),
        ("home.person", "return p.index == 1 and p.home.connection == \"fibre\" and p.home.speed > 100"),
        ("home.person", "return known(p, \"vneid\") or reason(p, \"vneid\") == \"dont_know\""),
    ]

    @Test("in conditions that guard in every way there is")
    func guards() throws {
        var rules = "local made = {}\nlocal function both(f, g) return function(x) return f(x) and g(x) end end\n"
        for (number, formula) in Self.formulas.enumerated() {
            let parameter = formula.over == "home" ? "h" : "p"
            rules += """
                indicator "i\(number)" {
                  label = "I", over = "\(formula.over)", component = true,
                  share = function(\(parameter)) \(formula.body) end,
                }

                """
        }
        rules += """
            local is = { fibre = function(h) return h.connection == "fibre" end }
            for _, limit in ipairs { 10, 20 } do
              made[#made + 1] = indicator("fast_" .. limit) {
                label = "F", over = "home", component = true,
                share = both(is.fibre, function(h) return h.speed > limit end),
              }
            end
            """
        let workspace = try TestWorkspace(["Surveys/f.lua": Self.form, "Rules/indicators/r.lua": rules]).load()
        #expect(workspace.diagnostics == [])
        #expect(workspace.indicators.count == Self.formulas.count + 2)
        let told = ScriptAnalysis(workspace).diagnostics.filter { $0.severity != .note }
        #expect(told.map { "\($0.place.map { "\($0)" } ?? "") \($0.message.text(in: .english))" } == [])
    }

    @Test("but a wrong field of the shipped workspace is told, whatever else its scripts go through")
    func wrongField() throws {
        let shipped = try TestWorkspace(folder: Self.root) { file in
            let text = String(decoding: file.bytes, as: UTF8.self)
            return ScriptFile(
                path: file.path, bytes: Array(text.replacing("h.speed_mbps >=", with: "h.speed_mbsp >=").utf8))
        }
        let told = ScriptAnalysis(try shipped.load()).diagnostics.filter { $0.severity == .error }
        #expect(told.map(\.message.code) == ["E-FIELD-001"])
    }

    @Test("in the workspaces that are shipped", arguments: ["Tests/ScriptingTests/Example", "Examples/nhanes", ""])
    func shipped(path: String) throws {
        let workspace = try TestWorkspace(folder: Self.root.appendingPathComponent(path)).load()
        #expect(ScriptAnalysis(workspace).diagnostics.filter { $0.severity != .note } == [])
    }
}
