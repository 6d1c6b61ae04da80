import FormModel
import Foundation
import Randomness
import Scripting
import Testing
import WorkspaceFixtures

@testable import Evaluation

/// One pass over columns gives the figures that calling the script for each record gives, with everything that is told of
/// them: counts, what is missing, faults, splits; on any number of threads.
@Suite("A pass over columns and the interpreter give the same figures")
struct PassAgreementTests {
    private static let indicators = 24

    /// `CHISO_WORKSPACES` sets how many workspaces are tried; `CHISO_SEED` from which on.
    private static let seeds: Range<UInt64> = {
        let environment = ProcessInfo.processInfo.environment
        let first = environment["CHISO_SEED"].flatMap { UInt64($0) } ?? 1
        return first..<first + (environment["CHISO_WORKSPACES"].flatMap { UInt64($0) } ?? 40)
    }()

    @Test("over random forms, records and indicators", arguments: seeds)
    func random(seed: UInt64) throws {
        var form = RandomForm(seed: seed &* 31)
        var maker = FormulaMaker(form, seed: seed &* 77)
        var fixture = Fixture(form: form.script, rules: rules(form, &maker))
        fixture.lists["options"] = RandomForm.list
        let workspace = try fixture.load()
        try #require(workspace.diagnostics.filter { $0.severity == .error } == [])
        let layout = try #require(workspace.form("f")?.layout)
        let records = MemoryRecords()
        for number in 0..<150 { records.add(form.record(number, in: layout)) }
        var options = EvaluationOptions(asOf: Day(number: 20_200))
        options.by = [["d0"], ["d1"], ["d0", "d1"]]
        func figures(_ formulas: ColumnFormulas) throws -> [Figure] {
            try Evaluator(workspace, source: records, options: options, formulas: formulas)
                .figures(of: workspace.indicators)
        }
        let interpreted = try figures(ColumnFormulas(workspace: workspace, fewest: .max))
        for (threads, batchRows) in [(1, 2048), (3, 40)] {
            let formulas = ColumnFormulas(workspace: workspace, threads: threads, batchRows: batchRows, fewest: 1)
            for (place, figure) in try figures(formulas).enumerated() {
                // One with a NaN in it is unlike itself.
                let other = interpreted[place]
                let isSame = figure == other || other != other && words(figure) == words(other)
                #expect(isSame, "seed \(seed): \(difference(words(figure), words(other)))")
            }
        }
    }

    /// What is only in one of the two.
    private func difference(_ found: [Substring], _ wanted: [Substring]) -> String {
        let changes = found.difference(from: wanted)
        return "\(changes.removals.count) words missing, \(changes.insertions.count) more"
    }

    private func words(_ figure: Figure) -> [Substring] {
        "\(figure)".split { "[](), ".contains($0) }.sorted()
    }

    private func rules(_ form: RandomForm, _ maker: inout FormulaMaker) -> String {
        var rules = FormulaMaker.prelude
        rules +=
            "\ndimension \"d0\" { over = \"f\", label = \"D\", value = function(r) return \(maker.key(over: 0)) end }"
        rules +=
            "\ndimension \"d1\" { over = \"f.m0\", label = \"D\", value = function(r) return \(maker.key(over: 1)) end }"
        for number in 0..<PassAgreementTests.indicators {
            let set = number % form.sets.count
            func function(_ expression: String) -> String { "function(r) return \(expression) end" }
            let computation: String
            switch number % 6 {
            case 0: computation = "share = \(function(maker.condition(over: set)))"
            case 1: computation = "count = \(function(maker.condition(over: set)))"
            case 2: computation = "mean = \(function(maker.amount(over: set)))"
            case 3: computation = "total = \(function(maker.amount(over: set)))"
            case 4:
                computation =
                    "ratio = { numerator = \(function(maker.amount(over: set))), "
                    + "denominator = \(function(maker.amount(over: set))) }"
            default:
                // A weighted ratio, with the weight of the record or of the row.
                let weight = number % 4 < 2 ? maker.amount(over: set) : "(r.q4 or 1.25)"
                let own = set == 0 ? weight : weight.replacing("r.q4", with: "r\(path(set, form)).q4")
                computation =
                    "ratio = { numerator = function(r) if \(maker.condition(over: set)) then return \(own) end "
                    + "return 0 end, denominator = \(function(own)) }"
            }
            let among = number % 2 == 0 ? "among = \(function(maker.condition(over: set)))," : ""
            rules +=
                "\nindicator \"x\(number)\" { label = \"X\", over = \"\(form.sets[set].path)\", \(among) \(computation) }"
        }
        return rules
    }

    /// The way from a row to its record.
    private func path(_ set: Int, _ form: RandomForm) -> String {
        var (path, current) = ("", set)
        while let parent = form.sets[current].parent {
            path += ".\(form.sets[parent].name)"
            current = parent
        }
        return path
    }
}
