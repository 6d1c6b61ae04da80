import Foundation
import Synchronization

/// How the terminal is given back: by `close()`, at exit, and from signal handlers of a process that dies.
///
/// There is one record of it, and whoever takes it restores; so it happens once, whichever way out comes first.
/// Everything `perform()` calls is async-signal-safe (POSIX.1-2017, 2.4.3).
enum Restoration {
    /// What restoring needs, in memory that no handler has to allocate.
    struct Record {
        let input: Int32
        let output: Int32
        var settings: termios
        /// The sequences that leave the screen; never freed, as its record.
        let farewell: UnsafeBufferPointer<UInt8>
    }

    /// `nonisolated(unsafe)` since a pointer is not Sendable: what it points to is written only while it is not stored
    /// here, and taken out atomically.
    nonisolated(unsafe) private static let record = Atomic<UnsafeMutablePointer<Record>?>(nil)
    private static let isRegistered = Atomic<Bool>(false)

    /// Memory for a device's record. It is never freed, since a handler on another thread may be reading it: some
    /// hundred bytes for a device, of which a process has one.
    static func makeRecord(input: Int32, output: Int32, settings: termios, farewell: String)
        -> UnsafeMutablePointer<Record>
    {
        let text = Array(farewell.utf8)
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
        _ = bytes.initialize(from: text)
        let pointer = UnsafeMutablePointer<Record>.allocate(capacity: 1)
        pointer.initialize(
            to: Record(input: input, output: output, settings: settings, farewell: UnsafeBufferPointer(bytes)))
        return pointer
    }

    /// From now on the terminal is to be given back.
    static func arm(_ pointer: UnsafeMutablePointer<Record>) {
        if !isRegistered.exchange(true, ordering: .sequentiallyConsistent) { atexit { Restoration.perform() } }
        record.store(pointer, ordering: .sequentiallyConsistent)
    }

    /// Whether the terminal is still to be given back.
    static var isArmed: Bool { record.load(ordering: .sequentiallyConsistent) != nil }

    /// Gives the terminal back, unless that was done. Where another process has it by now, as a shell after this one was
    /// stopped, it is left alone.
    static func perform() {
        guard let pointer = record.exchange(nil, ordering: .sequentiallyConsistent) else { return }
        let input = pointer.pointee.input
        guard !isInBackground(input) else { return }
        let output = pointer.pointee.output
        var address = pointer.pointee.farewell.baseAddress
        var rest = pointer.pointee.farewell.count
        var attempts = 0
        while let start = address, rest > 0, attempts < 100 {
            let count = write(output, start, rest)
            if count > 0 {
                address = start + count
                rest -= count
            } else if errno == EAGAIN {
                var descriptor = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
                poll(&descriptor, 1, 10)
            } else if errno != EINTR {
                break
            }
            attempts += 1
        }
        while tcsetattr(input, TCSANOW, &pointer.pointee.settings) != 0, errno == EINTR {}
    }

    /// Whether the terminal belongs to another process group. One that is not this process's controlling terminal
    /// belongs to nobody.
    static func isInBackground(_ descriptor: Int32) -> Bool {
        let owner = tcgetpgrp(descriptor)
        return owner > 0 && owner != getpgrp()
    }
}
