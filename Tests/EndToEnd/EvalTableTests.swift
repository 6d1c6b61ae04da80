import Foundation
import Testing

@Suite("The table of chiso eval")
struct EvalTableTests {
    private static let indicators = """
        indicator "late" {
          code = "II.10", label = { vi = "Chỉ tiêu cuối cùng", en = "The last" }, over = "household",
          share = function(h) return h.speed > 40 end, target = { at_least = 90, by = 2030 },
        }
        indicator "early" {
          code = "II.9", over = "household", label = { vi = "Tỷ lệ có tên dài", en = "One with a name so long that it wraps" },
          ratio = { numerator = function(h) return h.members + 1 end, denominator = function(h) return h.members end },
          by = { "connection" }, target = { at_least = 90, by = 2030 },
        }
        indicator "early_part" {
          label = "Part", over = "household", component = true, share = function(h) return h.members > 1 end,
        }
        """

    private func workspace() throws -> SmallWorkspace {
        let workspace = try SmallWorkspace.filled()
        try workspace.write("Rules/indicators/more.lua", EvalTableTests.indicators)
        return workspace
    }

    @Test("labels stand with codes and ids, in the order of codes, components beneath theirs")
    func order() throws {
        let result = try workspace().run("eval", "--as-of", "2026-06-30")
        let lines = result.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let ids = ["accounts", "early", "early_part", "late", "mean_speed", "satisfied"]
        #expect(lines.dropFirst().prefix(6).compactMap { line in ids.first(where: line.contains) } == ids)
        #expect(result.output.contains("II.9   One with a name so long that it wraps"))
    }

    @Test("failed records, parts greater than wholes and borrowed coverage are marked, and the marks explained")
    func marks() throws {
        let workspace = try workspace()
        let result = try workspace.run("eval", "late", "early", "--as-of", "2026-06-30")
        #expect(result.status == 65)
        #expect(result.output.contains("100.0% (!)"))
        #expect(result.output.contains("175.0% (>)"))
        #expect(result.output.contains("(!): the formula failed on some records (1 at most)."))
        #expect(result.output.contains("(>): in some records (3 at most) the part is greater than the whole"))
        let split = try workspace.run("eval", "early", "--by", "connection", "--as-of", "2026-06-30")
        #expect(split.output.contains("n  Missing  Coverage"))
        let row = try #require(split.output.split(separator: "\n").first { $0.hasPrefix("Fibre") })
        #expect(row.contains("incomplete") && row.hasSuffix("(60.0%)"))
        #expect(split.output.contains("( ): the coverage of the whole"))
        #expect(
            try workspace.run("eval", "early", "--format", "csv", "--as-of", "2026-06-30").output.contains(
                ",3,,,,,,,,,,,\n")
        )
    }

    @Test("it fits the terminal: on 80 columns the id stands below the label, uncut", arguments: [80, 60])
    func narrow(width: Int) throws {
        let workspace = try workspace()
        let command = "stty cols \(width); \"$CHISO\" eval accounts early mean_speed --as-of 2026-06-30 --language vi"
        let result = try workspace.shell(
            "exec script -qec \"$COMMAND\" /dev/null", environment: ["COMMAND": command, "TERM": "xterm"])
        let lines = result.output.split(whereSeparator: \.isNewline)
        #expect(lines.allSatisfy { $0.count <= width }, "\(result.output)")
        #expect(lines.contains { $0.contains("mean_speed") })
        #expect(lines.contains { $0.contains("thiếu đơn vị") })
    }
}

@Suite("What is missing is said")
struct MissingTests {
    @Test("without a store, or with an empty one, the commands that read it say so", arguments: ["eval", "data list"])
    func store(command: String) throws {
        let workspace = try SmallWorkspace()
        let result = try workspace.run(command.split(separator: " ").map(String.init))
        #expect(result.status == 0 && result.errors.contains("chiso data import"))
        #expect(try workspace.run(command.split(separator: " ").map(String.init) + ["--quiet"]).errors.isEmpty)
        let filled = try SmallWorkspace.filled()
        #expect(try filled.run(command.split(separator: " ").map(String.init)).errors.isEmpty)
    }

    @Test("without scripts, check and eval say where they belong")
    func scripts() throws {
        let workspace = try SmallWorkspace()
        try workspace.remove("Surveys")
        try workspace.remove("Rules")
        for command in ["eval", "check"] {
            let result = try workspace.run(command)
            #expect(result.status == 0 && result.errors.contains("Rules/indicators"), "\(result.errors)")
        }
    }

    @Test(
        "a folder that is no workspace ends with 66",
        arguments: ["eval", "check", "data list", "report x", "simulate x --seed 1", "db check", "data show 1"])
    func noWorkspace(command: String) throws {
        let workspace = try SmallWorkspace()
        try workspace.write("empty/file", "")
        let result = try workspace.run(
            command.split(separator: " ").map(String.init) + ["--workspace", workspace.url("empty").path])
        #expect(result.status == 66 && result.errors.contains("--workspace"), "\(result.errors)")
        #expect(result.output.isEmpty)
    }
}
