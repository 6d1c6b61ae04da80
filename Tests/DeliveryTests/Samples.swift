import Foundation
import Testing

@testable import Delivery

/// A dispatch as the alerts make it, in letters of both Unicode forms.
func dispatch(
    id: String = "vneid_behind/2026-H1/1", subject: String = "Thôn 1 – Đức Tân chậm tiến độ",
    text: String = "Chỉ tiêu\n",
    json: String = #"{"rule": "vneid_behind", "label": "Đức Tân"}"#, recipients: [String]? = nil
) throws -> Dispatch {
    try Dispatch(
        id: id, subject: subject, text: text, json: Data(json.utf8), recipients: recipients,
        date: Date(timeIntervalSince1970: 1_782_860_400))
}

/// The failure of what must fail with one.
func failure(
    _ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation
) throws -> DeliveryError {
    do {
        try body()
    } catch let error as DeliveryError {
        return error
    }
    Issue.record("nothing was thrown", sourceLocation: sourceLocation)
    throw CancellationError()
}

/// Whether something ended within some seconds.
func took(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    let time = (ContinuousClock.now - start).components
    return Double(time.seconds) + Double(time.attoseconds) / 1e18
}

/// A port of loopback that is taken, but at which nobody listens.
final class DeafPort {
    private let descriptor: Int32
    let number: Int

    init() throws {
        let taken = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        descriptor = taken
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(taken, $0, size) + getsockname(taken, $0, &size)
            }
        }
        try #require(status == 0)
        number = Int(UInt16(bigEndian: address.sin_port))
    }

    deinit { close(descriptor) }
}

/// The same text in both Unicode forms.
func bothForms(_ text: String) -> [String] {
    [text.precomposedStringWithCanonicalMapping, text.decomposedStringWithCanonicalMapping]
}
