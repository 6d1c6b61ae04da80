import Foundation
import Testing

@Suite("chiso new")
struct NewTests {
    private static func workspace() throws -> EmptyFolder {
        let here = try EmptyFolder()
        #expect(try here.run("init").status == 0)
        return here
    }

    @Test("adds a model of each kind, and the workspace still checks and passes its tests")
    func eachKind() throws {
        let here = try NewTests.workspace()
        let commands = [
            ["form", "market"], ["indicator", "online"], ["indicator", "accounts", "--over", "household.person"],
            ["indicator", "sellers", "--over", "market"], ["alert", "behind"],
            ["alert", "speed", "--watch", "fibre_speed"],
            ["report", "yearly", "--indicator", "sellers"], ["report", "halves"], ["validation", "plausible"],
            ["validation", "ages", "--over", "household.person"], ["test", "asks"],
            ["test", "asks_market", "--over", "market"],
        ]
        for command in commands {
            let result = try here.run(["new"] + command)
            #expect(result.status == 0, "\(command): \(result.errors)")
            let path = result.output.split(separator: "\n").joined()
            #expect(path.hasSuffix("\(command[1]).lua") && result.errors.contains("  chiso "))
            #expect(try here.text(path).contains(command[1]))
        }
        let checked = try here.run("check")
        #expect(checked.status == 0 && checked.errors.hasSuffix(": 0 errors, 0 warnings\n"), "\(checked.errors)")
        #expect(try here.run("test").status == 0)
        #expect(try here.run("simulate", "household", "-n", "60", "--seed", "1", "--period", "2026-H1").status == 0)
        for command in [
            ["eval", "--period", "2026-H1"], ["report", "halves", "--period", "2026-H1"], ["data", "validate"],
        ] {
            let result = try here.run(command)
            #expect(result.status == 0, "\(command): \(result.all)")
        }
        #expect(try here.run("alerts", "run", "--dry-run").status == 0)
    }

    @Test("every model checks in a workspace of other forms", arguments: ["household", "household.person", "slip"])
    func otherWorkspace(path: String) throws {
        let workspace = try SmallWorkspace()
        #expect(try workspace.run("new", "indicator", "one", "--over", path).status == 0)
        #expect(try workspace.run("new", "validation", "two", "--over", path).status == 0)
        #expect(try workspace.run("new", "test", "three", "--over", path).status == 0)
        #expect(try workspace.run("new", "alert", "four", "--watch", "one").status == 0)
        #expect(try workspace.run("new", "report", "five", "--indicator", "one").status == 0)
        let checked = try workspace.run("check")
        #expect(checked.status == 0 && checked.errors.hasSuffix(": 0 errors, 0 warnings\n"), "\(checked.errors)")
        #expect(try workspace.run("test").status == 0)
    }

