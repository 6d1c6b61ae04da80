import FormModel
import Scripting
import Testing
import VietText

@Suite("chiso.toml")
struct ConfigurationTests {
    @Test("An empty file is valid and gives every default")
    func empty() throws {
        #expect(try Configuration(toml: "") == Configuration())
    }

    @Test("Keys are read by their types")
    func values() throws {
        let configuration = try Configuration(
            toml: """
                schema = 1
                [locale]
                language = "en"
                [periods]
                cut_off_day = 15
                [limits]
                record_ms = 500
                memory_mb = 32
                """)
        #expect(configuration.language == .english)
        #expect(configuration.cutOffDay == 15)
        #expect(configuration.limits.record == 0.5)
        #expect(configuration.limits.memory == 32 << 20)
    }

    @Test(
        "A wrong file is one error that names line and key",
        arguments: [
            ("[locale]\nlanguge = \"vi\"", "E-CONFIG-001", 2), ("[periods]\ncut_off_day = \"15\"", "E-CONFIG-002", 2),
            ("[periods]\ncut_off_day = 31", "E-CONFIG-003", 2), ("[locale\n", "E-CONFIG-004", 1),
            ("\nstor = 1", "E-CONFIG-001", 2), ("schema = 2", "E-CONFIG-003", 1), ("store = 5", "E-CONFIG-002", 1),
        ])
    func faults(toml: String, code: String, line: Int) throws {
        let diagnostic = try #require(throws: Diagnostic.self) { _ = try Configuration(toml: toml) }
        #expect(diagnostic.message.code == code)
        #expect(diagnostic.place?.line == line)
    }
}
