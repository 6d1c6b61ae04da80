import FormModel
import Messages

/// The rows of a split by one name: a dense number for each key, and the number of each record's row.
struct SplitKeys {
    /// The keys, in the order of print.
    let keys: [String]
    /// What each is called.
    let labels: [String]
    /// For each row of the set, the place of its key.
    let places: [Int32]
    /// The rows of the set on which the dimension failed; they stand under `SplitRow.unknown`.
    var failed: Set<Int32> = []
    /// What went wrong on the first of them.
    var failures: [FormulaFault] = []
    /// What went wrong, like with like.
    var faults: [FaultGroup] = []
}

/// The cells of a split by one or several names. Only cells that hold a row are there, so that crossing names with many
/// keys costs no more than the rows.
struct SplitCells {
    /// For each cell, the places of its parts among the keys of each name; in the order of print.
    let parts: [[Int32]]
    /// For each row of the set, the place of its cell.
    let places: [Int32]

    init(_ splits: [SplitKeys], rows: Int) {
        var parts: [[Int32]] = [[]]
        var places = [Int32](repeating: 0, count: rows)
        for split in splits {
            // Refined one name at a time: a cell so far and a key of the next name make a cell.
            let width = max(split.keys.count, 1)
            var found: [Int: Int32] = [:]
            for row in places.indices {
                let cell = Int(places[row]) * width + Int(split.places[row])
                let place = found[cell] ?? Int32(found.count)
                found[cell] = place
                places[row] = place
            }
            // Numbered anew in the order of print.
            let ordered = found.sorted { $0.key < $1.key }
            var renumbered = [Int32](repeating: 0, count: ordered.count)
            for (number, cell) in ordered.enumerated() { renumbered[Int(cell.value)] = Int32(number) }
            for row in places.indices { places[row] = renumbered[Int(places[row])] }
            parts = ordered.map { parts[$0.key / width] + [Int32($0.key % width)] }
        }
        self.parts = rows == 0 ? [] : parts
        self.places = places
    }
}
