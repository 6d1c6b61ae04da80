import Evaluation
import FormModel
import LuaRuntime
import Messages
import Scripting
import VietText

/// What a report reads: `data.period`, `data:indicators { group = "II.3.4" }`, `data:indicator("vneid_account")`.
final class DataObject: HostObject {
    let scriptName = "data"
    private let data: ReportData
    private unowned let host: ScriptHost
    private let words: FigureText
    /// Figures already computed, by id and split.
    private var figures: [[String]: Figure] = [:]
    /// What scripts hold, by id: the same indicator is the same object.
    private var objects: [String: LuaValue] = [:]

    init(_ data: ReportData, host: ScriptHost) {
        self.data = data
        self.host = host
        words = FigureText(language: data.language)
    }

    // MARK: Figures

    /// The figure of an indicator, with a split where names are given; computed once.
    func figure(_ indicator: Indicator, by names: [String]) throws(Message) -> Figure {
        let key = [indicator.id] + names
        if let known = figures[key] { return known }
        let isOmitted = data.omitted.contains(indicator.id)
        let figure =
            try isOmitted
            ? Figure(indicator: indicator, method: .census, total: FigureValues()) : data.figure(indicator, names)
        figures[key] = figure
        return figure
    }

    /// The rule of secrecy for a figure: of its own form, or of the forms of all that it is made from.
    func secrecy(of figure: Figure) throws(Message) -> SecrecyRule {
        SecrecyRule(forms: try forms(of: figure), smallCell: data.smallCell, filters: data.filters.map(\.name))
    }

    private func forms(of figure: Figure) throws(Message) -> [FormLayout] {
        if let form = figure.indicator.over?.split(separator: ".").first {
            return data.forms.filter { $0.form.id == form }
        }
        var forms: [FormLayout] = []
        for id in figure.sources {
            guard let source = data.indicators.first(where: { $0.id == id }) else { return data.forms }
            for form in try self.forms(of: try self.figure(source, by: [])) where !forms.contains(form) {
                forms.append(form)
            }
        }
        return forms
    }

    /// The indicators that lists may show.
    private var listed: [Indicator] { data.indicators.filter { !data.omitted.contains($0.id) } }

    /// The lines beneath an indicator: components whose id begins with its own, or that it is derived from.
    func components(of indicator: Indicator) throws(Message) -> [Indicator] {
        var sources: [String] = []
        if case .derive = indicator.computation { sources = try figure(indicator, by: []).sources }
        return listed.filter {
            $0.isComponent && ($0.id.hasPrefix(indicator.id + "_") || sources.contains($0.id))
        }
    }

    /// The rows of a split.
    func rows(of indicator: Indicator, _ request: SplitRequest) throws(Message) -> LuaValue {
        let figure = try figure(indicator, by: request.names)
        guard let split = figure.split(request.names) else {
            throw Message(
                "E-REPORT-005",
                unknown(request.names.joined(separator: ", "), among: indicator.by, ["id": indicator.id]))
        }
        let disclosures = try secrecy(of: figure).rows(split, of: figure)
        let rows = zip(split.rows, disclosures).map { row, disclosure in
            let cell = FigureCell(
                indicator: figure.indicator, label: row.label.joined(separator: " · "), values: row.values,
                method: figure.method, disclosure: disclosure, words: words)
            return (cell: cell, key: row.key)
        }
        let objects = request.arranged(rows, \.cell).map { host.add(ReportRow($0.cell, key: $0.key)) }
        return .table(LuaTable(array: objects))
    }

    /// Indicators as a table of figures that scripts may sort.
    func table(of indicators: [Indicator]) -> LuaValue {
        .table(LuaTable(array: indicators.map(object)))
    }

    private func object(_ indicator: Indicator) -> LuaValue {
        if let known = objects[indicator.id] { return known }
        let object = host.add(ReportFigure(indicator, of: self, words: words))
        objects[indicator.id] = object
        return object
    }

    private func named(_ id: String) throws(Message) -> Indicator {
        guard let indicator = data.indicators.first(where: { $0.id == id }) else {
            if let text = data.unavailable(id) { throw Message("E-REPORT-015", ["id": id, "text": text]) }
            throw Message("E-REPORT-004", unknown(id, among: data.indicators.map(\.id)))
        }
        return indicator
    }

    // MARK: HostObject

    private static let properties = ["period", "as_of", "only"]
    private static let methods = ["indicators", "indicator", "count_by_status", "silent", "written"]

    func property(_ name: String) -> HostReply {
        switch name {
        case "period":
            let period = data.period
            return .value(
                .row(
                    LuaRow([
                        LuaRow.Field("id", .string(period.id)), LuaRow.Field("label", .string(words.period(period))),
                        LuaRow.Field("first", date(period.first)), LuaRow.Field("last", date(period.last)),
                    ])))
        case "as_of": return .value(date(data.asOf))
        case "only": return .value(.string(data.filters.map(\.label).joined(separator: ", ")))
        default: return DataObject.methods.contains(name) ? .method : unknownName(name)
        }
    }

    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply {
        let call = CallArguments(function: "data:\(method)", values: arguments, words: words)
        do throws(Message) {
            switch method {
            case "indicators": return .value(try indicators(call))
            case "indicator": return .value(object(try named(try call.name(0))))
            case "count_by_status": return .value(try counts(call))
            case "silent": return .value(try silent(try named(try call.name(0))))
            case "written": return .value(.string(try call.text(0).string))
            default: return unknownName(method)
            }
        } catch {
            return .fault(error)
        }
    }

    private func unknownName(_ name: String) -> HostReply {
        .unknown(name: name, of: scriptName, candidates: DataObject.properties + DataObject.methods)
    }

