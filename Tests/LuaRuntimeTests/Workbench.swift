import LuaRuntime

/// A state with a household and its persons, for tests: what the host answers is set by closures.
final class Workbench: LuaHost {
    static let reasons = ["unanswered", "dont_know", "refused", "not_applicable", "not_computed"]
    static let dontKnow: UInt8 = 1
    static let refused: UInt8 = 2

    var onCall: (Workbench, String, [LuaValue]) -> HostReply = { _, name, arguments in
        name == "echo" ? .value(arguments.first ?? .none) : .value(.record(set: 0, row: 0))
    }
    var onRead: (Int32, Int32, Int32) -> HostReply = { _, _, _ in .fault(code: "no_data", message: "no data") }
    var onRows: (Int32, Int32) -> RosterReply = { _, _ in .notAsked }
    var onProperty: (Int32, String) -> HostReply = { _, name in .unknown(name: name, of: "doc", candidates: ["title"]) }
    var onInvoke: (Int32, String, [LuaValue]) -> HostReply = { _, _, _ in .value(.none) }
    var modules: [String: String] = [:]

    private(set) var made: LuaState?
    var state: LuaState {
        get throws {
            guard let made else { throw LuaFault(.runtime, message: "no state") }
            return made
        }
    }

    static let functions = ["echo", "someone", "act"]

    static let names = [
        "ipairs", "pairs", "select", "type", "tostring", "tonumber", "assert", "error", "require",
        "string.byte", "string.char", "string.find", "string.format", "string.gmatch", "string.gsub", "string.len",
        "string.lower", "string.match", "string.rep", "string.reverse", "string.sub", "string.upper",
        "table.concat", "table.insert", "table.move", "table.pack", "table.remove", "table.sort", "table.unpack",
        "math.abs", "math.floor", "math.huge", "math.max", "math.maxinteger", "math.pi", "math.type",
        "utf8.char", "utf8.codepoint", "utf8.len",
        "count", "sum", "any", "all", "any_of", "all_of", "known", "reason", "echo", "someone", "act",
    ]

    init(limits: LuaLimits = .testing, prelude: String = "", extraNames: [String] = []) throws {
        made = try LuaState(
            limits: limits,
            library: LuaLibrary(
                scriptNames: Self.names + extraNames, moduleNames: ["ipairs", "require", "math.floor", "error"],
                hostFunctions: Self.functions, reasonNames: Self.reasons, prelude: prelude),
            host: self)
    }

    /// The two record sets, with columns: household 0 has persons 0 … 2, household 1 has none.
    func bindFamily() throws {
        try defineFamily()
        try bindColumns()
    }

    /// The two record sets; the host is asked for what they hold.
    func defineFamily() throws {
        let household = try state.define(
            LuaRecordLayout(
                name: "household",
                fields: [.init("village"), .init("speed"), .init("devices", choices: ["phone", "laptop", "tablet"])]))
        _ = try state.define(
            LuaRecordLayout(
                name: "household.person",
                fields: [.init("name"), .init("age"), .init("vneid"), .init("born"), .init("bank")],
                parent: .init(set: household, name: "household", roster: "person")))
    }

    private func bindColumns() throws {
        let missing = LuaCell.missing(Self.dontKnow)
        try state.bind(
            0,
            LuaColumns(
                rowCount: 2,
                fields: [
                    LuaColumn(.strings([0, 1])),
                    LuaColumn(.numbers([30.5, 0]), states: [LuaCell.value, LuaCell.notAsked]),
                    LuaColumn(.sets([2, 0]), states: [LuaCell.value, missing]),
                ],
                rosters: [1: [0, 3, 3]], pool: ["dt1", "dt2", "phone laptop"]))
        try state.bind(
            1,
            LuaColumns(
                rowCount: 3,
                fields: [
                    LuaColumn(.strings([0, 1, 2])),
                    LuaColumn(.integers([30, 20, 10])),
                    LuaColumn(
                        .booleans([1, 0, 0]), states: [LuaCell.value, missing, LuaCell.notAsked]),
                    LuaColumn(.dates([-1, 0, 20_000])),
                    LuaColumn(.booleans([0, 1, 0]), states: [LuaCell.value, LuaCell.value, LuaCell.notAsked]),
                ],
                parentRows: [0, 0, 0], pool: ["An", "Bình", "Chi"]))
    }

    func call(function: Int32, arguments: [LuaValue]) -> HostReply {
        onCall(self, Self.functions[Int(function)], arguments)
    }
    func read(set: Int32, row: Int32, field: Int32) -> HostReply { onRead(set, row, field) }
    func rosterRows(set: Int32, parentRow: Int32) -> RosterReply { onRows(set, parentRow) }
    func property(object: Int32, name: String) -> HostReply { onProperty(object, name) }
    func invoke(object: Int32, method: String, arguments: [LuaValue]) -> HostReply {
        onInvoke(object, method, arguments)
    }
    func moduleSource(_ name: String) -> (file: String, source: String)? {
        modules[name].map { ("Rules/lib/\(name).lua", $0) }
    }

    /// Runs a source.
    func run(_ source: String, name: String = "Rules/test.lua", limit: Duration = .seconds(20)) throws -> LuaValue {
        try state.run(source, name: name, limit: limit)
    }

    /// The function that a source returns.
    func function(_ source: String) throws -> LuaFunction {
        guard case .function(let function) = try run("return " + source) else {
            throw LuaFault(.runtime, message: "no function")
        }
        return function
    }

    /// Calls the function that a source returns with one record.
    func outcome(_ source: String, set: Int32 = 0, row: Int32 = 0) throws -> LuaOutcome {
        try state.call(try function(source), [.record(set: set, row: row)], limit: .seconds(20))
    }

    /// The fault in which a source ends when it is run.
    func fault(_ source: String) throws -> LuaFault? {
        do {
            _ = try run(source)
            return nil
        } catch let fault as LuaFault {
            return fault
        }
    }
}

extension LuaLimits {
    /// Small enough that attacks end soon.
    static var testing: LuaLimits {
        var limits = LuaLimits()
        limits.patternSteps = 200_000
        limits.grace = .seconds(60)
        return limits
    }
}

extension LuaFault.Kind {
    /// The kind without its facts.
    var label: String {
        String(String(describing: self).prefix { $0 != "(" })
    }
}

extension LuaOutcome {
    var fault: LuaFault? {
        guard case .fault(let fault) = self else { return nil }
        return fault
    }
}
