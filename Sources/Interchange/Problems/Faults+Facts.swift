extension Fault {
    /// The facts of the fault by name, for a catalogue of sentences: `found`, `nearest`, `allowed`, `line` and the like.
    /// What is not known is left out.
    public var facts: [String: String] {
        switch self {
        case .file(let fault): fault.facts
        case .csv(let fault): fault.facts
        case .header(let fault): fault.facts
        case .row(let fault): fault.facts
        case .cell(let fault): fault.facts
        case .json(let fault): fault.facts
        }
    }
}

extension Problem {
    /// The facts of the fault, with `field` where the place names one, and `command` where a file can be converted.
    public var facts: [String: String] {
        var facts = fault.facts
        facts["field"] = facts["field"] ?? place.field
        if case .csv(.notUTF8(let guess?)) = fault { facts["command"] = guess.conversion(of: place.file) }
        return facts
    }
}

extension FileFault {
    fileprivate var facts: [String: String] {
        switch self {
        case .notFound, .readerGone: [:]
        case .cannotRead(let reason), .cannotCreate(let reason), .cannotWrite(let reason): ["reason": reason]
        }
    }
}

extension CSVFault {
    fileprivate var facts: [String: String] {
        switch self {
        case .empty, .nul, .loneCarriageReturn, .unclosedQuote: [:]
        case .notUTF8(let guess): guess.map { ["guess": $0.name] } ?? [:]
        case .textAfterQuote(let text), .quoteInside(let text): ["found": shortened(text)]
        case .tooManyCells(let found, let expected), .tooFewCells(let found, let expected):
            ["found": String(found), "expected": String(expected)]
        case .separated(let separator): ["separator": separator.rawValue]
        case .rowTooLong(let limit): ["limit": String(limit)]
        }
    }
}

extension HeaderFault {
    fileprivate var facts: [String: String] {
        switch self {
        case .duplicate(let name, let first): ["name": shortened(name), "first": String(first)]
        case .emptyName(let column): ["column": String(column)]
        case .unknownColumn(let name, let nearest), .unknownRoster(let name, let nearest):
            ["name": shortened(name)].adding(nearest: nearest)
        case .missingColumns(let names), .missingPersonalColumns(let names): ["names": names.joined(separator: ", ")]
        case .noParentColumns(let anyOf):
            ["names": anyOf.map { $0.joined(separator: ", ") }.joined(separator: " | ")]
        case .parentIDWithoutID(let file): ["file": file]
        }
    }
}

extension RowFault {
    fileprivate var facts: [String: String] {
        switch self {
        case .valueAndReason(let value, let reason): ["value": shortened(value), "reason": shortened(reason)]
        case .duplicateKey(let names, let line), .duplicateName(let names, let line):
            ["key": shortened(names.joined(separator: ", ")), "line": String(line)]
        case .duplicateID(let id, let line): ["key": shortened(id), "line": String(line)]
        case .parentNotNamed, .rowNumberMissing, .nameMissing: [:]
        case .noSuchParent(let reference): ["found": shortened(reference.joined(separator: ", "))]
        case .ambiguousParent(let reference, let lines):
            [
                "found": shortened(reference.joined(separator: ", ")),
                "lines": lines.map(String.init).joined(separator: ", "),
            ]
        case .noSuchParentRow(let found), .spaceInName(let found): ["found": shortened(found)]
        case .duplicateRow(let row, let line): ["row": String(row), "line": String(line)]
        case .reasonWithoutColumn(let record, let reason): ["record": record, "reason": reason]
        }
    }
}

extension CellFault {
    fileprivate var facts: [String: String] {
        switch self {
        case .notYesNo(let found), .notInteger(let found), .fraction(let found), .outOfRange(let found),
            .notDecimal(let found), .repeated(let found), .notTime(let found), .notDateTime(let found),
            .notGeopoint(let found), .geopointOutOfRange(let found), .notRowNumber(let found):
            ["found": shortened(found)]
        case .decimalComma(let found, let suggestion): ["found": shortened(found)].adding(nearest: suggestion)
        case .notDate(let found, let suggestion): ["found": shortened(found)].adding(nearest: suggestion)
        case .notInList(let found, let nearest, let allowed, let count):
            ["found": shortened(found), "allowed": listed(allowed, of: count)].adding(nearest: nearest)
        case .notRound(let found, let example): ["found": shortened(found), "example": example]
        }
    }
}

extension JSONFault {
    fileprivate var facts: [String: String] {
        switch self {
        case .syntax(let expected, let found), .wrongType(let expected, let found):
            ["expected": expected, "found": found]
        case .tooDeep(let limit): ["limit": String(limit)]
        case .duplicateName(let name): ["name": shortened(name)]
        case .unknownName(let name, let nearest): ["name": shortened(name)].adding(nearest: nearest)
        }
    }
}

extension [String: String] {
    fileprivate func adding(nearest: String?) -> [String: String] {
        merging(nearest.map { ["nearest": $0] } ?? [:]) { own, _ in own }
    }
}
