import Foundation

/// One message on its way to one notifier.
public struct Dispatch: Hashable, Sendable {
    /// Names the message, and stays the same whenever it is tried again, so that a receiver can tell a second copy: 1 to
    /// 200 visible ASCII characters.
    public let id: String
    /// What it is about, in one line.
    public let subject: String
    /// What a person reads.
    public let text: String
    /// What a machine reads: JSON in UTF-8.
    public let json: Data
    /// Who receives it in place of those in the notifier's settings, where it is mail.
    public let recipients: [String]?
    /// When it was written.
    public let date: Date

    /// A message; throws `unusable_id`, `line_break` or `not_json`.
    public init(
        id: String, subject: String, text: String, json: Data, recipients: [String]? = nil, date: Date
    ) throws(DeliveryError) {
        guard (1...200).contains(id.utf8.count), id.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw DeliveryError(.unusableID, .permanent, facts: ["id": Excerpt.line(id)])
        }
        try OneLine.require(subject, field: "subject")
        guard Self.isJSON(json) else { throw DeliveryError(.notJSON, .permanent) }
        self.id = id
        self.subject = subject
        self.text = text
        self.json = json
        self.recipients = recipients
        self.date = date
    }

    /// Whether bytes are JSON in UTF-8, and not in one of the other encodings that Foundation would take.
    private static func isJSON(_ bytes: Data) -> Bool {
        bytes.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } && bytes.first != 0xEF
            && String(validating: bytes, as: UTF8.self) != nil
            && (try? JSONSerialization.jsonObject(with: bytes, options: .fragmentsAllowed)) != nil
    }
}
