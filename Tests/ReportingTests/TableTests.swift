import Reporting
import Testing

@Suite("Tables")
struct TableTests {
    private let columns = [Table.Column("Thôn"), Table.Column("Hộ", .right)]

    @Test("cannot be made with rows of another length, or without columns")
    func shape() throws {
        var table = try Table(columns: columns)
        try table.append(["Thôn 1", "12"])
        table.appendGroup("Đức Tân")
        #expect(throws: TableError.cellCount(row: 3, found: 1, expected: 2)) { try table.append(["Thôn 2"]) }
        #expect(throws: TableError.cellCount(row: 3, found: 3, expected: 2)) { try table.appendTotal(["a", "b", "c"]) }
        #expect(throws: TableError.noColumns) { try Table(columns: []) }
        #expect(table.rows == [.cells(["Thôn 1", "12"]), .group("Đức Tân")])
    }

    @Test("align figures to the right, by display width")
    func alignment() throws {
        var table = try Table(columns: columns)
        try table.append(["Đức Tân", "1.200"])
        try table.append(["漢", "7"])
        try table.appendTotal(["Cộng", "1.207"])
        #expect(
            rendered(table) == """
                ──────────────
                Thôn        Hộ
                ──────────────
                Đức Tân  1.200
                漢           7
                ──────────────
                Cộng     1.207
                ──────────────

                """)
    }

    @Test("wrap long labels and never break figures")
    func wrapping() throws {
        var table = try Table(columns: [
            Table.Column("Chỉ tiêu"), Table.Column("Giá trị kỳ này", .right),
            Table.Column("Ghi chú", width: .within(10...20)),
        ])
        let label = "Tỷ lệ người từ đủ 14 tuổi trở lên có tài khoản định danh điện tử mức độ 2 đang hoạt động"
        try table.append([PlainText(label), "31.020.000", "theo điều tra hộ gia đình đợt I năm 2026"])
        let text = rendered(table)
        #expect(text.contains("  31.020.000  theo điều tra hộ"))
        let words = text.split { $0 == " " || $0 == "\n" }
        for word in label.split(separator: " ") { #expect(words.contains(word)) }
    }

    @Test("choose widths that give the table few lines")
    func fewLines() throws {
        var table = try Table(columns: [
            Table.Column("Mục tiêu"), Table.Column("Đánh giá"), Table.Column("Cơ quan"),
        ])
        for _ in 1...3 {
            try table.append([
                "Người từ 14 tuổi có tài khoản định danh điện tử mức 2 trở lên", "Đúng tiến độ",
                "Phòng Văn hóa – Xã hội",
            ])
        }
        // Three rows of two lines with two light rules between them, the header and three rules.
        #expect(rendered(table).split(separator: "\n").count == 3 * 2 + 2 + 1 + 3)
    }

    @Test("give the columns that ask for shares what the others leave")
    func shares() throws {
        var table = try Table(columns: [
            Table.Column("A", width: .share(3)), Table.Column("B", .center, width: .share(1)),
            Table.Column("C", .right),
        ])
        try table.append(["một", "hai", "3"])
        let lines = rendered(table).split(separator: "\n")
        #expect(lines.first?.count == 80)
        // 80 - 2 gaps of 2 - 2 for C leaves 74: 55 and 19.
        #expect(lines[2 + 1].hasPrefix("một" + String(repeating: " ", count: 52 + 2 + 8) + "hai"))
    }

    @Test("turn into small lists where the columns cannot stand side by side")
    func stacked() throws {
        let many = (1...20).map { Table.Column("Tháng \($0)", .right) }
        var table = try Table(columns: [Table.Column("Thôn")] + many)
        try table.append(["Thôn 1"] + (1...20).map { PlainText("\($0).000,5") })
        try table.append(["Thôn 2"] + (1...20).map { PlainText("\($0).000,5") })
        let lines = rendered(table).split(separator: "\n")
        #expect(lines[1] == "Thôn: Thôn 1")
        #expect(lines[21] == "  Tháng 20: 20.000,5")
        #expect(lines[22] == Substring(String(repeating: "┄", count: 80)))
        #expect(lines[23] == "Thôn: Thôn 2")
    }

    @Test("explain their marks below")
    func footnotes() throws {
        var table = try Table(
            caption: "Bảng 1", columns: columns, footnotes: [Table.Footnote("⁑", "Định nghĩa đã thay đổi.")])
        try table.append(["Thôn 1 ⁑", "12"])
        let lines = rendered(table).split(separator: "\n")
        #expect(lines.first == "Bảng 1")
        #expect(lines.last == "⁑ Định nghĩa đã thay đổi.")
    }

    private func rendered(_ table: Table) -> String {
        TextRenderer(width: 80).render(
            Document(language: .vietnamese, title: "", status: .final, blocks: [.table(table)]))
    }
}
