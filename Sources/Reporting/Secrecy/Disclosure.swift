import Evaluation
import FormModel

/// How much of a figure, or of a row of one, may be printed.
enum Disclosure: Hashable {
    /// All of it.
    case open
    /// All of it, in brackets: there are too few observations to lean on it.
    case few
    /// Nothing: it could tell of a single person or household.
    case hidden
}

/// Decides what of an indicator's splits may be printed (`semantics.md` 3.11).
struct SecrecyRule {
    /// The forms that the indicator's records come from.
    let forms: [FormLayout]
    /// Cells with fewer observations are hidden.
    let smallCell: Int
    /// Splits that the whole report is narrowed to.
    let filters: [String]

    /// With fewer observations a figure is printed in brackets.
    private static let reliable = 30
    /// So is one whose confidence interval is more than so many points to a side.
    private static let widest = 10.0

    private var isConfidential: Bool { forms.contains(where: \.isConfidential) }

    /// Whether every row of a split is a public body, such as a village: those answer in public.
    private func isPublic(_ names: [String]) -> Bool {
        let keys = Set(forms.flatMap(\.form.key))
        return !isConfidential || names.allSatisfy(keys.contains)
    }

    /// What may be printed of all records together.
    func total(_ values: FigureValues, method: Method) -> Disclosure {
        let isHidden = !filters.isEmpty && !isPublic(filters) && isSmall(values)
        return isHidden ? .hidden : weight(values, method)
    }

    /// What may be printed of each row of a split.
    func rows(_ split: Split, of figure: Figure) -> [Disclosure] {
        let open = split.rows.map { weight($0.values, figure.method) }
        let names = split.names + filters
        guard !isPublic(names) else { return open }
        let isCrossed = names.count > 1
        let cells = split.rows.map { row in
            let isSensitive =
                isSmall(row.values) || (isCrossed && hasRareCase(row.values, figure.indicator.computation))
            return CellSuppression.Cell(key: row.key, size: row.values.n, isSensitive: isSensitive)
        }
        let hidden = CellSuppression.hidden(cells, least: smallCell)
        return open.enumerated().map { hidden.contains($0) ? .hidden : $1 }
    }

    /// Public bodies report on themselves, and one report of a school is all there is of it. Of persons, households and
    /// slips, a handful says little.
    private func weight(_ values: FigureValues, _ method: Method) -> Disclosure {
        let isOpinion = isConfidential || method == .sample
        guard isOpinion, let value = values.value else { return .open }
        let isWide = values.error?.isInPoints == true && values.error?.margin(around: value) ?? 0 > Self.widest
        return values.n < Self.reliable || isWide ? .few : .open
    }

    private func isSmall(_ values: FigureValues) -> Bool {
        values.n < smallCell && values.n + values.missingCount + values.missingAmongCount > 0
    }

    /// One or two who did, or did not, what is counted.
    private func hasRareCase(_ values: FigureValues, _ computation: Computation) -> Bool {
        switch computation {
        case .share, .count:
            guard let numerator = values.numerator, values.denominator ?? Double(values.n) == Double(values.n)
            else { return false }
            return (1...2).contains(numerator) || (1...2).contains(Double(values.n) - numerator)
        case .mean, .total, .quantile, .ratio, .milestone, .derive: return false
        }
    }
}
