import FormModel
import Foundation
import Messages

/// The rows of a split by one name: a dense number for each key, and the number of each record's row.
struct SplitKeys {
    /// The keys, in the order of print.
    let keys: [String]
    /// What each is called.
    let labels: [String]
    /// For each row of the set, the place of its key.
    var places: [Int32] { source.all }
    /// The places, which are worked out when the first is asked for.
    let source: SplitPlaces
    /// The set whose records have the values: the rows of its rosters share them.
    var level = 0
    /// The rows of the set on which the dimension failed; they stand under `SplitRow.unknown`.
    var failed: Set<Int32> = []
    /// What went wrong on the first of them.
    var failures: [FormulaFault] = []
    /// What went wrong, like with like.
    var faults: [FaultGroup] = []
}

extension SplitKeys {
    init(keys: [String], labels: [String], places: [Int32]) {
        self.init(keys: keys, labels: labels, source: SplitPlaces { places })
    }
}

/// A number for each row of a set. The rows of a roster have those of their records, and most evaluations need only these.
final class SplitPlaces: @unchecked Sendable {
    // One lock for all: what one is made from, another may be making.
    private static let lock = NSRecursiveLock()

    private var known: [Int32]?
    private let make: () -> [Int32]

    init(_ make: @escaping () -> [Int32]) { self.make = make }

    /// All numbers.
    var all: [Int32] {
        SplitPlaces.lock.withLock {
            if let known { return known }
            let places = make()
            known = places
            return places
        }
    }
}

/// The cells of a split by one or several names. Only cells that hold a row are there, so that crossing names with many
/// keys costs no more than the rows.
struct SplitCells {
    /// For each cell, the places of its parts among the keys of each name; in the order of print.
    let parts: [[Int32]]
    /// For each row of the set, the place of its cell.
    var places: [Int32] { source.all }
    private let source: SplitPlaces
    /// Whether all rows of a record lie in one cell.
    let isOfRecords: Bool
    /// Whether the cells are the keys of one name, in their order.
    let isOfOneName: Bool

    init(_ splits: [SplitKeys], rows: Int) {
        isOfOneName = splits.count == 1
        isOfRecords = splits.allSatisfy { $0.level == 0 }
        guard let first = splits.first, rows > 0 else {
            parts = rows > 0 ? [[]] : []
            source = SplitPlaces { [Int32](repeating: 0, count: rows) }
            return
        }
        // Every key of a split occurs, and stands in the order of print.
        var parts = first.keys.indices.map { [Int32($0)] }
        guard splits.count > 1 else {
            self.parts = parts
            source = first.source
            return
        }
        var places = first.places
        for split in splits.dropFirst() { SplitCells.refine(&places, &parts, by: split) }
        self.parts = parts
        source = SplitPlaces { [places] in places }
    }

    /// A cell so far and a key of the next name make a cell.
    private static func refine(_ places: inout [Int32], _ parts: inout [[Int32]], by split: SplitKeys) {
        let width = max(split.keys.count, 1)
        let keys = split.places
        var found: [Int: Int32] = [:]
        for row in places.indices {
            let cell = Int(places[row]) * width + Int(keys[row])
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

    /// Which cells have rows that are kept.
    func present(_ kept: [Bool]?) -> [Bool] {
        var present = [Bool](repeating: false, count: parts.count)
        let places = places
        for row in places.indices where kept?[row] ?? true { present[Int(places[row])] = true }
        return present
    }

    /// Which of as many cells have rows of records.
    /// - Parameters:
    ///   - cells: the cell of each record.
    ///   - starts: where the rows of each begin.
    static func present(_ count: Int, _ cells: [Int32], _ starts: [Int32]) -> [Bool] {
        var present = [Bool](repeating: false, count: count)
        for record in cells.indices where starts[record] < starts[record + 1] { present[Int(cells[record])] = true }
        return present
    }
}
