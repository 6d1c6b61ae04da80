import FormModel
import LuaRuntime

/// What a script declared, before its properties are read: `kind "id" { … }`.
struct Declaration {
    let kind: String
    let id: String
    let place: Place
    let body: LuaTable
    /// The function of `test("name", function)`, which has no body.
    let function: LuaFunction?

    /// Reads a node that the prelude made; `nil` for any other value.
    init?(_ value: LuaValue) {
        guard case .table(let node) = value, node.className == "node",
            case .string(let kind) = node["kind"], case .string(let id) = node["id"],
            case .string(let file) = node["file"], case .integer(let line) = node["line"]
        else { return nil }
        self.kind = kind
        self.id = id
        self.place = Place(file: file, line: Int(line))
        switch node["body"] {
        case .table(let body):
            self.body = body
            self.function = nil
        case .function(let function):
            self.body = LuaTable()
            self.function = function
        default: return nil
        }
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
        case .set, .row, .list, .record, .roster, .object: "userdata"
        case .table(let table): table.className == "pending" || table.className == "node" ? "declaration" : "table"
        case .function: "function"
        }
    }
}

extension LuaValue {
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
}
