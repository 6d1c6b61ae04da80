import Foundation
import Testing

@Suite("chiso data validate")
struct DataValidateTests {
    private let workspace: SmallWorkspace
    private let ids: [String]

    init() throws {
        workspace = try SmallWorkspace.filled()
        ids = try workspace.ids(of: "household")
        try workspace.write("Rules/validations/h.lua", DataValidateTests.warnings)
    }

    /// One household of three says nothing of its connection; two have a member with an account or without.
    private static let warnings = """
        validation "connected" {
          over = "household", severity = "warning", must = function(h) return h.connection ~= "none" end,
          message = { vi = "Hộ chưa có mạng", en = "Not connected" },
        }
        validation "account" {
          over = "household.person", severity = "warning", among = function(p) return p.age >= 15 end,
          must = function(p) return p.account end, message = { vi = "Chưa có tài khoản", en = "No account" },
        }
        validation "like_before" {
          over = "household", severity = "warning",
          previous = function(now, before) return now.members <= before.members end,
          message = { vi = "Thêm người", en = "More members" },
        }
        """

    private func error(_ body: String) throws {
        try workspace.write(
            "Rules/validations/e.lua",
            """
            validation "large" {
              over = "household", must = function(h) \(body) end, message = { vi = "Hộ đông người", en = "Large" },
            }
            """)
    }

    private func json(_ arguments: String...) throws -> [String: Any] {
        let result = try workspace.run(["data", "validate", "--format", "json"] + arguments)
        return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }

    @Test("warnings leave the exit code 0, errors make it 1, a rule that fails 65")
    func exitCodes() throws {
        let warned = try workspace.run("data", "validate")
        #expect(warned.status == 0, "\(warned.all)")
        #expect(warned.errors.contains("3 rules: 0 errors, 2 warnings, 2 places not evaluated for a missing answer"))
        try error("return h.members < 2")
        #expect(try workspace.run("data", "validate").status == 1)
        #expect(try workspace.run("data", "validate", "--rule", "connected").status == 0)
        try error("return h.memberz < 2")
        let failed = try workspace.run("data", "validate")
        #expect(failed.status == 65 && failed.output.contains("connected"), "\(failed.all)")
        #expect(failed.errors.contains("Rules/validations/e.lua:2:"))
        #expect(failed.errors.contains("did you mean 'members'?"))
        #expect(failed.errors.contains("large: failed at 3 places"))
        #expect(try workspace.run("data", "validate", "--rule", "connected").status == 0)
    }

    @Test("a script that does not load ends with 65 where the rules asked for rest on it, and is a warning elsewhere")
    func unloadable() throws {
        try workspace.write("Rules/validations/e.lua", "validation \"large\" { over = \"household\" }")
        let all = try workspace.run("data", "validate")
        #expect(all.status == 65 && all.output.isEmpty && all.errors.contains("Rules/validations/e.lua:1:1: error"))
        #expect(try workspace.run("data", "validate", "--rule", "large").status == 65)
        let other = try workspace.run("data", "validate", "--rule", "connected")
        #expect(other.status == 0 && other.errors.contains("warning"), "\(other.all)")
        let json = try workspace.run("data", "validate", "--format", "json")
        #expect(json.status == 65 && json.output.contains("\"diagnostics\""))
    }

    @Test(
        "wrong arguments end with 64, no record with 66",
        arguments: [
            (["nosuch"], 64, "nosuch"), (["--rule", "conected"], 64, "did you mean 'connected'?"),
            (["slip", "--rule", "connected"], 64, "not about the form slip"), (["--where", "village"], 64, "village"),
            (["--where", "vilage=v1"], 64, "did you mean 'village'?"), (["--limit", "0"], 64, "--limit"),
            (["--period", "2026-H3"], 64, "2026-H3"), (["--period", "2020-H1"], 66, "2020-H1"),
        ])
    func refused(arguments: [String], status: Int, text: String) throws {
        let result = try workspace.run(["data", "validate"] + arguments)
        #expect(result.status == Int32(status) && result.output.isEmpty, "\(result.all)")
        #expect(result.errors.contains(text), "\(result.errors)")
    }

    @Test("a workspace without a store, or without rules for a form, says so")
    func nothing() throws {
        let slip = try workspace.run("data", "validate", "slip")
        #expect(slip.status == 0 && slip.errors.contains("there are no rules for the form slip"))
        // A rule between forms is asked of no record, and makes nothing of a mistyped period.
        try workspace.write(
            "Rules/validations/b.lua",
            "validation \"between\" { must = function(i) return i.accounts.value > 0 end, message = \"x\" }")
        #expect(try workspace.run("data", "validate").status == 0)
        #expect(try workspace.run("data", "validate", "--period", "2024-H1").status == 66)
        try workspace.remove(".chiso")
        #expect(try workspace.run("data", "validate").status == 66)
    }

