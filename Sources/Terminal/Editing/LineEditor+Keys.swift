extension LineEditor {
    /// Does what a key asks for.
    ///
    /// Text and pastes; Backspace and Delete; arrows, Home, End; Ctrl or Alt with an arrow for words; Ctrl+A, Ctrl+E for
    /// the ends, Ctrl+U, Ctrl+K to delete as far as there, Ctrl+W or Alt+Backspace for the word before.
    /// - Returns: whether the key is one of these, even where there was nothing to do.
    @discardableResult
    public mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .character(let scalar): insert(String(scalar))
        case .paste(let text): insert(text)
        case .control("a"): moveToStart()
        case .control("e"): moveToEnd()
        case .control("k"): deleteToEnd()
        case .control("u"): deleteToStart()
        case .control("w"): deleteWordBackward()
        case .named(let name, let modifiers): return handle(name, modifiers)
        case .control, .alt: return false
        }
        return true
    }

    private mutating func handle(_ name: NamedKey, _ modifiers: KeyModifiers) -> Bool {
        let isWordwise = modifiers == .control || modifiers == .alt
        switch name {
        case .backspace where isWordwise: deleteWordBackward()
        case .left where isWordwise: moveWordLeft()
        case .right where isWordwise: moveWordRight()
        case _ where !modifiers.subtracting(.shift).isEmpty: return false
        case .backspace: deleteBackward()
        case .delete: deleteForward()
        case .left: moveCursor(by: -1)
        case .right: moveCursor(by: 1)
        case .home: moveToStart()
        case .end: moveToEnd()
        case .enter, .tab, .insert, .escape, .up, .down, .pageUp, .pageDown, .function: return false
        }
        return true
    }
}
