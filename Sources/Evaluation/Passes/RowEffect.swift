/// What a row adds to running counts: 1 for the numerator in the low sixteen bits of the lower half, 1 for the denominator
/// only in its high sixteen; the highest bit of all for a class that is seldom and counted by itself.
enum RowEffect {
    private static let seldom: UInt64 = 1 << 63

    /// What lets a row's effect pass, and what it has of its own.
    struct Limit {
        let mask: UInt64
        let own: UInt64
    }

    /// The effects of the tags of values, by their classes.
    static func ofClasses(_ classes: UnsafePointer<UInt8>) -> [UInt64] {
        (0...255).map { effect(of: classes[$0]) }
    }

    /// The limits by the tags of a condition of scope.
    static let ofScopes: [Limit] = RowClass.ofScope.map { scope in
        scope == RowClass.inScope ? Limit(mask: .max, own: 0) : Limit(mask: 0, own: effect(of: scope))
    }

    private static func effect(of kind: UInt8) -> UInt64 {
        switch kind {
        case RowClass.none: 0
        case RowClass.yes: 1
        case RowClass.no: 1 << 16
        default: seldom
        }
    }

    /// Fills the running counts of some rows, one more than there are, and lists those that are seldom.
    /// - Returns: how many these are.
    @inline(__always)
    static func run(
        _ rows: Int, _ running: UnsafeMutablePointer<UInt32>, _ seldom: UnsafeMutablePointer<UInt32>,
        _ effect: (Int) -> UInt64
    ) -> Int {
        var total: UInt32 = 0
        var count = 0
        running[0] = 0
        for row in 0..<rows {
            let effect = effect(row)
            total &+= UInt32(truncatingIfNeeded: effect)
            running[row &+ 1] = total
            seldom[count] = UInt32(truncatingIfNeeded: row)
            count &+= Int(effect &>> 63)
        }
        return count
    }
}
