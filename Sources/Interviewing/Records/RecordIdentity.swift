import Crypto
import FormModel

/// Makes the ids of records (`semantics.md` 3.1): hashes, never the key itself.
public enum RecordIdentity {
    /// The id of a unit's record in a round: the first 128 bits of SHA-256 over form, key and round.
    public static func id(form: String, key: [String], round: String) -> String {
        hash([form] + key + [round])
    }

    /// The id of a record that is nobody's: over the form, the given content, its batch, and how many rows with the same
    /// content stood before it in the file.
    public static func id(form: String, content: [String], batch: String?, occurrence: Int) -> String {
        hash([form, batch ?? ""] + content + ["\(occurrence)"])
    }

    /// Each part is led by its length, so that no two lists of parts give one text.
    private static func hash(_ parts: [String]) -> String {
        var sha = SHA256()
        for part in parts {
            sha.update(data: Array("\(part.utf8.count):".utf8))
            sha.update(data: Array(part.utf8))
        }
        return sha.finalize().prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
