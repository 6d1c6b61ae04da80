extension Form {
    /// The form with the questions that the form core adds (`SystemField`): who answers, where a question is
    /// `self_only`; what has become of a member, where a roster carries over; where the unit came from.
    public func addingSystemQuestions() -> Form {
        var form = self
        form.nodes = nodes.map { $0.addingMemberQuestions() }
        if nodes.contains(where: { $0.holdsSelfOnly(alsoInRosters: true) }) {
            let question = Question.respondent(at: place)
            if !form.nodes.insert(question, afterKey: Set(key)) { form.nodes.append(.question(question)) }
        }
        let hasPanel = nodes.contains { $0.holdsPanel }
        if hasPanel || !carryOver.isEmpty { form.nodes.append(.question(.origin(at: place))) }
        return form
    }
}

extension Roster {
    /// The roster with the questions about its rows: first what has become of a member, then, before the first part that
    /// holds a `self_only` question, who answers for them.
    fileprivate func addingMemberQuestions() -> Roster {
        var roster = self
        roster.nodes = nodes.map { $0.addingMemberQuestions() }
        let holding = nodes.indices.filter { nodes[$0].holdsSelfOnly(alsoInRosters: false) }
        if let first = holding.first {
            var question = Question.answeredBy(across: name, at: place)
            // Where all such questions stand in one part, nobody is asked for whom the part is not asked.
            if holding.count == 1 { question.relevant = nodes[first].relevant }
            roster.nodes.insert(.question(question), at: first)
        }
        if carryOver != nil {
            roster.nodes = Question.ofMembers(at: place).map { .question($0) } + roster.nodes
        }
        return roster
    }
}

extension FormNode {
    fileprivate func addingMemberQuestions() -> FormNode {
        switch self {
        case .question: return self
        case .group(var group):
            group.nodes = group.nodes.map { $0.addingMemberQuestions() }
            return .group(group)
        case .roster(let roster): return .roster(roster.addingMemberQuestions())
        }
    }

    fileprivate func holdsSelfOnly(alsoInRosters: Bool) -> Bool {
        switch self {
        case .question(let question): question.selfOnly
        case .group(let group): group.nodes.contains { $0.holdsSelfOnly(alsoInRosters: alsoInRosters) }
        case .roster(let roster):
            alsoInRosters && roster.nodes.contains { $0.holdsSelfOnly(alsoInRosters: true) }
        }
    }

    fileprivate var holdsPanel: Bool {
        switch self {
        case .question: false
        case .group(let group): group.nodes.contains { $0.holdsPanel }
        case .roster(let roster): roster.carryOver != nil
        }
    }

    fileprivate var relevant: FunctionReference? {
        switch self {
        case .question(let question): question.relevant
        case .group(let group): group.relevant
        case .roster(let roster): roster.relevant
        }
    }

    /// Whether it holds a question that comes before who answers: of the key, or of consent.
    fileprivate func holdsOpening(_ key: Set<String>) -> Bool {
        switch self {
        case .question(let question): question.consent || key.contains(question.name)
        case .group(let group): group.nodes.contains { $0.holdsOpening(key) }
        case .roster: false
        }
    }
}

extension [FormNode] {
    /// Puts a question before the first other one that asks something and is neither of the key nor of consent.
    /// - Returns: whether there was such a place.
    fileprivate mutating func insert(_ question: Question, afterKey key: Set<String>) -> Bool {
        for index in indices {
            switch self[index] {
            case .question(let other):
                if other.kind == .note || other.isCalculated || self[index].holdsOpening(key) { continue }
            case .group(var group):
                if self[index].holdsOpening(key) {
                    guard group.nodes.insert(question, afterKey: key) else { continue }
                    self[index] = .group(group)
                    return true
                }
            case .roster: break
            }
            insert(.question(question), at: index)
            return true
        }
        return false
    }
}

extension Question {
    fileprivate static func respondent(at place: Place) -> Question {
        var question = Question(
            .respondent, .text, place, vi: "Ai trả lời phiếu này? (họ tên)", en: "Who answers? (name)")
        question.required = .constant(true)
        question.personal = true
        return question
    }

    fileprivate static func answeredBy(across roster: String, at place: Place) -> Question {
        var question = Question(
            .answeredBy, .selectOne, place, vi: "Những ai tự trả lời?", en: "Who answers in person?")
        question.hint = .constant(
            LocalizedText([
                "vi": "Người không ghi ở đây có người khác trả lời thay", "en": "Others answer for the rest",
            ]))
        question.choices = ChoiceList(choices: [
            Choice(name: AnsweredBy.own.rawValue, label: LocalizedText(["vi": "Tự trả lời", "en": "In person"])),
            Choice(
                name: AnsweredBy.proxy.rawValue,
                label: LocalizedText(["vi": "Người khác trả lời thay", "en": "Another answers"])),
        ])
        question.required = .constant(true)
        question.across = roster
        return question
    }

    fileprivate static func origin(at place: Place) -> Question {
        Question(
            .origin, .text, place, vi: "Tách, nhập hoặc chuyển từ phiếu (mã phiếu)",
            en: "Split, merged or moved from (ids of records)")
    }

    fileprivate static func ofMembers(at place: Place) -> [Question] {
        var member = Question(.member, .selectOne, place, vi: "Nay thế nào?", en: "How is it now?")
        member.choices = ChoiceList(choices: [
            Choice(name: MemberStatus.present.rawValue, label: LocalizedText(["vi": "Vẫn còn", "en": "Still here"])),
            Choice(
                name: MemberStatus.left.rawValue,
                label: LocalizedText(["vi": "Không còn (đi, mất …)", "en": "No longer (left, died …)"])),
            Choice(
                name: MemberStatus.duplicate.rawValue,
                label: LocalizedText(["vi": "Ghi trùng với người khác", "en": "The same as another row"])),
            Choice(name: MemberStatus.new.rawValue, label: LocalizedText(["vi": "Mới", "en": "New"])),
        ])
        member.required = .constant(true)
        member.defaultValue = .constant(.text(MemberStatus.new.rawValue))
        var month = Question(
            .leftMonth, .text, place, vi: "Không còn từ tháng nào?", en: "Since which month?")
        month.hint = .constant(LocalizedText(["vi": "Như 5/2026", "en": "Such as 5/2026"]))
        month.required = .constant(true)
        month.special = [.dontKnow]
        var reason = Question(.leftReason, .selectOne, place, vi: "Vì sao?", en: "Why?")
        reason.choices = ChoiceList(
            choices: leftReasons.map { Choice(name: $0, label: LocalizedText(["vi": $1, "en": $2])) })
        reason.required = .constant(true)
        reason.special = [.dontKnow]
        return [member, month, reason]
    }

    private static let leftReasons = [
        ("moved", "Chuyển đi nơi khác", "Moved away"), ("married", "Kết hôn", "Married"),
        ("separated", "Tách hộ", "Has a household of their own"), ("died", "Đã mất", "Died"),
        ("work", "Đi làm ăn xa", "Works elsewhere"), ("study", "Đi học xa", "Studies elsewhere"),
        ("other", "Lý do khác", "Another reason"),
    ]

    private init(_ system: SystemField, _ kind: QuestionKind, _ place: Place, vi: String, en: String) {
        self.init(kind: kind, name: system.rawValue, place: place)
        label = .constant(LocalizedText(["vi": vi, "en": en]))
    }
}
