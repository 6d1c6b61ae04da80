import Foundation
import Testing

@Suite("chiso data review")
struct DataReviewTests {
    private let workspace: SmallWorkspace
    private let ids: [String]

    init() throws {
        workspace = try SmallWorkspace.filled()
        ids = try workspace.ids(of: "household")
    }

    /// How many persons the indicator counts.
    private func counted() throws -> Int? {
        let result = try workspace.run(
            "eval", "accounts", "--period", "2026-H1", "--as-of", "2026-06-30", "--format", "json")
        let root = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        return (root?["indicators"] as? [[String: Any]])?.first?["n"] as? Int
    }

    private func statuses() throws -> String {
        try workspace.sqlite("SELECT _status FROM data_household ORDER BY _number")
    }

    @Test("complete and approved records count in figures, rejected and returned ones do not")
    func figures() throws {
        #expect(try counted() == 2)
        #expect(try workspace.run("data", "review", ids[0], "--approve").status == 0)
        #expect(try counted() == 2)
        #expect(try workspace.run("data", "review", ids[0], "--return", "--note", "thiếu").status == 0)
        #expect(try counted() == 0)
        // As it was known before, it still counts.
        #expect(try workspace.isSound())
        #expect(try workspace.run("data", "review", ids[1], "--reject", "--note", "trùng").status == 0)
        #expect(try statuses() == "returned\nrejected\ncomplete\n")
    }

    @Test("several together or not at all; the same one twice is one; a list can be piped in")
    func several() throws {
        let all = try workspace.run(["data", "review"] + ids + [String(ids[0].prefix(8)), "--approve"])
        #expect(all.status == 0 && all.errors.contains("3 records now approved"), "\(all.all)")
        #expect(try workspace.run("data", "review", ids[2], "--return", "--note", "x").status == 0)
        let sum = try workspace.recordsSum()
        let mixed = try workspace.run(["data", "review"] + ids + ["--reject", "--note", "x"])
        #expect(mixed.status == 65 && mixed.errors.contains(ids[2]) && !mixed.errors.contains(ids[1]), "\(mixed.all)")
        #expect(try workspace.run("data", "review", ids[0], "zzz", "--reject", "--note", "x").status == 66)
        #expect(try workspace.recordsSum() == sum)
        let piped = try workspace.shell(
            "\"$CHISO\" data list household --status approved --format csv | "
                + "\"$CHISO\" data review - --return --note 'xem lại'")
        #expect(piped.status == 0, "\(piped.all)")
        #expect(try statuses() == "returned\nreturned\nreturned\n")
    }

    @Test("a file imported again leaves reviewed records as they are; new content wants a new review")
    func importedAgain() throws {
        #expect(try workspace.run("data", "review", ids[0], "--approve").status == 0)
        #expect(try workspace.run("data", "review", ids[1], "--return", "--note", "x").status == 0)
        let sum = try workspace.recordsSum()
        for options in [[], ["--update"]] {
            let again = try workspace.run(
                ["data", "import", "household", "h.csv", "--roster", "person=p.csv"] + options)
            #expect(again.status == 0 && again.errors.contains("3 unchanged"), "\(again.all)")
        }
        #expect(try workspace.recordsSum() == sum)
        let changed = SmallWorkspace.households.replacing("Gần chợ", with: "Gần trường")
        try workspace.write("h.csv", changed)
        let refused = try workspace.run("data", "import", "household", "h.csv", "--roster", "person=p.csv")
        #expect(refused.status == 65 && refused.errors.contains("note") && !refused.errors.contains("_status"))
        let updated = try workspace.run(
            "data", "import", "household", "h.csv", "--roster", "person=p.csv", "--update")
        #expect(updated.status == 0, "\(updated.all)")
        #expect(try statuses() == "complete\nreturned\ncomplete\n")
        // A status that the file gives is meant.
        try workspace.write(
            "h.csv",
            changed.replacing(",_date\n", with: ",_date,_status\n")
                .replacing("-01\n", with: "-01,\n").replacing("-02\n", with: "-02,complete\n")
                .replacing("-03\n", with: "-03,\n"))
        let stated = try workspace.run(
            "data", "import", "household", "h.csv", "--roster", "person=p.csv", "--update")
        #expect(stated.status == 0, "\(stated.all)")
        #expect(try statuses() == "complete\ncomplete\ncomplete\n")
    }

    private static let wrong: [([String], Int32)] = [
        (["--approve"], 64), (["ID"], 64), (["ID", "--approve", "--reject", "--note", "x"], 64),
        (["ID", "--reject"], 64), (["ID", "--return", "--note", "  "], 64), (["", "--approve"], 64),
        (["zzz", "--approve"], 66), (["-", "--approve"], 64),
    ]

    @Test("what is wrong on the command line is said, and nothing changes", arguments: wrong)
    func usage(arguments: [String], status: Int32) throws {
        let sum = try workspace.recordsSum()
        let result = try workspace.run(["data", "review"] + arguments.map { $0 == "ID" ? ids[0] : $0 })
        #expect(result.status == status && !result.errors.isEmpty, "\(result.all)")
        #expect(try workspace.recordsSum() == sum)
        #expect(try SmallWorkspace().run("data", "review", ids[0], "--approve").status == 66)
    }

    @Test("a returned record waits for its interviewer with the note, in the lists and in its history")
    func returned() throws {
        let note = "thiê\u{301}u tuổi, hỏi lại"
        #expect(try workspace.run("data", "review", ids[0], "--return", "--note", note).status == 0)
        let composed = note.precomposedStringWithCanonicalMapping
        let drafts = try workspace.run("interview", "--drafts")
        #expect(drafts.errors.contains("1 record of household sent back"), "\(drafts.all)")
        let list = try workspace.run("data", "list", "household", "--status", "returned", "--format", "json")
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]])
        #expect(rows.count == 1 && rows[0]["_id"] as? String == ids[0] && rows[0]["note"] as? String == composed)
        let counts = try workspace.run("data", "list", "--status", "complete", "--format", "csv").output
        #expect(counts.contains("household,2026-H1,complete,completed,2") && !counts.contains("returned"))
        #expect(try workspace.run("data", "list", "--status", "nope").status == 64)
        let refused = try workspace.run("data", "list", "household", "--result", "refused", "--format", "csv").output
        #expect(refused.split(separator: "\n").count == 1)
        let completed = try workspace.run("data", "list", "--result", "completed", "--format", "csv").output
        #expect(completed.contains("household,2026-H1"), "\(completed)")
        let history = try workspace.run("data", "show", ids[0], "--history", "--language", "vi").output
        #expect(history.contains("bản 2: trả lại") && history.contains(composed), "\(history)")
    }
}
