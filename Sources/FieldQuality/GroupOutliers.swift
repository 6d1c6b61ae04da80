import FormModel

/// A figure in which one group, such as an interviewer, lies far from the others.
public struct GroupOutlier: Hashable, Sendable {
    /// What is compared.
    public enum Measure: Hashable, Sendable {
        /// The mean of a number; of a yes or no, the share of yes in percent.
        case field(FieldPlace)
        /// The median length of completed interviews, in minutes.
        case length
        /// Don't know and refused together, of all questions that offer them, in percent.
        case nonresponse
    }

    /// The group, by its place.
    public let group: Int
    /// What is compared.
    public let measure: Measure
    /// How many completed interviews it rests on.
    public let interviews: Int
    /// The group's figure.
    public let value: Double
    /// The median of all groups' figures.
    public let typical: Double
    /// The modified z-score (`RobustStatistics.modifiedScores`).
    public let score: Double

    /// How far is too far: |z| over 3.5, as Iglewicz and Hoaglin (1993) propose.
    public static let limit = 3.5
    /// So few groups have nothing that is usual among them.
    public static let leastGroups = 4

    /// The outliers of all measures, the farthest first. Personal, calculated and key fields are not compared.
    /// - Parameter least: groups with fewer completed interviews are not compared.
    public static func all(
        _ form: CollectedForm, _ groups: RecordGroups, _ traces: [InterviewTrace?], least: Int
    ) -> [GroupOutlier] {
        let place = form.records.enumerated().map { $1.counts ? groups.ofRecord[$0] : nil }
        var interviews = groups.keys.map { _ in 0 }
        for group in place { if let group { interviews[group] += 1 } }
        let compared = groups.keys.indices.map { interviews[$0] >= max(1, least) && !groups.keys[$0].contains(nil) }
        var found: [GroupOutlier] = []
        func compare(_ values: [Double?], _ measure: Measure) {
            let known = values.indices.filter { compared[$0] && values[$0] != nil }
            let figures = known.compactMap { values[$0] }
            guard known.count >= leastGroups, let typical = RobustStatistics.median(figures),
                let scores = RobustStatistics.modifiedScores(figures)
            else { return }
            for (number, group) in known.enumerated() where abs(scores[number]) > limit {
                found.append(
                    GroupOutlier(
                        group: group, measure: measure, interviews: interviews[group], value: figures[number],
                        typical: typical, score: scores[number]))
            }
        }
        for set in form.layout.sets {
            for field in set.fields where isCompared(field, form.layout) {
                let means = means(form.sets[set.index], field, place, groups.keys.count)
                compare(means, .field(FieldPlace(set: set.index, field: field.index)))
            }
        }
        let lengths = InterviewLength.of(form, groups, traces, tooShort: form.records.map { _ in false })
        compare(lengths.map(\.median), .length)
        let missing = ItemNonresponse.of(form, groups, .special).counts.map(ItemNonresponse.sum)
        compare(missing.map { FieldProgress.percent($0.dontKnow + $0.refused, of: $0.asked) }, .nonresponse)
        return found.enumerated().sorted { (-abs($0.element.score), $0.offset) < (-abs($1.element.score), $1.offset) }
            .map(\.element)
    }

    private static func isCompared(_ field: Field, _ layout: FormLayout) -> Bool {
        let question = field.question
        guard !question.personal, !question.isCalculated, !layout.form.key.contains(field.name) else { return false }
        return switch question.kind {
        case .integer, .decimal, .yesNo: true
        case .text, .selectOne, .selectMultiple, .rank, .date, .time, .dateTime, .note, .calculate, .geopoint, .barcode:
            false
        }
    }

    private static func means(_ rows: CollectedRows, _ field: Field, _ groups: [Int?], _ count: Int) -> [Double?] {
        var sums = [Double](repeating: 0, count: count)
        var numbers = [Int](repeating: 0, count: count)
        let column = rows.columns[field.index]
        for row in rows.records.indices {
            guard let group = groups[Int(rows.records[row])], let number = column.number(at: row) else { continue }
            sums[group] += number
            numbers[group] += 1
        }
        let scale = field.question.kind == .yesNo ? 100.0 : 1
        return zip(sums, numbers).map { $1 > 0 ? scale * $0 / Double($1) : nil }
    }
}
