import Foundation

/// What one run of a process cost.
struct Cost {
    /// Seconds from start to end.
    let seconds: Double
    /// Most memory it held, in MiB.
    let peak: Double
}

/// A process that did not do what was asked.
struct RunFailure: Error, CustomStringConvertible {
    let description: String
}

/// Runs a whole process and measures it.
enum Timing {
    /// Runs a command to its end; what it prints is thrown away.
    static func run(_ command: [String]) throws -> Cost {
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        let begun = DispatchTime.now().uptimeNanoseconds
        var process = pid_t()
        let failure = posix_spawnp(&process, command[0], &actions, nil, &arguments, environ)
        guard failure == 0 else {
            throw RunFailure(description: "\(command[0]): \(String(cString: strerror(failure)))")
        }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(process, &status, 0, &usage) == process else { throw RunFailure(description: "wait4") }
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - begun) / 1e9
        guard status == 0 else {
            throw RunFailure(description: "\(command.joined(separator: " ")) ended with \((status >> 8) & 0xFF)")
        }
        return Cost(seconds: seconds, peak: Double(usage.ru_maxrss) / 1024)
    }

    /// What a command prints.
    static func output(_ command: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw RunFailure(
                description: "\(command.joined(separator: " ")) ended with \(process.terminationStatus)")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The run with the middle time of several.
    static func median(of count: Int, _ command: [String]) throws -> Cost {
        let costs = try (0..<count).map { _ in try run(command) }.sorted { $0.seconds < $1.seconds }
        return costs[count / 2]
    }
}
