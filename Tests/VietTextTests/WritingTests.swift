import Foundation
import Testing
import VietText

@Suite("Writing")
struct WritingTests {
    @Test(
        "is stored composed and trimmed",
        arguments: [
            ("Mo Duc", "Mo Duc"), ("  Mo  Duc\n", "Mo  Duc"), ("\u{FEFF}Đức\u{A0}\u{200B}", "Đức"), (" \t ", ""),
            ("", ""),
            ("Nguye\u{302}\u{303}n", "Nguyễn"), ("Thôn \u{1100}\u{1161}", "Thôn 가"),
        ])
    func storageForm(text: String, stored: String) {
        #expect(Array(text.storageForm.utf8) == Array(stored.utf8))
        #expect(Array(text.decomposedStringWithCanonicalMapping.storageForm.utf8) == Array(stored.utf8))
    }

    @Test(
        "is found without marks and case",
        arguments: [
            ("Nguyễn Thị  Đào", "nguyen thi dao"), ("MỘ ĐỨC", "mo duc"), ("Thôn 1 – Đức Tân", "thon 1 – duc tan"),
            ("  Ơ Ư ă â ê ô ", "o u a a e o"), ("ABC def", "abc def"), ("", ""),
        ])
    func searchKey(text: String, key: String) {
        #expect(text.searchKey == key)
        #expect(text.decomposedStringWithCanonicalMapping.searchKey == key)
    }

    @Test("has capitals, small letters and a length by letters, in both forms")
    func letters() {
        for text in ["Mộ Đức", "Mộ Đức".decomposedStringWithCanonicalMapping] {
            #expect(Array(text.inCapitals.utf8) == Array("MỘ ĐỨC".utf8))
            #expect(Array(text.inSmallLetters.utf8) == Array("mộ đức".utf8))
            #expect(text.letterCount == 6)
        }
        #expect("ƯƠ".inSmallLetters == "ươ")
    }

    @Test(
        "shows nothing that a terminal would obey",
        arguments: [
            ("Nguyễn\u{1B}[31m Văn\u{1B}[0m A", "Nguyễn Văn A"),
            ("a\u{1B}]0;tiêu đề\u{7}b\u{1B}]8;;http://x\u{1B}\\c", "abc"),
            ("a\u{9B}31mb\u{9D}0;x\u{9C}c\u{90}q\u{1B}\\d", "abcd"),
            ("a\u{1B}cb\u{1B}(Bc\u{1B}7", "abc"),
            ("a\u{1B}]không bao giờ hết", "a]không bao giờ hết"), ("a\u{1B}[31", "a[31"), ("cuối\u{1B}", "cuối"),
            ("a\u{0}b\u{8}c\u{7F}d\u{85}e", "abcd\ne"), ("a\r\nb\rc\u{2028}d\u{B}e", "a\nb\nc\nd\ne"), ("a\tb", "a b"),
            ("a\u{202E}cba\u{2066}\u{FEFF}\u{AD}", "acba"), ("👨‍👩‍👧 ổn", "👨‍👩‍👧 ổn"),
            ("\u{1B}\u{1B}[31m[31mx", "[31mx"), ("Mo\u{302}\u{323}", "Mộ"),
        ])
    func printable(text: String, shown: String) {
        #expect(Array(text.printable.utf8) == Array(shown.utf8))
        #expect(!text.printableLine.contains { $0.isNewline })
    }
}
