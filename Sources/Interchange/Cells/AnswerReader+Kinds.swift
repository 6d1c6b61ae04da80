import FormModel

/// Yes or no, in the words of `cli.md` or in Vietnamese, in any case (spreadsheets write TRUE).
func yesNo(_ text: String) throws(CellFault) -> Bool {
    switch text.lowercased() {
    case "yes", "true", "1", "có": return true
    case "no", "false", "0", "không": return false
    default: throw .notYesNo(found: text)
    }
}

/// A whole number. `3.0`, which statistics programs write for a whole number, is one; `1.000` is not, since it may mean
/// a thousand.
func wholeNumber(_ text: String) throws(CellFault) -> Int64 {
    if let number = Int64(text) { return number }
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    if !digits.isEmpty, digits.count >= text.utf8.count - 1, digits.allSatisfy(isDigit) {
        throw .outOfRange(found: text)
    }
    if text.hasSuffix(".0"), let number = Int64(text.dropLast(2)) { return number }
    if isDecimal(text) { throw .fraction(found: text) }
    if let suggestion = withPoint(text) { throw .decimalComma(found: text, suggestion: suggestion) }
    throw .notInteger(found: text)
}

/// A number with a decimal point, or with an exponent.
func decimalNumber(_ text: String) throws(CellFault) -> Double {
    if let number = shortDecimal(text) { return number }
    guard isDecimal(text), let number = Double(text) else {
        if let suggestion = withPoint(text) { throw .decimalComma(found: text, suggestion: suggestion) }
        throw .notDecimal(found: text)
    }
    guard number.isFinite else { throw .outOfRange(found: text) }
    return number
}

/// The powers of ten that are exact in binary.
private let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]

/// The number of at most fifteen digits with or without a point; `nil` for any other text. Both the digits and the power
/// of ten are exact, so that the quotient is the number nearest to the decimal (Clinger 1990, "How to read floating point
/// numbers accurately").
private func shortDecimal(_ text: String) -> Double? {
    guard text.utf8.count <= 17 else { return nil }
    var digits = 0
    var count = 0
    var fraction: Int?
    for (place, byte) in text.utf8.enumerated() {
        switch byte {
        case 0x30...0x39:
            digits = digits * 10 + Int(byte - 0x30)
            count += 1
        case UInt8(ascii: "-") where place == 0: continue
        case UInt8(ascii: ".") where fraction == nil: fraction = count
        default: return nil
        }
    }
    guard count > 0, count <= 15 else { return nil }
    let number = Double(digits) / powersOfTen[fraction.map { count - $0 } ?? 0]
    return text.utf8.first == UInt8(ascii: "-") ? -number : number
}

/// A date `2026-06-30`.
func civilDate(_ text: String) throws(CellFault) -> Day {
    guard let day = Day(iso: text) else { throw .notDate(found: text, suggestion: dayFirst(text)?.iso) }
    return day
}

/// A time of day `08:30`; seconds only if they are zero.
func timeOfDay(_ text: String) throws(CellFault) -> Value {
    guard let minutes = clockMinutes(text) else { throw .notTime(found: text) }
    return .time(minutes: minutes)
}

/// A local date and time `2026-06-30T08:30`, also with a space between.
func dateAndTime(_ text: String) throws(CellFault) -> Value {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }
    guard parts.count == 2, let day = Day(iso: parts[0]), let minutes = clockMinutes(parts[1]) else {
        throw .notDateTime(found: text)
    }
    return .dateTime(day, minutes: minutes)
}

/// A point: degrees north, degrees east, and the accuracy in metres where it is known.
func point(_ text: String) throws(CellFault) -> Value {
    let parts = text.split { $0.isWhitespace }
    let numbers = parts.compactMap { isDecimal($0) ? Double($0) : nil }
    guard numbers.count == parts.count, (2...3).contains(numbers.count) else { throw .notGeopoint(found: text) }
    return try point(numbers, found: text)
}

/// A point of two or three numbers.
func point(_ numbers: [Double], found: String) throws(CellFault) -> Value {
    let accuracy = numbers.count > 2 ? numbers[2] : nil
    guard numbers.allSatisfy(\.isFinite),
        let point = GeoPoint(latitude: numbers[0], longitude: numbers[1], accuracy: accuracy)
    else { throw .geopointOutOfRange(found: found) }
    return .geopoint(point)
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// Whether a text is a plain decimal number: sign, digits with at most one point, exponent. `Double` alone would also
/// take `nan`, `inf` and hexadecimal.
func isDecimal(_ text: some StringProtocol) -> Bool {
    var rest = Array(text.utf8)[...]
    func takeSign() {
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { rest.removeFirst() }
    }
    func takeDigits() -> Int {
        let count = rest.prefix(while: isDigit).count
        rest.removeFirst(count)
        return count
    }
    takeSign()
    var digits = takeDigits()
    if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        digits += takeDigits()
    }
    guard digits > 0 else { return false }
    guard let exponent = rest.first else { return true }
    guard exponent | 0x20 == UInt8(ascii: "e") else { return false }
    rest.removeFirst()
    takeSign()
    return takeDigits() > 0 && rest.isEmpty
}

/// `1.234,5` or `3,5` as `1234.5` and `3.5`; `nil` for what is no number with a comma.
private func withPoint(_ text: String) -> String? {
    guard text.filter({ $0 == "," }).count == 1 else { return nil }
    let suggestion = text.filter { $0 != "." && $0 != " " }.map { $0 == "," ? "." : $0 }
    return isDecimal(String(suggestion)) ? String(suggestion) : nil
}

/// The day of `30/6/2026`, as it is written in Viet Nam.
private func dayFirst(_ text: String) -> Day? {
    let parts = text.split { "/-. ".contains($0) }.map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2], year >= 1000 else {
        return nil
    }
    return Day(year: year, month: month, day: day)
}

private func clockMinutes(_ text: some StringProtocol) -> Int? {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(isDigit) }) else {
        return nil
    }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    guard numbers[0] < 24, numbers[1] < 60, numbers.count == 2 || numbers[2] == 0 else { return nil }
    return numbers[0] * 60 + numbers[1]
}
