import Foundation
import Testing

@testable import Delivery

@Suite("Secrets")
struct SecretTests {
    private let folder: Folder
    private let courier: Courier

    init() throws {
        folder = try Folder()
        courier = Courier(
            workspace: folder.path, environment: ["A": "mật khẩu", "EMPTY": "", "LINES": "a\nb", "END": "a\n"])
    }

    private func text(_ secret: Secret) throws -> String { try secret.reveal(by: courier).text }

    private func code(_ secret: Secret) throws -> DeliveryError.Code {
        let error = try failure { _ = try secret.reveal(by: courier) }
        #expect(error.prospect == .permanent)
        return error.code
    }

    @Test("from the environment")
    func environment() throws {
        #expect(try text(.environment("A")) == "mật khẩu")
        #expect(try text(.environment("END")) == "a")
        #expect(try code(.environment("NONE")) == .secretMissing)
        #expect(try code(.environment("EMPTY")) == .secretEmpty)
        #expect(try code(.environment("LINES")) == .secretMalformed)
    }

    @Test("from a file, without the line break at its end", arguments: ["x y ", "x y \n", "x y \r\n"])
    func file(_ content: String) throws {
        for mode in [0o600, 0o400, 0o700] {
            let path = try folder.write("khóa", content, mode: mode)
            #expect(try text(.file("khóa")) == "x y ")
            #expect(try text(.file(path)) == "x y ")
            try FileManager.default.removeItem(atPath: path)
        }
    }

    @Test(
        "a file that others can read or write is refused, with what mends it",
        arguments: [0o644, 0o640, 0o620, 0o604, 0o602])
    func exposed(_ mode: Int) throws {
        let path = try folder.write("khóa", "x", mode: mode)
        let error = try failure { _ = try Secret.file("khóa").reveal(by: courier) }
        #expect(
            error
                == DeliveryError(
                    .secretExposed, .permanent,
                    facts: ["path": path, "mode": String(mode, radix: 8), "command": "chmod 600 '\(path)'"]))
    }

    @Test("what is no secret is refused")
    func malformed() throws {
        try folder.write("rỗng", "")
        try folder.write("chỉ xuống dòng", "\n")
        try folder.write("hai dòng", "a\nb\n")
        try folder.write("dài", String(repeating: "x", count: 20_000))
        try Data([0xFF, 0xFE]).write(to: URL(fileURLWithPath: try folder.write("lạ", "")))
        mkfifo(folder.path + "/ống", 0o600)
        #expect(try code(.file("rỗng")) == .secretEmpty)
        #expect(try code(.file("chỉ xuống dòng")) == .secretEmpty)
        for name in ["hai dòng", "dài", "lạ"] { #expect(try code(.file(name)) == .secretMalformed) }
        for name in ["ống", "."] { #expect(try code(.file(name)) == .secretUnreadable) }
        #expect(try code(.file("none")) == .secretMissing)
    }

    @Test("a file of another user is refused", .enabled(if: geteuid() == 0))
    func foreign() throws {
        let path = try folder.write("khóa", "x")
        try #require(chown(path, 65_534, 0) == 0)
        let error = try failure { _ = try Secret.file("khóa").reveal(by: courier) }
        #expect(error == DeliveryError(.secretForeign, .permanent, facts: ["path": path, "owner": "65534"]))
    }

    @Test("nothing that holds one shows it")
    func hidden() throws {
        let secret = Secret.file("/etc/tên-tệp-mật")
        let webhook = WebhookSettings(
            url: "https://tên:tên-tệp-mật@xa.vn/tên-tệp-mật", headers: ["X": "tên-tệp-mật"], secret: secret)
        let mail = MailSettings(host: "xa.vn", user: "u", secret: secret, from: "a@b.vn", to: ["c@d.vn"])
        let revealed = RevealedSecret(text: "tên-tệp-mật")
        let all: [Any] = [
            secret, webhook, mail, revealed, NotifierSettings.webhook(webhook), NotifierSettings.smtp(mail),
            [NotifierSettings.webhook(webhook)], Optional.some(secret) as Any, ["a": revealed],
        ]
        for value in all {
            var dumped = ""
            dump(value, to: &dumped)
            for shown in [String(describing: value), String(reflecting: value), "\(value)", dumped] {
                #expect(!shown.contains("tên-tệp-mật"), "\(shown)")
            }
        }
        #expect("\(secret)" == "…" && "\(revealed)" == "…" && "\(mail)".contains("secret …"))
        #expect("\(webhook)".contains("…"))
    }

    @Test("the environment that programs are given is not shown either")
    func courierShown() {
        var dumped = ""
        dump(courier, to: &dumped)
        #expect(!dumped.contains("mật khẩu") && !"\(courier)".contains("mật khẩu"))
    }
}
