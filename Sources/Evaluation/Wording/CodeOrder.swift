import FormModel

/// The order of the resolution's codes: part by part, numbers by their value, Roman ones too, so that II.3.4.2 stands
/// before II.3.4.10, and IX before X.
public enum CodeOrder {
    /// Whether one code comes before another.
    static func precedes(_ first: String, _ second: String) -> Bool {
        let (left, right) = (first.split(separator: "."), second.split(separator: "."))
        for (a, b) in zip(left, right) where a != b {
            if let m = number(a), let n = number(b), m != n { return m < n }
            return a < b
        }
        return left.count < right.count
    }

    /// The number that a part begins with: `10`, `IV`, the `III` of `III, IV`.
    private static func number(_ part: Substring) -> Int? {
        if let number = Int(part.prefix { $0.isNumber && $0.isASCII }) { return number }
        let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100]
        let digits = part.prefix { values[$0] != nil }
        guard !digits.isEmpty, part.dropFirst(digits.count).first?.isLetter != true else { return nil }
        var (sum, last) = (0, 0)
        for value in digits.reversed().compactMap({ values[$0] }) {
            sum += value < last ? -value : value
            last = value
        }
        return sum
    }

    /// Indicators by their codes; those without one last, in the order of their files.
    public static func sorted(_ indicators: [Indicator]) -> [Indicator] {
        sorted(indicators) { $0 }
    }

    /// Figures by the codes of their indicators, each with its components beneath it; components of none come last.
    public static func arranged(_ figures: [Figure]) -> [Figure] {
        let main = sorted(figures.indices.filter { !figures[$0].indicator.isComponent }) { figures[$0].indicator }
        let owners = Owners(main.map { (figures[$0].indicator.id, figures[$0].indicator.code, figures[$0].sources) })
        var components: [Int?: [Int]] = [:]
        for place in figures.indices where figures[place].indicator.isComponent {
            components[owners.owner(of: figures[place].indicator), default: []].append(place)
        }
        let places = main.enumerated().flatMap { [$1] + (components[$0] ?? []) } + (components[nil] ?? [])
        return places.map { figures[$0] }
    }

    /// Whom components can belong to.
    private struct Owners {
        private let all: [(id: String, code: String?, sources: [String])]

        init(_ all: [(id: String, code: String?, sources: [String])]) { self.all = all }

        /// The place of what a component belongs to: the indicator whose id its own begins with, that is derived from
        /// it, or whose code its own begins with.
        func owner(of component: Indicator) -> Int? {
            let named = all.indices.filter { component.id.hasPrefix(all[$0].id + "_") }
            if let nearest = named.max(by: { all[$0].id.count < all[$1].id.count }) { return nearest }
            if let derived = all.firstIndex(where: { $0.sources.contains(component.id) }) { return derived }
            guard let code = component.code else { return nil }
            let coded = all.indices.filter { all[$0].code.map { isIn($0, code) } ?? false }
            return coded.max { (all[$0].code?.count ?? 0) < (all[$1].code?.count ?? 0) }
        }
    }

    private static func sorted<Element>(_ elements: [Element], _ indicator: (Element) -> Indicator) -> [Element] {
        elements.enumerated().sorted { left, right in
            switch (indicator(left.element).code, indicator(right.element).code) {
            case (let a?, let b?) where a != b: precedes(a, b)
            case (_?, nil): true
            case (nil, _?): false
            default: left.offset < right.offset
            }
        }.map(\.element)
    }

    /// Whether a code is that of a group or stands in it: II.3.4.2 in II.3.4, but II.3.40 not.
    public static func isIn(_ group: String, _ code: String) -> Bool {
        code == group || code.hasPrefix(group + ".")
    }
}
