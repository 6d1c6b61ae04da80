/// Where messages may go without encryption.
public enum ClearText: String, Hashable, Sendable, CaseIterable {
    /// To this machine only.
    case loopbackOnly = "loopback_only"
    /// Anywhere.
    case anywhere
}
