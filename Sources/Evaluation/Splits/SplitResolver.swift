import FormModel
import Messages
import Scripting
import VietText

/// Finds the rows of splits over the records of a view.
struct SplitResolver {
    let workspace: Workspace
    let view: RecordView
    let names: RecordNames
    let formulas: ColumnFormulas
    let language: Language

    /// The split of a set by a name, or `nil` if the name does not fit.
    func keys(_ name: String, over set: RecordSet) throws(Message) -> SplitKeys? {
        guard let (source, owner) = SplitSource.find(name, over: set, in: view.binding.layout, workspace) else {
            return nil
        }
        var found: SplitKeys
        switch source {
        case .dimension(let dimension): found = try keys(dimension, over: owner)
        case .field(let field): found = try keys(field, of: owner)
        }
        found.level = owner.index
        return lifted(found, from: owner.index, to: set.index)
    }

    /// Works the dimensions among some splits out in one pass over the records, so that each has its rows when it is asked
    /// for.
    func prepare(_ splits: [(name: String, set: RecordSet)]) throws(Message) {
        let layout = view.binding.layout
        var wanted: [(function: FunctionReference, set: Int)] = []
        for (name, set) in splits {
            guard
                case (.dimension(let dimension), let owner)? = SplitSource.find(name, over: set, in: layout, workspace),
                view.sets[owner.index].count >= formulas.fewest,
                !formulas.isOfOneField(dimension.value, over: owner.index, of: layout)
            else { continue }
            wanted.append((dimension.value, owner.index))
        }
        try formulas.prepare(wanted, over: view)
    }

    private func keys(_ dimension: Dimension, over set: RecordSet) throws(Message) -> SplitKeys {
        let outcomes = try workspace.guardingPersonalFields(except: dimension.usesPersonal) { () throws(Message) in
            try formulas.distinct(dimension.value, over: set.index, of: view)
        }
        let texts = outcomes.values.map { outcome -> String? in
            switch outcome {
            case .text(let text): text
            case .boolean(let value): value ? "yes" : "no"
            case .integer(let number): String(number)
            case .number(let number): Value.decimal(number).plainText
            case .day(let day): Day(number: day).iso
            case .none, .missing, .fault: nil
            }
        }
        var split = arranged(texts, places: outcomes.places, order: dimension.order) {
            dimension.labels[$0]?.text(in: language) ?? $0
        }
        if let fault = outcomes.values.firstIndex(of: .fault) {
            split.failed = Set(outcomes.places.indices.filter { outcomes.places[$0] == fault }.map { Int32($0) })
            try addFaults(outcomes.faults, of: dimension, over: set, to: &split)
        }
        return split
    }

    private func addFaults(
        _ known: [Int32: LocatedFault], of dimension: Dimension, over set: RecordSet, to split: inout SplitKeys
    ) throws(Message) {
        var told: [LocatedFault: LocatedFault] = [:]
        func located(_ fault: LocatedFault) -> LocatedFault {
            if let known = told[fault] { return known }
            let facts = [
                "id": dimension.id, "text": fault.message.coded(in: language),
                "place": fault.place.map { "\($0)" } ?? "",
            ]
            let located = LocatedFault(place: fault.place, message: Message("E-DIM-001", facts))
            told[fault] = located
            return located
        }
        var all: [(fault: LocatedFault?, record: () -> String)] = []
        for row in names.sorted(split.failed, in: set.index) {
            let record = { [names] in names.name(ofRow: row, in: set.index) }
            var fault = known[row]
            if split.failures.count < FormulaFault.told {
                let own = fault
                let found = try workspace.guardingPersonalFields(except: dimension.usesPersonal) {
                    () throws(Message) in
                    try formulas.fault(own, of: dimension.value, over: set.index, row: row, of: view)
                }
                split.failures.append(FormulaFault(record: record(), located(found)))
                fault = found
            }
            all.append((fault.map(located), record))
        }
        split.faults = [FaultGroup](all)
    }

    private func keys(_ field: Field, of set: RecordSet) throws(Message) -> SplitKeys {
        let (texts, places) = try view.keys(set: set.index, field: field.index)
        let list = field.question.choices
        let order = list?.choices.map(\.name) ?? ["yes", "no"]
        return arranged(texts, places: places, order: order) { key in
            if let list { return list[key]?.label.text(in: language) ?? key }
            return language == .vietnamese ? (key == "yes" ? "Có" : "Không") : (key == "yes" ? "Yes" : "No")
        }
    }

    /// The keys that occur: first those of `order`, then the others as Vietnamese sorts them, unknown last.
    /// - Parameters:
    ///   - texts: the keys of distinct values, of which several may have one; `nil` where there is none.
    ///   - places: for each row, the place of its value among them.
    private func arranged(
        _ texts: [String?], places: [Int32], order: [String], label: (String) -> String
    ) -> SplitKeys {
        var occurs = [Bool](repeating: false, count: texts.count)
        occurs.withUnsafeMutableBufferPointer { occurs in for place in places { occurs[Int(place)] = true } }
        let occurring = zip(texts, occurs).filter(\.1).map(\.0)
        var found = Set(occurring.compactMap { $0 })
        var keys = order.filter { found.remove($0) != nil }
        keys += found.sortedInVietnamese()
        if occurring.contains(nil) { keys.append(SplitRow.unknown) }
        let numbers = Dictionary(keys.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
        let labels = keys.map {
            $0 == SplitRow.unknown ? (language == .vietnamese ? "Không rõ" : "Unknown") : label($0)
        }
        let ofTexts = texts.map { numbers[$0 ?? SplitRow.unknown] ?? 0 }
        return SplitKeys(keys: keys, labels: labels, places: places.map { ofTexts[Int($0)] })
    }

    /// A split of a parent's records is one of the rows in them too.
    private func lifted(_ split: SplitKeys, from parent: Int, to set: Int) -> SplitKeys {
        guard parent != set else { return split }
        let above = { [view] in
            var above = view.sets[set].parents
            var current = view.binding.layout.sets[set].parent ?? parent
            while current != parent, let next = view.binding.layout.sets[current].parent {
                let parents = view.sets[current].parents
                above = above.map { parents[Int($0)] }
                current = next
            }
            return above
        }
        var lifted = SplitKeys(
            keys: split.keys, labels: split.labels,
            source: SplitPlaces {
                let own = split.places
                return above().map { own[Int($0)] }
            })
        lifted.level = split.level
        if !split.failed.isEmpty {
            lifted.failed = Set(
                above().enumerated().filter { split.failed.contains($0.element) }.map { Int32($0.offset) })
            lifted.failures = split.failures
            lifted.faults = split.faults
        }
        return lifted
    }

    // MARK: Strata

    /// The strata of records: a dimension, or a field of any kind that names things.
    /// - Throws: `Message` E-DIM-001 for a dimension that fails: without its stratum a record has no weight.
    func strata(_ name: String, over set: RecordSet) throws(Message) -> SplitKeys? {
        if let split = try keys(name, over: set) {
            if let failure = split.failures.first { throw failure.message }
            return split
        }
        guard let field = set.field(name) else { return nil }
        let (texts, places) = try view.keys(set: set.index, field: field.index)
        return arranged(texts, places: places, order: []) { $0 }
    }
}
