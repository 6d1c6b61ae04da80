import Evaluation
import FormModel
import VietText

/// The steps from all records to those that count, and what became of one.
extension ExplanationPage {
    /// A line a step, with what is left after it.
    func steps(_ steps: FigureExplanation) -> [String] {
        var lines = [count("N-EXPLAIN-010", steps.records)]
        for (exclusion, number) in steps.excluded.sorted(by: { text($0.key) < text($1.key) }) {
            lines.append("  − \(words.count(number)) " + text(exclusion))
        }
        lines.append(count("N-EXPLAIN-011", steps.selected))
        if let rows = steps.rows {
            lines.append(count("N-EXPLAIN-012", rows + steps.away))
            if steps.away > 0 { lines.append("  − \(words.count(steps.away)) " + say("N-EXPLAIN-013")) }
        }
        let all = steps.rows ?? steps.selected
        if steps.kept < all { lines.append("  − \(words.count(all - steps.kept)) " + say("N-EXPLAIN-014")) }
        lines += dropped(steps.outOfScope, "N-EXPLAIN-015")
        lines += reasons(steps.missingAmong, "N-EXPLAIN-016") + reasons(steps.missing, "N-EXPLAIN-017")
        lines += dropped(steps.failed, "N-EXPLAIN-018") + failedRecords
        lines.append(count("N-EXPLAIN-019", steps.counted))
        if let holding = steps.holding { lines.append(count("N-EXPLAIN-021", holding)) }
        return lines
    }

    private func count(_ code: String, _ number: Int) -> String { say(code, ["count": "\(number)"]) }

    private func dropped(_ number: Int, _ code: String) -> [String] {
        number == 0 ? [] : ["  − \(words.count(number)) " + say(code)]
    }

    /// The first records on which a formula failed, by their ids, under what went wrong.
    private var failedRecords: [String] {
        figure.faults.filter { !$0.isOfFigure }.map { group in
            let place = group.place.map { "\($0): " } ?? ""
            return "      \(place)\(group.message.text(in: language)): "
                + words.records(group.records, of: group.count)
        }
    }

    private func reasons(_ reasons: [MissingReason: Int], _ code: String) -> [String] {
        reasons.sorted { $0.key < $1.key }.map { reason, number in
            "  − \(words.count(number)) " + say(code, ["reason": StatusWords.word(reason.name, language)])
        }
    }

    /// Why a record is not taken, in words.
    func text(_ exclusion: Exclusion) -> String {
        switch exclusion {
        case .status(let status): say("N-EXPLAIN-050", ["status": StatusWords.word(status.rawValue, language)])
        case .result(let result): say("N-EXPLAIN-051", ["result": StatusWords.word(result.rawValue, language)])
        case .later: say("N-EXPLAIN-052", ["date": outcome.options.date.iso])
        case .expired: say("N-EXPLAIN-053")
        case .superseded: say("N-EXPLAIN-054")
        case .otherRound: say("N-EXPLAIN-055", ["round": figure.round ?? ""])
        case .outsidePeriod:
            say(
                "N-EXPLAIN-056",
                ["first": words.date(outcome.options.flow.first), "last": words.date(outcome.options.flow.last)])
        }
    }

    // MARK: One record

    /// Why one record counts or not.
    func text(_ found: RecordExplanation, _ record: String) -> String {
        let title = "\(indicator.label.text(in: language)) (\(indicator.id)) · \(record)"
        if let exclusion = found.exclusion {
            return [title, say("N-EXPLAIN-060", ["text": text(exclusion)])].joined(separator: "\n")
        }
        guard !found.parts.isEmpty else { return [title, say("N-EXPLAIN-061")].joined(separator: "\n") }
        return ([title] + found.parts.map { "  \($0.name): \(text($0))" }).joined(separator: "\n")
    }

    private func text(_ part: RecordExplanation.Part) -> String {
        if part.isFilteredOut { return say("N-EXPLAIN-014") }
        switch part.outcome {
        case .outOfScope: return say("N-EXPLAIN-015")
        case .missingAmong(let reason):
            return say("N-EXPLAIN-016", ["reason": StatusWords.word(reason.name, language)])
        case .missing(let reason): return say("N-EXPLAIN-017", ["reason": StatusWords.word(reason.name, language)])
        case .failed(let fault):
            let place = fault?.place.map { "\($0): " } ?? ""
            return say("N-EXPLAIN-018") + (fault.map { ": " + place + $0.message.text(in: language) } ?? "")
        case .counted(let x, let y):
            let weight = part.weight == 1 ? "" : words.numbers.text(part.weight, upTo: 3)
            return say(
                "N-EXPLAIN-062",
                ["first": words.numbers.text(x, upTo: 3), "second": words.numbers.text(y, upTo: 3), "weight": weight])
        case .dated(let day): return say("N-EXPLAIN-063", ["date": day.iso])
        }
    }

    // MARK: JSON

    /// The figure as `eval` gives it, with the steps.
    func json(_ steps: FigureExplanation?) -> JSON {
        let figureJSON = FigureJSON(outcome).json
        guard let steps else {
            return .object([
                ("figure", figureJSON), ("sources", .array(figure.sources.map { .string($0) })), ("steps", .null),
                ("interpreted", .array([])),
            ])
        }
        func map(_ reasons: [MissingReason: Int]) -> JSON {
            .object(reasons.sorted { $0.key < $1.key }.map { ($0.key.name, .integer($0.value)) })
        }
        let excluded = steps.excluded.map { (name($0.key), $0.value) }.sorted { $0.0 < $1.0 }
        return .object([
            ("figure", figureJSON), ("sources", .array([])),
            (
                "steps",
                .object([
                    ("records", .integer(steps.records)),
                    ("excluded", .object(excluded.map { ($0.0, .integer($0.1)) })),
                    ("selected", .integer(steps.selected)), ("rows", steps.rows.map { .integer($0) } ?? .null),
                    ("away", .integer(steps.away)), ("kept", .integer(steps.kept)),
                    ("out_of_scope", .integer(steps.outOfScope)), ("missing_among", map(steps.missingAmong)),
                    ("missing", map(steps.missing)), ("failed", .integer(steps.failed)),
                    ("counted", .integer(steps.counted)), ("holding", steps.holding.map { .integer($0) } ?? .null),
                ])
            ),
            ("interpreted", .array(interpreted.map(DiagnosticJSON.json))),
        ])
    }

    private func name(_ exclusion: Exclusion) -> String {
        switch exclusion {
        case .status(let status): status.rawValue
        case .result(let result): result.rawValue
        case .later: "later"
        case .expired: "expired"
        case .superseded: "superseded"
        case .otherRound: "other_round"
        case .outsidePeriod: "outside_period"
        }
    }

    func json(_ found: RecordExplanation, _ record: String) -> JSON {
        .object([
            ("indicator", .string(indicator.id)), ("record", .string(record)),
            ("excluded", .string(found.exclusion.map(name))),
            (
                "parts",
                .array(
                    found.parts.map { part in
                        .object([
                            ("name", .string(part.name)), ("outcome", .string(text(part))),
                            ("weight", .number(part.weight)), ("filtered_out", .boolean(part.isFilteredOut)),
                        ])
                    })
            ),
        ])
    }
}
