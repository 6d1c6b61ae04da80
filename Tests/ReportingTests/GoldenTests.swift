import Foundation
import Reporting
import Testing

/// The report as it stood when somebody last looked at it and found it good.
///
/// After an intended change: run the tests with `CHISO_RENEW_GOLDEN=1`, then read the difference before committing it.
@Suite("Golden files")
struct GoldenTests {
    @Test("a six-monthly report looks as it did", arguments: [80, 100, 120])
    func sixMonthReport(width: Int) throws {
        let rendered = TextRenderer(width: width).render(try SixMonthReport().document())
        try GoldenTests.expectGolden("six-month-\(width).txt", rendered)
    }

    @Test("the same report without any drawing characters looks as it did")
    func ascii() throws {
        let rendered = TextRenderer(width: 80, drawing: .ascii).render(try SixMonthReport().document(status: .final))
        try GoldenTests.expectGolden("six-month-80-ascii.txt", rendered)
    }

    /// Compares a rendering with the file of a name; renews the file where the environment asks for it.
    static func expectGolden(_ name: String, _ rendered: String) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
        if ProcessInfo.processInfo.environment["CHISO_RENEW_GOLDEN"] == "1" {
            try Data(rendered.utf8).write(to: file)
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        let expected = golden.split(separator: "\n", omittingEmptySubsequences: false)
        let found = rendered.split(separator: "\n", omittingEmptySubsequences: false)
        let difference = zip(expected, found).enumerated().first { $0.element.0 != $0.element.1 }
        #expect(
            golden == rendered,
            "first difference in line \((difference?.offset ?? min(expected.count, found.count)) + 1) of \(name)")
    }
}
