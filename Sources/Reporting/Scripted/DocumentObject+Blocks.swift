import FormModel
import LuaRuntime
import Messages

/// The blocks that are nothing but texts.
extension DocumentObject {
    /// `doc:letterhead { issuer = { "ỦY BAN NHÂN DÂN", "XÃ MỘ ĐỨC" }, number = "…/BC-UBND", place = "Mộ Đức" }`;
    /// without a `date`, day, month and year are left to be filled in by hand.
    func letterhead(_ call: CallArguments) throws(Message) -> Letterhead {
        let table = try call.table(0, allowed: ["superior", "issuer", "number", "place", "date"])
        var day = Letterhead.Day.open(year: nil)
        switch table["date"] {
        case nil: break
        case .date(let date):
            let parts = FormModel.Day(number: Int(date.days.rounded(.down))).components
            day = .on(year: parts.year, month: parts.month, day: parts.day)
        case .some(let other): throw table.wrong("date", expected: "date", found: other)
        }
        return Letterhead(
            superior: try table.text("superior"), issuer: try table.required("issuer"),
            number: try table.text("number"), place: try table.required("place"), day: day)
    }

    /// `doc:title { "BÁO CÁO", "Kết quả …" }`: the kind of document and its subject.
    func title(_ call: CallArguments) throws(Message) -> Block {
        let texts = try call.texts(0)
        return .title(kind: texts[0], subject: PlainText(texts.dropFirst().map(\.string).joined(separator: "\n")))
    }

    /// `doc:addressee "Kính gửi: …"`, or a table of several.
    func addressee(_ call: CallArguments) throws(Message) -> Addressee {
        let names = try call.texts(0)
        return Addressee(names[0], others: Array(names.dropFirst()))
    }

    /// `doc:heading "I. …"`, `doc:heading("1. …", 2)`.
    func heading(_ call: CallArguments) throws(Message) -> Block {
        let text = try call.text(0)
        guard call[1] != .none else { return .heading(.first, text) }
        guard case .integer(let number) = call[1], let level = HeadingLevel(rawValue: Int(clamping: number)) else {
            throw call.wrong(1, expected: "1, 2, 3")
        }
        return .heading(level, text)
    }

    /// `doc:list { "a", { "b", "below b" }, numbered = true }`.
    func list(_ call: CallArguments) throws(Message) -> List {
        let table = try call.table(0, allowed: ["numbered"])
        var items: [List.Item] = []
        for item in table.items { items.append(try self.item(item, of: table)) }
        return List(try table.flag("numbered") ? .numbered : .bulleted, items)
    }

    private func item(_ value: LuaValue, of table: TableArgument) throws(Message) -> List.Item {
        if let text = words.plain(value) { return List.Item(text) }
        let parts = LuaTable(value)?.array ?? []
        guard let first = parts.first, let text = words.plain(first) else {
            throw table.wrong("[…]", expected: "string", found: value)
        }
        var below: [List.Item] = []
        for part in parts.dropFirst() { below.append(try item(part, of: table)) }
        return List.Item(text, items: below)
    }

    /// `doc:summary { title = "Tóm tắt", { "Đạt", "9 trên 31" }, … }`.
    func summary(_ call: CallArguments) throws(Message) -> SummaryBox {
        let table = try call.table(0, allowed: ["title"])
        var items: [LabelledText] = []
        for (place, value) in table.items.enumerated() {
            let texts = LuaTable(value)?.array.compactMap(words.plain) ?? []
            guard texts.count == 2 else {
                throw table.wrong("[\(place + 1)]", expected: "{ \"…\", \"…\" }", found: value)
            }
            items.append(LabelledText(texts[0], texts[1]))
        }
        return SummaryBox(title: try table.text("title") ?? "", items)
    }

    /// `doc:signature { "TM. ỦY BAN NHÂN DÂN", position = "CHỦ TỊCH", name = "…" }`.
    func signature(_ call: CallArguments) throws(Message) -> Signature {
        let table = try call.table(0, allowed: ["position", "name"])
        let authority = table.items.isEmpty ? nil : try table.texts.map(\.string).joined(separator: "\n")
        return Signature(
            authority: authority.map { PlainText($0) }, position: try table.required("position"),
            signer: try table.text("name"))
    }
}
