extension Value {
    /// The value as a CSV cell and a message write it (`cli.md`, "Data in and out"): `yes`, `3`, `2.5`, `2026-05-01`,
    /// `07:30`, names joined by spaces.
    public var plainText: String {
        switch self {
        case .boolean(let value): value ? "yes" : "no"
        case .integer(let number): String(number)
        case .decimal(let number): Value.shortest(number)
        case .text(let text): text
        case .choices(let names), .ranking(let names): names.joined(separator: " ")
        case .date(let day): day.iso
        case .time(let minutes): Value.clock(minutes)
        case .dateTime(let day, let minutes): "\(day.iso)T\(Value.clock(minutes))"
        case .geopoint(let point):
            ([point.latitude, point.longitude] + (point.accuracy.map { [$0] } ?? [])).map(Value.shortest)
                .joined(separator: " ")
        }
    }

    /// The shortest decimal that reads back as the same number; whole numbers without a fraction.
    static func shortest(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    static func clock(_ minutes: Int) -> String {
        "\(Day.padded(minutes / 60, 2)):\(Day.padded(minutes % 60, 2))"
    }
}
