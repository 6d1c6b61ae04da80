import FormModel
import GRDB

/// A second connection to a store, by which another processor reads half of a form's records meanwhile. It reads only where
/// the store is in the same state for both.
final class SecondReader {
    private let store: Store
    private let layout: FormLayout
    private let state: ColumnState

    /// `nil` where the state cannot be told, or the file cannot be opened once more.
    init?(beside store: Store, _ layout: FormLayout, in database: Database) throws {
        guard let state = try ColumnState(of: layout, store, in: database),
            let other = try? Store.open(store.path, access: .readOnly, busyTimeout: 0)
        else { return nil }
        self.store = other
        self.layout = layout
        self.state = state
    }

    /// What a reading gives; `nil` where it fails, or would be of another state.
    func read<Result>(_ body: (Database) throws -> Result) -> Result? {
        try? store.reading { database in
            try ColumnState(of: layout, store, in: database) == state ? body(database) : nil
        }
    }
}
