import VietText

extension HTMLPage {
    func markup(_ letterhead: Letterhead) -> Markup {
        let superior = letterhead.superior.map {
            Markup.element(.p, ["class": "superior"], [Markup($0.string.inCapitals)])
        }
        let issuer = Markup.element(.p, ["class": "issuer"], [Markup(letterhead.issuer.string.inCapitals)])
        let number = letterhead.number.map { Markup.element(.p, [:], [Markup("\(wording.number) \($0)")]) }
        let standing = marks.isEmpty ? nil : Markup.element(.p, ["class": "marks"], [markedLines])
        let country = Markup.element(.p, ["class": "country"], [Markup(wording.country)])
        let motto = Markup.element(.p, ["class": "motto"], [.element(.span, [:], [Markup(wording.motto)])])
        let date = Markup.element(.p, ["class": "date"], [Markup(wording.placeAndDay(of: letterhead))])
        return .element(
            .header, ["class": "letterhead"],
            [
                .element(.div, [:], [superior, issuer].compactMap { $0 }), .element(.div, [:], [country, motto]),
                .element(.div, [:], [number, standing].compactMap { $0 }), .element(.div, [:], [date]),
            ])
    }

    func title(kind: PlainText, subject: PlainText, as tag: Tag) -> Markup {
        guard !kind.isEmpty || !subject.isEmpty else { return .empty }
        var lines: [Markup] = []
        if !kind.isEmpty { lines.append(.element(.span, ["class": "kind"], [Markup(kind.string.inCapitals)])) }
        if !subject.isEmpty { lines.append(.element(.span, ["class": "subject"], subject)) }
        return .element(tag, ["class": "title"], [Markup(Array(lines.map { [$0] }.joined(separator: [Markup(" ")])))])
    }

    func markup(_ addressee: Addressee) -> Markup {
        if let only = addressee.names.first, addressee.names.count == 1 {
            return .element(.p, ["class": "addressee"], [Markup("\(wording.addressee) \(only)")])
        }
        let names = addressee.names.map { Markup.element(.li, [:], $0) }
        return .element(
            .div, ["class": "addressee several"],
            [.element(.p, [:], [Markup(wording.addressee)]), .element(.ul, [:], names)])
    }

    func markup(_ closing: Closing) -> Markup {
        var recipients: [Markup] = []
        if !closing.recipients.isEmpty {
            let names = closing.recipients.map { Markup.element(.li, [:], $0) }
            recipients = [
                .element(.p, ["class": "name"], [Markup(wording.recipients)]), .element(.ul, [:], names),
            ]
        }
        let signature = closing.signature
        var office = [signature.authority, signature.position].compactMap { $0 }
            .map { Markup.element(.p, ["class": "office"], [Markup($0.string.inCapitals)]) }
        if let signer = signature.signer { office.append(.element(.p, ["class": "signer"], signer)) }
        return .element(
            .div, ["class": "closing"],
            [.element(.div, ["class": "recipients"], recipients), .element(.div, ["class": "signature"], office)])
    }
}
