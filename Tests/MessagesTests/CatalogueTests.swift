import FormModel
import Foundation
import Testing
import VietText

@testable import Messages

@Suite("The catalogue")
struct CatalogueTests {
    @Test("has a sentence for every code in the sources")
    func codesOfSources() throws {
        let used = try SourceTexts.codes()
        #expect(used.count > 200)
        #expect(used.subtracting(Catalogue.codes).sorted() == [])
    }

    @Test("names only facts that the module using the code gives")
    func factsOfSources() throws {
        let given = try SourceTexts.factNames()
        for (code, modules) in try SourceTexts.modulesOfCodes() {
            // A code without a sentence is the fault of the test before.
            guard let sentence = Catalogue.sentences[code] else { continue }
            let known = modules.reduce(into: Set<String>()) { $0.formUnion(given[$1] ?? []) }
            #expect(Template(sentence.en).facts.subtracting(known) == [], "\(code)")
        }
    }

    @Test("says each code once")
    func distinctCodes() {
        #expect(Catalogue.parts.reduce(0) { $0 + $1.count } == Catalogue.codes.count)
    }

    @Test("says the same facts in both languages")
    func bothLanguages() {
        for (code, sentence) in Catalogue.sentences {
            #expect(!sentence.vi.isEmpty && !sentence.en.isEmpty, "\(code)")
            #expect(Template(sentence.vi).facts == Template(sentence.en).facts, "\(code)")
            // Where a sentence is nothing but its facts, there is nothing to translate.
            #expect(sentence.vi != sentence.en || ["E-CLI-024", "E-ASKED-007"].contains(code), "\(code)")
        }
    }

    @Test("is written in small letters, composed, in one line, without a full stop")
    func style() {
        let names = ["CSV", "Chiso", "Enter", "JSON", "Lua", "PostgreSQL", "Rules", "TOML"]
        for (code, sentence) in Catalogue.sentences {
            for text in [sentence.vi, sentence.en] {
                let firstWord = String(text.prefix { $0.isLetter })
                #expect(text.first?.isUppercase == false || names.contains(firstWord), "\(code)")
                #expect(!text.hasSuffix(".") && !text.contains("\n") && !text.contains("  "), "\(code)")
                #expect(Array(text.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8), "\(code)")
            }
        }
    }

    @Test("leaves no place unfilled and no mark of a template in what people read")
    func filled() {
        for (code, sentence) in Catalogue.sentences {
            let names = Template(sentence.en).facts
            let known = Dictionary(uniqueKeysWithValues: names.map { ($0, "7") })
            for facts in [known, [:]] {
                for language in Language.allCases {
                    let text = Message(code, facts).text(in: language)
                    #expect(!text.contains { "⟨¦⟩".contains($0) }, "\(code)")
                    #expect(text.firstMatch(of: /\{[a-z_]+[:}]/) == nil, "\(code)")
                }
            }
        }
    }

    @Test("translates every word of its vocabularies", arguments: Vocabulary.allCases)
    func vocabularies(vocabulary: Vocabulary) {
        #expect(!vocabulary.words.isEmpty)
        for (fact, word) in vocabulary.words {
            #expect(vocabulary.word(for: fact, in: .vietnamese) == word.vi && !word.vi.isEmpty)
            #expect(vocabulary.word(for: fact, in: .english) == word.en && !word.en.isEmpty)
            #expect(Array(word.vi.utf8) == Array(word.vi.precomposedStringWithCanonicalMapping.utf8))
        }
    }

    @Test("knows how the JSON reader and the record library name what they need")
    func typesOfSources() throws {
        let patterns: [(folder: String, pattern: Regex<(Substring, Substring)>)] = [
            ("Interchange/JSONLines", /expected(?:\(|: )"([^"\\]+)"/),
            ("Interchange/JSONLines", /case \.[a-z]+: "([a-z ]+)"/),
            ("CLuaBridge", /cl_raise_result\(L, [^,]+, "([^"]+)"/), ("CLuaBridge", /case CL_[A-Z]+: return "([^"]+)"/),
        ]
        for (folder, pattern) in patterns {
            let found = try SourceTexts.matches(of: pattern, in: folder)
            #expect(!found.isEmpty)
            // What stands in quotes itself, such as `':'`, is the same in every language.
            let own = found.filter { !$0.hasPrefix("'") && !$0.contains("\\(") }
            #expect(own.filter { Vocabulary.type.words[$0] == nil } == [])
        }
        let operations = try SourceTexts.matches(of: /\{"__[a-z]+", *"([a-z ]+)"\}/, in: "CLuaBridge")
        #expect(operations.count > 16)
        #expect(operations.filter { Vocabulary.operation.words[$0] == nil } == [])
    }
}
