import Messages
import ScriptTesting
import Scripting

/// What a run of the tests found, and how it is told.
struct TestResults {
    let outcomes: [TestOutcome]
    /// What is wrong in the files of the tests.
    let diagnostics: [Diagnostic]
    /// What ran of the scripts, where that was measured.
    let coverage: Coverage?
    let folder: WorkspaceFolder

    var failed: Int { outcomes.count { $0.failure != nil } }

    // MARK: For people

    /// - Parameters:
    ///   - filter: what the tests' names had to contain.
    ///   - listed: the scripts that are printed with what ran of them.
    func tell(filter: String?, tellsCoverage: Bool, listed: [ScriptPath]) {
        let printer = DiagnosticPrinter(folder: folder, language: Console.language)
        printer.print(diagnostics)
        for outcome in outcomes {
            guard let failure = outcome.failure else { continue }
            printer.print([told(failure, of: outcome)])
            if let difference = TestDifference(failure.message) {
                difference.lines(in: Console.language).forEach { Console.diagnostic("    " + $0) }
            }
        }
        if let coverage {
            for file in coverage.files where listed.contains(where: { $0.holds(file.path) }) {
                Console.out(CoverageListing(file: file).text(in: Console.language))
            }
            if tellsCoverage { Console.out(CoverageTable(coverage: coverage).text(in: Console.language)) }
        }
        if outcomes.isEmpty {
            Console.note(Message("N-TEST-002", filter.map { ["name": $0] } ?? [:]))
        } else {
            let counts = ["count": "\(outcomes.count - failed)", "failed": "\(failed)"]
            Console.out(Message("N-TEST-001", counts).text(in: Console.language))
        }
    }

    /// The failure, under its own code, with the test's name.
    private func told(_ failure: Diagnostic, of outcome: TestOutcome) -> Diagnostic {
        var facts = failure.message.facts
        facts["test"] = outcome.test.name
        return Diagnostic(at: failure.place ?? outcome.test.place, Message(failure.message.code, facts))
    }

    // MARK: For programs

    var json: JSON {
        let rows = outcomes.map { outcome in
            var fields: [(String, JSON)] = [
                ("name", .string(outcome.test.name)), ("file", .string(outcome.test.place.file)),
                ("line", .integer(outcome.test.place.line)),
                ("status", .string(outcome.failure == nil ? "passed" : "failed")),
                ("seconds", .number(outcome.seconds)),
                ("failure", outcome.failure.map(DiagnosticJSON.json) ?? .null),
            ]
            if let failure = outcome.failure, let difference = TestDifference(failure.message) {
                fields += [
                    ("expected", .string(difference.expected)), ("found", .string(difference.found)),
                    ("difference", difference.difference.map { .string($0) } ?? .null),
                ]
            }
            return JSON.object(fields)
        }
        var fields: [(String, JSON)] = [
            ("passed", .integer(outcomes.count - failed)), ("failed", .integer(failed)), ("tests", .array(rows)),
            ("diagnostics", .array(diagnostics.map(DiagnosticJSON.json))),
        ]
        if let coverage { fields.append(("coverage", json(coverage))) }
        return .object(fields)
    }

    private func json(_ coverage: Coverage) -> JSON {
        func count(_ count: CoverageCount) -> JSON {
            .object([("ran", .integer(count.ran)), ("all", .integer(count.all)), ("percent", .number(count.percent))])
        }
        let files = coverage.files.map { file in
            JSON.object([
                ("file", .string(file.path)), ("lines", count(file.lineCount)), ("branches", count(file.branchCount)),
            ])
        }
        return .object([("total", count(coverage.total)), ("files", .array(files))])
    }

    /// The results in the form of JUnit that CI systems read: a suite a file, a case a test.
    var junit: String {
        let files = Dictionary(grouping: outcomes, by: \.test.place.file).sorted { $0.key < $1.key }
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuites tests=\"\(outcomes.count)\" failures=\"\(failed)\">\n"
        for (file, outcomes) in files {
            let failed = outcomes.count { $0.failure != nil }
            text += "  <testsuite name=\"\(file.asXML)\" tests=\"\(outcomes.count)\" failures=\"\(failed)\""
            text += " time=\"\(outcomes.map(\.seconds).reduce(0, +))\">\n"
            for outcome in outcomes { text += junit(outcome) }
            text += "  </testsuite>\n"
        }
        return text + "</testsuites>\n"
    }

    private func junit(_ outcome: TestOutcome) -> String {
        let place = outcome.test.place
        let head =
            "    <testcase classname=\"\(place.file.asXML)\" name=\"\(outcome.test.name.asXML)\""
            + " file=\"\(place.file.asXML)\" line=\"\(place.line)\" time=\"\(outcome.seconds)\""
        guard let failure = outcome.failure else { return head + "/>\n" }
        let sentence = failure.message.text(in: Console.language)
        let difference = TestDifference(failure.message)?.lines(in: Console.language).joined(separator: "\n")
        let body = [failure.place.map { "\($0)" }, sentence, difference].compactMap { $0 }.joined(separator: "\n")
        return head + ">\n      <failure type=\"\(failure.message.code)\" message=\"\(sentence.asXML)\">"
            + "\(body.asXML)</failure>\n    </testcase>\n"
    }
}

extension String {
    /// The text as XML 1.0 holds it; characters that it cannot hold are replaced.
    fileprivate var asXML: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "\n", "\t": text += "&#\(scalar.value);"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: text += "\u{FFFD}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
