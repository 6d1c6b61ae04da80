extension String {
    /// The number of letters as a reader counts them: grapheme clusters of the composed text.
    public var letterCount: Int {
        composed.count
    }

    /// In capital letters, composed, so that both Unicode forms give the same text.
    public var inCapitals: String {
        composed.uppercased().composed
    }

    /// In small letters, composed, so that both Unicode forms give the same text.
    public var inSmallLetters: String {
        composed.lowercased().composed
    }
}
