import AlertStates
import Foundation
import Randomness
import Storage

/// An office that runs its alerts for years: with days left out, runs that are killed or meet, and a receiver that fails by
/// chance; beside it the model of what was to happen.
final class Story {
    let office: SmallWorkspace
    var chance: Seeded
    private(set) var model = StoryModel()
    /// How many runs the store knows of.
    private(set) var completed = 0
    /// The last time of a run that was tried, in minutes since 1 January 2026 at midnight in Việt Nam.
    private(set) var now = 300 * 1440 + 360

    init(seed: UInt64) throws {
        chance = Seeded(seed)
        office = try SmallWorkspace.filled()
        try office.write(
            "chiso.toml",
            """
            schema = 1
            [alerts]
            backup_days = 0
            [notifiers.receiver]
            kind = "program"
            path = "receive.sh"
            arguments = ["\(seed)"]
            """)
        try office.write(
            "Rules/alerts/story.lua", StoryRule.prelude + StoryRule.all.map(\.script).joined(separator: "\n"))
        try office.write("receive.sh", Story.receiver)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: office.url("receive.sh").path)
    }

    /// Fails, dies, or dies after it has accepted, each by chance; always accepts once `calm` is there. Half a message, which
    /// a run that was killed may leave, is none.
    private static let receiver = """
        #!/bin/sh
        message=$(cat)
        case $message in "{"*"}") ;; *) exit 65 ;; esac
        read -r count <count 2>/dev/null || count=0
        count=$((count + 1))
        echo $count >count
        coin=$(printf '%s %s' "$1" "$count" | cksum)
        coin=$((${coin%% *} % 20))
        [ -e calm ] && coin=19
        case $coin in 0|1) exit 3 ;; 2|3) kill -9 $$ ;; esac
        printf '%s\\t%s\\n' "$CHISO_DISPATCH" "$message" >>accepted
        case $coin in 4) exit 1 ;; 5) kill -9 $$ ;; esac
        exit 0

        """

    // MARK: Time

    /// Mostly a day on; now and then some hours, days without a run, or the very same time.
    func goOn() {
        switch chance.number(below: 20) {
        case 0, 1: break
        case 2, 3: now += 360
        case 4, 5, 6: now += (2 + chance.number(below: 13)) * 1440
        default: now += 1440
        }
    }

    /// So many days on.
    func advance(days: Int) { now += days * 1440 }

    private static let start = Date(timeIntervalSince1970: 1_767_225_600 - 7 * 3600)

    private static func minutes(_ instant: Date) -> Int {
        Int((instant.timeIntervalSince(start) / 60).rounded())
    }

    private var arguments: [String] {
        let time = Story.start.addingTimeInterval(Double(now) * 60).formatted(.iso8601)
        return ["alerts", "run", "--now", time, "--language", "en"]
    }

    private func started() throws -> RunningProgram { try RunningProgram(Binary.url, arguments, in: office.folder) }

    // MARK: Runs

    /// How many milliseconds a run takes here, of late.
    private(set) var usualLength = 400

    /// One run to its end.
    func run() throws -> Binary.Result {
        let start = Date()
        let result = try started().finish()
        usualLength = (usualLength * 3 + Int(Date().timeIntervalSince(start) * 1000)) / 4
        return result
    }

    /// A run that is killed after some milliseconds, if it has not ended by then.
    func killedRun(after milliseconds: Int) throws {
        let program = try started()
        usleep(UInt32(milliseconds) * 1000)
        program.signal(SIGKILL)
        _ = try program.finish()
    }

    /// Two at once, of which one may be killed.
    func meetingRuns(killingAfter milliseconds: Int?) throws -> [Binary.Result] {
        let programs = try (0..<2).map { _ in try started() }
        if let milliseconds {
            usleep(UInt32(milliseconds) * 1000)
            programs[0].signal(SIGKILL)
        }
        return try programs.map { try $0.finish() }
    }

    /// Takes the model through the runs that the store knows of since; how many there were.
    func catchUp() throws -> Int {
        let rows = try office.sqlite("SELECT now FROM alert_run WHERE number > \(completed) ORDER BY number")
        let times = try rows.split(separator: "\n").map { text in
            guard
                let time = try? Date(String(text), strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
            else { throw SmallWorkspace.Unexpected(text: "a time \(text)") }
            return Story.minutes(time)
        }
        for time in times { model.run(at: time, day: time / 1440) }
        completed += times.count
        return times.count
    }

    // MARK: What there is

    /// Whether a rule fails at the time that it is.
    var hasFailingRule: Bool { StoryRule.all.contains { $0.fails(day: now / 1440) } }

    /// What is wrong with the states in the store; `nil` where they are the model's.
    func difference() throws -> String? {
        let instances = completed == 0 ? [] : try office.openStore().alertBook().instances
        var found: [String: String] = [:]
        for instance in instances where instance.state.isLive {
            let key = "\(instance.key.rule) \(instance.key.labels.values.first ?? "")"
            let times = [instance.activeSince, instance.firedAt, instance.falseSince].map { $0.map(Story.minutes) }
            found[key] = "\(instance.state.rawValue) \(times)"
        }
        var expected: [String: String] = [:]
        for (key, alert) in model.alerts {
            let state = alert.fired == nil ? "pending" : alert.falseSince == nil ? "firing" : "kept_firing"
            expected["\(key.rule) \(key.label)"] = "\(state) \([alert.since, alert.fired, alert.falseSince])"
        }
        let wrong = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }.sorted()
        return wrong.isEmpty
            ? nil : wrong.map { "\($0): \(found[$0] ?? "–"), not \(expected[$0] ?? "–")" }.joined(separator: "; ")
    }

    /// What the receiver has accepted, each message once, and how many copies of them it got.
    func accepted() throws -> (told: [StoryModel.Told], copies: Int) {
        var messages: [Substring: Substring] = [:]
        var copies = 0
        for line in office.exists("accepted") ? try office.text("accepted").split(separator: "\n") : [] {
            let parts = line.split(separator: "\t", maxSplits: 1)
            guard parts.count == 2, messages[parts[0]] ?? parts[1] == parts[1] else {
                throw SmallWorkspace.Unexpected(text: "two messages of one id: \(line)")
            }
            messages[parts[0]] = parts[1]
            copies += 1
        }
        return (try messages.values.flatMap { try Story.told($0) }.sorted(), copies - messages.count)
    }

    private struct Message: Decodable {
        let kind: String
        let rule: String
        let time: Date
        let alerts: [Alert]

        struct Alert: Decodable {
            let labels: [String: String]
            let firedAt: Date?
        }
    }

    private static func told(_ json: Substring) throws -> [StoryModel.Told] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        decoder.dateDecodingStrategy = .iso8601
        let message = try decoder.decode(Message.self, from: Data(json.utf8))
        return message.alerts.map { alert in
            // What is repeated beside what is new stands in the same message.
            let isRepeated = message.kind == "firing" && alert.firedAt != message.time
            return StoryModel.Told(
                time: minutes(message.time), key: .init(rule: message.rule, label: alert.labels.values.first ?? ""),
                kind: isRepeated ? "repeated" : message.kind)
        }
    }
}
