import Foundation
import LoopbackServers

/// A folder of its own for a test, whose name has a space and letters of both kinds.
final class Folder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/chiso gửi \(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ name: String, _ text: String, mode: Int = 0o600) throws -> String {
        let file = path + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return file
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
    }
}

extension TestServer {
    /// A server that notes in a folder what it is sent.
    convenience init(_ kind: String, _ mode: String, certificate: Certificate? = nil, in folder: Folder) throws {
        try self.init(kind, mode, certificate: certificate, inFolder: folder.path)
    }
}

extension Certificate {
    /// A certificate in a folder.
    init(in folder: Folder) throws { try self.init(inFolder: folder.path) }
}
