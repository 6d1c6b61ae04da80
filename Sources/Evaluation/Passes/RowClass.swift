import Columns
import FormModel

/// What a row counts as in a figure, in one byte.
enum RowClass {
    /// Out of scope.
    static let none: UInt8 = 0
    static let no: UInt8 = 1
    static let yes: UInt8 = 2
    /// In scope, without what is computed: and the reason, 1 … 5.
    static let missing: UInt8 = 2
    /// In scope or not: and the reason.
    static let missingAmong: UInt8 = 7
    /// Only the interpreter knows.
    static let open: UInt8 = 13
    /// A filter leaves it out: not even out of scope.
    static let left: UInt8 = 15
    /// The value decides.
    static let inScope: UInt8 = 255
    /// How many there are, but for `inScope`.
    static let count = 16

    /// What the tags of a condition of scope stand for.
    static let ofScope: [UInt8] = (0...255).map { tag in
        switch tag {
        case Int(Tag.none), Int(Tag.no): none
        case Int(Tag.yes): inScope
        case 33...37: missingAmong + UInt8(tag - 32)
        default: open
        }
    }

    /// What the tags of a condition stand for.
    static func ofCondition(dontKnowIsNo: Bool) -> [UInt8] {
        (0...255).map { tag in
            switch tag {
            case Int(Tag.none), Int(Tag.no): no
            case Int(Tag.yes): yes
            case Int(Tag.missing(.dontKnow)) where dontKnowIsNo: no
            case 33...37: missing + UInt8(tag - 32)
            default: open
            }
        }
    }

    /// What the tags of a choice between two values stand for: whatever Lua takes as true is.
    static let ofChoice: [UInt8] = (0...255).map { tag in
        switch tag {
        case Int(Tag.none), Int(Tag.no): no
        case Int(Tag.yes)..<Int(Tag.firstAbrupt): yes
        case 33...37: missing + UInt8(tag - 32)
        default: open
        }
    }

    /// What the tags of a number stand for: `yes` where it is one.
    static let ofNumber: [UInt8] = (0...255).map { tag in
        switch tag {
        case Int(Tag.none): none
        case Int(Tag.integer), Int(Tag.number): yes
        case 33...37: missing + UInt8(tag - 32)
        default: open
        }
    }
}
