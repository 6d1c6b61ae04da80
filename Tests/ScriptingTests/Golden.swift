import Foundation
import Testing

/// What a wrong script tells, to the letter: a file of `Golden` an entry, in Vietnamese and in English.
///
/// `CHISO_RENEW_GOLDEN=1` writes them anew.
enum Golden {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")

    static func check(_ name: String, _ text: String) throws {
        let words = name.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.prefix(12)
        let sum = name.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        let file = folder.appendingPathComponent(
            "\(words.joined(separator: "-").prefix(60))-\(String(sum, radix: 16)).txt")
        if ProcessInfo.processInfo.environment["CHISO_RENEW_GOLDEN"] != nil {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try (text + "\n").write(to: file, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        #expect(text + "\n" == expected, "\(file.lastPathComponent)")
    }
}
