import Foundation
import Testing

@Suite("Messages that are not accepted")
struct AlertOutboxTests {
    private static func program(_ more: String = "") -> String {
        "[notifiers.program]\nkind = \"program\"\npath = \"tell.sh\"\n\(more)"
    }

    /// A program that appends what it gets, once `ok` is there.
    private static let script = """
        cat >message
        echo $CHISO_DISPATCH >>tried
        [ -e ok ] || { echo "not today" >&2; exit 3; }
        cat message >>accepted; echo >>accepted

        """

    private func office(_ more: String = "", script: String = script) throws -> AlertWorkspace {
        let office = try AlertWorkspace(AlertWorkspace.overdue, settings: Self.program(more) + AlertWorkspace.log)
        try office.write(program: "tell.sh", script)
        return office
    }

    @Test("a program gets the message and its id; while it fails, it is tried again after waits that grow")
    func waits() throws {
        let office = try office()
        // The minutes at which a try is due: 5, 15, 60, 180, 360, 720 after the one before.
        var tries = 0
        for (minute, isDue) in [
            (0, true), (4, false), (5, true), (19, false), (20, true), (70, false), (80, true), (260, true),
            (400, false),
            (620, true), (1340, true), (1440, false), (2700, false), (2780, true),
        ] {
            let time = "2026-07-04T00:00"
            let clock = try #require(Self.time(time, plus: minute))
            let result = try office.run(at: clock, status: 75)
            if isDue { tries += 1 }
            #expect(try office.outbox() == ["log accepted 1", "program waiting \(tries)"], "minute \(minute)")
            #expect(result.errors.contains("not today") == isDue, "minute \(minute): \(result.errors)")
            #expect(result.errors.contains("1 waiting"), "\(result.errors)")
        }
        try office.small.write("ok", "")
        try office.run(at: "2026-07-07")
        #expect(try office.outbox() == ["log accepted 1", "program accepted \(tries + 1)"])
        try office.run(at: "2026-07-08")
        let ids = try office.small.text("tried").split(separator: "\n")
        #expect(ids.count == tries + 1 && Set(ids).count == 1)
        #expect(try office.small.text("accepted").contains("\"rule\":\"overdue\""))
        #expect(try office.history().count { $0 == "overdue delivery_failed" } == tries)
        #expect(try office.sent().count == 1)
    }

    private static func time(_ start: String, plus minutes: Int) -> String? {
        let format = DateFormatter()
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "yyyy-MM-dd'T'HH:mm"
        return format.date(from: start).map { format.string(from: $0.addingTimeInterval(Double(minutes) * 60)) }
    }

    @Test("after ten tries and a week it is given up, which outbox shows; --retry tries once more")
    func dead() throws {
        let rule = AlertWorkspace.overdue.replacing("date(task.due)", with: "date \"2020-01-01\"")
            .replacing("2026-08-01", with: "2199-01-01").replacing("repeat_every = \"7d\",", with: "")
        let office = try AlertWorkspace(rule, settings: Self.program() + AlertWorkspace.log)
        try office.write(program: "tell.sh", Self.script)
        for number in 1...9 { try office.run(at: AlertWorkspace.day(number), status: 75) }
        #expect(try office.small.run("alerts", "outbox").output.contains("waiting"))
        let last = try office.run(at: AlertWorkspace.day(10), status: 75)
        #expect(last.errors.contains("1 given up"), "\(last.errors)")
        #expect(try office.outbox() == ["log accepted 1", "program dead 10"])
        let shown = try office.small.run("alerts", "outbox", "--format", "csv").output.split(
            whereSeparator: \.isNewline)
        #expect(
            shown.count == 2 && shown[1].hasPrefix("dead,program,") && shown[1].contains("Overdue task"), "\(shown)")
        #expect(try office.small.run("alerts", "outbox", "--all", "--format", "csv").output.contains("accepted,log"))
        // What was given up is not waited for.
        try office.run(at: AlertWorkspace.day(11))
        #expect(try office.tryRun(at: AlertWorkspace.day(11), "--plugin-status").output.contains("dead=1"))
        #expect(try office.history().contains("overdue delivery_dead"))

