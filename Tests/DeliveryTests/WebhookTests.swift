import Foundation
import LoopbackServers
import Testing

@testable import Delivery

@Suite("A web service as a notifier")
struct WebhookTests {
    private let folder: Folder
    private let courier: Courier

    init() throws {
        folder = try Folder()
        courier = Courier(workspace: folder.path, environment: ["TOKEN": "bí:mật/1?", "SHORT": "s3cr3t-token"])
    }

    private func url(_ server: TestServer, _ rest: String = "/báo?a=1", scheme: String = "http") -> String {
        "\(scheme)://127.0.0.1:\(server.port)\(rest)"
    }

    private func post(to server: TestServer, timeout: Duration = .seconds(10)) throws {
        let settings = WebhookSettings(url: url(server), timeout: timeout)
        try courier.deliver(dispatch(), by: .webhook(settings))
    }

    @Test("the JSON is sent byte for byte, with its kind and the dispatch's id", arguments: bothForms("Đức Tân 🇻🇳"))
    func request(_ label: String) throws {
        let server = try TestServer("http", "ok", in: folder)
        let json = #"{ "label": "\#(label)" ,"long":"\#(String(repeating: "ộ", count: 70_000))"}"#
        try courier.deliver(dispatch(json: json), by: .webhook(WebhookSettings(url: url(server))))
        let request = try #require(try server.events("request").first)
        #expect(request.method == "POST")
        #expect(request.body == Data(json.utf8))
        #expect(request.headers?["content-type"] == "application/json; charset=utf-8")
        #expect(request.headers?["idempotency-key"] == "vneid_behind/2026-H1/1")
        #expect(request.headers?["expect"] == nil)
        #expect(request.headers?["authorization"] == nil)
    }

    @Test("answers of 2xx accept", arguments: ["ok", "204"])
    func accepted(_ mode: String) throws { try post(to: TestServer("http", mode, in: folder)) }

    @Test(
        "other answers refuse, for now or for good",
        arguments: [
            ("500", DeliveryError.Prospect.transient), ("404", .permanent), ("408", .transient), ("429", .transient),
        ])
    func refused(_ mode: String, _ prospect: DeliveryError.Prospect) throws {
        let server = try TestServer("http", mode, in: folder)
        let error = try failure { try post(to: server) }
        #expect(error.code == .webRefused && error.prospect == prospect)
        #expect(error.facts["status"] == mode)
        #expect(error.facts["host"] == "127.0.0.1:\(server.port)")
        #expect(error.retryAfter == (mode == "429" ? .seconds(7) : nil))
        #expect(error.facts["text"] == (mode == "404" ? "Không có ở đây" : nil))
    }

    @Test("a service that sends elsewhere is not followed")
    func redirect() throws {
        let server = try TestServer("http", "301", in: folder)
        let error = try failure { try post(to: server) }
        #expect(error.code == .redirected && error.prospect == .permanent)
        #expect(try server.events("request").count == 1)
    }

    @Test("a service that says nothing is left when the time is up; it may have accepted")
    func hang() throws {
        let server = try TestServer("http", "hang", in: folder)
        let time = try took {
            let error = try failure { try post(to: server, timeout: .milliseconds(1200)) }
            #expect(error.code == .timedOut && error.prospect == .unknown)
            #expect(error.facts["seconds"] == "1.2")
        }
        #expect(time < 10)
    }

    @Test(
        "a connection that breaks before the whole head has come says nothing",
        arguments: ["drop", "drop-in-head", "nonsense", "continue"])
    func dropped(_ mode: String) throws {
        let server = try TestServer("http", mode, in: folder)
        let error = try failure { try post(to: server) }
        #expect(error.code == .connectionLost && error.prospect == .unknown)
    }

    @Test("a connection that breaks at once leaves it open as well")
    func droppedAtOnce() throws {
        let error = try failure { try post(to: TestServer("http", "drop-at-once", in: folder)) }
        #expect(error.code == .connectionLost && error.prospect != .permanent)
    }

