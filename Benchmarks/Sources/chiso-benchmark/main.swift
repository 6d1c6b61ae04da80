import Foundation

// Keys an interview, simulates the census of 12,000 households, exports it, imports it into an empty store, evaluates every
// indicator, checks every validation, estimates from a sample, writes the six-monthly report, gives a recorded run again,
// and runs 10,000 alerts: time and peak memory, each of a whole process.

let arguments = CommandLine.arguments
guard arguments.count == 2 || arguments.count == 3 else {
    print(
        "usage: chiso-benchmark CHISO [WORKSPACE]\n  CHISO: the release binary; WORKSPACE: the repository (default: the folder above)"
    )
    exit(64)
}
let chiso = URL(fileURLWithPath: arguments[1]).path
let repository = URL(fileURLWithPath: arguments.count == 3 ? arguments[2] : "..", isDirectory: true)

/// A copy of the repository's workspace with an empty store.
func workspace(_ name: String, in folder: URL) throws -> URL {
    let copy = folder.appendingPathComponent(name, isDirectory: true)
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    for part in ["chiso.toml", "Surveys", "Rules"] {
        try FileManager.default.copyItem(
            at: repository.appendingPathComponent(part), to: copy.appendingPathComponent(part))
    }
    let frame = repository.appendingPathComponent("Examples/demo/make-frame.sh").path
    _ = try Timing.run([frame, copy.path])
    return copy
}

func lines(of file: URL) throws -> Int {
    try Data(contentsOf: file).lazy.filter { $0 == UInt8(ascii: "\n") }.count
}

func report(_ name: String, _ cost: Cost, _ more: String = "") {
    let seconds = String(format: "%.3f s", cost.seconds)
    print("\(name): \(seconds), peak \(Int(cost.peak)) MiB\(more)")
}

do {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("chiso-benchmark-\(getpid())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = try workspace("source", in: folder)
    let target = try workspace("target", in: folder)
    let households = folder.appendingPathComponent("household.csv")
    let persons = folder.appendingPathComponent("household-person.csv")

    report("start-up (--version)", try Timing.median(of: 11, [chiso, "--version"]))
    report("check", try Timing.median(of: 5, [chiso, "check", "--quiet", "--workspace", target.path]))
    let keys = try Keystrokes(chiso: chiso, in: folder)
    print(
        String(
            format: "a keystroke in an interview: median %.1f ms, p95 %.1f ms, longest %.1f ms",
            keys.quantile(0.5), keys.quantile(0.95), keys.quantile(1)))
    print(String(format: "the answer that makes 20 members: %.1f ms", keys.members * 1000))
    let simulated = try Timing.run([
        chiso, "simulate", "household", "--seed", "1", "--period", "2026-H1", "--quiet", "--workspace", source.path,
    ])
    report("simulate the census", simulated)
    report(
        "export",
        try Timing.run([
            chiso, "data", "export", "household", households.path, "--include-personal", "--quiet", "--workspace",
            source.path,
        ]))
    let imported = try Timing.run([
        chiso, "data", "import", "household", households.path, "--roster", "person=\(persons.path)", "--quiet",
        "--workspace",
        target.path,
    ])
    let rows = try lines(of: households) + lines(of: persons) - 2
    report("import of \(rows) rows", imported, String(format: ", %.0f rows a second", Double(rows) / imported.seconds))
    let eval = [chiso, "eval", "--period", "2026-H1", "--as-of", "2026-12-31", "--quiet", "--workspace", target.path]
    report("evaluate every indicator", try Timing.median(of: 5, eval))
    report("the same with the indicators' own splits", try Timing.median(of: 5, eval + ["--format", "json"]))
    let place = ["--quiet", "--workspace", target.path]
    report("every validation", try Timing.median(of: 3, [chiso, "data", "validate", "--period", "2026-H1"] + place))
    report(
        "the six-monthly report",
        try Timing.median(
            of: 3, [chiso, "report", "six_month", "--period", "2026-H1", "--as-of", "2026-12-31"] + place))
    let recorded = try Timing.run(eval + ["--record"])
    report("an evaluation that is kept as a run", recorded)
    let run = try Timing.output([chiso, "runs", "--format", "csv"] + place).split(separator: "\n")[1].prefix {
        $0 != ","
    }
    report("the run again", try Timing.median(of: 3, [chiso, "eval", "--run", String(run)] + place))
    let drawn = ["--period", "2026-H2", "--quiet", "--workspace", source.path]
    _ = try Timing.run([chiso, "simulate", "household", "--seed", "1", "--sample", "80"] + drawn)
    report(
        "estimates from a sample of 80 a village, with the indicators' own splits",
        try Timing.median(of: 5, [chiso, "eval", "--as-of", "2026-12-31", "--format", "json"] + drawn))
    let alerts = try Alerts(chiso: chiso, in: folder)
    for (name, day) in [("begin to fire", 1), ("are still on", 2), ("are over", 20)] {
        let cost = try alerts.run(day)
        report(
            "alerts run, \(Alerts.count) that \(name)", cost,
            String(format: ", %.3f of the simulation", cost.seconds / simulated.seconds))
    }
} catch {
    print("chiso-benchmark: \(error)")
    exit(1)
}
