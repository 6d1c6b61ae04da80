import VietText

/// What the interviewer is about to enter on a page: what is typed, and what is pointed at.
public struct PageEntry: Hashable, Sendable {
    /// The page.
    public private(set) var page: Page
    /// The line being typed.
    public private(set) var editor: LineEditor
    /// The place, among the options that are shown, of the one pointed at; `nil` where none was.
    public private(set) var pointer: Int?
    /// The codes that are ticked, where several can be; `nil` until one was toggled.
    public private(set) var ticked: Set<String>?
    /// Whether what stands in the field was refused: the next character begins anew, other keys mend it.
    public private(set) var isRefused: Bool
    /// The options that fit what is typed.
    public private(set) var options: [Page.Option]
    /// How many lines of a long text are above the screen.
    public private(set) var scrolled = 0
    private let keys: [[Substring]]

    /// An entry on a page, with what was refused still in the field.
    public init(_ page: Page) {
        self.page = page
        self.editor = LineEditor(text: page.typed)
        self.isRefused = !page.typed.isEmpty
        self.options = page.options
        self.keys = page.picks == .none ? [] : page.options.map { PageEntry.words($0.label) }
    }

    private static func words(_ text: String) -> [Substring] {
        text.searchKey.split { !$0.isLetter && !$0.isNumber }
    }

    /// Whether an option is ticked now.
    public func isTicked(_ option: Page.Option) -> Bool { ticked?.contains(option.code) ?? option.isChosen }

    /// Takes a key that types, points or ticks.
    /// - Returns: whether it did.
    public mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .up where !options.isEmpty: point(by: -1)
        case .down where !options.isEmpty: point(by: 1)
        case .up where page.field == .none: scrolled = max(scrolled - 1, 0)
        case .down where page.field == .none: scrolled = min(scrolled + 1, page.text.count)
        case .character(" ") where isTicking: tick()
        default:
            guard page.field != .none || isCommandKey(key) else { return false }
            let before = editor.text
            if isRefused, key.isText { editor = LineEditor() }
            isRefused = false
            guard editor.handle(key) else { return false }
            guard editor.text != before else { break }
            // What was said of the answer before is not said of this one.
            page.notices.removeAll { $0.kind == .error }
            narrow()
        }
        return true
    }

    /// Empties the field.
    public mutating func clear() {
        editor = LineEditor()
        isRefused = false
        pointer = nil
        narrow()
    }

    /// Puts something in the field, to be typed on.
    public mutating func begin(with text: String) {
        editor = LineEditor(text: text)
        narrow()
    }

    /// What Enter enters.
    public var line: String {
        let typed = editor.text.storageForm
        if let pointer, options.indices.contains(pointer), typed.isEmpty || isNarrowed {
            if ticked == nil || typed.isEmpty == false { return options[pointer].code }
        }
        if typed.isEmpty, let ticked, case .many(let empty) = page.picks {
            let codes = page.options.map(\.code).filter(ticked.contains)
            return codes.isEmpty ? empty : codes.joined(separator: " ")
        }
        if isNarrowed, options.count == 1 { return options[0].code }
        return editor.text
    }

    private var isTicking: Bool {
        guard case .many = page.picks else { return false }
        return editor.text.isEmpty && !options.isEmpty
    }

    /// Where there is nothing to answer, a command can be typed all the same.
    private func isCommandKey(_ key: Key) -> Bool {
        if !editor.text.isEmpty { return true }
        guard case .character(let scalar) = key else { return false }
        return ":!<>?".unicodeScalars.contains(scalar)
    }

    private mutating func point(by step: Int) {
        guard page.picks != .none else { return }
        let first = options.firstIndex { isTicked($0) } ?? (step > 0 ? -1 : options.count)
        pointer = min(max((pointer ?? first) + step, 0), options.count - 1)
    }

    private mutating func tick() {
        var codes = ticked ?? Set(page.options.filter(\.isChosen).map(\.code))
        let place = pointer ?? 0
        pointer = place
        let code = options[place].code
        if codes.remove(code) == nil { codes.insert(code) }
        ticked = codes
    }

    /// Whether what is typed narrows the options: words, not a code or a command.
    private var isNarrowed: Bool {
        guard page.picks == .one, let first = editor.text.storageForm.first else { return false }
        return !"0123456789:!/<>?".contains(first)
    }

    private mutating func narrow() {
        let typed = editor.text.storageForm
        guard isNarrowed else {
            options = page.options
            pointer = page.picks == .one ? options.firstIndex { $0.code == typed } : nil
            return
        }
        let words = PageEntry.words(typed)
        let found = zip(page.options, keys).filter { _, labelled in
            words.allSatisfy { word in labelled.contains { $0.hasPrefix(word) } }
        }
        options = found.map(\.0)
        if options.isEmpty { options = page.options.filter { $0.name?.hasPrefix(typed) ?? false } }
        // Which of several is meant must be said, by more words, the code or the arrows.
        pointer = options.count == 1 && page.field == .search ? 0 : nil
    }
}

extension Key {
    /// Whether it writes.
    fileprivate var isText: Bool {
        switch self {
        case .character, .paste: true
        case .control, .alt, .named: false
        }
    }
}
