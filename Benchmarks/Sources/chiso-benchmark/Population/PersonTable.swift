import Foundation

/// The persons of the population, a row each. Who is too young for a question has the answer `not_applicable`.
struct PersonTable {
    static let header = [
        "person_id", "hh_id", "line_no", "sex", "age", "relation", "education", "vneid_level", "bank_account",
        "online_payment", "health_insurance", "employment", "digital_skill",
    ]

    private let sex, relation, relationOfSecond, education, vneid, account: ListedQuestion
    private let payment, insurance, employment, skill: ListedQuestion
    private let age: NumberQuestion
    private let head = CSVText("head")
    private let notApplicable = CSVText("not_applicable")

    init(seed: UInt64) {
        var chances = Chances(seed: seed, table: 2)
        age = NumberQuestion(places: 0, unanswered: 0.004, &chances)
        sex = ListedQuestion(["male": 0.47, "female": .rest], &chances)
        relationOfSecond = ListedQuestion(
            ["spouse": 0.8, "child": 0.12, "parent": 0.04, "grandchild": 0.02, "other": .rest], &chances)
        relation = ListedQuestion(
            ["spouse": 0.02, "child": 0.6, "parent": 0.1, "grandchild": 0.2, "other": .rest], &chances)
        education = ListedQuestion(
            [
                "none": Share(0.05, poor: 0.08), "primary": 0.22, "lower_secondary": 0.32, "upper_secondary": 0.22,
                "vocational": 0.08, "university": .rest,
            ], unanswered: 0.02, &chances)
        vneid = ListedQuestion(
            [
                "level2": Share(0.58, urban: 0.15, poor: -0.1, aged: -0.25), "level1": 0.12, "none": .rest,
            ], unanswered: 0.03, &chances)
        account = ListedQuestion(
            ["yes": Share(0.62, urban: 0.15, poor: -0.25, aged: -0.2), "no": .rest], unanswered: 0.035, &chances)
        payment = ListedQuestion(
            ["weekly": Share(0.22, urban: 0.2), "monthly": 0.18, "rarely": 0.12, "never": .rest],
            unanswered: 0.03, &chances)
        insurance = ListedQuestion(["yes": 0.93, "no": .rest], unanswered: 0.01, &chances)
        employment = ListedQuestion(
            [
                "agriculture": Share(0.4, urban: -0.25), "industry": 0.2, "services": 0.22, "unemployed": 0.03,
                "inactive": .rest,
            ], unanswered: 0.025, &chances)
        skill = ListedQuestion(
            ["none": Share(0.3, older: 0.2), "basic": 0.35, "intermediate": 0.25, "advanced": .rest],
            unanswered: 0.04, &chances)
    }

    /// Writes the person on a line of a household, in the order of the header.
    func write(_ line: Int, of household: Household, to file: inout CSVFile) throws {
        let number = household.number * 16 + line
        let row = UInt64(number)
        let age = PersonTable.age(line, self.age.drawn(row))
        var traits = household.traits
        traits.older = age > 55 ? 1 : 0
        traits.aged = age > 65 ? 1 : 0

        file.cell(number)
        file.cell(household.number)
        file.cell(line)
        sex.write(line == 1 ? household.headSex : sex.drawn(row, traits), of: row, to: &file)
        self.age.write(age, of: row, to: &file)
        switch line {
        case 1: file.cell(head)
        case 2: relationOfSecond.write(row, traits, to: &file)
        default: relation.write(row, traits, to: &file)
        }
        write(education, from: 6, age, row, traits, to: &file)
        write(vneid, from: 14, age, row, traits, to: &file)
        write(account, from: 15, age, row, traits, to: &file)
        write(payment, from: 15, age, row, traits, to: &file)
        insurance.write(row, traits, to: &file)
        write(employment, from: 15, age, row, traits, to: &file)
        write(skill, from: 6, age, row, traits, to: &file)
        try file.endRow()
    }

    private func write(
        _ question: ListedQuestion, from youngest: Double, _ age: Double, _ row: UInt64, _ traits: Traits,
        to file: inout CSVFile
    ) {
        if age < youngest { file.cell(notApplicable) } else { question.write(row, traits, to: &file) }
    }

    /// Whole years: heads and their partners are grown up, most of the others are young.
    private static func age(_ line: Int, _ chance: Double) -> Double {
        switch line {
        case 1: 24 + (60 * pow(chance, 1.1)).rounded(.down)
        case 2: 20 + (60 * pow(chance, 1.2)).rounded(.down)
        default: (58 * pow(chance, 1.7)).rounded(.down)
        }
    }
}
