import FormModel
import Messages

/// Which design weighs which records (`semantics.md` 3.2).
///
/// A whole round, or a state, has one design. The records of a flow may come from several rounds, each with a design of
/// its own; that some rounds have one and others none is refused, since a record that stands for itself must not be
/// added to one that stands for many.
struct DesignPlan {
    /// A design and the records it weighs.
    struct Part: Hashable {
        let design: Design
        /// Only the records of this round; all where there is none.
        let round: String?
    }

    let parts: [Part]

    /// A plan of one design.
    init(_ part: Part) { parts = [part] }

    /// The plan for an indicator over the records of some rounds; `nil` where each record stands for itself. A design
    /// that is named chooses among those that fit; it never weighs the records of a round it was not made for.
    /// - Throws: `Message` E-REF-003 for a design that is not there, E-REF-004 where two fit a round, E-DESIGN-004 where
    ///   rounds with a design stand beside rounds without.
    init?(for indicator: Indicator, form: String, designs: [Design], rounds: Set<String>) throws(Message) {
        let candidates: [Design]
        switch indicator.design {
        case .none: return nil
        case .automatic: candidates = designs
        case .named(let id):
            candidates = designs.filter { $0.id == id }
            guard !candidates.isEmpty else { throw Message("E-REF-003", ["name": id]) }
        }
        guard !candidates.isEmpty else { return nil }
        // Without records, only what fits every round is known to fit.
        let known = rounds.isEmpty ? [""] : rounds.sorted()
        var parts: [Part] = []
        var bare: [String] = []
        for round in known {
            let fitting = candidates.filter { $0.period == nil || $0.period == round }
            if fitting.count > 1 {
                throw Message(
                    "E-REF-004",
                    [
                        "id": indicator.id, "first": fitting[0].id, "second": fitting[1].id, "form": form,
                        "round": round,
                    ])
            }
            guard let design = fitting.first else {
                bare.append(round)
                continue
            }
            let part = Part(design: design, round: design.period)
            if !parts.contains(part) { parts.append(part) }
        }
        guard let first = parts.first else { return nil }
        if let other = bare.first {
            throw Message(
                "E-DESIGN-004",
                [
                    "id": indicator.id, "design": first.design.id, "round": first.round ?? "", "other": other,
                    "form": form,
                ])
        }
        self.parts = parts
    }
}
