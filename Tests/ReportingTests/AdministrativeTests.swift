import Reporting
import Testing
import VietText

@Suite("Administrative form")
struct AdministrativeTests {
    @Test("a letterhead has issuer and number on the left, country and day on the right")
    func letterhead() {
        let letterhead = Letterhead(
            superior: "Ủy ban nhân dân\nxã Mộ Đức", issuer: "Phòng Kinh tế", number: "12/BC-KT", place: "Mộ Đức",
            day: .on(year: 2026, month: 7, day: 9))
        #expect(
            rendered(.letterhead(letterhead)) == """
                         ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                            XÃ MỘ ĐỨC                       Độc lập - Tự do - Hạnh phúc
                          PHÒNG KINH TẾ                     ───────────────────────────
                              ──────

                           Số: 12/BC-KT                   Mộ Đức, ngày 09 tháng 7 năm 2026

                """)
    }

    @Test(
        "a day still open is left to be filled in", arguments: [(nil, "năm …"), (2026, "năm 2026")] as [(Int?, String)])
    func openDay(year: Int?, written: String) {
        let text = rendered(.letterhead(Letterhead(issuer: "X", place: "Mộ Đức", day: .open(year: year))))
        #expect(text.contains("Mộ Đức, ngày … tháng … \(written)\n"))
        #expect(!text.contains("Số:"))
    }

    @Test("an addressee is greeted once; several stand below each other")
    func addressees() {
        #expect(rendered(.addressee(Addressee("Kính gửi: Đảng ủy xã"))).storageForm == "Kính gửi: Đảng ủy xã")
        #expect(rendered(.addressee(Addressee("Đảng ủy xã"))).storageForm == "Kính gửi: Đảng ủy xã")
        let several = rendered(.addressee(Addressee("Đảng ủy xã;", "Hội đồng nhân dân xã.")))
        #expect(
            several.split(separator: "\n").map { String($0).storageForm } == [
                "Kính gửi:", "- Đảng ủy xã;", "- Hội đồng nhân dân xã.",
            ])
    }

    @Test("a signature without a name leaves no room, one with a name four lines")
    func signature() {
        let unnamed = Closing(Signature(position: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"))
        #expect(rendered(.closing(unnamed)).split(separator: "\n").count == 2)
        let named = Closing(Signature(authority: "TM. UBND", position: "Chủ tịch", signer: "Nguyễn Văn Đức"))
        let lines = rendered(.closing(named)).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.map { String($0).storageForm } == ["TM. UBND", "CHỦ TỊCH", "", "", "", "", "Nguyễn Văn Đức", ""])
    }

    @Test("lists are numbered and lettered as Vietnamese documents do, under the text above them")
    func lists() {
        let points = (1...5).map { List.Item("điểm \($0)") }
        let list = List(.numbered, [List.Item("khoản", items: points)] + (2...10).map { List.Item("khoản \($0)") })
        let lines = rendered(.list(list)).split(separator: "\n")
        #expect(
            lines.prefix(7) == [
                "   1. khoản", "      a) điểm 1", "      b) điểm 2", "      c) điểm 3", "      d) điểm 4",
                "      đ) điểm 5",
                "   2. khoản 2",
            ])
        #expect(lines.last == "  10. khoản 10")
    }

    @Test("texts are safe however they are made, and keep their line breaks")
    func plainText() {
        #expect(PlainText(" a\u{1B}[31mb\r\nc\u{7}\t").string == "ab\nc")
        let name = "e\u{302}\u{1B}[0m"
        #expect(Array("Tên: \(name)".utf8).count > Array(PlainText("Tên: \(name)").string.utf8).count)
        let interpolated: PlainText = "Tên: \(name)"
        #expect(Array(interpolated.string.utf8) == Array("Tên: ê".utf8))
    }

    private func rendered(_ block: Block) -> String {
        TextRenderer(width: 80).render(Document(language: .vietnamese, title: "", status: .final, blocks: [block]))
    }
}
