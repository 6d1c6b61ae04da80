import Evaluation
import FormModel
import Messages
import Reporting
import Scripting
import WorkspaceFixtures

/// A workspace of one report and a few indicators, with figures made up by the test.
struct ReportBench {
    /// The body of the report, over `doc` and `data`.
    var body = ""
    /// The indicators' scripts.
    var indicators = ReportBench.indicators
    /// The forms' scripts, by name.
    var forms = ReportBench.forms
    /// Long lists, by name.
    var lists = ["schools": [["name", "label_vi", "label_en"], ["a", "Trường A", "School A"]]]
    /// Modules of `Rules/lib`.
    var modules: [String: String] = [:]
    /// The totals by the indicator's id.
    var totals: [String: FigureValues] = [:]
    /// The totals at the end of earlier periods, by the period's id and the indicator's.
    var earlier: [String: [String: FigureValues]] = [:]
    /// The splits at the end of earlier periods, likewise.
    var earlierSplits: [String: [String: [Split]]] = [:]
    /// The totals without the filters, where they are others.
    var wholeTotals: [String: FigureValues] = [:]
    /// How figures came about, by the indicator's id; census where nothing is said.
    var methods: [String: Evaluation.Method] = [:]
    /// What the filters do not fit.
    var omitted: Set<String> = []
    /// The splits by the indicator's id.
    var splits: [String: [Split]] = [:]
    /// Units that sent nothing, by the indicator's id.
    var silent: [String: [[String]]] = [:]
    /// What derived indicators are made from.
    var sources: [String: [String]] = [:]
    /// The samples that figures are from, by the indicator's id.
    var designs: [String: String] = [:]
    /// The keys of units by the round of the record that counts for them, by the form's id.
    var rounds: [String: [String: [[String]]]] = [:]
    /// The records by the form's id: the round, the date and the answers by name.
    var records: [String: [(id: String, round: String, date: String, answers: [String: Value])]] = [:]
    /// The work behind the records.
    var fieldwork = Fieldwork.unknown
    /// What rules find.
    var validations: [ValidationResult] = []
    /// What is said of figures, by the indicator's id.
    var notes: [String: [Message]] = [:]
    /// What the report declares beside its body.
    var declared = ""
    var asOf = "2026-07-05"
    var limits = ScriptLimits()

    static let path = "Rules/reports/r.lua"

    /// The document that the body makes.
    func document(language: Language = .vietnamese, filters: [ReportData.Filter] = []) throws -> Document {
        let script = """
            report "r" { label = { vi = "Báo cáo", en = "Report" }, period = "half_year", \(declared) body = function(doc, data)
            \(body)
            end }
            """
        return try document(of: "r", script: script, path: ReportBench.path, language: language, filters: filters)
    }

    /// The document that a report of a script makes.
    func document(
        of id: String, script: String, path: String, language: Language = .vietnamese,
        filters: [ReportData.Filter] = []
    ) throws -> Document {
        var reports = Fixture()
        reports.scripts[path] = script
        reports.modules = modules
        reports.limits = limits
        let workspace = try reports.load([.reports], language: language)
        guard let report = workspace.reports.first(where: { $0.id == id }) else {
            throw workspace.diagnostics.first ?? Diagnostic(at: nil, Message("E-CLI-005", ["name": id]))
        }
        return try ReportRunner(workspace).run(report, over: try data(language, filters))
    }

    private func data(_ language: Language, _ filters: [ReportData.Filter]) throws -> ReportData {
        var fixture = Fixture()
        for (name, text) in forms { fixture.scripts["Surveys/\(name).lua"] = text }
        fixture.scripts["Rules/indicators/i.lua"] = indicators
        fixture.lists = lists
        let workspace = try fixture.load([.surveys, .indicators], language: language)
        if let wrong = workspace.diagnostics.first { throw wrong }
        let calendar = PeriodCalendar()
        guard let period = calendar.period(id: "2026-H1"), let asOf = Day(iso: asOf) else {
            throw Message("E-CLI-002")
        }
        var data = ReportData(
            period: period, asOf: asOf, indicators: workspace.indicators, forms: workspace.forms.map(\.layout)
        ) { indicator, _ throws(Message) in
            if indicator.id == "broken" { throw Message("E-WEIGHT-002", ["design": "d", "stratum": "s"]) }
            return Figure(
                indicator: indicator,
                method: methods[indicator.id] ?? (sources[indicator.id] == nil ? .census : .derived),
                designs: designs[indicator.id].map { [$0] } ?? [], total: totals[indicator.id] ?? FigureValues(),
                splits: splits[indicator.id] ?? [], silentUnits: silent[indicator.id] ?? [],
                sources: sources[indicator.id] ?? [], notes: notes[indicator.id] ?? [])
        }
        data.earlier = earlier.keys.sorted().compactMap { calendar.period(id: $0) }
        data.earlierFigure = { indicator, period, _ throws(Message) in
            Figure(
                indicator: indicator, method: .census,
                total: earlier[period.id]?[indicator.id] ?? FigureValues(),
                splits: earlierSplits[period.id]?[indicator.id] ?? [])
        }
        data.wholeFigure = { indicator, _ throws(Message) in
            Figure(
                indicator: indicator, method: .census,
                total: wholeTotals[indicator.id] ?? totals[indicator.id] ?? FigureValues(),
                splits: splits[indicator.id] ?? [])
        }
        data.rounds = { rounds[$0.form.id] ?? [:] }
        data.records = { layout in
            (records[layout.form.id] ?? []).compactMap { record in
                Day(iso: record.date).map { date in
                    ReportData.Record(
                        id: record.id, round: record.round, date: date,
                        answers: layout.root.fields.map { field in
                            record.answers[field.name].map { .value($0) } ?? .missing(.unanswered)
                        })
                }
            }
        }
        data.fieldwork = fieldwork
        data.validations = { form in validations.filter { form == nil || $0.validation.form == form } }
        data.designs = ["d": LocalizedText(["vi": "mẫu theo thôn", "en": "a sample by village"])]
        data.language = language
        data.omitted = omitted
        data.filters = filters
        return data
    }

