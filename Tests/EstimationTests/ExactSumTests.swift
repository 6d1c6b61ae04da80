import Estimation
import Randomness
import Testing

@Suite("Exact sums")
struct ExactSumTests {
    @Test("A sum is rounded once, whatever cancels on the way")
    func cancellation() {
        #expect(ExactSum([1e100, 1, -1e100, 1e-30]).value == 1)
        #expect(ExactSum(repeatElement(0.1, count: 10)).value == 1)
        #expect(ExactSum([]).value == 0)
        #expect(ExactSum([1, -1]).value == 0)
    }

    @Test("Halves are rounded to even, and a bit far below decides")
    func ties() {
        let half = Double.ulpOfOne / 2
        #expect(ExactSum([1, half]).value == 1)
        #expect(ExactSum([1 + 2 * half, half]).value == 1 + 4 * half)
        #expect(ExactSum([1, half, 1e-300]).value == 1 + 2 * half)
        #expect(ExactSum([-1, -half, -1e-300]).value == -1 - 2 * half)
        #expect(ExactSum([1, half, -1e-300]).value == 1)
    }

    @Test("Extremes: the largest, the smallest, subnormal numbers, negative totals, beyond the largest")
    func extremes() {
        let (large, small) = (Double.greatestFiniteMagnitude, Double.leastNonzeroMagnitude)
        #expect(ExactSum([large, -large, small]).value == small)
        #expect(ExactSum([small, -3 * small]).value == -2 * small)
        #expect(ExactSum([Double.leastNormalMagnitude, -small]).value == Double.leastNormalMagnitude - small)
        #expect(ExactSum(repeatElement(-0.1, count: 5000)).value == -500)
        #expect(ExactSum(repeatElement(large, count: 3000)).value == .infinity)
        #expect(ExactSum(Array(repeating: large, count: 3000) + Array(repeating: -large, count: 2999)).value == large)
        #expect(ExactSum([1, .infinity]).value == .infinity)
        #expect(ExactSum([.infinity, -.infinity]).value.isNaN)
    }

    @Test("Two numbers add up to what the processor makes of them, over all exponents")
    func pairs() {
        var generator = Seeded(11)
        for _ in 0..<20_000 {
            let (left, right) = (generator.wildNumber(), generator.wildNumber())
            #expect(ExactSum([left, right]).value == left + right)
        }
    }

    @Test("Order and grouping change no bit, and a cleared sum starts anew")
    func order() {
        var generator = Seeded(5)
        let values = (0..<4000).map { _ in generator.wildNumber() }
        let first = ExactSum(values).value
        var grouped = ExactSum([1e300, -7])
        grouped.clear()
        for part in stride(from: 0, to: values.count, by: 37) {
            grouped.add(ExactSum(values[part..<min(part + 37, values.count)]))
        }
        #expect(grouped.value == first)
        #expect(ExactSum(values.shuffled(using: &generator)).value == first)
    }
}
