import Foundation
import Testing

/// The rules of the repository's own workspace, over records that its own scripts make up.
@Suite("The commune's rules")
struct OwnRulesTests {
    private struct Check: Decodable {
        struct Rule: Decodable {
            let id: String
            let severity: String
            let over: String?
            let checked: Int
            let failed: Int
            let notApplicable: Int
            let faults: Int
        }
        let errors: Int
        let rules: [Rule]
    }

    @Test("none fails, made-up records break no rule of severity error, and few of the others")
    func madeUp() throws {
        let workspace = try TemporaryWorkspace(of: ".", copying: ["Surveys", "Rules", "chiso.toml"])
        let maker = TemporaryWorkspace.repository.appendingPathComponent("Examples/demo/make-frame.sh")
        try TemporaryWorkspace.tool("sh", maker.path, workspace.url.path)
        func simulate(_ form: String, _ period: String, _ options: [String] = []) throws {
            try workspace.run(["simulate", form, "--period", period, "--seed", "20260101"] + options)
        }
        for half in ["2025-H2", "2026-H1"] {
            try simulate("household", half, ["-n", "300"])
            for form in ["enterprise", "school", "village", "ocop_product", "action"] { try simulate(form, half) }
            try simulate("commune_year", half, ["-n", "1"])
            try simulate("satisfaction", half, ["-n", "100"])
        }
        for month in 1...6 { try simulate("agency_month", "2026-0\(month)") }
        let output = try workspace.run(["data", "validate", "--period", "2026-H1", "--format", "json"])
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let check = try decoder.decode(Check.self, from: Data(output.utf8))
        #expect(check.rules.count >= 50)
        #expect(check.errors == 0, "\(check.rules.filter { $0.severity == "error" && $0.failed > 0 }.map(\.id))")
        for rule in check.rules {
            #expect(rule.checked + rule.notApplicable > 0 && rule.faults == 0, "\(rule.id)")
            if rule.over != nil, rule.checked >= 50 {
                #expect(rule.failed * 10 <= rule.checked, "\(rule.id): \(rule.failed) of \(rule.checked)")
            }
        }
        let forms = Set(check.rules.compactMap { $0.over?.split(separator: ".").first.map(String.init) })
        #expect(forms.count == 9, "\(forms.sorted())")
    }
}
