import Crypto

/// The lower-case hexadecimal digits of bytes.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in bytes {
        digits.append(hexadecimalDigit(byte >> 4))
        digits.append(hexadecimalDigit(byte & 0xF))
    }
    return String(decoding: digits, as: UTF8.self)
}

func hexadecimalDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

/// SHA-256 in hexadecimal.
func contentHash(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

/// What stands in a hashed content for a personal value: SHA-256(salt ‖ value), in hexadecimal (`semantics.md` 6.2).
func commitment(salt: [UInt8], value: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(data: salt)
    hash.update(data: value)
    return hexadecimal(hash.finalize())
}
