import Interchange
import Storage

/// What became of the records of a file.
struct ImportReport {
    /// How many records met which outcome.
    var tally = WriteTally()
    /// How many were not taken.
    var rejected = 0
    /// How many records are of which round, new and known ones.
    var rounds: [String: Int] = [:]
    /// How many records nothing in the file dates.
    var assumedDates = 0
    /// How many records are of units that the form's frame does not list.
    var unlisted = 0
    /// Where the first of them stand.
    var unlistedPlaces: [SourcePlace] = []
    /// The problems that are kept to be shown, in the order of the files and lines.
    private(set) var problems: [RejectReason] = []
    /// How many there were.
    private(set) var problemCount = 0
    /// The files that the rejected rows were written to.
    var rejects: [String] = []

    /// The most problems that are kept.
    private static let capacity = 1000

    mutating func note(_ reasons: [RejectReason]) {
        rejected += 1
        problemCount += reasons.count
        problems += reasons.prefix(max(0, ImportReport.capacity - problems.count))
    }

    /// Puts the problems in the order of lines, those of the records' file first.
    mutating func sortProblems(recordsFile: String) {
        let sorted = problems.enumerated().sorted { left, right in
            key(left.element.place, recordsFile, left.offset) < key(right.element.place, recordsFile, right.offset)
        }
        problems = sorted.map(\.element)
    }

    private func key(_ place: SourcePlace, _ recordsFile: String, _ offset: Int) -> (Int, String, Int, Int, Int) {
        (place.file == recordsFile ? 0 : 1, place.file, place.line, place.column ?? 0, offset)
    }

    mutating func noteRound(_ round: String) { rounds[round, default: 0] += 1 }

    mutating func noteUnlisted(_ place: SourcePlace) {
        unlisted += 1
        if unlistedPlaces.count < 3 { unlistedPlaces.append(place) }
    }
}

/// An import that stopped at bad rows: thrown out of the transaction, so that nothing is written.
struct ImportStopped: Error {
    let report: ImportReport
}
