import FormModel
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite("Checking a store")
struct CheckTests {
    let workplace: Workplace

    init() throws {
        workplace = try Workplace()
        let store = try workplace.store()
        try store.put([
            try SampleForm.household("a", [(1, "An", 40), (2, "Bình", 9)]),
            try SampleForm.household("b", [(1, "Chi", 30)]),
        ])
        try store.put([try SampleForm.household("a", area: 1, [(1, "An", 40)])], SampleForm.small, source(.update))
        try store.close()
    }

    @Test("an untouched store is sound")
    func sound() throws {
        let report = try workplace.store(.readOnly).check()
        #expect(report.isSound && report.problems == [])
        #expect(report.records == 2)
        #expect(report.versions == 3)
    }

    @Test(
        "a table or column that is not there is damage, for whoever looks",
        arguments: [
            "DROP TABLE personal_value", "DROP TABLE run", "DROP TABLE form_field", "DROP TABLE data_household__person",
            "ALTER TABLE data_household DROP COLUMN area", "ALTER TABLE record_version DROP COLUMN hash",
            "PRAGMA foreign_keys = OFF; DROP TABLE record",
        ])
    func lostParts(sql: String) throws {
        try workplace.tamper(sql)
        let store = try workplace.store(.readWrite)
        #expect(try store.quickCheck().problems.map(\.kind) == [.damagedFile])
        #expect(try store.check().problems.map(\.kind) == [.damagedFile])
        #expect(try code { try store.backup(to: workplace.folder + "/b", at: minute(0)) } == .corrupt)
        #expect(!FileManager.default.fileExists(atPath: workplace.folder + "/b"))
    }

    @Test("a quick look finds nothing wrong in a sound store")
    func quick() throws {
        #expect(try workplace.store(.readOnly).quickCheck().isSound)
    }

    @Test(
        "what was changed behind the store's back is found",
        arguments: [
            ("UPDATE data_household SET area = 2 WHERE _id = 'b'", [CheckProblem.Kind.wrongTable]),
            ("UPDATE data_household SET _status = 'approved' WHERE _id = 'b'", [.wrongTable]),
            ("UPDATE data_household__person SET age__reason = 'refused' WHERE _id = 'b'", [.wrongTable]),
            ("UPDATE data_household__person SET age = '30' || 'x' WHERE _id = 'b'", [.wrongTable]),
            ("UPDATE data_household__person SET name = NULL, name__reason = 'erased' WHERE _id = 'b'", [.wrongTable]),
            ("UPDATE data_household__person SET _row = 4 WHERE _id = 'b'", [.wrongTable]),
            ("DELETE FROM data_household__person WHERE _id = 'b'", [.wrongTable]),
            ("DELETE FROM data_household WHERE _id = 'b'", [.wrongTable]),
            ("INSERT INTO data_household__person VALUES (99999999, 'z', 1, 1, 1, 'Z', NULL, 1, NULL)", [.wrongTable]),
            ("INSERT INTO data_household__person VALUES (1048580, 'a', 1, 9, 2, 'Z', NULL, 1, NULL)", [.wrongTable]),
            (
                "UPDATE record_version SET content = replace(content, '50.0', '51.0') WHERE version = 1 AND record = 1",
                [.wrongHash]
            ),
            (
                "UPDATE record_version SET content = replace(content, '50.0', '51.0') WHERE record = 2",
                [.wrongHash, .wrongTable, .wrongSum]
            ),
            ("UPDATE record_version SET content = '{' WHERE version = 1 AND record = 1", [.wrongHash, .wrongContent]),
            ("UPDATE record SET id = 'q' WHERE id = 'b'", [.wrongContent]),
            (
                "UPDATE personal_value SET value = '\"Em\"' WHERE record = 1 AND version = 1 AND path LIKE '%2%'",
                [.wrongPersonalValue]
            ),
            ("UPDATE personal_value SET salt = x'00' WHERE record = 1 AND version = 2", [.wrongPersonalValue]),
            (
                "UPDATE setting SET value = replace(hex(zeroblob(32)), '00', '11') WHERE key = 'records_sum'",
                [.wrongSum]
            ),
            ("UPDATE record SET version = 3 WHERE id = 'a'", [.noVersion]),
            ("DELETE FROM record WHERE id = 'b'", [.brokenReference]),
        ])
    func tampered(sql: String, kinds: [CheckProblem.Kind]) throws {
        try workplace.tamper(sql)
        let problems = try workplace.store(.readOnly).check().problems
        #expect(Set(problems.map(\.kind)) == Set(kinds))
        #expect(problems.allSatisfy { !$0.detail.contains("Chi") })
    }

    @Test("a damaged page is found")
    func damagedPage() throws {
        // A page of data: without the pages that name the tables, the store cannot even be opened.
        let queue = try DatabaseQueue(path: workplace.path)
        let sql = "SELECT rootpage FROM sqlite_master WHERE name = 'record_version'"
        let page = try #require(try queue.read { try UInt64.fetchOne($0, sql: sql) })
        try queue.close()
        let handle = try #require(FileHandle(forUpdatingAtPath: workplace.path))
        try handle.seek(toOffset: (page - 1) * 4096)
        try handle.write(contentsOf: Data(repeating: 0xAB, count: 200))
        try handle.close()
        let store = try workplace.store(.readOnly)
        #expect(try store.check().problems.first?.kind == .damagedFile)
    }
}
