import Foundation

/// The figures of two engines, cell by cell.
struct CellComparison {
    /// How far figures may lie apart, as a share of the larger: sums of the same weights, added up in another order.
    static let tolerance = 1e-12

    /// Cells of either.
    let count: Int
    /// Cells in which both have no figure.
    let emptyCount: Int
    /// The largest relative difference of a value, a numerator or a denominator.
    let largest: Double

    /// - Throws: `Failure` with the first cells that differ.
    init(_ own: Cells, with engine: String, _ other: Cells) throws {
        var (emptyCount, largest) = (0, 0.0)
        var differences: [String] = []
        let places = Set(own.figures.keys).union(other.figures.keys).sorted()
        for place in places {
            switch (own.figures[place], other.figures[place]) {
            case (.some(.none), .some(.none)): emptyCount += 1
            case (.some(.some(let figure)), .some(.some(let otherFigure))):
                let difference = CellComparison.difference(figure, otherFigure)
                largest = max(largest, difference)
                guard difference > CellComparison.tolerance else { continue }
                differences.append(
                    "\(place.sentence): chiso \(figure.sentence), \(engine) \(otherFigure.sentence)")
            case (let figure, let otherFigure):
                differences.append(
                    "\(place.sentence): chiso \(CellComparison.sentence(figure)), "
                        + "\(engine) \(CellComparison.sentence(otherFigure))")
            }
        }
        guard differences.isEmpty else {
            let first = differences.prefix(5).joined(separator: "\n  ")
            throw Failure(
                "\(differences.count) of \(places.count) figures differ between chiso and \(engine), first:\n  \(first)"
            )
        }
        count = places.count
        self.emptyCount = emptyCount
        self.largest = largest
    }

    private static func difference(_ figure: CellFigure, _ other: CellFigure) -> Double {
        let pairs = [
            (figure.value, other.value), (figure.numerator, other.numerator), (figure.denominator, other.denominator),
        ]
        return pairs.map { left, right in
            left == right ? 0 : abs(left - right) / max(abs(left), abs(right))
        }.max() ?? 0
    }

    private static func sentence(_ figure: CellFigure??) -> String {
        switch figure {
        case .none: "has no such cell"
        case .some(.none): "has no figure"
        case .some(.some(let figure)): figure.sentence
        }
    }
}

extension CellFigure {
    /// `46.7 (36.8 of 78.9)`.
    var sentence: String { "\(value) (\(numerator) of \(denominator))" }
}
