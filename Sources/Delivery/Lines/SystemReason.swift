import Foundation

/// What the system says of an error number.
enum SystemReason {
    static func text(_ number: Int32) -> String { String(cString: strerror(number)) }
}
