import FormModel

/// Everything a script can reach, in one table: the sandbox's allow-list, and what the reference is made from.
public enum ScriptLibrary {
    /// What an entry is.
    public enum Kind: Sendable {
        /// Part of Lua, bounded where it must be.
        case lua
        /// Declares something; only while a file loads, and not in `Rules/lib`.
        case declaration
        /// A function for formulas, forms and reports.
        case function
    }

    /// The version of what scripts can reach: `script_api` in `chiso.toml`, and `script_api(1)` in a script.
    ///
    /// It rises when something is taken away or means something else; what is only added does not raise it.
    public static let version = 1

    /// A name that should not be used any more.
    public struct Deprecation: Sendable {
        /// The name, dotted for a member of a library.
        public let name: String
        /// The version from which on it should not be used.
        public let since: Int
        /// What to use in its place.
        public let replacement: String
    }

    /// What should not be used any more. These go by bytes, so that they spoil Vietnamese letters.
    public static let deprecations = [
        Deprecation(name: "string.upper", since: 1, replacement: "upper"),
        Deprecation(name: "string.lower", since: 1, replacement: "lower"),
        Deprecation(name: "string.len", since: 1, replacement: "length"),
    ]

    /// One name that scripts can reach.
    public struct Entry: Sendable {
        /// The name, dotted for a member of a library: `string.rep`.
        public let name: String
        /// What it is.
        public let kind: Kind
        /// How it is called, and what it gives.
        public let summary: String
    }

    /// Every entry.
    public static let entries: [Entry] = lua + declarations + functions

    private static let lua: [Entry] =
        [
            ("assert", "assert(condition, message): an error unless the condition holds"),
            ("error", "error(message): stops with a message"),
            ("ipairs", "for i, item in ipairs(list)"),
            ("pairs", "for key, item in pairs(table): in sorted order of the keys"),
            ("select", "select(n, …): the arguments from the n-th on; select('#', …): their number"),
            ("tonumber", "tonumber(text): a number or nil"), ("tostring", "tostring(value): a text"),
            ("type", "type(value): the name of its type"),
            ("require", "require \"name\": the module Rules/lib/name.lua"),
        ].map { Entry(name: $0.0, kind: .lua, summary: $0.1) }
        + libraries.map { Entry(name: $0, kind: .lua, summary: "") }

    private static let libraries: [String] =
        ["byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep", "reverse", "sub", "upper"]
        .map { "string." + $0 }
        + ["concat", "insert", "move", "pack", "remove", "sort", "unpack"].map { "table." + $0 }
        + [
            "abs", "ceil", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger", "min", "mininteger", "modf",
            "pi", "sqrt", "tointeger", "type", "ult", "sin", "cos", "tan", "asin", "acos", "atan", "deg", "rad",
        ].map { "math." + $0 } + ["char", "charpattern", "codepoint", "codes", "len", "offset"].map { "utf8." + $0 }

    private static let declarations: [Entry] = [
        ("form", "form \"id\" { … }: a form, one a file"),
        ("group", "group \"name\" { … }: questions that stand together"),
        ("roster", "roster \"name\" { … }: questions asked once a row"), ("text", "text \"name\" { … }"),
        ("integer", "integer \"name\" { … }"), ("decimal", "decimal \"name\" { … }"),
        ("yes_no", "yes_no \"name\" { … }"),
        ("select_one", "select_one \"name\" { choices = … }"),
        ("select_multiple", "select_multiple \"name\" { choices = … }"),
        ("rank", "rank \"name\" { choices = … }"), ("time", "time \"name\" { … }"),
        ("datetime", "datetime \"name\" { … }"),
        ("note", "note \"name\" { label = … }"), ("calculate", "calculate \"name\" { calculation = function … end }"),
        ("geopoint", "geopoint \"name\" { … }"), ("barcode", "barcode \"name\" { … }"),
        ("from_csv", "from_csv(\"list\", \"column\"): a CSV file of Surveys/choices"),
        ("indicator", "indicator \"id\" { … }"), ("dimension", "dimension \"id\" { … }"),
        ("design", "design \"id\" { … }"),
        ("report", "report \"id\" { … }"), ("simulate", "simulate \"form\" { … }"),
        ("validation", "validation \"id\" { … }"),
        ("alert", "alert \"id\" { … }"), ("test", "test(\"name\", function(t) … end)"),
    ].map { Entry(name: $0.0, kind: .declaration, summary: $0.1) }

    private static let functions: [Entry] = [
        ("count", "count(roster, condition): how many rows fulfil it; count(roster): how many rows"),
        ("sum", "sum(roster, number): the sum over the rows"),
        ("any", "any(roster, condition): whether a row fulfils it"),
        ("all", "all(roster, condition): whether every row fulfils it"),
        ("any_of", "any_of(record, \"a\", \"b\"): whether one of the fields is true"),
        ("all_of", "all_of(record, \"a\", \"b\"): whether all of the fields are true"),
        ("known", "known(record, \"field\"): whether it has a value"),
        ("reason", "reason(record, \"field\"): why it has none, or nil"),
        ("choice", "choice(record, \"field\"): the row of the chosen choice"),
        ("listed", "listed(record): the record's row in its frame, or nil"),
        ("ratio", "ratio(a, b): a ÷ b, nil where b is 0"), ("percent", "percent(x): \"83,2 %\""),
        ("number", "number(text): a number, or nil"),
        ("date", "date(2026, 5, 1), date \"2026-05-01\": a date; date \"name\" { … }: a question"),
        ("days_between", "days_between(from, to): in days"),
        ("years_between", "years_between(from, to): completed years"),
        ("script_api", "script_api(1): the version of this library that the script was written for"),
        ("today", "today(): the day of the evaluation"), ("language", "language(): \"vi\" or \"en\""),
        ("upper", "upper(text): in capitals, by character"), ("lower", "lower(text): in small letters, by character"),
        ("length", "length(text): the number of characters"),
        ("is_empty", "is_empty(value): whether it is nil, \"\" or an empty set"),
    ].map { Entry(name: $0.0, kind: .function, summary: $0.1) }

    /// Whether a name declares something.
    public static func isDeclaration(_ name: String) -> Bool { declarationNames.contains(name) }

    private static let declarationNames = Set(declarations.map(\.name) + ["date"])

    /// Whether `date "…"` with a text declares a question, and is not a date.
    public static func declaresDate(_ text: String) -> Bool { Day(iso: text) == nil }

    /// What scripts see.
    public static let scriptNames = entries.map(\.name)
    /// What modules of `Rules/lib` see: everything but declarations.
    public static let moduleNames = entries.filter { $0.kind != .declaration }.map(\.name)
    /// The names of a library, without it: `rep` of `string`.
    public static func members(of library: String) -> [String] {
        scriptNames.filter { $0.hasPrefix(library + ".") }.map { String($0.dropFirst(library.count + 1)) }
    }

    /// The kinds that are declared with a name and braces.
    static let bracedKinds = declarations.map(\.name).filter { $0 != "test" && $0 != "from_csv" }
    /// The kinds that stand in a file, not within a form.
    public static let topLevelKinds = [
        "form", "indicator", "dimension", "design", "report", "simulate", "validation", "alert", "test",
    ]
    /// The properties of all declarations.
    static let propertyNames = Set(
        FormReader.properties + QuestionReader.properties + NodeReader.rosterProperties + IndicatorReader.properties
            + DimensionReader.properties + DesignReader.properties + ReportReader.properties
            + ValidationReader.properties + AlertReader.properties)
}
