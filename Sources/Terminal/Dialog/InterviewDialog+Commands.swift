import FormModel
import Interviewing
import Messages
import VietText

/// What can be done beside answering.
extension InterviewDialog {
    /// Runs a command.
    public func run(_ command: InterviewCommand) throws -> Outcome {
        notices = []
        refused = ""
        switch command {
        case .back: try goBack()
        case .skip: try handle(.skip)
        case .goTo(let name): try goTo(name)
        case .advance:
            // Whoever stands at the first open question and goes on leaves it open.
            let before = interview.state.cursor
            try handle(.advance)
            if before != nil, before == interview.state.cursor { try handle(.toEnd) }
        case .sections: showSections()
        case .members: showMembers()
        case .nextRow: try handle(.nextRow)
        case .previousRow: try handle(.previousRow)
        case .why(let name): explain(name)
        case .note(let text): try handle(.note(text))
        case .language(let language): try handle(.language(language ?? self.language.other))
        case .removeRow(let position): askToRemove(position)
        case .stop: mode = .results
        case .quit: return .leaves
        case .help: mode = .text(heading: words.help, HelpText.lines(language))
        case .saveIncomplete:
            guard interview.state.cursor == nil else {
                try handle(.toEnd)
                say(.info, Message("N-KEYING-004"))
                break
            }
            if interview.consentIsRefused {
                try stopForRefusal()
                break
            }
            return .ends(.incomplete)
        case .unknown(let text): notices.append(Page.Notice(kind: .error, text: words.unknownCommand(text)))
        }
        return .goesOn
    }

    /// Back closes what is open first.
    private func goBack() throws {
        guard case .question = mode else {
            mode = .question
            return
        }
        if interview.state.ending != nil { try handle(.goOn) } else { try handle(.back) }
    }

    // MARK: Lists of places

    private func goTo(_ name: String) throws {
        let places = self.places(named: name)
        switch places.count {
        case 0: notices.append(Page.Notice(kind: .error, text: words.nothingFound(name)))
        case 1: try handle(.jump(places[0].spot))
        default: mode = .places(heading: words.goTo, places)
        }
    }

    /// The stops with a name, or with words in their labels; those of the row at hand where there are any.
    private func places(named name: String) -> [(spot: Spot, label: String)] {
        if let spot = Spot(name), interview.stops.contains(where: { $0.spot == spot }) { return [(spot, name)] }
        let all = interview.stopLabels()
        let key = name.searchKey
        guard !key.isEmpty else { return all.map { ($0.spot, $0.label) } }
        let named = all.filter { $0.spot.name.lowercased() == name.lowercased() }
        let found = named.isEmpty ? all.filter { InterviewDialog.fits(key, $0) } : named
        let here = found.filter { $0.spot.steps == interview.state.cursor?.steps }
        return (here.count == 1 && !named.isEmpty ? here : found).map { ($0.spot, $0.label) }
    }

    /// Whether words begin somewhere in a place's label, or begin its name.
    private static func fits(_ key: String, _ place: (spot: Spot, label: String)) -> Bool {
        " \(place.label.searchKey)".contains(" \(key)") || place.spot.name.lowercased().hasPrefix(key)
    }

    private func showSections() {
        let sections = interview.sections
        let places = sections.map { section in
            // A part that a roster or a group within it has cut in two is told by its first question.
            let isOnly = sections.count { $0.label == section.label } == 1
            let label = isOnly ? section.label : "\(section.label) – \(interview.label(of: section.first))"
            return (spot: section.first, label: "\(label) (\(words.openQuestions(section.open)))")
        }
        mode = .places(heading: words.sections, places)
    }

    private func showMembers() {
        let rows = interview.rowsHere
        guard let first = rows.first else {
            notices.append(Page.Notice(kind: .info, text: words.noMembers))
            return
        }
        let places = rows.map { row in
            let state = row.position == nil ? words.surplus : words.openQuestions(row.open)
            return (
                spot: row.first ?? Spot(row.roster.name, in: row.roster.steps), label: "\(row.title ?? "…") (\(state))"
            )
        }
        mode = .places(heading: words.members(interview.label(of: first.roster)), places)
    }

    func choose(_ line: String, among places: [(spot: Spot, label: String)]) throws {
        let text = line.storageForm
        guard !text.isEmpty else {
            mode = .question
            return
        }
        if let number = Int(text), places.indices.contains(number - 1) {
            return try handle(.jump(places[number - 1].spot))
        }
        let key = text.searchKey
        let named = places.filter { $0.spot.name.lowercased() == text.lowercased() }
        let found = named.isEmpty ? places.filter { InterviewDialog.fits(key, $0) } : named
        if found.count == 1 { return try handle(.jump(found[0].spot)) }
        refused = line
        say(
            .error,
            Message(found.isEmpty ? "E-KEYING-005" : "E-KEYING-011", ["found": text, "count": "\(found.count)"]))
    }