    private func date(_ day: Day) -> LuaValue { .date(LuaDate(days: Double(day.number))) }

    // MARK: Queries

    private func indicators(_ call: CallArguments) throws(Message) -> LuaValue {
        let query = try IndicatorQuery(call, allowed: IndicatorQuery.names + ["components", "status"])
        var chosen = query.chosen(of: listed)
        if let wanted = query.statuses {
            var kept: [Indicator] = []
            for indicator in chosen {
                if let status = try figure(indicator, by: []).total.status, wanted.contains(status) {
                    kept.append(indicator)
                }
            }
            chosen = kept
        }
        guard query.withComponents else { return table(of: chosen) }
        var all: [Indicator] = []
        for indicator in chosen { all += [indicator] + (try components(of: indicator)) }
        return table(of: all)
    }

    /// How many indicators stand where. Reached but not for certain is not yet reached: it is on track. What cannot be
    /// judged lacks something: a value, reports, or anything to compare it with.
    private func counts(_ call: CallArguments) throws(Message) -> LuaValue {
        var counts = ["met": 0, "on_track": 0, "behind": 0, "lacking": 0, "total": 0, "without_target": 0]
        for indicator in try IndicatorQuery(call, allowed: IndicatorQuery.names).chosen(of: listed) {
            let kind =
                switch try figure(indicator, by: []).total.status {
                case .met: "met"
                case .metUncertain, .onTrack: "on_track"
                case .behind: "behind"
                case .noBaseline, .incomplete, .noData: "lacking"
                case nil: "without_target"
                }
            counts[kind, default: 0] += 1
            if kind != "without_target" { counts["total", default: 0] += 1 }
        }
        return .row(LuaRow(counts.sorted { $0.key < $1.key }.map { LuaRow.Field($0.key, .integer(Int64($0.value))) }))
    }

    /// Who owes reports and did not send them all. Units that a form names by several fields, such as households by
    /// village and number, are only counted by the first of them.
    private func silent(_ indicator: Indicator) throws(Message) -> LuaValue {
        guard let form = indicator.over?.split(separator: ".").first,
            let layout = data.forms.first(where: { $0.form.id == form })
        else { throw Message("E-REPORT-006", ["id": indicator.id]) }
        let figure = try figure(indicator, by: [])
        let names = try layout.keyFields.count == 1 ? incomplete(indicator, layout) : nil
        return .table(LuaTable(array: (names ?? grouped(figure.silentUnits, layout)).map { .string($0) }))
    }

    /// The units that sent nothing, and those that sent a part; `nil` where the figure has no row for each unit.
    private func incomplete(_ indicator: Indicator, _ layout: FormLayout) throws(Message) -> [String]? {
        let key = layout.form.key
        guard let split = try figure(indicator, by: key).split(key) else { return nil }
        return split.rows.compactMap { row in
            guard let coverage = row.values.coverage, coverage.reporting < coverage.expected else { return nil }
            guard coverage.reporting > 0 else { return row.label[0] }
            let missing = words.count(coverage.expected - coverage.reporting)
            let expected = words.count(coverage.expected)
            return data.language == .vietnamese
                ? "\(row.label[0]) (thiếu \(missing) trên \(expected))"
                : "\(row.label[0]) (\(missing) of \(expected) missing)"
        }
    }

    private func grouped(_ units: [[String]], _ layout: FormLayout) -> [String] {
        let list = layout.keyFields.first?.question.choices
        let label = { (key: String) in list?[key]?.label.text(in: self.data.language) ?? key }
        guard units.contains(where: { $0.count > 1 }) else { return units.flatMap { $0 }.map(label) }
        let groups = Dictionary(grouping: units) { $0.first ?? "" }
        let ordered = groups.sorted { left, right in
            let (a, b) = (list?.position(of: left.key) ?? .max, list?.position(of: right.key) ?? .max)
            return (a, left.key) < (b, right.key)
        }
        return ordered.map { "\(label($0.key)) (\(words.count($0.value.count)))" }
    }
}

/// Which indicators a script asks for: `{ group = "II.3.4" }`, `{ codes = { "II.2", "III, IV" } }`; all where it says
/// neither.
struct IndicatorQuery {
    static let names = ["group", "codes"]

    let withComponents: Bool
    let statuses: Set<Status>?
    private let groups: [String]?
    private let codes: [String]?

    init(_ call: CallArguments, allowed: [String]) throws(Message) {
        guard call[0] != .none else {
            (groups, codes, statuses, withComponents) = (nil, nil, nil, false)
            return
        }
        let table = try call.table(0, allowed: allowed)
        groups = try table.names("group")
        codes = try table.names("codes")
        withComponents = try table.flag("components")
        var statuses: Set<Status>?
        for name in try table.names("status") ?? [] {
            guard let status = Status(rawValue: name) else {
                throw Message(
                    "E-REPORT-003",
                    [
                        "function": call.function, "property": "status", "found": name,
                        "allowed": Status.allCases.map(\.rawValue).joined(separator: ", "),
                    ])
            }
            statuses = (statuses ?? []).union([status])
        }
        self.statuses = statuses
    }

    /// The indicators in the order of their codes; components come only beneath theirs.
    func chosen(of indicators: [Indicator]) -> [Indicator] {
        CodeOrder.sorted(indicators.filter { !$0.isComponent && isWanted($0.code ?? "") })
    }

    private func isWanted(_ code: String) -> Bool {
        if groups == nil, codes == nil { return true }
        return groups?.contains { CodeOrder.isIn($0, code) } ?? false || codes?.contains(code) ?? false
    }
}
