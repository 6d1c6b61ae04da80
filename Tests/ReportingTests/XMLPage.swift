import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// An HTML file as a strict parser of XML reads it: what it shows, and what stands where.
final class XMLPage: NSObject, XMLParserDelegate {
    struct Element {
        let name: String
        let attributes: [String: String]
    }

    /// Every element in order.
    private(set) var elements: [Element] = []
    /// The text that a reader sees: without the head, and without what only stands in for a drawing.
    private(set) var text = ""
    private var open: [String] = []

    /// Reads a file; a fault of its form is a failure of the test.
    init(_ html: String) throws {
        super.init()
        let parser = XMLParser(data: Data(html.utf8))
        parser.delegate = self
        try #require(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "") at line \(parser.lineNumber)")
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(name)
        elements.append(Element(name: name, attributes: attributes))
        if ["br", "p", "td", "th", "li", "div", "dd", "dt"].contains(name) { text += " " }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        guard !open.contains(where: { ["head", "svg"].contains($0) }) else { return }
        text += string
    }
}
