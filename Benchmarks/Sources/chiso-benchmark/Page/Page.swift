/// The page of results.
struct Page {
    let head: String
    var sections: [PageSection] = []

    init(head: String) { self.head = head }

    var markdown: String { ([head] + sections.map(\.markdown)).joined(separator: "\n") + "\n" }
}

/// A section of the page: a title, then paragraphs and tables.
struct PageSection {
    let title: String
    private var blocks: [String] = []

    init(_ title: String) { self.title = title }

    mutating func add(_ paragraph: String) { blocks.append(paragraph) }

    mutating func add(_ table: Table) { blocks.append(table.markdown) }

    var markdown: String { (["", "## \(title)"] + blocks.flatMap { ["", $0] }).joined(separator: "\n") }
}

/// A table of the page.
struct Table {
    private let header: [String]
    private var rows: [[String]] = []

    init(_ header: String...) { self.header = header }

    mutating func add(_ row: String...) { rows.append(row) }

    var markdown: String {
        ([header, header.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }
}
