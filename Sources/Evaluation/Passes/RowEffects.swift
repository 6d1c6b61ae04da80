import Columns
import Formulas

/// What the rows of a batch are to a weighted figure: in its numerator, only in its denominator, or neither.
///
/// A row is in scope where the condition of scope is true, and of a part by whether the value is true (`RowClass.ofScope`,
/// `RowClass.ofChoice`): whatever else there is, a missing value or a fault, is seldom, and listed. Sixteen rows are looked at
/// at once.
struct RowEffects {
    /// In the numerator.
    static let upper: UInt8 = 1
    /// In the denominator only.
    static let lower: UInt8 = 16

    typealias Lanes = SIMD16<UInt8>
    static let lanes = 16

    /// The condition of scope and the value, a tag a row.
    let among: UnsafePointer<UInt8>?
    let value: UnsafePointer<UInt8>

    /// Goes through rows, sixteen at a time and the last one by one.
    /// - Parameters:
    ///   - seldom: takes the rows that are neither; room for all.
    ///   - many: takes the first of sixteen rows, and their effects.
    ///   - one: takes a row and its effect.
    /// - Returns: how many rows are seldom.
    @inline(__always)
    func each(
        of rows: Int, seldom: UnsafeMutablePointer<UInt32>, many: (Int, Lanes) -> Void, one: (Int, UInt8) -> Void
    ) -> Int {
        var count = 0
        var row = 0
        while row + RowEffects.lanes <= rows {
            let (effects, others) = RowEffects.effects(
                of: UnsafeRawPointer(value + row).loadUnaligned(as: Lanes.self),
                in: among.map { UnsafeRawPointer($0 + row).loadUnaligned(as: Lanes.self) })
            many(row, effects)
            if unsafeBitCast(others, to: SIMD2<UInt64>.self) != .zero {
                for lane in 0..<RowEffects.lanes {
                    seldom[count] = UInt32(truncatingIfNeeded: row &+ lane)
                    count &+= others[lane] == 0 ? 0 : 1
                }
            }
            row &+= RowEffects.lanes
        }
        while row < rows {
            let (effects, others) = RowEffects.effects(
                of: Lanes(repeating: value[row]), in: among.map { Lanes(repeating: $0[row]) })
            one(row, effects[0])
            seldom[count] = UInt32(truncatingIfNeeded: row)
            count &+= others[0] == 0 ? 0 : 1
            row &+= 1
        }
        return count
    }

    /// What sixteen rows are, and which of them are seldom.
    @inline(__always)
    private static func effects(of value: Lanes, in scope: Lanes?) -> (Lanes, Lanes) {
        let all = Lanes(repeating: 0xFF)
        let isAbrupt = Lanes.zero.replacing(with: all, where: value .>= Lanes(repeating: Tag.firstAbrupt))
        let isTrue = Lanes.zero.replacing(with: all, where: value .>= Lanes(repeating: Tag.yes)) & ~isAbrupt
        let isFalse = ~(isTrue | isAbrupt)
        let effects = isTrue & Lanes(repeating: upper) | isFalse & Lanes(repeating: lower)
        guard let scope else { return (effects, isAbrupt) }
        let isIn = Lanes.zero.replacing(with: all, where: scope .== Lanes(repeating: Tag.yes))
        let isOther = Lanes.zero.replacing(with: all, where: scope .> Lanes(repeating: Tag.yes))
        return (effects & isIn, isAbrupt & isIn | isOther)
    }
}
