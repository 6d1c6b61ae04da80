/// Renders a document as GitHub-flavoured Markdown: tables with their columns aligned, charts as text in code blocks.
///
/// The source can be read as it is; it ends with one newline. The same document gives the same bytes.
public struct MarkdownRenderer: DocumentRenderer {
    /// A renderer.
    public init() {}

    /// The whole document as Markdown.
    public func render(_ document: Document) -> String {
        let parts = MarkdownPage(document).parts.filter { !$0.isEmpty }
        return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }
}
