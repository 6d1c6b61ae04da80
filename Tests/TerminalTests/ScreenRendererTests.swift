import Randomness
import Terminal
import TerminalFixtures
import Testing
import VietText

@Suite("The renderer")
struct ScreenRendererTests {
    @Test("shows every frame exactly, whatever stood there before", arguments: 0..<10)
    func frames(seed: UInt64) {
        var chance = Seeded(seed)
        let capabilities = full(colour: seed % 2 == 0)
        var renderer = ScreenRenderer(capabilities: capabilities)
        var size = TerminalSize(columns: 20, rows: 6)
        var screen = EmulatedScreen(columns: size.columns, rows: size.rows)
        var frame = ScreenFrame()
        for _ in 0..<150 {
            change(&frame, &chance)
            if chance.number(below: 10) == 0 {
                size = TerminalSize(columns: 1 + chance.number(below: 40), rows: 1 + chance.number(below: 10))
                screen = EmulatedScreen(columns: size.columns, rows: size.rows)
            }
            if chance.number(below: 15) == 0 {
                renderer.invalidate()
                screen = EmulatedScreen(columns: size.columns, rows: size.rows)
            }
            screen.write(renderer.render(frame, size: size))
            #expect(screen.faults == [])
            #expect(screen.cells == expected(frame, size, colour: capabilities.hasColour))
            #expect(screen.isCursorShown == (frame.cursor != nil))
            if let cursor = frame.cursor {
                #expect(screen.row == min(cursor.row, size.rows - 1))
                #expect(screen.column == min(cursor.column, size.columns - 1))
            }
            #expect(renderer.render(frame, size: size).isEmpty)
        }
    }

    @Test("writes only the rows that changed")
    func changes() {
        var renderer = ScreenRenderer(capabilities: full(colour: true))
        let size = TerminalSize(columns: 40, rows: 3)
        _ = renderer.render(ScreenFrame(rows: ["một", "hai", "ba"], cursor: .init(row: 1, column: 3)), size: size)
        let next = ScreenFrame(rows: ["một", "hai 2", "ba"], cursor: .init(row: 1, column: 5))
        let written = String(decoding: renderer.render(next, size: size), as: UTF8.self)
        #expect(written == "\u{1B}[?25l\u{1B}[2;1Hhai 2\u{1B}[K\u{1B}[2;6H\u{1B}[?25h")
    }

    @Test("obeys nothing that stands in a text")
    func hostile() {
        for text in [
            "a\u{1B}[2Jb", "a\u{9B}2Jb", "a\u{1B}]0;x\u{7}b", "a\u{1B}", "\u{1B}[", "a\rb\nc\u{8}d", "\u{202E}a",
        ] {
            var renderer = ScreenRenderer(capabilities: full(colour: true))
            var screen = EmulatedScreen(columns: 20, rows: 2)
            let frame = ScreenFrame(rows: [
                ScreenFrame.Row(text, .error), ScreenFrame.Row([ScreenFrame.Span("\u{1B}"), ScreenFrame.Span("[2J")]),
            ])
            screen.write(renderer.render(frame, size: TerminalSize(columns: 20, rows: 2)))
            #expect(screen.faults == [])
            #expect(screen.cells[1].prefix(3).map(\.text) == ["[", "2", "J"])
        }
    }

    @Test("writes ASCII where the terminal has nothing else")
    func ascii() {
        var renderer = ScreenRenderer(
            capabilities: Capabilities(
                isFullScreenCapable: true, hasColour: false, isUnicode: false, glyphs: .ascii))
        let frame = ScreenFrame(rows: ["Nguyễn Thị Đào – “hộ” 中… 5 ≥ 3"])
        let written = renderer.render(frame, size: TerminalSize(columns: 60, rows: 1))
        #expect(written.allSatisfy { $0 < 0x80 })
        #expect(String(decoding: written, as: UTF8.self).contains("Nguyen Thi Dao - \"ho\" ?... 5 >= 3"))
    }

    @Test("uses no colour where there is none")
    func colours() {
        for style in TextStyle.allCases {
            var renderer = ScreenRenderer(capabilities: full(colour: false))
            let frame = ScreenFrame(rows: [ScreenFrame.Row("x", style)])
            let written = String(decoding: renderer.render(frame, size: .usual), as: UTF8.self)
            #expect(written.firstMatch(of: /;3[0-9]m/) == nil)
        }
    }

    private func full(colour: Bool) -> Capabilities {
        Capabilities(isFullScreenCapable: true, hasColour: colour, isUnicode: true, glyphs: .unicode)
    }

    private func change(_ frame: inout ScreenFrame, _ chance: inout Seeded) {
        for _ in 0..<chance.number(below: 4) {
            let row = ScreenFrame.Row(
                (0..<chance.number(below: 4)).map { _ in
                    ScreenFrame.Span(chance.pick(texts), chance.pick(TextStyle.allCases))
                }
            )
            if frame.rows.isEmpty || chance.number(below: 4) == 0 {
                frame.rows.append(row)
            } else {
                frame.rows[chance.number(below: frame.rows.count)] = row
            }
        }
        if chance.number(below: 8) == 0 { frame.rows.removeAll() }
        switch chance.number(below: 3) {
        case 0: frame.cursor = nil
        case 1: frame.cursor = .init(row: chance.number(below: 12), column: chance.number(below: 50))
        default: break
        }
    }

    private func expected(_ frame: ScreenFrame, _ size: TerminalSize, colour: Bool) -> [[EmulatedScreen.Cell]] {
        (0..<size.rows).map { index in
            var cells: [EmulatedScreen.Cell] = []
            filling: for span in index < frame.rows.count ? frame.rows[index].spans : [] {
                for character in span.text.printableLine where character.displayWidth > 0 {
                    guard cells.count + character.displayWidth <= size.columns else { break filling }
                    let style = codes(span.style, colour)
                    cells.append(EmulatedScreen.Cell(text: String(character), style: style))
                    if character.displayWidth == 2 { cells.append(EmulatedScreen.Cell(text: "", style: style)) }
                }
            }
            return cells + Array(repeating: EmulatedScreen.Cell(), count: size.columns - cells.count)
        }
    }

    private func codes(_ style: TextStyle, _ colour: Bool) -> String {
        switch style {
        case .plain: ""
        case .bold: "1"
        case .dim: "2"
        case .reverse: "7"
        case .underline: "4"
        case .error: colour ? "1;31" : "1"
        case .warning: colour ? "1;33" : "1"
        case .accent: colour ? "36" : "1"
        case .heading: colour ? "1;34" : "1"
        }
    }
}

private let texts = [
    "Nguyễn Thị Đào", "Nguye\u{302}\u{303}n", "中文字", "a中b", "👩‍👩‍👧 nhà", "🇻🇳", "x\u{301}\u{323}y", "\u{1B}[31mđỏ\u{1B}[0m",
    "\u{301}dấu", "a\tb\nc", "", " ", "────", "…", "❤️", "Hộ gia đình số 12, thôn Đức Tân, xã Mộ Đức", "각",
    "\u{202E}abc",
]
