import Evaluation
import Testing

@Suite("Exact sums")
struct ExactSumTests {
    @Test("A sum is rounded once, whatever cancels on the way")
    func cancellation() {
        var sum = ExactSum()
        for value in [1e100, 1, -1e100, 1e-30] { sum.add(value) }
        #expect(sum.value == 1)
        var tenths = ExactSum()
        for _ in 0..<10 { tenths.add(0.1) }
        #expect(tenths.value == 1)
    }

    @Test("Extremes: the largest, the smallest, subnormal numbers, negative totals")
    func extremes() {
        var sum = ExactSum()
        sum.add(.greatestFiniteMagnitude)
        sum.add(-.greatestFiniteMagnitude)
        sum.add(.leastNonzeroMagnitude)
        #expect(sum.value == .leastNonzeroMagnitude)
        sum.add(-3 * .leastNonzeroMagnitude)
        #expect(sum.value == -2 * .leastNonzeroMagnitude)
        var negative = ExactSum()
        for _ in 0..<5000 { negative.add(-0.1) }
        #expect(negative.value == -500)
    }

    @Test("Order and grouping change no bit")
    func order() {
        var generator = SystemRandomNumberGenerator()
        var values: [Double] = []
        for _ in 0..<3000 {
            values.append(
                Double.random(in: -1...1, using: &generator)
                    * Double(sign: .plus, exponent: .random(in: -200...200), significand: 1))
        }
        var first = ExactSum()
        for value in values { first.add(value) }
        values.shuffle()
        var halves = [ExactSum(), ExactSum()]
        for (place, value) in values.enumerated() { halves[place % 2].add(value) }
        halves[0].add(halves[1])
        #expect(first.value.bitPattern == halves[0].value.bitPattern)
    }
}
