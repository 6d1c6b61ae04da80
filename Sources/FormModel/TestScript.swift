/// A test of a workspace's scripts.
public struct TestScript: Hashable, Sendable {
    /// The sentence it is called by.
    public let name: String
    /// Where the script declares it.
    public let place: Place
    /// Runs it: a function of (t).
    public let body: FunctionReference

    /// A test.
    public init(name: String, place: Place, body: FunctionReference) {
        self.name = name
        self.place = place
        self.body = body
    }
}
