/// A control sequence as keyboards send it: ESC [ parameters final (ECMA-48, 5.4), with what rxvt and the Linux console
/// make of it.
struct ControlSequence {
    /// How the bytes after the introducer may be read.
    enum Reading {
        case whole(ControlSequence, length: Int)
        /// Cut short by a byte that belongs to no sequence; `length` is what comes before that byte.
        case broken(length: Int)
        case unfinished
    }

    /// The numbers, a missing one as 0. Of sub-parameters (after ":") only the first counts.
    private(set) var parameters: [Int] = []
    /// Whether it says more than a key does: a terminal's reply, mostly.
    private(set) var isPrivate = false
    private(set) var final: UInt8 = 0

    /// Reads what comes after "ESC [".
    static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
        // The Linux console's F1 to F5: ESC [ [ A.
        if bytes.first == UInt8(ascii: "["), let letter = bytes.dropFirst().first {
            guard isFinal(letter) else { return .broken(length: 1) }
            var sequence = ControlSequence()
            sequence.final = letter
            sequence.parameters = [consoleFunction]
            return .whole(sequence, length: 2)
        }
        if bytes.first == UInt8(ascii: "[") { return .unfinished }
        for (offset, byte) in bytes.enumerated() {
            let body = bytes.prefix(offset)
            if isFinal(byte) || (byte == UInt8(ascii: "$") && isOneNumber(body)) {
                let sequence = ControlSequence(body, final: byte)
                return sequence.isMouse
                    ? mouse(bytes, after: offset + 1, sequence) : .whole(sequence, length: offset + 1)
            }
            guard (0x20...0x3F).contains(byte) else { return .broken(length: offset) }
        }
        return .unfinished
    }

    /// Stands as the parameter of ESC [ [ A; no sequence has it, since those keep under it.
    static let consoleFunction = Int.max

    private init() {}

    private init(_ body: ArraySlice<UInt8>, final: UInt8) {
        self.final = final
        isPrivate = body.contains { (0x20...0x2F).contains($0) || (0x3C...0x3F).contains($0) }
        guard !isPrivate, !body.isEmpty else { return }
        parameters = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
            part.prefix { $0 != UInt8(ascii: ":") }.reduce(0) { min($0 * 10 + Int($1 & 0x0F), 0x11_0000) }
        }
    }

    private static func isFinal(_ byte: UInt8) -> Bool { (0x40...0x7E).contains(byte) }

    /// rxvt ends a key held with Shift by "$", which elsewhere is no final byte.
    private static func isOneNumber(_ body: ArraySlice<UInt8>) -> Bool {
        !body.isEmpty && body.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Mouse reports of the oldest kind carry three more bytes. Chiso never asks for them, but a program that died may
    /// have left them on.
    private var isMouse: Bool { final == UInt8(ascii: "M") && parameters.isEmpty && !isPrivate }

    private static func mouse(_ bytes: ArraySlice<UInt8>, after start: Int, _ sequence: Self) -> Reading {
        let report = bytes.dropFirst(start).prefix(3)
        let shown = report.prefix { $0 >= 0x20 }
        if shown.count < report.count { return .broken(length: start + shown.count) }
        return report.count < 3 ? .unfinished : .whole(sequence, length: start + 3)
    }
}
