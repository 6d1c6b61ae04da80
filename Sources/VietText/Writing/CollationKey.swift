import Foundation

/// A text prepared for comparison, level by level: letters, then tones, then case, then the text itself.
struct CollationKey: Comparable {
    private var letters: [UInt32] = []
    private var tones: [UInt32] = []
    private var capitals: [UInt8] = []
    private let text: String

    init(_ text: String) {
        self.text = text.composed
        let scalars = Array(text.decomposedStringWithCanonicalMapping.unicodeScalars)
        var position = 0
        while position < scalars.count {
            let scalar = scalars[position]
            if scalar.isDigit {
                let end = scalars[position...].firstIndex { !$0.isDigit } ?? scalars.count
                addNumber(scalars[position..<end])
                position = end
            } else {
                add(scalar)
                position += 1
            }
        }
    }

    static func < (first: CollationKey, second: CollationKey) -> Bool {
        if first.letters != second.letters { return first.letters.lexicographicallyPrecedes(second.letters) }
        if first.tones != second.tones { return first.tones.lexicographicallyPrecedes(second.tones) }
        if first.capitals != second.capitals { return first.capitals.lexicographicallyPrecedes(second.capitals) }
        return first.text.unicodeScalars.lexicographicallyPrecedes(second.text.unicodeScalars)
    }

    static func == (first: CollationKey, second: CollationKey) -> Bool {
        first.text == second.text
    }

    /// What stands before what, whatever the signs within.
    private enum Rank: UInt32 {
        case space = 1
        case punctuation
        case sign
        case number
        case letter

        func weight(_ sign: UInt32) -> UInt32 { rawValue << 24 | sign }
    }

    /// The count of digits before the digits themselves makes longer numbers the larger ones.
    private mutating func addNumber(_ digits: ArraySlice<Unicode.Scalar>) {
        let significant = digits.drop { $0 == "0" }
        let count = UInt32(truncatingIfNeeded: min(significant.count, 0xFF_FFFF))
        append(Rank.number.weight(count), isCapital: false)
        letters += significant.map { $0.value - 0x30 }
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .control where !properties.isWhitespace: return
        case .format: return
        case .nonspacingMark, .enclosingMark, .spacingMark: addMark(scalar)
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            append(Rank.punctuation.weight(scalar.value), isCapital: false)
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            append(Rank.sign.weight(scalar.value), isCapital: false)
        default: addLetterOrSpace(scalar)
        }
    }

    private mutating func addLetterOrSpace(_ scalar: Unicode.Scalar) {
        guard !scalar.properties.isWhitespace else { return append(Rank.space.weight(0), isCapital: false) }
        let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        // Foreign letters come after z, by their scalars.
        append(Rank.letter.weight(alphabet[small] ?? 0x100 + small.value), isCapital: small != scalar)
    }

    /// Breve, circumflex and horn make another letter; every other mark is a tone, or foreign and treated as one.
    private mutating func addMark(_ mark: Unicode.Scalar) {
        guard let last = letters.last, !tones.isEmpty else { return }
        let base = last & 0xFF_FFFF
        let isLetter = last >> 24 == Rank.letter.rawValue
        if isLetter, let letter = markedLetters[mark]?[base] {
            letters[letters.count - 1] = Rank.letter.weight(letter)
        } else {
            let tone = toneOrder.firstIndex(of: mark).map { UInt32($0) + 1 } ?? 8 + mark.value
            tones[tones.count - 1] = tones[tones.count - 1] &* 31 &+ tone
        }
    }

    private mutating func append(_ weight: UInt32, isCapital: Bool) {
        letters.append(weight)
        tones.append(0)
        capitals.append(isCapital ? 1 : 0)
    }
}

/// Huyền, hỏi, ngã, sắc, nặng.
private let toneOrder: [Unicode.Scalar] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]

private let alphabet: [Unicode.Scalar: UInt32] = {
    let order = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars)
    return Dictionary(uniqueKeysWithValues: zip(order, UInt32(1)...))
}()

/// For each mark, which letter of the alphabet it makes of which.
private let markedLetters: [Unicode.Scalar: [UInt32: UInt32]] = {
    let pairs: [(Unicode.Scalar, Unicode.Scalar, Unicode.Scalar)] = [
        ("\u{306}", "a", "ă"), ("\u{302}", "a", "â"), ("\u{302}", "e", "ê"), ("\u{302}", "o", "ô"),
        ("\u{31B}", "o", "ơ"), ("\u{31B}", "u", "ư"),
    ]
    return pairs.reduce(into: [:]) { letters, pair in
        guard let plain = alphabet[pair.1], let marked = alphabet[pair.2] else { return }
        letters[pair.0, default: [:]][plain] = marked
    }
}()

extension Unicode.Scalar {
    fileprivate var isDigit: Bool {
        (0x30...0x39).contains(value)
    }
}
