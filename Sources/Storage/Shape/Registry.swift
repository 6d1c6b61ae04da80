import GRDB

/// What the store knows of a form's tables: each set's columns, in the order they were added.
struct Registry {
    struct Column {
        let name: String
        let kind: StoredKind
        /// The bits of the kinds of value that a calculation has given so far.
        let calculatedKinds: Int64
    }

    /// The columns of each set, by its path.
    let columns: [String: [Column]]
    /// The shape with every column the form ever had; `nil` if no record of the form was ever prepared for.
    let shape: StoredShape?

    init(_ database: Database, form: String, path: String) throws {
        let sets = try RawStatement.rows(
            database, "SELECT path, name, parent, data_table FROM form_set WHERE form = ? ORDER BY position", [form],
            path: path
        ) { (path: $0.text(0), name: $0.text(1), parent: $0.optionalText(2), table: $0.text(3)) }
        var columns: [String: [Column]] = [:]
        let fields = try RawStatement.rows(
            database,
            """
            SELECT f.set_path, f.name, f.kind, f.calculated_kinds FROM form_field f
            JOIN form_set s ON s.path = f.set_path WHERE s.form = ? ORDER BY f.position
            """, [form], path: path
        ) { (set: $0.text(0), name: $0.text(1), kind: $0.text(2), calculatedKinds: $0.integer(3)) }
        for set in sets { columns[set.path] = [] }
        for field in fields {
            guard let kind = StoredKind(rawValue: field.kind) else {
                throw StorageError(
                    .corrupt, path: path, facts: ["reason": "unknown type of \(field.set).\(field.name)"])
            }
            columns[field.set, default: []].append(
                Column(name: field.name, kind: kind, calculatedKinds: field.calculatedKinds))
        }
        self.columns = columns
        let stored = sets.enumerated().map { position, set in
            StoredSet(
                index: position, path: set.path, name: set.name, table: set.table,
                parent: sets.firstIndex { $0.path == set.parent },
                fields: (columns[set.path] ?? []).map { StoredField(name: $0.name, kind: $0.kind, personal: false) },
                rosters: sets.enumerated().filter { $1.parent == set.path }.map { (index: $0, name: $1.name) })
        }
        self.shape = stored.isEmpty ? nil : StoredShape(form: form, sets: stored)
    }

    func column(_ name: String, inSet path: String) -> Column? { columns[path]?.first { $0.name == name } }

    /// Refuses a shape whose fields do not have the types of their columns.
    func requireSameTypes(_ shape: StoredShape, path: String) throws {
        for set in shape.sets {
            for field in set.fields {
                let names = [field.name] + field.formerly
                let columns = names.compactMap { column($0, inSet: set.path) }
                guard let column = columns.first(where: { $0.kind != field.kind }) else { continue }
                throw StorageError(
                    .typeChanged, path: path,
                    facts: [
                        "field": field.name, "set": set.path, "stored": column.kind.rawValue,
                        "wanted": field.kind.rawValue,
                    ])
            }
        }
    }
}
