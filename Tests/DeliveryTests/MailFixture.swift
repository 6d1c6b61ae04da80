import Foundation
import LoopbackServers
import Testing

@testable import Delivery

/// What tests of mail begin with: a courier who knows some passwords, and settings for servers of this machine.
struct MailFixture {
    let folder: Folder
    let courier: Courier
    static let user = "báo cáo"
    static let password = "mật khẩu ~!@#"

    init() throws {
        folder = try Folder()
        courier = Courier(
            workspace: folder.path,
            environment: ["PASSWORD": Self.password, "WRONG": "sai-mật-khẩu", "CODE": "250"])
    }

    func server(_ mode: String, certificate: Certificate? = nil) throws -> TestServer {
        try TestServer("smtp", mode, certificate: certificate, in: folder)
    }

    /// Without encryption and password.
    func clear(
        _ server: TestServer, to: [String] = ["An <an@xa.vn>"], timeout: Duration = .seconds(10)
    ) -> NotifierSettings {
        .smtp(
            MailSettings(
                host: "127.0.0.1", port: server.port, security: .none(.loopbackOnly), from: "Chỉ số <chiso@xa.gov.vn>",
                to: to, timeout: timeout))
    }

    func signedIn(
        _ server: TestServer, _ security: MailSettings.Security = .startTLS, secret: String = "PASSWORD",
        caFile: String?, host: String = "localhost"
    ) -> NotifierSettings {
        .smtp(
            MailSettings(
                host: host, port: server.port, security: security, user: Self.user,
                secret: .environment(secret), from: "chiso@xa.gov.vn", to: ["an@xa.vn"], timeout: .seconds(10),
                caFile: caFile))
    }
}
