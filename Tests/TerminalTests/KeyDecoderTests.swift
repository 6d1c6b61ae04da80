import Foundation
import Randomness
import Terminal
import Testing

@Suite("Keys")
struct KeyDecoderTests {
    @Test("are read from the sequences of every common terminal", arguments: sequences)
    func table(sequence: String, keys: [Key]) {
        #expect(decoded([Array(sequence.utf8)]) == keys)
    }

    @Test("are the same wherever a read ends", arguments: sequences)
    func split(sequence: String, keys: [Key]) {
        let bytes = Array((sequence + "ắ\r").utf8)
        let whole = keys + [.character("ắ"), .enter]
        for cut in 0...bytes.count {
            #expect(decoded([bytes[..<cut], bytes[cut...]].map { Array($0) }) == whole)
        }
        #expect(decoded(bytes.map { [$0] }) == whole)
    }

    @Test(
        "follow at once on what was broken off",
        arguments: [
            "\u{1B}[", "\u{1B}[1", "\u{1B}[1;5", "\u{1B}O", "\u{1B}O5", "\u{1B}]11;rgb", "\u{1B}P1", "\u{1B}[[",
            "\u{1B}[M",
            "\u{1B}[M !",
        ])
    func brokenOff(beginning: String) {
        #expect(decoded([Array((beginning + "\r").utf8)]) == [.enter])
        #expect(decoded([Array((beginning + "\u{1B}[A").utf8)]) == [.up])
    }

    @Test(
        "that nothing follows are told after a while",
        arguments: [
            ("\u{1B}", [Key.escape]), ("\u{1B}[", [.alt("[")]), ("\u{1B}O", [.alt("O")]), ("\u{1B}]", [.alt("]")]),
            ("\u{1B}[1;5", []), ("\u{1B}]11;rgb", []), ("\u{1B}\u{1B}", [.escape, .escape]),
            ("a\u{1B}", [.character("a"), .escape]),
        ])
    func timeOut(sequence: String, keys: [Key]) {
        var decoder = KeyDecoder()
        var found = decoder.decode(sequence.utf8)
        #expect(decoder.patience != nil)
        found += decoder.timeOut()
        #expect(found == keys)
        #expect(decoder.patience == nil)
        #expect(decoder.decode("\u{1B}[Ax".utf8) == [.up, .character("x")])
    }

    @Test(
        "come from no bytes that are not UTF-8",
        arguments: [
            [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE1, 0xBB], [0xC3], [0x80],
            [0xF0, 0x9F],
            [0xE1, 0xBB, 0xC3], [0xC2, 0x85],
        ] as [[UInt8]])
    func invalid(bytes: [UInt8]) {
        #expect(decoded([bytes, [0x0D]]) == [.enter])
        #expect(decoded([bytes + Array("ờ".utf8)]) == [.character("ờ")])
        var decoder = KeyDecoder()
        #expect(decoder.decode(bytes) + decoder.timeOut() == [])
    }

    @Test("of input methods come as they were sent, in one read or in several")
    func bursts() {
        let burst = Array("e\u{7F}\u{EA}\u{7F}\u{1EC5}n".utf8)
        let keys: [Key] = [.character("e"), .backspace, .character("ê"), .backspace, .character("ễ"), .character("n")]
        #expect(decoded([burst]) == keys)
        #expect(decoded(burst.map { [$0] }) == keys)
        let marks = Array("e\u{302}\u{303}".utf8)
        #expect(decoded(marks.map { [$0] }) == [.character("e"), .character("\u{302}"), .character("\u{303}")])
    }

    @Test("are never lost after noise", arguments: 0..<8)
    func noise(seed: UInt64) {
        var chance = Seeded(seed)
        let likely: [UInt8] = [0x1B, 0x5B, 0x4F, 0x5D, 0x32, 0x30, 0x31, 0x7E, 0x3B, 0x4D, 0xE1, 0xBB, 0x9B, 0x50]
        for _ in 0..<500 {
            var decoder = KeyDecoder()
            for _ in 0..<chance.number(below: 12) {
                let bytes = (0..<chance.number(below: 20)).map { _ in
                    chance.number(below: 2) == 0 ? chance.pick(likely) : UInt8(chance.number(below: 256))
                }
                for case .character(let scalar) in decoder.decode(bytes) {
                    #expect(scalar.properties.generalCategory != .control)
                }
            }
            _ = decoder.timeOut()
            #expect(decoder.decode([0x0D]) == [.enter])
        }
    }

    @Test("without end are given up, and hold nothing back")
    func endless() {
        var decoder = KeyDecoder()
        for _ in 0..<200 { _ = decoder.decode(Array(repeating: UInt8(ascii: "1"), count: 100)) }
        _ = decoder.decode("\u{1B}]".utf8)
        for _ in 0..<200 { _ = decoder.decode(Array(repeating: UInt8(ascii: "x"), count: 100)) }
        #expect(decoder.decode("\r".utf8).last == .enter)
    }
}

private func decoded(_ reads: [[UInt8]]) -> [Key] {
    var decoder = KeyDecoder()
    return reads.flatMap { decoder.decode($0) }
}

private let sequences: [(String, [Key])] = plain + cursor + functions + held + swallowed

