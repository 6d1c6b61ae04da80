import Foundation
import Testing
import VietText

@Suite("Wrapping")
struct WrappingTests {
    @Test(
        "breaks between words",
        arguments: [
            ("Ủy ban nhân dân xã", 10, ["Ủy ban", "nhân dân", "xã"]),
            ("Ủy ban  nhân\tdân", 15, ["Ủy ban nhân dân"]),
            ("83,2\u{A0}% số hộ", 7, ["83,2\u{A0}%", "số hộ"]),
            ("Một\nhai ba\n\nbốn", 10, ["Một", "hai ba", "", "bốn"]),
            ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
            ("漢字漢", 5, ["漢字", "漢"]),
            ("漢字", 0, ["漢", "字"]),
            ("", 10, [""]), ("   ", 10, [""]),
        ])
    func wraps(text: String, width: Int, lines: [String]) {
        #expect(text.wrapped(to: width) == lines)
        #expect(text.decomposedStringWithCanonicalMapping.wrapped(to: width) == lines)
    }

    @Test("hangs every line but the first")
    func hangs() {
        #expect(
            "- Tỷ lệ hộ gia đình có Internet".wrapped(to: 20, hangingIndent: 2)
                == ["- Tỷ lệ hộ gia đình", "  có Internet"])
        #expect("abcdefghij".wrapped(to: 4, hangingIndent: 9) == ["abcd", "  ef", "  gh", "  ij"])
    }

    @Test("never makes a line wider than asked, and loses no letter", arguments: 2...40)
    func fits(width: Int) {
        let text = "Tổ dân phố 3 – thị trấn Mộ Đức (漢字漢字) https://dichvucong.quangngai.gov.vn/tra-cuu 👨‍👩‍👧🇻🇳 100\u{A0}%"
        for indent in [0, 2, 5] {
            let lines = text.wrapped(to: width, hangingIndent: indent)
            #expect(lines.allSatisfy { $0.displayWidth <= width })
            #expect(lines.allSatisfy { $0.last != " " })
            let letters = lines.joined().filter { $0 != " " }
            #expect(letters == text.filter { $0 != " " })
        }
    }

    @Test("balances lines without adding any")
    func balanced() {
        let title = "Kết quả thực hiện Nghị quyết về chuyển đổi số"
        #expect(title.wrapped(to: 42) == ["Kết quả thực hiện Nghị quyết về chuyển đổi", "số"])
        #expect(title.wrappedEvenly(to: 42) == ["Kết quả thực hiện Nghị", "quyết về chuyển đổi số"])
        #expect("một hai".wrappedEvenly(to: 42) == ["một hai"])
        #expect("abcdefghijk".wrappedEvenly(to: 8) == ["abcdefgh", "ijk"])
    }

    @Test("knows the widest word")
    func widestWord() {
        #expect("Ủy ban nhân\ndân".widestWord == 4)
        #expect("99,96\u{A0}% (1)".widestWord == 7)
        #expect("".widestWord == 0)
    }
}
