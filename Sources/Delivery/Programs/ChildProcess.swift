import CSpawn
import Foundation

/// A program that was started in a process group of its own: with a pipe as standard input and one as standard error,
/// with nothing as standard output, with no other descriptor, and with no signal held back or ignored.
struct ChildProcess {
    let id: pid_t
    let input: Int32
    let errors: Int32

    struct Failure: Error {
        let number: Int32
        /// Whether another try would fail in the same way.
        var isLasting: Bool { ![EAGAIN, ENOMEM, ETXTBSY, EMFILE, ENFILE].contains(number) }
    }

    init(
        _ path: String, _ arguments: [String], in folder: String, environment: [String: String]
    ) throws(Failure) {
        let input = try PipeEnds()
        let errors: PipeEnds
        do throws(Failure) {
            errors = try PipeEnds()
        } catch {
            input.closeBoth()
            throw error
        }
        do throws(Failure) {
            id = try Self.start(path, arguments, folder, environment, input.reading, errors.writing)
        } catch {
            input.closeBoth()
            errors.closeBoth()
            throw error
        }
        close(input.reading)
        close(errors.writing)
        self.input = input.writing
        self.errors = errors.reading
        for end in [input.writing, errors.reading] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    }

    private static func start(
        _ path: String, _ arguments: [String], _ folder: String, _ environment: [String: String], _ input: Int32,
        _ errors: Int32
    ) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        let steps = [
            posix_spawnattr_setpgroup(&attributes, 0),
            posix_spawnattr_setsigmask(&attributes, &none),
            posix_spawnattr_setsigdefault(&attributes, &all),
            posix_spawnattr_setflags(
                &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)),
            posix_spawn_file_actions_adddup2(&actions, input, 0),
            posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0),
            posix_spawn_file_actions_adddup2(&actions, errors, 2),
            posix_spawn_file_actions_addclosefrom_np(&actions, 3),
            posix_spawn_file_actions_addchdir_np(&actions, folder),
        ]
        if let number = steps.first(where: { $0 != 0 }) { throw Failure(number: number) }
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        var settings = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var child: pid_t = 0
        let number = posix_spawn(&child, path, &actions, &attributes, &words, &settings)
        guard number == 0 else { throw Failure(number: number) }
        return child
    }
}

/// A pipe, whose ends are none of the three that a program finds open, and are closed in others.
private struct PipeEnds {
    let reading: Int32
    let writing: Int32

    init() throws(ChildProcess.Failure) {
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw ChildProcess.Failure(number: errno) }
        if ends.allSatisfy({ $0 > 2 }) {
            (reading, writing) = (ends[0], ends[1])
            return
        }
        let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 3) }
        let number = errno
        for end in ends { close(end) }
        guard moved.allSatisfy({ $0 > 2 }) else {
            for end in moved where end >= 0 { close(end) }
            throw ChildProcess.Failure(number: number)
        }
        (reading, writing) = (moved[0], moved[1])
    }

    func closeBoth() {
        close(reading)
        close(writing)
    }
}
