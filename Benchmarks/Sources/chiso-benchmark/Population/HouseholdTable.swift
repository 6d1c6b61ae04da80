import Foundation

/// The households of the population, a row each.
struct HouseholdTable {
    static let header = [
        "hh_id", "village_id", "area", "stratum", "poverty_status", "head_sex", "ethnicity", "dwelling_type",
        "n_members", "internet_type", "internet_mbps", "n_smartphones", "has_computer", "has_tv", "electricity",
        "water_source", "sanitation", "cooking_fuel", "waste_collection", "monthly_income", "monthly_expense",
        "land_area_m2", "online_public_service", "distance_km", "survey_date", "weight",
    ]

    private let villages: Villages
    private let poverty, headSex, ethnicity, dwelling, members, internet, computer, television: ListedQuestion
    private let electricity, water, sanitation, fuel, waste, publicService, date: ListedQuestion
    private let speed, smartphones, income, expense, land, distance, weight: NumberQuestion
    private let chanceOfVillage, chanceOfIncome: Chance

    init(villages: Int, seed: UInt64) {
        var chances = Chances(seed: seed, table: 1)
        self.villages = Villages(count: villages, seed: seed)
        chanceOfVillage = chances.next()
        chanceOfIncome = chances.next()
        poverty = ListedQuestion(
            [
                "poor": Share(0.03, urban: -0.01, remoteness: 0.12), "near_poor": Share(0.08, urban: -0.05),
                "non_poor": .rest,
            ], unanswered: 0.005, &chances)
        headSex = ListedQuestion(["male": 0.74, "female": .rest], &chances)
        ethnicity = ListedQuestion(
            [
                "kinh": 0.82, "tay": 0.03, "thai": 0.03, "muong": 0.03, "hmong": 0.03, "dao": 0.02, "other": .rest,
            ], &chances)
        dwelling = ListedQuestion(
            [
                "permanent": Share(0.5, poor: -0.2), "semi_permanent": 0.42, "temporary": 0.05, "simple": .rest,
            ], unanswered: 0.01, &chances)
        // 3.46 on average.
        members = ListedQuestion(
            ["1": 0.09, "2": 0.17, "3": 0.26, "4": 0.27, "5": 0.12, "6": 0.06, "7": .rest], &chances)
        internet = ListedQuestion(
            [
                "fibre": Share(0.63, poor: -0.15, remoteness: -0.45), "cable_dsl": 0.06, "mobile_only": 0.3,
                "none": .rest,
            ], unanswered: 0.02, &chances)
        speed = NumberQuestion(places: 2, unanswered: 0.12, &chances)
        smartphones = NumberQuestion(places: 0, unanswered: 0.02, &chances)
        computer = ListedQuestion(
            ["yes": Share(0.12, urban: 0.3), "no": .rest], unanswered: 0.02, &chances)
        television = ListedQuestion(["yes": 0.91, "no": .rest], unanswered: 0.01, &chances)
        electricity = ListedQuestion(
            ["national_grid": 0.985, "local_grid": 0.007, "solar": 0.005, "none": .rest], &chances)
        water = ListedQuestion(
            [
                "piped": Share(0.2, urban: 0.5), "drilled_well": Share(0.25, urban: -0.1),
                "protected_dug_well": Share(0.25, urban: -0.15), "rain": 0.1, "unprotected": Share(0.1, urban: -0.05),
                "surface": .rest,
            ], unanswered: 0.015, &chances)
        sanitation = ListedQuestion(
            [
                "flush_septic": Share(0.6, poor: -0.25), "flush_sewer": Share(0, urban: 0.12),
                "improved_latrine": 0.2, "unimproved": 0.07, "none": .rest,
            ], unanswered: 0.015, &chances)
        fuel = ListedQuestion(
            ["lpg": 0.55, "electricity": 0.18, "biogas": 0.03, "wood": 0.2, "charcoal": .rest],
            unanswered: 0.02, &chances)
        waste = ListedQuestion(
            [
                "collected": Share(0.3, urban: 0.6), "buried": Share(0.25, urban: -0.2),
                "burned": Share(0.3, urban: -0.25), "dumped": .rest,
            ], unanswered: 0.02, &chances)
        income = NumberQuestion(places: 3, unanswered: 0.06, &chances)
        expense = NumberQuestion(places: 3, unanswered: 0.05, &chances)
        land = NumberQuestion(places: 1, unanswered: 0.04, &chances)
        publicService = ListedQuestion(
            ["never": Share(0.45, poor: 0.2), "with_help": 0.3, "self": .rest], unanswered: 0.03, &chances)
        distance = NumberQuestion(places: 2, &chances)
        date = ListedQuestion(HouseholdTable.weeks, &chances)
        weight = NumberQuestion(places: 4, &chances)
    }

