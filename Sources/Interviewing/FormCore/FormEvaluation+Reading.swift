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
        case ScriptHost.indexField: return countedPosition(of: instance)
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
        case .rows(let rows, let numbers):
            guard let member = engine.plans[local].system.member else { return .rows(numbers) }
            return counted(rows, by: member)
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

    /// The rows that functions see: those who left and duplicates are none of them.
    private func counted(_ rows: [FormInstance], by member: Int) -> RosterReply {
        var numbers: [Int32] = []
        for row in rows {
            let target = FormTarget(row, .field(member))
            dependencies?.noteReading(of: target)
            guard let answer = row.cells[member].result else { return .notReady(demand(target)) }
            if MemberStatus(answer)?.counts != false { numbers.append(Int32(row.number)) }
        }
        return .rows(numbers)
    }

    /// A row's place among those that functions see, from 1.
    private func countedPosition(of instance: FormInstance) -> HostReply {
        guard let member = engine.plans[instance.set].system.member, let parent = instance.parent,
            let place = layout.sets[parent.set].rosters.firstIndex(of: instance.set),
            let rows = parent.rosters[place].result?.instances
        else { return .value(.integer(Int64(instance.position))) }
        switch counted(Array(rows.prefix { $0 !== instance }), by: member) {
        case .rows(let before): return .value(.integer(Int64(before.count + 1)))
        case .notReady(let token): return .notReady(token)
        case .notAsked, .missing: return .value(.integer(Int64(instance.position)))
        }
    }

    /// Notes what a function lacks; the token tells it again when the function has ended.
    private func demand(_ target: FormTarget) -> UInt32 {
        demands.append(target)
        return UInt32(demands.count - 1)
    }
}
