import FormModel

/// A record's content and hash, made ahead of its writing.
public struct EncodedContent: Sendable {
    let encoded: EncodedRecord
}

/// Makes the contents and hashes of new records ahead of their writing, so that another thread can do it than the one
/// that writes.
public final class RecordEncoder {
    private var encoder: ContentEncoder

    init(_ shape: StoredShape, path: String) {
        self.encoder = ContentEncoder(shape, salts: SystemSalts(), path: path)
    }

    /// The content of a record that is new to the store; `nil` for one that cannot be stored, as the writing will tell.
    public func content(of record: Record) -> EncodedContent? {
        (try? encoder.encode(record, formVersion: record.version)).map { EncodedContent(encoded: $0) }
    }
}
