/// The head of an administrative document by Nghị định 30/2020/NĐ-CP, Annex I: on the left the issuing body and the
/// number, on the right the country's name, its motto, and place and date. Country and motto are the renderer's.
public struct Letterhead: Hashable, Sendable {
    /// The day the document is signed.
    public enum Day: Hashable, Sendable {
        /// A known day.
        case on(year: Int, month: Int, day: Int)
        /// To be filled in by hand: "ngày … tháng … năm 2026"; the year too where it is nil.
        case open(year: Int?)
    }

    /// The body above the issuing one, printed over it in plain letters; nil where there is none.
    public var superior: PlainText?
    /// The body that issues the document: "ỦY BAN NHÂN DÂN\nXÃ MỘ ĐỨC".
    public var issuer: PlainText
    /// The number without "Số:", such as "…/BC-UBND"; nil where the document has none.
    public var number: PlainText?
    /// Where it is signed: "Mộ Đức".
    public var place: PlainText
    /// When it is signed.
    public var day: Day

    /// A letterhead.
    public init(superior: PlainText? = nil, issuer: PlainText, number: PlainText? = nil, place: PlainText, day: Day) {
        self.superior = superior
        self.issuer = issuer
        self.number = number
        self.place = place
        self.day = day
    }
}

/// To whom the document goes: "Kính gửi: …". The greeting is the renderer's; one that the text brings is dropped.
public struct Addressee: Hashable, Sendable {
    /// The bodies or persons addressed, at least one.
    public let names: [PlainText]

    /// One or more addressees.
    public init(_ first: PlainText, _ others: PlainText...) {
        self.init(first, others: others)
    }

    /// One or more addressees.
    public init(_ first: PlainText, others: [PlainText]) {
        names = ([first] + others).map(Self.withoutGreeting)
    }

    private static func withoutGreeting(_ name: PlainText) -> PlainText {
        for greeting in ["Kính gửi:", "To:"] where name.string.hasPrefix(greeting) {
            return PlainText(String(name.string.dropFirst(greeting.count)))
        }
        return name
    }
}
