import Foundation
import Testing

@testable import Delivery

@Suite("Standard output as a notifier")
struct OutputTests {
    private func piped(_ body: (Int32) throws -> Void) throws -> String {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        do {
            defer { close(ends[1]) }
            try body(ends[1])
        }
        return String(decoding: try FileHandle(fileDescriptor: ends[0]).readToEnd() ?? Data(), as: UTF8.self)
    }

    @Test("the subject, the text and an empty line", arguments: bothForms("Đức Tân 🇻🇳"))
    func text(_ label: String) throws {
        let written = try piped { descriptor in
            try StandardOutput.write(dispatch(subject: label, text: "một\r\nhai\u{1B}[31m\u{7}\tba"), to: descriptor)
            try StandardOutput.write(dispatch(subject: "b", text: "c\n"), to: descriptor)
        }
        #expect(Array(written.utf8) == Array("\(label)\nmột\nhai\u{FFFD}[31m\u{FFFD}\tba\n\nb\nc\n\n".utf8))
    }

    @Test("a full device, and a reader who is gone, are failures; nobody dies of it")
    func failures() async {
        await #expect(processExitsWith: .success) { try OutputTests.fail() }
    }

    private static func fail() throws {
        signal(SIGPIPE, SIG_DFL)
        let full = open("/dev/full", O_WRONLY)
        #expect(try failure { try StandardOutput.write(dispatch(), to: full) }.code == .diskFull)
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        let broken = ends[1]
        let error = try failure { try StandardOutput.write(dispatch(), to: broken) }
        #expect(error.code == .cannotWrite && error.facts["reason"] == "Broken pipe")
    }

    @Test("a reader who does not read is not waited for without end")
    func stuck() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        let long = try dispatch(text: String(repeating: "dài ", count: 100_000))
        let error = try failure { try StandardOutput.write(long, to: ends[1], timeout: .milliseconds(200)) }
        #expect(error == DeliveryError(.outputStuck, .unknown, facts: ["seconds": "0.2"]))
    }
}
