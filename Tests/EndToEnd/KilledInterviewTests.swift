import Foundation
import Randomness
import TerminalFixtures
import Testing

/// `kill -9` at random moments. `CHISO_KILLS` says how many (a few by default); `CHISO_SEED` which.
@Suite("An interview that is killed")
struct KilledInterviewTests {
    @Test("stands where it stood, with every answer that the next question followed, and ends in the same record")
    func killed() throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["CHISO_KILLS"].flatMap { Int($0) } ?? 6
        var chance = Seeded(environment["CHISO_SEED"].flatMap { UInt64($0) } ?? 2030)
        let folder = try InterviewTests.copy()
        let whole = try Self.interview(["household"], InterviewTests.lines, in: folder).output
        let record = try InterviewTests.exported(folder)
        let pages = Self.pages(whole)
        // The last line is Enter at the end of the form, which has no number.
        #expect(pages.count == InterviewTests.lines.count - 1 && record.contains("completed"))

        var cut: Set<Int> = []
        for kill in 1...count {
            try FileManager.default.removeItem(at: folder.appendingPathComponent(".chiso"))
            let program = try RunningProgram(Binary.url, ["interview", "household", "--plain"], in: folder)
            try program.type(InterviewTests.lines.map { $0 + "\n" }.joined())
            // After some page, and then a little later: anywhere between two writes.
            let page = chance.number(below: pages.count + 2)
            while program.isRunning, Self.pages(try program.outputSoFar()).count < page { usleep(500) }
            usleep(UInt32(chance.number(below: 12_000)))
            program.signal(SIGKILL)
            let shown = try program.finish().output
            let seen = Self.pages(shown).count
            cut.insert(seen)
            let context = "kill \(kill) after \(seen) pages"

            if try Binary.run(["interview", "--drafts"], in: folder).output.isEmpty {
                // Before it began, or after the record was kept.
                let kept = try InterviewTests.exported(folder)
                #expect(seen <= 1 || kept == record, "\(context)")
                continue
            }
            let standing = Self.pages(try Self.interview(["--resume", "last"], [":q"], in: folder).output).first
            let place = standing.flatMap { page in pages.firstIndex(of: page) } ?? pages.count
            #expect(place >= seen - 1, "\(context): then stood at \(standing ?? "the end")")
            _ = try Self.interview(["--resume", "last"], Array(InterviewTests.lines[place...]), in: folder)
            #expect(
                try InterviewTests.exported(folder) == record,
                "\(context): then stood at \(standing ?? "the end"), line \(place)")
        }
        // The moments were not all the same one.
        #expect(cut.count > 1 || count < 3)
    }

    private static func interview(_ arguments: [String], _ lines: [String], in folder: URL) throws -> Binary.Result {
        let program = try RunningProgram(Binary.url, ["interview", "--plain"] + arguments, in: folder)
        try program.type(lines.map { $0 + "\n" }.joined())
        return try program.finish()
    }

    /// The line of each page that tells the question's number (`[3/24] …`), with the warnings above it.
    private static func pages(_ output: String) -> [String] {
        var (pages, warnings): ([String], String) = ([], "")
        for line in output.split(separator: "\n") {
            if line.hasPrefix("CHÚ Ý: ") { warnings += line + "\n" }
            guard line.hasPrefix("["), line.contains("/") else { continue }
            pages.append(warnings + line)
            warnings = ""
        }
        return pages
    }
}