    @Test("every model checks in the commune's own workspace, over every form and roster")
    func ownWorkspace() throws {
        let workspace = try TemporaryWorkspace(of: ".", copying: ["Surveys", "Rules", "chiso.toml"])
        let before = try workspace.result(of: ["check"]).errors
        let forms = [
            "action", "agency_month", "comment", "commune_year", "household", "satisfaction", "school", "village",
        ]
        for (number, path) in (forms + ["household.person"]).enumerated() {
            for kind in ["indicator", "validation", "test"] {
                try workspace.run(["new", kind, "model_\(number)", "--over", path])
            }
        }
        let watched = ["model_0", "vneid_account", "online_public_service_use", "village_tech_teams"]
        for (number, id) in watched.enumerated() {
            try workspace.run(["new", "alert", "model_\(number)", "--watch", id])
            try workspace.run(["new", "report", "model_\(number)", "--indicator", id])
        }
        try workspace.run(["new", "form", "model"])
        let checked = try workspace.result(of: ["check"])
        let told = checked.errors.split(separator: "\n").filter { !$0.hasSuffix("--notes") }
        #expect(
            checked.status == 0 && told == before.split(separator: "\n").filter { !$0.hasSuffix("--notes") },
            "\(checked.errors)")
        let tests = (0...forms.count).map { "Rules/tests/model_\($0).lua" }
        try workspace.run(["test"] + tests)
    }

    @Test("luacheck has nothing to say of a new workspace and its models", arguments: ["vi", "en"])
    func luacheck(language: String) throws {
        let here = try EmptyFolder()
        #expect(try here.run("init", "--language", language).status == 0)
        for command in [
            ["form", "market"], ["indicator", "one", "--over", "household.person"],
            ["indicator", "two", "--over", "market"],
            ["alert", "three"], ["alert", "four", "--watch", "fibre_speed"], ["report", "five"], ["validation", "six"],
            ["test", "seven"],
        ] {
            #expect(try here.run(["new"] + command + ["--language", language]).status == 0)
        }
        let rules = TemporaryWorkspace.repository.appendingPathComponent(".luacheckrc").path
        try TemporaryWorkspace.tool("luacheck", "--quiet", "--no-color", "--config", rules, here.folder.path)
    }

    @Test("comments are in the workspace's language, or the one that is asked for; labels in both")
    func language() throws {
        let here = try EmptyFolder()
        #expect(try here.run("init", "--language", "vi").status == 0)
        #expect(try Binary.run(["new", "form", "cho"], in: here.folder).status == 0)
        #expect(try here.run("new", "form", "shop").status == 0)
        #expect(
            try here.text("Surveys/cho.lua").contains("-- Khóa: ") && here.text("Surveys/cho.lua").contains("en = \""))
        #expect(
            try here.text("Surveys/shop.lua").contains("-- The key: ")
                && here.text("Surveys/shop.lua").contains("vi = \""))
    }

    @Test("a file or an id that is there is never replaced, whatever its capitals")
    func taken() throws {
        let here = try NewTests.workspace()
        try here.write("Rules/alerts/mine.lua", "-- mine\n")
        let before = try here.everything()
        for (command, text) in [
            (["form", "household"], "Surveys/household.lua is there already"),
            (["form", "Household"], "form \"household\" is declared at Surveys/household.lua:"),
            (["indicator", "vneid_account"], "is declared at Rules/indicators/household.lua:"),
            (["report", "summary"], "Rules/reports/summary.lua is there already"),
            (["validation", "household_number_once"], "is declared at Rules/validations/household.lua:"),
            (["alert", "mine"], "Rules/alerts/mine.lua is there already"),
            (["test", "rules"], "Rules/tests/rules.lua is there already"),
        ] {
            let result = try here.run(["new"] + command)
            #expect(result.status == 73 && result.errors.contains(text), "\(command): \(result.errors)")
            #expect(result.errors.split(separator: "\n").count == 1)
        }
        #expect(try here.everything() == before)
    }

    @Test(
        "a name that does not fit is refused with 64, and with one that does",
        arguments: [
            (["thu nhập"], "thu_nhap"), (["thu", "nhập"], "thu_nhap"), (["Đường số 1"], "duong_so_1"),
            (["a__b"], "a_b"),
            (["a-b"], "a_b"), (["end"], ""), (["index"], ""), ([""], ""), (["1a"], ""),
            ([String(repeating: "a", count: 41)], ""), (["../a"], "a"),
        ])
    func names(words: [String], proposal: String) throws {
        let workspace = try SmallWorkspace()
        for kind in ["form", "indicator", "test"] {
            let result = try workspace.run(["new", kind] + words)
            #expect(result.status == 64 && result.output.isEmpty, "\(words)")
            #expect(proposal.isEmpty || result.errors.contains("did you mean '\(proposal)'?"), "\(result.errors)")
        }
    }

    @Test("an unknown form or indicator ends with 66 and the nearest name")
    func unknown() throws {
        let here = try NewTests.workspace()
        for (command, text) in [
            (["indicator", "x", "--over", "houshold"], "did you mean 'household'?"),
            (["indicator", "x", "--over", "household.persn"], "did you mean 'household.person'?"),
            (["validation", "x", "--over", "nothing_of_it"], "there are: household, household.person"),
            (["test", "x", "--over", "houshold"], "did you mean 'household'?"),
            (["alert", "x", "--watch", "vneid"], "did you mean 'vneid_account'?"),
            (["report", "x", "--indicator", "fibre"], "did you mean 'fibre_speed'?"),
        ] {
            let result = try here.run(["new"] + command)
            #expect(result.status == 66 && result.errors.contains(text), "\(command): \(result.errors)")
        }
    }

    @Test("where there is no form, or no indicator, it says what comes first")
    func first() throws {
        let here = try EmptyFolder()
        #expect(try here.run("new", "form", "x").status == 66)
        #expect(try here.run("new", "form", "x").errors.contains("chiso init"))
        try here.write("chiso.toml", "")
        for kind in ["indicator", "validation", "test"] {
            let result = try here.run("new", kind, "x")
            #expect(result.status == 66 && result.errors.contains("first run chiso new form NAME"))
        }
        let alert = try here.run("new", "alert", "x")
        #expect(alert.status == 66 && alert.errors.contains("first run chiso new indicator NAME"))
        #expect(try here.run("new", "form", "x").status == 0)
        #expect(try here.run("new", "indicator", "y").status == 0)
        #expect(try here.run("new", "report", "z").status == 0)
        #expect(try here.run("check").status == 0)
    }

    @Test("faults elsewhere do not keep a model from being made, but nothing is made of what is faulty")
    func faults() throws {
        let here = try NewTests.workspace()
        try here.write("Surveys/aaa.lua", "form \"aaa\" { version = 1, labell = \"A\" }\n")
        try here.write("Rules/indicators/bad.lua", "indicator \"bad\" {\n  label = \"Bad\", over = \"household\"\n")
        let made = try here.run("new", "indicator", "good")
        #expect(made.status == 0)
        #expect(try here.text("Rules/indicators/good.lua").contains("over = \"household\""))
        let faulty = try here.run("new", "indicator", "other", "--over", "aaa")
        #expect(faulty.status == 65 && faulty.errors.contains("Surveys/aaa.lua:1:"))
        let watched = try here.run("new", "alert", "other", "--watch", "bad")
        #expect(watched.status == 65 && watched.errors.contains("Rules/indicators/bad.lua:"))
        let taken = try here.run("new", "indicator", "bad_2")
        #expect(taken.status == 0)
        try here.remove("Rules/indicators/bad.lua")
        try here.write(
            "Rules/indicators/other_file.lua", "indicator \"bad\" {\n  label = \"Bad\", over = \"household\"\n")
        let declared = try here.run("new", "indicator", "bad")
        #expect(declared.status == 73 && declared.errors.contains("Rules/indicators/other_file.lua:"))
        // A configuration that cannot be read says nothing of where things are.
        try here.write("chiso.toml", "schema = \"x\"\n")
        #expect(try here.run("new", "form", "shop").status == 78)
    }

    @Test("a folder that cannot be made ends with 73, and leaves nothing")
    func noFolder() throws {
        let here = try EmptyFolder()
        try here.write("chiso.toml", "")
        try here.write("Surveys", "a file")
        let before = try here.everything()
        let result = try here.run("new", "form", "shop")
        #expect(result.status == 73 && result.errors.contains("Surveys"))
        #expect(try here.everything() == before)
    }
}
