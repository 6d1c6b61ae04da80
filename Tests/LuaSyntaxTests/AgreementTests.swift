import Foundation
import LuaSyntax
import Randomness
import Testing

/// The reader takes and refuses what Lua's own compiler does, and blames no later line.
@Suite("Lua's compiler and the reader of its syntax agree")
struct AgreementTests {
    /// `CHISO_PROGRAMS` sets how many programs are tried.
    private static let count = ProcessInfo.processInfo.environment["CHISO_PROGRAMS"].flatMap { Int($0) } ?? 24_000

    private func disagreement(_ source: [UInt8], _ compiler: LuaCompiler) -> String? {
        let faults = Chunk(tokens: Lexer.tokens(of: source)).faults
        let refusal = compiler.refusal(of: source)
        let shown = String(decoding: source, as: UTF8.self)
        switch (faults.first, refusal) {
        case (nil, nil): return nil
        case (let fault?, nil): return "taken by Lua, refused here: \(fault)\n\(shown)"
        case (nil, let refusal?): return "refused by Lua (\(refusal.text)), taken here\n\(shown)"
        case (let fault?, let refusal?):
            return fault.line > refusal.line ? "\(fault) comes after Lua's \(refusal.text)\n\(shown)" : nil
        }
    }

    @Test("over every script of the project")
    func own() {
        let compiler = LuaCompiler()
        #expect(Corpus.scripts.count > 60)
        for script in Corpus.scripts {
            #expect(compiler.refusal(of: Array(script.utf8)) == nil)
            #expect(Chunk(script).faults == [], "\(script.prefix(200))")
        }
    }

    @Test("over programs that are made, and mutations of these and of the project's scripts", arguments: 1...8)
    func mutated(seed: Int) {
        var random = Seeded(UInt64(seed))
        var maker = ProgramMaker(seed: UInt64(seed) &* 7919)
        let compiler = LuaCompiler()
        var (refused, disagreements) = (0, 0)
        let count = Self.count / 8
        for number in 0..<count {
            var source =
                number % 2 == 0 ? Array(maker.program().utf8) : random.pick(Corpus.pieces)
            if number % 8 != 0 { source = Corpus.mutated(source, &random) }
            // Compiled Lua is no source.
            if source.first == 0x1B { continue }
            if let disagreement = disagreement(source, compiler) {
                disagreements += 1
                if disagreements <= 5 { Issue.record("\(disagreement)") }
            }
            if compiler.refusal(of: source) != nil { refused += 1 }
        }
        #expect(disagreements == 0)
        #expect(refused > count / 3 && refused < count)
    }
}
