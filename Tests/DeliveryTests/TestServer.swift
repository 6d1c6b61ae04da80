import Foundation
import Testing

/// A server of `Servers/server.py`, gone with the last reference to it.
final class TestServer {
    let port: Int
    private let process = Process()
    private let input = Pipe()
    private let record: String

    /// What the server notes; each kind of event has some of these.
    struct Event: Decodable {
        let event: String
        let method: String?
        let path: String?
        let headers: [String: String]?
        let body: Data?
        let text: String?
        let tls: Bool?
        let mechanism: String?
        let user: String?
        let password: String?
        let count: Int?
        let sender: String?
        let recipients: [String]?
        let raw: Data?
        let longest: Int?
        let subject: Data?
        let type: String?
        let charset: String?
        let defects: [String]?
        let senderName: String?
        let senderAddress: String?
        let to: [String]?
        let toNames: [String]?
        let messageID: String?
        let date: String?
        let automatic: String?
        let version: String?
    }

    init(_ kind: String, _ mode: String, certificate: Certificate? = nil, in folder: Folder) throws {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Servers/server.py"
        record = folder.path + "/\(UUID().uuidString).json"
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script, kind, mode, record] + (certificate.map { [$0.path, $0.key] } ?? [])
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let more = output.fileHandleForReading.availableData
            try #require(!more.isEmpty, "the server did not start")
            line += more
        }
        port = try #require(Int(String(decoding: line.dropLast(), as: UTF8.self)))
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.terminate()
        process.waitUntilExit()
    }

    func events(_ kind: String? = nil) throws -> [Event] {
        let all = try JSONDecoder().decode([Event].self, from: Data(contentsOf: URL(fileURLWithPath: record)))
        return all.filter { kind == nil || $0.event == kind }
    }
}
