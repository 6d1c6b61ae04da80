import Evaluation
import FormModel
import LuaSyntax
import Messages
import Scripting
import VietText

/// How a figure came about, as a page of text.
struct ExplanationPage {
    let figure: Figure
    let outcome: EvaluationOutcome
    let workspace: Workspace
    let language: Language
    /// The columns of the terminal; `nil` for a file or a pipe.
    let width: Int?

    var words: FigureText { FigureText(language: language) }
    var indicator: Indicator { figure.indicator }

    func say(_ code: String, _ facts: [String: String] = [:]) -> String { Message(code, facts).text(in: language) }

    /// The whole page.
    func text(_ steps: FigureExplanation?) -> String {
        var lines = head + [""] + script + engines + [""]
        if let steps { lines += self.steps(steps) } else { lines += sources }
        lines += [""] + result + [""] + split + origin
        return lines.flatMap { wrapped($0) }.joined(separator: "\n")
    }

    private func wrapped(_ line: String) -> [String] {
        guard let width, line.displayWidth > width, !line.hasPrefix("    ") else { return [line] }
        return line.wrapped(to: width, hangingIndent: 2)
    }

    // MARK: What it is

    private var head: [String] {
        var lines = ["\(indicator.code.map { $0 + " " } ?? "")\(indicator.label.text(in: language)) (\(indicator.id))"]
        if let definition = words.definition(of: indicator) { lines.append(say("N-EXPLAIN-001", ["text": definition])) }
        if let source = indicator.source { lines.append(say("N-EXPLAIN-002", ["text": source.text(in: language)])) }
        if let owner = indicator.owner { lines.append(say("N-EXPLAIN-003", ["text": owner.text(in: language)])) }
        return lines
    }

    /// The declaration as it stands in its file.
    private var script: [String] {
        let place = indicator.place
        var lines = [say("N-EXPLAIN-004", ["place": "\(place.file):\(place.line)"])]
        guard let text = workspace.texts[place.file] else { return lines }
        let source = SourceText(text)
        let all = text.split(separator: "\n", omittingEmptySubsequences: false)
        var last = place.line
        if let range = source.declaration("indicator", id: indicator.id, line: place.line), let end = range.last {
            last = source.tokens[end].line
        }
        guard all.indices.contains(place.line - 1) else { return lines }
        lines += all[(place.line - 1)..<min(last, all.count)].map { "    " + String($0).printableLine }
        return lines
    }

    /// Which of its functions are interpreted, record by record, and why.
    var interpreted: [Diagnostic] { FormulaEngines(workspace, of: indicator).diagnostics }

    private var engines: [String] {
        interpreted.map { fault in
            let text = fault.message.text(in: language)
            return fault.place.map { "\($0.file):\($0.line): \(text)" } ?? text
        }
    }

    // MARK: Derived

    private var sources: [String] {
        [say("N-EXPLAIN-020")] + figure.sources.map { "  chiso explain \($0)" }
    }

    // MARK: The split

    /// How many rows of a split are shown.
    private static let mostRows = 30

    /// The figure in the rows that its script splits it by.
    private var split: [String] {
        var lines: [String] = []
        for split in figure.splits where !split.rows.isEmpty {
            lines.append(say("N-EXPLAIN-022", ["name": split.names.joined(separator: ", ")]))
            for row in split.rows.prefix(ExplanationPage.mostRows) {
                let value = words.value(row.values, of: indicator) + words.margin(row.values, of: indicator)
                lines.append(
                    "  \(row.label.joined(separator: " · ")): \(value) (n = \(words.count(row.values.n)))")
            }
            let more = split.rows.count - ExplanationPage.mostRows
            if more > 0 { lines.append("  " + say("N-EXPLAIN-023", ["count": "\(more)"])) }
            lines.append("")
        }
        return lines
    }

    // MARK: What came of it

