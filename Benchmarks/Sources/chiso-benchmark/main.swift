import Foundation

// Keys an interview, simulates the census of 12,000 households, exports it, imports it into an empty store, and evaluates every indicator:
// import rate, evaluation time, peak memory, each of a whole process.

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
    report(
        "simulate the census",
        try Timing.run([
            chiso, "simulate", "household", "--seed", "1", "--period", "2026-H1", "--quiet", "--workspace", source.path,
        ]))
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
} catch {
    print("chiso-benchmark: \(error)")
    exit(1)
}
