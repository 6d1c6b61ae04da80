import Evaluation
import FormModel
import Messages

/// Figures as the JSON of `cli.md`.
struct FigureJSON {
    private let outcome: EvaluationOutcome

    init(_ outcome: EvaluationOutcome) {
        self.outcome = outcome
    }

    var json: JSON {
        let period = outcome.options.period.map { period in
            JSON.object([
                ("id", .string(period.id)), ("from", .string(period.first.iso)), ("to", .string(period.last.iso)),
            ])
        }
        return .object([
            ("as_of", .string(outcome.options.asOf.iso)), ("date", .string(outcome.options.date.iso)),
            ("known_at", .string(outcome.knownAt)),
            ("period", period ?? .null), ("before", .string(outcome.options.before?.id)), ("run", .string(outcome.run)),
            ("scripts", .string("sha256:" + outcome.scripts)),
            ("records", .string(outcome.records)), ("indicators", .array(outcome.figures.map(figure))),
        ])
    }

    private func figure(_ figure: Figure) -> JSON {
        let indicator = figure.indicator
        let language = outcome.options.language
        var pairs: [(String, JSON)] = [
            ("id", .string(indicator.id)), ("code", .string(indicator.code)),
            ("label", .string(indicator.label.text(in: language))),
            ("definition", .string(FigureText(language: language).definition(of: indicator))),
            ("unit", .string(indicator.unit)),
            ("method", .string(figure.method.rawValue)), ("component", .boolean(indicator.isComponent)),
        ]
        pairs += values(figure.total)
        pairs.append(("target", target(indicator.target)))
        pairs += standing(figure.total)
        pairs.append(("reaches_on", reaches(figure)))
        let changes = outcome.changes[indicator.id]
        pairs.append(("change", change(changes?.total)))
        pairs.append(("round", .string(figure.round)))
        pairs.append(("designs", .array(figure.designs.map { .string($0) })))
        pairs.append(("notes", .array(figure.notes.map(note))))
        let splits = figure.splits.map { split in
            (
                split.names.joined(separator: ","),
                JSON.array(
                    split.rows.map { row($0, target: indicator.target, changes?.change(of: $0, in: split.names)) })
            )
        }
        pairs.append(("by", .object(splits)))
        return .object(pairs)
    }

    private func row(_ row: SplitRow, target goal: Target?, _ change: PeriodChange?) -> JSON {
        let isCrossed = row.key.count > 1
        let key: JSON = isCrossed ? .array(row.key.map { .string($0) }) : .string(row.key.first)
        let label: JSON = isCrossed ? .array(row.label.map { .string($0) }) : .string(row.label.first)
        return .object(
            [("key", key), ("label", label)] + values(row.values) + [("target", target(goal))] + standing(row.values)
                + [("change", self.change(change))])
    }

    /// What has become of a figure since the earlier period; `null` where none was asked for, or there is none.
    private func change(_ change: PeriodChange?) -> JSON {
        guard let change else { return .null }
        let error = change.error
        let interval = change.difference.flatMap { difference in
            error?.margin.map { JSON.array([.number(difference - $0), .number(difference + $0)]) }
        }
        let breaks = change.breaks.map { found in
            JSON.object([
                ("kind", .string(found.kind)),
                ("message", .string(FigureText(language: outcome.options.language).reason(found))),
            ])
        }
        return .object([
            ("before", .number(change.earlier)), ("difference", .number(change.difference)),
            ("se", .number(error?.standardError)), ("ci", interval ?? .null),
            ("common_units", error.map { .integer($0.commonUnits) } ?? .null),
            ("clear", change.isClear.map { .boolean($0) } ?? .null), ("same_records", .boolean(change.isSameRecords)),
            ("breaks", .array(breaks)),
        ])
    }

    private func values(_ values: FigureValues) -> [(String, JSON)] {
        [
            ("value", .number(values.value)), ("numerator", .number(values.hasSums ? values.numerator : nil)),
            ("denominator", .number(values.hasSums ? values.denominator : nil)), ("n", .integer(values.n)),
            ("missing", .integer(values.missingCount)), ("missing_reasons", reasons(values.missing)),
            ("missing_among", .integer(values.missingAmongCount)),
            ("missing_among_reasons", reasons(values.missingAmong)), ("at_least", .boolean(values.atLeast)),
            ("suppressed", .boolean(values.suppressed)),
            ("bounds", values.bounds.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null),
            ("failed", .integer(values.failed)), ("failures", .array(values.failures.map(failure))),
            ("exceeding", .integer(values.exceeding)),
            ("expected_units", values.coverage.map { .integer($0.expected) } ?? .null),
            ("reporting_units", values.coverage.map { .integer($0.reporting) } ?? .null),
            ("coverage", .number(values.coveragePercent)), ("se", .number(values.error?.standardError)),
            (
                "ci",
                values.error?.interval.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null
            ), ("ci_method", .string(values.error?.intervalMethod)),
            ("deff", .number(values.error?.designEffect)),
            ("df", values.error?.degreesOfFreedom.map { .integer($0) } ?? .null),
        ]
    }

    private func standing(_ values: FigureValues) -> [(String, JSON)] {
        [
            ("expected", .number(values.expected)), ("status", .string(values.status?.rawValue)),
            ("date", .string(values.date?.iso)),
        ]
    }

    /// The day on which the target is reached at the present pace; `null` where it is reached, or never will be.
    private func reaches(_ figure: Figure) -> JSON {
        let target = figure.indicator.target
        let pace = figure.total.value.flatMap { target?.pace(to: $0, on: outcome.options.date) }
        return .string(pace?.reaches?.iso)
    }

    private func reasons(_ reasons: [MissingReason: Int]) -> JSON {
        .object(reasons.sorted { $0.key < $1.key }.map { ($0.key.name, .integer($0.value)) })
    }

    private func failure(_ failure: FormulaFault) -> JSON {
        .object([
            ("record", .string(failure.record)), ("place", .string(failure.place.map { "\($0)" })),
            ("code", .string(failure.message.code)),
            ("message", .string(failure.message.text(in: outcome.options.language))),
            (
                "read",
                .object(
                    failure.read.map {
                        ($0.question.name, .string(ReadFieldWords(language: outcome.options.language).value($0)))
                    })
            ),
        ])
    }

    private func note(_ note: Message) -> JSON {
        .object([("code", .string(note.code)), ("message", .string(note.text(in: outcome.options.language)))])
    }

    private func target(_ target: Target?) -> JSON {
        guard let target else { return .null }
        return .object([
            ("kind", .string(target.kind)), ("value", .number(target.value)), ("upper", .number(target.upper)),
            ("by", .integer(target.by)), ("aspirational", .boolean(target.aspirational)),
            ("every_year", .boolean(target.everyYear)),
        ])
    }
}
