import Foundation

/// A made-up population: households in villages, and their persons, with the questions of `population/`. Nobody stands
/// behind it; the shapes are those of a census: villages of uneven size, poverty that goes with less of most things,
/// 3.46 persons a household, and answers that are missing. The same bytes for the same seed.
struct Population {
    let households: Int
    let villages: Int
    let seed: UInt64

    init(households: Int, villages: Int = 500, seed: UInt64 = 20_260_101) {
        self.households = households
        self.villages = villages
        self.seed = seed
    }

    /// Its name on the disk.
    var name: String { "population-\(households)-\(villages)-\(seed)" }

    /// The files that `write` makes.
    static let householdsFile = "households.csv"
    static let personsFile = "persons.csv"

    /// Writes both files.
    func write(to folder: URL) throws {
        let households = HouseholdTable(villages: villages, seed: seed)
        let persons = PersonTable(seed: seed)
        var householdsFile = try CSVFile(
            folder.appendingPathComponent(Population.householdsFile), header: HouseholdTable.header)
        var personsFile = try CSVFile(
            folder.appendingPathComponent(Population.personsFile), header: PersonTable.header)
        for number in 1...self.households {
            let household = try households.write(number, to: &householdsFile)
            for line in 1...household.members { try persons.write(line, of: household, to: &personsFile) }
        }
        try householdsFile.close()
        try personsFile.close()
    }
}

/// What the persons of a household take over from it.
struct Household {
    let number: Int
    let members: Int
    /// The place of the head's sex among `male` and `female`.
    let headSex: Int
    let traits: Traits
}
