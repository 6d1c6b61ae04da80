import Foundation
import LoopbackServers
import Testing

@testable import Delivery

@Suite("A sign of life")
struct HeartbeatTests {
    private let folder: Folder
    private let courier: Courier

    init() throws {
        folder = try Folder()
        courier = Courier(workspace: folder.path)
    }

    @Test("an address that answers 2xx is asked for once, without a body")
    func alive() throws {
        let server = try TestServer("http", "ok", in: folder)
        try courier.ping("http://localhost:\(server.port)/ping/0123456789abcdef", timeout: .seconds(10))
        let request = try #require(try server.events("request").first)
        #expect(request.method == "GET" && request.path == "/ping/0123456789abcdef" && request.body == Data())
    }

    @Test(
        "another answer, and none in time, are failures that do not show the address",
        arguments: ["echo", "500", "hang", "301"])
    func failed(_ mode: String) throws {
        let server = try TestServer("http", mode, in: folder)
        let error = try failure {
            try courier.ping("http://127.0.0.1:\(server.port)/ping/0123456789abcdef", timeout: .milliseconds(400))
        }
        #expect(!"\(error)".contains("0123456789abcdef"))
        #expect(error.facts["host"] == "127.0.0.1:\(server.port)")
    }

    @Test("an address that is none", arguments: ["", "ftp://127.0.0.1/", "http://a b/"])
    func unusable(_ url: String) throws {
        #expect(try failure { try courier.ping(url, timeout: .seconds(1)) }.code == .unusableURL)
    }
}
