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
                report_due = { six_month = "07-10", annual = "02-28" }
                [notifiers.mail]
                kind = "smtp"
                secret_env = "CHISO_SMTP_PASSWORD"
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
            ("[periods]\nreport_due = { six_month = \"02-30\" }", "E-CONFIG-003", 2),
            ("[periods]\nreport_due = { six_month = \"02-29\" }", "E-CONFIG-003", 2),
            ("[periods]\nreport_due = { six_month = 710 }", "E-CONFIG-002", 2),
            ("[periods]\n\nreport_due = \"07-10\"", "E-CONFIG-002", 3),
            ("[periods.report_due]\nannual = \"10.1.\"", "E-CONFIG-003", 2),
            ("notifiers = 3", "E-CONFIG-002", 1), ("[notifiers]\nmail = 3", "E-CONFIG-002", 2),
            ("[notifiers.mail]\nknd = \"smtp\"", "E-CONFIG-001", 2),
            ("\n[notifiers.mail]\nsecret_env = \"X\"", "E-CONFIG-003", 2),
            ("[notifiers.mail]\nkind = \"pigeon\"", "E-CONFIG-003", 2),
            ("[notifiers.mail]\nkind = \"smtp\"\nsecret_env = 3", "E-CONFIG-002", 3),
            ("schema = 1\nscript_api = 1\0\nxyz = 3", "E-SYNTAX-014", 2),
        ])
    func faults(toml: String, code: String, line: Int) throws {
        let diagnostic = try #require(throws: Diagnostic.self) { _ = try Configuration(toml: toml) }
        #expect(diagnostic.message.code == code)
        #expect(diagnostic.place?.line == line)
    }
}
