import AlertStates
import Foundation
import Messages

/// Has the rules evaluated by a worker: a process that is started again without the rule that it died of, or that did not
/// end in time. Whatever happens to it, each rule comes out with an outcome. While others wait for their turn, a rule may
/// take half of the time that is left, so that one that gets stuck silences none of them.
struct RuleSupervisor {
    let open: OpenWorkspace
    let options: GlobalOptions
    /// The rules to be evaluated, by id.
    let rules: [String]
    /// How many seconds all of it may take.
    let limit: Double

    /// What came of the rules, by id.
    struct Findings {
        var outcomes: [String: RuleOutcome] = [:]
        /// What is wrong, in words, by rule.
        var faults: [String: [String]] = [:]
    }

    func evaluate() throws -> Findings {
        var findings = Findings()
        let deadline = Date().addingTimeInterval(limit)
        var rest = Set(rules)
        while !rest.isEmpty {
            let worker = try Worker(arguments(without: Set(rules).subtracting(rest)))
            var begun: String?
            var due = deadline
            let end = worker.readLines(until: { due }) { line in
                guard let reply = RuleReply(line) else { return }
                begun = reply.outcome == nil ? reply.rule : nil
                guard let outcome = reply.outcome else {
                    due = rest.count > 1 ? Date() + deadline.timeIntervalSinceNow / 2 : deadline
                    return
                }
                due = deadline
                rest.remove(reply.rule)
                findings.outcomes[reply.rule] = outcome
                findings.faults[reply.rule] = reply.faults
            }
            if end == .finished, rest.isEmpty || begun == nil, worker.status == 0 { break }
            guard let stuck = begun else {
                // It died of none of the rules: none of them can be evaluated.
                let text = failed(worker.errors.isEmpty ? "\(worker.status)" : worker.errors)
                for rule in rest { fail(rule, text, &findings) }
                break
            }
            rest.remove(stuck)
            switch end {
            case .finished: fail(stuck, failed(worker.errors), &findings)
            case .outOfTime:
                fail(stuck, outOfTime, &findings)
                guard deadline.timeIntervalSinceNow <= 0 else { continue }
                for rule in rest { fail(rule, outOfTime, &findings) }
                return findings
            }
        }
        // A rule that the worker did not know was taken away meanwhile: this run leaves it as it is.
        return findings
    }

    private func fail(_ rule: String, _ text: String, _ findings: inout Findings) {
        findings.outcomes[rule] = .failed(text)
        findings.faults[rule] = [text]
    }

    private func failed(_ text: String) -> String {
        Message("E-ALERTS-001", ["text": text]).text(in: Console.language)
    }

    private var outOfTime: String {
        Message("E-ALERTS-002", ["seconds": "\(Int(limit))"]).text(in: Console.language)
    }

    private func arguments(without done: Set<String>) -> [String] {
        var arguments = [
            "alerts", "evaluate", "--workspace", open.folder.url.path, "--language", Console.language.rawValue,
            "--quiet",
            "--now", AlertTime.text(open.now),
        ]
        if !done.isEmpty { arguments += ["--without"] + done.sorted() }
        return arguments
    }
}

/// This program once more, as another process.
private final class Worker {
    enum End {
        /// It has said all that it will.
        case finished
        /// It was stopped.
        case outOfTime
    }

    private let process = Process()
    private let output = Pipe()
    private let errorFile: URL
    private(set) var status: Int32 = 0
    /// The last lines that it said on standard error.
    private(set) var errors = ""

    init(_ arguments: [String]) throws {
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        errorFile = FileManager.default.temporaryDirectory.appendingPathComponent("chiso-\(UUID().uuidString).log")
        _ = FileManager.default.createFile(
            atPath: errorFile.path, contents: nil, attributes: [.posixPermissions: 0o600])
        process.standardError = FileHandle(forWritingAtPath: errorFile.path) ?? FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            try? FileManager.default.removeItem(at: errorFile)
            throw Failure(.internalFault, Message("E-ALERTS-001", ["text": "\(error)"]))
        }
    }

    deinit { try? FileManager.default.removeItem(at: errorFile) }

    /// Hands on each line; stops the process at the deadline, which a line may move.
    func readLines(until deadline: () -> Date, _ body: (String) -> Void) -> End {
        var end = End.finished
        var buffer: [UInt8] = []
        let descriptor = output.fileHandleForReading.fileDescriptor
        var chunk = [UInt8](repeating: 0, count: 65_536)
        reading: while true {
            let left = deadline().timeIntervalSinceNow
            guard left > 0 else {
                end = .outOfTime
                break
            }
            var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = Foundation.poll(&poll, 1, Int32(min(left * 1000, 60_000)) + 1)
            if ready < 0, errno != EINTR { break }
            guard ready > 0 else { continue }
            let count = Foundation.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            buffer += chunk[0..<count]
            while let newline = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                body(String(decoding: buffer[..<newline], as: UTF8.self))
                buffer.removeSubrange(...newline)
            }
        }
        if end == .outOfTime { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        status = process.terminationStatus
        let text = (try? String(contentsOf: errorFile, encoding: .utf8)) ?? ""
        errors = text.split(separator: "\n").suffix(3).joined(separator: " / ")
        return end
    }
}