    // MARK: The workspace

    static let forms = [
        "person": """
        form "person" { version = 1, label = "Phiếu", key = { "village", "number" },
          select_one "village" { label = "Thôn", choices = { { "v1", vi = "Thôn 1" }, { "v2", vi = "Thôn 2" } } },
          text "number" { label = "Số" },
          text "name" { label = "Tên", personal = true },
          select_one "sex" { label = "Giới", choices = { { "male", vi = "Nam" }, { "female", vi = "Nữ" } } },
          select_one "group" { label = "Nhóm", choices = { { "a", vi = "A" }, { "b", vi = "B" }, { "c", vi = "C" } } },
          yes_no "done" { label = "Có?" } }
        """,
        "note": """
        form "note" { version = 1, label = "Ghi chú", key = { "about" }, round = "half_year",
          select_one "about" { label = "Về", choices = { { "funds", vi = "Kinh phí", en = "Funds" },
            { "other", vi = "Khác", en = "Other" } } },
          text "words" { label = "Lời" }, decimal "amount" { label = "Số" }, yes_no "agreed" { label = "Đồng ý?" },
          date "due" { label = "Hạn" } }
        """,
        "school": """
        form "school" { version = 1, label = "Trường", key = { "school" }, round = "half_year",
          select_one "school" { label = "Trường", choices = {
            { "a", vi = "Trường A", en = "School A" }, { "b", vi = "Trường B", en = "School B" },
            { "c", vi = "Trường C", en = "School C" } } },
          yes_no "done" { label = "Có?" } }
        """,
    ]

    static let indicators = """
        local function share(id, code, over, more)
          local body = { code = code, over = over, label = { vi = "Chỉ tiêu " .. id, en = "Indicator " .. id },
            owner = "Công an xã", share = function(r) return r.done end }
          for key, value in pairs(more or {}) do body[key] = value end
          indicator(id)(body)
        end
        share("ten", "II.3.4.10", "person", { target = { above = 80, by = 2030 } })
        share("two", "II.3.4.2", "person", { by = { "village", "sex", "group" },
          target = { at_least = 90, by = 2030, baseline = { [2025] = 40 }, aspirational = true } })
        share("schools", "II.3.2.3", "school", { by = { "school" }, target = { at_least = 100, by = 2030 } })
        share("reported", "II.3.4.11", "school")
        share("two_line", nil, "person", { component = true })
        share("part", nil, "school", { component = true })
        indicator "both" { code = "II.3.3.4", label = "Cả hai", target = { above = 60, by = 2030 },
          derive = function(i) return ratio(i.two.numerator, i.part.denominator) end }
        """
}

extension FigureValues {
    /// A share of persons: so many of so many.
    static func share(
        _ numerator: Int, of n: Int, missing: Int = 0, expected: Double? = nil, _ status: Status? = nil
    ) -> FigureValues {
        var values = FigureValues()
        values.value = n > 0 ? 100 * Double(numerator) / Double(n) : nil
        values.numerator = Double(numerator)
        values.denominator = Double(n)
        values.n = n
        if missing > 0 { values.missing = [.dontKnow: missing] }
        values.expected = expected
        values.status = status
        return values
    }
}

extension Document {
    /// The first table.
    var firstTable: Table? {
        blocks.lazy.compactMap { if case .table(let table) = $0 { table } else { nil } }.first
    }

    /// The texts of the first table's cells, row by row; a group's name alone.
    var cells: [[String]] {
        (firstTable?.rows ?? []).map { row in
            switch row {
            case .cells(let texts), .total(let texts): texts.map(\.string)
            case .group(let text): [text.string]
            }
        }
    }

    /// The texts of the paragraphs.
    var paragraphs: [String] {
        blocks.compactMap { if case .paragraph(let text) = $0 { text.string } else { nil } }
    }
}
