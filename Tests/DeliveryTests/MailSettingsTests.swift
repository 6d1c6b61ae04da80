import Foundation
import Testing

@testable import Delivery

@Suite("Settings of mail")
struct MailSettingsTests {
    private let mail: MailFixture

    init() throws { mail = try MailFixture() }

    @Test("settings that cannot be followed are refused before anything is sent", arguments: MailSettingsTests.unusable)
    func settings(_ settings: MailSettings, _ code: DeliveryError.Code) throws {
        let found = try failure { try mail.courier.check(.smtp(settings)) }
        #expect(found.code == code && found.prospect == .permanent)
        #expect(try failure { try mail.courier.deliver(dispatch(), by: .smtp(settings)) } == found)
    }

    private static func settings(
        host: String = "mail.xa.vn", port: Int? = nil, security: MailSettings.Security = .startTLS, user: String? = nil,
        secret: Secret? = nil, from: String = "a@b.vn", to: [String] = ["c@d.vn"]
    ) -> MailSettings {
        MailSettings(host: host, port: port, security: security, user: user, secret: secret, from: from, to: to)
    }

    private static let unusable: [(MailSettings, DeliveryError.Code)] = [
        (settings(security: .none(.loopbackOnly)), .clearText),
        (settings(host: "127.0.0.1.xa.vn", security: .none(.loopbackOnly)), .clearText),
        (settings(security: .none(.anywhere), user: "u", secret: .environment("PASSWORD")), .clearText),
        (
            settings(host: "127.0.0.1", security: .none(.loopbackOnly), user: "u", secret: .environment("PASSWORD")),
            .clearText
        ),
        (settings(user: "u"), .halfSignIn),
        (settings(secret: .environment("PASSWORD")), .halfSignIn),
        (settings(user: "u\r\nx", secret: .environment("PASSWORD")), .lineBreak),
        (settings(user: "u", secret: .environment("NONE")), .secretMissing),
        (settings(host: ""), .unusableHost),
        (settings(host: "a/b"), .unusableHost),
        (settings(host: "a@b"), .unusableHost),
        (settings(port: 0), .unusableHost),
        (settings(port: 70_000), .unusableHost),
        (settings(host: "a\nb"), .lineBreak),
        (settings(from: "A\r\nBcc: x@y.vn <a@b.vn>"), .lineBreak),
        (settings(from: "báo@xa.vn"), .unusableAddress),
        (settings(from: "A <a@b.vn> x"), .unusableAddress),
        (settings(to: ["a@b.vn>, <c@d.vn"]), .unusableAddress),
        (settings(to: ["a@b.vn\n"]), .lineBreak),
        (settings(to: ["a@@b.vn"]), .unusableAddress),
        (settings(to: ["a.@b.vn"]), .unusableAddress),
        (settings(to: ["a@-b.vn"]), .unusableAddress),
        (settings(to: [""]), .unusableAddress),
    ]

    @Test("a mail to nobody")
    func nobody() throws {
        let server = try mail.server("plain")
        #expect(
            try failure { try mail.courier.deliver(dispatch(), by: mail.clear(server, to: [])) }.code == .noRecipient)
        #expect(
            try failure { try mail.courier.deliver(dispatch(recipients: []), by: mail.clear(server)) }.code
                == .noRecipient)
        #expect(
            try failure { try mail.courier.deliver(dispatch(recipients: ["a\r\nb@c.vn"]), by: mail.clear(server)) }.code
                == .lineBreak)
        #expect(try server.events().isEmpty)
    }

    @Test("an older server is greeted in the older way")
    func oldServer() throws {
        let server = try mail.server("old")
        try mail.courier.deliver(dispatch(), by: mail.clear(server))
        #expect(try server.events("mail").count == 1)
    }
}
