import Foundation
import Testing
import VietText

@Suite("Display width")
struct DisplayWidthTests {
    @Test(
        "counts terminal columns by grapheme cluster",
        arguments: [
            ("", 0), ("Mo Duc", 6), ("Mộ Đức", 6), ("ệ", 1), ("e\u{302}\u{323}", 1), ("\u{301}", 0),
            ("漢字", 4), ("ｶ", 1), ("Ａ", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
            ("😀", 2), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("🇻🇳", 2), ("☎", 1), ("☎\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2), ("✅", 2),
            ("\u{1B}", 0), ("\t", 0), ("\r\n", 0), ("\u{200B}", 0), ("\u{AD}", 0), ("…", 1), ("│█▏─", 4),
            ("83,2\u{A0}%", 6),
        ])
    func width(text: String, columns: Int) {
        #expect(text.displayWidth == columns)
    }

    @Test(
        "is the same in both Unicode forms",
        arguments: ["Nguyễn Thị Hường", "Thôn 1 – Đức Tân", "ỦY BAN NHÂN DÂN XÃ MỘ ĐỨC", "ẵ ẫ ậ ỹ ợ ữ"])
    func bothForms(text: String) {
        let decomposed = text.decomposedStringWithCanonicalMapping
        #expect(decomposed.unicodeScalars.count > text.unicodeScalars.count)
        #expect(decomposed.displayWidth == text.count)
        #expect(text.displayWidth == text.count)
    }

    @Test("pads to a width on the asked side, and leaves wider text alone")
    func padding() {
        #expect("Đức".padded(to: 6) + "|" == "Đức   |")
        #expect("Đức".padded(to: 6, .right) == "   Đức")
        #expect("Đức".padded(to: 6, .center) + "|" == " Đức  |")
        #expect("漢".padded(to: 5, .right) == "   漢")
        #expect("Mộ Đức".padded(to: 3) == "Mộ Đức")
        #expect("ệ".decomposedStringWithCanonicalMapping.padded(to: 3).unicodeScalars.count == 5)
    }

    @Test(
        "truncates with an ellipsis, never through a cluster",
        arguments: [
            ("Mộ Đức", 6, "Mộ Đức"), ("Mộ Đức", 5, "Mộ Đ…"), ("Mộ Đức", 4, "Mộ…"), ("Mộ Đức", 1, "…"),
            ("Mộ Đức", 0, ""),
            ("漢字漢字", 5, "漢字…"), ("漢字漢字", 4, "漢…"), ("", 3, ""),
        ])
    func truncation(text: String, width: Int, expected: String) {
        #expect(text.truncated(to: width) == expected)
        #expect(text.decomposedStringWithCanonicalMapping.truncated(to: width) == expected)
    }
}