    @Test(
        "once the head has come, what becomes of the body does not matter",
        arguments: ["drop-in-body", "slow-body", "huge"])
    func body(_ mode: String) throws {
        let server = try TestServer("http", mode, in: folder)
        try post(to: server, timeout: mode == "slow-body" ? .seconds(2) : .seconds(10))
    }

    @Test("of a body without end only the beginning is taken, also where it refuses")
    func huge() throws {
        let server = try TestServer("http", "huge-500", in: folder)
        let error = try failure { try post(to: server) }
        #expect(error.code == .webRefused && error.prospect == .transient)
        #expect(error.facts["text"]?.count == 301)
        // What lay in the system's buffers was sent, no more.
        var sent: Int?
        for _ in 0..<200 where sent == nil {
            sent = try server.events("sent").first?.count
            usleep(10_000)
        }
        #expect(try #require(sent) < 50_000_000)
    }

    @Test("nobody listens, or no such host: nothing was sent")
    func unreachable() throws {
        let port = try DeafPort()
        let refused = try failure {
            try courier.deliver(dispatch(), by: .webhook(WebhookSettings(url: "http://127.0.0.1:\(port.number)/")))
        }
        #expect(refused.code == .cannotConnect && refused.prospect == .transient)
        let unknown = try failure {
            let settings = WebhookSettings(url: "http://nowhere.invalid/", timeout: .seconds(10))
            try courier.deliver(dispatch(), by: .webhook(settings))
        }
        #expect(unknown == DeliveryError(.unknownHost, .transient, facts: ["host": "nowhere.invalid"]))
    }

    @Test("a secret goes as a bearer's, or where the settings place it, and is shown by no error")
    func secret() throws {
        let server = try TestServer("http", "echo", in: folder)
        let bearer = WebhookSettings(url: url(server, "/"), secret: .environment("SHORT"))
        let placed = WebhookSettings(
            url: url(server, "/bot{secret}/send"), headers: ["X-Token": "t={secret}"], secret: .environment("SHORT"))
        let escaped = WebhookSettings(url: url(server, "/bot{secret}/send"), secret: .environment("TOKEN"))
        let userinfo = WebhookSettings(url: "http://xa:m%E1%BA%ADt-kh%E1%BA%A9u@127.0.0.1:\(server.port)/")
        for settings in [bearer, placed, escaped, userinfo] {
            let error = try failure { try courier.deliver(dispatch(), by: .webhook(settings)) }
            #expect(error.code == .webRefused && error.facts["status"] == "401")
            let shown = "\(error) \(error.facts) \(error.localizedDescription)"
            for hidden in ["s3cr3t-token", "bí:mật/1?", "b%C3%AD:m", "mật-khẩu", "m%E1"] {
                #expect(!shown.contains(hidden), "\(shown)")
            }
            #expect(!shown.contains("\u{1B}") && !shown.contains("\u{7}"))
        }
        let requests = try server.events("request")
        #expect(requests[0].headers?["authorization"] == "Bearer s3cr3t-token")
        #expect(requests[1].headers?["authorization"] == nil)
        #expect(requests[1].headers?["x-token"] == "t=s3cr3t-token")
        #expect(requests[1].path == "/bots3cr3t-token/send")
        #expect(requests[2].path == "/botb%C3%AD:m%E1%BA%ADt%2F1%3F/send")
        #expect(requests[3].headers?["authorization"]?.hasPrefix("Basic ") == true)
    }

    @Test("a certificate that only its file vouches for is trusted with that file, and not without")
    func certificate() throws {
        let certificate = try Certificate(in: folder)
        let server = try TestServer("http", "ok", certificate: certificate, in: folder)
        let address = url(server, scheme: "https")
        try courier.deliver(dispatch(), by: .webhook(WebhookSettings(url: address, caFile: certificate.path)))
        let error = try failure { try courier.deliver(dispatch(), by: .webhook(WebhookSettings(url: address))) }
        #expect(error.code == .encryptionFailed && error.prospect == .transient)
        #expect(try server.events("request").count == 1)
        let clear = try TestServer("http", "ok", in: folder)
        let mistaken = try failure {
            try courier.deliver(dispatch(), by: .webhook(WebhookSettings(url: url(clear, scheme: "https"))))
        }
        #expect(mistaken.code == .encryptionFailed && mistaken.prospect == .transient)
    }

