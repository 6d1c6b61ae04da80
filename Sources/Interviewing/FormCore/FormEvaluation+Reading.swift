import FormModel
import LuaRuntime
import Messages
import Scripting

/// What functions read while the form is evaluated.
extension FormEvaluation: RecordReading {
    func read(set: Int32, row: Int32, field: Int32) -> HostReply {
        guard let instance = instance(set: set, row: row) else { return .fault(Message("E-RECORD-001")) }
        switch field {
        case ScriptHost.parentField:
            guard let parent = instance.parent else { return .value(.none) }
            return .value(.record(set: engine.binding.sets[parent.set], row: Int32(parent.number)))
        case ScriptHost.indexField: return .value(.integer(Int64(instance.position)))
        default: break
        }
        guard instance.cells.indices.contains(Int(field)) else { return .fault(Message("E-RECORD-001")) }
        let target = FormTarget(instance, .field(Int(field)))
        dependencies?.noteReading(of: target)
        readings?.append(target)
        guard let answer = instance.cells[Int(field)].result else { return .notReady(demand(target)) }
        if case .missing = answer {
            if ellipses.contains(target) { return .value(.string("…")) }
            lastMissing = target
        }
        return answer.reply
    }

    func rosterRows(set: Int32, parentRow: Int32) -> RosterReply {
        guard let local = engine.binding.sets.firstIndex(of: set), let parent = layout.sets[local].parent,
            let place = layout.sets[parent].rosters.firstIndex(of: local),
            instances[parent].indices.contains(Int(parentRow))
        else { return .notAsked }
        let instance = instances[parent][Int(parentRow)]
        let target = FormTarget(instance, .roster(place))
        dependencies?.noteReading(of: target)
        switch instance.rosters[place].result {
        case .rows(_, let numbers): return .rows(numbers)
        case .missing(let reason): return .missing(reason.lua)
        case nil: return .notReady(demand(target))
        }
    }

    private func instance(set: Int32, row: Int32) -> FormInstance? {
        guard let local = engine.binding.sets.firstIndex(of: set), instances[local].indices.contains(Int(row)) else {
            return nil
        }
        return instances[local][Int(row)]
    }

    /// Notes what a function lacks; the token tells it again when the function has ended.
    private func demand(_ target: FormTarget) -> UInt32 {
        demands.append(target)
        return UInt32(demands.count - 1)
    }
}
