import Foundation

/// Which versions of records are read: those of now, or those that were known once.
///
/// Versions are only ever added, one after the other, so that how many there were says exactly what a reader saw; a
/// clock that was set back, or a write that waited for another, cannot blur it as it can an instant.
public struct Known: Hashable, Sendable {
    /// Only versions stored by this instant.
    public var at: Date?
    /// Only the first so many versions of the store.
    public var through: Int64?

    /// Versions as they were known.
    public init(at: Date? = nil, through: Int64? = nil) {
        self.at = at
        self.through = through
    }

    /// The current versions.
    public static let now = Known()

    /// Whether the current versions are meant.
    public var isNow: Bool { at == nil && through == nil }
}
