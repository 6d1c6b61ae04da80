import Foundation

/// A server of `Servers/server.py`, gone with the last reference to it.
package final class TestServer {
    package let port: Int
    private let process = Process()
    private let input = Pipe()
    private let record: String

    /// What the server notes; each kind of event has some of these.
    package struct Event: Decodable {
        package let event: String
        package let method: String?
        package let path: String?
        package let headers: [String: String]?
        package let body: Data?
        package let text: String?
        package let tls: Bool?
        package let mechanism: String?
        package let user: String?
        package let password: String?
        package let count: Int?
        package let sender: String?
        package let recipients: [String]?
        package let raw: Data?
        package let longest: Int?
        package let subject: Data?
        package let type: String?
        package let charset: String?
        package let defects: [String]?
        package let senderName: String?
        package let senderAddress: String?
        package let to: [String]?
        package let toNames: [String]?
        package let messageID: String?
        package let date: String?
        package let automatic: String?
        package let version: String?
    }

    /// What is wrong with a server, or with what is needed for one.
    package struct Failure: Error {
        /// In words.
        package let text: String
    }

    /// Starts a server.
    /// - Parameters:
    ///   - kind: `http` or `smtp`.
    ///   - mode: how it behaves; see the script.
    ///   - folder: where it notes what it is sent.
    package init(_ kind: String, _ mode: String, certificate: Certificate? = nil, inFolder folder: String) throws {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Servers/server.py"
        record = folder + "/\(UUID().uuidString).json"
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script, kind, mode, record] + (certificate.map { [$0.path, $0.key] } ?? [])
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw Failure(text: "the server did not start") }
            line += more
        }
        guard let number = Int(String(decoding: line.dropLast(), as: UTF8.self)) else {
            throw Failure(text: "the server tells no port")
        }
        port = number
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.terminate()
        process.waitUntilExit()
    }

    /// What has happened, or what of a kind.
    package func events(_ kind: String? = nil) throws -> [Event] {
        let all = try JSONDecoder().decode([Event].self, from: Data(contentsOf: URL(fileURLWithPath: record)))
        return all.filter { kind == nil || $0.event == kind }
    }
}
