import Foundation
import Testing

@testable import Delivery

@Suite("A program as a notifier")
struct ProgramTests {
    private let folder: Folder
    private let courier: Courier

    init() throws {
        folder = try Folder()
        courier = Courier(
            workspace: folder.path, environment: ["PATH": "/usr/bin:/bin", "TOKEN": "bí mật của môi trường"])
    }

    private func run(
        _ script: String, _ arguments: [String] = [], timeout: Duration = .seconds(20),
        json: String = #"{"a":"Đức Tân"}"#
    ) throws {
        try folder.write("gửi.sh", "#!/bin/sh\n" + script, mode: 0o700)
        let settings = ProgramSettings(path: "gửi.sh", arguments: arguments, timeout: timeout)
        try courier.deliver(dispatch(json: json), by: .program(settings))
    }

    @Test("it reads the JSON byte for byte, and finds its arguments, the id and the workspace")
    func input() throws {
        let json = #"{"a":"\#(String(repeating: "ộ", count: 300_000))"}"#
        try run(
            "cat > nhận.json; printf '%s|' \"$@\" \"$CHISO_DISPATCH\" \"$TOKEN\" > đối.txt; pwd > chỗ.txt",
            ["a b", "$x", ""], json: json)
        #expect(try folder.read("nhận.json") == json)
        #expect(try folder.read("đối.txt") == "a b|$x||vneid_behind/2026-H1/1|bí mật của môi trường|")
        #expect(try folder.read("chỗ.txt") == folder.path + "\n")
    }

    @Test("it has three descriptors, a process group of its own, and no signal ignored or held back")
    func surroundings() throws {
        // Neither of these is closed by itself when a program starts.
        let leaks = (open("/dev/null", O_RDONLY), dup(2))
        defer {
            close(leaks.0)
            close(leaks.1)
        }
        try run(
            """
            ls /proc/self/fd > fd.txt
            echo $(readlink /proc/$$/fd/1) > out.txt
            echo $$ $(cut -d ' ' -f 5 /proc/$$/stat) > group.txt
            grep -E 'Sig(Blk|Ign)' /proc/self/status > signals.txt
            """)
        // The last one is of `ls` itself, reading the folder.
        #expect(try folder.read("fd.txt") == "0\n1\n2\n3\n")
        #expect(try folder.read("out.txt") == "/dev/null\n")
        let group = try folder.read("group.txt").split(whereSeparator: \.isWhitespace)
        #expect(group[0] == group[1])
        // 32 and 33 are the C library's own.
        let masks = try folder.read("signals.txt").split(separator: "\n").map { $0.split(separator: "\t")[1] }
        #expect(masks.map { UInt64($0, radix: 16).map { $0 & ~0x1_8000_0000 } } == [0, 0])
    }

    @Test("one that reads nothing and ends well has accepted; nobody dies of it")
    func ignoresInput() async {
        await #expect(processExitsWith: .success) {
            signal(SIGPIPE, SIG_DFL)
            let courier = Courier(workspace: "/")
            let long = try dispatch(json: "[\"" + String(repeating: "x", count: 1_000_000) + "\"]")
            for _ in 0..<20 {
                try courier.deliver(long, by: .program(ProgramSettings(path: "/bin/true")))
            }
        }
    }

    @Test(
        "an exit code other than 0 refuses, for now unless it says otherwise",
        arguments: [(3, DeliveryError.Prospect.transient), (75, .transient), (78, .permanent), (65, .permanent)])
    func exit(_ code: Int, _ prospect: DeliveryError.Prospect) throws {
        let error = try failure {
            try run("for i in 1 2 3 4 5 6 7; do echo \"dòng $i\" >&2; done; printf '\\033[1mhết\\n' >&2; exit \(code)")
        }
        #expect(
            error
                == DeliveryError(
                    .programFailed, prospect,
                    facts: [
                        "path": "gửi.sh", "exit": String(code), "text": "dòng 4\ndòng 5\ndòng 6\ndòng 7\n[1mhết",
                    ]))
    }

    @Test("nothing of the environment is in an error")
    func environment() throws {
        let error = try failure { try run("exit 1") }
        #expect(!"\(error)".contains("bí mật"))
    }

    @Test("one that never ends is killed when the time is up, with what it has started")
    func neverEnds() throws {
        let time = try took {
            let error = try failure {
                try run(
                    "trap '' TERM; echo bắt đầu >&2; sh -c 'echo $$ > cháu.txt; sleep 300' & wait; sleep 300",
                    timeout: .milliseconds(1500))
            }
            #expect(
                error
                    == DeliveryError(
                        .programTimedOut, .unknown, facts: ["path": "gửi.sh", "seconds": "1.5", "text": "bắt đầu"]))
        }
        #expect(time < 10)
        let grandchild = try #require(Int(try folder.read("cháu.txt").dropLast()))
        var state: Substring?
        for _ in 0..<100 {
            let status = try? String(contentsOfFile: "/proc/\(grandchild)/stat", encoding: .utf8)
            state = status?.split(separator: " ").dropFirst(2).first
            if state == nil || state == "Z" { break }
            usleep(10_000)
        }
        #expect(state == nil || state == "Z")
    }

    @Test("one that ends while what it has started lives on is not waited for longer")
    func leavesSomebody() throws {
        let time = try took { try run("sleep 20 &\necho $! > cháu.txt\nexit 0") }
        #expect(time < 10)
        if let left = pid_t(try folder.read("cháu.txt").dropLast()) { kill(left, SIGKILL) }
    }

    @Test("one that a signal ends may have accepted")
    func killed() throws {
        let error = try failure { try run("kill -9 $$") }
        #expect(error == DeliveryError(.programKilled, .unknown, facts: ["path": "gửi.sh", "signal": "9"]))
    }

    @Test("one that writes very much is heard out")
    func verbose() throws {
        try run("head -c 10000000 /dev/zero; head -c 10000000 /dev/zero | tr '\\0' x >&2; cat > /dev/null")
        let error = try failure {
            try run("head -c 10000000 /dev/zero | tr '\\0' x >&2; echo >&2; echo cuối >&2; exit 1")
        }
        let lines = try #require(error.facts["text"]).split(separator: "\n")
        #expect(lines.count == 2 && lines[0].count == 301 && lines[1] == "cuối")
    }

    @Test("a program is found by an absolute path or within the workspace, and nowhere else")
    func finding() throws {
        try folder.write("data.txt", "x")
        try folder.write("broken", "#!/no/such/interpreter\n", mode: 0o700)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: "/bin/true")
        func code(_ path: String) throws -> DeliveryError.Code {
            let error = try failure { try courier.deliver(dispatch(), by: .program(ProgramSettings(path: path))) }
            #expect(error.prospect == .permanent)
            return error.code
        }
        try courier.deliver(dispatch(), by: .program(ProgramSettings(path: "/bin/true")))
        #expect(try code("true") == .programMissing)
        #expect(try code("") == .programMissing)
        #expect(try code("/no/such") == .programMissing)
        #expect(try code("../../bin/true") == .programOutside || code("../../bin/true") == .programMissing)
        #expect(try code("link") == .programOutside)
        #expect(try code(".") == .programOutside)
        #expect(try code("data.txt") == .programUnstartable)
        #expect(try code("/tmp") == .programUnstartable)
        #expect(try code("broken") == .programUnstartable)
        #expect(
            try failure {
                try courier.check(.program(ProgramSettings(path: "/bin/true", timeout: .seconds(-1))))
            }.code == .unusableTimeout)
    }
}
