import Foundation
import Testing

/// A file that is not taken, and what is said about it.
struct BadFile: Sendable, CustomTestStringConvertible {
    let name: String
    var records: [UInt8]
    var persons = SmallWorkspace.persons
    /// What stands in the message, the place first.
    let expected: [String]
    var status: Int32 = 65

    init(_ name: String, records: String, persons: String = SmallWorkspace.persons, expected: [String]) {
        self.init(name, bytes: Array(records.utf8), persons: persons, expected: expected)
    }

    init(_ name: String, bytes: [UInt8], persons: String = SmallWorkspace.persons, expected: [String]) {
        self.name = name
        self.records = bytes
        self.persons = persons
        self.expected = expected
    }

    var testDescription: String { name }

    private static let good = SmallWorkspace.households

    private static func changed(_ old: String, _ new: String) -> String { good.replacing(old, with: new) }

    private static func utf16(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    static let all: [BadFile] = [
        BadFile(
            "semicolons", records: good.replacing(",", with: ";"),
            expected: ["h.csv:1: ", "semicolons", "commas", "E-TABLE-010"]),
        BadFile(
            "a missing column",
            records: good.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
                .map { ($0.prefix(3) + $0.dropFirst(4)).joined(separator: ",") }.joined(separator: "\n"),
            expected: ["h.csv:1: ", "missing columns: members", "E-HEADER-004"]),
        BadFile(
            "an unknown column", records: changed("note,", "notes,"),
            expected: ["h.csv:1:22: ", "'notes'", "did you mean 'note'?", "E-HEADER-003"]),
        BadFile(
            "a cell too many", records: changed("2026-05-01", "2026-05-01,x"), expected: ["h.csv:2:", "11 cells", "10"]),
        BadFile(
            "an unclosed quote", records: changed("v1,2,,1", "v1,\"2,,1"),
            expected: ["h.csv:3:4: ", "never closed", "E-TABLE-005"]),
        BadFile(
            "Windows-1258",
            bytes: Array("village,household_no,note,members,connection,speed\nv1,1,".utf8)
                + [0x54, 0x68, 0xF4, 0x6E, 0x20, 0xF0, 0xF4, 0xEC, 0x63, 0x20, 0x54, 0x69, 0xEA, 0xEC, 0x6E]
                + Array(",1,none,\n".utf8),
            expected: ["h.csv:2:", "Windows-1258", "iconv -f CP1258 -t UTF-8 h.csv", "E-TABLE-002"]),
        BadFile(
            "UTF-16", bytes: utf16(good), expected: ["h.csv:1: ", "UTF-16 LE", "iconv -f UTF-16LE", "E-TABLE-002"]),
        BadFile("an empty file", records: "", expected: ["h.csv: ", "empty", "E-TABLE-001"]),
        BadFile(
            "a key twice in one round", records: good + "v2,1,,1,none,,,,2026-H1,2026-05-04\n",
            expected: ["h.csv:5", "4"]),
        BadFile(
            "a value that is not asked", records: changed("none,,,1", "none,,9,1"),
            expected: ["h.csv:4:15: ", "'speed' is not asked", "leave it empty"]),
        BadFile(
            "another calculation", records: changed("none,,,1", "none,,,7"),
            expected: ["h.csv:4:16: ", "'adults'", "'1'", "'7'"]),
        BadFile(
            "an unknown choice", records: changed("fibre", "fiber"),
            expected: ["h.csv:2:", "connection: 'fiber'", "did you mean 'fibre'?"]),
        BadFile(
            "a value against the constraint", records: changed(",50,", ",-5,"),
            expected: ["h.csv:2:", "'speed'", "'-5'", "Above 0"]),
        BadFile(
            "a decimal comma", records: changed(",50,", ",\"1,5\","), expected: ["h.csv:2:", "speed: '1,5'", "point"]),
        BadFile(
            "a date that is none", records: changed("2026-05-01", "01/05/2026"),
            expected: ["h.csv:2:", "'01/05/2026'", "2026-06-30"]),
        BadFile(
            "rows of a roster without a record", records: good, persons: SmallWorkspace.persons + "v2,9,Dư,9,,\n",
            expected: ["p.csv:6:", "'v2, 9'"]),
        BadFile(
            "a wrong number of rows", records: changed(",2,fibre", ",3,fibre"),
            expected: ["h.csv:2", "'person'", "3 rows", "2"]),
        BadFile(
            "a roster without the parent's columns", records: good, persons: "name,age,account\nAn,30,yes\n",
            expected: ["p.csv:1: ", "_parent_id", "E-HEADER-005"]),
        BadFile(
            "a fault in the last row only", records: changed("v2,1,,1,none", "v2,1,,0,none"),
            expected: ["h.csv:4:", "'members'"]),
    ]
}

@Suite("What chiso data import refuses")
struct ImportFaultTests {
    @Test("names the place and the remedy, ends with 65 and writes nothing", arguments: BadFile.all)
    func refused(file: BadFile) throws {
        let workspace = try SmallWorkspace()
        try workspace.write("h.csv", bytes: file.records)
        try workspace.write("p.csv", file.persons)
        let result = try workspace.run("data", "import", "household", "h.csv", "--roster", "person=p.csv")
        #expect(result.status == 65)
        #expect(result.output.isEmpty)
        for text in file.expected { #expect(result.errors.contains(text), "\(result.errors)") }
        #expect(result.errors.hasSuffix("nothing was written\n"))
        #expect(try workspace.recordCount() == 0)
        #expect(try workspace.isSound())
        // In Vietnamese too, at the same places.
        let vietnamese = try workspace.run(
            "data", "import", "household", "h.csv", "--roster", "person=p.csv", "--language", "vi")
        #expect(vietnamese.errors.contains(file.expected[0]) && vietnamese.errors.contains("chưa ghi gì vào kho"))
    }

    @Test(
        "a wrong argument is told with the nearest name",
        arguments: [
            (["data", "import", "housold", "h.csv"], 64, "did you mean 'household'?"),
            (["data", "import", "household", "nix.csv"], 66, "nix.csv"),
            (["data", "import", "household", "."], 74, "it is a folder"),
            (["data", "import", "household", "h.csv", "--roster", "person"], 64, "NAME=VALUE"),
            (["data", "import", "household", "h.csv", "--roster", "persn=p.csv"], 65, "did you mean 'person'?"),
            (["data", "import", "household", "h.csv", "--roster", "person=nix.csv"], 66, "nix.csv"),
            (["data", "import", "household", "h.csv", "--date", "2026-13-01"], 64, "2026-06-30"),
            (["data", "import", "household", "h.csv", "--on-error", "ignore"], 64, "stop"),
        ])
    func arguments(arguments: [String], status: Int32, text: String) throws {
        let workspace = try SmallWorkspace()
        try workspace.write("h.csv", SmallWorkspace.households)
        let result = try workspace.run(arguments)
        #expect(result.status == status)
        #expect(result.errors.contains(text), "\(result.errors)")
    }
}
