import Foundation
import Testing

@Suite("chiso simulate")
struct SimulateTests {
    @Test("so many records as no workspace has are refused, and memory is not asked for them")
    func tooMany() throws {
        let workspace = try SmallWorkspace()
        for (option, value) in [("-n", "9223372036854775807"), ("--sample", "10000001")] {
            let result = try workspace.run("simulate", "slip", option, value, "--seed", "1")
            #expect(result.status == 64)
            #expect(result.errors.contains(option) && result.errors.contains("0–10000000"), "\(result.errors)")
        }
    }

    @Test("the same seed gives the same records, and a second time changes nothing")
    func seed() throws {
        let first = try SmallWorkspace()
        let second = try SmallWorkspace()
        for workspace in [first, second] {
            for form in [["household"], ["slip", "-n", "20"]] {
                let result = try workspace.run(["simulate"] + form + ["--seed", "7", "--period", "2026-H1"])
                #expect(result.status == 0)
            }
        }
        #expect(try first.recordsSum() == second.recordsSum())
        #expect(try first.recordCount() == 25)
        #expect(try first.run("simulate", "household", "--seed", "7", "--period", "2026-H1").status == 0)
        #expect(try first.recordsSum() == second.recordsSum())
        #expect(try first.isSound())

        let other = try first.run("simulate", "household", "--seed", "8", "--period", "2026-H1")
        #expect(other.status == 65 && other.errors.contains("--seed"))
        #expect(try first.recordsSum() == second.recordsSum())
    }

    @Test("-n takes the first units of the frame, --sample so many of each stratum, the period dates them")
    func numbers() throws {
        let workspace = try SmallWorkspace()
        _ = try workspace.run("simulate", "household", "-n", "2", "--seed", "1", "--period", "2025-H2")
        #expect(
            try workspace.sqlite("SELECT group_concat(village || household_no, ' ') FROM data_household")
                == "v11 v12\n")
        #expect(
            try workspace.sqlite(
                "SELECT count(*) FROM data_household WHERE _date BETWEEN '2025-07-01' AND '2025-12-31'") == "2\n")
        try workspace.write(
            "Rules/indicators/sample.lua",
            "design \"drawn\" { form = \"household\", period = \"2026-H1\", strata = \"village\" }\n")
        let drawn = try workspace.run("simulate", "household", "--sample", "1", "--seed", "1", "--period", "2026-H1")
        #expect(drawn.status == 0, "\(drawn.errors)")
        #expect(
            try workspace.sqlite(
                "SELECT group_concat(village, ' ') FROM data_household WHERE _round = '2026-H1'") == "v1 v2\n")
    }

    @Test("who draws a unit, one thread or the other, makes no difference to it")
    func threads() throws {
        let (few, many) = (try SmallWorkspace(), try SmallWorkspace())
        for (workspace, count) in [(few, 150), (many, 700)] {
            let result = try workspace.run(
                "simulate", "slip", "-n", "\(count)", "--seed", "7", "--period", "2026-H1")
            #expect(result.status == 0, "\(result.errors)")
            #expect(try workspace.recordCount() == count)
        }
        let first = "SELECT hash, content FROM record_version ORDER BY record LIMIT 150"
        #expect(try few.sqlite(first) == many.sqlite(first))
    }

    @Test("--once costs nothing where the store was filled so before")
    func once() throws {
        let workspace = try SmallWorkspace()
        let arguments = ["simulate", "slip", "-n", "5", "--seed", "1", "--period", "2026-H1", "--once"]
        #expect(try workspace.run(arguments).errors.contains("simulated 5 records"))
        let sum = try workspace.recordsSum()
        #expect(try workspace.run(arguments).errors.contains("are there already"))
        #expect(try workspace.recordsSum() == sum)
    }

    @Test("collected data are never mixed with made-up ones unless forced")
    func collected() throws {
        let workspace = try SmallWorkspace.filled()
        let before = try workspace.recordsSum()
        let refused = try workspace.run("simulate", "slip", "-n", "2", "--seed", "1", "--period", "2026-H1")
        #expect(refused.status == 65 && refused.errors.contains("--force"))
        #expect(try workspace.recordsSum() == before)
        let forced = try workspace.run("simulate", "slip", "-n", "2", "--seed", "1", "--period", "2026-H1", "--force")
        #expect(forced.status == 0)
        #expect(try workspace.recordCount() == 5)
    }

    @Test(
        "what cannot be simulated is told",
        arguments: [
            (["housold", "--seed", "1"], 64, "did you mean 'household'?"), (["slip", "--seed", "1"], 64, "-n"),
            (["slip", "-n", "2"], 64, "--seed"), (["household", "--seed", "1", "--period", "2026-X"], 64, "2026-H1"),
            (["household", "--seed", "1", "--period", "2026-H1", "--sample", "1"], 64, "design"),
        ])
    func refused(arguments: [String], status: Int32, text: String) throws {
        let workspace = try SmallWorkspace()
        let result = try workspace.run(["simulate"] + arguments)
        #expect(result.status == status)
        #expect(result.errors.contains(text), "\(result.errors)")
        #expect(!workspace.exists(".chiso"))
    }

    @Test("a form whose list of units, or whose plan, is not there ends with 66 and names the file")
    func missingFiles() throws {
        let workspace = try SmallWorkspace()
        try workspace.remove("Surveys/choices/households.csv")
        try workspace.remove("Surveys/simulate/slip.lua")
        let frame = try workspace.run("simulate", "household", "--seed", "1")
        #expect(frame.status == 66 && frame.errors.contains("Surveys/choices/households.csv"))
        let plan = try workspace.run("simulate", "slip", "-n", "1", "--seed", "1")
        #expect(plan.status == 66 && plan.errors.contains("Surveys/simulate/slip.lua"))
    }
}
