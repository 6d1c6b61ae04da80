import Foundation

/// A pseudo-terminal: what a window would be, on its one side, and a terminal for a program on the other.
package final class PseudoTerminal {
    package struct Failure: Error {}

    /// The side of the window; -1 once that is closed.
    package private(set) var window: Int32
    /// The side of the program.
    package let terminal: Int32
    private let path: String
    package private(set) var written: [UInt8] = []

    package init(columns: Int = 80, rows: Int = 24) throws {
        // Not by openpty: a program that another test starts meanwhile must not come to hold the ends.
        window = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
        var lock: Int32 = 0
        var number: UInt32 = 0
        guard ioctl(window, 0x4004_5431, &lock) == 0 else { throw Failure() }  // TIOCSPTLCK
        guard ioctl(window, 0x8004_5430, &number) == 0 else { throw Failure() }  // TIOCGPTN
        path = "/dev/pts/\(number)"
        terminal = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard terminal >= 0 else { throw Failure() }
        resize(columns: columns, rows: rows)
    }

    deinit {
        closeWindow()
        close(terminal)
    }

    package func resize(columns: Int, rows: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(window, UInt(TIOCSWINSZ), &size)
    }

    package func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(window, bytes, bytes.count)
    }

    package func closeWindow() {
        if window >= 0 { close(window) }
        window = -1
    }

    /// The settings that `stty` would show.
    package var settings: [UInt32] {
        var settings = termios()
        _ = tcgetattr(terminal, &settings)
        return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
    }

    package var isRaw: Bool { settings[3] & UInt32(ICANON | ECHO | ISIG) == 0 }

    /// Takes in what the program has written, and gives all of it.
    @discardableResult
    package func read() -> String {
        var bytes = [UInt8](repeating: 0, count: 4096)
        while window >= 0 {
            let count = Foundation.read(window, &bytes, bytes.count)
            guard count > 0 else { break }
            written += bytes.prefix(count)
        }
        return String(decoding: written, as: UTF8.self)
    }

    /// Starts a program with this as its controlling terminal.
    package func start(_ program: String, _ arguments: [String], environment: [String: String]) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF) | 0x80)  // POSIX_SPAWN_SETSID
        // What the tests' own parent ignores (nohup, a script's background job) is not ignored here.
        var heard = sigset_t()
        sigfillset(&heard)
        posix_spawnattr_setsigdefault(&attributes, &heard)
        posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var settings = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var child: pid_t = 0
        guard posix_spawn(&child, program, &actions, &attributes, &words, &settings) == 0 else { throw Failure() }
        return child
    }
}
