import Foundation
import Testing

@testable import Delivery

@Suite("A file as a notifier")
struct FileTests {
    private let folder: Folder
    private let courier: Courier

    init() throws {
        folder = try Folder()
        courier = Courier(workspace: folder.path)
    }

    private func append(_ id: String, to path: String = "gửi.jsonl", json: String = "{}") throws {
        try courier.deliver(dispatch(id: id, json: json), by: .file(path: path))
    }

    private func line(_ id: String, _ json: String = "{}") -> String {
        #"{"id":"\#(id)","date":"2026-06-30T23:00:00Z","message":\#(json)}"# + "\n"
    }

    @Test("a line a dispatch, in a file for its owner only", arguments: bothForms("Đức Tân 🇻🇳"))
    func lines(_ label: String) throws {
        try append("a", json: "{\n  \"label\": \"\(label)\\n\"\r\n}\n")
        try append("b\"\\'")
        let text = try folder.read("gửi.jsonl")
        #expect(Array(text.utf8) == Array((line("a", "{   \"label\": \"\(label)\\n\"  } ") + line(#"b\"\\'"#)).utf8))
        for line in text.split(separator: "\n") { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/gửi.jsonl")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test("an id that is there is not written twice, and no other is taken for it")
    func twice() throws {
        for id in ["a", "b", "a", "ab", "b", "ab"] { try append(id) }
        #expect(try folder.read("gửi.jsonl") == line("a") + line("b") + line("ab"))
    }

    @Test("an id among the last lines of a long file is found, one far before is not looked for")
    func longFile() throws {
        let filler = String(repeating: "x", count: 1000)
        let lines = (0..<3000).map { line("n\($0)", "\"\(filler)\"") }.joined()
        try folder.write("gửi.jsonl", lines)
        try append("n2500")
        #expect(try folder.read("gửi.jsonl").utf8.count == lines.utf8.count)
        try append("n1")
        #expect(try folder.read("gửi.jsonl") == lines + line("n1"))
    }

    @Test("a line that was left half written gives way", arguments: [1, 5, 9, 20, 55])
    func half(_ count: Int) throws {
        try folder.write("gửi.jsonl", line("a") + line("b", "\"Đức Tân\"").prefix(count))
        try append("b")
        #expect(try folder.read("gửi.jsonl") == line("a") + line("b"))
        try folder.write("gửi.jsonl", String(line("b").prefix(count)))
        try append("b")
        #expect(try folder.read("gửi.jsonl") == line("b"))
    }

    @Test("a half line longer than what is searched gives way too")
    func longHalf() throws {
        let half = line("b", "\"" + String(repeating: "x", count: 3_000_000)).dropLast(2)
        try folder.write("gửi.jsonl", line("a") + half)
        try append("b")
        #expect(try folder.read("gửi.jsonl") == line("a") + line("b"))
    }

    @Test("a whole last line without its end gets one, and what others have put there stays")
    func unended() throws {
        try folder.write("gửi.jsonl", String(line("a").dropLast()))
        try append("a")
        try append("b")
        #expect(try folder.read("gửi.jsonl") == line("a") + line("b"))
        try folder.write("gửi.jsonl", "ghi chú của tôi")
        try append("a")
        #expect(try folder.read("gửi.jsonl") == "ghi chú của tôi\n" + line("a"))
    }

    @Test("a full disk is said, for a device as for a file")
    func full() throws {
        let error = try failure { try append("a", to: "/dev/full") }
        #expect(error == DeliveryError(.diskFull, .transient, facts: ["path": "/dev/full"]))
        try append("a", to: "/dev/null")
    }

    @Test("a file that would grow past its limit is left as it was")
    func limit() async {
        await #expect(processExitsWith: .success) {
            signal(SIGXFSZ, SIG_IGN)
            let folder = try Folder()
            let path = try folder.write("gửi.jsonl", String(repeating: "x\n", count: 500))
            var limit = rlimit(rlim_cur: 1010, rlim_max: 1010)
            try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
            let error = try failure { try Courier(workspace: "/").deliver(dispatch(), by: .file(path: path)) }
            #expect(error.code == .cannotWrite && error.prospect == .transient)
            #expect(try folder.read("gửi.jsonl") == String(repeating: "x\n", count: 500))
        }
    }

    @Test("what is no file, or may not be written, is refused")
    func refused() throws {
        mkfifo(folder.path + "/ống", 0o600)
        func found(_ path: String) throws -> DeliveryError.Code {
            let checked = try failure { try courier.check(.file(path: path)) }
            let error = try failure { try append("a", to: path) }
            #expect(error.prospect == .permanent && error == checked)
            return error.code
        }
        #expect(try found(".") == .notAFile)
        #expect(try found("ống") == .notAFile)
        #expect(try found("none/gửi.jsonl") == .cannotWrite)
        #expect(try found("/proc/version/x") == .cannotWrite)
    }

    @Test("a file that may not be written is refused")
    func denied() async {
        await #expect(processExitsWith: .success) {
            let folder = try Folder()
            let path = try folder.write("gửi.jsonl", "", mode: 0o400)
            chmod(folder.path, 0o755)
            // Root may write everything.
            if getuid() == 0 { try #require(seteuid(65_534) == 0) }
            let courier = Courier(workspace: "/")
            let errors = [
                try failure { try courier.deliver(dispatch(), by: .file(path: path)) },
                try failure { try courier.check(.file(path: path)) },
            ]
            seteuid(getuid())
            #expect(errors.allSatisfy { $0 == DeliveryError(.permissionDenied, .permanent, facts: ["path": path]) })
        }
    }

    @Test("a file that another holds is waited for, but not for ever")
    func busy() throws {
        let path = try folder.write("gửi.jsonl", "")
        let holder = open(path, O_RDWR | O_CLOEXEC)
        flock(holder, LOCK_EX)
        let file = DispatchFile(path: path, patience: .milliseconds(200))
        let error = try failure { try file.append(dispatch()) }
        #expect(error == DeliveryError(.fileBusy, .transient, facts: ["path": path, "seconds": "0.2"]))
        close(holder)
        try file.append(dispatch())
    }

    @Test("many threads at once, each dispatch tried three times")
    func threads() throws {
        let dispatches = try (0..<60).map { try dispatch(id: "d\($0 % 20)") }
        let courier = courier
        DispatchQueue.concurrentPerform(iterations: dispatches.count) { number in
            do { try courier.deliver(dispatches[number], by: .file(path: "gửi.jsonl")) } catch { Issue.record(error) }
        }
        let lines = try folder.read("gửi.jsonl").split(separator: "\n")
        #expect(lines.count == 20 && Set(lines).count == 20)
    }

    @Test("looking whether it could be written makes no file")
    func check() throws {
        try courier.check(.file(path: "mới.jsonl"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/mới.jsonl"))
    }
}
