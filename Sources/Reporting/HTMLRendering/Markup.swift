/// A piece of HTML that no text can break out of: the names of elements and attributes are the program's, and whatever
/// stands between or in them is escaped here and nowhere else.
///
/// It is well-formed XML too (every element is closed, every attribute quoted, no named entity but XML's own), so that
/// any parser can check it.
struct Markup {
    /// The HTML.
    let source: String

    private init(source: String) {
        self.source = source
    }

    /// A text; a newline in it begins a new line.
    init(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        source = lines.map { Markup.escaped(String($0)) }.joined(separator: "<br/>")
    }

    /// A safe text.
    init(_ text: PlainText) {
        self.init(text.string)
    }

    /// Pieces after one another.
    init(_ pieces: [Markup]) {
        source = pieces.map(\.source).joined()
    }

    /// Nothing.
    static let empty = Markup(source: "")

    /// Pieces one a line, so that the file can be read and compared.
    static func lines(_ pieces: [Markup]) -> Markup {
        Markup(source: pieces.map(\.source).filter { !$0.isEmpty }.joined(separator: "\n"))
    }

    /// An element with what stands in it.
    static func element(
        _ tag: Tag, _ attributes: KeyValuePairs<StaticString, String> = [:], _ content: [Markup] = []
    ) -> Markup {
        let opening = attributes.reduce("<\(tag.rawValue)") { opening, attribute in
            opening + " \(attribute.key)=\"\(escaped(attribute.value))\""
        }
        guard !tag.isVoid else { return Markup(source: opening + "/>") }
        return Markup(source: opening + ">" + content.map(\.source).joined() + "</\(tag.rawValue)>")
    }

    /// An element with one text in it.
    static func element(
        _ tag: Tag, _ attributes: KeyValuePairs<StaticString, String> = [:], _ text: PlainText
    ) -> Markup {
        element(tag, attributes, [Markup(text)])
    }

    /// A style sheet of the program's own. Texts do not get in here: a style sheet is not escaped.
    static func style(_ sheet: StaticString) -> Markup {
        Markup(source: "<style>\n\(sheet)\n</style>")
    }

    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            // Within an attribute.
            case "\n": result.append(contentsOf: "&#10;".unicodeScalars)
            default: result.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return String(result)
    }

    /// Neither controls nor what is no character at all may stand in a document.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }
}

/// The elements that pages are made of.
enum Tag: String {
    case html, head, meta, title, body, main, header, footer, section, div, p, span, strong, br, hr
    case h1, h2, h3, h4, ul, ol, li, dl, dt, dd, figure, figcaption
    case table, thead, tbody, tr, th, td
    case svg, rect, line, polyline, circle, desc

    /// Whether nothing can stand in it. Those of SVG close in themselves too.
    var isVoid: Bool {
        switch self {
        case .meta, .br, .hr, .rect, .line, .polyline, .circle: true
        case .html, .head, .title, .body, .main, .header, .footer, .section, .div, .p, .span, .strong, .h1, .h2, .h3,
            .h4, .ul, .ol, .li, .dl, .dt, .dd, .figure, .figcaption, .table, .thead, .tbody, .tr, .th, .td, .svg,
            .desc:
            false
        }
    }
}
