import Foundation
import Testing

/// A form that changes after data were collected with it (`semantics.md` 2.11).
@Suite("A form's version and its data")
struct FormVersionTests {
    private static func slip(_ version: Int, _ questions: String) -> String {
        """
        form "slip" {
          version = \(version), label = "Slip", round = "day", measures = "flow",
          integer "rating" { label = "Rating", required = true, min = 1, max = 5 },
          \(questions)
        }
        """
    }

    private static let comment = "text \"comment\" { label = \"Comment\" },"
    private static let wider = comment + " yes_no \"again\" { label = \"Again\" },"

    private func filled() throws -> SmallWorkspace {
        let workspace = try SmallWorkspace()
        try workspace.write("Surveys/slip.lua", FormVersionTests.slip(1, FormVersionTests.comment))
        try workspace.write("s.csv", "rating,comment,_date\n5,good,2026-03-01\n1,,2026-03-02\n")
        let result = try workspace.run("data", "import", "slip", "s.csv")
        guard result.status == 0 else { throw SmallWorkspace.Unexpected(text: result.errors) }
        return workspace
    }

    @Test("a changed shape without a new version is refused by check and by whatever writes")
    func changed() throws {
        let workspace = try filled()
        try workspace.write("Surveys/slip.lua", FormVersionTests.slip(1, FormVersionTests.wider))
        let checked = try workspace.run("check")
        #expect(checked.status == 1)
        #expect(checked.errors.contains("Surveys/slip.lua:1:1: error: ") && checked.errors.contains("added: again"))
        try workspace.write("t.csv", "rating,comment,again,_date\n4,,yes,2026-04-01\n")
        let refused = try workspace.run("data", "import", "slip", "t.csv")
        #expect(refused.status == 65 && refused.errors.contains("raise the form's version"))
        let simulated = try workspace.run("simulate", "slip", "-n", "2", "--seed", "1", "--period", "2026", "--force")
        #expect(simulated.status == 65 && simulated.errors.contains("raise the form's version"))
    }

    @Test("with a new version, check says what happens to the data, and older records count as missing")
    func added() throws {
        let workspace = try filled()
        try workspace.write("Surveys/slip.lua", FormVersionTests.slip(2, FormVersionTests.wider))
        try workspace.write(
            "Rules/indicators/again.lua",
            "indicator \"again\" { label = \"Again\", over = \"slip\", share = function(s) return s.again end }\n")
        let checked = try workspace.run("check")
        #expect(checked.status == 0 && checked.errors.contains("added: again (missing in older records)"))
        try workspace.write("t.csv", "rating,comment,again,_date\n4,,yes,2026-04-01\n3,,no,2026-04-02\n")
        #expect(try workspace.run("data", "import", "slip", "t.csv").status == 0)
        let figures = try workspace.run(
            "eval", "again", "--period", "2026", "--as-of", "2026-12-31", "--format", "json")
        #expect(figures.output.contains("\"value\": 50"), "\(figures.all)")
        #expect(figures.output.contains("\"n\": 2") && figures.output.contains("\"missing\": 2"))
        #expect(try workspace.isSound())
    }

    @Test("a renamed question reads its older answers")
    func renamed() throws {
        let workspace = try filled()
        try workspace.write(
            "Surveys/slip.lua",
            FormVersionTests.slip(2, "text \"remark\" { label = \"Remark\", formerly = { \"comment\" } },"))
        #expect(try workspace.run("check").errors.contains("renamed: comment → remark"))
        let lines = try workspace.run("data", "export", "slip", "-").output
        #expect(lines.contains("\"rating\": 5, \"remark\": \"good\""))
        #expect(try workspace.run("data", "export", "slip", "out.csv").status == 0)
        #expect(try workspace.run("data", "import", "slip", "out.csv").errors.contains("2 unchanged"))
    }
}
