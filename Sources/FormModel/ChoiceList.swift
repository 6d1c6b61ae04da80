/// One choice of a list.
public struct Choice: Hashable, Sendable {
    /// The name stored in records: any characters but spaces.
    public let name: String
    /// What is shown.
    public let label: LocalizedText
    /// The further columns of a list that comes from a CSV file, as the file has them.
    public let columns: [String: String]

    /// A choice.
    public init(name: String, label: LocalizedText, columns: [String: String] = [:]) {
        self.name = name
        self.label = label
        self.columns = columns
    }
}

/// A list of choices, written in the form or read from a CSV file of the workspace.
public struct ChoiceList: Hashable, Sendable {
    /// The name of the CSV file without its ending, or `nil` for a list written in the form.
    public let source: String?
    /// The further columns of the file, in its order.
    public let columns: [String]
    /// The choices in order.
    public let choices: [Choice]
    private let positions: [String: Int]

    /// A list of choices; of two with one name the first counts (a diagnostic tells of the second).
    public init(source: String? = nil, columns: [String] = [], choices: [Choice]) {
        self.source = source
        self.columns = columns
        self.choices = choices
        self.positions = Dictionary(choices.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// The choice of a name.
    public subscript(name: String) -> Choice? { position(of: name).map { choices[$0] } }

    /// The place of a name in the list, from 0.
    public func position(of name: String) -> Int? {
        // A few short names are compared sooner than one is hashed.
        guard choices.count <= ChoiceList.short else { return positions[name] }
        for place in choices.indices where choices[place].name == name { return place }
        return nil
    }

    private static let short = 12

    /// Two lists are one if they have the same source and choices.
    public static func == (left: ChoiceList, right: ChoiceList) -> Bool {
        left.source == right.source && left.choices == right.choices
    }

    /// Hashes the source and the number of choices.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(source)
        hasher.combine(choices.count)
    }
}

/// Who should report: the rows of a form's frame (`semantics.md` 3.7).
public struct Frame: Hashable, Sendable {
    /// The name of the CSV file without its ending.
    public let source: String
    /// All columns of the file, in its order.
    public let columns: [String]
    /// The rows: a cell for each column.
    public let rows: [[String]]
    /// The columns that hold the form's key fields, in the order of the key.
    public let keyColumns: [Int]

    /// A frame.
    public init(source: String, columns: [String], rows: [[String]], keyColumns: [Int]) {
        self.source = source
        self.columns = columns
        self.rows = rows
        self.keyColumns = keyColumns
    }

    /// The key of a row, in the order of the form's key.
    public func key(ofRow row: Int) -> [String] { keyColumns.map { rows[row][$0] } }
}
