import Foundation
import LuaSyntax
import Randomness

/// Lua programs to try a reader of Lua on: the project's scripts, generated ones, and mutations of both.
enum Corpus {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The texts of every script of the project.
    static let scripts: [String] = ["Surveys", "Rules", "Examples", "Tests"].flatMap { path -> [String] in
        let files = FileManager.default.enumerator(atPath: root.appendingPathComponent(path).path)
        return (files?.compactMap { $0 as? String } ?? []).sorted().filter { $0.hasSuffix(".lua") }.compactMap {
            try? String(contentsOf: root.appendingPathComponent(path).appendingPathComponent($0), encoding: .utf8)
        }
    }

    /// Pieces of the scripts that are programs of their own: what stands between empty lines.
    static let pieces: [[UInt8]] = scripts.flatMap { $0.split(separator: "\n\n") }.map { Array($0.utf8) }
        .filter { $0.count < 1500 }

    /// A source with something of it changed.
    static func mutated(_ source: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var bytes = source
        for _ in 0...random.number(below: 2) { bytes = changed(bytes, &random) }
        return bytes
    }

    private static func changed(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
        let tokens = Lexer.tokens(of: bytes)
        guard !tokens.isEmpty else { return random.pick(words) }
        let token = tokens[random.number(below: tokens.count)]
        let other = tokens[random.number(below: tokens.count)]
        let word = random.pick(words)
        let spaced = [0x20] + word + [0x20]
        switch random.number(below: 8) {
        case 0: return Array(bytes[..<token.start] + bytes[token.end...])
        case 1: return bytes[..<token.start] + spaced + bytes[token.start...]
        case 2, 3: return bytes[..<token.start] + spaced + bytes[token.end...]
        case 4: return Array(bytes[..<token.end])
        case 5:
            let (first, second) = token.start <= other.start ? (token, other) : (other, token)
            guard first.end <= second.start else { return bytes }
            let parts = [
                bytes[..<first.start], bytes[second.start..<second.end], bytes[first.end..<second.start],
                bytes[first.start..<first.end], bytes[second.end...],
            ]
            return Array(parts.joined())
        case 6:
            var changed = bytes
            changed[random.number(below: bytes.count)] = UInt8(random.number(below: 256))
            return changed
        default:
            let place = random.number(below: bytes.count)
            return bytes[..<place] + word + bytes[place...]
        }
    }

    /// Everything that a program is made of, and some that it is not.
    private static let words: [[UInt8]] = [
        "{", "}", "(", ")", "[", "]", ",", "=", "==", ";", ":", "::", ".", "..", "...", "end", "function", "if",
        "then", "else", "elseif", "return", "local", "for", "in", "do", "while", "repeat", "until", "nil", "not", "and",
        "or", "goto", "break", "true", "-", "#", "~", "x", "\"s\"", "'s'", "5", "3x", "0x", "1e", "0x1p4", "\"", "--",
        "--[[", "]]", "[==[", "]==]", "é", "!", "\\", "\n", "\r", "\r\n", "\t", "\"\\x4\"", "\"\\u{110000}\"",
        "\"\\300\"", "<const>", "<close>", "::l::", "goto l", "break;", "//", ">>", "<<", "&", "|", "^", "\u{0}",
        "local x <const> = 1", "x = 2", "local function f() x = 3 end", "f(...)", "do local y; goto l end ::l::",
    ].map { Array($0.utf8) }
}

/// Makes programs that follow Lua's grammar, and mostly its other rules.
struct ProgramMaker {
    private(set) var random: Seeded
    private var names = ["a", "b", "h", "print"]

    init(seed: UInt64) { random = Seeded(seed) }

    mutating func program() -> String { block(depth: 0, count: 1 + random.number(below: 5)) }

    private mutating func pick(_ options: [String]) -> String { random.pick(options) }

    private mutating func block(depth: Int, count: Int) -> String {
        var lines = (0..<count).map { _ in statement(depth: depth + 1) }
        if random.number(below: 4) == 0 { lines.append("return " + expressions(depth)) }
        return lines.joined(separator: pick(["\n", "; ", " ", "\r\n"]))
    }

    private mutating func statement(depth: Int) -> String {
        let body = depth > 3 ? 0 : 1 + random.number(below: 2)
        switch random.number(below: depth > 3 ? 5 : 15) {
        case 0:
            let name = pick(["x", "y", "z", "i"])
            names.append(name)
            return "local \(name)\(pick(["", " <const>", ""])) = \(expression(depth))"
        case 1: return "\(pick(names)), t.f = \(expressions(depth))"
        case 2: return "\(pick(names))(\(expressions(depth)))"
        case 3: return "t.a.b[\(expression(depth))]:m \(pick(["\"s\"", "{ 1, x = 2, [3] = 4; }", "()"]))"
        case 4: return pick(["::l::", "goto l", ";", "t = nil", "::m::", "goto continue"])
        case 5: return "do \(block(depth: depth, count: body)) end"
        case 6: return "while \(expression(depth)) do \(block(depth: depth, count: body)) break end"
        case 7: return "repeat \(block(depth: depth, count: body)) until \(expression(depth))"
        case 8:
            return "if \(expression(depth)) then \(block(depth: depth, count: body)) "
                + pick(["", "elseif x then y() ", "else z() ", "elseif a then elseif b then else "]) + "end"
        case 9: return "for i = 1, \(expression(depth))\(pick(["", ", 2"])) do \(block(depth: depth, count: body)) end"
        case 10:
            return "for k, v in \(expressions(depth)) do \(block(depth: depth, count: body)) "
                + pick(["", "::continue:: ", "break "]) + "end"
        case 11:
            return "function t.a\(pick([".b", ":c", ""]))(\(pick(["", "x", "x, ...", "..."]))) "
                + block(depth: depth, count: body) + " end"
        case 12: return "local function f(\(pick(["", "x, y", "..."]))) \(block(depth: depth, count: body)) end"
        case 13: return "local a, b <\(pick(["const", "close"]))> = \(expressions(depth))"
        default: return "form \"f\" { \(expressions(depth)), label = \(expression(depth)), }"
        }
    }

    private mutating func expressions(_ depth: Int) -> String {
        (0...random.number(below: 2)).map { _ in expression(depth + 1) }.joined(separator: ", ")
    }

    private mutating func expression(_ depth: Int) -> String {
        if depth > 4 { return pick(["1", "x", "\"s\"", "nil", "t.a", "0x10", "1.5e3", "[[long]]", "'\\65\\n'"]) }
        switch random.number(below: 9) {
        case 0: return "\(expression(depth + 1)) \(pick(Self.operators)) \(expression(depth + 1))"
        case 1: return "\(pick(["not ", "-", "#", "~", "- - "]))\(expression(depth + 1))"
        case 2: return "(\(expression(depth + 1)))"
        case 3: return "function(h\(pick(["", ", ..."]))) \(block(depth: depth + 1, count: 1)) end"
        case 4: return "{ \(expression(depth + 1)); k = \(expression(depth + 1)), }"
        case 5: return "\(pick(names)).f(\(expression(depth + 1)))"
        case 6: return "\(pick(["...", "true", "x.y.z", "3 .. 4"]))"
        default: return pick(names)
        }
    }

    private static let operators = BinaryOperator.allCases.map(\.rawValue)
}
