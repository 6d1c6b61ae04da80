import FormModel

/// Reads one line's object as a record.
struct JSONRecordReading {
    private let layout: FormLayout
    private let readers: FormReaders
    private let head: RecordHeadReader
    private(set) var source: JSONSource
    private(set) var problems: [Problem] = []
    /// What no member of the object has spoken of so far.
    private(set) var unsaid: UnsaidParts

    init(_ layout: FormLayout, readers: FormReaders, source: JSONSource) {
        self.layout = layout
        self.readers = readers
        self.head = RecordHeadReader(length: layout.form.round, suggest: readers.suggest)
        self.source = source
        var unsaid = UnsaidParts()
        for set in layout.sets {
            if set.parent != nil { unsaid.rosters.insert(set.index) }
            unsaid.personalFields[set.index] = Set(set.fields.filter(\.question.personal).map(\.index))
        }
        self.unsaid = unsaid
    }

    /// The record that a line holds; `nil` where it holds no object.
    mutating func record(_ node: JSONNode) -> GivenRecord? {
        guard case .object(let members) = node.value else {
            note(.json(.wrongType(expected: "an object", found: node.value.typeName)), node, path: nil)
            return nil
        }
        var given = GivenRecord(root: row(members, node: node, set: 0, path: ""))
        given.id = text(members, HelperName.id) { text throws(CellFault) in text }
        given.round = text(members, HelperName.round, head.round)
        given.date = text(members, HelperName.date, civilDate)
        given.status = text(members, HelperName.status, head.status)
        given.result = text(members, HelperName.result, head.result)
        return given
    }

    private mutating func text<Found>(
        _ members: [JSONMember], _ name: String, _ read: (String) throws(CellFault) -> Found
    ) -> Found? {
        guard let node = members.first(where: { $0.name == name })?.node else { return nil }
        guard case .string(let text) = node.value else {
            if case .null = node.value { return nil }
            note(.json(.wrongType(expected: "a text", found: node.value.typeName)), node, path: name)
            return nil
        }
        let found = normalized(text)
        guard !found.isEmpty else { return nil }
        do throws(CellFault) {
            return try read(found)
        } catch {
            note(.cell(error), node, path: name)
            return nil
        }
    }

    private mutating func row(_ members: [JSONMember], node: JSONNode, set: Int, path: String) -> GivenRow {
        var given = readers.blank[set]
        given.source = SourceMap.source(source.rows.count, line: source.line)
        source.rows.append(JSONSource.Row(path: path, node: node))
        let layoutSet = layout.sets[set]
        for member in members {
            let memberPath = path.isEmpty ? member.name : "\(path).\(member.name)"
            if let field = layoutSet.field(member.name) {
                unsaid.personalFields[set]?.remove(field.index)
                do throws(JSONCellFault) {
                    given.answers[field.index] = try readers.sets[set][field.index].value(of: member.node).map(
                        Answer.value)
                } catch {
                    note(error.fault, member.node, path: memberPath)
                }
            } else if let place = layoutSet.rosters.firstIndex(where: { layout.sets[$0].name == member.name }) {
                given.rosters[place] = rows(member.node, set: layoutSet.rosters[place], path: memberPath)
            } else if member.name == HelperName.row, set > 0 {
                given.row = rowNumber(member.node, path: memberPath)
            } else if member.name == HelperName.reason || member.name == HelperName.error {
                continue
            } else if set > 0 || !HelperName.ofRecords.contains(member.name) {
                unknown(member, set: set, path: memberPath)
            }
        }
        if let reasons = members.first(where: { $0.name == HelperName.reason })?.node {
            readReasons(reasons, into: &given, set: set, path: path.isEmpty ? "" : path + ".")
        }
        return given
    }

    private mutating func rows(_ node: JSONNode, set: Int, path: String) -> [GivenRow] {
        switch node.value {
        case .null: return []
        case .array(let nodes):
            unsaid.rosters.remove(set)
            var lines: Set<Int> = []
            var rows: [GivenRow] = []
            for (index, inner) in nodes.enumerated() {
                let innerPath = "\(path)[\(index + 1)]"
                guard case .object(let members) = inner.value else {
                    note(.json(.wrongType(expected: "an object", found: inner.value.typeName)), inner, path: innerPath)
                    continue
                }
                let given = row(members, node: inner, set: set, path: innerPath)
                if let number = given.row, !lines.insert(number).inserted {
                    note(.row(.duplicateRow(row: number, firstLine: source.line)), inner, path: innerPath)
                }
                rows.append(given)
            }
            if !lines.isEmpty, let bare = rows.firstIndex(where: { $0.row == nil }) {
                note(.row(.rowNumberMissing), nodes[min(bare, nodes.count - 1)], path: "\(path)[\(bare + 1)]")
            }
            return rows
        case .boolean, .number, .string, .object:
            note(.json(.wrongType(expected: "a list of objects", found: node.value.typeName)), node, path: path)
            return []
        }
    }

    private mutating func readReasons(_ node: JSONNode, into given: inout GivenRow, set: Int, path: String) {
        guard case .object(let members) = node.value else {
            note(
                .json(.wrongType(expected: "an object", found: node.value.typeName)), node,
                path: path + HelperName.reason)
            return
        }
        for member in members {
            let memberPath = path + HelperName.reason(of: member.name)
            guard let field = layout.sets[set].field(member.name) else {
                unknown(member, set: set, path: memberPath)
                continue
            }
            unsaid.personalFields[set]?.remove(field.index)
            guard case .string(let text) = member.node.value else {
                if case .null = member.node.value { continue }
                note(
                    .json(.wrongType(expected: "a text", found: member.node.value.typeName)), member.node,
                    path: memberPath)
                continue
            }
            if let value = given.answers[field.index]?.value {
                note(.row(.valueAndReason(value: value.plainText, reason: text)), member.node, path: memberPath)
                continue
            }
            do throws(CellFault) {
                given.answers[field.index] = try readers.sets[set][field.index].answer(reason: normalized(text))
            } catch {
                note(.cell(error), member.node, path: memberPath)
            }
        }
    }

    private mutating func rowNumber(_ node: JSONNode, path: String) -> Int? {
        if case .null = node.value { return nil }
        guard case .number(let text) = node.value, let number = Int(text), GivenRow.numbers.contains(number) else {
            note(
                .cell(.notRowNumber(found: String(decoding: source.bytes[node.range], as: UTF8.self))), node, path: path
            )
            return nil
        }
        return number
    }

    private mutating func unknown(_ member: JSONMember, set: Int, path: String) {
        let layoutSet = layout.sets[set]
        let renamed = layoutSet.fields.first { $0.question.formerly.contains(member.name) }?.name
        let names =
            layoutSet.fields.map(\.name) + layoutSet.rosters.map { layout.sets[$0].name }
            + (set == 0 ? HelperName.ofRecords : [HelperName.row])
        let nearest = renamed ?? readers.suggest(for: member.name, among: names)
        problems.append(
            Problem(
                .json(.unknownName(name: member.name, nearest: nearest)),
                at: source.place(ofByte: member.start, path: path)))
    }

    private mutating func note(_ fault: Fault, _ node: JSONNode, path: String?) {
        problems.append(Problem(fault, at: source.place(ofByte: node.range.lowerBound, path: path)))
    }
}
