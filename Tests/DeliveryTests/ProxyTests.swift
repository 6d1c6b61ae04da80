import Foundation
import LoopbackServers
import Testing

@testable import Delivery

@Suite("Proxies of the environment")
struct ProxyTests {
    @Test("a web service is reached by the environment's proxy, one of this machine is not")
    func proxy() async {
        await #expect(processExitsWith: .success) {
            let folder = try Folder()
            let proxy = try TestServer("http", "ok", in: folder)
            let service = try TestServer("http", "ok", in: folder)
            setenv("http_proxy", "http://127.0.0.1:\(proxy.port)", 1)
            setenv("all_proxy", "http://127.0.0.1:\(proxy.port)", 1)
            for name in ["no_proxy", "NO_PROXY"] { unsetenv(name) }
            let courier = Courier(workspace: folder.path)
            for host in ["127.0.0.1", "localhost", "127.0.0.2"] {
                let settings = WebhookSettings(url: "http://\(host):\(service.port)/", timeout: .seconds(5))
                if host == "127.0.0.2" {
                    let error = try failure { try courier.deliver(dispatch(), by: .webhook(settings)) }
                    #expect(error.code == .cannotConnect)
                } else {
                    try courier.deliver(dispatch(), by: .webhook(settings))
                }
            }
            #expect(try proxy.events().isEmpty)
            let outside = WebhookSettings(url: "http://xa.invalid/a", timeout: .seconds(5))
            try courier.deliver(dispatch(), by: .webhook(outside))
            #expect(try proxy.events("request").map(\.path) == ["http://xa.invalid/a"])
            #expect(try service.events("request").count == 2)
            let post = try TestServer("smtp", "plain", in: folder)
            let mail = MailSettings(
                host: "127.0.0.1", port: post.port, security: .none(.loopbackOnly), from: "a@b.vn", to: ["c@d.vn"])
            try courier.deliver(dispatch(), by: .smtp(mail))
            #expect(try proxy.events("request").count == 1)
        }
    }
}
