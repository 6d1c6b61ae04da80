import FormModel
import Messages

/// How a formula ended for a record (`semantics.md` 1.3).
enum FormulaOutcome: Hashable {
    /// `nil`.
    case none
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case day(Int)
    case missing(MissingReason)
    case fault
}

/// Runs formulas over the rows of a view.
///
/// The seam of `architecture.md` 3: a formula has one meaning and several engines. `InterpretedFormulas` calls the Lua
/// function a record at a time; compiled columns will answer the same calls.
protocol FormulaRunner: AnyObject {
    /// The outcome of a formula for each of the given rows of a set, in their order.
    func run(
        _ formula: FunctionReference, over set: Int, rows: [Int32], of view: RecordView
    ) throws(Message) -> FormulaResults

    /// What went wrong for a row whose outcome is a fault.
    func fault(
        of formula: FunctionReference, over set: Int, row: Int32, of view: RecordView
    ) throws(Message) -> LocatedFault
}

extension FormulaRunner {
    /// What went wrong for a row: known already, or told by running the formula again.
    func fault(
        _ known: LocatedFault?, of formula: FunctionReference, over set: Int, row: Int32, of view: RecordView
    ) throws(Message) -> LocatedFault {
        if let known { return known }
        return try fault(of: formula, over: set, row: row, of: view)
    }
}

/// What a formula gave for rows.
struct FormulaResults {
    /// An outcome for each row.
    var outcomes: [FormulaOutcome]
    /// What went wrong, by row, where it is known without running the formula again.
    var faults: [Int32: LocatedFault] = [:]
    /// Whether a personal field was read: then no outcome is told but by its type.
    var hasReadPersonal = false

    /// A formula may not change its upvalues, or figures would depend on the order of records (`semantics.md` 5.2): what
    /// it gave counts for nothing.
    static func failed(_ rows: [Int32], _ formula: FunctionReference, changing name: String) -> FormulaResults {
        let fault = LocatedFault(
            place: formula.place, message: Message("E-UPVALUE-001", ["name": name, "place": "\(formula.place)"]))
        return FormulaResults(
            outcomes: Array(repeating: .fault, count: rows.count),
            faults: Dictionary(rows.map { ($0, fault) }) { first, _ in first })
    }
}

/// What went wrong in a script, and where.
struct LocatedFault: Hashable, Error {
    let place: Place?
    let message: Message
}

/// A formula that failed for a record.
public struct FormulaFault: Hashable, Sendable {
    /// The id of the record; of a roster's row, with its place: `a1b2…/person[3]`. Of a figure that cannot be computed as
    /// a whole, the indicator's id.
    public let record: String
    /// Whether it is of one record; otherwise the whole figure could not be computed.
    public let isOfRecord: Bool
    /// Where in the script.
    public let place: Place?
    /// What went wrong.
    public let message: Message
    /// What the formula reads of the record, by its text.
    public var read: [ReadField] = []

    /// How many of a figure's faults are told (`semantics.md` 3.6).
    static let told = 20

    /// A fault of a formula on a record.
    init(record: String, _ fault: LocatedFault) { self.init(record, isOfRecord: true, fault) }

    /// What keeps a figure from being computed.
    init(figure: String, _ fault: LocatedFault) { self.init(figure, isOfRecord: false, fault) }

    private init(_ record: String, isOfRecord: Bool, _ fault: LocatedFault) {
        self.record = record
        self.isOfRecord = isOfRecord
        self.place = fault.place
        self.message = fault.message
    }
}

/// A field that a formula reads, with what the record has there.
public struct ReadField: Hashable, Sendable {
    /// The field's question.
    public let question: Question
    /// The record's answer.
    public let answer: Answer

    /// The most that are told of one record.
    static let told = 8
}
