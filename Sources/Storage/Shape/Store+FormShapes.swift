import FormModel
import Foundation
import GRDB

extension Store {
    /// The shapes that the versions of a form had when they were last written with, by version.
    public func formShapes(_ form: String) throws -> [Int: FormShape] {
        try reading { try FormShapes(form, $0, path: path).byVersion }
    }

    /// Why the stored answers of a form cannot be read by a layout: a field has another type than its column.
    public func typeConflict(of layout: FormLayout) throws -> StorageError? {
        try reading { database in
            do {
                _ = try readableShape(of: layout, in: database)
                return nil
            } catch let error as StorageError where error.code == .typeChanged {
                return error
            }
        }
    }

    /// Refuses a layout that differs from the shape its own version had before (`semantics.md` 2.11).
    func requireSameShape(_ layout: FormLayout, in database: Database) throws {
        let version = layout.form.version
        guard let before = try FormShapes(layout.form.id, database, path: path).byVersion[version] else { return }
        let changes = FormShape(layout).changes(since: before)
        guard !changes.isEmpty else { return }
        throw StorageError(
            .shapeChanged, path: path,
            facts: changes.facts.merging(["form": layout.form.id, "version": "\(version)"]) { own, _ in own })
    }

    /// Keeps the shape of a form's version.
    func keepShape(of layout: FormLayout, in database: Database) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(FormShape(layout)), as: UTF8.self)
        let key = FormShapes.key(layout.form.id, version: layout.form.version)
        guard try setting(key, in: database) != text else { return }
        try set(key, to: text, in: database)
    }
}

/// The shapes of a form's versions as the store keeps them, and with them which fields a version did not have.
struct FormShapes {
    let byVersion: [Int: FormShape]

    init(_ form: String, _ database: Database, path: String) throws {
        let prefix = FormShapes.prefix(form)
        let rows = try RawStatement.rows(
            database, "SELECT key, value FROM setting WHERE substr(key, 1, length(?1)) = ?1", [prefix], path: path
        ) { (key: $0.text(0), value: $0.text(1)) }
        var shapes: [Int: FormShape] = [:]
        for row in rows {
            guard let version = Int(row.key.dropFirst(prefix.count)) else { continue }
            guard let shape = try? JSONDecoder().decode(FormShape.self, from: Data(row.value.utf8)) else {
                throw StorageError(.corrupt, path: path, facts: ["reason": "the shape of \(form) is unreadable"])
            }
            shapes[version] = shape
        }
        byVersion = shapes
    }

    private static func prefix(_ form: String) -> String { "form_shape \(form) " }

    static func key(_ form: String, version: Int) -> String { prefix(form) + "\(version)" }

    /// For each field of a set, the reason with which it reads in records of a version that did not have it: nobody was
    /// asked, which is no "no". `nil` where the version had the field, or nothing is known of it.
    func absences(in set: StoredSet, version: Int) -> [MissingReason?] {
        guard let known = byVersion[version]?.fields(ofSet: set.path) else {
            return Array(repeating: nil, count: set.fields.count)
        }
        let names = Set(known.map(\.name))
        return set.fields.map { field in
            names.isDisjoint(with: [field.name] + field.formerly) ? field.reasonWhenAbsent : nil
        }
    }
}

/// Gives records the reasons of fields that their form's version did not have.
struct AbsenceFilling {
    private let shape: StoredShape
    private let shapes: FormShapes
    private var known: [Int: [[MissingReason?]]] = [:]

    init(_ shape: StoredShape, _ database: Database, path: String) throws {
        self.shape = shape
        self.shapes = try FormShapes(shape.form, database, path: path)
    }

    /// For each set, the reasons of the fields that a version did not have.
    mutating func absences(version: Int) -> [[MissingReason?]] {
        if let found = known[version] { return found }
        let found = shape.sets.map { shapes.absences(in: $0, version: version) }
        known[version] = found
        return found
    }

    mutating func fill(_ record: inout FormModel.Record) {
        let absences = absences(version: record.version)
        guard absences.contains(where: { $0.contains { $0 != nil } }) else { return }
        fill(&record.root, set: 0, absences)
    }

    private func fill(_ row: inout RecordRow, set: Int, _ absences: [[MissingReason?]]) {
        for (place, reason) in absences[set].enumerated() {
            if let reason, row.answers[place] == .notAsked { row.answers[place] = .missing(reason) }
        }
        for (place, child) in shape.sets[set].rosters.enumerated() {
            for inner in row.rosters[place].indices { fill(&row.rosters[place][inner], set: child, absences) }
        }
    }
}
