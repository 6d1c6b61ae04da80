import Evaluation
import FieldQuality
import FormModel
import LuaRuntime
import Messages
import Scripting

/// How the fieldwork of a form goes, as reports read it: `local q = data:quality "household"`.
///
/// - `q.form`, `q.label`, `q.seed`, `q.records`, `q.completed`, `q.has_visits`, `q.has_log`, `q.asks_proxy`;
/// - `q:progress "village"`, `q:lengths "_interviewer"`, `q:hours`, `q:proxy`, `q:nonresponse`, `q:unanswered`,
///   `q:confirmed`, `q:straight_lining`, `q:outliers`: rows by fields of the record and by `_interviewer`, where it fits
///   also by `_question`; without a name one row over all;
/// - `q:interviews()`, `q:short()`, `q:reinterviews()`, `q:duplicates { … }`: interviews by their ids;
/// - `q:differences "household_reinterview"`: what a second interview of the same units found.
///
/// Rows are plain tables: `row.label`, and what the method counts. A number that is not known is `nil`; shares of answers
/// that rest on fewer than the workspace's `small_cell` answers are not given of confidential forms, and `row.hidden` is true.
final class QualityObject: HostObject {
    let scriptName = "quality"
    let form: CollectedForm
    let traces: [InterviewTrace?]
    let options: QualityOptions
    let included: [Bool]
    private let includesUnit: (AssignedUnit) -> Bool
    unowned let data: DataObject
    /// For each record whether it went much faster than usual.
    lazy var tooShort = InterviewLength.tooShort(form, traces, part: options.shortPercent / 100) { self.included[$0] }
    lazy var interviewers = form.interviewers

    init(
        _ form: CollectedForm, _ traces: [InterviewTrace?], included: [Bool],
        includesUnit: @escaping (AssignedUnit) -> Bool, _ options: QualityOptions, of data: DataObject
    ) {
        self.form = form
        self.traces = traces
        self.options = options
        self.included = included
        self.includesUnit = includesUnit
        self.data = data
    }

    var words: FigureText { data.words }

    private enum Method: String, CaseIterable {
        case progress, lengths, hours, proxy, nonresponse, unanswered, confirmed, outliers
        case straightLining = "straight_lining"
        case interviews, short, reinterviews, duplicates, differences
    }

    private static let properties = [
        "form", "label", "seed", "records", "completed", "has_visits", "has_log", "asks_proxy", "knows_assigned",
    ]

    // MARK: HostObject

    func property(_ name: String) -> HostReply {
        let chosen = form.records.indices.filter { included[$0] }
        switch name {
        case "form": return .value(.string(form.layout.form.id))
        case "label": return .value(.string(form.layout.form.label.text(in: words.language)))
        case "seed": return .value(.integer(Int64(clamping: options.seed)))
        case "records": return .value(.integer(Int64(chosen.count)))
        case "completed": return .value(.integer(Int64(chosen.count { form.records[$0].counts })))
        case "has_visits": return .value(.boolean(form.visits.contains { included[$0.record] }))
        case "has_log": return .value(.boolean(chosen.contains { traces[$0] != nil }))
        case "asks_proxy": return .value(.boolean(ProxyAnswers.isAsked(in: form.layout)))
        case "knows_assigned": return .value(.boolean(form.assigned != nil))
        default: return Method(rawValue: name) == nil ? unknownName(name) : .method
        }
    }

    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply {
        guard let known = Method(rawValue: method) else { return unknownName(method) }
        let call = CallArguments(function: "quality:\(method)", values: arguments, words: words)
        do throws(Message) {
            return .value(try rows(of: known, call))
        } catch {
            return .fault(error)
        }
    }

    private func rows(of method: Method, _ call: CallArguments) throws(Message) -> LuaValue {
        let rows =
            switch method {
            case .progress: progress(try grouping(call))
            case .lengths: lengths(try grouping(call))
            case .hours: hours(try grouping(call))
            case .proxy: proxy(try grouping(call))
            case .nonresponse: nonresponse(try grouping(call, allowsQuestion: true), .special)
            case .unanswered: nonresponse(try grouping(call, allowsQuestion: true), .required)
            case .confirmed: confirmed(try grouping(call, allowsQuestion: true))
            case .straightLining: straightLining(try grouping(call, allowsQuestion: true))
            case .outliers: outliers(try grouping(call))
            case .interviews: interviews { _ in true }
            case .short: interviews { self.tooShort[$0] }
            case .reinterviews: reinterviews()
            case .duplicates: try duplicates(call)
            case .differences: try differences(call)
            }
        return .table(LuaTable(array: rows.map(\.value)))
    }

    private func unknownName(_ name: String) -> HostReply {
        .unknown(
            name: name, of: scriptName, candidates: QualityObject.properties + Method.allCases.map(\.rawValue))
    }

    // MARK: Groups

    /// The groups of records that a call asks for, and whether its rows are told apart by question as well.
    struct Grouping {
        let groups: RecordGroups
        let byQuestion: Bool
        /// Whether no name was given, so that there is one row over all.
        var isTotal: Bool { groups.names.isEmpty }
    }

    private static let interviewer = "_interviewer"
    private static let question = "_question"

    private func grouping(_ call: CallArguments, allowsQuestion: Bool = false) throws(Message) -> Grouping {
        var names: [GroupingName] = []
        var byQuestion = false
        for place in call.values.indices {
            let name = try call.name(place)
            if name == QualityObject.question, allowsQuestion {
                byQuestion = true
            } else if name == QualityObject.interviewer {
                names.append(.interviewer)
            } else {
                names.append(.field(try field(name, of: form.layout.root)))
            }
        }
        return Grouping(groups: groups(by: names), byQuestion: byQuestion)
    }

    func groups(by names: [GroupingName]) -> RecordGroups {
        RecordGroups(form, by: names, included: included, includesUnit: includesUnit)
    }

    /// A field that is not personal.
    func field(_ name: String, of set: RecordSet, allowsPersonal: Bool = false) throws(Message) -> Field {
        guard let field = set.field(name) else {
            let fitting = [QualityObject.interviewer, QualityObject.question] + set.fields.map(\.name)
            throw Message("E-QUALITY-002", unknown(name, among: fitting, ["form": set.path]))
        }
        guard allowsPersonal || !field.question.personal else {
            throw Message("E-REPORT-018", ["name": name, "form": set.path])
        }
        return field
    }
}
