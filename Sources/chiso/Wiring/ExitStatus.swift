/// The exit codes of `cli.md` (sysexits.h).
enum ExitStatus: Int32 {
    /// The answer is "no".
    case no = 1
    /// Wrong arguments.
    case usage = 64
    /// Bad data or script.
    case badData = 65
    /// No such input.
    case noInput = 66
    /// The store cannot be reached.
    case unavailable = 69
    /// A fault of the program.
    case internalFault = 70
    /// A file cannot be created or written.
    case cannotCreate = 73
    /// Reading or writing failed; the disk is full.
    case inputOutput = 74
    /// Busy or locked.
    case busy = 75
    /// The configuration is wrong.
    case configuration = 78
    /// Interrupted by the user.
    case interrupted = 130
    /// Ended by another process, as at a shutdown.
    case terminated = 143
}
