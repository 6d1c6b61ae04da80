import Evaluation
import FormModel
import Foundation
import Messages
import Scripting
import VietText

/// `--where owner=NAME`: of the report only the indicators that a body answers for. Records are not narrowed by it.
struct OwnerFilter {
    /// What the filter is called on the command line.
    static let name = "owner"

    /// The body as the report's language names it.
    let owner: String
    /// The ids of the indicators that others answer for.
    let omitted: Set<String>

    /// Takes the filter out of those of the command line; `nil` where there is none, or where something can be split
    /// by that name.
    static func taken(from filters: inout [SplitFilter], in workspace: Workspace) throws -> OwnerFilter? {
        guard !SplitFilters.names(in: workspace).contains(name),
            let place = filters.lastIndex(where: { $0.name == name })
        else { return nil }
        let asked = filters[place].key
        filters.removeAll { $0.name == name }
        return try OwnerFilter(asked, in: workspace, language: Console.language)
    }

    private init(_ asked: String, in workspace: Workspace, language: Language) throws {
        let key = asked.searchKey
        var owned: Set<String> = []
        var known: [String] = []
        var found: String?
        for indicator in workspace.indicators {
            let names = OwnerFilter.names(of: indicator, in: language)
            let spellings = Language.allCases.map { OwnerFilter.names(of: indicator, in: $0).map(\.searchKey) }
            known += names
            guard let place = spellings.lazy.compactMap({ $0.firstIndex(of: key) }).first else { continue }
            owned.insert(indicator.id)
            found = found ?? (names.indices.contains(place) ? names[place] : asked)
        }
        let listed = OwnerFilter.listed(in: workspace)
        guard let owner = found ?? listed.first(where: { $0.searchKey == key }) else {
            let all = Set(known + listed).sortedInVietnamese()
            var facts = Suggestion.facts(asked, among: all)
            facts["value"] = asked
            facts["allowed"] = all.joined(separator: "; ")
            throw Failure(.usage, Message("E-REPORT-021", facts))
        }
        self.owner = owner
        omitted = Set(workspace.indicators.map(\.id)).subtracting(owned)
    }

    /// A joint owner is written with commas.
    private static func names(of indicator: Indicator, in language: Language) -> [String] {
        (indicator.owner?.text(in: language) ?? "").split(separator: ",")
            .map { String($0).storageForm }.filter { !$0.isEmpty }
    }

    /// The owners of what frames list, such as tasks.
    private static func listed(in workspace: Workspace) -> [String] {
        workspace.forms.compactMap(\.layout.form.frame).flatMap { frame -> [String] in
            guard let column = frame.columns.firstIndex(of: name) else { return [] }
            return frame.rows.flatMap { $0[column].split(separator: ",") }.map { String($0).storageForm }
        }
    }
}
