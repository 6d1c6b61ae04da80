import ArgumentParser
import FormModel
import Foundation
import Messages
import Scripting
import VietText

/// `chiso explain-code`: what a code of a diagnostic means, with an example of wrong and right.
struct ExplainCode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain-code", abstract: "Explain a diagnostic's code, with an example of wrong and right.",
        discussion: """
              chiso explain-code E-FIELD-001
              chiso explain-code --list
            """)

    @OptionGroup var options: GlobalOptions
    @Flag(help: "List every code with its sentence.") var list = false
    @Argument(help: "A code, as it stands behind a diagnostic in brackets.") var code: String?

    func run() throws {
        Console.isQuiet = options.quiet
        Console.setColours(options.color)
        // A code can be looked up anywhere; a workspace only says in which language.
        let folder = WorkspaceFolder.nearest(from: URL(fileURLWithPath: FileManager.default.currentDirectoryPath))
        Console.language = options.language ?? (try? folder.configuration().language) ?? Console.language
        if list { return listCodes() }
        guard let asked = code?.uppercased().trimmingBrackets, !asked.isEmpty else {
            throw Failure(.usage, Message("E-CLI-035"))
        }
        let codes = Set(Catalogue.codes).union(Explanation.all.map(\.code))
        guard let code = codes.first(where: { $0.uppercased() == asked }) else {
            throw Failure(.noInput, Message("E-CLI-036", Suggestion.facts(asked, among: Array(codes))))
        }
        Console.out(page(code))
    }

    private func listCodes() {
        let rows = Catalogue.codes.map { [$0, Message($0).text(in: Console.language)] }
        Console.out(PlainTable(columns: ["code", "message"], rows: rows).text(as: .table))
    }

    private func page(_ code: String) -> String {
        let isVietnamese = Console.language == .vietnamese
        var lines = [code, "  " + Message(code).text(in: Console.language), ""]
        guard let explanation = Explanation.of(code) else {
            return lines.joined(separator: "\n")
        }
        lines += explanation.text(in: Console.language).wrapped(to: 78) + [""]
        for (title, example) in [
            (isVietnamese ? "Sai:" : "Wrong:", explanation.wrong),
            (isVietnamese ? "Đúng:" : "Right:", explanation.right),
        ] {
            guard let example else { continue }
            lines +=
                [title] + example.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 } + [""]
        }
        return lines.dropLast().joined(separator: "\n")
    }
}

extension String {
    /// Without the brackets in which a diagnostic shows its code.
    fileprivate var trimmingBrackets: String { filter { $0 != "[" && $0 != "]" && !$0.isWhitespace } }
}
