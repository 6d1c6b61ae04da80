import LuaSyntax
import Scripting

/// The script library, as far as the analysis follows it.
extension Interpreter {
    func library(_ name: String, _ arguments: [Datum], _ script: Script) throws -> Datum {
        let first = arguments.first ?? .absent
        switch name {
        case "require":
            guard let name = first.text, let module = module(name) else { return .unknown }
            // A module runs apart from whoever requires it.
            Interpreter(module: self.module, script: self.script).run(module)
            return module.result
        case "known", "reason", "listed", "choice", "is_empty", "count", "sum", "any", "all", "any_of", "all_of":
            return try reading(name, arguments)
        case "today": return .unknown
        case "math.max", "math.min", "math.floor", "math.ceil", "math.abs": return numeric(name, arguments)
        case "tostring", "string.format", "string.lower", "string.upper", "lower", "upper", "percent", "number",
            "string.sub":
            world?.isInexact = true
            return .unknown
        case "error": throw Stop.failed
        case "assert":
            guard let holds = first.isTrue else { throw Stop.unknown }
            if !holds { throw Stop.failed }
            return first
        case "table.insert":
            guard let table = first.table else { return .unknown }
            if arguments.count == 2 { table.array.append(arguments[1]) } else { table.isOpen = true }
            return .absent
        case "table.sort", "table.move", "table.remove":
            first.table?.isOpen = true
            return .unknown
        case "test":
            let table = TableDatum()
            table.fields["body"] = arguments.dropFirst().first ?? .absent
            guard let name = first.text else { return .unknown }
            table.declared = ("test", name)
            script.declarations.append(table)
            return .unknown
        case "date" where arguments.count != 1 || !ScriptLibrary.declaresDate(first.text ?? ""): return .unknown
        case _ where ScriptLibrary.isDeclaration(name):
            guard let id = first.text else { return .unknown }
            return Datum(.pending(kind: name, id: id))
        default:
            world?.isInexact = true
            return .unknown
        }
    }

    /// Functions that read a record.
    private func reading(_ name: String, _ arguments: [Datum]) throws -> Datum {
        guard let world else { return .unknown }
        let names = arguments.dropFirst().compactMap(\.text)
        guard let first = arguments.first, case .record(let record) = first.kind else {
            if name == "is_empty", let first = arguments.first {
                // As with `known`: what was asked may have no answer.
                if first.origin != nil, !first.isNil { world.isInexact = true }
                if case .chosen = first.kind { return Datum(.boolean(false)) }
                return first.isUnknown ? .unknown : Datum(.boolean(first.isNil || first.text == ""))
            }
            // What is counted over rows is any number, and may be any answer.
            world.isInexact = true
            return .unknown
        }
        switch name {
        case "known":
            guard let field = names.first else { return .unknown }
            let value = try record.read(field)
            // What was asked may still have no answer, which no sample shows.
            if !value.isNil { world.isInexact = true }
            return Datum(.boolean(!value.isNil))
        case "any_of":
            var isUnknown = false
            for field in names {
                guard let isTrue = try record.read(field).isTrue else {
                    isUnknown = true
                    continue
                }
                if isTrue { return Datum(.boolean(true)) }
            }
            return isUnknown ? .unknown : Datum(.boolean(false))
        case "all_of":
            for field in names where try record.read(field).isTrue != true { return Datum(.boolean(false)) }
            return Datum(.boolean(true))
        default:
            world.isInexact = true
            return .unknown
        }
    }

    private func numeric(_ name: String, _ arguments: [Datum]) -> Datum {
        world?.isInexact = true
        let numbers = arguments.compactMap(\.number)
        guard numbers.count == arguments.count, let first = numbers.first else { return .unknown }
        return switch name {
        case "math.max": Interpreter.number(numbers.max() ?? first)
        case "math.min": Interpreter.number(numbers.min() ?? first)
        case "math.floor": Interpreter.number(first.rounded(.down))
        case "math.ceil": Interpreter.number(first.rounded(.up))
        default: Interpreter.number(abs(first))
        }
    }
}
