import FormModel
import LuaRuntime

/// What a script declared, before its properties are read: `kind "id" { … }`.
struct Declaration {
    let kind: String
    let id: String
    /// Where it begins; with the column once its text was found.
    let place: Place
    /// Which of the declarations of this kind and id on its line it is, from 1.
    let number: Int
    let body: LuaTable
    /// The function that a test has for its body.
    let function: LuaFunction?

    /// Reads a node that the prelude made, and finds its place in the texts; `nil` for any other value.
    init?(_ value: LuaValue, in texts: ScriptTexts) {
        guard case .table(let node) = value, node.className == "node",
            case .string(let kind) = node["kind"], case .string(let id) = node["id"],
            case .string(let file) = node["file"], case .integer(let line) = node["line"],
            case .integer(let number) = node["number"]
        else { return nil }
        self.kind = kind
        self.id = id
        self.number = Int(number)
        self.place = texts.place(ofDeclaration: kind, id: id, Place(file: file, line: Int(line)), number: Int(number))
        self.body = if case .table(let body) = node["body"] { body } else { LuaTable() }
        self.function = if case .function(let function) = node["body"] { function } else { nil }
    }

    /// What tells it from every other declaration of its file.
    var mark: DeclarationMark { DeclarationMark(kind: kind, id: id, place: place, number: number) }

    /// The marks of the declarations that stand in it, wherever that is.
    func marksWithin(_ texts: ScriptTexts) -> Set<DeclarationMark> {
        (body.array + body.fields.map(\.value)).reduce(into: []) { marks, value in
            guard let inner = Declaration(value, in: texts) else { return }
            marks.insert(inner.mark)
            marks.formUnion(inner.marksWithin(texts))
        }
    }
}

/// Which declaration something is about.
struct DeclarationMark: Hashable {
    let kind: String
    let id: String
    let place: Place
    /// Which of those of this kind and id on its line, from 1.
    let number: Int
}

extension ScriptTexts {
    /// The place of a declaration with its column, where its text is found on the line.
    func place(ofDeclaration kind: String, id: String, _ place: Place, number: Int) -> Place {
        guard let source = self[place.file],
            let range = source.declaration(kind, id: id, line: place.line, number: number)
        else { return place }
        return Place(file: place.file, line: place.line, column: source.tokens[range.lowerBound].column)
    }
}

extension LuaValue {
    /// What a message calls the value: Lua's name of its type.
    public var typeName: String {
        switch self {
        case .none: "nil"
        case .boolean: "boolean"
        case .integer, .number: "number"
        case .string: "string"
        case .date: "date"
        case .set: "set"
        case .row: "row"
        case .list: "list"
        case .record: "record"
        case .roster: "roster"
        case .object: "object"
        case .table(let table):
            switch table.className {
            case "pending", "node": "declaration"
            case "from_csv": "from_csv \"…\""
            default: "table"
            }
        case .function: "function"
        }
    }

    /// The value as a message shows it.
    public var shown: String {
        switch self {
        case .none: "nil"
        case .boolean(let value): "\(value)"
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .string(let text): "\"\(text.prefix(40))\""
        case .date, .set, .row, .list, .table, .function, .record, .roster, .object: typeName
        }
    }
    /// What a message about records calls the value: a text, which may be personal, by its type only.
    public var shownWithoutText: String { if case .string = self { typeName } else { shown } }
}
