import Foundation

extension SplitMix64 {
    static func log(_ value: Double) -> Double { Foundation.log(value) }
    static func cos(_ value: Double) -> Double { Foundation.cos(value) }
    static func exp(_ value: Double) -> Double { Foundation.exp(value) }
}
