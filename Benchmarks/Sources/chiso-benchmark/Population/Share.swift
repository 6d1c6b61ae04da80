/// What makes some answers likelier for a household or a person: 1 where it holds, 0 where not.
struct Traits {
    var urban = 0.0
    var poor = 0.0
    /// Older than 55, and older than 65.
    var older = 0.0
    var aged = 0.0
    /// From 0, the best connected village, to 1.
    var remoteness = 0.0
}

/// The share of an answer among all: a base, and what each trait adds.
struct Share: ExpressibleByFloatLiteral {
    private let base: Double
    private var urban = 0.0
    private var poor = 0.0
    private var older = 0.0
    private var aged = 0.0
    private var remoteness = 0.0

    init(floatLiteral base: Double) { self.base = base }

    init(
        _ base: Double, urban: Double = 0, poor: Double = 0, older: Double = 0, aged: Double = 0,
        remoteness: Double = 0
    ) {
        self.base = base
        self.urban = urban
        self.poor = poor
        self.older = older
        self.aged = aged
        self.remoteness = remoteness
    }

    /// What the answers before it leave.
    static let rest = Share(1)

    func among(_ traits: Traits) -> Double {
        base + urban * traits.urban + poor * traits.poor + older * traits.older + aged * traits.aged
            + remoteness * traits.remoteness
    }
}
