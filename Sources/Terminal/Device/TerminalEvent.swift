/// What a terminal, or whoever rules over the process, has to say.
public enum TerminalEvent: Hashable, Sendable {
    /// A key was pressed, or a text pasted.
    case key(Key)
    /// The window has another size now: paint anew.
    case resized(columns: Int, rows: Int)
    /// The process was stopped and goes on: forget what the screen shows, ask for the size, paint anew.
    case resumed
    /// The terminal is gone, and will not come back: save and end. Comes again as often as one asks.
    case hangup
    /// The process shall end (SIGTERM, SIGINT or SIGQUIT from outside): save and end.
    case terminated(signal: Int32)
}

/// Why a terminal could not be taken over.
public enum TerminalError: Error, Hashable, Sendable {
    /// Input or output is no terminal.
    case notATerminal
    /// The process has taken a terminal over already: there can be one at a time, as signals come to the process.
    case inUse
    /// The system refused: its error number, and the call that it refused.
    case refused(call: String, code: Int32)
}
