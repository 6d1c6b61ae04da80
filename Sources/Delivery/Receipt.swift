/// That a message was accepted, and by whom it was not.
public struct Receipt: Hashable, Sendable {
    /// The recipients of a mail whom the server refused while it accepted others. Who wants to reach them sends them a
    /// dispatch of the same id.
    public let refused: [Refusal]

    /// A recipient whom the mail server refused.
    public struct Refusal: Hashable, Sendable {
        /// The address.
        public let recipient: String
        /// What the server said.
        public let reply: String
        /// Whether another try is worth it.
        public let prospect: DeliveryError.Prospect

        /// A refusal.
        public init(recipient: String, reply: String, prospect: DeliveryError.Prospect) {
            self.recipient = recipient
            self.reply = reply
            self.prospect = prospect
        }
    }

    /// A receipt.
    public init(refused: [Refusal] = []) { self.refused = refused }
}
