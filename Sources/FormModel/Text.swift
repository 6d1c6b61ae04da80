import VietText

/// The languages that Chiso speaks; labels may be in others as well.
public typealias Language = TextLanguage

/// A text in one or more languages.
public struct LocalizedText: Hashable, Sendable {
    /// The text by language code; the code `""` stands for a text given without a language.
    public let byLanguage: [String: String]

    /// A text by language code.
    public init(_ byLanguage: [String: String]) {
        self.byLanguage = byLanguage
    }

    /// A text that is the same in every language.
    public init(_ text: String) {
        self.byLanguage = ["": text]
    }

    /// The text in a language; else without language, else Vietnamese, else English, else the first by code.
    public func text(in language: Language) -> String {
        byLanguage[language.rawValue] ?? byLanguage[""] ?? byLanguage["vi"] ?? byLanguage["en"]
            ?? byLanguage.min { $0.key < $1.key }?.value ?? ""
    }
}

/// A property of a form that is either written down or computed by a function of the record.
public enum Property<Constant: Hashable & Sendable>: Hashable, Sendable {
    /// Written in the script.
    case constant(Constant)
    /// Computed by a function of the record it stands in.
    case computed(FunctionReference)
}

/// A text of a form: written down, or a function of the record that gives one.
public typealias FormText = Property<LocalizedText>
