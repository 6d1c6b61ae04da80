import FieldQuality
import FormModel
import Testing

@Suite("Duplicates")
struct DuplicateTests {
    @Test("keys that differ by zeros, spaces, case or marks are one unit, in one village and round only")
    func keys() {
        var form = SmallForm()
        for (village, number, round) in [
            ("v1", "12", "2026-H1"), ("v1", "012", "2026-H1"), ("v2", "12", "2026-H1"), ("v1", "0 12", "2026-H2"),
            ("v1", "Đ-5a", "2026-H1"), ("v1", "d5A", "2026-H1"), ("v1", "1/2", "2026-H1"), ("v1", "120", "2026-H1"),
            ("v1", "A\u{302}1", "2026-H1"), ("v1", "\u{C2}1", "2026-H1"),
        ] { form.add(village, number, round: round) }
        #expect(Duplicates.ofKeys(form.collected) { _ in true }.records == [[0, 1], [4, 5], [8, 9]])
        #expect(Duplicates.ofKeys(form.collected) { $0 != 1 }.records == [[4, 5], [8, 9]])
    }

    @Test("members of one name and year of birth in one village are told by their records, in both Unicode forms")
    func members() throws {
        var form = SmallForm()
        let member = { (name: String, year: Int64) in ["name": Answer.text(name), "birth_year": .number(year)] }
        form.add("v1", members: [member("Nguyễn Văn Hùng", 1960), member("Lê Thị Ánh", 1990)])
        form.add("v1", members: [member("nguyễn văn  Hu\u{300}ng", 1960)])
        form.add("v2", members: [member("Nguyễn Văn Hùng", 1960)])
        form.add("v1", members: [member("Nguyễn Văn Hưng", 1960), member("Nguyễn Văn Hùng", 1961)])
        form.add("v1", members: [member("Bé", 2020), member("Bé", 2020), ["name": .text("Bé")]])
        let collected = form.collected
        let set = collected.layout.sets[1]
        let village = try #require(collected.layout.root.field("village"))
        let found = Duplicates.ofRows(
            collected, set: set, same: ["name", "birth_year"].compactMap(set.field), within: [village]
        ) { _ in true }
        #expect(found.records == [[0, 1], [4, 4]])
    }
}
