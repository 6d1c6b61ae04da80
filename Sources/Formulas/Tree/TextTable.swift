/// Texts by number, each once, so that texts are equal where their numbers are.
public final class TextTable {
    /// The texts by their numbers.
    public private(set) var texts: [String] = []
    private var codes: [Bytes: Int32] = [:]

    /// A text by its bytes: Swift takes two spellings of a letter as one, Lua does not.
    private struct Bytes: Hashable {
        let text: String

        static func == (left: Bytes, right: Bytes) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

        func hash(into hasher: inout Hasher) {
            var text = text
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    /// A table without texts.
    public init() {}

    /// The number of a text; a new one for a new text.
    public func code(_ text: String) -> Int32 {
        if let known = codes[Bytes(text: text)] { return known }
        let code = Int32(texts.count)
        codes[Bytes(text: text)] = code
        texts.append(text)
        return code
    }

    /// The text of a number.
    public subscript(code: Int32) -> String { texts[Int(code)] }
}
