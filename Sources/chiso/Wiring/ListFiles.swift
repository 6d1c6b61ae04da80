import FormModel
import Foundation
import Interchange
import Messages
import Scripting

/// Reads the CSV files of `Surveys/choices` for scripts.
enum ListFiles {
    @Sendable
    static func read(_ url: URL) -> ListTableResult {
        guard PlainFile.exists(url.path) else { return .absent }
        if let refusal = PlainFile.refusal(of: url.path) {
            return .problems([(1, Message("E-FILE-001", ["file": url.lastPathComponent, "text": refusal.reason]))])
        }
        return read(DataFile(path: url.path, name: url.lastPathComponent))
    }

    /// Reads a list from a file's bytes.
    static func read(_ file: DataFile) -> ListTableResult {
        do throws(Problem) {
            let (table, problems) = try LookupTable.read(file, for: .plain)
            guard problems.isEmpty else { return .problems(problems.kept.map { ($0.place.line, $0.message) }) }
            return .table(ListTable(columns: table.columns, rows: table.rows))
        } catch {
            return .problems([(max(error.place.line, 1), error.message)])
        }
    }
}
