import FormModel
import VietText

/// One record for people to read: each answer with its question, names beside labels.
struct RecordText {
    let layout: FormLayout
    let includesPersonal: Bool
    let language: Language

    func text(_ record: Record) -> String {
        let version = language == .vietnamese ? "bản" : "version"
        var lines = [
            "\(layout.form.label.text(in: language)) (\(record.form), \(version) \(record.version))",
            "_id: \(record.id)", "_round: \(record.round)", "_date: \(record.date.iso)",
            "_status: \(StatusWords.shown(record.status.rawValue, language))",
            "_result: \(StatusWords.shown(record.result.rawValue, language))",
        ]
        append(record.root, layout.root, indent: 0, to: &lines)
        return lines.joined(separator: "\n")
    }

    private func append(_ row: RecordRow, _ set: RecordSet, indent: Int, to lines: inout [String]) {
        let pad = String(repeating: "  ", count: indent)
        for field in set.fields {
            let shown: String
            switch row.answers[field.index] {
            case .notAsked: continue
            case .missing(let reason): shown = "(\(StatusWords.shown(reason.name, language)))"
            case .value(let value):
                shown = field.question.personal && !includesPersonal ? "•••" : self.shown(value, field.question)
            }
            lines.append("\(pad)\(field.name)\(label(field.question.label)): \(shown)")
        }
        for (place, rows) in row.rosters.enumerated() {
            let child = layout.sets[set.rosters[place]]
            for (number, inner) in rows.enumerated() {
                lines.append("\(pad)\(child.name)\(label(child.roster?.label)) \(number + 1) (_row \(inner.row))")
                append(inner, child, indent: indent + 1, to: &lines)
            }
        }
    }

    /// A label that the record computes is not shown: nothing runs here.
    private func label(_ text: FormText?) -> String {
        guard case .constant(let label)? = text else { return "" }
        return " – \(label.text(in: language).printableLine)"
    }

    private func shown(_ value: Value, _ question: Question) -> String {
        let plain = value.plainText.printableLine
        if case .boolean(let flag) = value, language == .vietnamese { return "\(plain) (\(flag ? "có" : "không"))" }
        let names: [String]
        switch value {
        case .text(let name): names = [name]
        case .choices(let all), .ranking(let all): names = all
        case .boolean, .integer, .decimal, .date, .time, .dateTime, .geopoint: return plain
        }
        let labels = names.compactMap { question.choices?[$0]?.label.text(in: language) }
        return labels.isEmpty || labels == names ? plain : "\(plain) (\(labels.joined(separator: "; ").printableLine))"
    }
}

/// The words for statuses, results and reasons beside their names.
enum StatusWords {
    static func shown(_ name: String, _ language: Language) -> String {
        guard language == .vietnamese, let word = vietnamese[name] else { return name }
        return "\(name) (\(word))"
    }

    /// The word alone: in a sentence, where a name beside it would be in the way.
    static func word(_ name: String, _ language: Language) -> String {
        language == .vietnamese ? vietnamese[name] ?? name : name.replacing("_", with: " ")
    }

    private static let vietnamese = [
        "incomplete": "chưa xong", "complete": "đã xong", "approved": "đã duyệt", "rejected": "không duyệt",
        "returned": "trả lại", "completed": "hoàn thành", "partly_completed": "làm dở", "refused": "từ chối",
        "nobody_home": "vắng nhà", "postponed": "hẹn lại", "vacant": "nhà bỏ trống", "not_found": "không tìm thấy",
        "moved_away": "chuyển đi", "merged": "đã nhập vào đơn vị khác", "not_eligible": "không thuộc diện",
        "incapable": "không trả lời được", "unanswered": "chưa trả lời", "dont_know": "không biết",
        "not_applicable": "không áp dụng", "not_computed": "không tính được",
    ]
}
