import AlertStates
import FormModel
import Foundation
import VietText

/// Writes a notice for people and for programs: what, where, since when, how bad, who is responsible, what to do
/// (`semantics.md` 4.7).
public struct NoticeWriter {
    /// A notice, written.
    public struct Written: Hashable, Sendable {
        /// One line.
        public let subject: String
        /// The message.
        public let text: String
        /// The message for programs.
        public let json: String
    }

    private let scripts: [String: AlertScript]
    private let titles: [String: String]
    private let language: Language
    private let timeZone: TimeZone

    /// - Parameters:
    ///   - scripts: the rules as they read now; one that is gone is called by its id.
    ///   - titles: what rules that no script declares are called.
    public init(
        scripts: [AlertScript], language: Language, timeZone: TimeZone, titles: [String: String] = [:]
    ) {
        self.titles = titles
        self.scripts = Dictionary(scripts.map { ($0.id, $0) }) { first, _ in first }
        self.language = language
        self.timeZone = timeZone
    }

    /// The notice, written.
    public func written(_ notice: Notice) -> Written {
        Written(subject: subject(notice), text: text(notice), json: NoticeJSON(self, notice).text)
    }

    // MARK: Words

    func vi(_ vietnamese: String, en english: String) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }

    /// What a rule is called.
    public func title(_ rule: String) -> String {
        if let label = scripts[rule]?.label?.text(in: language) ?? titles[rule] { return label }
        guard rule == AlertRule.failureId else { return rule }
        return vi("Quy tắc cảnh báo không chạy được", en: "An alert rule failed")
    }

    func severity(_ severity: AlertSeverity) -> String {
        switch severity {
        case .info: vi("để biết", en: "for information")
        case .warning: vi("cần xem", en: "warning")
        case .critical: vi("khẩn", en: "critical")
        }
    }

    private func subject(_ notice: Notice) -> String {
        let count = notice.listed.count + notice.unlisted
        let kind =
            switch notice.kind {
            case .firing: vi("Cảnh báo", en: "Alert")
            case .repeated: vi("Nhắc lại", en: "Reminder")
            case .resolved: vi("Đã hết", en: "Resolved")
            case .escalated: vi("Chưa ai nhận", en: "Not acknowledged")
            }
        let urgent = notice.severity == .critical && notice.kind != .resolved ? vi("[KHẨN] ", en: "[CRITICAL] ") : ""
        let place =
            count == 1
            ? notice.listed.first?.finding.label.map { " – \($0)" } ?? ""
            : notice.rule == AlertRule.failureId
                ? vi(" – \(count) quy tắc", en: " – \(count) rules")
                : vi(" – \(count) nơi", en: " – \(count) places")
        return (urgent + kind + ": " + title(notice.rule) + place).replacing(/\s+/, with: " ")
    }

    private func text(_ notice: Notice) -> String {
        var lines = [title(notice.rule) + " (" + severity(notice.severity) + ")", ""]
        switch notice.kind {
        case .firing: break
        case .repeated: lines[0] = vi("NHẮC LẠI. ", en: "REMINDER. ") + lines[0]
        case .resolved: lines[0] = vi("ĐÃ HẾT. ", en: "RESOLVED. ") + lines[0]
        case .escalated:
            lines[0] = vi("CHƯA AI NHẬN XỬ LÝ. ", en: "NOBODY HAS ACKNOWLEDGED THIS. ") + lines[0]
        }
        for (place, instance) in notice.listed.enumerated() {
            if notice.kind == .firing, notice.new > 0, place == notice.new {
                lines += ["", vi("Vẫn còn:", en: "Still on:")]
            }
            lines.append("- " + line(instance, notice.kind))
        }
        if notice.unlisted > 0 {
            lines.append(vi("- và \(notice.unlisted) nơi khác", en: "- and \(notice.unlisted) more"))
        }
        if notice.othersFiring > 0 {
            lines += [
                "",
                vi(
                    "Ngoài ra \(notice.othersFiring) nơi đã báo trước đây vẫn còn.",
                    en: "\(notice.othersFiring) more were told of before and are still on."),
            ]
        }
        lines.append("")
        if !notice.to.isEmpty {
            lines.append(vi("Trách nhiệm: ", en: "Responsible: ") + notice.to.joined(separator: ", "))
        }
        lines.append(vi("Lúc: ", en: "At: ") + moment(notice.time))
        if notice.kind != .resolved {
            lines.append(
                vi(
                    "Đã nhận và đang xử lý: chiso alerts ack \(notice.rule) --note \"…\"; tạm ngừng báo: chiso alerts silence.",
                    en:
                        "When you have taken it on: chiso alerts ack \(notice.rule) --note \"…\"; chiso alerts silence holds it back."
                ))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// An alert in one line: what the rule says of it, since when, what is not known.
    private func line(_ instance: AlertInstance, _ kind: NoticeKind) -> String {
        // What is over is named; what was said of it while it was on, with what to do, is past.
        let said = kind == .resolved ? nil : instance.finding.message
        let own = said ?? instance.finding.label ?? instance.finding.message ?? title(instance.key.rule)
        // What a script writes may have several lines.
        var line = own.split(whereSeparator: \.isNewline).joined(separator: "\n  ")
        if kind == .resolved, let end = instance.resolvedAt {
            let why: String =
                switch instance.resolvedBecause {
                case .ruleRemoved: vi("quy tắc đã bỏ", en: "the rule was removed")
                case .noData: vi("không còn số liệu", en: "there are no data any more")
                case .conditionFalse, nil: vi("không còn đúng", en: "it no longer holds")
                }
            line += vi(
                " [từ \(moment(instance.activeSince)) đến \(moment(end)): \(why)]",
                en: " [from \(moment(instance.activeSince)) to \(moment(end)): \(why)]")
        } else {
            line += vi(" [từ \(moment(instance.activeSince))]", en: " [since \(moment(instance.activeSince))]")
        }
        if instance.noDataSince != nil, instance.state.isFiring {
            line += vi(" (hiện không có số liệu)", en: " (no data at present)")
        }
        return line
    }

    /// An instant as people read it, by the office's clock: `06:00 ngày 1/7/2026`.
    func moment(_ instant: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: instant)
        let two = { (number: Int?) in (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        let clock = "\(two(parts.hour)):\(two(parts.minute))"
        let date = DateStyle(language).short(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
        return vi("\(clock) ngày \(date)", en: "\(clock) on \(date)")
    }

    /// An instant as programs read it, with the office's offset.
    func stamp(_ instant: Date) -> String {
        instant.formatted(
            Date.ISO8601FormatStyle(timeZone: timeZone).year().month().day().time(includingFractionalSeconds: false)
                .timeZone(separator: .colon))
    }
}
