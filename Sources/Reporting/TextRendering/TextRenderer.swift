import VietText

/// Renders a document as text for a terminal, a mail or a printer with fixed columns.
///
/// No line is wider than `width` by display width, none ends in white space, and the text ends with one newline. The
/// same document gives the same bytes, whichever Unicode form its texts came in.
public struct TextRenderer: DocumentRenderer {
    /// The widths that pages are laid out for; others are taken as the nearest of these.
    public static let widths = 80...120

    /// The columns a line may take.
    public let width: Int
    /// The characters that rules, frames and bars are drawn with.
    public let drawing: Drawing

    /// A renderer for pages of a width.
    public init(width: Int = 80, drawing: Drawing = .unicode) {
        self.width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
        self.drawing = drawing
    }

    /// The whole document as text.
    public func render(_ document: Document) -> String {
        let page = TextPage(width: width, drawing: drawing, document: document)
        let parts =
            page.banner(for: document) + document.blocks.map(page.lines) + [page.lines(document.provenance)]
        let text = parts.filter { !$0.isEmpty }.map { $0.map(\.withoutTrailingSpace).joined(separator: "\n") }
        return text.joined(separator: "\n\n") + "\n"
    }
}

/// The characters that rules, frames and bars are drawn with.
public enum Drawing: Hashable, Sendable {
    /// Box lines and blocks in eighths.
    case unicode
    /// "-", "|", "+" and "#" only, for devices that show nothing else. Texts keep their letters.
    case ascii

    var rule: String { self == .unicode ? "─" : "-" }
    var lightRule: String { self == .unicode ? "┄" : "-" }
    var strongRule: String { self == .unicode ? "═" : "=" }
    var upright: String { self == .unicode ? "│" : "|" }
    var upperCorners: (left: String, right: String) { self == .unicode ? ("┌", "┐") : ("+", "+") }
    var lowerCorners: (left: String, right: String) { self == .unicode ? ("└", "┘") : ("+", "+") }

    func rule(_ width: Int) -> String {
        String(repeating: rule, count: max(0, width))
    }
}

extension String {
    fileprivate var withoutTrailingSpace: String {
        guard let end = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[...end])
    }
}
