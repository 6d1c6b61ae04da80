import Foundation
import Terminal
import Testing

@Suite("A paste")
struct PasteTests {
    @Test(
        "is one key with its text cleaned",
        arguments: [
            ("Mộ Đức", "Mộ Đức"), ("một\rhai\r\nba\nbốn", "một\nhai\nba\nbốn"), ("a\tb", "a b"),
            ("\u{1B}[31mđỏ\u{1B}[0m", "đỏ"), ("e\u{302}\u{303}", "ễ"), ("a\u{3}\u{7F}b", "ab"), ("x\u{1B}[20y", "x"),
            ("\u{1B}[200~hai lần", "hai lần"), ("\u{202E}ngược", "ngược"),
        ])
    func text(pasted: String, text: String) {
        let bytes = Array("\u{1B}[200~\(pasted)\u{1B}[201~\r".utf8)
        for cut in 0...bytes.count {
            var decoder = KeyDecoder()
            let keys = decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...])
            #expect(keys == [.paste(text), .enter])
            #expect(decoder.patience == nil)
        }
    }

    @Test("without end is given after a while, and what is typed then is typed")
    func unterminated() {
        for end in ["", "\u{1B}", "\u{1B}[2", "\u{1B}[201"] {
            var decoder = KeyDecoder()
            #expect(decoder.decode("\u{1B}[200~Đức\(end)".utf8) == [])
            #expect(decoder.patience != nil)
            #expect(decoder.timeOut() == [.paste("Đức")])
            #expect(decoder.decode("\r".utf8) == [.enter])
        }
    }

    @Test("of bytes that are no UTF-8 keeps what is")
    func invalid() {
        var decoder = KeyDecoder()
        let bytes = Array("\u{1B}[200~a".utf8) + [0xFF, 0xE1, 0xBB] + Array("b\u{1B}[201~".utf8)
        #expect(decoder.decode(bytes) == [.paste("ab")])
    }

    @Test("of any size comes whole, in pieces if it is large")
    func large() {
        let text = String(repeating: "Nguyễn ", count: 300_000)
        var decoder = KeyDecoder()
        var pieces: [String] = []
        let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
        for start in stride(from: 0, to: bytes.count, by: 65_536) {
            for case .paste(let piece) in decoder.decode(bytes[start..<min(start + 65_536, bytes.count)]) {
                pieces.append(piece)
            }
        }
        #expect(pieces.joined() == text)
        #expect(pieces.allSatisfy { $0.utf8.count <= KeyDecoder.largestPaste })
        #expect(decoder.decode("\r".utf8) == [.enter])
    }
}