private let plain: [(String, [Key])] = [
    ("a", [.character("a")]), ("Đ", [.character("Đ")]), ("😀", [.character("😀")]), ("\r", [.enter]), ("\n", [.enter]),
    ("\t", [.tab]), ("\u{1B}[Z", [.backTab]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]),
    ("\0", [.control(" ")]),
    ("\u{3}", [.control("c")]), ("\u{1A}", [.control("z")]), ("\u{1C}", [.control("\\")]), ("\u{1F}", [.control("_")]),
    ("\u{1B}a", [.alt("a")]), ("\u{1B}G", [.alt("G")]), ("\u{1B}đ", [.alt("đ")]), ("\u{1B}\r", [.escape, .enter]),
    ("\u{1B}\u{7F}", [.named(.backspace, .alt)]), ("\u{1B}\u{1B}[A", [.escape, .up]), ("\u{1B}OM", [.enter]),
    ("\u{1B}Oq\u{1B}On", [.character("1"), .character(".")]), ("\u{1B}OX", [.character("=")]),
]

private let cursor: [(String, [Key])] = [
    ("\u{1B}[A", [.up]), ("\u{1B}OA", [.up]), ("\u{1B}[B", [.down]), ("\u{1B}OB", [.down]), ("\u{1B}[C", [.right]),
    ("\u{1B}OC", [.right]), ("\u{1B}[D", [.left]), ("\u{1B}OD", [.left]), ("\u{1B}[H", [.home]), ("\u{1B}OH", [.home]),
    ("\u{1B}[1~", [.home]), ("\u{1B}[7~", [.home]), ("\u{1B}[F", [.end]), ("\u{1B}OF", [.end]), ("\u{1B}[4~", [.end]),
    ("\u{1B}[8~", [.end]), ("\u{1B}[2~", [.insert]), ("\u{1B}[3~", [.delete]), ("\u{1B}[5~", [.pageUp]),
    ("\u{1B}[6~", [.pageDown]), ("\u{9B}A", [.up]), ("\u{8F}P", [.function(1)]),
]

private let functions: [(String, [Key])] = [
    ("\u{1B}OP\u{1B}OQ\u{1B}OR\u{1B}OS", [.function(1), .function(2), .function(3), .function(4)]),
    ("\u{1B}[11~\u{1B}[12~\u{1B}[13~\u{1B}[14~", [.function(1), .function(2), .function(3), .function(4)]),
    ("\u{1B}[[A\u{1B}[[B\u{1B}[[C\u{1B}[[D\u{1B}[[E", (1...5).map { .function($0) }),
    ("\u{1B}[15~\u{1B}[17~\u{1B}[18~\u{1B}[19~", [.function(5), .function(6), .function(7), .function(8)]),
    ("\u{1B}[20~\u{1B}[21~\u{1B}[23~\u{1B}[24~", [.function(9), .function(10), .function(11), .function(12)]),
    ("\u{1B}[25~\u{1B}[34~", [.function(13), .function(20)]),
]

private let held: [(String, [Key])] = [
    ("\u{1B}[1;5C", [.named(.right, .control)]), ("\u{1B}[1;2A", [.named(.up, .shift)]),
    ("\u{1B}[1;3D", [.named(.left, .alt)]), ("\u{1B}[1;6H", [.named(.home, [.shift, .control])]),
    ("\u{1B}[3;5~", [.named(.delete, .control)]), ("\u{1B}[15;2~", [.named(.function(5), .shift)]),
    ("\u{1B}[1;2P", [.named(.function(1), .shift)]), ("\u{1B}[1;5R", [.named(.function(3), .control)]),
    ("\u{1B}[5C", [.named(.right, .control)]), ("\u{1B}O5C", [.named(.right, .control)]),
    ("\u{1B}Oc", [.named(.right, .control)]), ("\u{1B}[c", [.named(.right, .shift)]),
    ("\u{1B}[3^", [.named(.delete, .control)]), ("\u{1B}[3$", [.named(.delete, .shift)]),
    ("\u{1B}[3@", [.named(.delete, [.control, .shift])]), ("\u{1B}[1;13A", [.named(.up, .control)]),
    ("\u{1B}[27;5;13~", [.named(.enter, .control)]), ("\u{1B}[97;5u", [.control("a")]),
    ("\u{1B}[97;3u", [.alt("a")]), ("\u{1B}[7877u", [.character("ễ")]), ("\u{1B}[13;2u", [.named(.enter, .shift)]),
]

private let swallowed: [(String, [Key])] = [
    "\u{1B}[24;80R", "\u{1B}[1;1R", "\u{1B}[?62;22c", "\u{1B}[>0;276;0c", "\u{1B}[0n", "\u{1B}[I", "\u{1B}[O",
    "\u{1B}[?1;2$y", "\u{1B}[<0;10;12M", "\u{1B}[<0;10;12m", "\u{1B}[M !!", "\u{1B}[99~", "\u{1B}[1;2;3x",
    "\u{1B}[E", "\u{1B}[201~", "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]4;1;rgb:00/00/00\u{1B}\\",
    "\u{1B}P1+r524742=38\u{1B}\\", "\u{1B}P>|xterm(379)\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}[99999999999;5~",
    "\u{1B}[0u", "\u{1B}[1114111999u", "\u{1B}[55296u", "\u{1B}[[Z", "\u{1B}Oz", "\u{80}", "\u{1B}[200~\u{1B}[201~",
].map { ($0, []) }
