import Randomness

/// Formulas made up from a seed, over a random form: mostly such as an analyst would write, some that fail.
struct FormulaMaker {
    let form: RandomForm
    private var random: Seeded
    /// The records that a formula can name, innermost last.
    private var records: [(name: String, set: Int)] = []
    private var locals: [(name: String, type: Kind)] = []
    private var names = 0

    private enum Kind: CaseIterable {
        case truth, number, text, date
    }

    init(_ form: RandomForm, seed: UInt64) {
        self.form = form
        random = Seeded(seed)
    }

    /// What stands before the formulas in their file.
    static let prelude = """
        local limits = { a = 1, b = 2.5, c = true, ["đ"] = "x", [1] = 10, [2] = 20 }
        local nested = { a = { [0] = 1, [1] = 2, [2] = 3 }, b = { x = "y", [15] = 4.5 }, c = 7 }
        local list = { "a", "c", "zz" }
        local fifteen, half, nothing = 15, 0.5, nil
        local function is_grown(r, age) return r ~= nil and age >= fifteen end
        local function twice(x) return x * 2 end
        local function either(a, b) if a then return a end return b end
        local max = math.max
        """

    /// A function over the records of a set.
    mutating func function(over set: Int) -> String {
        records = [("r", set)]
        locals = []
        names = 0
        return "function(r) \(body(2 + random.number(below: 3))) end"
    }

    /// A condition on the records of a set, as an expression of `r`.
    mutating func condition(over set: Int) -> String {
        (records, locals) = ([("r", set)], [])
        return truth(2)
    }

    /// A number of the records of a set, as an expression of `r`.
    mutating func amount(over set: Int) -> String {
        (records, locals) = ([("r", set)], [])
        return number(random.number(below: 3))
    }

    /// What the records of a set are split by, as an expression of `r`.
    mutating func key(over set: Int) -> String {
        (records, locals) = ([("r", set)], [])
        return random.number(below: 3) == 0 ? any(1) : field([.choice, .yesNo, .whole])
    }

    // MARK: Statements

    private mutating func body(_ depth: Int) -> String {
        switch random.number(below: 12) {
        case 0...4: return "return \(any(depth))"
        case 5:
            let condition = truth(depth - 1)
            return "if \(condition) then return \(any(depth - 1)) end return \(any(depth - 1))"
        case 6:
            let (a, b, c) = (truth(depth - 1), truth(depth - 1), any(depth - 1))
            return
                "if \(a) then return \(any(depth - 1)) elseif \(b) then return \(c) else return \(any(depth - 1)) end"
        case 7:
            let name = declare(.number)
            let value = number(depth - 1)
            locals.append((name, .number))
            return "local \(name) = \(value) " + body(depth)
        case 8:
            let name = declare(.truth)
            let value = truth(depth - 1)
            locals.append((name, .truth))
            return "local \(name) = \(value) " + body(depth)
        case 9:
            let name = declare(.number)
            let (a, b) = (truth(depth - 1), truth(depth - 1))
            locals.append((name, .number))
            let (x, y) = (number(depth - 1), number(1))
            return "local \(name) = 0 if \(a) then \(name) = \(name) + 1 end "
                + "if \(b) then \(name) = \(x) else \(name) = \(name) - \(y) end " + body(depth - 1)
        case 10:
            let name = declare(.number)
            let condition = truth(depth - 1)
            locals.append((name, .number))
            return "local \(name) = 0 for i = 1, 3 do if \(condition) then \(name) = \(name) + i end end "
                + "return \(random.pick([name, "\(name) > 1"]))"
        default:
            let field = random.pick(form.sets[records[0].set].questions.filter { $0.kind == .choice }).name
            return "for _, name in ipairs(list) do if \(records[0].name).\(field) == name then "
                + "return \(any(depth - 1)) end end return \(any(depth - 1))"
        }
    }

    private mutating func declare(_: Kind) -> String {
        names += 1
        return "v\(names)"
    }

    // MARK: Expressions

    private mutating func any(_ depth: Int) -> String {
        switch random.number(below: 8) {
        case 0...3: truth(depth)
        case 4...5: number(depth)
        case 6: text(depth)
        default: random.number(below: 4) == 0 ? "nil" : date(depth)
        }
    }

    private mutating func expression(_ kind: Kind, _ depth: Int) -> String {
        switch kind {
        case .truth: truth(depth)
        case .number: number(depth)
        case .text: text(depth)
        case .date: date(depth)
        }
    }

