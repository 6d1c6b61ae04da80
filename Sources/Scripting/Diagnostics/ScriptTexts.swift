import Dispatch
import FormModel
import LuaRuntime
import LuaSyntax

/// The texts of the scripts and modules that were loaded, to point into.
final class ScriptTexts {
    /// The names of the modules there are, for "did you mean".
    let moduleNames: [String]
    private var sources: [String: SourceText] = [:]
    private var chunks: [String: Chunk] = [:]
    private var ahead: [String: Meanwhile<SourceText?>] = [:]

    init(moduleNames: [String]) {
        self.moduleNames = moduleNames
    }

    /// Has files read that will be added.
    func readAhead(_ files: some Sequence<ScriptFile>, on queue: DispatchQueue) {
        for file in files where file.isText { ahead[file.path] = Meanwhile(on: queue) { file.text } }
    }

    /// Adds a file; `false` where it is not UTF-8.
    func add(_ file: ScriptFile) -> Bool {
        guard let text = ahead.removeValue(forKey: file.path)?.value ?? file.text else { return false }
        sources[file.path] = text
        return true
    }

    subscript(file: String) -> SourceText? { sources[file] }

    /// A file as a tree, which is made when it is first asked for.
    func chunk(of file: String) -> Chunk? {
        if let known = chunks[file] { return known }
        let chunk = sources[file]?.chunk
        chunks[file] = chunk
        return chunk
    }

    /// The texts by file.
    var texts: [String: String] { sources.mapValues(\.text) }

    /// How many lines a division by zero is looked for below the line that Lua tells.
    private static let division = 20

    /// The place of a whole division or remainder by zero. Lua 5.4.4 tells the line of what it did before: these two
    /// operations do not note where they are (5.4.5 does). It is the first operator of that kind from there on.
    func place(ofDivision fault: LuaFault, _ place: Place) -> Place {
        guard fault.kind == .runtime, let source = self[place.file] else { return place }
        let symbol: String
        switch fault.message {
        case "attempt to perform 'n//0'", "attempt to divide by zero": symbol = "//"
        case "attempt to perform 'n%0'", "attempt to perform 'n%%0'": symbol = "%"
        default: return place
        }
        for line in place.line...(place.line + ScriptTexts.division) {
            let found = source.indices(onLine: line).filter { source.tokens[$0].isSymbol(symbol) }
            guard let first = found.first else { continue }
            return Place(file: place.file, line: line, column: found.count == 1 ? source.tokens[first].column : nil)
        }
        return place
    }

    /// The line with the column of the operator that failed, where only one of its kind stands on it.
    func place(ofOperation operation: String, in place: Place) -> Place {
        guard let source = self[place.file], let symbols = ScriptTexts.operators[operation] else { return place }
        let found = source.indices(onLine: place.line).filter { index in
            symbols.contains(where: source.tokens[index].isSymbol)
        }
        guard found.count == 1 else { return place }
        return Place(file: place.file, line: place.line, column: source.tokens[found[0]].column)
    }

    /// The operators of each operation, by the names that the bridge gives them.
    private static let operators = [
        "compare": ["<", "<=", ">", ">="], "add": ["+"], "subtract": ["-"], "multiply": ["*"], "divide": ["/", "//"],
        "modulo": ["%"], "power": ["^"], "negate": ["-"], "concat": [".."], "length": ["#"],
        "arithmetic": ["+", "-", "*", "/", "//", "%", "^"],
    ]

    /// The line with the column of a name, where it stands once on it.
    func place(ofName name: String, in place: Place) -> Place {
        guard let token = self[place.file]?.name(name, onLine: place.line) else { return place }
        return Place(file: place.file, line: place.line, column: token.column)
    }
}

/// Where the properties of one declaration stand; its own place where its text was not found.
struct PropertyPlaces {
    let declaration: Place
    private let texts: ScriptTexts
    private let source: SourceText?
    private let body: Range<Int>?

    /// - Parameter declaration: the place of the declaration, with its column if its text was found.
    init(kind: String, id: String, at declaration: Place, in texts: ScriptTexts) {
        self.declaration = declaration
        self.texts = texts
        source = texts[declaration.file]
        body = declaration.column.flatMap { [source] column in
            source?.declaration(kind, id: id, line: declaration.line, column: column)
        }
    }

    /// Where a property stands.
    /// - Parameters:
    ///   - property: its name; what stands in the table of another is written `target.by`.
    ///   - word: a string in its value, to point at that.
    ///   - entry: the number of an entry of its value, to point at that.
    func place(of property: String, word: String? = nil, entry: Int? = nil) -> Place {
        guard let source, var range = body else { return declaration }
        var found: SourceText.Property?
        for name in property.split(separator: ".") {
            guard let next = source.property(String(name), in: range) else { break }
            found = next
            range = next.value
        }
        guard let found else { return declaration }
        let token =
            word.flatMap { source.string($0, in: found.value) } ?? entry.flatMap { source.entry($0, in: found.value) }
            ?? found.name
        return Place(file: declaration.file, line: token.line, column: token.column)
    }

    /// Whether a name stands in the value of a property.
    func mentions(_ name: String, in property: String) -> Bool {
        guard let source, let body, let value = source.property(property, in: body)?.value else { return false }
        return value.contains { source.tokens[$0].kind == .name(name) }
    }

    /// What stands behind a division sign in the value of a property, where that is a field of something: `before.value` in
    /// `now.value / before.value`, also within brackets or by way of a local variable.
    func divisors(in property: String) -> Set<String> {
        guard let source, let body, let value = source.property(property, in: body)?.value,
            let chunk = texts.chunk(of: declaration.file)
        else { return [] }
        let walk = TreeWalk(chunk)
        let constants = walk.constants
        // The function's parameters are the row now and before, whatever it calls them.
        var roles: [Variable.ID: String] = [:]
        var divisors: [Expression] = []
        walk.expressions { expression, _ in
            guard value.contains(expression.tokens.lowerBound) else { return }
            switch expression.kind {
            case .function(let function) where roles.isEmpty:
                for (parameter, role) in zip(function.parameters, ["now", "before"]) { roles[parameter] = role }
            case .binary(.divided, _, _, let right), .binary(.floorDivided, _, _, let right),
                .binary(.modulo, _, _, let right):
                divisors.append(right)
            default: break
            }
        }
        return Set(divisors.compactMap { field($0, constants, roles) })
    }

    /// `before.value` of an expression that is a field of a parameter, or a local variable that holds one.
    private func field(
        _ expression: Expression, _ constants: [Variable.ID: Expression], _ roles: [Variable.ID: String]
    ) -> String? {
        switch expression.bare.kind {
        case .member(let object, let name, _):
            guard case .name(_, let variable?) = object.bare.kind else { return nil }
            return roles[variable].map { "\($0).\(name)" }
        case .name(_, let variable?): return constants[variable].flatMap { field($0, constants, roles) }
        default: return nil
        }
    }

    /// The fields that a property's function reads from its first parameter, by its text.
    func fieldsRead(by property: String) -> [String] { placesRead(by: property).map(\.name) }

    /// Likewise, with the places where they are read.
    func placesRead(by property: String) -> [(name: String, place: Place)] {
        guard let source, let body else { return [] }
        return source.fieldsRead(byProperty: property, in: body).map { token in
            (token.shown, Place(file: declaration.file, line: token.line, column: token.column))
        }
    }
}
