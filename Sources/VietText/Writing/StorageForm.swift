import Foundation

extension String {
    /// The text as it is stored: NFC, without white space and invisible marks at its ends.
    ///
    /// Two texts that look the same are then the same bytes, whichever keyboard wrote them.
    public var storageForm: String {
        composed.trimmed
    }

    /// The text in Unicode's composed form (NFC).
    public var composed: String {
        isKnownComposed ? self : precomposedStringWithCanonicalMapping
    }

    /// Whether no scalar can compose with another: below U+0300 nothing combines, nor do the precomposed Vietnamese
    /// letters, nor dashes, quotation marks and the ellipsis. This settles nearly all text without asking Foundation.
    private var isKnownComposed: Bool {
        unicodeScalars.allSatisfy {
            $0.value < 0x300 || (0x1EA0...0x1EF9).contains($0.value) || (0x2010...0x2027).contains($0.value)
        }
    }

    private var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.first, let last = scalars.last, first.isBlank || last.isBlank else { return self }
        let start = scalars.firstIndex { !$0.isBlank } ?? scalars.endIndex
        let end = scalars.lastIndex { !$0.isBlank }.map(scalars.index(after:)) ?? scalars.endIndex
        return String(scalars[start..<end])
    }
}

extension Unicode.Scalar {
    /// White space, controls, and the invisible marks that keyboards and spreadsheets leave at the ends of a text.
    fileprivate var isBlank: Bool {
        if value <= 0x20 { return true }
        if value < 0x7F { return false }
        return properties.isWhitespace || properties.generalCategory == .control
            || self == "\u{FEFF}" || self == "\u{200B}" || self == "\u{2060}"
    }
}
