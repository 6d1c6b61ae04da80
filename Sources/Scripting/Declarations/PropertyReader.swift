import FormModel
import LuaRuntime
import LuaSyntax
import Messages

/// Reads the properties of one declaration, each by its type, and reports every one that is wrong or unknown.
struct PropertyReader {
    let declaration: Declaration
    let sink: DiagnosticSink
    private let body: Range<Int>?
    private let values: [String: LuaValue]

    init(_ declaration: Declaration, sink: DiagnosticSink) {
        self.declaration = declaration
        self.sink = sink
        self.body = sink.source(of: declaration.place.file)?
            .body(of: declaration.kind, id: declaration.id, line: declaration.place.line)
        var values: [String: LuaValue] = [:]
        for field in declaration.body.fields {
            guard case .string(let name) = field.key else { continue }
            values[name] = field.value
        }
        self.values = values
    }

    // MARK: Places and reports

    /// Where a property stands; the declaration's line if its text was not found.
    func place(of property: String) -> Place {
        guard let body, let token = sink.source(of: declaration.place.file)?.property(property, in: body)
        else { return declaration.place }
        return Place(file: declaration.place.file, line: token.line, column: token.column)
    }

    /// The fields that a property's function reads from its first parameter, by its text.
    func fieldsRead(by property: String) -> [String] {
        guard let body, let source = sink.source(of: declaration.place.file) else { return [] }
        return source.fieldsRead(byProperty: property, in: body).compactMap {
            guard case .name(let name) = $0.kind else { return nil }
            return name
        }
    }

    func report(_ code: String, at property: String? = nil, _ facts: [String: String] = [:]) {
        var facts = facts
        facts["kind"] = declaration.kind
        facts["id"] = declaration.id
        if let property { facts["property"] = property }
        sink.report(code, at: property.map(place(of:)) ?? declaration.place, facts)
    }

    private func wrongType(_ property: String, expected: String, found: LuaValue) {
        report("E-PROP-002", at: property, ["expected": expected, "found": found.typeName])
    }

    /// Reports every property that is none of `allowed`, and everything without a name where nothing may stand.
    func finish(allowed: [String], takesNodes: Bool = false) {
        for name in values.keys.sorted() where !allowed.contains(name) {
            report("E-PROP-001", at: name, DiagnosticSink.facts(unknown: name, among: allowed))
        }
        for field in declaration.body.fields {
            if case .string = field.key { continue }
            report("E-PROP-005", ["key": "\(field.key.typeName)"])
        }
        guard !takesNodes else { return }
        for value in declaration.body.array { reportStray(value) }
    }

    /// Something without a name among the properties: a declaration cut short, or a value that lost its name.
    func reportStray(_ value: LuaValue) {
        if case .table(let table) = value, table.className == "pending",
            case .string(let kind) = table["kind"], case .string(let id) = table["id"],
            case .integer(let line) = table["line"]
        {
            return sink.report(
                "E-DECL-002", at: Place(file: declaration.place.file, line: Int(line)), ["kind": kind, "id": id])
        }
        if let stray = Declaration(value) {
            return sink.report(
                "E-DECL-004", at: stray.place, ["kind": stray.kind, "id": stray.id, "outer": declaration.kind])
        }
        report("E-PROP-006", ["found": value.typeName])
    }

    // MARK: Values

    func has(_ property: String) -> Bool { values[property] != nil }

    func raw(_ property: String) -> LuaValue? { values[property] }

    func string(_ property: String) -> String? {
        switch values[property] {
        case nil: return nil
        case .string(let text): return text
        case .some(let other):
            wrongType(property, expected: "string", found: other)
            return nil
        }
    }

    func boolean(_ property: String) -> Bool? {
        switch values[property] {
        case nil: return nil
        case .boolean(let value): return value
        case .some(let other):
            wrongType(property, expected: "boolean", found: other)
            return nil
        }
    }

