import Randomness

extension Seeded {
    /// A number of any size and sign.
    mutating func wildNumber() -> Double {
        let exponent = Int.random(in: -1070...1000, using: &self)
        let close = Int.random(in: -60...60, using: &self)
        let significand = Double.random(in: -2...2, using: &self)
        return significand * Double(sign: .plus, exponent: Bool.random(using: &self) ? exponent : close, significand: 1)
    }
}
