/// Which items read which, noted as their functions run, at every run (`semantics.md` 2.1): short circuits change what a
/// function reads.
struct Dependencies {
    private var readers: [FormTarget: Set<FormTarget>] = [:]
    private var reader: FormTarget?

    /// What is read from now on is read by an item.
    mutating func begin(_ item: FormTarget) { reader = item }

    /// What is read from now on is read by none.
    mutating func end() { reader = nil }

    /// Notes that the item at work reads another.
    mutating func noteReading(of target: FormTarget) {
        guard let reader, reader != target else { return }
        readers[target, default: []].insert(reader)
    }

    /// All items that depend on one, at any remove; what they read is noted anew when they are worked out again.
    mutating func takeDependents(of target: FormTarget) -> Set<FormTarget> {
        var found: Set<FormTarget> = []
        var open = [target]
        while let next = open.popLast() {
            for reader in readers.removeValue(forKey: next) ?? [] where found.insert(reader).inserted {
                open.append(reader)
            }
        }
        return found
    }
}
