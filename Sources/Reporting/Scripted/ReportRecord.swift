import Evaluation
import FormModel
import LuaRuntime
import Messages
import Scripting

/// A record as reports read it: `comment.content`, and as people write it, `comment:written "topic"`. A field without a
/// value is `nil`, whatever the reason, and is written as an empty text.
final class ReportRecord: HostObject {
    private let record: ReportData.Record
    private let layout: FormLayout
    private let usesPersonal: Set<String>
    private let words: FigureText

    init(_ record: ReportData.Record, of layout: FormLayout, usesPersonal: Set<String>, words: FigureText) {
        self.record = record
        self.layout = layout
        self.usesPersonal = usesPersonal
        self.words = words
    }

    var scriptName: String { layout.form.id }

    private static let method = "written"

    func property(_ name: String) -> HostReply {
        if name == ReportRecord.method, layout.root.field(name) == nil { return .method }
        do throws(Message) {
            guard let field = try readable(name) else { return unknownName(name) }
            guard case .value(let value) = record.answers[field.index] else { return .value(.none) }
            return .value(value.lua)
        } catch {
            return .fault(error)
        }
    }

    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply {
        guard method == ReportRecord.method else { return unknownName(method) }
        let call = CallArguments(function: "\(scriptName):\(method)", values: arguments, words: words)
        do throws(Message) {
            let name = try call.name(0)
            guard let field = try readable(name) else { return unknownName(name) }
            return .value(.string(text(of: field)))
        } catch {
            return .fault(error)
        }
    }

    /// The field of a name, if there is one.
    /// - Throws: `Message` E-REPORT-018 for a personal field that the report does not list (`semantics.md` 6.1).
    private func readable(_ name: String) throws(Message) -> Field? {
        guard let field = layout.root.field(name) else { return nil }
        guard !field.question.personal || usesPersonal.contains(name) else {
            throw Message("E-REPORT-018", ["name": name, "form": layout.form.id])
        }
        return field
    }

    private func text(of field: Field) -> String {
        guard case .value(let value) = record.answers[field.index] else { return "" }
        let label = { (name: String) in
            field.question.choices?[name]?.label.text(in: self.words.language) ?? name
        }
        switch value {
        case .text(let text): return label(text)
        case .choices(let names), .ranking(let names): return names.map(label).joined(separator: ", ")
        case .boolean(let yes):
            return words.language == .vietnamese ? (yes ? "có" : "không") : (yes ? "yes" : "no")
        case .integer, .decimal, .date: return words.plain(value.lua)?.string ?? value.plainText
        case .time, .dateTime, .geopoint: return value.plainText
        }
    }

    private func unknownName(_ name: String) -> HostReply {
        .unknown(name: name, of: scriptName, candidates: layout.root.fields.map(\.name) + [ReportRecord.method])
    }
}
