import Foundation

extension TerminalDevice {
    /// Waits for what comes next.
    ///
    /// What was typed before the terminal was lost is told before `.hangup`; a wish that the process end goes before
    /// keys.
    /// - Parameter timeout: how long to wait; `.zero` asks for what is there already, nil waits for ever.
    /// - Returns: nil if nothing came in time.
    public func nextEvent(timeout: Duration? = nil) -> TerminalEvent? {
        let deadline = timeout.map { ContinuousClock.now + $0 }
        while true {
            if let event = signalEvent() { return event }
            if !queue.isEmpty { return queue.removeFirst() }
            if hasHungUp { return .hangup }
            if wait(until: [deadline, patienceEnd].compactMap(\.self).min()) {
                readInput()
            } else if let end = patienceEnd, end <= .now {
                patienceEnd = nil
                queue += decoder.timeOut().map { .key($0) }
            } else if let deadline, deadline <= .now {
                return signalEvent()
            }
        }
    }

    /// Waits for input or a signal; true if input can be read, or never again.
    private func wait(until deadline: ContinuousClock.Instant?) -> Bool {
        var descriptors = [
            pollfd(fd: input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: SignalRelay.wakeDescriptor, events: Int16(POLLIN), revents: 0),
        ]
        let ready = poll(&descriptors, 2, deadline?.millisecondsFromNow ?? -1)
        return ready > 0 && descriptors[0].revents != 0
    }

    private func readInput() {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(input, &bytes, bytes.count)
        if count > 0 {
            queue += decoder.decode(bytes.prefix(count)).map { .key($0) }
            patienceEnd = decoder.patience.map { .now + $0 }
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
            queue += decoder.timeOut().map { .key($0) }
            hasHungUp = true
        }
    }

    /// Answers the signals that have come, the most urgent one first.
    private func signalEvent() -> TerminalEvent? {
        signals |= SignalRelay.take()
        guard signals != 0 else { return nil }
        for signal in SignalRelay.ending where takeSignal(signal) { return .terminated(signal: signal) }
        if takeSignal(SIGHUP) {
            hasHungUp = true
            return .hangup
        }
        if takeSignal(SIGTSTP) {
            _ = takeSignal(SIGCONT)
            suspend()
            return nil
        }
        if takeSignal(SIGCONT) {
            // Stopped by SIGSTOP, which cannot be caught: the terminal may be as the shell left it.
            resume()
            return nil
        }
        guard takeSignal(SIGWINCH) else { return nil }
        let size = size
        return .resized(columns: size.columns, rows: size.rows)
    }

    private func takeSignal(_ signal: Int32) -> Bool {
        defer { signals &= ~SignalRelay.bit(signal) }
        return signals & SignalRelay.bit(signal) != 0
    }
}

extension ContinuousClock.Instant {
    /// Rounded up, so that a wait of this length does not end too soon; 0 for what is past.
    fileprivate var millisecondsFromNow: Int32 {
        let parts = ContinuousClock.now.duration(to: self).components
        guard parts.seconds >= 0, parts.attoseconds >= 0 else { return 0 }
        guard parts.seconds < 1_000_000 else { return .max }
        return Int32(parts.seconds) * 1000 + Int32((parts.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
