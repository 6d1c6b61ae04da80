import FormModel
import LuaSyntax

extension Workspace {
    /// The names that a function reads of whatever it is given, by its text: what stands behind a point in it, and in the function in
    /// which it failed, each once in the order of the script.
    public func fieldsNamed(by function: FunctionReference, failedAt place: Place?) -> [String] {
        var names: [String] = []
        func add(_ range: Range<Int>, in chunk: Chunk) {
            for token in range.dropFirst() {
                guard case .name(let name) = chunk.tokens[token].kind, chunk.tokens[token - 1].isSymbol("."),
                    !names.contains(name)
                else { continue }
                names.append(name)
            }
        }
        if let chunk = chunk(of: function.place.file) {
            for scope in chunk.functions.dropFirst() where chunk.line(of: scope) == function.place.line {
                add(scope.tokens, in: chunk)
            }
        }
        if let place, let chunk = chunk(of: place.file), let scope = chunk.innermost(at: place.line) {
            add(scope.tokens, in: chunk)
        }
        return names
    }
}

extension Workspace {
    /// Where a property of a question stands; the question's own place where its text was not found.
    public func place(ofProperty name: String, of question: Question) -> Place {
        PropertyPlaces(kind: question.kind.rawValue, id: question.name, at: question.place, in: scripts).place(of: name)
    }
}

extension Chunk {
    /// The line on which a function begins.
    fileprivate func line(of scope: FunctionScope) -> Int? {
        tokens.indices.contains(scope.tokens.lowerBound) ? tokens[scope.tokens.lowerBound].line : nil
    }

    /// The smallest function that has a line within it.
    fileprivate func innermost(at line: Int) -> FunctionScope? {
        functions.dropFirst().filter { scope in
            guard let first = self.line(of: scope), let last = scope.tokens.last.map({ tokens[$0].line }) else {
                return false
            }
            return first <= line && line <= last
        }.min { $0.tokens.count < $1.tokens.count }
    }
}
