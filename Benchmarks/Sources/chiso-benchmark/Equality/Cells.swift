import Foundation

/// An indicator in a village, or in all.
struct CellPlace: Hashable, Comparable {
    let indicator: String
    /// nil: all villages.
    let village: Int?

    var sentence: String { village.map { "\(indicator) in village \($0)" } ?? "\(indicator) in all villages" }

    static func < (left: CellPlace, right: CellPlace) -> Bool {
        (left.indicator, left.village ?? 0) < (right.indicator, right.village ?? 0)
    }
}

/// The figure of a cell. Where nobody is counted there is none.
struct CellFigure {
    /// Per cent.
    let value: Double
    /// Sums of weights.
    let numerator: Double
    let denominator: Double
}

/// The figures that an engine gave, by cell. A cell that is there may hold none.
struct Cells {
    private(set) var figures: [CellPlace: CellFigure?] = [:]

    /// From what `chiso eval --by village_id --format csv` wrote.
    init(chiso file: URL) throws {
        var rows = try CSVRows(file)
        let columns = try rows.places(of: ["indicator", "split", "key", "value", "numerator", "denominator"])
        while let row = try rows.next() {
            let cells = columns.map { row[$0] }
            guard cells[1].isEmpty || cells[1] == "village_id" else { continue }
            let place = CellPlace(indicator: cells[0], village: Int(cells[2]))
            let numbers = cells[3...].compactMap(Double.init)
            figures[place] =
                numbers.count == 3
                ? CellFigure(value: numbers[0], numerator: numbers[1], denominator: numbers[2]) : .some(nil)
        }
    }

    /// From what `peers.py run --save` wrote: sums by village, which are added up to those of all.
    init(peer file: URL) throws {
        var rows = try CSVRows(file)
        let columns = try rows.places(of: ["village_id", "indicator", "numerator", "denominator"])
        var sums: [CellPlace: (numerator: Double, denominator: Double)] = [:]
        while let row = try rows.next() {
            let cells = columns.map { row[$0] }
            guard let village = Int(cells[0]), let numerator = Double(cells[2]), let denominator = Double(cells[3])
            else { throw Failure("\(file.lastPathComponent) has a row without numbers") }
            for place in [village, nil].map({ CellPlace(indicator: cells[1], village: $0) }) {
                let sum = sums[place] ?? (0, 0)
                sums[place] = (sum.numerator + numerator, sum.denominator + denominator)
            }
        }
        figures = sums.mapValues { sum in
            sum.denominator == 0
                ? nil
                : CellFigure(
                    value: 100 * sum.numerator / sum.denominator, numerator: sum.numerator,
                    denominator: sum.denominator)
        }
    }
}
