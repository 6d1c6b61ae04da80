/// Values of which few are different, as numbers of these.
public struct CodedList<Value: Hashable & Sendable>: RandomAccessCollection, Sendable {
    private let codes: [Int32]
    private let values: [Value]

    /// Some values.
    public init(_ all: [Value]) {
        var known: [Value: Int32] = [:]
        var values: [Value] = []
        codes = all.map { value in
            if let code = known[value] { return code }
            let code = Int32(values.count)
            known[value] = code
            values.append(value)
            return code
        }
        self.values = values
    }

    /// Values by their numbers.
    public init(codes: [Int32], values: [Value]) {
        self.codes = codes
        self.values = values
    }

    /// The first place.
    public var startIndex: Int { 0 }
    /// One past the last place.
    public var endIndex: Int { codes.count }

    /// The value at a place.
    public subscript(place: Int) -> Value { values[Int(codes[place])] }

    /// The different values at some places.
    func distinct(at places: some Sequence<Int>) -> Set<Value> {
        var occurs = [Bool](repeating: false, count: values.count)
        for place in places { occurs[Int(codes[place])] = true }
        return Set(zip(values, occurs).filter(\.1).map(\.0))
    }
}
