/// What stands at a place among bytes that should be UTF-8.
enum Utf8Reading {
    /// A scalar, and how many bytes it takes.
    case scalar(Unicode.Scalar, length: Int)
    /// The beginning of a scalar, at the end of the bytes.
    case unfinished
    /// Bytes that begin no scalar.
    case invalid(length: Int)

    /// Reads the scalar that the bytes begin with; there must be at least one byte. Overlong forms, surrogates and
    /// values past U+10FFFF are invalid (Unicode, table 3-7).
    init(_ bytes: ArraySlice<UInt8>) {
        guard let lead = bytes.first else {
            self = .unfinished
            return
        }
        guard let shape = Shape(lead) else {
            self = .invalid(length: 1)
            return
        }
        var value = shape.bits
        for index in 1..<max(1, shape.length) {
            guard index < bytes.count else {
                self = .unfinished
                return
            }
            let byte = bytes[bytes.startIndex + index]
            guard (index == 1 ? shape.second : 0x80...0xBF).contains(byte) else {
                self = .invalid(length: index)
                return
            }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        self = Unicode.Scalar(value).map { .scalar($0, length: shape.length) } ?? .invalid(length: shape.length)
    }

    /// What the first byte promises.
    private struct Shape {
        let length: Int
        let bits: UInt32
        var second: ClosedRange<UInt8> = 0x80...0xBF

        init?(_ lead: UInt8) {
            switch lead {
            case ...0x7F: (length, bits) = (1, UInt32(lead))
            case 0xC2...0xDF: (length, bits) = (2, UInt32(lead & 0x1F))
            case 0xE0...0xEF: (length, bits) = (3, UInt32(lead & 0x0F))
            case 0xF0...0xF4: (length, bits) = (4, UInt32(lead & 0x07))
            default: return nil
            }
            switch lead {
            case 0xE0: second = 0xA0...0xBF
            case 0xED: second = 0x80...0x9F
            case 0xF0: second = 0x90...0xBF
            case 0xF4: second = 0x80...0x8F
            default: break
            }
        }
    }
}

extension String {
    /// The text that the bytes spell, without those that spell none.
    init(skippingInvalid bytes: some Sequence<UInt8>) {
        var rest = Array(bytes)[...]
        var scalars = String.UnicodeScalarView()
        while !rest.isEmpty {
            switch Utf8Reading(rest) {
            case .scalar(let scalar, let length):
                scalars.append(scalar)
                rest = rest.dropFirst(length)
            case .unfinished: rest = []
            case .invalid(let length): rest = rest.dropFirst(length)
            }
        }
        self.init(scalars)
    }
}