    @Test(
        "settings that cannot be followed are refused before anything is sent",
        arguments: [
            (WebhookSettings(url: "ftp://127.0.0.1/"), DeliveryError.Code.unusableURL),
            (WebhookSettings(url: "file:///etc/passwd"), .unusableURL),
            (WebhookSettings(url: "127.0.0.1/"), .unusableURL),
            (WebhookSettings(url: ""), .unusableURL),
            (WebhookSettings(url: "http://127.0.0.1/\r\nX: y"), .lineBreak),
            (WebhookSettings(url: "http://{secret}/", secret: .environment("SHORT")), .unusableURL),
            (WebhookSettings(url: "http://127.0.0.1/", headers: ["X": "a\r\nY: b"]), .lineBreak),
            (WebhookSettings(url: "http://127.0.0.1/", headers: ["X\nY": "b"]), .lineBreak),
            (WebhookSettings(url: "http://127.0.0.1/", headers: ["X Y": "b"]), .unusableHeader),
            (WebhookSettings(url: "http://127.0.0.1/", headers: ["X": " "]), .unusableHeader),
            (WebhookSettings(url: "http://127.0.0.1/", headers: ["content-TYPE": "text/plain"]), .unusableHeader),
            (
                WebhookSettings(
                    url: "http://127.0.0.1/", headers: ["authorization": "x"], secret: .environment("SHORT")),
                .unusableHeader
            ),
            (WebhookSettings(url: "http://example.org/", secret: .environment("SHORT")), .clearText),
            (WebhookSettings(url: "http://a:b@example.org/"), .clearText),
            (WebhookSettings(url: "http://127.0.0.1/", secret: .environment("NONE")), .secretMissing),
            (WebhookSettings(url: "http://127.0.0.1/", timeout: .zero), .unusableTimeout),
            (WebhookSettings(url: "http://127.0.0.1/", timeout: .seconds(3601)), .unusableTimeout),
            (WebhookSettings(url: "https://127.0.0.1/", caFile: "none.pem"), .noCertificates),
        ])
    func settings(_ settings: WebhookSettings, _ code: DeliveryError.Code) throws {
        let found = try failure { try courier.check(.webhook(settings)) }
        #expect(found.code == code && found.prospect == .permanent)
        #expect(try failure { try courier.deliver(dispatch(), by: .webhook(settings)) } == found)
    }

    @Test("settings that can be followed pass without a connection")
    func check() throws {
        for url in ["https://example.org/", "http://example.org/", "http://[::1]/", "http://localhost:1/{secret}"] {
            let isSecret = url.contains("localhost")
            try courier.check(.webhook(WebhookSettings(url: url, secret: isSecret ? .environment("TOKEN") : nil)))
        }
        try courier.check(
            .webhook(
                WebhookSettings(url: "http://example.org/", secret: .environment("SHORT"), clearText: .anywhere)))
    }

    @Test("many threads at once")
    func threads() throws {
        let server = try TestServer("http", "ok", in: folder)
        let settings = NotifierSettings.webhook(WebhookSettings(url: url(server)))
        let dispatches = try (0..<40).map { try dispatch(id: "d\($0)") }
        let courier = courier
        DispatchQueue.concurrentPerform(iterations: dispatches.count) { number in
            do { try courier.deliver(dispatches[number], by: settings) } catch { Issue.record(error) }
        }
        let keys = try server.events("request").compactMap { $0.headers?["idempotency-key"] }
        #expect(Set(keys) == Set(dispatches.map(\.id)) && keys.count == 40)
    }
}
