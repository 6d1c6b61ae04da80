import FormModel
import LuaRuntime

/// A form as a script state knows it: its layout, the state's number of each of its sets, and its frame by key.
public final class FormBinding {
    /// The layout.
    public let layout: FormLayout
    /// The state's number of each set, in the order of the layout.
    public let sets: [Int32]
    /// The rows of the frame by key: of two with one key the first.
    private lazy var frameRows: [[String]: Int] = {
        guard let frame = layout.form.frame else { return [:] }
        return Dictionary(frame.rows.indices.map { (frame.key(ofRow: $0), $0) }) { first, _ in first }
    }()

    init(layout: FormLayout, sets: [Int32]) {
        self.layout = layout
        self.sets = sets
    }

    /// The row of the frame with a key.
    public func frameRow(of key: [String]) -> Int? { frameRows[key] }

    /// The record set as the state wants it defined.
    static func definition(of set: RecordSet, in layout: FormLayout, sets: [Int32]) -> LuaRecordLayout {
        LuaRecordLayout(
            name: set.path,
            fields: set.fields.map {
                LuaRecordLayout.Field(
                    $0.name, choices: $0.question.choices?.choices.map(\.name) ?? [],
                    isPersonal: $0.question.personal)
            },
            parent: set.parent.map {
                LuaRecordLayout.Parent(set: sets[$0], name: layout.sets[$0].name, roster: set.name)
            })
    }
}

extension Value {
    /// The value as a cell of a frame writes it, to find the unit's row.
    public var keyText: String? {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .boolean(let value): value ? "yes" : "no"
        case .date(let day): day.iso
        case .decimal, .choices, .ranking, .time, .dateTime, .geopoint: nil
        }
    }
}
