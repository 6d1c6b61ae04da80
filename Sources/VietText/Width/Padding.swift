/// Where a text stands in a column wider than itself.
public enum TextAlignment: Hashable, Sendable {
    /// At the left edge.
    case left
    /// At the right edge, as figures stand.
    case right
    /// In the middle; an odd column is left over on the right.
    case center
}

extension String {
    /// The text filled with spaces to `width` columns. A text already as wide, or wider, is returned unchanged.
    public func padded(to width: Int, _ alignment: TextAlignment = .left) -> String {
        let space = width - displayWidth
        guard space > 0 else { return self }
        let before =
            switch alignment {
            case .left: 0
            case .right: space
            case .center: space / 2
            }
        return String(repeating: " ", count: before) + self + String(repeating: " ", count: space - before)
    }

    /// The text cut to at most `width` columns, the last of them "…" where anything was cut. Never cuts through a
    /// grapheme cluster. A width below 1 gives the empty text.
    public func truncated(to width: Int) -> String {
        guard width > 0 else { return "" }
        guard displayWidth > width else { return self }
        var kept = prefix(columns: width - 1)
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// The longest beginning of whole clusters that takes at most `columns`.
    func prefix(columns: Int) -> String {
        var result = ""
        var used = 0
        for character in self {
            used += character.displayWidth
            guard used <= columns else { break }
            result.append(character)
        }
        return result
    }
}
