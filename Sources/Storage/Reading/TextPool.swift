import FormModel

/// Gives each distinct text a number, looking it up by its bytes, so that a text seen before costs no `String`.
struct TextPool {
    private(set) var texts: [String] = []
    private var hashes: [UInt64] = []
    /// Numbers of texts by open addressing; −1 where free. The length is a power of two, never more than half full.
    private var slots: [Int32] = Array(repeating: -1, count: 64)

    mutating func code(_ text: String) -> Int32 {
        var text = text
        return text.withUTF8 { code($0) }
    }

    mutating func code(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        let hash = TextPool.hash(bytes)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, texts[number].utf8.elementsEqual(bytes) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = Int32(texts.count)
        texts.append(String(decoding: bytes, as: UTF8.self))
        hashes.append(hash)
        slots[slot] = number
        if texts.count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    /// FNV-1a (Fowler, Noll, Vo), its high bits folded into the low ones that choose the slot.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ (hash >> 32)
    }
}
