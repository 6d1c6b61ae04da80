/// A question with listed answers: the share of each, and of those who do not answer.
struct ListedQuestion {
    private let answers: [CSVText]
    private let shares: [Share]
    private let unanswered: Double
    private let chance: Chance
    private let chanceOfSilence: Chance

    /// - Parameters:
    ///   - answers: in the order in which their shares are added up; the last stands for all that is left.
    ///   - unanswered: the share of rows without an answer.
    init(_ answers: KeyValuePairs<String, Share>, unanswered: Double = 0, _ chances: inout Chances) {
        self.answers = answers.map { CSVText($0.key) }
        shares = answers.dropLast().map(\.value)
        self.unanswered = unanswered
        chance = chances.next()
        chanceOfSilence = chances.next()
    }

    /// The place of a row's answer among the answers, whether the row gives it or not.
    func drawn(_ row: UInt64, _ traits: Traits) -> Int {
        let chance = chance(row)
        var sum = 0.0
        for place in shares.indices {
            sum += shares[place].among(traits)
            if chance < sum { return place }
        }
        return shares.count
    }

    /// Writes the answer at a place; nothing, where the row does not answer.
    func write(_ place: Int, of row: UInt64, to file: inout CSVFile) {
        if isAnswered(row) { file.cell(answers[place]) } else { file.emptyCell() }
    }

    /// Draws an answer and writes it.
    func write(_ row: UInt64, _ traits: Traits, to file: inout CSVFile) {
        write(drawn(row, traits), of: row, to: &file)
    }

    private func isAnswered(_ row: UInt64) -> Bool { unanswered == 0 || chanceOfSilence(row) >= unanswered }
}

/// A number that is asked for: how it follows from chance, and the share of those who do not answer.
struct NumberQuestion {
    /// Digits after the point.
    private let places: Int
    private let unanswered: Double
    private let chance: Chance
    private let chanceOfSilence: Chance

    init(places: Int, unanswered: Double = 0, _ chances: inout Chances) {
        self.places = places
        self.unanswered = unanswered
        chance = chances.next()
        chanceOfSilence = chances.next()
    }

    /// Chance of a row, from 0 to 1.
    func drawn(_ row: UInt64) -> Double { chance(row) }

    /// Writes a number of a row; nothing, where the row does not answer.
    func write(_ number: Double, of row: UInt64, to file: inout CSVFile) {
        if unanswered > 0, chanceOfSilence(row) < unanswered {
            file.emptyCell()
        } else {
            file.cell(number, places: places)
        }
    }
}
