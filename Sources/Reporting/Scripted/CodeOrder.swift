import FormModel

/// The order of the resolution's codes: part by part, numbers by their value, so that II.3.4.2 stands before II.3.4.10.
enum CodeOrder {
    /// Whether one code comes before another.
    static func precedes(_ first: String, _ second: String) -> Bool {
        let (left, right) = (first.split(separator: "."), second.split(separator: "."))
        for (a, b) in zip(left, right) where a != b {
            if let a = Int(a), let b = Int(b) { return a < b }
            return a < b
        }
        return left.count < right.count
    }

    /// Indicators by their codes; those without one last, in the order of their files.
    static func sorted(_ indicators: [Indicator]) -> [Indicator] {
        indicators.enumerated().sorted { left, right in
            switch (left.element.code, right.element.code) {
            case (let a?, let b?) where a != b: precedes(a, b)
            case (_?, nil): true
            case (nil, _?): false
            default: left.offset < right.offset
            }
        }.map(\.element)
    }

    /// Whether a code is that of a group or stands in it: II.3.4.2 in II.3.4, but II.3.40 not.
    static func isIn(_ group: String, _ code: String) -> Bool {
        code == group || code.hasPrefix(group + ".")
    }
}
