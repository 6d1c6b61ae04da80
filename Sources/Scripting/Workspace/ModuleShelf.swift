import FormModel
import LuaRuntime
import LuaSyntax
import Messages

/// The modules of `Rules/lib`: hands out their sources, and notes which were asked for.
final class ModuleShelf {
    /// The names that were asked for since this was last emptied.
    var requiredByFile: Set<String> = []
    /// All names that were ever asked for.
    private(set) var required: Set<String> = []
    private let modules: [String: ScriptFile]
    private let sink: DiagnosticSink

    init(_ modules: [String: ScriptFile], sink: DiagnosticSink) {
        self.modules = modules
        self.sink = sink
    }

    /// The file and text of a module. One that is not UTF-8 is handed out all the same, so that no script fails a second
    /// time for its sake.
    func source(of name: String) -> (file: String, source: String)? {
        guard let file = modules[name] else { return nil }
        if let refusal = file.refusal {
            sink.report(refusal, of: file.path)
            return nil
        }
        requiredByFile.insert(name)
        if required.insert(name).inserted { file.addText(to: sink) }
        return (file.path, String(decoding: file.probed ?? file.bytes, as: UTF8.self))
    }
}

extension ScriptFile {
    /// Makes the file's text known for pointing into it; false, with a diagnostic, where it is not UTF-8.
    @discardableResult
    func addText(to sink: DiagnosticSink) -> Bool {
        if sink.texts.add(self) { return true }
        sink.report("E-SYNTAX-005", at: firstForeignByte)
        return false
    }

    /// Whether it is source text: compiled Lua and files beyond the limit are refused by the state, and need no tokens.
    var isText: Bool { bytes.first != 0x1B && bytes.count <= LuaLimits().source }

    /// The file as text with its tokens; `nil` where it is not UTF-8.
    var text: SourceText? { String(validating: bytes, as: UTF8.self).map { SourceText($0) } }

    /// Where the first bytes stand that are not UTF-8.
    var firstForeignByte: Place {
        var (line, column) = (1, 1)
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        while case .valid(let scalar) = parser.parseScalar(from: &rest) {
            if Unicode.UTF8.decode(scalar) == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
        }
        return Place(file: path, line: line, column: column)
    }
}
