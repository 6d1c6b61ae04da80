extension Character {
    /// The number of terminal columns this grapheme cluster takes.
    ///
    /// Combining marks and format characters take 0, controls 0, East Asian wide characters and emoji 2, all else 1.
    /// Characters of ambiguous width ("…", box lines) count 1, as terminals outside East Asian locales draw them.
    /// A letter is equally wide in both Unicode forms.
    public var displayWidth: Int {
        if isDrawnAsEmoji { return 2 }
        return unicodeScalars.reduce(0) { $0 + $1.displayWidth }
    }

    /// Joined emoji, flags and emoji asked for by a variation selector are drawn as one picture two columns wide,
    /// whatever the sum of their parts.
    private var isDrawnAsEmoji: Bool {
        let scalars = unicodeScalars
        guard let first = scalars.first, scalars.count > 1 else { return false }
        if first.isRegionalIndicator { return true }
        guard first.properties.isEmoji else { return false }
        return scalars.dropFirst().contains { scalar in
            scalar == "\u{FE0F}" || scalar == "\u{200D}" || scalar.properties.isEmojiModifier
        }
    }
}

extension StringProtocol {
    /// The number of terminal columns the text takes on one line: the sum over its grapheme clusters.
    public var displayWidth: Int {
        var simple = 0
        for scalar in unicodeScalars {
            guard scalar.isPlainNarrow else { return reduce(0) { $0 + $1.displayWidth } }
            simple += 1
        }
        return simple
    }
}

extension Unicode.Scalar {
    /// Latin letters, digits, signs, dashes, quotation marks and precomposed Vietnamese: one column each, never part of a larger cluster when
    /// they stand among themselves. Nearly all text is made of these, so it is measured without breaking clusters.
    var isPlainNarrow: Bool {
        switch value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x1EA0...0x1EF9, 0x2010...0x2027: true
        default: false
        }
    }

    var isRegionalIndicator: Bool {
        (0x1F1E6...0x1F1FF).contains(value)
    }

    /// The width of the scalar alone: 0, 1 or 2.
    var displayWidth: Int {
        if isPlainNarrow { return 1 }
        switch properties.generalCategory {
        case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: return 0
        default: break
        }
        // Vowels and finals of decomposed Hangul join the leading consonant, which already counts 2.
        if (0x1160...0x11FF).contains(value) { return 0 }
        return isEastAsianWide || (properties.isEmojiPresentation && !isRegionalIndicator) ? 2 : 1
    }
}
