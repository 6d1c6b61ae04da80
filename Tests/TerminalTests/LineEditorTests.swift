import Foundation
import Randomness
import Terminal
import Testing
import VietText

@Suite("The line editor")
struct LineEditorTests {
    @Test("composes what is typed, in both Unicode forms")
    func forms() {
        for text in ["Nguyễn Thị Đào", "Mộ Đức, Quảng Ngãi", "ẤỘỮ"] {
            for form in [text.precomposedStringWithCanonicalMapping, text.decomposedStringWithCanonicalMapping] {
                let editor = typed(form)
                #expect(Array(editor.text.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8))
                #expect(editor.cursor == text.count)
            }
        }
    }

    @Test(
        "takes the bursts of Telex and VNI",
        arguments: [
            // Telex: Nguyeenx Thij DDaof.
            "Nguye\u{7F}ên\u{7F}\u{7F}ễn Thi\u{7F}ị D\u{7F}Đa\u{7F}ào\u{7F}\u{7F}ào",
            // VNI: Nguye6n4 Thi5 D9ao2.
            "Nguye\u{7F}ên\u{7F}\u{7F}ễn Thi\u{7F}ị D\u{7F}Đao\u{7F}\u{7F}ào",
            // The same with marks of their own.
            "Nguye\u{302}n\u{7F}\u{7F}e\u{302}\u{303}n Thi\u{323} D\u{7F}Đa\u{300}o",
        ])
    func bursts(burst: String) {
        #expect(typed(burst).text == "Nguyễn Thị Đào")
        var decoder = KeyDecoder()
        var editor = LineEditor()
        for byte in burst.utf8 { for key in decoder.decode([byte]) { editor.handle(key) } }
        #expect(Array(editor.text.utf8) == Array("Nguyễn Thị Đào".utf8))
    }

    @Test("deletes whole clusters, marks and joiners with them")
    func clusters() {
        for cluster in ["ễ", "e\u{302}\u{303}", "x\u{301}\u{323}", "👩‍👩‍👧", "🇻🇳", "각"] {
            var editor = typed("a" + cluster)
            editor.deleteBackward()
            #expect(editor.text == "a")
            editor.insert(cluster)
            editor.moveCursor(by: -1)
            editor.deleteForward()
            #expect(editor.text == "a")
            #expect(editor.cursor == 1)
        }
    }

    @Test("moves and deletes by words and to the ends")
    func movement() {
        var editor = LineEditor(text: "thôn  Đức Tân ")
        editor.handle(.control("w"))
        #expect(editor.text == "thôn  Đức ")
        editor.handle(.named(.left, .control))
        #expect(editor.cursor == 6)
        editor.handle(.named(.left, .control))
        editor.handle(.named(.left, .control))
        #expect(editor.cursor == 0)
        editor.handle(.named(.right, .control))
        #expect(editor.cursor == 4)
        editor.handle(.control("u"))
        #expect(editor.text == "  Đức ")
        editor.handle(.end)
        editor.handle(.left)
        editor.handle(.backspace)
        #expect(editor.text == "  Đứ ")
        editor.handle(.home)
        editor.handle(.delete)
        editor.handle(.control("k"))
        #expect(editor.text.isEmpty)
        for key in [Key.backspace, .delete, .left, .right, .control("w"), .control("u")] {
            let isHandled = editor.handle(key)
            #expect(isHandled)
        }
        #expect(editor == LineEditor())
    }

    @Test("leaves keys that are not its own")
    func foreign() {
        var editor = LineEditor(text: "a")
        for key in [
            Key.enter, .tab, .backTab, .escape, .up, .function(6), .control("c"), .alt("x"), .named(.home, .control),
        ] {
            let isHandled = editor.handle(key)
            #expect(!isHandled)
        }
        #expect(editor == LineEditor(text: "a"))
    }

    @Test("refuses what would be too long, whole and plainly")
    func limit() {
        var editor = LineEditor(text: "12345678", limit: 10)
        editor.handle(.paste("9abc"))
        #expect(editor.wasRefused)
        #expect(editor.text == "12345678")
        editor.handle(.paste("9e"))
        #expect(!editor.wasRefused)
        editor.handle(.character("x"))
        #expect(editor.wasRefused)
        editor.handle(.character("\u{302}"))
        #expect(!editor.wasRefused)
        #expect(editor.text == "123456789ê")
        editor.handle(.character("x"))
        editor.handle(.backspace)
        #expect(!editor.wasRefused)
        for _ in 0..<100 { editor.handle(.character("\u{335}")) }
        #expect(editor.wasRefused)
        #expect(editor.text.unicodeScalars.count == 40)
        #expect(LineEditor(text: String(repeating: "ă", count: 20_000)).text.count == 20_000)
    }

    @Test("lets nothing in that a terminal obeys")
    func controls() {
        var editor = LineEditor(text: "\u{1B}]0;x\u{7}a")
        editor.insert("b\u{1B}[2Jc\r\nd\te\u{202E}")
        #expect(editor.text == "abc d e")
    }

    @Test("keeps text, cursor and limits in order whatever is typed", arguments: 0..<6)
    func chance(seed: UInt64) {
        var chance = Seeded(seed)
        var editor = LineEditor(limit: 30)
        let scalars = Array(
            "aeđ \u{302}\u{301}\u{323}\u{1F1FB}\u{1F1F3}中👩\u{200D}\u{FE0F}\u{1100}\u{1161}ễ".unicodeScalars)
        let keys: [Key] = [
            .backspace, .delete, .left, .right, .home, .end, .control("w"), .named(.left, .control), .paste("Mộ Đức"),
        ]
        for _ in 0..<1500 {
            editor.handle(chance.number(below: 3) > 0 ? .character(chance.pick(scalars)) : chance.pick(keys))
            let text = editor.text
            #expect(text.count <= 30)
            #expect((0...text.count).contains(editor.cursor))
            #expect(Array(text.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8))
            let width = 1 + chance.number(below: 12)
            let view = editor.view(width: width)
            #expect(text.contains(view.text) || view.text.isEmpty)
            #expect(view.text.displayWidth <= width)
            #expect((0..<width).contains(view.cursorColumn))
        }
    }

    private func typed(_ text: String) -> LineEditor {
        var decoder = KeyDecoder()
        var editor = LineEditor()
        for key in decoder.decode(text.utf8) { editor.handle(key) }
        return editor
    }
}
