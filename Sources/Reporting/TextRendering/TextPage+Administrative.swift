import VietText

extension TextPage {
    /// Where the right half of letterhead and closing begins. The right is the wider one: the country's name must
    /// stand on one line.
    private var leftWidth: Int { width * 9 / 20 }
    private var rightWidth: Int { width - leftWidth }

    func lines(_ letterhead: Letterhead) -> [String] {
        let standing = marks.flatMap { centered($0, in: leftWidth - 2) }
        let draft = standing.isEmpty ? [] : [""] + standing
        let number = letterhead.number.map { centered("\(wording.number) \($0)", in: leftWidth - 2) } ?? []
        let issuing = issuer(of: letterhead)
        let state = centered(wording.country, in: rightWidth) + underlined(centered(wording.motto, in: rightWidth))
        let placeAndDay = centered(wording.placeAndDay(of: letterhead), in: rightWidth)
        // Number and date stand on one line, below whichever side is longer.
        let height = max(issuing.count, state.count) + 1
        let left = issuing + blank(height - issuing.count) + number + draft
        let right = state + blank(height - state.count) + placeAndDay
        return sideBySide(left, width: leftWidth, right)
    }

    func title(kind: PlainText, subject: PlainText) -> [String] {
        let text = width * 3 / 4
        let heading = kind.isEmpty ? [] : kind.string.inCapitals.wrappedEvenly(to: text)
        let subjectLines = subject.isEmpty ? [] : subject.string.wrappedEvenly(to: text)
        guard !(heading + subjectLines).isEmpty else { return [] }
        let widest = (heading + subjectLines).map(\.displayWidth).max() ?? 0
        return (heading + subjectLines + [drawing.rule(max(8, widest / 3))]).map { $0.padded(to: width, .center) }
    }

    func lines(_ addressee: Addressee) -> [String] {
        if let only = addressee.names.first, addressee.names.count == 1 {
            return centered("\(wording.addressee) \(only)")
        }
        let margin = String(repeating: " ", count: width / 5)
        let names = addressee.names.flatMap { "- \($0)".wrapped(to: width * 4 / 5, hangingIndent: 2) }
        return ([wording.addressee] + names).map { margin + $0 }
    }

    func lines(_ closing: Closing) -> [String] {
        let recipients =
            closing.recipients.isEmpty
            ? []
            : [wording.recipients]
                + closing.recipients.flatMap { "- \($0)".wrapped(to: leftWidth - 2, hangingIndent: 2) }
        return sideBySide(recipients, width: leftWidth, lines(closing.signature))
    }

    private func lines(_ signature: Signature) -> [String] {
        let office = [signature.authority, signature.position].compactMap { $0 }
            .flatMap { centered($0.string.inCapitals, in: rightWidth) }
        guard let signer = signature.signer else { return office }
        return office + blank(4) + centered(signer.string, in: rightWidth)
    }

    private func issuer(of letterhead: Letterhead) -> [String] {
        let superior = letterhead.superior.map { centered($0.string.inCapitals, in: leftWidth - 2) } ?? []
        let issuer = centered(letterhead.issuer.string.inCapitals, in: leftWidth - 2)
        let rule = drawing.rule(max(4, (issuer.last?.trimmedWidth ?? 0) / 2))
        return superior + issuer + [rule.padded(to: leftWidth - 2, .center)]
    }

    private func underlined(_ lines: [String]) -> [String] {
        lines + [drawing.rule(lines.last?.trimmedWidth ?? 0).padded(to: rightWidth, .center)]
    }

    private func blank(_ count: Int) -> [String] {
        [String](repeating: "", count: max(0, count))
    }
}

extension String {
    fileprivate var trimmedWidth: Int { storageForm.displayWidth }
}
