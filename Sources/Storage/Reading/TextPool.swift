import Foundation

/// Gives each distinct text a number, looking it up by its bytes, so that a text seen before costs no `String`.
struct TextPool {
    private var bytes: [UInt8] = []
    /// Where each text begins, and at last where they end.
    private var starts: [Int] = [0]
    private var hashes: [UInt64] = []
    /// Numbers of texts by open addressing; −1 where free. The length is a power of two, never more than half full.
    private var slots: [Int32] = Array(repeating: -1, count: 64)
    /// Short texts that were looked up last, by their bytes: the names of choices come again and again.
    private var recent = Array(repeating: Recent(), count: TextPool.recentCount)
    private static let recentCount = 64

    /// Both ends of a text of up to sixteen bytes: with its length they tell it.
    private struct Recent {
        var end: UInt64 = 0
        var begin: UInt64 = 0
        var count = -1
        var number: Int32 = 0
    }

    /// The texts by their numbers.
    var texts: [String] {
        hashes.indices.map { String(decoding: bytes[starts[$0]..<starts[$0 + 1]], as: UTF8.self) }
    }

    mutating func code(_ text: String) -> Int32 {
        var text = text
        return text.withUTF8 { code($0) }
    }

    mutating func code(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
        guard text.count <= 16 else { return find(text) }
        let raw = UnsafeRawBufferPointer(text)
        let end = TextPool.rest(of: raw, from: 0)
        let begin = text.count > 8 ? raw.loadUnaligned(as: UInt64.self) : 0
        let place = Int(truncatingIfNeeded: ((end ^ begin) &* 0x9E37_79B9_7F4A_7C15) &>> 58)
        let last = recent[place]
        if last.count == text.count, last.end == end, last.begin == begin { return last.number }
        let number = find(text)
        recent[place] = Recent(end: end, begin: begin, count: text.count, number: number)
        return number
    }

    private mutating func find(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
        let hash = TextPool.hash(text)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, isSame(number, text) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = Int32(hashes.count)
        bytes += text
        starts.append(bytes.count)
        hashes.append(hash)
        slots[slot] = number
        if hashes.count * 2 > slots.count { grow() }
        return number
    }

    private func isSame(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = starts[number]
        guard starts[number + 1] - start == text.count else { return false }
        guard let other = text.baseAddress else { return true }
        return bytes.withUnsafeBufferPointer {
            $0.baseAddress.map { memcmp($0 + start, other, text.count) == 0 } ?? false
        }
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    /// Eight bytes at a time, mixed as in SplitMix64 (Steele, Lea and Flood 2014).
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(text)
        var hash = UInt64(text.count) &* 0x9E37_79B9_7F4A_7C15
        var place = 0
        while place + 8 <= raw.count {
            hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        return mixed(hash ^ rest(of: raw, from: place))
    }

    /// The last bytes, fewer than eight: of a long text with some before them, of a short one both ends.
    private static func rest(of raw: UnsafeRawBufferPointer, from place: Int) -> UInt64 {
        switch raw.count {
        case 0: 0
        case 1...3:
            UInt64(raw[0]) | UInt64(raw[raw.count / 2]) << 8 | UInt64(raw[raw.count - 1]) << 16
        case 4...7:
            UInt64(raw.loadUnaligned(as: UInt32.self))
                | UInt64(raw.loadUnaligned(fromByteOffset: raw.count - 4, as: UInt32.self)) << 32
        default:
            place == raw.count ? 0 : raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)
        }
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        let mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        return mixed ^ (mixed >> 27)
    }
}
