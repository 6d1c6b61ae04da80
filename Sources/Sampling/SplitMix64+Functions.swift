import Foundation

extension SplitMix64 {
    static func log(_ value: Double) -> Double { Foundation.log(value) }
    static func cos(_ value: Double) -> Double { Foundation.cos(value) }

    /// The exponential, as the distributions of random records need it.
    public static func exp(_ value: Double) -> Double { Foundation.exp(value) }
}
