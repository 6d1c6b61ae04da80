import Foundation

// Sections are measured one after the other, each printed as soon as it is there. The file of --output is written at the
// end, so that it is never half a page.

let arguments: Arguments
do {
    arguments = try Arguments.parse()
} catch {
    if Arguments.exitCode(for: error) == .success { Arguments.exit(withError: error) }
    // A list of what would have been right stands on lines of its own.
    let message = Arguments.message(for: error).replacing(":\n  - ", with: ": ").replacing("\n  - ", with: ", ")
    Progress.say("chiso-benchmark: \(message)")
    exit(64)
}

do {
    let signals = Interruption.watch()
    defer { signals.forEach { $0.cancel() } }
    let work = try WorkFolder(keptAt: arguments.data)
    defer { work.removeUnlessKept() }
    let bench = try Bench(arguments, work: work)
    var page = try Page(head: bench.head())
    Progress.show(page.head)
    for section in arguments.sections {
        Progress.say("\(section.rawValue) …")
        let measured = try section.measure(on: bench)
        Progress.show(measured.markdown)
        page.sections.append(measured)
    }
    if let output = arguments.output {
        try Data(page.markdown.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
    }
} catch {
    Interruption.waitIfUnderWay()
    Progress.say("chiso-benchmark: \(Failure(error))")
    exit(1)
}
