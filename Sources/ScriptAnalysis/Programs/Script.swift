import LuaSyntax

/// A script or module as a tree, with what running its top level came to.
final class Script {
    let file: String
    let chunk: Chunk
    let isModule: Bool
    /// The declarations it made at its top level, as far as they could be followed.
    var declarations: [TableDatum] = []
    /// What a module gives to whom requires it.
    var result = Datum.unknown
    var hasRun = false

    /// The name by which a module is required.
    var name: String {
        let last = file.split(separator: "/").last.map(String.init) ?? file
        return last.hasSuffix(".lua") ? String(last.dropLast(4)) : last
    }

    init(file: String, chunk: Chunk, isModule: Bool) {
        self.file = file
        self.chunk = chunk
        self.isModule = isModule
    }
}