    // MARK: Rows

    private func askToRemove(_ position: Int) {
        let rows = interview.rowsHere
        guard rows.indices.contains(position - 1) else {
            return say(.error, Message("E-KEYING-013", ["found": "\(position)"]))
        }
        mode = .removing(rows[position - 1])
    }

    func remove(_ row: RowSummary, _ line: String) throws {
        guard line.storageForm.searchKey == words.removeWord.lowercased() else {
            mode = .question
            return
        }
        try handle(.removeRow(row.roster, row: row.row))
    }

    // MARK: Why

    private func explain(_ name: String) {
        let spot = name.isEmpty ? interview.state.cursor : Spot(name) ?? Spot(name)
        guard let spot, let reasons = interview.reasons(for: spot) else {
            notices.append(Page.Notice(kind: .error, text: words.nothingFound(name)))
            return
        }
        let isAsked = reasons.allSatisfy { $0.holds == true }
        guard !reasons.isEmpty else {
            mode = .text(heading: interview.label(of: spot), [words.alwaysAsked])
            return
        }
        var lines = [isAsked ? words.askedBecause : words.notAskedBecause]
        for reason in reasons {
            lines.append(
                "• \(reason.label): \(reason.isFault ? words.fault : words.holds(reason.holds)) (\(reason.place.file):\(reason.place.line))"
            )
            let shown = ShownAnswer(language)
            for reading in reason.readings {
                let answer = shown.text(reading.answer, reading.choices)
                lines.append("  – \(reading.label): \(answer.truncated(to: 120))")
            }
        }
        mode = .text(heading: interview.label(of: spot), lines)
    }

    // MARK: The end of the visit

    /// The results that end a visit before the form does, in the order of the list.
    static let results = VisitResult.allCases.filter { $0 != .completed }

    func chooseResult(_ line: String) {
        let text = line.storageForm
        guard !text.isEmpty else {
            mode = .question
            return
        }
        let choices = InterviewDialog.results.enumerated().map { place, result in
            AskedChoice(code: "\(place + 1)", name: result.rawValue, label: words.result(result))
        }
        let byCode = choices.first { $0.code == text || $0.name == text }
        let found = ChoiceReading(choices).matching(text)
        guard let choice = byCode ?? (found.count == 1 ? found.first : nil),
            let result = VisitResult(rawValue: choice.name)
        else { return say(.error, Message("E-KEYING-005", ["found": text])) }
        mode = result == .postponed ? .appointment : .reason(result, appointment: nil)
    }

    /// The visit of who does not consent ends as refused.
    func stopForRefusal() throws {
        try handle(.stop(InterviewState.Ending(result: .refused, reason: "")))
        notices.append(Page.Notice(kind: .info, text: words.consentRefused))
    }

    /// An appointment says its day, and is told with its weekday, so that a slip is heard at the door.
    func makeAppointment(_ line: String) {
        let text = line.printableLine.storageForm
        guard !text.isEmpty else { return say(.error, Message("E-KEYING-017")) }
        do throws(Message) {
            let day = try AppointmentReading.coming(text, saidOn: now().day)
            say(.info, Message("N-KEYING-003", ["date": day.iso]))
            mode = .reason(.postponed, appointment: text)
        } catch {
            refused = line
            say(.error, error)
        }
    }

    func stop(with result: VisitResult, _ reason: String, _ appointment: String?) throws {
        let ending = InterviewState.Ending(
            result: result, reason: reason.printableLine.storageForm, appointment: appointment)
        try handle(.stop(ending))
    }

    func answerAtEnd(_ line: String) throws -> Outcome {
        let text = line.storageForm
        if interview.state.ending == nil, interview.consentIsRefused { try stopForRefusal() }
        let review = interview.review()
        let ended = interview.state.ending != nil
        let items = ended ? [] : review.items.filter { $0.spot != nil }
        if text.isEmpty {
            if ended { return .ends(.complete) }
            if review.isComplete {
                let faults = review.items.count
                guard faults == 0 || knowsOfFaults else {
                    knowsOfFaults = true
                    say(.warning, Message("N-KEYING-005", ["count": "\(faults)"]))
                    return .goesOn
                }
                return .ends(.complete)
            }
            if let spot = items.first?.spot { try handle(.jump(spot)) } else { try handle(.back) }
            return .goesOn
        }
        guard let number = Int(text), items.indices.contains(number - 1), let spot = items[number - 1].spot else {
            refused = line
            say(.error, Message(items.isEmpty ? "E-KEYING-015" : "E-KEYING-005", ["found": text]))
            return .goesOn
        }
        try handle(.jump(spot))
        return .goesOn
    }
}

extension Language {
    /// The other of the two.
    fileprivate var other: Language { self == .vietnamese ? .english : .vietnamese }
}
