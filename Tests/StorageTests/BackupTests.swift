import FormModel
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite("Backup and restore")
struct BackupTests {
    let workplace: Workplace
    let copy: String

    init() throws {
        workplace = try Workplace()
        copy = workplace.folder + "/sao lưu/bản #1.sqlite"
    }

    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test("a backup is one file, with everything, for its owner only; the time is kept; the next replaces it")
    func backup() throws {
        let store = try workplace.store()
        try store.put([try SampleForm.household("a", [(1, "An", 40)])])
        #expect(try store.lastBackup() == nil)
        try store.backup(to: copy, at: minute(7))
        #expect(try store.lastBackup() == minute(7))
        #expect(try names(in: workplace.folder + "/sao lưu") == ["bản #1.sqlite"])
        #expect(try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int == 0o600)
        try store.put([try SampleForm.household("b")])
        try store.backup(to: copy, at: minute(8))
        let opened = try Store.open(copy, access: .readOnly)
        #expect(try opened.all() == store.all())
        #expect(try opened.recordsSum() == store.recordsSum())
    }

    @Test("a backup replaces no file that is not one, and not a store in use")
    func backupInTheWay() throws {
        let store = try workplace.store()
        try store.put([try SampleForm.household("a")])
        let report = workplace.folder + "/report.txt"
        try Data("báo cáo".utf8).write(to: URL(fileURLWithPath: report))
        #expect(try code { try store.backup(to: report, at: minute(0)) } == .cannotCreate)
        #expect(try Data(contentsOf: URL(fileURLWithPath: report)) == Data("báo cáo".utf8))
        #expect(try code { try store.backup(to: workplace.path, at: minute(0)) } == .cannotCreate)
        #expect(try store.lastBackup() == nil)
        #expect(try store.check().isSound)
    }

    @Test("a damaged store is not backed up, and an earlier backup stays")
    func backupOfDamage() throws {
        let store = try workplace.store()
        try store.put([try SampleForm.household("a")])
        try store.backup(to: copy, at: minute(7))
        let good = try Data(contentsOf: URL(fileURLWithPath: copy))
        try store.close()
        try workplace.tamper("UPDATE record_version SET content = replace(content, '50.0', '51.0')")
        let damaged = try workplace.store(.readWrite)
        let error = try #require(throws: StorageError.self) { try damaged.backup(to: copy, at: minute(8)) }
        #expect(error.code == .corrupt && error.path == workplace.path)
        #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == good)
        #expect(try names(in: workplace.folder + "/sao lưu") == ["bản #1.sqlite"])
        #expect(try damaged.lastBackup() == minute(7))
    }

    @Test("restoring brings the copy back and keeps what it replaces")
    func restore() throws {
        let store = try workplace.store()
        try store.put([try SampleForm.household("a")])
        try store.backup(to: copy, at: minute(1))
        try store.put([try SampleForm.household("b")])
        try store.close()
        let before = try Store.restore(from: copy, to: workplace.path)
        #expect(before == workplace.path + ".before-restore")
        #expect(try workplace.store(.readWrite).all().map(\.id) == ["a"])
        #expect(try Store.open(#require(before), access: .readOnly).all().map(\.id) == ["a", "b"])
        #expect(try FileManager.default.attributesOfItem(atPath: workplace.path)[.posixPermissions] as? Int == 0o600)
        #expect(!(try names(in: workplace.folder).contains { $0.contains("restoring") }))
    }

    @Test("restoring twice keeps both of what was replaced")
    func restoreTwice() throws {
        let store = try workplace.store()
        try store.put([try SampleForm.household("a")])
        try store.backup(to: copy, at: minute(1))
        try store.put([try SampleForm.household("b")])
        try store.close()
        let first = try #require(try Store.restore(from: copy, to: workplace.path))
        let second = try #require(try Store.restore(from: copy, to: workplace.path))
        #expect(second == workplace.path + ".before-restore-2")
        #expect(try Store.open(first, access: .readOnly).all().map(\.id) == ["a", "b"])
        #expect(try Store.open(second, access: .readOnly).all().map(\.id) == ["a"])
    }

    @Test("restoring where there is no store makes one")
    func restoreToNothing() throws {
        let store = try workplace.store()
        try store.put([try SampleForm.household("a")])
        try store.backup(to: copy, at: minute(1))
        let elsewhere = workplace.folder + "/khác/store.sqlite"
        #expect(try Store.restore(from: copy, to: elsewhere) == nil)
        #expect(try Store.open(elsewhere, access: .readWrite).all().map(\.id) == ["a"])
    }

    @Test("a store that is open anywhere is not replaced")
    func restoreWhileOpen() throws {
        let store = try workplace.store()
        try store.put([try SampleForm.household("a")])
        try store.backup(to: copy, at: minute(1))
        try store.put([try SampleForm.household("b")])
        #expect(try code { _ = try Store.restore(from: copy, to: workplace.path, busyTimeout: 0.05) } == .locked)
        #expect(try store.all().map(\.id) == ["a", "b"])
        #expect(try store.put([try SampleForm.household("c")]) == [.inserted(number: 3)])
        #expect(try store.check().isSound)
    }

    @Test("what is not a sound store of a known schema is not restored", arguments: [0, 1, 2, 3, 4])
    func unfit(_ which: Int) throws {
        let store = try workplace.store()
        try store.put([try SampleForm.household("a")])
        try store.backup(to: copy, at: minute(1))
        try store.close()
        func tamper(_ sql: String) throws {
            let queue = try DatabaseQueue(path: copy)
            try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
            try queue.close()
        }
        let expected: StorageError.Code
        switch which {
        case 0:
            try Data("x".utf8).write(to: URL(fileURLWithPath: copy))
            expected = .notAStore
        case 1:
            try tamper("PRAGMA user_version = 9")
            expected = .newerSchema
        case 2:
            try tamper("UPDATE data_household SET area = 3")
            expected = .corrupt
        case 3:
            try tamper("PRAGMA application_id = 5")
            expected = .notAStore
        default:
            try FileManager.default.removeItem(atPath: copy)
            expected = .noSuchFile
        }
        let error = try #require(throws: StorageError.self) { try Store.restore(from: copy, to: workplace.path) }
        #expect(error.code == expected)
        #expect(error.path == copy)
        #expect(try names(in: workplace.folder).filter { $0 != "sao lưu" } == ["store.sqlite"])
        #expect(try workplace.store(.readWrite).all().map(\.id) == ["a"])
    }

    @Test("a store damaged beyond reading can be restored, its log with it put aside")
    func restoreOverRuins() throws {
        let store = try workplace.store()
        try store.put([try SampleForm.household("a")])
        try store.backup(to: copy, at: minute(1))
        try store.close()
        try Data("ruins".utf8).write(to: URL(fileURLWithPath: workplace.path))
        try Data("old log".utf8).write(to: URL(fileURLWithPath: workplace.path + "-wal"))
        let before = try #require(try Store.restore(from: copy, to: workplace.path))
        #expect(try Data(contentsOf: URL(fileURLWithPath: before)) == Data("ruins".utf8))
        #expect(!FileManager.default.fileExists(atPath: workplace.path + "-wal"))
        #expect(try workplace.store(.readWrite).all().map(\.id) == ["a"])
    }
}
