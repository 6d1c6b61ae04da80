import Testing

@testable import Sampling

@Suite("A stratified sample")
struct StratifiedSampleTests {
    private static func frame(_ sizes: [(String, Int)]) -> [FrameUnit] {
        sizes.flatMap { name, size in (0..<size).map { FrameUnit(key: [name, "\($0 + 1)"], stratum: name) } }
    }

    private static let frames = [(1, 1), (1, 7), (3, 7), (5, 12), (7, 10), (9, 10), (10, 10), (40, 688)]

    @Test("over all starts, every unit comes n times in N, none twice in one", arguments: frames)
    func everyStart(count: Int, size: Int) {
        var times = [Int](repeating: 0, count: size)
        for start in 0..<size {
            let places = SystematicSample.places(count, among: size, start: start)
            #expect(places.count == count)
            #expect(Set(places).count == count && places == places.sorted())
            for place in places { times[place] += 1 }
        }
        #expect(times.allSatisfy { $0 == count })
    }

    @Test("units drawn lie an interval apart, to the nearest whole unit")
    func interval() {
        let places = SystematicSample.places(8, among: 30, start: 11)
        for (one, next) in zip(places, places.dropFirst()) { #expect((3...4).contains(next - one)) }
    }

    /// χ² of how often each of 12 units was drawn over 6000 seeds: five of twelve each time, so 2500 are expected. The
    /// 99.9 % point for 11 degrees of freedom is 31.26; units of one sample are not independent, which makes it smaller.
    @Test("over seeds, every unit is drawn as often as any other")
    func everySeed() {
        let frame = Self.frame([("a", 12)])
        var (main, reserve, first) = ([String: Int](), [String: Int](), [String: Int]())
        for seed in 0..<UInt64(6000) {
            for unit in StratifiedSample(perStratum: 5, reserve: 3, seed: seed).draw(frame) {
                switch unit.role {
                case .main: main[unit.key[1], default: 0] += 1
                case .reserve:
                    reserve[unit.key[1], default: 0] += 1
                    if unit.number == 1 { first[unit.key[1], default: 0] += 1 }
                }
            }
        }
        for (counts, expected) in [(main, 2500.0), (reserve, 1500.0), (first, 500.0)] {
            #expect(counts.count == 12)
            let chi = counts.values.map { (Double($0) - expected) * (Double($0) - expected) / expected }.reduce(0, +)
            #expect(chi < 31.26, "\(counts)")
        }
    }

    @Test("has so many units of each stratum and so many more in reserve, none twice; all where there are too few")
    func exactSizes() {
        let drawn = StratifiedSample(perStratum: 4, reserve: 3, seed: 7).draw(
            Self.frame([("a", 100), ("b", 5), ("c", 3)]))
        func count(_ stratum: String, _ role: SampleRole) -> Int {
            drawn.count { $0.stratum == stratum && $0.role == role }
        }
        #expect(["a", "b", "c"].map { count($0, .main) } == [4, 4, 3])
        #expect(["a", "b", "c"].map { count($0, .reserve) } == [3, 1, 0])
        #expect(Set(drawn.map(\.key)).count == drawn.count)
        #expect(drawn.first?.probability == 0.04 && drawn.first?.baseWeight == 25)
        #expect(drawn.filter { $0.stratum == "c" }.allSatisfy { $0.probability == 1 && $0.baseWeight == 1 })
        #expect(drawn.first { $0.role == .reserve }?.baseWeight == nil)
        #expect(drawn.filter { $0.stratum == "a" && $0.role == .main }.map(\.number) == [1, 2, 3, 4])
    }

    @Test("base weights of a stratum sum to its units")
    func weights() {
        let drawn = StratifiedSample(perStratum: 7, reserve: 0, seed: 3).draw(Self.frame([("a", 31), ("b", 9)]))
        let sums = Dictionary(grouping: drawn, by: \.stratum).mapValues { $0.compactMap(\.baseWeight).reduce(0, +) }
        #expect(abs((sums["a"] ?? 0) - 31) < 1e-9 && abs((sums["b"] ?? 0) - 9) < 1e-9)
    }

    @Test("is the same for the same seed, and another for another")
    func reproducible() {
        let frame = Self.frame([("a", 300), ("b", 200)])
        let sample = StratifiedSample(perStratum: 20, reserve: 5, seed: 42)
        #expect(sample.draw(frame) == sample.draw(frame))
        #expect(sample.draw(frame) != StratifiedSample(perStratum: 20, reserve: 5, seed: 43).draw(frame))
    }

    @Test("a further stratum changes no other's draw, nor does a reserve what is to be asked")
    func independent() {
        let sample = StratifiedSample(perStratum: 20, reserve: 5, seed: 42)
        let less = sample.draw(Self.frame([("a", 300), ("b", 200)]))
        let more = sample.draw(Self.frame([("n", 77), ("a", 300), ("b", 200)]))
        #expect(more.filter { $0.stratum != "n" } == less)
        let bare = StratifiedSample(perStratum: 20, reserve: 0, seed: 42).draw(Self.frame([("a", 300), ("b", 200)]))
        #expect(less.filter { $0.role == .main } == bare)
    }

    @Test("is shared out evenly in blocks; the reserve goes to those who work in the stratum")
    func interviewers() {
        let drawn = StratifiedSample(perStratum: 6, reserve: 4, seed: 5).draw(
            Self.frame([("a", 50), ("b", 50), ("c", 50)])
        ).shared(among: ["Lan", "Hùng", "Mai", "Tú"])
        let mains = drawn.filter { $0.role == .main }
        let counts = Dictionary(grouping: mains, by: \.interviewer).mapValues(\.count)
        #expect(counts.values.sorted() == [4, 4, 5, 5])
        let names = mains.compactMap(\.interviewer)
        #expect(
            names
                == names.sorted {
                    ["Lan", "Hùng", "Mai", "Tú"].firstIndex(of: $0) ?? 0 < ["Lan", "Hùng", "Mai", "Tú"].firstIndex(
                        of: $1) ?? 0
                })
        for stratum in ["a", "b", "c"] {
            let own = Set(mains.filter { $0.stratum == stratum }.compactMap(\.interviewer))
            let reserve = drawn.filter { $0.stratum == stratum && $0.role == .reserve }
            #expect(reserve.allSatisfy { own.contains($0.interviewer ?? "") })
            #expect(Set(reserve.compactMap(\.interviewer)) == own)
        }
    }

    @Test("numbers below a bound are even, also where the bound is no power of two")
    func bounded() {
        var generator = SplitMix64(seed: 1, record: 0, path: "x")
        var counts = [Int](repeating: 0, count: 6)
        for _ in 0..<60_000 { counts[Int(generator.number(below: 6))] += 1 }
        // 99.9 % point of χ² with 5 degrees of freedom.
        #expect(counts.map { Double($0 - 10_000) * Double($0 - 10_000) / 10_000 }.reduce(0, +) < 20.5)
        #expect(generator.number(below: 1) == 0 && generator.number(below: 0) == 0)
        let huge = UInt64.max / 2 + 2
        #expect((0..<100).allSatisfy { _ in generator.number(below: huge) < huge })
    }
}
