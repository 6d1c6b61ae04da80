import FormModel

/// A record of samples: a field has a value when it is first read, one after the other in run after run.
final class SampleRecord {
    let set: RecordSetKey
    /// Gone once its runs are over, though a script may have kept the record.
    private weak var world: SampleWorld?

    init(_ set: RecordSetKey, in world: SampleWorld) {
        self.set = set
        self.world = world
    }

    /// A field, a roster, or the record around it. What there is not is unknown: another check tells it.
    func read(_ name: String) throws -> Datum { try world?.read(name, of: self) ?? .unknown }
}

/// Tries a function over every combination of answers that it can tell apart.
///
/// Each run takes, for each field when it is first read, the next of its sample values, so that only fields that are read
/// are varied. The sample values of a choice are those that some comparison names, and one other; of a number, those
/// around what it is compared with, and its bounds. A field is asked where the form's own relevance says so, tried over
/// the same samples. What is found is thus found with a record that shows it.
final class SampleWorld {
    let forms: FormMap
    private let interpreter: Interpreter
    /// The field whose own constraint is what is tried: its samples are not held to it.
    var unconstrained: FieldKey?
    /// Whether something was read or computed whose every outcome the samples do not show.
    var isInexact = false

    private var domains: [FieldKey: [Datum]] = [:]
    private var constants: [FieldKey: [Datum]] = [:]
    private var hasGrown = false
    /// The choices of this run, in the order in which fields were read.
    private var path: [(field: FieldKey, choice: Int, count: Int)] = []
    private var position = 0
    private var values: [FieldKey: Datum] = [:]
    private var asked: [FieldKey: Bool] = [:]
    private var deciding: Set<FieldKey> = []
    /// Every field that was read in any run.
    private(set) var fieldsRead: Set<FieldKey> = []
    /// Every field that the function itself read, not only some relevance.
    private(set) var fieldsReadDirectly: Set<FieldKey> = []
    private static let mostRuns = 400
    private static let mostSteps = 100_000
    private static let mostGrowths = 40

    init(_ forms: FormMap, _ interpreter: Interpreter) {
        self.forms = forms
        self.interpreter = interpreter
    }

    /// The sample of a run: what was read, and whether it was asked.
    var sample: [(field: FieldKey, value: Datum, isAsked: Bool)] {
        path.prefix(position).compactMap { step in
            values[step.field].map { (step.field, $0, asked[step.field] ?? true) }
        }
    }

    /// Runs something over all samples.
    /// - Returns: whether these were all there are; `false` where it was given up.
    func explore(_ body: () throws -> Void) -> Bool {
        interpreter.world = self
        defer { interpreter.world = nil }
        isInexact = false
        let start = interpreter.spent
        for _ in 0..<SampleWorld.mostGrowths {
            hasGrown = false
            path = []
            var runs = 0
            repeat {
                (position, values, asked, deciding) = (0, [:], [:], [])
                do { try body() } catch {}
                runs += 1
                if interpreter.spent - start > SampleWorld.mostSteps { return false }
            } while next() && runs < SampleWorld.mostRuns && !hasGrown
            if hasGrown { continue }
            return runs < SampleWorld.mostRuns
        }
        return false
    }

    /// The next combination; false after the last.
    private func next() -> Bool {
        path.removeSubrange(position...)
        while let last = path.popLast() {
            if last.choice + 1 < last.count {
                path.append((last.field, last.choice + 1, last.count))
                return true
            }
        }
        return false
    }

    // MARK: Reading

    func read(_ name: String, of record: SampleRecord) throws -> Datum {
        guard let set = forms.set(record.set), let layout = forms.entries[record.set.form]?.layout else {
            return .unknown
        }
        if let field = set.field(name) {
            let key = FieldKey(set: record.set, field: field.index)
            fieldsRead.insert(key)
            if deciding.isEmpty { fieldsReadDirectly.insert(key) }
            guard try isAsked(key) else { return Datum(.nil, from: key) }
            return try value(of: key)
        }
        if let child = set.rosters.first(where: { layout.sets[$0].name == name }) {
            return Datum(.roster(RecordSetKey(form: record.set.form, set: child)))
        }
        if name == "index" {
            isInexact = true
            return Datum(.integer(1))
        }
        var above = set.parent
        while let place = above {
            if layout.sets[place].name == name {
                return Datum(.record(SampleRecord(RecordSetKey(form: record.set.form, set: place), in: self)))
            }
            above = layout.sets[place].parent
        }
        return .unknown
    }

