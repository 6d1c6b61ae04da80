/// A JSON value and the bytes of its line that it takes.
struct JSONNode: Sendable {
    let range: Range<Int>
    let value: JSONValue
}

/// A name and its value in a JSON object.
struct JSONMember: Sendable {
    let name: String
    /// Where the name begins.
    let start: Int
    let node: JSONNode
}

/// A JSON value (RFC 8259). Numbers stay as they are written, so that none is rounded on the way.
indirect enum JSONValue: Sendable {
    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([JSONMember])

    /// What it is, for messages.
    var typeName: String {
        switch self {
        case .null: "null"
        case .boolean: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
