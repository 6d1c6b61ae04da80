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

    init(file: String, chunk: Chunk, isModule: Bool) {
        self.file = file
        self.chunk = chunk
        self.isModule = isModule
    }
}
