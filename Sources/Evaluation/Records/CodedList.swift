import Columns

/// Values of which few are different, as numbers of these.
public struct CodedList<Value: Hashable & Sendable>: RandomAccessCollection, Sendable {
    /// Where the numbers are.
    private enum Codes {
        case list([Int32])
        case column(CodedColumn)
    }

    private let codes: Codes
    private let values: [Value]
    /// One past the last place.
    public let endIndex: Int

    /// Some values.
    public init(_ all: [Value]) {
        var known: [Value: Int32] = [:]
        var values: [Value] = []
        let codes = all.map { value in
            if let code = known[value] { return code }
            let code = Int32(values.count)
            known[value] = code
            values.append(value)
            return code
        }
        self.codes = .list(codes)
        self.values = values
        endIndex = codes.count
    }

    /// What the codes of a column stand for, in their order.
    public init(codesOf column: CodedColumn, values: [Value]) {
        self.codes = .column(column)
        self.values = values
        endIndex = column.count
    }

    /// The first place.
    public var startIndex: Int { 0 }

    /// The value at a place.
    public subscript(place: Int) -> Value { values[Int(code(at: place))] }

    private func code(at place: Int) -> Int32 {
        switch codes {
        case .list(let codes): codes[place]
        case .column(let column): column.code(at: place)
        }
    }

    /// Whether each value has a property, which is asked once of each different one.
    public func flags(_ property: (Value) -> Bool) -> [Bool] {
        let ofCodes = values.map(property)
        return switch codes {
        case .list(let codes): codes.map { ofCodes[Int($0)] }
        case .column(let column): column.mapCodes { ofCodes[$0] }
        }
    }

    /// The different values at some places.
    func distinct(at places: [Int]) -> Set<Value> {
        var occurs = [Bool](repeating: false, count: values.count)
        if places.count == count {
            occurs = occursAnywhere
        } else {
            for place in places { occurs[Int(code(at: place))] = true }
        }
        return Set(zip(values, occurs).filter(\.1).map(\.0))
    }

    private var occursAnywhere: [Bool] {
        var occurs = [Bool](repeating: false, count: values.count)
        switch codes {
        case .list(let codes): for code in codes { occurs[Int(code)] = true }
        case .column(let column): column.eachCode { occurs[$0] = true }
        }
        return occurs
    }
}
