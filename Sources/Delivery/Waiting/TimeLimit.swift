/// The longest and shortest that a notifier may be given.
enum TimeLimit {
    static func require(_ timeout: Duration) throws(DeliveryError) {
        guard timeout > .zero, timeout <= .seconds(3600) else {
            throw DeliveryError(.unusableTimeout, .permanent, facts: ["seconds": text(timeout)])
        }
    }

    /// A time as a fact: seconds, with as many digits as it needs.
    static func text(_ duration: Duration) -> String {
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        return seconds == seconds.rounded() && abs(seconds) < 1e15 ? String(Int(seconds)) : String(seconds)
    }
}
