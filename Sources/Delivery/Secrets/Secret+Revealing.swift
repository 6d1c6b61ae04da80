import Foundation

extension Secret {
    /// The longest secret, in bytes.
    private static let longest = 16_384

    /// Reads the secret; throws one of the `secret_…` codes.
    func reveal(by courier: Courier) throws(DeliveryError) -> RevealedSecret {
        switch self {
        case .environment(let variable):
            guard let text = courier.environment[variable] else {
                throw DeliveryError(.secretMissing, .permanent, facts: ["variable": variable])
            }
            return try Self.accept(Array(text.utf8), ["variable": variable])
        case .file(let path):
            let path = courier.absolute(path)
            return try Self.accept(Self.content(of: path), ["path": path])
        }
    }

    private static func accept(_ bytes: [UInt8], _ place: [String: String]) throws(DeliveryError) -> RevealedSecret {
        var bytes = bytes[...]
        if bytes.last == UInt8(ascii: "\n") {
            bytes.removeLast()
            if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        }
        guard !bytes.isEmpty else { throw DeliveryError(.secretEmpty, .permanent, facts: place) }
        guard bytes.count <= longest, let text = String(validating: bytes, as: UTF8.self), OneLine.holds(text) else {
            throw DeliveryError(.secretMalformed, .permanent, facts: place)
        }
        return RevealedSecret(text: text)
    }

    /// The content of a file that nobody else can have read or written. What is examined is the file that was opened, so
    /// that none can be put in its place meanwhile.
    private static func content(of path: String) throws(DeliveryError) -> [UInt8] {
        // Not to wait for the other end of a pipe.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            let number = errno
            guard number != ENOENT else { throw DeliveryError(.secretMissing, .permanent, facts: ["path": path]) }
            throw unreadable(path, SystemReason.text(number))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(path, SystemReason.text(errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw unreadable(path, "not a regular file") }
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw DeliveryError(.secretForeign, .permanent, facts: ["path": path, "owner": String(status.st_uid)])
        }
        guard status.st_mode & 0o066 == 0 else {
            let mode = String(status.st_mode & 0o7777, radix: 8)
            throw DeliveryError(
                .secretExposed, .permanent,
                facts: ["path": path, "mode": mode, "command": "chmod 600 \(quoted(path))"])
        }
        var bytes = [UInt8](repeating: 0, count: longest + 2)
        var count = 0
        while count < bytes.count {
            let step = bytes.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count)
            }
            if step < 0 && errno == EINTR { continue }
            guard step >= 0 else { throw unreadable(path, SystemReason.text(errno)) }
            guard step > 0 else { break }
            count += step
        }
        return Array(bytes.prefix(count))
    }

    private static func unreadable(_ path: String, _ reason: String) -> DeliveryError {
        DeliveryError(.secretUnreadable, .permanent, facts: ["path": path, "reason": reason])
    }

    /// A path as a shell takes it.
    private static func quoted(_ path: String) -> String {
        let plain = path.utf8.allSatisfy { byte in
            let scalar = Unicode.Scalar(byte)
            return scalar.properties.isAlphabetic && scalar.isASCII || "0123456789/._-".unicodeScalars.contains(scalar)
        }
        return plain ? path : "'" + path.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}
