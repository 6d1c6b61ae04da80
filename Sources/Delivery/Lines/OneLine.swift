/// Text that must not begin another line where it is written: in a header, a command, an address.
enum OneLine {
    /// Whether a text has no line break and no other control character; a tab is none.
    static func holds(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar == "\t"
            case .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
    }

    static func require(_ text: String, field: String) throws(DeliveryError) {
        guard holds(text) else { throw DeliveryError(.lineBreak, .permanent, facts: ["field": field]) }
    }
}
