import FormModel

extension ModelScripts {
    /// An alert rule that watches an indicator: against its target, else against the period before.
    /// - Parameter round: how often the form asks that the indicator is computed over; `nil` for a derived one.
    public func alert(_ name: String, watching indicator: Indicator, round: PeriodLength?) -> ScaffoldFile {
        let condition = Condition(indicator)
        let by = indicator.by.first.map { "by = \"\($0)\"," } ?? "-- by = \"…\","
        let template = """
            --vi Cảnh báo \(name).
            --vi Sửa điều kiện, lời báo, lưu, rồi chạy: chiso check, chiso alerts run --dry-run
            --en The alert \(name).
            --en Change condition and message, save, then run: chiso check, chiso alerts run --dry-run

            alert "\(name)" {
              label = {
                vi = \(LuaText.quoted(condition.label(of: indicator).vietnamese)),
                en = \(LuaText.quoted(condition.label(of: indicator).english)),
              },
              --vi Theo dõi chỉ tiêu nào; by: xét từng nhóm của một phân tổ, bỏ đi là xét số chung.
              --en Which indicator; by: in each row of a split, without it as a whole.
              watch = "\(indicator.id)",
              \(by)
              --vi last_closed (mặc định): kỳ gần nhất đã khóa; hoặc to_date (từ đầu năm), month, last_3_months …
              --en last_closed (the default): the last period that was closed; or to_date, month, last_3_months …
              period = \(round == .once ? "\"to_date\"" : "\"last_closed\""),
              --vi now là số của kỳ, before là số của kỳ trước đó. Không có giá trị là thiếu số liệu, không báo.
              --en now is the figure of the period, before that of the period before. No value is no data, and no alert.
            \(condition.function)
              --vi Phải đúng suốt bao lâu mới báo; báo rồi thì bao lâu nhắc lại.
              --en For how long it must have held; and after how long it is told again.
              pending_for = "14d", repeat_every = "1 month",
              --vi info, warning, critical.
              --en info, warning, critical.
              severity = "warning",
              --vi Hết số liệu thì sao: keep (giữ nguyên), resolve (coi như hết), alert (báo).
              --en What missing data mean: keep (nothing changes), resolve, alert.
              no_data = "keep",
              --vi Nói gì, ở đâu, nặng đến đâu, việc đầu tiên là gì.
              --en Say what, where, how bad, and what to do first.
              message = function(\(condition.parameters))
                local value, limit = \(condition.values)
                return {
                  vi = ("%s: %s, \(condition.limitName.vietnamese) %s"):format(now.label, value, limit),
                  en = ("%s: %s, \(condition.limitName.english) %s"):format(now.label, value, limit),
                }
              end,
            }

            """
        return file(.alert, name, template)
    }
}

/// When a model of an alert fires.
private struct Condition {
    private enum Limit {
        /// The value expected by now.
        case path(isUpper: Bool)
        /// A number.
        case fixed(Double, isUpper: Bool)
        /// The value of the period before.
        case before
    }

    private let limit: Limit
    private let isPercent: Bool
    /// Whether few observations tell nothing.
    private let needsMany: Bool

    init(_ indicator: Indicator) {
        isPercent = indicator.unit == "percent"
        needsMany =
            switch indicator.computation {
            case .share, .mean: true
            case .count, .total, .quantile, .ratio, .milestone, .derive: false
            }
        limit = Condition.limit(of: indicator)
    }

    private static func limit(of indicator: Indicator) -> Limit {
        guard let target = indicator.target else { return .before }
        let isUpper: Bool
        switch target.comparison {
        case .above, .atLeast, .between: isUpper = false
        case .atMost, .below: isUpper = true
        case .milestone: return .fixed(1, isUpper: false)
        }
        let hasPath = !target.baseline.isEmpty || !target.path.isEmpty || target.everyYear
        return hasPath ? .path(isUpper: isUpper) : .fixed(target.value, isUpper: isUpper)
    }

    /// The lines of `when`.
    var function: String {
        let many = needsMany ? " and now.n >= 30" : ""
        switch limit {
        case .path(let isUpper):
            return "  when = function(now) return now.value \(isUpper ? ">" : "<") now.expected\(many) end,"
        case .fixed(let value, let isUpper):
            let number = LuaText.number(value)
            return "  when = function(now) return now.value \(isUpper ? ">" : "<") \(number)\(many) end,"
        case .before: return "  when = function(now, before) return now.value < before.value\(many) end,"
        }
    }

    var parameters: String { if case .before = limit { "now, before" } else { "now" } }

    /// The two values of the message, as texts.
    var values: String {
        let other =
            switch limit {
            case .path: "now.expected"
            case .fixed(let value, _): LuaText.number(value)
            case .before: "before.value"
            }
        return isPercent
            ? "percent(now.value), percent(\(other))"
            : "(\"%.1f\"):format(now.value), (\"%.1f\"):format(\(other))"
    }

    var limitName: (vietnamese: String, english: String) {
        switch limit {
        case .path: ("lộ trình", "expected")
        case .fixed(_, let isUpper): isUpper ? ("không được quá", "at most") : ("cần đạt", "needed is")
        case .before: ("kỳ trước", "before it was")
        }
    }

    func label(of indicator: Indicator) -> (vietnamese: String, english: String) {
        let (vietnamese, english) = (indicator.label.text(in: .vietnamese), indicator.label.text(in: .english))
        return switch limit {
        case .path: ("\(vietnamese): chậm so với lộ trình", "\(english): behind its path")
        case .fixed: ("\(vietnamese): chưa đạt mức cần", "\(english): not where it should be")
        case .before: ("\(vietnamese): giảm so với kỳ trước", "\(english): lower than before")
        }
    }
}
