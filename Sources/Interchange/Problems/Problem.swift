/// Where something stands in a file of data.
public struct SourcePlace: Hashable, Sendable {
    /// The file, as the user named it.
    public let file: String
    /// The line, from 1; 0 where the whole file is meant.
    public let line: Int
    /// The column in characters, from 1, where it is known.
    public let column: Int?
    /// The column's name in a CSV file, or the path within a JSON record (`person[2].age`), where one is meant.
    public let field: String?

    /// A place in a file.
    public init(file: String, line: Int = 0, column: Int? = nil, field: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.field = field
    }
}

extension SourcePlace: CustomStringConvertible {
    /// `file:line:column`, as far as they are known.
    public var description: String {
        guard line > 0 else { return file }
        return column.map { "\(file):\(line):\($0)" } ?? "\(file):\(line)"
    }
}

/// What is wrong with data that came in, or with a file that should take data: a place and a fault with its facts.
///
/// The sentence that people read is made from `fault` elsewhere; `description` gives a plain English one.
public struct Problem: Error, Hashable, Sendable {
    /// Where it is.
    public let place: SourcePlace
    /// What it is.
    public let fault: Fault

    /// A problem at a place.
    public init(_ fault: Fault, at place: SourcePlace) {
        self.place = place
        self.fault = fault
    }

    /// The stable code of the fault, such as `E-CELL-004`.
    public var code: String { fault.code }
}

extension Problem: CustomStringConvertible {
    /// Place, field, plain English words and code.
    public var description: String {
        let field = place.field.map { "\($0): " } ?? ""
        return "\(place): \(field)\(sentence) [\(code)]"
    }

    /// What is wrong, without the place.
    private var sentence: String {
        guard case .csv(.notUTF8(let guess?)) = fault else { return fault.description }
        return "not UTF-8, but probably \(guess.name); convert it with: \(guess.conversion(of: place.file))"
    }
}

/// What can be wrong, by where it is found.
public enum Fault: Hashable, Sendable {
    /// A file cannot be opened, read or written.
    case file(FileFault)
    /// The bytes are no CSV.
    case csv(CSVFault)
    /// The first line of a CSV does not fit.
    case header(HeaderFault)
    /// A row does not fit the others.
    case row(RowFault)
    /// A cell is no answer to its question.
    case cell(CellFault)
    /// A line is no JSON record.
    case json(JSONFault)

    /// The stable code, such as `E-CELL-004`.
    public var code: String {
        switch self {
        case .file(let fault): fault.code
        case .csv(let fault): fault.code
        case .header(let fault): fault.code
        case .row(let fault): fault.code
        case .cell(let fault): fault.code
        case .json(let fault): fault.code
        }
    }
}

extension Fault: CustomStringConvertible {
    /// What is wrong, in plain English.
    public var description: String {
        switch self {
        case .file(let fault): fault.description
        case .csv(let fault): fault.description
        case .header(let fault): fault.description
        case .row(let fault): fault.description
        case .cell(let fault): fault.description
        case .json(let fault): fault.description
        }
    }
}

/// Problems in the order they were met: all are counted, the first thousand kept.
public struct ProblemLog: Error, Hashable, Sendable {
    /// How many problems are kept.
    public static let capacity = 1000

    /// The problems kept.
    public private(set) var kept: [Problem] = []
    /// How many there were.
    public private(set) var count = 0

    /// An empty log.
    public init() {}

    /// Whether there was none.
    public var isEmpty: Bool { count == 0 }

    /// Notes a problem.
    public mutating func append(_ problem: Problem) {
        count += 1
        if kept.count < ProblemLog.capacity { kept.append(problem) }
    }

    /// Notes problems in their order.
    public mutating func append(contentsOf problems: some Sequence<Problem>) {
        for problem in problems { append(problem) }
    }
}
