import Foundation
import LoopbackServers
import Testing

@Suite("Alerts by web services and mail")
struct AlertServerTests {
    private let office: AlertWorkspace

    init() throws { office = try AlertWorkspace(AlertWorkspace.overdue) }

    private var folder: String { office.small.folder.path }

    private func write(hook server: TestServer, _ more: String = "") throws {
        try office.write(
            settings: """
                [notifiers.hook]
                kind = "webhook"
                url = "http://127.0.0.1:\(server.port)/báo"
                timeout_s = 1
                \(more)

                """ + AlertWorkspace.log)
    }

    @Test("a web service gets the message once, with its id")
    func hook() throws {
        let server = try TestServer("http", "ok", inFolder: folder)
        try write(hook: server)
        try office.run(at: "2026-07-04")
        try office.run(at: "2026-07-05")
        let requests = try server.events("request")
        #expect(requests.count == 1 && requests[0].method == "POST")
        let body = try #require(requests.first?.body)
        let message = try JSONDecoder().decode(AlertWorkspace.Sent.self, from: body)
        #expect(message.rule == "overdue" && message.alerts.count == 1)
        #expect(requests[0].headers?["idempotency-key"]?.hasPrefix("chiso-") == true)
    }

    @Test("one that fails at first gets it at a later run, with the same id")
    func later() throws {
        let server = try TestServer("http", "500-once", inFolder: folder)
        try write(hook: server)
        let first = try office.run(at: "2026-07-04", status: 75)
        #expect(first.errors.contains("'hook'") && first.errors.contains("500"), "\(first.errors)")
        try office.run(at: "2026-07-04T06:04", status: 75)
        try office.run(at: "2026-07-04T06:05")
        try office.run(at: "2026-07-04T06:30")
        let ids = try server.events("request").compactMap { $0.headers?["idempotency-key"] }
        #expect(ids.count == 2 && Set(ids).count == 1)
        #expect(try office.outbox() == ["hook accepted 2", "log accepted 1"])
    }

    @Test(
        "where no answer comes it may have been accepted: it is sent again, and can be told by its id",
        arguments: ["hang", "drop"])
    func unknown(_ mode: String) throws {
        let server = try TestServer("http", mode, inFolder: folder)
        try write(hook: server)
        try office.run(at: "2026-07-04", status: 75)
        try office.run(at: "2026-07-05", status: 75)
        let ids = try server.events("request").compactMap { $0.headers?["idempotency-key"] }
        #expect(ids.count == 2 && Set(ids).count == 1)
        #expect(try office.outbox() == ["hook waiting 2", "log accepted 1"])
    }

    private static let user = "báo cáo"
    private static let password = "mật khẩu ~!@#"

    private func write(mail server: TestServer, _ certificate: Certificate, _ more: String) throws {
        try office.write(
            settings: """
                [notifiers.mail]
                kind = "smtp"
                host = "localhost"
                port = \(server.port)
                user = "\(Self.user)"
                from = "Chỉ số <chiso@xa.gov.vn>"
                to = ["tất cả <all@xa.gov.vn>"]
                owners = { "Sở" = ["Sở <so@tinh.gov.vn>", "lan@tinh.gov.vn"] }
                ca_file = "\(certificate.path)"
                timeout_s = 10
                \(more)

                """)
    }

