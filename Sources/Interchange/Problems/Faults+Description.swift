/// A text as a message shows it: at most 60 characters, control characters as spaces.
func shortened(_ text: String) -> String {
    let shown = text.prefix(61).map { $0.isNewline || $0 == "\t" ? " " : $0 }
    return shown.count > 60 ? String(shown.prefix(59)) + "…" : String(shown)
}

/// ` (did you mean 'x'?)`, or nothing.
func didYouMean(_ name: String?) -> String {
    name.map { " (did you mean '\($0)'?)" } ?? ""
}

/// Names separated by commas; where they are not all, how many there are.
func listed(_ names: [String], of count: Int) -> String {
    names.joined(separator: ", ") + (count > names.count ? ", … (\(count))" : "")
}

extension FileFault: CustomStringConvertible {
    /// What is wrong, in plain English.
    public var description: String {
        switch self {
        case .notFound: "no such file"
        case .cannotRead(let reason): "cannot be read: \(reason)"
        case .cannotCreate(let reason): "cannot be created: \(reason)"
        case .cannotWrite(let reason): "writing failed: \(reason)"
        case .readerGone: "the reader of the pipe has gone"
        }
    }
}

extension CSVFault: CustomStringConvertible {
    /// What is wrong, in plain English.
    public var description: String {
        switch self {
        case .empty: "the file is empty; a header is needed"
        case .notUTF8(let guess):
            "not UTF-8" + (guess.map { ", but probably \($0.name)" } ?? "") + "; save the file as UTF-8"
        case .nul: "a byte 0 stands in the text; this is no CSV"
        case .loneCarriageReturn: "the line ends with a carriage return alone; save with LF or CRLF"
        case .unclosedQuote: "the quote that opens here is never closed"
        case .textAfterQuote(let text):
            "'\(shortened(text))' follows a closing quote; write a quote within a cell twice"
        case .quoteInside(let cell):
            "a quote stands inside '\(shortened(cell))'; put the cell in quotes and write the quote twice"
        case .tooManyCells(let found, let expected): "\(found) cells where the header has \(expected)"
        case .tooFewCells(let found, let expected): "only \(found) cells where the header has \(expected)"
        case .separated(.semicolon): "separated by semicolons; save with commas"
        case .separated(.tab): "separated by tabs; save with commas"
        case .separated(.bar): "separated by bars; save with commas"
        case .rowTooLong(let limit): "the row is longer than \(limit) bytes"
        }
    }
}

extension HeaderFault: CustomStringConvertible {
    /// What is wrong, in plain English.
    public var description: String {
        switch self {
        case .duplicate(let name, let first): "the column '\(shortened(name))' is already column \(first)"
        case .emptyName(let column): "column \(column) has no name"
        case .unknownColumn(let name, let nearest): "unknown column '\(shortened(name))'" + didYouMean(nearest)
        case .missingColumns(let names): "missing columns: " + names.joined(separator: ", ")
        case .missingPersonalColumns(let names):
            "missing columns with personal data: " + names.joined(separator: ", ")
        case .noParentColumns(let anyOf):
            "nothing names the parent; needed: " + anyOf.map { $0.joined(separator: ", ") }.joined(separator: " or ")
        case .parentIDWithoutID(let file): "'_parent_id' needs a column '_id' in \(file)"
        case .unknownRoster(let name, let nearest): "the form has no roster '\(shortened(name))'" + didYouMean(nearest)
        }
    }
}

extension RowFault: CustomStringConvertible {
    /// What is wrong, in plain English.
    public var description: String {
        switch self {
        case .valueAndReason(let value, let reason):
            "both a value, '\(shortened(value))', and a reason for having none, '\(shortened(reason))'"
        case .duplicateKey(let key, let line):
            "'\(shortened(key.joined(separator: ", ")))' stands on line \(line) already, in the same round"
        case .duplicateID(let id, let line): "the _id '\(shortened(id))' stands on line \(line) already"
        case .parentNotNamed: "the row does not say which record it belongs to"
        case .noSuchParent(let reference): "no record '\(shortened(reference.joined(separator: ", ")))'"
        case .ambiguousParent(let reference, let lines):
            "rows belong to '\(shortened(reference.joined(separator: ", ")))', which is on lines "
                + lines.map(String.init).joined(separator: " and ") + "; tell them apart by _round or _parent_id"
        case .noSuchParentRow(let found): "no row '\(shortened(found))' in the roster above"
        case .duplicateRow(let row, let line): "_row \(row) stands on line \(line) already"
        case .rowNumberMissing: "other rows of this record have a _row, this one has none"
        case .nameMissing: "the name is empty"
        case .spaceInName(let name): "the name '\(shortened(name))' holds a space"
        case .duplicateName(let names, let line):
            "'\(shortened(names.joined(separator: ", ")))' stands on line \(line) already"
        case .reasonWithoutColumn(let record, let reason):
            "record \(record) has the reason '\(reason)', which the form does not offer here"
        }
    }
}

extension JSONFault: CustomStringConvertible {
    /// What is wrong, in plain English.
    public var description: String {
        switch self {
        case .syntax(let expected, let found): "\(expected) expected, \(found) found"
        case .tooDeep(let limit): "nested deeper than \(limit)"
        case .duplicateName(let name): "'\(shortened(name))' is given twice"
        case .unknownName(let name, let nearest): "unknown name '\(shortened(name))'" + didYouMean(nearest)
        case .wrongType(let expected, let found): "\(expected) expected, \(found) found"
        }
    }
}
