import FormModel
import LuaRuntime
import Messages
import VietText

/// A function of the script library that the host answers.
struct LibraryFunction: Sendable {
    /// The name by which Lua knows it; those that begin with `host_` serve the prelude only.
    let name: String
    /// What it does.
    let body: @Sendable (ScriptHost, [LuaValue]) -> HostReply

    static let all: [LibraryFunction] = declaring + records + numbers + texts

    private static let declaring: [LibraryFunction] = [
        LibraryFunction(name: "host_begin") { host, arguments in
            guard let (kind, place) = head(arguments, host) else { return .fault(Message("E-DECL-005")) }
            return host.begin(kind, argument(arguments, 1), place)
        },
        LibraryFunction(name: "host_end") { host, arguments in
            if let (kind, place) = head(arguments, host), case .string(let id) = argument(arguments, 1),
                case .integer(let number) = argument(arguments, 4)
            {
                host.end(DeclarationMark(kind: kind, id: id, place: place, number: Int(number)))
            }
            return .value(.none)
        },
        LibraryFunction(name: "host_declare") { host, arguments in host.declare(argument(arguments, 0)) },
        LibraryFunction(name: "host_file") { host, _ in .value(.string(host.loadingFile)) },
        LibraryFunction(name: "host_loading") { host, _ in .value(.boolean(host.isLoading)) },
        LibraryFunction(name: "host_comma") { _, arguments in
            let facts = names(arguments)
            return .fault(Message("E-SYNTAX-002", facts["kind"] == "from_csv" ? ["found": "{"] : facts))
        },
        LibraryFunction(name: "host_body_wrong") { _, arguments in
            var facts = names(arguments)
            if case .string(let found) = argument(arguments, 2) { facts["found"] = found }
            return .fault(Message("E-DECL-006", facts))
        },
        LibraryFunction(name: "host_from_csv") { host, arguments in
            guard host.isLoading else { return .fault(Message("E-DECL-005", ["kind": "from_csv"])) }
            guard case .string = argument(arguments, 0) else {
                return .fault(wrongArgument("from_csv", 1, "string", arguments))
            }
            switch argument(arguments, 1) {
            case .none, .string: return .value(.none)
            default: return .fault(wrongArgument("from_csv", 2, "string", arguments))
            }
        },
    ]

    private static let records: [LibraryFunction] = [
        LibraryFunction(name: "choice") { host, arguments in
            guard case .record(let set, let row) = argument(arguments, 0) else {
                return .fault(wrongArgument("choice", 1, "record", arguments))
            }
            guard case .string(let name) = argument(arguments, 1) else {
                return .fault(wrongArgument("choice", 2, "string", arguments))
            }
            return host.choice(set: set, row: row, field: name)
        },
        LibraryFunction(name: "listed") { host, arguments in
            guard case .record(let set, let row) = argument(arguments, 0) else {
                return .fault(wrongArgument("listed", 1, "record", arguments))
            }
            return host.listed(set: set, row: row)
        },
        LibraryFunction(name: "today") { host, _ in
            guard let today = host.today else { return .fault(Message("E-TODAY-001")) }
            return .value(.date(LuaDate(days: Double(today.number), hasTime: false)))
        },
        LibraryFunction(name: "script_api") { _, arguments in
            guard case .integer(let version) = argument(arguments, 0), version > 0 else {
                return .fault(Message("E-API-002"))
            }
            guard version <= ScriptLibrary.version else {
                return .fault(Message("E-API-001", ["number": "\(version)", "newest": "\(ScriptLibrary.version)"]))
            }
            return .value(.none)
        },
        LibraryFunction(name: "language") { host, _ in .value(.string(host.language.rawValue)) },
    ]

    private static let numbers: [LibraryFunction] = [
        LibraryFunction(name: "host_date") { _, arguments in date(arguments) },
        LibraryFunction(name: "host_deriving") { host, _ in .value(.boolean(host.isDeriving)) },
        LibraryFunction(name: "percent") { host, arguments in
            guard let value = double(argument(arguments, 0)) else {
                return .fault(wrongArgument("percent", 1, "number", arguments))
            }
            return .value(.string(NumberStyle(host.language).percent(value)))
        },
        LibraryFunction(name: "number") { _, arguments in
            switch argument(arguments, 0) {
            case .none: return .value(.none)
            case .integer, .number: return .value(argument(arguments, 0))
            case .string(let text):
                switch ScriptNumber(text) {
                case .integer(let number)?: return .value(.integer(number))
                case .number(let number)?: return .value(.number(number))
                case nil: return .value(.none)
                }
            default: return .fault(wrongArgument("number", 1, "string", arguments))
            }
        },
    ]