    @Test("mail over STARTTLS goes to the addresses of the owner; what nobody owns goes to everybody")
    func mail() throws {
        let certificate = try Certificate(inFolder: folder)
        let server = try TestServer("smtp", "starttls", certificate: certificate, inFolder: folder)
        try write(mail: server, certificate, "secret_env = \"CHISO_TEST_PASSWORD\"")
        try office.write(
            rules: AlertWorkspace.overdue.replacing("\"overdue\"", with: "\"z\"").replacing(
                "owner = \"Sở\",", with: ""), "z")
        try office.run(at: "2026-07-04", environment: ["CHISO_TEST_PASSWORD": Self.password])
        let mails = try server.events("mail")
        try #require(mails.count == 2)
        #expect(mails.allSatisfy { $0.tls == true && $0.defects == [] && $0.automatic == "auto-generated" })
        #expect(mails[0].recipients?.map { $0.split(separator: ">")[0] } == ["<so@tinh.gov.vn", "<lan@tinh.gov.vn"])
        #expect(mails[1].to == ["all@xa.gov.vn"])
        let text = String(decoding: try #require(mails[0].body), as: UTF8.self)
        #expect(text.contains("Task one was due on 2026-07-03") && text.contains("Sở"), "\(text)")
        let subject = String(decoding: try #require(mails[0].subject), as: UTF8.self)
        #expect(subject == "Alert: Overdue task – Task one")
        #expect(try server.events("auth").allSatisfy { $0.user == Self.user && $0.password == Self.password })
        // Nothing is sent again, and the end is told to the same.
        try office.run(at: "2026-07-05", environment: ["CHISO_TEST_PASSWORD": Self.password])
        try office.run(at: "2026-08-01", environment: ["CHISO_TEST_PASSWORD": Self.password])
        #expect(
            try server.events("mail").count == 4
                && server.events("mail")[2].to == ["so@tinh.gov.vn", "lan@tinh.gov.vn"])
    }

    @Test("a secret is taken from a file that only its owner can read, and refused from any other; it stands nowhere")
    func secrets() throws {
        let certificate = try Certificate(inFolder: folder)
        let server = try TestServer("smtp", "starttls", certificate: certificate, inFolder: folder)
        try write(mail: server, certificate, "secret_file = \"pass word\"")
        var said = ""
        func run(_ time: String, status: Int32) throws {
            said += try office.run(at: time, status: status).all
            said += try office.small.run("alerts", "test-notify").all
        }
        try run("2026-07-04", status: 75)
        #expect(said.contains("pass word"))
        for (mode, day) in [(0o644, 5), (0o620, 6), (0o604, 7)] {
            try office.small.write("pass word", Self.password + "\n")
            try FileManager.default.setAttributes(
                [.posixPermissions: mode], ofItemAtPath: office.small.url("pass word").path)
            try run("2026-07-0\(day)", status: 75)
            #expect(said.contains("chmod 600"), "\(said)")
        }
        #expect(try server.events("auth").isEmpty)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: office.small.url("pass word").path)
        try run("2026-07-08", status: 0)
        #expect(try server.events("mail").count == 2)
        // A server that says back what it was told.
        let echo = try TestServer("smtp", "auth-echo", certificate: certificate, inFolder: folder)
        try write(mail: echo, certificate, "secret_file = \"pass word\"")
        try run("2026-07-11", status: 75)
        said += try office.small.run("alerts", "history").all + office.small.run("alerts", "outbox", "--all").all
        said += try office.small.run("doctor").all
        let token = Data("\0\(Self.user)\0\(Self.password)".utf8).base64EncodedString()
        for secret in [Self.password, token, Data(Self.password.utf8).base64EncodedString()] {
            #expect(!said.contains(secret))
            for file in try FileManager.default.contentsOfDirectory(atPath: office.small.url(".chiso").path) {
                let bytes = try Data(contentsOf: office.small.url(".chiso/\(file)"))
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(file)")
            }
        }
    }

    @Test("a web service's token stands in no message, no error and nowhere in the store", arguments: ["ok", "echo"])
    func token(_ mode: String) throws {
        let server = try TestServer("http", mode, inFolder: folder)
        try write(hook: server, "secret_env = \"CHISO_TEST_TOKEN\"\nheaders = { \"X-Key\" = \"k {secret}\" }")
        let token = "t0ken-of-\(mode)-0123456789"
        var said = ""
        for day in ["2026-07-04", "2026-07-05"] {
            said += try office.tryRun(at: day, "--format", "json", environment: ["CHISO_TEST_TOKEN": token]).all
        }
        said += try office.small.run("alerts", "test-notify", "hook", environment: ["CHISO_TEST_TOKEN": token]).all
        said += try office.small.run("alerts", "history").all
        #expect(try server.events("request").first?.headers?["x-key"] == "k \(token)")
        #expect(!said.contains(token), "\(said)")
        for file in try FileManager.default.contentsOfDirectory(atPath: office.small.url(".chiso").path) {
            let bytes = try Data(contentsOf: office.small.url(".chiso/\(file)"))
            #expect(bytes.range(of: Data(token.utf8)) == nil, "\(file)")
        }
        // Without it, nothing is sent and the variable is named.
        let without = try office.tryRun(at: "2026-08-01")
        #expect(without.status == 75 && without.errors.contains("CHISO_TEST_TOKEN"), "\(without.all)")
    }
}
