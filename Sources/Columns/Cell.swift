import FormModel

/// What a formula, or a part of one, has for one record: a value, `nil`, the reason why there is none, or that only the
/// interpreter can tell (`semantics.md` 1.3).
///
/// Sixteen plain bytes, so that columns of cells are two arrays: the tags, and the bits of those that have any.
@frozen
public struct Cell: Hashable, Sendable {
    /// What kind of value it is; `Tag`'s constants.
    public let tag: UInt8
    /// The value: the bits of an `Int64` or a `Double`, the number of a text; 0 where the tag says everything.
    public let bits: UInt64

    /// A cell of a tag and its bits.
    @inlinable
    public init(tag: UInt8, bits: UInt64 = 0) {
        self.tag = tag
        self.bits = bits
    }

    /// `nil`: among answers, a question that was not asked.
    @inlinable public static var none: Cell { Cell(tag: Tag.none) }
    /// What is not lifted, or fails: the interpreter is asked, which tells the fault as well.
    @inlinable public static var ask: Cell { Cell(tag: Tag.ask) }

    /// A truth value.
    @inlinable
    public static func boolean(_ value: Bool) -> Cell { Cell(tag: value ? Tag.yes : Tag.no) }
    /// A Lua integer.
    @inlinable
    public static func integer(_ value: Int64) -> Cell {
        Cell(tag: Tag.integer, bits: UInt64(bitPattern: value))
    }
    /// A Lua float.
    @inlinable
    public static func number(_ value: Double) -> Cell { Cell(tag: Tag.number, bits: value.bitPattern) }
    /// A text of a `TextTable`.
    @inlinable
    public static func text(_ code: Int32) -> Cell { Cell(tag: Tag.text, bits: UInt64(UInt32(bitPattern: code))) }
    /// A date: days since 1970-01-01.
    @inlinable
    public static func date(_ days: Double) -> Cell { Cell(tag: Tag.date, bits: days.bitPattern) }
    /// A date with a time of day: days since 1970-01-01.
    @inlinable
    public static func dateTime(_ days: Double) -> Cell { Cell(tag: Tag.dateTime, bits: days.bitPattern) }
    /// The names chosen, joined by spaces: a text of a `TextTable`.
    public static func set(_ code: Int32) -> Cell { Cell(tag: Tag.set, bits: UInt64(UInt32(bitPattern: code))) }
    /// A question without a value.
    public static func missing(_ reason: MissingReason) -> Cell { Cell(tag: Tag.missing(reason)) }

    /// The value of an integer.
    @inlinable public var integer: Int64 { Int64(bitPattern: bits) }
    /// The value of a float, or of a date in days.
    @inlinable public var number: Double { Double(bitPattern: bits) }
    /// The number of a text.
    @inlinable public var code: Int32 { Int32(truncatingIfNeeded: bits) }
    /// Whether evaluation stops here: missing, or left to the interpreter.
    @inlinable public var isAbrupt: Bool { Tag.isAbrupt(tag) }
    /// Whether Lua takes it as true.
    @inlinable public var isTrue: Bool { Tag.isTrue(tag) }
}

/// The kinds of cells.
public enum Tag {
    /// `nil`.
    @inlinable public static var none: UInt8 { 0 }
    /// `false`.
    @inlinable public static var no: UInt8 { 1 }
    /// `true`.
    @inlinable public static var yes: UInt8 { 2 }
    /// A Lua integer.
    @inlinable public static var integer: UInt8 { 3 }
    /// A Lua float.
    @inlinable public static var number: UInt8 { 4 }
    /// A text.
    @inlinable public static var text: UInt8 { 5 }
    /// A date.
    @inlinable public static var date: UInt8 { 6 }
    /// A date with a time of day.
    @inlinable public static var dateTime: UInt8 { 7 }
    /// A set of names.
    @inlinable public static var set: UInt8 { 8 }
    /// Something with parts of its own, a row of a list or a table: true, and unlike everything else.
    @inlinable public static var row: UInt8 { 9 }
    /// The first tag of what has no value.
    @inlinable public static var firstAbrupt: UInt8 { 32 }
    /// What the interpreter is to tell.
    @inlinable public static var ask: UInt8 { 255 }

    /// The tag of a question without a value.
    public static func missing(_ reason: MissingReason) -> UInt8 { firstAbrupt + reason.rawValue }

    /// The reason that a tag stands for.
    public static func reason(of tag: UInt8) -> MissingReason? {
        tag >= firstAbrupt && tag != ask ? MissingReason(rawValue: tag - firstAbrupt) : nil
    }

    /// Whether evaluation stops here.
    @inlinable @inline(__always)
    public static func isAbrupt(_ tag: UInt8) -> Bool { tag >= firstAbrupt }
    /// Whether Lua takes it as true.
    @inlinable @inline(__always)
    public static func isTrue(_ tag: UInt8) -> Bool { tag >= yes && tag < firstAbrupt }
    /// Whether there is a value.
    @inlinable @inline(__always)
    public static func hasValue(_ tag: UInt8) -> Bool { tag > none && tag < firstAbrupt }
    /// Whether the bits say more than the tag.
    @inlinable @inline(__always)
    public static func hasBits(_ tag: UInt8) -> Bool { tag >= integer && tag <= row }
}