    /// Now and then something of another type, as mistakes are.
    private mutating func mistaken(_ kind: Kind) -> Kind? {
        guard random.number(below: 25) == 0 else { return nil }
        let other = random.pick(Kind.allCases)
        return other == kind ? nil : other
    }

    private mutating func local(_ kind: Kind) -> String? {
        let known = locals.filter { $0.type == kind }
        return known.isEmpty || random.number(below: 3) > 0 ? nil : random.pick(known).name
    }

    /// A field of one of the records, or of what one stands in.
    private mutating func field(_ kinds: [RandomForm.Question.Kind]) -> String {
        let record = random.pick(records)
        var (path, set) = (record.name, record.set)
        while let parent = form.sets[set].parent, random.number(below: 3) == 0 {
            path += ".\(form.sets[parent].name)"
            set = parent
        }
        let questions = form.sets[set].questions.filter { kinds.contains($0.kind) }
        return "\(path).\(random.pick(questions).name)"
    }

    private mutating func truth(_ depth: Int) -> String {
        if let other = mistaken(.truth) { return expression(other, depth) }
        if let local = local(.truth) { return local }
        guard depth > 0 else { return random.pick([field([.yesNo]), field([.yesNo]), "true", "false", "nothing"]) }
        switch random.number(below: 17) {
        case 0...1: return "(\(truth(depth - 1)) and \(truth(depth - 1)))"
        case 2...3: return "(\(truth(depth - 1)) or \(truth(depth - 1)))"
        case 4: return "not \(truth(depth - 1))"
        case 5...6:
            return "(\(number(depth - 1)) \(random.pick(["<", "<=", ">", ">=", "==", "~="])) \(number(depth - 1)))"
        case 7...8:
            return "(\(field([.choice])) \(random.pick(["==", "~="])) \"\(random.pick(RandomForm.choices + ["zz"]))\")"
        case 9: return "(\(text(depth - 1)) \(random.pick(["==", "~=", "<"])) \(text(depth - 1)))"
        case 10: return "(\(date(depth - 1)) \(random.pick(["<", "<=", "==", ">"])) \(date(depth - 1)))"
        case 11: return "(\(any(depth - 1)) \(random.pick(["==", "~="])) nil)"
        case 12: return "\(field([.several])).\(random.pick(RandomForm.choices.filter { $0 != "đ" } + ["zz"]))"
        case 13: return decided(depth)
        case 14: return looked(depth)
        case 15:
            return random.pick([
                "is_grown(\(records[0].name), \(number(depth - 1)))", "is_empty(\(any(depth - 1)))",
                "either(\(truth(depth - 1)), \(truth(depth - 1)))",
                "limits[\(text(depth - 1))] == \(random.pick(["true", "1", "\"x\"", "nil"]))",
            ])
        default: return field([.yesNo])
        }
    }

    /// What is known of fields without reading them.
    private mutating func looked(_ depth: Int) -> String {
        let record = random.pick(records)
        let questions = form.sets[record.set].questions
        let truths = questions.filter { $0.kind == .yesNo }.map { "\"\($0.name)\"" }
        return random.pick([
            "known(\(record.name), \"\(random.pick(questions).name)\")",
            "(reason(\(record.name), \"\(random.pick(questions).name)\") == \"refused\")",
            "any_of(\(record.name), \(truths.joined(separator: ", ")))",
            "all_of(\(record.name), \(truths.joined(separator: ", ")), \(truths[0]))",
        ])
    }

    /// A roster of one of the records, and its set.
    private mutating func roster() -> (path: String, set: Int)? {
        var found: [(String, Int)] = []
        for record in records {
            var (path, set) = (record.name, record.set)
            while true {
                for roster in form.sets[set].rosters { found.append(("\(path).\(form.sets[roster].name)", roster)) }
                guard let parent = form.sets[set].parent else { break }
                path += ".\(form.sets[parent].name)"
                set = parent
            }
        }
        return found.isEmpty ? nil : random.pick(found)
    }

    private mutating func decided(_ depth: Int) -> String {
        guard let (path, set) = roster() else { return "true" }
        return "\(random.pick(["any", "all"]))(\(path), \(member(set) { $0.truth(depth - 1) }))"
    }

    private mutating func member(_ set: Int, _ body: (inout FormulaMaker) -> String) -> String {
        names += 1
        let name = "m\(names)"
        // Members of one roster are not compared with each other but by the interpreter.
        let outer = records
        records.removeAll { record in record.set == set }
        records.append((name, set))
        let text = body(&self)
        records = outer
        return "function(\(name)) return \(text) end"
    }

    private mutating func number(_ depth: Int) -> String {
        if let other = mistaken(.number) { return expression(other, depth) }
        if let local = local(.number) { return local }
        guard depth > 0 else {
            return random.pick([
                field([.whole]), field([.fraction]), field([.time]), field([.whole]), "0", "1", "-1", "2", "15", "0.5",
                "30", "1e308", "math.maxinteger", "math.huge", "9007199254740993", "fifteen", "half", "-0.0",
            ])
        }
        switch random.number(below: 16) {
        case 0...2:
            return "(\(number(depth - 1)) \(random.pick(["+", "-", "*", "/", "//", "%", "^"])) \(number(depth - 1)))"
        case 3: return "-(\(number(depth - 1)))"
        case 4: return "(\(number(depth - 1)) or \(number(0)))"
        case 5: return "(\(truth(depth - 1)) and \(number(depth - 1)) or \(number(depth - 1)))"
        case 6:
            return "math.\(random.pick(["floor", "ceil", "abs", "sqrt", "tointeger"]))(\(number(depth - 1)))"
        case 7: return "\(random.pick(["math.max", "math.min", "max"]))(\(number(depth - 1)), \(number(depth - 1)))"
        case 8, 9:
            guard let (path, set) = roster() else { return "3" }
            switch random.number(below: 4) {
            case 0: return "(#\(path))"
            case 1: return "count(\(path), \(member(set) { $0.truth(depth - 1) }))"
            case 2: return "count(\(path))"
            default: return "sum(\(path), \(member(set) { $0.number(depth - 1) }))"
            }
        case 10: return "(#\(field([.several])))"
        case 11:
            return random.pick(["number(\(text(depth - 1)))", "length(\(field([.text])))", "(#\(field([.text])))"])
        case 12:
            return random.pick([
                "(\(date(depth - 1)) - \(date(depth - 1)))", "days_between(\(date(depth - 1)), \(date(depth - 1)))",
                "years_between(\(date(depth - 1)), \(date(depth - 1)))",
                "\(field([.date, .dateTime])).\(random.pick(["year", "month", "day", "hour", "minute"]))",
            ])
        case 13:
            return random.pick([
                "twice(\(number(depth - 1)))", "nested[\(field([.choice]))][\(number(0))]",
                "ratio(\(number(depth - 1)), \(number(depth - 1)))", "limits[\(number(0))]",
            ])
        case 14:
            let inner = records.last { form.sets[$0.set].parent != nil }
            return inner.map { "\($0.name).index" } ?? "7"
        default: return field([.whole, .fraction, .time])
        }
    }

    private mutating func text(_ depth: Int) -> String {
        if let other = mistaken(.text) { return expression(other, depth) }
        guard depth > 0 else { return random.pick([field([.choice]), field([.text]), "\"a\"", "\"x\"", "\"đ\""]) }
        switch random.number(below: 9) {
        case 0: return "choice(\(choiceOf())).\(random.pick(["group", "weight", "name", "nowhere"]))"
        case 1: return "\(field([.text])):sub(\(random.number(below: 4)), \(random.pick(["-1", "2", "9"])))"
        case 2: return "(\(field([.choice])) .. \(random.pick(["\"a\"", "1", "fifteen"])))"
        case 3: return "tostring(\(random.pick([field([.date]), field([.yesNo]), field([.choice])])))"
        case 4: return random.pick(["upper", "lower"]) + "(\(field([.text])))"
        case 5: return "(\(truth(depth - 1)) and \(text(depth - 1)) or \(text(depth - 1)))"
        case 6: return "type(\(random.pick([field([.whole]), field([.yesNo]), "nothing"])))"
        default: return random.pick([field([.choice]), field([.text])])
        }
    }

    private mutating func choiceOf() -> String {
        let record = random.pick(records)
        let questions = form.sets[record.set].questions.filter { $0.kind == .choice }
        return "\(record.name), \"\(random.pick(questions).name)\""
    }

    private mutating func date(_ depth: Int) -> String {
        if let other = mistaken(.date) { return expression(other, depth) }
        guard depth > 0 else {
            return random.pick([field([.date]), field([.dateTime]), "date \"2024-10-04\"", "today()"])
        }
        switch random.number(below: 6) {
        case 0: return "(\(date(depth - 1)) + \(number(0)))"
        case 1: return "(\(date(depth - 1)) - \(random.pick(["1", "0.5", "30"])))"
        case 2: return "date(2026, \(random.pick(["5", "13", field([.whole])])), 1)"
        case 3: return "date(\(field([.text])))"
        default: return field([.date])
        }
    }
}
