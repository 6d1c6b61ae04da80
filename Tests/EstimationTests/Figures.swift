import Estimation
import Foundation

/// Whether two numbers differ by no more than 1e-11 of their size.
func isClose(_ found: Double, _ expected: Double, within tolerance: Double = 1e-11) -> Bool {
    abs(found - expected) <= tolerance * max(abs(expected), 1e-300)
}

/// Figures by the names that the golden files have.
struct Figures {
    private(set) var values: [String: Double] = [:]

    mutating func put(_ name: String, _ value: Double?) {
        if let value { values[name] = value }
    }

    mutating func put(_ name: String, _ estimate: Estimate?) {
        put("\(name).value", estimate?.value)
        put("\(name).se", estimate?.standardError)
        put("\(name).deff", estimate?.designEffect)
    }

    mutating func putIntervals(_ name: String, _ share: Estimate) throws {
        for (method, word) in [IntervalMethod.wald: "mean", .logit: "xlogit", .arcsine: "asin", .beta: "beta"] {
            let ends = try share.interval(method)
            put("\(name).\(word).low", ends.lower)
            put("\(name).\(word).high", ends.upper)
        }
    }
}

/// The natural logarithm.
func logarithm(_ x: Double) -> Double { log(x) }
