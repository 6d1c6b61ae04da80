import FormModel
import Interviewing
import Messages

/// What the interviewer sees.
extension InterviewDialog {
    /// The page now.
    public var page: Page {
        var page = Page()
        page.language = language
        page.title = interview.layout.form.label.text(in: language)
        page.notices = notices
        page.typed = refused
        switch mode {
        case .question: fillQuestion(&page)
        case .confirming(let messages):
            fillQuestion(&page)
            page.notices += messages.map { Page.Notice(kind: .warning, text: $0.text(in: language)) }
            page.notices.append(Page.Notice(kind: .warning, text: words.isThatRight))
        case .text(let heading, let lines):
            page.question = heading
            page.text = lines + ["", words.close]
            page.field = .none
        case .places(let heading, let places):
            page.question = heading
            page.options = places.enumerated().map { Page.Option(code: "\($0 + 1)", label: $1.label) }
            page.text = [words.leavesList]
            page.picks = .one
            page.field = .search
        case .removing(let row):
            page.question = words.removeRow(row.title ?? "\(row.row)")
            page.text = [words.typeToRemove]
        case .results:
            page.question = words.chooseResult
            page.text = [words.leavesList]
            page.options = InterviewDialog.results.enumerated().map {
                Page.Option(code: "\($0 + 1)", label: words.result($1))
            }
            page.picks = .one
        case .appointment:
            page.headings = [words.result(.postponed)]
            page.question = words.appointment
        case .reason(let result, _):
            page.headings = [words.result(result)]
            page.question = words.reason
        }
        return page
    }

    private func fillQuestion(_ page: inout Page) {
        guard let question = interview.question else { return fillEnd(&page) }
        page.position = Page.Position(number: question.number, total: question.total)
        page.headings = question.headings
        if let row = question.row {
            let title = row.title.map { ": \($0)" } ?? ""
            page.headings.insert("\(row.label) \(row.position)/\(row.count)\(title)", at: 0)
        }
        page.question = question.stop == .roster ? words.oneMore(question.label.lowercased()) : question.label
        page.name = question.spot.name
        page.isRequired = question.isRequired
        page.hint = question.hint
        page.note = question.note
        page.options = options(of: question)
        page.picks = picks(of: question)
        page.special = question.isEditable ? special(of: question) : []
        page.shown = shown(question)
        page.keys = keys(question)
        if question.choices.count > 20 { page.field = .search }
        if question.stop == .note || !question.isEditable { page.field = .none }
        if question.stop == .across { page.text = [words.whoSaysYes] }
    }

    private func options(of question: AskedQuestion) -> [Page.Option] {
        if question.stop == .across {
            return question.rows.map { row in
                var label = row.title
                if let answer = row.answer, answer.value == nil {
                    label += " (\(ShownAnswer(language).text(answer, of: question)))"
                }
                return Page.Option(
                    code: "\(row.position)", label: label, isChosen: row.answer == .value(.boolean(true)))
            }
        }
        let answer = question.pending ?? question.answer ?? question.proposal
        if question.kind == .yesNo || question.stop == .roster {
            let shown = ShownAnswer(language)
            return [true, false].enumerated().map { place, value in
                Page.Option(
                    code: "\(place + 1)", label: shown.yesOrNo(value), isChosen: answer == .value(.boolean(value)))
            }
        }
        let chosen: [String] =
            switch answer?.value {
            case .text(let name): [name]
            case .choices(let names), .ranking(let names): names
            default: []
            }
        return question.choices.map {
            Page.Option(code: $0.code, label: $0.label, name: $0.name, isChosen: chosen.contains($0.name))
        }
    }

    private func picks(of question: AskedQuestion) -> Page.Picks {
        guard question.isEditable else { return .none }
        switch (question.stop, question.kind) {
        case (.across, _): return .many(empty: "0")
        case (.roster, _), (.question, .yesNo), (.question, .selectOne): return .one
        case (.question, .selectMultiple): return .many(empty: "/x")
        default: return .none
        }
    }

    private func special(of question: AskedQuestion) -> [Page.Option] {
        question.special.compactMap { reason in
            SpecialCode.text(of: reason, language: language).map { code in
                Page.Option(
                    code: question.stop == .across ? example(code, question) : code,
                    label: ShownAnswer(language).text(of: reason),
                    isChosen: question.answer == .missing(reason))
            }
        }
    }

