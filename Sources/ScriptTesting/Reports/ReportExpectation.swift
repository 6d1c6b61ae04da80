import Evaluation
import FormModel
import LuaRuntime
import Messages
import VietText

/// What a test expects of a report's text.
///
/// ```lua
/// t:report("six_month", { contains = { "II.3.4.7", "83,2 %" }, lacks = "DỰ THẢO" }, { period = "2026-H1" })
/// t:report("village_sheet", { contains = "Thôn 1" }, { where = { village = "dt1" } })
/// ```
///
/// Blanks and line ends count as one blank, so that it does not matter where a line is broken.
struct ReportExpectation {
    private let id: String
    private var contains: [String] = []
    private var lacks: [String] = []
    /// To which rows of splits the report is narrowed.
    private(set) var filters: [SplitFilter] = []

    private static let names = ["contains", "lacks"]
    /// What the third argument may say.
    static let options = ["period", "where"]

    init(_ call: TestCall) throws(Message) {
        id = try call.text(0)
        for field in try call.named(1, among: Self.names).fields {
            switch field.key {
            case .string("contains"): contains = try texts(field.value, call)
            case .string("lacks"): lacks = try texts(field.value, call)
            default: throw call.unknownKey(field.key, among: Self.names)
            }
        }
        let options = try call.named(2, among: Self.options)
        guard let narrowed = options.fields.first(where: { $0.key == .string("where") })?.value else { return }
        guard case .table(let table) = narrowed else { throw call.wrong(2, expected: "table") }
        for field in table.fields {
            guard case .string(let name) = field.key, case .string(let key) = field.value else {
                throw call.wrong(2, expected: "table")
            }
            filters.append(SplitFilter(name: name, key: key))
        }
    }

    private func texts(_ value: LuaValue, _ call: TestCall) throws(Message) -> [String] {
        switch value {
        case .string(let text): return [text]
        case .table(let table):
            var texts: [String] = []
            for item in table.array {
                guard case .string(let text) = item else { throw call.wrong(1, expected: "string") }
                texts.append(text)
            }
            return texts
        default: throw call.wrong(1, expected: "string")
        }
    }

    /// - Throws: a `Message` that tells the first text that is missing, with the line that comes nearest, or that should not
    ///   be there.
    func compare(_ report: String) throws(Message) {
        let whole = ReportExpectation.plain(report)
        for text in contains where !whole.contains(ReportExpectation.plain(text)) {
            var facts = ["id": id, "expected": text]
            facts["found"] = ReportExpectation.nearest(to: text, in: report)
            throw Message("E-TEST-028", facts)
        }
        for text in lacks where whole.contains(ReportExpectation.plain(text)) {
            throw Message("E-TEST-029", ["id": id, "found": text])
        }
    }

    private static func plain(_ text: String) -> String {
        text.storageForm.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The line that shares the most words with a text.
    private static func nearest(to text: String, in report: String) -> String? {
        let words = Set(text.searchKey.split(separator: " "))
        let lines = report.split(separator: "\n").map { line in
            (line: line, shared: words.intersection(String(line).searchKey.split(separator: " ")).count)
        }
        return lines.max { $0.shared < $1.shared }.flatMap { $0.shared > 0 ? plain(String($0.line)) : nil }
    }
}
