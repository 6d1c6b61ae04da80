import Foundation

/// The machine that the figures are taken on.
enum Machine {
    static var processor: String {
        value(of: "model name", in: "/proc/cpuinfo", after: ":") ?? "unknown processor"
    }

    static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// GiB.
    static var memory: Double { Double(ProcessInfo.processInfo.physicalMemory) / 1_073_741_824 }

    static var system: String {
        value(of: "PRETTY_NAME", in: "/etc/os-release", after: "=")?
            .trimmingCharacters(in: CharacterSet(charactersIn: "\"")) ?? "unknown system"
    }

    /// The first value that a file of lines gives to a name.
    private static func value(of name: String, in path: String, after sign: Character) -> String? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: sign, maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if parts.count == 2, parts[0] == name { return parts[1] }
        }
        return nil
    }
}
