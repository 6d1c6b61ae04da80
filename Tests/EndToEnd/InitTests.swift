import Foundation
import Testing

@Suite("chiso init")
struct InitTests {
    @Test(
        "makes a workspace that checks, tests, simulates, evaluates and reports with no edit", arguments: ["vi", "en"])
    func wholeWay(language: String) throws {
        let here = try EmptyFolder()
        let made = try here.run("init", "khảo sát", "--language", language)
        #expect(made.status == 0)
        #expect(made.output.split(separator: "\n").contains("Surveys/household.lua"))
        #expect(made.errors.contains("cd 'khảo sát'\n  chiso check "))
        #expect(try here.text("khảo sát/chiso.toml").contains("\nlanguage = \"\(language)\"\n"))
        func run(_ arguments: String...) throws -> Binary.Result {
            try Binary.run(arguments, in: here.folder.appendingPathComponent("khảo sát"))
        }
        let checked = try run("check")
        #expect(checked.status == 0)
        #expect(
            checked.errors == "checked 1 form and 4 indicators: 0 errors, 0 warnings\n"
                || checked.errors == "đã kiểm tra 1 biểu mẫu, 4 chỉ tiêu: 0 lỗi, 0 cảnh báo\n")
        let tested = try run("test")
        #expect(tested.status == 0 && !tested.output.contains(" 1 failed"), "\(tested.all)")
        // Nothing was collected yet: figures and the report say so.
        #expect(try run("eval").status == 0)
        let empty = try run("report", "summary")
        #expect(empty.status == 0 && empty.output.contains("≥ 90"))
        // The commands that it names itself, and what comes after them.
        let commands = made.errors.split(separator: "\n").compactMap { line in
            line.firstMatch(of: /^  chiso (\S+(?: \S+)*)/).map { $0.1.split(separator: " ").map(String.init) }
        }
        #expect(commands.map(\.first) == ["check", "test", "simulate", "eval", "report"])
        for command in commands {
            let result = try Binary.run(command, in: here.folder.appendingPathComponent("khảo sát"))
            #expect(result.status == 0, "\(command): \(result.all)")
        }
        let figures = try Figures(try run("eval", "--format", "json").output)
        for indicator in figures.indicators { #expect(indicator["value"] as? Double != nil) }
        let share = try #require(try figures.indicator("vneid_account")["value"] as? Double)
        #expect((30...80).contains(share))
        #expect(try figures.rows(of: "vneid_account", by: "village").count == 5)
        #expect(try run("data", "validate").status == 0)
        #expect(try run("alerts", "run", "--dry-run").status == 0)
        let page = try run("report", "summary", "-o", "a.html")
        #expect(page.status == 0, "\(page.errors)")
    }

    @Test("the interview of a new workspace begins with the first question")
    func interview() throws {
        let here = try EmptyFolder()
        #expect(try here.run("init").status == 0)
        let result = try here.shell("printf '1\\n:q\\n' | \"$CHISO\" interview household --plain --language en")
        #expect(result.output.contains("Village 1") && result.output.contains("Number of the household"))
    }

    @Test("a report without --period is of what has ended, else of the period that is running")
    func runningPeriod() throws {
        let here = try EmptyFolder()
        #expect(try here.run("init").status == 0)
        let made = try here.run("simulate", "household", "-n", "40", "--seed", "1", "--period", "2026-H1")
        #expect(made.status == 0)
        let running = try here.run("report", "summary", "--as-of", "2026-03-31")
        #expect(running.status == 0 && running.output.contains("the first half of 2026"))
        #expect(running.errors.contains("the report is of the running one, 2026-H1, up to 31"))
        let ended = try here.run("report", "summary", "--as-of", "2026-10-01")
        #expect(ended.status == 0 && ended.output.contains("the first half of 2026") && ended.errors.isEmpty)
        // Records that lie ahead are no reason to report that there are none.
        #expect(try here.run("report", "summary", "--as-of", "2025-10-01").status == 66)
    }

    @Test("works in the current folder, in one that holds other things, and tells what to do from there")
    func here() throws {
        let here = try EmptyFolder()
        try here.write("ghi chú.txt", "giữ nguyên")
        try here.write("-x/other.txt", "")
        let made = try here.run("init")
        #expect(made.status == 0 && !made.errors.contains("cd "))
        #expect(try here.text("ghi chú.txt") == "giữ nguyên")
        let inner = try here.run("init", "--language", "en", "--", "-x")
        #expect(inner.status == 0 && inner.errors.contains("cd ./-x\n"))
        #expect(inner.errors.contains("this folder lies within the workspace "))
    }

    @Test(
        "replaces nothing: a file of its own that is there is named, and nothing is made",
        arguments: ["chiso.toml", "README.md", ".gitignore", "Surveys/other.lua", "Rules/lib/ages.lua"])
    func existing(path: String) throws {
        let here = try EmptyFolder()
        try here.write("w/\(path)", "mine\n")
        let before = try here.everything()
        let result = try here.run("init", "w")
        #expect(result.status == 73 && result.output.isEmpty)
        #expect(result.errors.split(separator: "\n").count == 1)
        #expect(result.errors.contains("w/\(path.split(separator: "/")[0]) is there already"))
        #expect(try here.everything() == before)
    }

    @Test("a second init changes nothing of the first")
    func twice() throws {
        let here = try EmptyFolder()
        #expect(try here.run("init").status == 0)
        let before = try here.everything()
        #expect(try here.run("init", ".", "--language", "vi").status == 73)
        #expect(try here.everything() == before)
    }

    @Test("a file in the folder's place, or above it, is refused with 73")
    func fileInPlace() throws {
        let here = try EmptyFolder()
        try here.write("tệp", "mine")
        let file = try here.run("init", "tệp")
        #expect(file.status == 73 && file.errors.contains("tệp is a file, not a folder"))
        let below = try here.run("init", "tệp/w")
        #expect(below.status == 73 && below.errors.contains("tệp"))
        #expect(try here.everything() == ["tệp": "mine"])
    }

    @Test("what was made is taken away again where a file cannot be written, and what was there stays")
    func halfway() throws {
        let here = try EmptyFolder()
        try here.write("w/mine.txt", "mine")
        // No file may be longer than a block: the first long one cannot be finished.
        let result = try here.shell(
            "trap '' XFSZ; ulimit -f 1; \"$CHISO\" init w --language en; a=$?; \"$CHISO\" init new/deep; exit $a")
        #expect(result.status == 74 && result.errors.contains("nothing is left half made"))
        #expect(try here.everything() == ["w": "a folder", "w/mine.txt": "mine"])
    }

    @Test("DIR and --workspace say one thing; what does not fit is 64")
    func usage() throws {
        let here = try EmptyFolder()
        #expect(try here.run("init", "--workspace", "w").status == 0)
        #expect(try here.run("check", "--workspace", "w").status == 0)
        #expect(try here.run("init", "a", "--workspace", "b").status == 64)
        #expect(try here.run("init", "a", "b").status == 64)
        #expect(try here.run("init", "").status == 64)
        #expect(try here.run("init", "a", "--language", "fr").status == 64)
    }
}
