import FormModel
import Foundation
import GRDB
import Randomness
import Testing

@testable import Storage

/// A form with a question of every kind, personal ones among them, and rosters within rosters.
enum SampleForm {
    static let place = Place(file: "Surveys/household.lua", line: 1)

    static func question(_ kind: QuestionKind, _ name: String, personal: Bool = false) -> FormNode {
        var question = Question(kind: kind, name: name, place: place)
        question.personal = personal
        return .question(question)
    }

    static func roster(_ name: String, _ nodes: [FormNode]) -> FormNode {
        .roster(Roster(name: name, place: place, nodes: nodes))
    }

    static func layout(_ nodes: [FormNode], id: String = "household", version: Int = 1) -> FormLayout {
        FormLayout(Form(id: id, place: place, version: version, label: LocalizedText("Hộ"), nodes: nodes))
    }

    static let everyKind: [FormNode] = [
        question(.text, "address", personal: true), question(.integer, "members"), question(.decimal, "area"),
        question(.yesNo, "poor"), question(.selectOne, "village"), question(.selectMultiple, "devices"),
        question(.rank, "wishes"), question(.note, "thanks"),
        .group(
            Group(
                name: "visit", place: place,
                nodes: [question(.date, "day"), question(.time, "hour"), question(.dateTime, "moment")])),
        question(.calculate, "ratio"), question(.geopoint, "position"), question(.barcode, "CODE"),
    ]

    static let full = layout(
        everyKind + [
            roster(
                "person",
                [
                    question(.text, "name", personal: true), question(.integer, "age"),
                    question(.date, "born", personal: true),
                    roster(
                        "job",
                        [
                            question(.text, "title"), question(.calculate, "pay", personal: true),
                            roster("task", [question(.integer, "hours"), question(.text, "with", personal: true)]),
                        ]),
                    roster("course", [question(.selectOne, "level")]),
                ]),
            roster("field", [question(.decimal, "size")]),
        ])

    /// A small form: `area`, and persons with a personal name and an age.
    static let small = layout([
        question(.decimal, "area"),
        roster("person", [question(.text, "name", personal: true), question(.integer, "age")]),
    ])

    /// A record of `small`; a person is a row number, a name and an age.
    static func household(
        _ id: String, area: Double = 50, round: String = "2026-H1", _ persons: [(Int, String, Int64)] = []
    ) throws -> FormModel.Record {
        let rows = persons.map {
            RecordRow(row: $0.0, answers: [.value(.text($0.1)), .value(.integer($0.2))], rosters: [])
        }
        return FormModel.Record(
            id: id, form: "household", version: 1, round: round, date: try day("2026-06-30"), status: .complete,
            result: .completed, root: RecordRow(answers: [.value(.decimal(area))], rosters: [rows]))
    }
}

func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

/// An instant, in minutes after one that all tests share.
func minute(_ count: Int) -> Date { Date(timeIntervalSince1970: 1_800_000_000 + Double(count) * 60) }

func source(_ known: KnownRecords = .refuse, at: Date = minute(0)) -> WriteSource {
    WriteSource(who: "Nguyễn Văn Ân", at: at, known: known)
}

/// A folder of its own for one test, gone when the test is.
final class Workplace {
    let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/kho số liệu \(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var path: String { folder + "/store.sqlite" }

    func store(
        _ access: StoreAccess = .create(by: "test", at: minute(0)), busyTimeout: Double = 0.05, seed: UInt64 = 1
    ) throws -> Store {
        try Store.open(path, access: access, busyTimeout: busyTimeout, salts: Seeded(seed))
    }

    /// Changes the file behind the store's back.
    func tamper(_ sql: String) throws { try tamper(sql, at: path) }

    func tamper(_ sql: String, at path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = OFF; " + sql) }
        try queue.close()
    }

    /// Every byte of every file of the workplace.
    func allBytes() throws -> Data {
        try FileManager.default.contentsOfDirectory(atPath: folder).reduce(into: Data()) {
            $0 += try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $1))
        }
    }
}

extension Store {
    @discardableResult
    func put(
        _ records: [FormModel.Record], _ layout: FormLayout = SampleForm.small, _ source: WriteSource = source()
    ) throws -> [WriteOutcome] {
        try write(records, layout: layout, formText: "form 1", source: source)
    }

    func all(_ layout: FormLayout = SampleForm.small, knownAt: Date? = nil) throws -> [FormModel.Record] {
        var records: [FormModel.Record] = []
        try eachRecord(layout, known: Known(at: knownAt)) { records.append($0.record) }
        return records
    }
}

/// The code of the storage error that something ends with.
func code(_ body: () throws -> Void) throws -> StorageError.Code {
    try #require(throws: StorageError.self, performing: body).code
}
