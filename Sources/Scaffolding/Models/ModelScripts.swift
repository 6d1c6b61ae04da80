import FormModel

/// Commented models of scripts, each of which checks without a fault in the workspace that it is made for.
public struct ModelScripts: Sendable {
    /// The language of the comments.
    let language: Language
    /// The year that examples of targets begin with.
    let year: Int

    /// Models with comments in a language, made on a day.
    public init(language: Language, today: Day) {
        self.language = language
        year = today.year
    }

    /// The script of a kind and name, from its template.
    func file(_ kind: ScriptKind, _ name: String, _ template: String) -> ScaffoldFile {
        ScaffoldFile(path: kind.path(name), text: BilingualText(template).text(in: language))
    }
}