    /// Whether a field is asked: its relevance and that of all around it.
    func isAsked(_ key: FieldKey) throws -> Bool {
        if let known = asked[key] { return known }
        guard let functions = forms.functions(of: key) else { throw Interpreter.Stop.unknown }
        guard deciding.insert(key).inserted else { throw Interpreter.Stop.unknown }
        defer { deciding.remove(key) }
        let isAsked = try holds(functions.conditions, form: key.set.form)
        asked[key] = isAsked
        return isAsked
    }

    /// Whether all conditions hold that stand around something.
    func holds(_ conditions: [(set: Int, function: Datum)], form: String) throws -> Bool {
        for (set, function) in conditions {
            guard let closure = function.closure else { throw Interpreter.Stop.unknown }
            let record = Datum(.record(SampleRecord(RecordSetKey(form: form, set: set), in: self)))
            do {
                guard let result = try interpreter.call(closure, with: [record]).first?.isTrue else {
                    throw Interpreter.Stop.unknown
                }
                if !result { return false }
            } catch Interpreter.Stop.nilOperand {
                // An interview takes it for missing: not asked.
                return false
            }
        }
        return true
    }

    private func value(of key: FieldKey) throws -> Datum {
        if let known = values[key] { return known }
        guard let field = forms.field(key) else { return .unknown }
        if field.question.isCalculated {
            guard let closure = forms.functions(of: key)?.table.fields["calculation"]?.closure else { return .unknown }
            isInexact = true
            let record = Datum(.record(SampleRecord(key.set, in: self)))
            return try interpreter.call(closure, with: [record]).first ?? .absent
        }
        let domain = domain(of: key, field.question)
        let choice: Int
        if position < path.count {
            choice = min(path[position].choice, domain.count - 1)
        } else {
            path.append((key, 0, domain.count))
            choice = 0
        }
        position += 1
        var value = domain[choice]
        value.origin = key
        values[key] = value
        return value
    }

    // MARK: Sample values

    /// A comparison of a field's value with a constant: samples on both sides of it are tried from now on.
    func compares(_ key: FieldKey, with constant: Datum) {
        guard !constant.isNil, let field = forms.field(key) else { return }
        if constant.isUnknown {
            isInexact = true
            return
        }
        let known = constants[key] ?? []
        guard !known.contains(where: { $0.equals(constant) == true }) else { return }
        constants[key] = known + [constant]
        // A choice that is not on the list changes nothing.
        if field.question.kind.hasChoices,
            field.question.choices?.choices.contains(where: { $0.name == constant.text }) != true
        {
            return
        }
        domains[key] = nil
        hasGrown = true
    }

    /// A value that is looked up in a table: each choice may stand for something else.
    func readsEveryChoice(of key: FieldKey) {
        guard let choices = forms.field(key)?.question.choices?.choices, choices.count <= 12 else {
            isInexact = true
            return
        }
        for choice in choices { compares(key, with: Datum(.string(choice.name))) }
    }

    /// Whether the question's own constraint takes a value, as far as that goes by the value alone.
    private func isAllowed(_ value: Datum, as key: FieldKey) -> Bool {
        guard let constraint = forms.functions(of: key)?.table.fields["constraint"]?.closure,
            constraint.function.parameters.count == 1, !value.isUnknown, key != unconstrained
        else { return true }
        var value = value
        value.origin = key
        let wasInexact = isInexact
        defer { isInexact = wasInexact }
        return (try? interpreter.call(constraint, with: [value]).first?.isTrue) ?? true
    }

    private func domain(of key: FieldKey, _ question: Question) -> [Datum] {
        if let known = domains[key] { return known }
        let all = SampleValues(question: question, constants: constants[key] ?? []).values
        // Meanwhile a comparison in the constraint may have asked for further samples.
        let allowed = all.filter { isAllowed($0, as: key) }
        let domain = allowed.isEmpty ? all : allowed
        if domain.count == 1, case .unknown = domain[0].kind { isInexact = true }
        domains[key] = domain
        return domain
    }
}
