import Foundation
import LoopbackServers
import Testing

@testable import Delivery

@Suite("Encryption and passwords of mail")
struct MailSecurityTests {
    private let mail: MailFixture

    init() throws { mail = try MailFixture() }

    @Test("signing in over STARTTLS or TLS", arguments: ["starttls", "starttls-login", "tls"])
    func signIn(_ mode: String) throws {
        let certificate = try Certificate(in: mail.folder)
        let server = try mail.server(mode, certificate: certificate)
        for host in ["localhost", "127.0.0.1"] {
            let settings = mail.signedIn(server, mode == "tls" ? .tls : .startTLS, caFile: certificate.path, host: host)
            try mail.courier.deliver(dispatch(), by: settings)
        }
        let auth = try #require(try server.events("auth").first)
        #expect(auth.user == MailFixture.user && auth.password == MailFixture.password && auth.tls == true)
        #expect(auth.mechanism == (mode == "starttls-login" ? "LOGIN" : "PLAIN"))
        #expect(try server.events("mail").map(\.tls) == [true, true])
    }

    @Test("a certificate that nobody vouches for is refused, and no word said over it", arguments: ["starttls", "tls"])
    func untrusted(_ mode: String) throws {
        let server = try mail.server(mode, certificate: Certificate(in: mail.folder))
        let settings = mail.signedIn(server, mode == "tls" ? .tls : .startTLS, caFile: nil)
        let error = try failure { try mail.courier.deliver(dispatch(), by: settings) }
        #expect(error.code == .encryptionFailed && error.prospect == .transient)
        #expect(try server.events("auth").isEmpty && server.events("mail").isEmpty)
        #expect(try server.events("command").allSatisfy { $0.text?.hasPrefix("EHLO") == true || $0.text == "STARTTLS" })
    }

    @Test(
        "a server that cannot encrypt is left, with nothing said", arguments: ["plain-auth", "starttls-refused", "old"])
    func noEncryption(_ mode: String) throws {
        let server = try mail.server(mode)
        let error = try failure { try mail.courier.deliver(dispatch(), by: mail.signedIn(server, caFile: nil)) }
        #expect(error.prospect != .unknown)
        #expect(error.code == (mode == "old" ? .mailRefused : .noEncryption))
        let commands = try server.events("command").compactMap { $0.text?.split(separator: " ").first.map(String.init) }
        #expect(Set(commands).isSubset(of: ["EHLO", "STARTTLS", "QUIT"]), "\(commands)")
    }

    @Test(
        "a password that is refused, for good or for now, is shown by no error",
        arguments: [
            ("starttls", "WRONG", DeliveryError.Prospect.permanent), ("auth-echo", "PASSWORD", .permanent),
            ("auth-later", "PASSWORD", .transient), ("auth-strange", "PASSWORD", .permanent),
        ])
    func wrongPassword(_ mode: String, _ secret: String, _ prospect: DeliveryError.Prospect) throws {
        let certificate = try Certificate(in: mail.folder)
        let server = try mail.server(mode, certificate: certificate)
        let error = try failure {
            try mail.courier.deliver(dispatch(), by: mail.signedIn(server, secret: secret, caFile: certificate.path))
        }
        #expect(error.code == .signInRefused && error.prospect == prospect)
        let shown = "\(error) \(error.facts)"
        let token = Data("\0\(MailFixture.user)\0\(MailFixture.password)".utf8).base64EncodedString()
        #expect(
            !shown.contains(MailFixture.password) && !shown.contains("sai-mật-khẩu") && !shown.contains(token),
            "\(shown)")
        #expect(try server.events("mail").isEmpty)
    }

    @Test("a password that reads like a server's reply is not mistaken for one")
    func strangePassword() throws {
        let certificate = try Certificate(in: mail.folder)
        let server = try mail.server("starttls-any", certificate: certificate)
        try mail.courier.deliver(dispatch(), by: mail.signedIn(server, secret: "CODE", caFile: certificate.path))
        #expect(try server.events("auth").first?.password == "250")
    }
}