        try office.small.write("ok", "")
        let retry = try office.small.run("alerts", "outbox", "--retry")
        #expect(retry.status == 0 && retry.errors.contains("1 message"), "\(retry.all)")
        try office.run(at: AlertWorkspace.day(12))
        #expect(try office.outbox().filter { $0.hasPrefix("program") } == ["program accepted 1"])
        // That messages were given up was told by the other, and that they were not any more.
        #expect(try office.history().count { $0.hasPrefix("delivery_failed ") } == 2)
        #expect(try office.small.run("alerts", "outbox").errors.contains("nothing is left"))
    }

    @Test("an alert whose message reached nobody is told once more when messages go through, before its end is")
    func toldToNobody() throws {
        let rule = AlertWorkspace.overdue.replacing("date(task.due)", with: "date \"2020-01-01\"")
            .replacing("2026-08-01", with: "2027-01-01").replacing("repeat_every = \"7d\",", with: "")
        let office = try AlertWorkspace(rule, settings: Self.program())
        try office.write(program: "tell.sh", Self.script)
        for number in 1...10 { try office.run(at: AlertWorkspace.day(number), status: 75) }
        #expect(try office.outbox() == ["program dead 10"])
        #expect(try office.tryRun(at: AlertWorkspace.day(10), "--plugin-status").status == 1)
        try office.small.write("ok", "")
        try office.run(at: AlertWorkspace.day(11))
        #expect(try office.small.text("accepted").contains("\"kind\":\"firing\""))
        try office.run(at: "2027-02-01")
        let kinds = try office.small.text("accepted").split(separator: "\n").compactMap { line in
            (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["kind"] as? String
        }
        #expect(kinds == ["firing", "resolved"])
    }

    @Test("a program that does not end is stopped, and nobody waits longer for it")
    func endless() throws {
        let office = try office(
            "timeout_s = 1\n", script: "echo $CHISO_DISPATCH >>tried\nwhile :; do sleep 0.05; done\n")
        let start = ContinuousClock.now
        let result = try office.run(at: "2026-07-04", status: 75)
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(result.errors.contains("'program'") && result.errors.contains("1 s"), "\(result.errors)")
        #expect(try office.outbox() == ["log accepted 1", "program waiting 1"])
    }

    @Test(
        "a program that is not there, or not one, is told; the others get theirs",
        arguments: ["rm tell.sh", "chmod -x tell.sh", "printf 'x' >tell.sh", "rm tell.sh; ln -s /bin/true tell.sh"])
    func unusable(_ damage: String) throws {
        let office = try office()
        _ = try office.small.shell(damage)
        let result = try office.run(at: "2026-07-04", status: 75)
        #expect(result.errors.contains("'program'"), "\(result.all)")
        #expect(try office.outbox() == ["log accepted 1", "program waiting 1"])
    }

    @Test("a message that its receiver refuses day after day does not hold up those that follow")
    func poison() throws {
        let office = try office(script: "grep -q task=t1 || grep -q '\"task\":\"t1\"' && exit 3\necho >>accepted\n")
        let second = AlertWorkspace.overdue.replacing("\"overdue\"", with: "\"second\"").replacing("t1", with: "t2")
            .replacing("2026-07-03", with: "2026-07-05")
        try office.write(
            program: "tell.sh", "cat >message\ngrep -q '\"task\":\"t1\"' message && exit 3\necho >>accepted\n")
        try office.write(rules: second, "second")
        for day in ["2026-07-04", "2026-07-05", "2026-07-06"] { try office.run(at: day, status: 75) }
        #expect(
            try office.outbox() == [
                "log accepted 1", "program waiting 3", "log accepted 1", "program accepted 1",
            ])
    }

    @Test("a receiver that cannot be reached is asked once in a run, however many messages wait for it")
    func unreachable() throws {
        let many = (1...4).map { number in
            AlertWorkspace.overdue.replacing("\"overdue\"", with: "\"r\(number)\"")
        }
        let office = try AlertWorkspace(
            many.joined(separator: "\n"),
            settings: Self.program("timeout_s = 1\n") + AlertWorkspace.log)
        try office.write(program: "tell.sh", "echo >>tried\nwhile :; do sleep 0.05; done\n")
        try office.run(at: "2026-07-04", status: 75)
        #expect(try office.small.text("tried").count == 1)
        #expect(try office.outbox().count { $0 == "program waiting 0" } == 3)
        #expect(try office.sent().count == 4)
    }

    @Test("a notifier that was taken out of chiso.toml leaves its messages waiting, and is told")
    func removed() throws {
        let office = try office()
        try office.run(at: "2026-07-04", status: 75)
        try office.write(settings: AlertWorkspace.log)
        let result = try office.run(at: "2026-07-05", status: 75)
        #expect(result.errors.contains("'program'") && result.errors.contains("not in chiso.toml"), "\(result.all)")
    }

    @Test("a file that cannot be written holds its messages back, and they come in their order")
    func file() throws {
        let office = try AlertWorkspace(AlertWorkspace.overdue)
        _ = try office.small.shell("mkdir sent.jsonl")
        try office.run(at: "2026-07-04", status: 75)
        try office.run(at: "2026-07-11", status: 75)
        _ = try office.small.shell("rmdir sent.jsonl")
        try office.run(at: "2026-08-01")
        #expect(try office.sent().map(\.kind) == ["firing", "repeated", "resolved"])
    }
}
