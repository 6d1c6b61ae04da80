import FormModel
import Messages
import Storage

/// Finds records by their ids or the beginnings of them.
struct RecordIndex {
    /// A record that was found.
    struct Found: Hashable {
        let form: String
        let id: String
        let status: RecordStatus
    }

    private let all: [Found]

    /// - Parameter forms: only records of these; `nil` for all.
    init(_ store: Store, forms: [String]? = nil) throws {
        all = try (forms ?? store.forms()).flatMap { form in
            let headers = try store.headers(form: form)
            return (0..<headers.count).map { Found(form: form, id: headers.ids[$0], status: headers.statuses[$0]) }
        }
    }

    /// The one record whose id this is, or begins so.
    /// - Throws: `Failure`: 66 where there is none, 64 where there are several.
    func find(_ id: String) throws -> Found {
        var matching: [Found] = []
        for record in all where record.id.hasPrefix(id) {
            if record.id == id { return record }
            matching.append(record)
        }
        guard matching.count < 2 else {
            throw Failure(.usage, Message("E-CLI-025", ["id": id, "count": "\(matching.count)"]))
        }
        guard let only = matching.first else { throw Failure(.noInput, Message("E-CLI-009", ["id": id])) }
        return only
    }
}
