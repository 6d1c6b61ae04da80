import Dispatch

extension Array {
    /// What is made of each element, in order, by all processors together: for work that no element's depends on another's.
    public func concurrentMap<Result>(_ transform: (Element) -> Result) -> [Result] {
        // Each place is written by one iteration, and read when all have ended.
        nonisolated(unsafe) var results = [Result?](repeating: nil, count: count)
        results.withUnsafeMutableBufferPointer { results in
            withoutActuallyEscaping(transform) { transform in
                nonisolated(unsafe) let (elements, results, transform) = (self, results, transform)
                DispatchQueue.concurrentPerform(iterations: elements.count) { place in
                    results[place] = transform(elements[place])
                }
            }
        }
        return results.compactMap { $0 }
    }
}
