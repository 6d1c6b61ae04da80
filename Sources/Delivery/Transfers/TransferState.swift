import CCurl
import Foundation

/// What libcurl's callbacks work on during a transfer. They run in the thread that performs it.
final class TransferState {
    /// How much of a head, of replies or of a body is kept, in bytes.
    static let kept = 65_536

    private let upload: [UInt8]
    private var sent = 0
    private let deadline: Deadline
    /// How long the exchange goes on once everything was sent and an answer to it has begun to come.
    var farewell: Duration?
    private var leaving: Deadline?
    private(set) var head: [UInt8] = []
    private(set) var body: [UInt8] = []

    init(upload: [UInt8], deadline: Deadline) {
        self.upload = upload
        self.deadline = deadline
    }

    /// Whether libcurl has taken all of the upload; some of it may not have left this machine.
    var isHandedOver: Bool { sent == upload.count }

    private static func state(_ context: UnsafeMutableRawPointer) -> TransferState {
        Unmanaged<TransferState>.fromOpaque(context).takeUnretainedValue()
    }

    static let reader: curl_read_callback = { buffer, size, count, context in
        guard let buffer, let context else { return Int(CURL_READFUNC_ABORT) }
        let state = state(context)
        let step = min(size * count, state.upload.count - state.sent)
        state.upload.withUnsafeBytes { bytes in
            UnsafeMutableRawBufferPointer(start: buffer, count: step)
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[state.sent..<state.sent + step]))
        }
        state.sent += step
        return step
    }

    static let headWriter: curl_write_callback = { buffer, size, count, context in
        guard let buffer, let context else { return 0 }
        let state = state(context)
        let bytes = UnsafeRawBufferPointer(start: buffer, count: size * count)
        state.head += bytes.prefix(kept - state.head.count)
        if state.isHandedOver, state.leaving == nil, let farewell = state.farewell {
            state.leaving = Deadline(in: farewell)
        }
        return bytes.count
    }

    static let bodyWriter: curl_write_callback = { buffer, size, count, context in
        guard let buffer, let context else { return 0 }
        let state = state(context)
        let bytes = UnsafeRawBufferPointer(start: buffer, count: size * count)
        let taken = bytes.prefix(kept - state.body.count)
        state.body += taken
        // What is left out ends the transfer: the answer's beginning has said it all.
        return taken.count
    }

    static let progress: curl_xferinfo_callback = { context, _, _, _, _ in
        guard let context else { return 0 }
        let state = state(context)
        return state.deadline.hasPassed || state.leaving?.hasPassed == true ? 1 : 0
    }
}
