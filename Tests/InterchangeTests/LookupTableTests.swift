import Testing

@testable import Interchange

private func table(_ text: String, _ purpose: LookupTable.Purpose) throws -> (LookupTable, [Problem]) {
    let found = try LookupTable.read(file("villages.csv", text), for: purpose)
    return (found.table, found.problems.kept)
}

@Suite("Lookup tables")
struct LookupTableTests {
    @Test("Cells are trimmed and composed, lines are kept")
    func cells() throws {
        let (found, problems) = try table(
            "\u{FEFF}name, label_vi\r\ndt1, Đu\u{31B}\u{301}c \r\n\"dt\n2\",x\r\ndt3,\r\n", .plain)
        #expect(problems.isEmpty)
        #expect(found.columns == ["name", "label_vi"])
        #expect(found.rows == [["dt1", "Đức"], ["dt\n2", "x"], ["dt3", ""]])
        #expect(scalars(found.rows[0][1]) == [0x110, 0x1EE9, 0x63])
        #expect(found.lines == [2, 3, 5])
        #expect(found.position(of: "label_vi") == 1)
        #expect(found.position(of: "x") == nil)
    }

    @Test("Names of choices stand once each and hold no space")
    func choices() throws {
        let (found, problems) = try table("label,name\nA,dt1\nB,dt 2\nC,dt1\nD,\nE,dt3,x\nF,dt4\n", .choices)
        #expect(
            problems.map(\.fault) == [
                .row(.spaceInName(name: "dt 2")), .row(.duplicateName(names: ["dt1"], firstLine: 2)),
                .row(.nameMissing), .csv(.tooManyCells(found: 3, expected: 2)),
            ])
        #expect(problems.map(\.place.line) == [3, 4, 5, 6])
        #expect(problems[0].place == SourcePlace(file: "villages.csv", line: 3, column: 3, field: "name"))
        #expect(found.rows == [["A", "dt1"], ["F", "dt4"]])
    }

    @Test("A frame's key columns name each unit once, together; spaces are allowed there")
    func frame() throws {
        let (_, problems) = try table(
            "village,household_no\ndt1,1 A\ndt1,2\ndt2,2\ndt1,2\n", .frame(key: ["village", "household_no"]))
        #expect(problems.map(\.fault) == [.row(.duplicateName(names: ["dt1", "2"], firstLine: 3))])
    }

    @Test("Columns that are not there, or there twice, are told")
    func headers() throws {
        let (_, problems) = try table("Name,label,Label\nx,y,z\n", .choices)
        #expect(
            problems.map(\.fault) == [
                .header(.duplicate(name: "Label", first: 2)), .header(.missingColumns(names: ["name"])),
            ])
        #expect(throws: Problem(.csv(.empty), at: SourcePlace(file: "villages.csv"))) { try table("", .plain) }
    }
}
