import Foundation
import Testing

@Suite("Figures against an independent computation")
struct IndependentFiguresTests {
    private struct Computed: Decodable {
        let value: Double?
        let numerator: Double?
        let denominator: Double?
        let n: Int
        let missing: Int
        let missingAmong: Int
        let by: [String: [String: Computed]]?
    }

    private static let hasPython = (try? TemporaryWorkspace.tool("python3", "--version")) != nil

    /// The commune's own scripts over a smaller demonstration: a census of the first 600 households, a sample of 5 a
    /// village, and every other form as the demonstration has it.
    private func demonstration() throws -> TemporaryWorkspace {
        let workspace = try TemporaryWorkspace(of: ".", copying: ["Surveys", "Rules", "chiso.toml"])
        let maker = TemporaryWorkspace.repository.appendingPathComponent("Examples/demo/make-frame.sh")
        try TemporaryWorkspace.tool("sh", maker.path, workspace.url.path)
        func simulate(_ form: String, _ period: String, _ options: [String] = []) throws {
            try workspace.run(["simulate", form, "--period", period, "--seed", "20260101"] + options)
        }
        try simulate("household", "2026-H1", ["-n", "600"])
        try simulate("household", "2026-H2", ["--sample", "5"])
        try simulate("enterprise", "2026-H1")
        for half in ["2026-H1", "2026-H2"] {
            for form in ["school", "village", "ocop_product", "action"] { try simulate(form, half) }
            try simulate("commune_year", half, ["-n", "1"])
            try simulate("satisfaction", half, ["-n", "600"])
        }
        for month in 1...12 { try simulate("agency_month", "2026-\(month < 10 ? "0" : "")\(month)") }
        return workspace
    }

    private static let forms = [
        "household", "enterprise", "school", "village", "ocop_product", "action", "commune_year", "satisfaction",
        "agency_month",
    ]

    @Test(
        "All 33 coded indicators, of the census and of the weighted sample, and their splits",
        .enabled(if: hasPython, "python3 is not installed: the figures were not computed a second time"))
    func demonstrationAgrees() throws {
        let workspace = try demonstration()
        for form in Self.forms {
            try workspace.run(["data", "export", form, workspace.url.appendingPathComponent("\(form).csv").path])
        }
        for (period, method) in [("2026-H1", "census"), ("2026-H2", "sample")] {
            let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
                "figures.py")
            let output = try TemporaryWorkspace.tool(
                "python3", script.path, workspace.url.path,
                workspace.url.appendingPathComponent("Surveys/choices").path, period, "2026-12-31")
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            let computed = try decoder.decode([String: Computed].self, from: output)
            let printed = try PrintedFigures(
                workspace.run(["eval", "--period", period, "--as-of", "2026-12-31", "--format", "json"]))
            #expect(printed.method["vneid_account"] == method)
            #expect(computed.count == 39)
            for (id, numbers) in computed {
                let figure = try #require(printed.figures[id])
                compare("\(period) \(id)", figure.total, numbers)
                for (split, rows) in numbers.by ?? [:] {
                    let found = try #require(figure.by[split])
                    // The computation has no rows for units that did not report: chiso gives those no value.
                    #expect(Set(found.filter { $0.value.numerator != nil }.keys) == Set(rows.keys))
                    for (key, row) in rows { compare("\(period) \(id) \(split)=\(key)", try #require(found[key]), row) }
                }
            }
        }
    }

    private func compare(_ name: String, _ printed: PrintedFigures.Numbers, _ computed: Computed) {
        let comment = Comment(rawValue: name)
        #expect(printed.n == computed.n, comment)
        #expect(printed.missing == computed.missing, comment)
        #expect(printed.missingAmong == computed.missingAmong, comment)
        #expect(agree(printed.numerator, computed.numerator, within: 1e-12), comment)
        #expect(agree(printed.denominator, computed.denominator, within: 1e-12), comment)
        #expect(agree(printed.value, computed.value, within: 1e-9), comment)
    }

    /// Whole numbers must be the same, others differ by no more than a share of themselves.
    private func agree(_ left: Double?, _ right: Double?, within share: Double) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return left == right || (right != right.rounded() && abs(left - right) <= share * abs(right))
    }
}