    func number(_ property: String) -> Double? {
        switch values[property] {
        case nil: return nil
        case .integer(let value): return Double(value)
        case .number(let value) where value.isFinite: return value
        case .some(let other):
            wrongType(property, expected: "number", found: other)
            return nil
        }
    }

    func integer(_ property: String, in range: ClosedRange<Int> = Int.min...Int.max) -> Int? {
        guard let number = number(property) else { return nil }
        guard let integer = Int(exactly: number), range.contains(integer) else {
            report(
                "E-PROP-004", at: property,
                ["value": "\(number)", "allowed": "\(range.lowerBound)–\(range.upperBound)"])
            return nil
        }
        return integer
    }

    func function(_ property: String) -> FunctionReference? {
        switch values[property] {
        case nil: return nil
        case .function(let function): return sink.functions.reference(function)
        case .some(let other):
            wrongType(property, expected: "function", found: other)
            return nil
        }
    }

    /// A text: a string, a table by language, or a function of the record.
    func text(_ property: String) -> FormText? {
        guard let value = values[property] else { return nil }
        if case .function(let function) = value { return .computed(sink.functions.reference(function)) }
        if let text = LocalizedText(value) { return .constant(text) }
        wrongType(property, expected: "string | { vi = …, en = … } | function", found: value)
        return nil
    }

    /// A text that no function may give.
    func plainText(_ property: String) -> LocalizedText? {
        guard let value = values[property] else { return nil }
        if let text = LocalizedText(value) { return text }
        wrongType(property, expected: "string | { vi = …, en = … }", found: value)
        return nil
    }

    /// One string, or a list of strings.
    func names(_ property: String) -> [String]? {
        guard let value = values[property] else { return nil }
        if case .string(let name) = value { return [name] }
        if case .table(let table) = value, table.className == nil, table.fields.isEmpty {
            let names = table.array.compactMap { if case .string(let name) = $0 { name } else { nil } }
            if names.count == table.array.count { return names }
        }
        wrongType(property, expected: "string | { string, … }", found: value)
        return nil
    }

    /// A word of a closed list.
    func word<Word: RawRepresentable & CaseIterable>(_ property: String, as type: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let text = string(property) else { return nil }
        if let word = Word(rawValue: text) { return word }
        oneOf(property, found: text, allowed: type.allCases.map(\.rawValue))
        return nil
    }

    func oneOf(_ property: String, found: String, allowed: [String]) {
        var facts = DiagnosticSink.facts(unknown: found, among: allowed)
        facts["value"] = found
        facts["allowed"] = allowed.joined(separator: ", ")
        report("E-PROP-004", at: property, facts)
    }

    func span(_ property: String) -> Span? {
        guard let text = string(property) else { return nil }
        if let span = Span(text) { return span }
        report("E-PROP-004", at: property, ["value": text, "allowed": "\"14d\", \"12 months\""])
        return nil
    }

    /// A constant, or a function of the record.
    func property<Constant>(_ property: String, _ read: (LuaValue) -> Constant?, expected: String) -> Property<
        Constant
    >? {
        guard let value = values[property] else { return nil }
        if case .function(let function) = value { return .computed(sink.functions.reference(function)) }
        if let constant = read(value) { return .constant(constant) }
        wrongType(property, expected: "\(expected) | function", found: value)
        return nil
    }

    func require(_ property: String) {
        if values[property] == nil { report("E-PROP-003", ["property": property]) }
    }
}

extension LocalizedText {
    /// A string, or a table of strings by language code; `nil` for anything else.
    public init?(_ value: LuaValue) {
        switch value {
        case .string(let text):
            self.init(text)
        case .table(let table) where table.className == nil && table.array.isEmpty && !table.fields.isEmpty:
            var texts: [String: String] = [:]
            for field in table.fields {
                guard case .string(let language) = field.key, case .string(let text) = field.value else { return nil }
                texts[language] = text
            }
            self.init(texts)
        default: return nil
        }
    }
}