    /// How a special answer of one row is typed beside the others: `2k`.
    private func example(_ code: String, _ question: AskedQuestion) -> String {
        "\(question.rows.last?.position ?? 1)\(code.dropFirst())"
    }

    private func shown(_ question: AskedQuestion) -> String? {
        guard question.stop == .question else { return nil }
        return (question.answer ?? question.proposal).map { ShownAnswer(language).text($0, of: question) }
    }

    private func keys(_ question: AskedQuestion) -> [Page.Key] {
        var keys = [
            Page.Key(key: "F1", typed: ":?", label: words.help), Page.Key(key: "F3", typed: ":b", label: words.back),
            Page.Key(key: "F4", typed: ":n", label: words.skip), Page.Key(key: "F5", typed: ":s", label: words.list),
            Page.Key(key: "F6", typed: ":g", label: words.goToKey),
            Page.Key(key: "F2", typed: "!", label: words.noteKey),
            Page.Key(key: "F9", typed: ":w", label: words.whyKey),
            Page.Key(key: "F10", typed: ":e", label: words.toEnd),
            Page.Key(key: "^L", typed: ":l", label: words.languageKey),
            Page.Key(key: "F8", typed: ":stop", label: words.stopKey),
            Page.Key(key: "^Q", typed: ":q", label: words.quit),
        ]
        if question.row != nil {
            keys.insert(Page.Key(key: "F7", typed: ":m", label: words.membersKey), at: 5)
        }
        return keys
    }

    // MARK: The end

    private func fillEnd(_ page: inout Page) {
        page.keys = [
            Page.Key(key: "F3", typed: ":b", label: words.back), Page.Key(key: "F5", typed: ":s", label: words.list),
            Page.Key(key: "F6", typed: ":g", label: words.goToKey), Page.Key(key: "^Q", typed: ":q", label: words.quit),
        ]
        if let ending = interview.state.ending {
            let parts = [words.result(ending.result), ending.appointment ?? "", ending.reason]
            page.question = words.ended(parts.filter { !$0.isEmpty }.joined(separator: " – "))
            fillSurplus(&page, interview.surplusRows)
            page.text = [words.enterSaves]
            return
        }
        page.question = words.end
        let review = interview.review()
        let placed = review.items.filter { $0.spot != nil }
        for item in review.items where item.spot == nil {
            page.notices.append(Page.Notice(kind: .error, text: item.message.text(in: language)))
        }
        page.text = placed.isEmpty ? [words.allAnswered] : [words.problems(placed.count)]
        let labels = Dictionary(interview.stopLabels().map { ($0.spot, $0.label) }) { first, _ in first }
        page.options = placed.enumerated().map { place, item in
            let label = item.spot.map { labels[$0] ?? $0.description } ?? ""
            return Page.Option(code: "\(place + 1)", label: "\(label) \(remark(item))")
        }
        page.picks = placed.isEmpty ? .none : .one
        if !review.dropped.isEmpty {
            page.text.insert(
                words.dropped(review.dropped.count) + " "
                    + review.dropped.prefix(20).map(interview.label(of:)).joined(separator: "; "),
                at: 0)
        }
        page.text.append(review.isComplete ? words.enterCompletes : words.enterFirst)
        page.text.append(words.savesIncomplete)
    }

    private func fillSurplus(_ page: inout Page, _ surplus: [SurplusRows]) {
        for rows in surplus {
            let facts = ["roster": interview.label(of: rows.roster), "count": "\(rows.rows.count)"]
            page.notices.append(
                Page.Notice(kind: .error, text: Message("N-INTERVIEW-006", facts).text(in: language)))
        }
    }

    /// What is to be done at a place.
    private func remark(_ item: InterviewReview.Item) -> String {
        let said = item.message.atQuestion.text(in: language)
        return switch item.kind {
        case .unanswered: "– \(words.unanswered)"
        case .error: "– \(words.error): \(said)"
        case .warning: "– \(words.warning): \(said)"
        case .fault: "– \(words.fault): \(said)"
        }
    }
}
