import VietText

extension MarkdownPage {
    func lines(_ letterhead: Letterhead) -> [String] {
        let superior = letterhead.superior.map { $0.string.inCapitals.markdown }
        let issuer = letterhead.issuer.string.inCapitals.markdownBold
        let number = letterhead.number.map { "\(wording.number) \($0)".markdown }
        let standing = marks.map(\.markdownBold)
        return grid(
            [
                [joined([superior, issuer]), joined([wording.country.markdownBold, wording.motto.markdownBold])],
                [joined([number] + standing), "*\(wording.placeAndDay(of: letterhead).markdown)*"],
            ], [.center, .center])
    }

    func title(kind: PlainText, subject: PlainText) -> [String] {
        let heading = kind.isEmpty ? [] : ["# " + kind.string.inCapitals.markdown]
        let text = subject.isEmpty ? [] : [subject.string.markdownBold]
        return Array([heading, text].filter { !$0.isEmpty }.joined(separator: [""]))
    }

    func lines(_ addressee: Addressee) -> [String] {
        if let only = addressee.names.first, addressee.names.count == 1 {
            return ["\(wording.addressee) \(only)".markdown]
        }
        return [wording.addressee.markdown, ""] + addressee.names.map { "- " + $0.markdownLine }
    }

    func lines(_ closing: Closing) -> [String] {
        let recipients =
            closing.recipients.isEmpty
            ? [] : [wording.recipients.markdownBold] + closing.recipients.map { "- " + $0.markdown }
        let signature = closing.signature
        let office = [signature.authority, signature.position].map { $0?.string.inCapitals.markdownBold }
        let signer = signature.signer.map { ["", "", "", $0.string.markdownBold] } ?? []
        return grid([[joined(recipients), joined(office + signer)]], [.left, .center])
    }

    private func joined(_ lines: [String?]) -> String {
        lines.compactMap { $0 }.joined(separator: "<br>")
    }
}
