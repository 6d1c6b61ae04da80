import Evaluation
import FormModel

/// How much of a figure, or of a row of one, may be printed.
enum Disclosure: Hashable {
    /// All of it.
    case open
    /// All of it, in brackets: there are too few observations to lean on it.
    case few
    /// Only how many records are in it: its value could tell of one or two.
    case countOnly
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
    ///
    /// Small cells are hidden with others by their observations alone, so that all indicators over the same records hide
    /// the same; then values that would tell of the hidden ones, or of one or two.
    func rows(_ split: Split, of figure: Figure) -> [Disclosure] {
        let open = split.rows.map { weight($0.values, figure.method) }
        guard !isPublic(split.names + filters) else { return open }
        let places = inOrder(split)
        let rows = places.map { split.rows[$0] }
        let order = split.names.indices.sorted { split.names[$0] < split.names[$1] }
        let cells = rows.map { row in
            CellSuppression.Cell(key: order.map { row.key[$0] }, size: row.values.n, isSensitive: isSmall(row.values))
        }
        let hidden = CellSuppression.hidden(cells, least: smallCell)
        var valueless = hidden
        if let amounts = amounts(
            rows, of: figure.indicator.computation, isCrossed: split.names.count + filters.count > 1)
        {
            valueless = CellSuppression.hidden(cells, amounts, hidden: hidden, least: smallCell)
        }
        var disclosures = open
        for (cell, place) in places.enumerated() where valueless.contains(cell) {
            disclosures[place] = hidden.contains(cell) ? .hidden : .countOnly
        }
        return disclosures
    }

    /// The rows in one order, whichever name the split puts first: a table and the same one turned hide the same.
    private func inOrder(_ split: Split) -> [Int] {
        let order = split.names.indices.sorted { split.names[$0] < split.names[$1] }
        let keys = split.rows.map { row in order.map { row.key[$0] } }
        return split.rows.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    }

    /// What is counted or added up in some rows, and in which it must not be known; `nil` where nothing is.
    private func amounts(
        _ rows: [SplitRow], of computation: Computation, isCrossed: Bool
    ) -> CellSuppression.Amounts? {
        let values = rows.map { $0.values.numerator ?? 0 }
        guard rows.contains(where: { $0.values.numerator != nil }), values.allSatisfy({ $0 >= 0 && $0.isFinite })
        else { return nil }
        let secrets = rows.indices.filter { place in
            isSmall(rows[place].values) || (isCrossed && hasRareCase(rows[place].values, computation))
        }
        var most: [Double]?
        switch computation {
        case .share, .count:
            most = rows.map { max($0.values.denominator ?? Double($0.values.n), $0.values.numerator ?? 0) }
        case .mean, .total, .quantile, .ratio, .milestone, .derive: break
        }
        return CellSuppression.Amounts(
            values: values, least: values.map { _ in 0 }, most: most, secrets: Set(secrets))
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

    /// One or two who did, or did not, what is counted; a sum or mean of ones and zeros counts as well.
    private func hasRareCase(_ values: FigureValues, _ computation: Computation) -> Bool {
        switch computation {
        case .share, .count, .mean, .total:
            guard let numerator = values.numerator, values.denominator ?? Double(values.n) == Double(values.n)
            else { return false }
            return (1...2).contains(numerator) || (1...2).contains(Double(values.n) - numerator)
        case .quantile, .ratio, .milestone, .derive: return false
        }
    }
}
