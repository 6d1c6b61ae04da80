import Storage

/// Notes in the store that personal data were taken out of it or shown (`semantics.md` 6.1).
enum PersonalAccess {
    /// - Parameter kind: `export` or `show`.
    static func log(_ kind: String, of what: String, _ store: Store, _ open: OpenWorkspace) throws {
        try store.keep("\(what) by \(open.author)", asSetting: "personal_\(kind) \(open.text(of: open.now))")
    }
}
