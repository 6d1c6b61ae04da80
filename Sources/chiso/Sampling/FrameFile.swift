import FormModel
import Foundation
import Interchange
import Messages
import Sampling
import Scripting
import VietText

/// The list of units that a sample is drawn from: a CSV with a column for each key field (for a key of one field, `name`
/// serves), one for the stratum, and perhaps `interviewer`.
struct FrameFile {
    let path: String
    let layout: FormLayout
    /// The column that names the stratum; without one the whole frame is a stratum.
    let stratum: String?
    /// The column whose order the units are drawn in; without one, that of the file.
    let sort: String?

    static let interviewer = "interviewer"

    /// The units in the order in which they are drawn.
    struct Content {
        var units: [FrameUnit]
        let hasInterviewers: Bool
        /// For each key, its line and its values.
        let rows: [[String]: Row]
    }

    /// A row of the file.
    struct Row {
        let line: Int
        let key: [Value]
    }

    /// Reads the units.
    /// - Throws: a `Problem` where the file is no CSV; a `ProblemLog` with all that is wrong in its rows.
    func read() throws -> Content {
        let (table, problems) = try LookupTable.read(DataFile(path: path), for: .plain)
        var log = problems
        let names = keyColumns(of: table) + [stratum].compactMap { $0 }
        let missing = names.filter { table.position(of: $0) == nil }
        if !missing.isEmpty {
            log.append(Problem(.header(.missingColumns(names: missing)), at: SourcePlace(file: path, line: 1)))
        }
        if let sort, table.position(of: sort) == nil {
            var facts = Suggestion.facts(sort, among: table.columns)
            facts["file"] = path
            facts["allowed"] = table.columns.joined(separator: ", ")
            throw Failure(.usage, Message("E-SAMPLE-006", facts))
        }
        guard log.isEmpty else { throw log }
        var rows: [[String]: Row] = [:]
        let units = self.units(table, &rows, &log)
        guard log.isEmpty else { throw log }
        guard !units.isEmpty else { throw Failure(.badData, Message("E-SAMPLE-007", ["file": path])) }
        let hasInterviewers = table.position(of: FrameFile.interviewer) != nil
        return Content(units: units, hasInterviewers: hasInterviewers, rows: rows)
    }

    private func keyColumns(of table: LookupTable) -> [String] {
        let key = layout.form.key
        return key.count == 1 && table.position(of: key[0]) == nil && table.position(of: "name") != nil ? ["name"] : key
    }

    private func units(
        _ table: LookupTable, _ rows: inout [[String]: Row], _ log: inout ProblemLog
    ) -> [FrameUnit] {
        let columns = keyColumns(of: table)
        let readers = layout.keyFields.map { AnswerReader($0.question, mayBeLeftOut: false) }
        var strata: [String: Int] = [:]
        var found: [(unit: FrameUnit, stratum: Int, sort: String)] = []
        for (row, line) in zip(table.rows, table.lines) {
            func cell(_ column: String) -> String { table.position(of: column).map { row[$0] } ?? "" }
            func place(_ column: String) -> SourcePlace { SourcePlace(file: path, line: line, field: column) }
            var (key, values): ([String], [Value]) = ([], [])
            for (reader, column) in zip(readers, columns) {
                do throws(CellFault) {
                    guard !cell(column).isEmpty else {
                        log.append(Problem(.row(.nameMissing), at: place(column)))
                        continue
                    }
                    // As an interview writes it: 7 for 07.
                    let value = try reader.value(of: cell(column))
                    key.append(value.keyText ?? cell(column))
                    values.append(value)
                } catch {
                    log.append(Problem(.cell(error), at: place(column)))
                }
            }
            let name = stratum.map(cell) ?? ""
            if let stratum, name.isEmpty, !columns.contains(stratum) {
                log.append(Problem(.row(.nameMissing), at: place(stratum)))
                continue
            }
            guard key.count == columns.count else { continue }
            if let first = rows[key] {
                log.append(Problem(.row(.duplicateName(names: key, firstLine: first.line)), at: place(columns[0])))
                continue
            }
            rows[key] = Row(line: line, key: values)
            let interviewer = cell(FrameFile.interviewer)
            let unit = FrameUnit(key: key, stratum: name, interviewer: interviewer.isEmpty ? nil : interviewer)
            let number = strata[name] ?? strata.count
            strata[name] = number
            found.append((unit, number, sort.map(cell) ?? ""))
        }
        guard sort != nil else { return found.map(\.unit) }
        let sorted = found.sortedInVietnamese(by: \.sort)
        return (0..<strata.count).flatMap { number in sorted.filter { $0.stratum == number }.map(\.unit) }
    }
}