    /// The fieldwork: a day of each week.
    private static let weeks: KeyValuePairs<String, Share> = [
        "2026-03-02": 0.125, "2026-03-09": 0.125, "2026-03-16": 0.125, "2026-03-23": 0.125, "2026-03-30": 0.125,
        "2026-04-06": 0.125, "2026-04-13": 0.125, "2026-04-20": .rest,
    ]

    /// Writes a household, in the order of the header.
    func write(_ number: Int, to file: inout CSVFile) throws -> Household {
        let row = UInt64(number)
        let village = villages.drawn(chanceOfVillage(row))
        var traits = villages.traits(of: village)
        let poverty = poverty.drawn(row, traits)
        traits.poor = poverty == 0 ? 1 : 0
        let headSex = headSex.drawn(row, traits)
        let members = members.drawn(row, traits) + 1
        let internet = internet.drawn(row, traits)
        let income = income(row, isNearPoor: poverty == 1, traits)

        file.cell(number)
        file.cell(village)
        file.cell(villages.area(of: village))
        file.cell(villages.stratum(of: village))
        self.poverty.write(poverty, of: row, to: &file)
        self.headSex.write(headSex, of: row, to: &file)
        ethnicity.write(row, traits, to: &file)
        dwelling.write(row, traits, to: &file)
        file.cell(members)
        self.internet.write(internet, of: row, to: &file)
        speed.write(HouseholdTable.speed(internet, speed.drawn(row)), of: row, to: &file)
        let phones = (smartphones.drawn(row) * Double(members + 1) * (1 - 0.3 * traits.poor)).rounded(.down)
        smartphones.write(phones, of: row, to: &file)
        computer.write(row, traits, to: &file)
        television.write(row, traits, to: &file)
        electricity.write(row, traits, to: &file)
        water.write(row, traits, to: &file)
        sanitation.write(row, traits, to: &file)
        fuel.write(row, traits, to: &file)
        waste.write(row, traits, to: &file)
        self.income.write(income, of: row, to: &file)
        expense.write(income * (0.45 + 0.6 * expense.drawn(row)), of: row, to: &file)
        let field = land.drawn(row)
        land.write(50 + 4000 * field * field * field, of: row, to: &file)
        publicService.write(row, traits, to: &file)
        let way = distance.drawn(row)
        distance.write(0.1 + 14 * way * way, of: row, to: &file)
        date.write(row, traits, to: &file)
        weight.write((1.25 - 0.25 * traits.urban) * (0.8 + 0.4 * weight.drawn(row)), of: row, to: &file)
        try file.endRow()
        return Household(number: number, members: members, headSex: headSex, traits: traits)
    }

    /// Megabits a second, by the place of the kind of connection.
    private static func speed(_ internet: Int, _ chance: Double) -> Double {
        switch internet {
        case 0: 40 + 260 * chance
        case 1: 5 + 35 * chance
        case 2: 2 + 48 * chance
        default: 0
        }
    }

    /// Millions of đồng a month, log-normal (Box and Muller, 1958).
    private func income(_ row: UInt64, isNearPoor: Bool, _ traits: Traits) -> Double {
        let normal = (-2 * log(1 - chanceOfIncome(row))).squareRoot() * cos(2 * Double.pi * income.drawn(row))
        let mean = 1.6 + 0.25 * traits.urban - 0.8 * traits.poor - (isNearPoor ? 0.4 : 0)
        return exp(mean + 0.55 * normal)
    }
}