    private var result: [String] {
        let total = figure.total
        var lines = [
            say(
                "N-EXPLAIN-030",
                [
                    "value": words.value(total, of: indicator) + words.margin(total, of: indicator),
                    "parts": parts(total), "method": words.method(figure.method),
                ])
        ]
        if let bounds = total.bounds, bounds.lowerBound < bounds.upperBound {
            lines.append(
                say("N-EXPLAIN-031", ["first": number(bounds.lowerBound), "second": number(bounds.upperBound)]))
        }
        if let error = total.error { lines.append(self.error(error)) }
        if let coverage = total.coverage {
            lines.append(
                say(
                    "N-EXPLAIN-032",
                    [
                        "reporting": words.count(coverage.reporting), "expected": words.count(coverage.expected),
                        "percent": words.percent(coverage.percent),
                    ]))
        }
        // Of a part, the units that are silent elsewhere are no matter.
        if !figure.silentUnits.isEmpty, outcome.options.filters.isEmpty {
            let named = figure.silentUnits.prefix(10).map { $0.joined(separator: " ") }
            lines.append(
                say(
                    "N-EXPLAIN-033",
                    ["count": "\(figure.silentUnits.count)", "names": named.joined(separator: ", ")]))
        }
        if let target = indicator.target {
            lines.append(
                say(
                    "N-EXPLAIN-034",
                    [
                        "target": words.target(target, unit: indicator.unit),
                        "expected": total.expected.map(number) ?? "", "status": words.status(total, of: indicator),
                    ]))
        }
        lines += nearing
        return lines + figure.notes.map { $0.text(in: language) }
    }

    /// When the target is reached at the present pace, and who would close most of the gap.
    private var nearing: [String] {
        guard let target = indicator.target, let value = figure.total.value else { return [] }
        var lines: [String] = []
        if let pace = target.pace(to: value, on: outcome.options.date) {
            let year = words.distance(abs(pace.perYear), unit: indicator.unit, decimals: 1)
            let facts = [
                "since": pace.since.iso, "change": (pace.perYear < 0 ? "−" : "+") + year,
                "date": pace.reaches?.iso ?? "",
            ]
            lines.append(say(pace.reaches == nil ? "N-EXPLAIN-037" : "N-EXPLAIN-036", facts))
        }
        if let split = figure.splits.first {
            let first = figure.gapClosing(by: split.names).prefix(5).map { row in
                "\(row.label.joined(separator: " · ")) (\(words.numbers.percent(100 * row.part)))"
            }
            if !first.isEmpty { lines.append(say("N-EXPLAIN-038", ["names": first.joined(separator: ", ")])) }
        }
        return lines
    }

    private func parts(_ values: FigureValues) -> String {
        guard values.hasSums, let numerator = values.numerator else { return "" }
        let above = words.numbers.text(numerator, upTo: 2)
        return values.denominator.map { "\(above) ÷ \(words.numbers.text($0, upTo: 2))" } ?? above
    }

    private func number(_ value: Double) -> String { words.number(value, unit: indicator.unit) }

    private func error(_ error: SamplingError) -> String {
        let places = 3
        return say(
            "N-EXPLAIN-035",
            [
                "design": figure.designs.joined(separator: ", "),
                "se": error.standardError.map { words.numbers.text($0, decimals: places) } ?? "",
                "low": error.interval.map { words.numbers.text($0.lowerBound, decimals: places) } ?? "",
                "high": error.interval.map { words.numbers.text($0.upperBound, decimals: places) } ?? "",
                "method": error.intervalMethod ?? "", "level": words.numbers.percent(100 * error.level, upTo: 1),
                "deff": error.designEffect.map { words.numbers.text($0, decimals: 2) } ?? "",
                "df": error.degreesOfFreedom.map { "\($0)" } ?? "",
            ])
    }

    private var origin: [String] {
        [
            say(
                "N-EXPLAIN-040",
                [
                    "date": outcome.options.asOf.iso, "period": outcome.options.period?.id ?? "",
                    "round": figure.round ?? "", "time": outcome.knownAt,
                ]),
            say(
                "N-EXPLAIN-041",
                [
                    "run": outcome.run, "scripts": String(outcome.scripts.prefix(16)),
                    "records": String(outcome.records.prefix(16)),
                ]),
        ]
    }
}
