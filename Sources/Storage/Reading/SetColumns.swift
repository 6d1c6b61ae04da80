import FormModel

/// Fields of a set of records as columns: one place a row, the same in every array. Rows are ordered by record number,
/// then by their place in the roster (parents' order first).
public struct SetColumns: Hashable, Sendable {
    /// For each row: the place of its record among the form's headers.
    public internal(set) var records: [Int32] = []
    /// For each row of a roster: the place of the row that holds it, in the columns of the parent set. Empty for the
    /// records themselves.
    public internal(set) var parents: [Int32] = []
    /// For each row: its permanent number within its roster (`_row`); 1 for a record.
    public internal(set) var rows: [Int] = []
    /// For each field that was asked for, in that order: its answers.
    public internal(set) var columns: [FieldColumn] = []

    init() {}

    /// The same rows with only some of the columns, by their places.
    public func only(_ places: [Int]) -> SetColumns {
        var part = self
        part.columns = places.filter(columns.indices.contains).map { columns[$0] }
        return part
    }

    /// How many rows there are.
    public var count: Int { records.count }
}
