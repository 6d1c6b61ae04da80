extension DesignStructure {
    /// A variance or covariance over the design.
    struct Spread {
        var value = 0.0
        /// Strata with units of the estimate whose spread cannot be told; then the value is one of the others only.
        var undetermined: [StratumPlace] = []
    }

    /// The variance of a sum of influence values.
    func variance(_ positions: [Int32], _ values: [Double]) -> Spread {
        covariance(positions, values, nil)
    }

    /// The covariance of two sums of influence values at the same positions, or the variance of the first alone, over all
    /// stages:
    /// V(S,k) = Σ_h [(1 − f_h) n_h/(n_h − 1) Σ_a (t_ha − t̄_h)² + f_h Σ_a V(a,k+1)] (Särndal, Swensson and Wretman 1992;
    /// Lumley 2010). What a stratum adds is linear in the outer fractions, so that they are multiplied in beforehand.
    func covariance(_ positions: [Int32], _ first: [Double], _ second: [Double]?) -> Spread {
        var total = ExactSum()
        var spread = Spread()
        for stage in stages {
            var sums = StratumSums(isPair: second != nil)
            var current = -1
            var place = 0
            while place < positions.count {
                let cluster = stage.clusters[Int(positions[place])]
                let stratum = Int(stage.stratumOfCluster[Int(cluster)])
                if stratum != current {
                    if current >= 0 { sums.finish(stage.strata[current], &total, &spread) }
                    current = stratum
                }
                var end = place + 1
                while end < positions.count, stage.clusters[Int(positions[end])] == cluster { end += 1 }
                if stage.strata[stratum].contribution != .nothing { sums.add(first, second, place..<end) }
                place = end
            }
            if current >= 0 { sums.finish(stage.strata[current], &total, &spread) }
        }
        spread.value = total.value
        return spread
    }

    /// The totals of the clusters of one stratum.
    private struct StratumSums {
        private let isPair: Bool
        private var first: [Double] = []
        private var second: [Double] = []
        private var accumulator = ExactSum()

        init(isPair: Bool) { self.isPair = isPair }

        mutating func add(_ left: [Double], _ right: [Double]?, _ range: Range<Int>) {
            first.append(sum(left, range))
            if let right { second.append(sum(right, range)) }
        }

        private mutating func sum(_ values: [Double], _ range: Range<Int>) -> Double {
            switch range.count {
            case 1: return values[range.lowerBound]
            case 2: return values[range.lowerBound] + values[range.lowerBound + 1]
            default:
                for place in range { accumulator.add(values[place]) }
                return accumulator.take()
            }
        }

        private mutating func mean(_ totals: [Double], of count: Double) -> Double {
            for total in totals { accumulator.add(total) }
            return accumulator.take() / count
        }

        mutating func finish(_ stratum: Stratum, _ total: inout ExactSum, _ spread: inout Spread) {
            switch stratum.contribution {
            case .nothing: break
            case .undetermined: spread.undetermined.append(stratum.place)
            case .uncentred(let factor):
                for (left, right) in zip(first, isPair ? second : first) { total.add(factor * left * right) }
            case .spread(let factor): total.add(factor * squares(of: Double(stratum.clusterCount)))
            }
            first.removeAll(keepingCapacity: true)
            second.removeAll(keepingCapacity: true)
        }

        /// Σ (t − t̄)², or of products, over so many clusters.
        private mutating func squares(of count: Double) -> Double {
            // Clusters without a unit here have totals of 0.
            let empty = count - Double(first.count)
            let left = mean(first, of: count)
            guard isPair else {
                for total in first { accumulator.add((total - left) * (total - left)) }
                return accumulator.take() + empty * left * left
            }
            let right = mean(second, of: count)
            for place in first.indices { accumulator.add((first[place] - left) * (second[place] - right)) }
            return accumulator.take() + empty * left * right
        }
    }
}
