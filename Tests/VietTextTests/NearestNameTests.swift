import Testing
import VietText

@Suite("Did you mean")
struct NearestNameTests {
    private static let fields = [
        "vneid", "vneid_level", "health_record", "connection", "id", "sex", "age", "Đức Tân", "Đức Tấn", "household_no",
    ]

    @Test(
        "finds what was meant",
        arguments: [
            ("vneidd", ["vneid"]), ("vnied", ["vneid"]), ("VNEID", ["vneid"]), ("conection", ["connection"]),
            ("helth_recrod", ["health_record"]), ("sx", ["sex"]), ("Duc Tan", ["Đức Tân", "Đức Tấn"]),
            ("Đức Tấn", ["Đức Tấn", "Đức Tân"]), ("agee", ["age"]), ("householdno", ["household_no"]),
        ])
    func finds(name: String, expected: [String]) {
        #expect(NearestName.candidates(for: name, among: Self.fields) == expected)
    }

    @Test("offers nothing where nothing is near", arguments: ["x", "income", "", "zzz", "water_supply"])
    func findsNothing(name: String) {
        #expect(NearestName.candidates(for: name, among: Self.fields).isEmpty)
    }

    @Test("sorts ties, drops repetitions and keeps to the limit")
    func ties() {
        let names = ["cat", "bat", "hat", "bat", "rat"]
        #expect(NearestName.candidates(for: "at", among: names, limit: 9) == ["bat", "cat", "hat", "rat"])
        #expect(NearestName.candidates(for: "at", among: names) == ["bat", "cat", "hat"])
        #expect(NearestName.candidates(for: "at", among: names, limit: 0).isEmpty)
    }
}
