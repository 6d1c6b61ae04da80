/// One thing a person did at the keyboard.
///
/// ```swift
/// switch key {
/// case .enter: accept()
/// case .up: move(-1)
/// case .control("l"): chooseLanguage()
/// case .function(6): goTo()
/// default: editor.handle(key)
/// }
/// ```
public enum Key: Hashable, Sendable {
    /// A typed character, scalar by scalar: a combining mark comes as one of its own, and `LineEditor` composes them.
    /// Never a control character.
    case character(Unicode.Scalar)
    /// Ctrl with a small ASCII letter, a space or one of `\ ] ^ _`.
    case control(Unicode.Scalar)
    /// Alt with a character, as typed ("A" with Shift).
    case alt(Unicode.Scalar)
    /// A key that has a name, with what was held down.
    case named(NamedKey, KeyModifiers)
    /// Text pasted in one go, composed, without control characters and escape sequences; lines are parted by "\n".
    /// More than `KeyDecoder.largestPaste` comes in several pieces.
    case paste(String)
}

/// A key that writes nothing.
public enum NamedKey: Hashable, Sendable {
    /// The keys by the names printed on them.
    case enter, tab, backspace, delete, insert, escape
    /// The keys that move.
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 to F20.
    case function(Int)
}

/// Keys held down beside a named key.
public struct KeyModifiers: OptionSet, Hashable, Sendable {
    /// One bit a key, as xterm counts them.
    public let rawValue: UInt8

    /// Modifiers of the given bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The Shift key.
    public static let shift = KeyModifiers(rawValue: 1)
    /// The Alt key.
    public static let alt = KeyModifiers(rawValue: 2)
    /// The Ctrl key.
    public static let control = KeyModifiers(rawValue: 4)
}

extension Key {
    /// Enter (CR or LF), on the main block or the keypad.
    public static let enter = Key.named(.enter, [])
    /// Tab.
    public static let tab = Key.named(.tab, [])
    /// Shift with Tab.
    public static let backTab = Key.named(.tab, .shift)
    /// Backspace, whether the terminal sends DEL or BS.
    public static let backspace = Key.named(.backspace, [])
    /// Delete.
    public static let delete = Key.named(.delete, [])
    /// Insert.
    public static let insert = Key.named(.insert, [])
    /// Escape.
    public static let escape = Key.named(.escape, [])
    /// Arrow up.
    public static let up = Key.named(.up, [])
    /// Arrow down.
    public static let down = Key.named(.down, [])
    /// Arrow left.
    public static let left = Key.named(.left, [])
    /// Arrow right.
    public static let right = Key.named(.right, [])
    /// Home.
    public static let home = Key.named(.home, [])
    /// End.
    public static let end = Key.named(.end, [])
    /// Page up.
    public static let pageUp = Key.named(.pageUp, [])
    /// Page down.
    public static let pageDown = Key.named(.pageDown, [])

    /// A function key by its number, from 1.
    public static func function(_ number: Int) -> Key { .named(.function(number), []) }
}