    private static let texts: [LibraryFunction] = [
        text("upper") { .string($0.inCapitals) }, text("lower") { .string($0.inSmallLetters) },
        text("length") { .integer(Int64($0.letterCount)) },
        LibraryFunction(name: "is_empty") { _, arguments in
            switch argument(arguments, 0) {
            case .none: .value(.boolean(true))
            case .string(let text): .value(.boolean(text.isEmpty))
            case .set(let names): .value(.boolean(names.isEmpty))
            case .table(let table): .value(.boolean(table.array.isEmpty && table.fields.isEmpty))
            default: .value(.boolean(false))
            }
        },
    ]

    private static func text(_ name: String, _ body: @escaping @Sendable (String) -> LuaValue) -> LibraryFunction {
        LibraryFunction(name: name) { _, arguments in
            guard case .string(let text) = argument(arguments, 0) else {
                return .fault(wrongArgument(name, 1, "string", arguments))
            }
            // A call cannot be stopped halfway, so that no single one may take long.
            guard text.utf8.count <= longestText else { return .fault(Message("E-LIMIT-004", ["function": name])) }
            return .value(body(text))
        }
    }

    /// The longest text that a function goes through by characters, in bytes.
    private static let longestText = 1_000_000

    // MARK: Arguments

    private static func argument(_ arguments: [LuaValue], _ index: Int) -> LuaValue {
        arguments.indices.contains(index) ? arguments[index] : .none
    }

    private static func double(_ value: LuaValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    /// Kind and place of a declaration: the first, third and fourth argument of the prelude's calls.
    /// A tail call (`return form "x"`) leaves no line behind: then the file's first line stands for it.
    private static func head(_ arguments: [LuaValue], _ host: ScriptHost) -> (String, Place)? {
        guard case .string(let kind) = argument(arguments, 0) else { return nil }
        guard case .string(let file) = argument(arguments, 2), case .integer(let line) = argument(arguments, 3) else {
            return (kind, Place(file: host.loadingFile, line: 1))
        }
        return (kind, Place(file: file, line: Int(line)))
    }

    private static func names(_ arguments: [LuaValue]) -> [String: String] {
        var facts: [String: String] = [:]
        if case .string(let kind) = argument(arguments, 0) { facts["kind"] = kind }
        if case .string(let id) = argument(arguments, 1) { facts["id"] = id }
        return facts
    }

    private static func wrongArgument(_ function: String, _ number: Int, _ expected: String, _ arguments: [LuaValue])
        -> Message
    {
        // A nil that was not asked is the same mistake as an operation on it, and has the same remedy.
        let found = argument(arguments, number - 1)
        if found == .none { return Message("E-NIL-002", ["function": function, "number": "\(number)"]) }
        return Message(
            "E-ARG-001",
            ["function": function, "number": "\(number)", "expected": expected, "found": found.typeName])
    }

    private static func date(_ arguments: [LuaValue]) -> HostReply {
        func value(_ day: Day?) -> HostReply {
            .value(day.map { .date(LuaDate(days: Double($0.number), hasTime: false)) } ?? .none)
        }
        switch (argument(arguments, 0), argument(arguments, 1), argument(arguments, 2)) {
        case (.integer(let year), .integer(let month), .integer(let day)):
            guard let year = Int(exactly: year), let month = Int(exactly: month), let day = Int(exactly: day)
            else { return value(nil) }
            return value(Day(year: year, month: month, day: day))
        case (.string(let text), .none, .none): return value(Day(iso: text))
        case (.date, .none, .none): return .value(arguments[0])
        case (.none, .none, .none): return value(nil)
        default: return .fault(wrongArgument("date", 1, "year, month, day | text", arguments))
        }
    }
}
