import FormModel

/// What `chiso explain-code` tells of a code beyond its sentence: why it happens, how it is mended, and an example.
///
/// `wrong` and `right` are small workspaces: scripts, of which the first stands without a path (its first declaration
/// says where it belongs), and each further one, or list, behind a comment that is exactly its path below the workspace:
///
/// ```lua
/// indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
/// -- Rules/tests/t.lua
/// test("…", function(t) … end)
/// ```
public struct Explanation: Hashable, Sendable {
    /// The code that is explained.
    public let code: String
    /// The explanation in Vietnamese.
    let vi: String
    /// The explanation in English.
    let en: String
    /// A script of which the code is told; `nil` where no script can show it.
    public let wrong: String?
    /// The same, mended.
    public let right: String?

    init(_ code: String, vi: String, en: String, wrong: String, right: String) {
        self.code = code
        self.vi = vi
        self.en = en
        self.wrong = wrong
        self.right = right
    }

    /// A wrong example of which some part is mended.
    init(_ code: String, vi: String, en: String, wrong: String, mend part: String, to mended: String) {
        self.init(code, vi: vi, en: en, wrong: wrong, right: wrong.replacing(part, with: mended, maxReplacements: 1))
    }

    init(_ code: String, vi: String, en: String) {
        self.code = code
        self.vi = vi
        self.en = en
        wrong = nil
        right = nil
    }
}

extension Explanation {
    /// Every explanation, by code.
    public static let all: [Explanation] = [
        access, alerts, analysis, answers, declarations, designs, documents, estimates, figures, interviews,
        labels, lifting, limits, lists, margins, names, panels, properties, quality, records, references, remarks,
        reports, running, settings, simulations, splits, stories, syntax, tables, tests, tokens,
        validations, values, weights,
    ].flatMap { $0 }.sorted { $0.code < $1.code }

    /// The explanation of a code.
    public static func of(_ code: String) -> Explanation? { all.first { $0.code == code } }

    /// The explanation in a language.
    public func text(in language: Language) -> String {
        switch language {
        case .vietnamese: vi
        case .english: en
        }
    }

    /// The files of an example by their paths below the workspace.
    ///
    /// What stands without a path goes where its first declaration belongs.
    public static func files(of example: String) -> [(path: String, text: String)] {
        var files: [(path: String, text: String)] = [("", "")]
        for line in example.split(separator: "\n", omittingEmptySubsequences: false) {
            let path = line.hasPrefix("-- ") ? line.dropFirst(3) : ""
            let isPath = !path.contains(" ") && (path.hasSuffix(".lua") || path.hasSuffix(".csv"))
            if isPath, path.hasPrefix("Rules/") || path.hasPrefix("Surveys/") {
                files.append((String(path), ""))
            } else {
                files[files.count - 1].text += line + "\n"
            }
        }
        let isBlank = files[0].text.allSatisfy { $0.isWhitespace }
        if isBlank { files.removeFirst() } else { files[0].path = path(of: files[0].text) }
        return files
    }

    private static let paths: KeyValuePairs<String, String> = [
        "form": "Surveys/f.lua", "indicator": "Rules/indicators/r.lua", "dimension": "Rules/indicators/r.lua",
        "design": "Rules/indicators/r.lua", "validation": "Rules/validations/v.lua", "alert": "Rules/alerts/a.lua",
        "report": "Rules/reports/p.lua", "simulate": "Surveys/simulate/s.lua", "test": "Rules/tests/t.lua",
    ]

    private static func path(of text: String) -> String {
        for line in text.split(separator: "\n") {
            let word = line.prefix { $0.isLetter }
            if let found = paths.first(where: { $0.key == word }) { return found.value }
        }
        return "Surveys/f.lua"
    }
}