    @Test("the JSON has the keys that the help tells, and counts that add up")
    func keys() throws {
        let check = try json()
        #expect(Set(check.keys) == ["period", "as_of", "errors", "warnings", "rules"])
        let rules = try #require(check["rules"] as? [[String: Any]])
        #expect(rules.compactMap { $0["id"] as? String } == ["connected", "account", "like_before"])
        let help = try workspace.run("data", "validate", "--help").output
        for rule in rules {
            #expect(
                Set(rule.keys) == [
                    "id", "label", "severity", "over", "checked", "passed", "failed", "failed_records",
                    "not_evaluated", "not_evaluated_reasons", "not_applicable", "no_earlier", "faults",
                    "fault_groups", "records",
                ])
            for key in rule.keys { #expect(help.contains(key), "\(key)") }
            let counts = ["passed", "failed", "not_evaluated", "faults"].compactMap { rule[$0] as? Int }
            #expect(counts.reduce(0, +) == rule["checked"] as? Int)
            #expect(rule["records"] is NSNull)
        }
        #expect(rules[0]["not_evaluated_reasons"] as? [String: Int] == ["dont_know": 1])
        #expect(rules[1]["not_applicable"] as? Int == 1 && rules[2]["no_earlier"] as? Int == 3)
    }

    @Test("the records that break a rule are told by id, unit and what to do, without anything personal")
    func records() throws {
        let check = try json("--rule", "account")
        let rule = try #require((check["rules"] as? [[String: Any]])?.first)
        let record = try #require((rule["records"] as? [[String: Any]])?.first)
        #expect(
            Set(record.keys) == [
                "id", "row", "unit", "round", "date", "interviewer", "message", "others", "next",
            ])
        let id = try #require(record["id"] as? String)
        #expect(ids.contains(id) && record["row"] as? String == "person[2]")
        #expect(record["unit"] as? [String: String] == ["village": "v1", "household_no": "1"])
        #expect(record["next"] as? String == "chiso data edit \(id)")
        let csv = try workspace.run("data", "validate", "household", "--records", "--format", "csv").output
        #expect(csv.hasPrefix("_id,rule,severity,row,unit,_round,_date,interviewer,message,others,next\n"), "\(csv)")
        #expect(csv.split(separator: "\n").count == 3 && !csv.contains("Bình"))
        let where2 = try workspace.run("data", "validate", "--where", "village=v2", "--format", "csv").output
        #expect(where2.contains("connected,warning,household,1,0,1,1,0,,0,0,0,Not connected"), "\(where2)")
    }

    @Test("people read it in Vietnamese")
    func vietnamese() throws {
        try error("return h.members < 2")
        let result = try workspace.run("data", "validate", "--records", "--limit", "1", "--language", "vi")
        #expect(result.status == 1)
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(lines[0].hasPrefix("quy tắc") && lines[0].contains("chưa có kỳ trước"), "\(lines[0])")
        #expect(lines.contains { $0.hasPrefix("large") && $0.contains("lỗi") && $0.hasSuffix("Hộ đông người") })
        #expect(lines.contains { $0.contains("Thôn Hai, 1") && $0.hasSuffix("Hộ chưa có mạng") }, "\(lines)")
        #expect(lines.contains("connected: 1 sai; chưa xét được: không biết 1"))
        #expect(result.errors.contains("chiso data edit"))
    }

    @Test("the list of records can be handed on to chiso data review")
    func handedOn() throws {
        let piped = try workspace.shell(
            "\"$CHISO\" data validate --rule connected --format csv | "
                + "\"$CHISO\" data review - --return --note 'xem lại'")
        #expect(piped.status == 0, "\(piped.all)")
        let statuses = try workspace.sqlite("SELECT _status FROM data_household ORDER BY _number")
        #expect(statuses == "complete\ncomplete\nreturned\n")
    }

    @Test("an incomplete or returned record is checked only if asked for; an earlier round is compared with")
    func unfinished() throws {
        #expect(try workspace.run("data", "review", ids[2], "--return", "--note", "x").status == 0)
        func failed(_ arguments: String...) throws -> String {
            try workspace.run(["data", "validate", "--rule", "connected", "--format", "csv", "--records"] + arguments)
                .output
        }
        #expect(!(try failed().contains(ids[2])))
        #expect(try failed("--incomplete").contains(ids[2]))
        let later = SmallWorkspace.households.replacing("2026-H1,2026-05", with: "2026-H2,2026-11")
            .replacing("Gần chợ,2,fibre,,50,2", with: "Gần chợ,3,fibre,,50,3")
        try workspace.write("h.csv", later)
        try workspace.write("p.csv", SmallWorkspace.persons + "v1,1,Dung,22,yes,\n")
        let imported = try workspace.run("data", "import", "household", "h.csv", "--roster", "person=p.csv")
        try #require(imported.status == 0, "\(imported.errors)")
        let check = try json("--rule", "like_before", "--period", "2026-H2")
        let rule = try #require((check["rules"] as? [[String: Any]])?.first)
        #expect(rule["checked"] as? Int == 2 && rule["failed"] as? Int == 1 && rule["no_earlier"] as? Int == 1)
        let record = try #require((rule["records"] as? [[String: Any]])?.first)
        #expect(record["others"] as? [String] == [ids[0]])
    }
}
