/// What can be wrong with a file as such.
public enum FileFault: Hashable, Sendable {
    /// There is no such file.
    case notFound
    /// It cannot be opened or read, for the system's reason.
    case cannotRead(reason: String)
    /// It cannot be created, for the system's reason.
    case cannotCreate(reason: String)
    /// Writing failed, for the system's reason (a full disk).
    case cannotWrite(reason: String)
    /// Whoever read the pipe has gone.
    case readerGone

    /// The stable code.
    public var code: String {
        switch self {
        case .notFound: "E-DATA-001"
        case .cannotRead: "E-DATA-002"
        case .cannotCreate: "E-DATA-003"
        case .cannotWrite: "E-DATA-004"
        case .readerGone: "E-DATA-005"
        }
    }
}

/// What can keep bytes from being a CSV (RFC 4180, UTF-8).
public enum CSVFault: Hashable, Sendable {
    /// The file holds nothing.
    case empty
    /// The bytes are not UTF-8; the guess says what they may be.
    case notUTF8(guess: TextEncoding?)
    /// A byte 0 stands in the text.
    case nul
    /// A line ends with a carriage return alone.
    case loneCarriageReturn
    /// A quote that opens here is never closed.
    case unclosedQuote
    /// Text follows a closing quote.
    case textAfterQuote(text: String)
    /// A quote stands inside a cell that does not begin with one.
    case quoteInside(cell: String)
    /// A row has more cells than the header.
    case tooManyCells(found: Int, expected: Int)
    /// A row has fewer cells than the header.
    case tooFewCells(found: Int, expected: Int)
    /// The cells are separated by another character than the comma.
    case separated(by: Separator)
    /// A row is longer than this number of bytes.
    case rowTooLong(limit: Int)

    /// A character that some programs put between cells instead of the comma.
    public enum Separator: String, Hashable, Sendable {
        /// `;`
        case semicolon = ";"
        /// The tabulator.
        case tab = "\t"
        /// `|`
        case bar = "|"
    }

    /// The stable code.
    public var code: String {
        switch self {
        case .empty: "E-TABLE-001"
        case .notUTF8: "E-TABLE-002"
        case .nul: "E-TABLE-003"
        case .loneCarriageReturn: "E-TABLE-004"
        case .unclosedQuote: "E-TABLE-005"
        case .textAfterQuote: "E-TABLE-006"
        case .quoteInside: "E-TABLE-007"
        case .tooManyCells: "E-TABLE-008"
        case .tooFewCells: "E-TABLE-009"
        case .separated: "E-TABLE-010"
        case .rowTooLong: "E-TABLE-011"
        }
    }
}

/// What can be wrong with the first line of a CSV.
public enum HeaderFault: Hashable, Sendable {
    /// Two columns have one name, regardless of case; the first stands at this column number.
    case duplicate(name: String, first: Int)
    /// The column of this number has no name.
    case emptyName(column: Int)
    /// A column is none of the form's, of the roster's or of the list's.
    case unknownColumn(name: String, nearest: String?)
    /// Columns that the form needs are not there.
    case missingColumns(names: [String])
    /// Columns of personal fields that the form needs are not there, as in an export that left them out.
    case missingPersonalColumns(names: [String])
    /// The rows of a roster do not name their parent: one of these groups of columns is needed.
    case noParentColumns(anyOf: [[String]])
    /// A roster names its parents by `_parent_id`, but the records' file has no `_id`.
    case parentIDWithoutID(recordsFile: String)
    /// A file is given for a roster that the form does not have.
    case unknownRoster(name: String, nearest: String?)

    /// The stable code.
    public var code: String {
        switch self {
        case .duplicate: "E-HEADER-001"
        case .emptyName: "E-HEADER-002"
        case .unknownColumn: "E-HEADER-003"
        case .missingColumns: "E-HEADER-004"
        case .missingPersonalColumns: "E-HEADER-008"
        case .noParentColumns: "E-HEADER-005"
        case .parentIDWithoutID: "E-HEADER-006"
        case .unknownRoster: "E-HEADER-007"
        }
    }
}

/// What can be wrong with a row beside the others.
public enum RowFault: Hashable, Sendable {
    /// A field has both a value and a reason for having none.
    case valueAndReason(value: String, reason: String)
    /// An earlier line has the same key in the same round.
    case duplicateKey(key: [String], firstLine: Int)
    /// An earlier line has the same `_id`.
    case duplicateID(id: String, firstLine: Int)
    /// A roster row names no parent.
    case parentNotNamed
    /// A roster row names a parent that is not among the records.
    case noSuchParent(reference: [String])
    /// A roster row's parent could be any of the records on these lines.
    case ambiguousParent(reference: [String], lines: [Int])
    /// A row of a nested roster names a row that its parent roster does not have.
    case noSuchParentRow(found: String)
    /// Two rows of one roster have one number.
    case duplicateRow(row: Int, firstLine: Int)
    /// Some rows of a roster have a number and this one has none.
    case rowNumberMissing
    /// A name in a list of names is empty.
    case nameMissing
    /// A name in a list of choices holds a space.
    case spaceInName(name: String)
    /// An earlier line of a list has the same name or key.
    case duplicateName(names: [String], firstLine: Int)
    /// A record to be written has a reason that the field's columns cannot say.
    case reasonWithoutColumn(record: String, reason: String)

    /// The stable code.
    public var code: String {
        switch self {
        case .valueAndReason: "E-LINE-001"
        case .duplicateKey: "E-LINE-002"
        case .duplicateID: "E-LINE-003"
        case .parentNotNamed: "E-LINE-004"
        case .noSuchParent: "E-LINE-005"
        case .ambiguousParent: "E-LINE-006"
        case .noSuchParentRow: "E-LINE-007"
        case .duplicateRow: "E-LINE-008"
        case .rowNumberMissing: "E-LINE-009"
        case .nameMissing: "E-LINE-010"
        case .spaceInName: "E-LINE-011"
        case .duplicateName: "E-LINE-012"
        case .reasonWithoutColumn: "E-LINE-013"
        }
    }
}

/// What can be wrong with a line of JSON.
public enum JSONFault: Hashable, Sendable {
    /// The text breaks off or goes on where JSON does not.
    case syntax(expected: String, found: String)
    /// Objects and lists stand in one another deeper than this.
    case tooDeep(limit: Int)
    /// An object has a name twice.
    case duplicateName(name: String)
    /// A name is none of the form's.
    case unknownName(name: String, nearest: String?)
    /// A value has another type than its question.
    case wrongType(expected: String, found: String)

    /// The stable code.
    public var code: String {
        switch self {
        case .syntax: "E-JSON-001"
        case .tooDeep: "E-JSON-002"
        case .duplicateName: "E-JSON-003"
        case .unknownName: "E-JSON-004"
        case .wrongType: "E-JSON-005"
        }
    }
}
