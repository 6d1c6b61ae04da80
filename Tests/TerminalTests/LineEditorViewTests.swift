import Terminal
import Testing
import VietText

@Suite("The editor's view")
struct LineEditorViewTests {
    @Test("shows a text that fits, with room for the cursor")
    func fits() {
        let view = LineEditor(text: "Mộ Đức").view(width: 7)
        #expect(view.text == "Mộ Đức")
        #expect(view.cursorColumn == 6)
        #expect(!view.isCutLeft && !view.isCutRight)
    }

    @Test("moves on by half of its width")
    func scrolls() {
        var editor = LineEditor(text: "0123456789")
        let view = editor.view(width: 10)
        #expect(view.text == "56789")
        #expect(view.cursorColumn == 5)
        #expect(view.isCutLeft && !view.isCutRight)
        editor.handle(.home)
        #expect(editor.view(width: 6).text == "012345")
        #expect(editor.view(width: 6).isCutRight)
    }

    @Test("never splits a wide character, and shows the one under the cursor")
    func wide() {
        var editor = LineEditor(text: "中文字中文字")
        for position in (0...6).reversed() {
            editor.moveToStart()
            editor.moveCursor(by: position)
            for width in 2...13 {
                let view = editor.view(width: width)
                #expect(view.text.displayWidth <= width)
                #expect(view.text.allSatisfy { "中文字".contains($0) })
                #expect(view.cursorColumn % 2 == 0)
                #expect(position == 6 || view.cursorColumn + 2 <= width)
            }
        }
    }
}
