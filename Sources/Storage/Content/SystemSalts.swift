import Foundation

/// The system's random numbers, fetched 32 at a time: an import salts every personal value.
struct SystemSalts: RandomNumberGenerator {
    private var buffer: [UInt64] = []

    mutating func next() -> UInt64 {
        if let number = buffer.popLast() { return number }
        var fresh = [UInt64](repeating: 0, count: 32)
        let result = fresh.withUnsafeMutableBytes { getentropy($0.baseAddress, $0.count) }
        guard result == 0 else {
            var system = SystemRandomNumberGenerator()
            return system.next()
        }
        buffer = fresh
        return buffer.removeLast()
    }
}
