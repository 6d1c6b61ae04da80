import Foundation

extension ChildProcess {
    /// How a program ended.
    enum Ending: Equatable {
        case exited(Int32)
        case killed(Int32)
        case timedOut
        case lost
    }

    struct Outcome {
        let ending: Ending
        /// The last lines it wrote to standard error.
        let lastLines: String
    }

    /// Writes all of the input, reads what comes, and waits for the end; past the limit, all of the process group is
    /// killed. Closes the pipes.
    func converse(input bytes: [UInt8], limit: Duration) -> Outcome {
        BrokenPipe.survived { () throws(Never) in
            let deadline = Deadline(in: limit)
            var conversation = Conversation(writing: input, bytes: bytes, reading: errors)
            defer { conversation.close() }
            var ending = endedNow()
            // A short wait at first: most programs end soon.
            var step: Int32 = 1
            while ending == nil && !deadline.hasPassed {
                conversation.exchange(within: deadline.milliseconds(atMost: step))
                step = min(step + 1, 20)
                ending = endedNow()
            }
            if ending == nil {
                kill(-id, SIGKILL)
                reap()
                ending = .timedOut
            }
            conversation.readRest()
            return Outcome(ending: ending ?? .lost, lastLines: conversation.lastLines)
        }
    }

    private func endedNow() -> Ending? {
        var status: Int32 = 0
        let ended = waitpid(id, &status, WNOHANG)
        if ended == 0 || ended < 0 && errno == EINTR { return nil }
        // Where this process ignores SIGCHLD, nobody keeps how its children ended.
        guard ended == id else { return .lost }
        let signal = status & 0x7F
        return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal)
    }

    /// Takes in a killed process, unless the system cannot end it.
    private func reap() {
        let deadline = Deadline(in: .seconds(5))
        while endedNow() == nil && !deadline.hasPassed { usleep(2000) }
    }
}

/// What goes through the two pipes of a program.
private struct Conversation {
    private var writing: Int32
    private var rest: ArraySlice<UInt8>
    private var reading: Int32
    private var tail: [UInt8] = []

    /// How much of the end of standard error is kept, in bytes.
    private static let kept = 4096

    init(writing: Int32, bytes: [UInt8], reading: Int32) {
        self.writing = writing
        self.rest = bytes[...]
        self.reading = reading
        if rest.isEmpty { closeWriting() }
    }

    /// Waits a while for either pipe to be ready, and writes or reads what goes at once.
    mutating func exchange(within milliseconds: Int32) {
        // A descriptor below 0 is passed over.
        var ends = [
            pollfd(fd: writing, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&ends, 2, milliseconds) > 0 else { return }
        if ends[0].revents != 0 { writeSome() }
        if ends[1].revents != 0 { readSome() }
    }

    /// Reads what is still in the pipe. A process that the program has left behind may go on writing.
    mutating func readRest() {
        for _ in 0..<64 where reading >= 0 && readSome() {}
    }

    private mutating func writeSome() {
        let count = rest.withUnsafeBytes { write(writing, $0.baseAddress, $0.count) }
        if count >= 0 { rest.removeFirst(count) }
        let mayGoOn = count >= 0 || errno == EAGAIN || errno == EINTR
        // Who does not read everything need not; the exit code says what became of it.
        if rest.isEmpty || !mayGoOn { closeWriting() }
    }

    @discardableResult
    private mutating func readSome() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = read(reading, &bytes, bytes.count)
        if count < 0 && (errno == EAGAIN || errno == EINTR) { return false }
        guard count > 0 else {
            Foundation.close(reading)
            reading = -1
            return false
        }
        tail = Array((tail + bytes.prefix(count)).suffix(Self.kept))
        return true
    }

    private mutating func closeWriting() {
        if writing >= 0 { Foundation.close(writing) }
        writing = -1
    }

    mutating func close() {
        closeWriting()
        if reading >= 0 { Foundation.close(reading) }
        reading = -1
    }

    var lastLines: String {
        Excerpt.lines(String(decoding: tail, as: UTF8.self)).suffix(5).joined(separator: "\n")
    }
}
