import Evaluation
import FormModel
import LuaRuntime
import Messages
import Scripting
import VietText

/// What a report reads.
///
/// - `data.period` (`id`, `label`, `first`, `last`), `data.date` (the day of the figures: the period's last, or the
///   as-of if that is earlier), `data.as_of`, `data.is_running`, `data.is_made_up`, `data.only` (what the report is
///   narrowed to), `data.left_out` (how many indicators that does not fit);
/// - `data:indicator("vneid_account")`, `data:indicators { group = "II.3.4", except = …, status = … }`,
///   `data:count_by_status { … }`: figures;
/// - `data:silent("ocop_online")`: who owes reports and did not send them; `data:earlier("ocop_online")`: who is counted
///   by a record of an earlier round that still holds;
/// - `data:records("comment")`: the records of a form, for the words that people wrote;
/// - `data:units("action")`: who owes records of a form, each with its latest one;
/// - `data.whole`: the same without what the report is narrowed to, so that a village stands beside the commune;
///   `data.where.village`: the key of that; `data.owner`: whose indicators the report is narrowed to;
/// - `data:quality("household", { seed = … })`: how the fieldwork of a form goes (`QualityObject`);
/// - `data:adjusted()`: figures of the closed period before that its corrected records have changed since;
/// - `data:written(x)`: a number, a date or a text by language as people read it.
final class DataObject: HostObject {
    let scriptName = "data"
    let data: ReportData
    /// The personal fields that the report may print.
    let usesPersonal: Set<String>
    unowned let host: ScriptHost
    let words: FigureText
    /// Figures already computed, by id and split.
    private var figures: [[String]: Figure] = [:]
    /// Those of earlier periods, by id and period.
    var earlierFigures: [[String]: Figure] = [:]
    /// The same data with nothing left out, once it is asked for.
    private var whole: LuaValue?
    /// What scripts hold, by id: the same indicator is the same object.
    private var objects: [String: LuaValue] = [:]

    init(_ data: ReportData, host: ScriptHost, usesPersonal: [String] = []) {
        self.data = data
        self.usesPersonal = Set(usesPersonal)
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

    /// What the sample is called that a figure is from; empty where every record counts once.
    func design(of indicator: Indicator) throws(Message) -> String {
        try figure(indicator, by: []).designs.map { data.designs[$0]?.text(in: data.language) ?? $0 }
            .joined(separator: "; ")
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
    var listed: [Indicator] { data.indicators.filter { !data.omitted.contains($0.id) } }

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
        let rows = try cells(of: indicator, by: request.names)
        let objects = request.arranged(rows, \.cell).map { row in
            host.add(
                ReportRow(row.cell, key: row.key, by: request.names) { [unowned self] () throws(Message) in
                    guard row.cell.number != nil else { return .unknown }
                    return try change(of: indicator, by: request.names, key: row.key)
                })
        }
        return .table(LuaTable(array: objects))
    }

    /// What may be printed of each row of a split.
    func cells(of indicator: Indicator, by names: [String]) throws(Message) -> [(cell: FigureCell, key: [String])] {
        guard let cells = try cells(of: try figure(indicator, by: names), by: names) else {
            throw Message(
                "E-REPORT-005",
                unknown(names.joined(separator: ", "), among: indicator.by, ["id": indicator.id]))
        }
        return cells
    }

    /// The same of a figure of any period; `nil` where it is not split so.
    func cells(of figure: Figure, by names: [String]) throws(Message) -> [(cell: FigureCell, key: [String])]? {
        guard let split = figure.split(names) else { return nil }
        let disclosures = try secrecy(of: figure).rows(split, of: figure)
        return zip(split.rows, disclosures).map { row, disclosure in
            let cell = FigureCell(
                figure: figure, label: row.label.joined(separator: " · "), values: row.values,
                disclosure: disclosure, words: words)
            return (cell: cell, key: row.key)
        }
    }

    /// The same data without what the report is narrowed to.
    private func unnarrowed() -> LuaValue {
        if let whole { return whole }
        var all = data
        (all.filters, all.omitted, all.owner, all.figure) = ([], [], nil, data.wholeFigure)
        let object = host.add(DataObject(all, host: host, usesPersonal: Array(usesPersonal)))
        whole = object
        return object
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

    func named(_ id: String) throws(Message) -> Indicator {
        guard let indicator = data.indicators.first(where: { $0.id == id }) else {
            if let text = data.unavailable(id) { throw Message("E-REPORT-015", ["id": id, "text": text]) }
            throw Message("E-REPORT-004", unknown(id, among: data.indicators.map(\.id)))
        }
        return indicator
    }

    // MARK: HostObject

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
        case "date": return .value(date(data.date))
        case "as_of": return .value(date(data.asOf))
        case "is_running": return .value(.boolean(data.date < data.period.last))
        case "is_made_up": return .value(.boolean(data.isMadeUp))
        case "left_out":
            let count = data.indicators.count { data.omitted.contains($0.id) && !$0.isComponent }
            return .value(.integer(Int64(count)))
        case "owner": return .value(.string(data.owner ?? ""))
        case "where": return .value(.row(LuaRow(data.filters.map { LuaRow.Field($0.name, .string($0.key)) })))
        case "whole": return .value(unnarrowed())
        case "only":
            let all = data.filters.map(\.label) + [data.owner].compactMap { $0 }
            return .value(.string(all.joined(separator: ", ")))
        default: return ObjectMembers.data.methods.contains(name) ? .method : unknownName(name)
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
            case "earlier": return .value(try earlier(try named(try call.name(0))))
            case "records": return .value(try records(call))
            case "adjusted": return .value(try adjusted())
            case "alerts": return .value(try alerts())
            case "due": return .value(try due(call))
            case "units": return .value(try units(call))
            case "quality": return .value(try quality(call))
            case "validations": return .value(try validations(call))
            case "written": return .value(.string(try call.text(0).string))
            default: return unknownName(method)
            }
        } catch {
            return .fault(error)
        }
    }

    private func unknownName(_ name: String) -> HostReply {
        .unknown(name: name, of: scriptName, candidates: ObjectMembers.data.all)
    }

    private func date(_ day: Day) -> LuaValue { .date(LuaDate(days: Double(day.number))) }
}
