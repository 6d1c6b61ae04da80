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
        for set in sets {
            columns[set.path] = try RawStatement.rows(
                database, "SELECT name, kind, calculated_kinds FROM form_field WHERE set_path = ? ORDER BY position",
                [set.path], path: path
            ) { row in
                guard let kind = StoredKind(rawValue: row.text(1)) else {
                    throw StorageError(
                        .corrupt, path: path, facts: ["reason": "unknown type of \(set.path).\(row.text(0))"])
                }
                return Column(name: row.text(0), kind: kind, calculatedKinds: row.integer(2))
            }
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
