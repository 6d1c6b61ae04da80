import Foundation
import Synchronization

/// A terminal taken over for a full-screen program; the only part of this module that touches the world.
///
/// Bytes of frames go out, events come in. While it is open the terminal is in raw mode, on its alternate screen, with
/// bracketed paste, and every key is told, Ctrl+C and Ctrl+Z too. It is given back however the program ends: by
/// `close()`, when the last reference goes, at `exit`, and when a signal kills it, but for SIGKILL.
///
/// ```swift
/// let device = try TerminalDevice()
/// defer { device.close() }
/// var renderer = ScreenRenderer(capabilities: Capabilities(environment: environment))
/// while isGoingOn {
///     device.write(renderer.render(frame(for: state), size: device.size))
///     switch device.nextEvent() {
///     case .key(.control("z")): device.suspend()
///     case .key(let key): state.handle(key)
///     case .resized: continue
///     case .resumed: renderer.invalidate()
///     case .hangup, .terminated: state.saveAndEnd()
///     case nil: continue
///     }
/// }
/// ```
///
/// It belongs to the thread that opened it.
public final class TerminalDevice {
    private static let isOpen = Atomic<Bool>(false)

    let input: Int32
    private let output: Int32
    /// The terminal opened once more, if that could be done.
    private let ownOutput: Int32?
    private let environment: [String: String]
    private let record: UnsafeMutablePointer<Restoration.Record>
    private var isClosed = false

    var decoder = KeyDecoder()
    /// Events that are known and not yet told.
    var queue: [TerminalEvent] = []
    /// Signals that were taken and not yet told.
    var signals: UInt64 = 0
    /// When the decoder's patience ends.
    var patienceEnd: ContinuousClock.Instant?
    var hasHungUp = false

    /// Takes the terminal over.
    /// - Parameters:
    ///   - input: the descriptor that keys are read from.
    ///   - output: the descriptor that is written to.
    ///   - environment: `LINES` and `COLUMNS` are read from it where the system does not know the size.
    /// - Throws: `notATerminal` if one of them is none, and nothing was changed then.
    public init(
        input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(TerminalError) {
        guard isatty(input) == 1, isatty(output) == 1 else { throw .notATerminal }
        guard !Self.isOpen.exchange(true, ordering: .sequentiallyConsistent) else { throw .inUse }
        let settings: termios
        do {
            try SignalRelay.install()
            settings = try Self.settings(of: input)
        } catch {
            Self.release()
            throw error
        }
        self.input = input
        ownOutput = Self.opened(output)
        self.output = ownOutput ?? output
        record = Restoration.makeRecord(
            input: input, output: self.output, settings: settings, farewell: Sequences.farewell)
        self.environment = environment
        do {
            try enter()
        } catch {
            close()
            throw error
        }
    }

    deinit { close() }

    /// Gives the terminal back. Safe to call twice.
    public func close() {
        guard !isClosed else { return }
        isClosed = true
        Restoration.perform()
        Self.release()
        if let ownOutput { Foundation.close(ownOutput) }
    }

    /// Opens the terminal once more, so that writing to it never blocks: it says that it can be written to with room for
    /// one byte, and the setting is not to be changed under the shell, which shares the descriptor given. That may not be
    /// allowed, as after `su`; then a terminal that takes nothing holds the process up.
    private static func opened(_ output: Int32) -> Int32? {
        let own = open("/proc/self/fd/\(output)", O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        return own < 0 ? nil : own
    }

    private static func release() {
        SignalRelay.uninstall()
        isOpen.store(false, ordering: .sequentiallyConsistent)
    }

    /// The settings to go back to. A program begun in the background waits until it is in front, for until then they
    /// are those of the shell's own editing.
    private static func settings(of input: Int32) throws(TerminalError) -> termios {
        while Restoration.isInBackground(input) {
            guard !SignalRelay.isPending(SignalRelay.ending + [SIGHUP]), SignalRelay.stopUntilContinued() else {
                throw .refused(call: "tcgetattr", code: EIO)
            }
        }
        var settings = termios()
        guard tcgetattr(input, &settings) == 0 else { throw .refused(call: "tcgetattr", code: errno) }
        return settings
    }

    /// The size of the window: as the system knows it, else as `COLUMNS` and `LINES` say, else 80 by 24.
    public var size: TerminalSize {
        for descriptor in [output, input] {
            var window = winsize()
            if ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 {
                return TerminalSize(columns: Int(window.ws_col), rows: Int(window.ws_row))
            }
        }
        func number(_ name: String, or usual: Int) -> Int {
            environment[name].flatMap { Int($0) }.flatMap { (1...9999).contains($0) ? $0 : nil } ?? usual
        }
        return TerminalSize(
            columns: number("COLUMNS", or: TerminalSize.usual.columns),
            rows: number("LINES", or: TerminalSize.usual.rows))
    }

    /// Writes to the terminal, all of it. A terminal that has gone swallows it, and `nextEvent` tells `.hangup`; one
    /// that takes nothing is waited for, but not once the process shall end.
    public func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty, !hasHungUp, Restoration.isArmed {
            var descriptor = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
            let isReady = poll(&descriptor, 1, 200) > 0
            let count = isReady ? rest.withUnsafeBytes { Foundation.write(output, $0.baseAddress, $0.count) } : 0
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count < 0, errno == EAGAIN {
                // There was room, but not for a whole sign.
                usleep(1000)
            } else if count < 0, errno != EINTR {
                hasHungUp = true
            }
            if count <= 0, SignalRelay.isPending(SignalRelay.ending + [SIGHUP]) { return }
        }
    }

    /// Gives the terminal back and stops the process, as Ctrl+Z does in programs that leave it to the system. When the
    /// process goes on, takes the terminal over again, and `.resumed` is the next event.
    public func suspend() {
        guard !isClosed, !hasHungUp else { return }
        Restoration.perform()
        let hasStopped = SignalRelay.stopUntilContinued()
        // Between, the shell or the user may have chosen other settings.
        if hasStopped, !Restoration.isInBackground(input) { tcgetattr(input, &record.pointee.settings) }
        resume()
    }

    /// Takes the terminal over again after a stop. In the background it stops once more, as a program does that wants
    /// to read there. One that shall end leaves the terminal as it is: a shell ends a stopped job by waking it.
    func resume() {
        while true {
            if SignalRelay.isPending(SignalRelay.ending + [SIGHUP]) { return Restoration.perform() }
            guard Restoration.isInBackground(input) else { break }
            guard SignalRelay.stopUntilContinued() else {
                hasHungUp = true
                return
            }
        }
        do {
            try enter()
            queue.insert(.resumed, at: 0)
        } catch {
            hasHungUp = true
        }
    }

    private func enter() throws(TerminalError) {
        var settings = record.pointee.settings
        cfmakeraw(&settings)
        // What other parts of the program write keeps its line ends.
        settings.c_oflag = record.pointee.settings.c_oflag
        Restoration.arm(record)
        while tcsetattr(input, TCSANOW, &settings) != 0 {
            guard errno == EINTR else {
                let code = errno
                Restoration.perform()
                throw .refused(call: "tcsetattr", code: code)
            }
        }
        write(Array(Sequences.greeting.utf8))
    }
}
