import Foundation
import Testing

@testable import Delivery

@Suite("A mail server that refuses, breaks off or is silent")
struct MailServerTests {
    private let mail: MailFixture

    init() throws { mail = try MailFixture() }

    @Test(
        "a refusal at any step, for now or for good",
        arguments: [
            ("refuse-all", "greeting", DeliveryError.Prospect.permanent), ("closing", "greeting", .transient),
            ("sender-refused", "sender", .permanent), ("data-refused", "data", .transient),
            ("message-refused", "message", .permanent), ("message-later", "message", .transient),
        ])
    func refused(_ mode: String, _ step: String, _ prospect: DeliveryError.Prospect) throws {
        let server = try mail.server(mode)
        let error = try failure { try mail.courier.deliver(dispatch(), by: mail.clear(server)) }
        #expect(error.code == .mailRefused && error.prospect == prospect)
        #expect(error.facts["step"] == step)
    }

    @Test(
        "recipients who are all refused",
        arguments: [
            ("rcpt-4", DeliveryError.Prospect.transient, "450 4.2.1 busy"),
            ("rcpt-5", .permanent, "550-5.1.1 there is / 550 5.1.1 no such user"),
        ])
    func noRecipient(_ mode: String, _ prospect: DeliveryError.Prospect, _ reply: String) throws {
        let server = try mail.server(mode)
        let error = try failure {
            try mail.courier.deliver(dispatch(), by: mail.clear(server, to: ["an@xa.vn", "binh@xa.vn"]))
        }
        #expect(
            error
                == DeliveryError(
                    .recipientsRefused, prospect,
                    facts: ["host": "127.0.0.1", "recipients": "an@xa.vn, binh@xa.vn", "reply": reply]))
        #expect(try server.events("data").isEmpty)
    }

    @Test("one recipient who is refused keeps it from no other, and is named")
    func oneRefused() throws {
        let server = try mail.server("second-5")
        let receipt = try mail.courier.deliver(
            dispatch(), by: mail.clear(server, to: ["an@xa.vn", "b@xa.vn", "c@xa.vn"]))
        #expect(
            receipt.refused == [
                Receipt.Refusal(
                    recipient: "b@xa.vn", reply: "550-5.1.1 there is / 550 5.1.1 no such user", prospect: .permanent)
            ])
        #expect(try server.events("mail").first?.recipients == ["<an@xa.vn>", "<c@xa.vn>"])
    }

    @Test("a greylisting server accepts the next try")
    func greylist() throws {
        let server = try mail.server("greylist")
        #expect(try failure { try mail.courier.deliver(dispatch(), by: mail.clear(server)) }.prospect == .transient)
        try mail.courier.deliver(dispatch(), by: mail.clear(server))
        #expect(try server.events("mail").count == 1)
    }

    @Test("a connection that breaks after the message leaves it open whether it was accepted")
    func droppedAfter() throws {
        let server = try mail.server("drop-after-data")
        let error = try failure { try mail.courier.deliver(dispatch(), by: mail.clear(server)) }
        #expect(error.code == .connectionLost && error.prospect == .unknown)
    }

    @Test("one that breaks within the message accepts nothing")
    func droppedWithin() throws {
        let server = try mail.server("drop-in-data")
        let long = try dispatch(text: String(repeating: "dài ", count: 5_000_000))
        let error = try failure { try mail.courier.deliver(long, by: mail.clear(server)) }
        #expect(error.code == .connectionLost && error.prospect == .transient)
    }

    @Test("a server that says nothing after the message is left when the time is up")
    func hang() throws {
        let server = try mail.server("hang-after-data")
        let time = try took {
            let error = try failure {
                try mail.courier.deliver(dispatch(), by: mail.clear(server, timeout: .milliseconds(1200)))
            }
            #expect(error.code == .timedOut && error.prospect == .unknown)
        }
        #expect(time < 10)
    }

    @Test(
        "a server that says nothing at all is left when the time is up",
        arguments: [MailSettings.Security.startTLS, .tls])
    func silent(_ security: MailSettings.Security) throws {
        let server = try mail.server("hang-at-greeting")
        let settings = MailSettings(
            host: "127.0.0.1", port: server.port, security: security, from: "a@b.vn", to: ["c@d.vn"],
            timeout: .milliseconds(1200))
        let time = try took {
            let error = try failure { try mail.courier.deliver(dispatch(), by: .smtp(settings)) }
            #expect(error == DeliveryError(.timedOut, .transient, facts: ["host": "127.0.0.1", "seconds": "1.2"]))
        }
        #expect(time < 10)
    }

    @Test("a server that does not say farewell has accepted all the same, and is not waited for")
    func farewell() throws {
        let server = try mail.server("hang-at-quit")
        let time = try took { try mail.courier.deliver(dispatch(), by: mail.clear(server, timeout: .seconds(50))) }
        #expect(time < 15)
    }

    @Test("nobody listens, or no such host")
    func unreachable() throws {
        let port = try DeafPort()
        func error(_ host: String) throws -> DeliveryError {
            try failure {
                let settings = MailSettings(
                    host: host, port: port.number, from: "a@b.vn", to: ["c@d.vn"], timeout: .seconds(10))
                try mail.courier.deliver(dispatch(), by: .smtp(settings))
            }
        }
        let refused = try error("127.0.0.1")
        #expect(refused.code == .cannotConnect && refused.prospect == .transient)
        #expect(try error("nowhere.invalid").code == .unknownHost)
    }
}
