import Crypto
import FormModel

/// Makes the ids of records (`semantics.md` 3.1): hashes, never the key itself.
public enum RecordIdentity {
    /// The id of a unit's record in a round: the first 128 bits of SHA-256 over form, key and round.
    public static func id(form: String, key: [String], round: String) -> String {
        hash([form] + key + [round])
    }

    /// The id of a record that is nobody's: over the form, the given content, its batch, and which of the rows with the
    /// same content it is in its file, from 1.
    public static func id(form: String, content: [String], batch: String?, occurrence: Int) -> String {
        hash([form, batch ?? ""] + content + ["\(occurrence)"])
    }

    /// What was given for a record, as the hash of a record without a key takes it.
    static func content(of given: GivenRecord) -> [String] {
        var content = [
            given.date?.iso ?? "", given.round ?? "", given.status?.rawValue ?? "", given.result?.rawValue ?? "",
        ]
        append(given.root, to: &content)
        return content
    }

    private static func append(_ row: GivenRow, to content: inout [String]) {
        for answer in row.answers {
            switch answer {
            case nil, .missing(.unanswered): content.append("")
            // A text may read like a reason.
            case .value(let value): content.append("=" + value.plainText)
            case .some(let other): content.append("?" + other.plainText)
            }
        }
        for rows in row.rosters {
            content.append("\(rows.count)")
            for row in rows { append(row, to: &content) }
        }
    }

    /// Each part is led by its length, so that no two lists of parts give one text.
    private static func hash(_ parts: [String]) -> String {
        var text: [UInt8] = []
        for part in parts {
            text.append(contentsOf: "\(part.utf8.count):".utf8)
            text.append(contentsOf: part.utf8)
        }
        var digits: [UInt8] = []
        digits.reserveCapacity(32)
        for byte in SHA256.hash(data: text).prefix(16) {
            for half in [byte >> 4, byte & 0xF] { digits.append(half < 10 ? 0x30 + half : 0x57 + half) }
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
