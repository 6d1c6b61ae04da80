import Foundation
import Testing

@testable import Delivery

@Suite("A mail as it arrives")
struct MailMessageTests {
    private let mail: MailFixture

    init() throws { mail = try MailFixture() }

    private static let texts =
        bothForms("Thôn 1 – Đức Tân: 40,5 % 🇻🇳👨‍👩‍👧‍👦\n") + [
            ".\n..\n.a\n\n.", "a\r\nb\nc\rd\r\n\r\n", "", "From the start\n", "không xuống dòng",
            String(repeating: "Đức Tân ", count: 20_000),
        ]

    @Test("the text arrives byte for byte, but for its line breaks", arguments: texts)
    func text(_ text: String) throws {
        let server = try mail.server("plain")
        let receipt = try mail.courier.deliver(dispatch(text: text), by: mail.clear(server))
        #expect(receipt == Receipt())
        let arrived = try #require(try server.events("mail").first)
        #expect(arrived.body == Data(MailMessage.canonical(text)))
        #expect(arrived.type == "text/plain" && arrived.charset == "utf-8" && arrived.defects == [])
        #expect(try #require(arrived.longest) <= 78)
    }

    private static let subjects =
        bothForms("Cảnh báo: Thôn 1 – Đức Tân chậm tiến độ nghị quyết")
        + bothForms(String(repeating: "Đức Tân ộ ", count: 30))
        + [
            "plain ASCII", "=?UTF-8?B?eA==?=", " spaces  within ", "", String(repeating: "a", count: 300), "tab\there",
            String(repeating: "👨‍👩‍👧‍👦", count: 40), "e" + String(repeating: "\u{301}", count: 80), "\"quoted\" <a@b>, c; d",
        ]

    @Test("the subject arrives byte for byte, on lines that are short enough", arguments: subjects)
    func subject(_ subject: String) throws {
        let server = try mail.server("plain")
        try mail.courier.deliver(dispatch(subject: subject), by: mail.clear(server))
        let arrived = try #require(try server.events("mail").first)
        #expect(arrived.subject == Data(subject.utf8))
        let raw = String(decoding: try #require(arrived.raw), as: UTF8.self)
        let lines = raw.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { $0 < 0x80 } })
    }

    @Test("the headers say who, to whom, when, and which; again the same for the same dispatch")
    func headers() throws {
        let server = try mail.server("plain")
        let to = ["An <an@xa.vn>", "\"Bình \\\"B\\\", thôn 1\" <binh@xa.vn>", "<chi@xa.vn>", "an@xa.vn"]
        for _ in 0..<2 { try mail.courier.deliver(dispatch(), by: mail.clear(server, to: to)) }
        let mails = try server.events("mail")
        let arrived = mails[0]
        #expect(arrived.senderName == "Chỉ số" && arrived.senderAddress == "chiso@xa.gov.vn")
        #expect(arrived.to == ["an@xa.vn", "binh@xa.vn", "chi@xa.vn"])
        #expect(arrived.toNames == ["An", "Bình \"B\", thôn 1", ""])
        #expect(arrived.messageID == "<vneid_behind=2F2026-H1=2F1@xa.gov.vn>")
        #expect(arrived.date == "2026-06-30T23:00:00+00:00")
        #expect(arrived.automatic == "auto-generated" && arrived.version == "1.0")
        #expect(arrived.sender == "FROM:<chiso@xa.gov.vn> SIZE=\(arrived.raw?.count ?? 0)")
        #expect(arrived.recipients == ["<an@xa.vn>", "<binh@xa.vn>", "<chi@xa.vn>"])
        #expect(mails.map(\.raw) == [arrived.raw, arrived.raw])
    }

    @Test("the dispatch's recipients take the place of those of the settings")
    func ownRecipients() throws {
        let server = try mail.server("plain")
        try mail.courier.deliver(dispatch(recipients: ["dung@xa.vn"]), by: mail.clear(server))
        #expect(try server.events("mail").first?.recipients == ["<dung@xa.vn>"])
    }
}
