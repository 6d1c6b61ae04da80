import FormModel
import LuaRuntime
import Messages

/// Reads the properties of one declaration, each by its type, and reports every one that is wrong or unknown.
///
/// A reader that takes a property for its type's sake alone leaves the result.
struct PropertyReader {
    let declaration: Declaration
    let sink: DiagnosticSink
    private let places: PropertyPlaces
    private let values: [String: LuaValue]

    init(_ declaration: Declaration, sink: DiagnosticSink) {
        self.declaration = declaration
        self.sink = sink
        self.places = PropertyPlaces(
            kind: declaration.kind, id: declaration.id, at: declaration.place, in: sink.texts)
        var values: [String: LuaValue] = [:]
        for field in declaration.body.fields {
            guard case .string(let name) = field.key else { continue }
            values[name] = field.value
        }
        self.values = values
    }

    // MARK: Places and reports

    /// Where a property, or a string or an entry in its value, stands.
    func place(of property: String, word: String? = nil, entry: Int? = nil) -> Place {
        places.place(of: property, word: word, entry: entry)
    }

    /// What a property's function divides by, where that is a field of something: `before.value`.
    func divisors(in property: String) -> Set<String> { places.divisors(in: property) }

    /// Whether a name stands in the value of a property, as its text has it.
    func mentions(_ name: String, in property: String) -> Bool { places.mentions(name, in: property) }

    func report(
        _ code: String, as severity: Severity = .error, at property: String? = nil, word: String? = nil,
        entry: Int? = nil, _ facts: [String: String] = [:]
    ) {
        var facts = facts
        // What the report itself says of kind and id, of a question say, stands before the declaration.
        facts["kind"] = facts["kind"] ?? declaration.kind
        facts["id"] = facts["id"] ?? declaration.id
        if let property { facts["property"] = property }
        let place = property.map { self.place(of: $0, word: word, entry: entry) } ?? declaration.place
        sink.report(code, severity, at: place, facts)
    }

    func wrongType(_ property: String, expected: String, found: LuaValue) {
        report("E-PROP-002", at: property, ["expected": expected, "found": found.typeName])
    }

    /// A name that none of `allowed` is.
    func oneOf(_ property: String, found: String, allowed: [String]) {
        var facts = DiagnosticSink.facts(unknown: found, among: allowed)
        facts["value"] = found
        facts["allowed"] = allowed.joined(separator: ", ")
        report("E-PROP-004", at: property, word: found, facts)
    }

    // MARK: The whole

    func require(_ properties: String...) {
        for property in properties where values[property] == nil { report("E-PROP-003", ["property": property]) }
    }

    /// Reports every property that is none of `allowed`, and everything without a name where nothing may stand.
    func finish(allowed: [String], takesNodes: Bool = false) {
        for name in values.keys.sorted() where !allowed.contains(name) {
            report("E-PROP-001", at: name, DiagnosticSink.facts(unknown: name, among: allowed))
        }
        for field in declaration.body.fields {
            if case .string = field.key { continue }
            report("E-PROP-005", ["key": field.key.shown])
        }
        guard !takesNodes else { return }
        for value in declaration.body.array { reportStray(value) }
    }

    /// Something without a name among the properties: a declaration cut short, or a value that lost its name.
    func reportStray(_ value: LuaValue) {
        // A declaration without its braces is told by who ran the file.
        if case .table(let table) = value, table.className == "pending" { return }
        guard let stray = Declaration(value, in: sink.texts) else {
            return report("E-PROP-006", ["found": value.typeName])
        }
        sink.report(
            "E-DECL-004", at: stray.place, ["kind": stray.kind, "id": stray.id, "outer": declaration.kind])
    }

    // MARK: Values

    func has(_ property: String) -> Bool { values[property] != nil }

    func raw(_ property: String) -> LuaValue? { values[property] }

    @discardableResult
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
        guard let value = values[property] else { return nil }
        if let number = value.finiteNumber { return number }
        wrongType(property, expected: "number", found: value)
        return nil
    }

    @discardableResult
    func integer(_ property: String, in range: ClosedRange<Int>) -> Int? {
        guard let number = number(property) else { return nil }
        guard let integer = Int(exactly: number), range.contains(integer) else {
            report(
                "E-PROP-004", at: property,
                ["value": values[property]?.shown ?? "", "allowed": "\(range.lowerBound)–\(range.upperBound)"])
            return nil
        }
        return integer
    }

    @discardableResult
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
    @discardableResult
    func text(_ property: String) -> FormText? {
        guard let value = values[property] else { return nil }
        if case .function(let function) = value { return .computed(sink.functions.reference(function)) }
        if let text = LocalizedText(value) { return .constant(text) }
        wrongText(property, expected: "string | { vi = …, en = … } | function", found: value)
        return nil
    }

    /// A text that no function may give.
    @discardableResult
    func plainText(_ property: String) -> LocalizedText? {
        guard let value = values[property] else { return nil }
        if let text = LocalizedText(value) { return text }
        wrongText(property, expected: "string | { vi = …, en = … }", found: value)
        return nil
    }

    /// In a table by language, the entry that is no text is what is wrong.
    private func wrongText(_ property: String, expected: String, found value: LuaValue) {
        for field in value.fieldsOnly ?? [] {
            guard case .string(let language) = field.key else { continue }
            if case .string = field.value { continue }
            return wrongType("\(property).\(language)", expected: "string", found: field.value)
        }
        wrongType(property, expected: expected, found: value)
    }

    /// One string, or a list of strings.
    @discardableResult
    func names(_ property: String) -> [String]? {
        guard let value = values[property] else { return nil }
        if case .string(let name) = value { return [name] }
        if case .table(let table) = value, table.className == nil, table.fields.isEmpty {
            var names: [String] = []
            for (number, entry) in zip(1..., table.array) {
                guard case .string(let name) = entry else {
                    report(
                        "E-PROP-002", at: property, entry: number, ["expected": "string", "found": entry.typeName])
                    return nil
                }
                names.append(name)
            }
            return names
        }
        wrongType(property, expected: "string | { \"…\", \"…\" }", found: value)
        return nil
    }

    /// A word of a closed list.
    @discardableResult
    func word(_ property: String, of allowed: [String]) -> String? {
        guard let text = string(property) else { return nil }
        if allowed.contains(text) { return text }
        oneOf(property, found: text, allowed: allowed)
        return nil
    }

    /// A word of a closed list.
    func word<Word: RawRepresentable & CaseIterable>(_ property: String, as type: Word.Type) -> Word?
    where Word.RawValue == String {
        word(property, of: type.allCases.map(\.rawValue)).flatMap(Word.init)
    }

    @discardableResult
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
}

extension LuaValue {
    /// The value as a number, if it is a finite one.
    var finiteNumber: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number) where number.isFinite: number
        default: nil
        }
    }

    /// The fields of a table that has only fields; `nil` for anything else.
    var fieldsOnly: [LuaTable.Field]? {
        guard case .table(let table) = self, table.className == nil, table.array.isEmpty else { return nil }
        return table.fields
    }
}

extension LocalizedText {
    /// A string, or a table of strings by language code; `nil` for anything else.
    public init?(_ value: LuaValue) {
        if case .string(let text) = value {
            self.init(text)
            return
        }
        guard let fields = value.fieldsOnly, !fields.isEmpty else { return nil }
        var texts: [String: String] = [:]
        for field in fields {
            guard case .string(let language) = field.key, case .string(let text) = field.value else { return nil }
            texts[language] = text
        }
        self.init(texts)
    }
}
