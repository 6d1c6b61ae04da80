import Evaluation
import FormModel
import Messages
import Reporting
import Scripting
import Testing

@Suite("What reports fill")
struct DocumentScriptTests {
    @Test("each call puts its block at the end")
    func blocks() throws {
        let document = try ReportBench(
            body: """
                doc:letterhead { issuer = { "ỦY BAN", "XÃ" }, number = "1/BC", place = "Mộ Đức", date = date(2026, 7, 10) }
                doc:title { "BÁO CÁO", "Kết quả" }
                doc:addressee "Kính gửi: Ban Thường vụ"
                doc:heading "I. Một"
                doc:heading("1. Hai", 2)
                doc.paragraph("đoạn")
                doc:list { "a", { "b", "c" }, numbered = true }
                doc:summary { title = "Tóm tắt", { "Đạt", 3 } }
                doc:note "ghi chú"
                doc:recipients { "Như trên;" }
                doc:signature { "TM. UBND", position = "CHỦ TỊCH" }
                doc:page_break()
                """
        ).document()
        let letterhead = Letterhead(
            issuer: "ỦY BAN\nXÃ", number: "1/BC", place: "Mộ Đức", day: .on(year: 2026, month: 7, day: 10))
        #expect(
            document.blocks == [
                .letterhead(letterhead), .title(kind: "BÁO CÁO", subject: "Kết quả"),
                .addressee(Addressee("Ban Thường vụ")), .heading(.first, "I. Một"), .heading(.second, "1. Hai"),
                .paragraph("đoạn"), .list(List(.numbered, ["a", List.Item("b", items: ["c"])])),
                .summary(SummaryBox(title: "Tóm tắt", [LabelledText("Đạt", "3")])), .note("ghi chú"),
                .closing(Closing(Signature(authority: "TM. UBND", position: "CHỦ TỊCH"), recipients: ["Như trên;"])),
                .pageBreak,
            ])
        #expect(document.status == .draft)
    }

    @Test("a text may be a table by language", arguments: [(Language.vietnamese, "Một"), (.english, "One")])
    func localized(language: Language, text: String) throws {
        let document = try ReportBench(
            body: """
                local one = { vi = "Một", en = "One" }
                doc:heading(one, 2)
                doc:title { one, one }
                doc:addressee(one)
                doc:list { one }
                doc:table { { { one } }, columns = { { "a", label = one } }, caption = one }
                doc:paragraph(data:written(one))
                """
        ).document(language: language)
        let plain = PlainText(text)
        var table = try Table(caption: plain, columns: [Table.Column(plain)])
        try table.append([plain])
        #expect(
            document.blocks == [
                .heading(.second, plain), .title(kind: plain, subject: plain), .addressee(Addressee(plain)),
                .list(List(.bulleted, [List.Item(plain)])), .table(table), .paragraph(plain),
            ])
    }

    @Test(
        "a document without end is one fault at its line, however it grows",
        arguments: [
            "for i = 1, 1e9 do doc:paragraph 'x' end", "local t = ('x '):rep(1e6) for i = 1, 20 do doc:note(t) end",
            "local t = {} for i = 1, 3e5 do t[i] = 'x' end doc:list(t)", "for i = 1, 1e9 do doc:page_break() end",
            "local t = {} for i = 1, 3e4 do t[i] = data:indicator 'two' end doc:table { t }",
        ])
    func endless(body: String) throws {
        var bench = ReportBench(body: "\n" + body)
        bench.totals["two"] = .share(50, of: 100)
        do {
            _ = try bench.document()
            Issue.record("no fault")
        } catch let fault as Diagnostic {
            #expect(fault.message.code == "E-LIMIT-006")
            #expect(fault.place?.line == 3)
        }
    }

    @Test(
        "a table or drawing of too many rows is told with the indicator, its split and how many rows it has",
        arguments: [
            "local rows = data:indicator('two'):by 'group' for i = 1, 3 do doc:table { rows, columns = { 'value' } } end",
            "local rows = data:indicator('two'):by 'group' for i = 1, 3 do doc:bars { rows } end",
            "for i = 1, 30 do doc:heat { { data:indicator 'two' }, by = 'group' } end",
        ])
    func manyRows(body: String) throws {
        var bench = ReportBench(body: "\n" + body)
        let rows = (0..<10_000).map { SplitRow(key: ["\($0)"], label: ["\($0)"], values: .share(50, of: 100)) }
        bench.splits["two"] = [Split(names: ["group"], rows: rows)]
        do {
            _ = try bench.document()
            Issue.record("no fault")
        } catch let fault as Diagnostic {
            #expect(fault.message.code == "E-LIMIT-008")
            #expect(fault.message.facts["id"] == "two" && fault.message.facts["name"] == "group")
            #expect(fault.message.facts["count"] == "10000")
            #expect(fault.place?.file == ReportBench.path && fault.place?.line == 3)
        }
    }

    @Test(
        "a loop around calls of the host ends about when its time does",
        arguments: ["data:indicator 'two'", "length 'x'", "local a = data.period", "doc:page_break()"])
    func loops(call: String) throws {
        var bench = ReportBench(body: "while true do \(call) end")
        bench.totals["two"] = .share(50, of: 100)
        bench.limits.report = 0.3
        let clock = ContinuousClock()
        let took = clock.measure {
            #expect { try bench.document() } throws: {
                ["E-LIMIT-001", "E-LIMIT-006"].contains(($0 as? Diagnostic)?.message.code)
            }
        }
        // Of processor time; the clock runs on while other tests do.
        #expect(took < .seconds(20))
    }

    @Test("a signature alone is a closing too")
    func signatureAlone() throws {
        let document = try ReportBench(body: "doc:signature { position = 'CHỦ TỊCH' }").document()
        #expect(document.blocks == [.closing(Closing(Signature(position: "CHỦ TỊCH")))])
    }

    @Test("a table holds figures, groups, rows of texts and sums")
    func table() throws {
        var bench = ReportBench(
            body: """
                doc:table { { "3.4", data:indicator "two", { "x", "y", "z" }, { "Cộng", 2, 1.5, total = true } },
                  columns = { "code", "value", { "owner", label = "Ai", align = "right" } } }
                """)
        bench.totals["two"] = .share(50, of: 100)
        let document = try bench.document()
        #expect(
            document.cells == [
                ["3.4"], ["II.3.4.2", "50,0\u{A0}%", "Công an xã"], ["x", "y", "z"], ["Cộng", "2", "1,5"],
            ])
        let table = try #require(document.firstTable)
        #expect(table.columns.map(\.header) == ["Mã", "Kết\u{A0}quả", "Ai"])
        #expect(table.columns.map(\.alignment) == [.left, .right, .right])
        #expect(table.footnotes == [])
    }

    @Test("marks in cells are explained beneath the table")
    func footnotes() throws {
        var bench = ReportBench(body: "doc:table { { data:indicator 'two', data:indicator 'ten' } }")
        var failed = FigureValues.share(5, of: 10)
        failed.failed = 3
        bench.totals = ["two": failed, "ten": .share(50, of: 100)]
        let document = try bench.document()
        #expect(document.cells.map { $0[2] } == ["(50,0\u{A0}%) (!)", "50,0\u{A0}%"])
        let table = try #require(document.firstTable)
        #expect(table.footnotes.map(\.mark) == ["( )", "(!)"])
    }

    @Test("parts greater than wholes are marked, a value above its range is said, a don't know that is no is defined")
    func markedShares() throws {
        var bench = ReportBench(
            body: "doc:table { { data:indicator 'range' }, columns = { 'value', 'status', 'definition' } }")
        bench.indicators += """

            share("range", "II.3.3.3", "person", { target = { between = { 40, 50 }, by = 2030 }, dont_know = "no",
              definition = { vi = "Có ÷ tất cả" } })
            """
        var values = FigureValues.share(90, of: 100, .met)
        values.exceeding = 2
        bench.totals = ["range": values]
        let document = try bench.document()
        #expect(
            document.cells == [
                [
                    "90,0\u{A0}% (>)", "đạt, vượt khoảng", "Có ÷ tất cả; trả lời không biết được tính là không",
                ]
            ])
        #expect(try #require(document.firstTable).footnotes.map(\.mark) == ["(>)"])
    }

    @Test("bars show value, mark and what is few, hidden or not there")
    func bars() throws {
        var bench = ReportBench(
            body: "doc:bars { data:indicator('two'):by 'village', caption = 'Hình 1', mark = 'expected' }")
        let rows = [(50, 100), (10, 20), (0, 0)].enumerated().map { place, share in
            SplitRow(key: ["v\(place)"], label: ["Thôn \(place)"], values: .share(share.0, of: share.1, expected: 60))
        }
        bench.splits["two"] = [Split(names: ["village"], rows: rows)]
        let chart = BarChart(
            caption: "Hình 1", fullScale: 100, targetName: "lộ trình 60,0\u{A0}%",
            bars: [
                Bar("Thôn 0", .value(50, printed: "50,0\u{A0}%"), target: 60),
                Bar("Thôn 1", .value(50, printed: "50,0\u{A0}%"), target: 60, note: "ít quan sát"),
                Bar("Thôn 2", .absent(nil), target: 60),
            ])
        #expect(try bench.document().blocks == [.bars(chart)])
    }

    @Test(
        "what does not fit is a fault at its line",
        arguments: [
            ("doc:paragraph(nil)", "E-ARG-001"), ("doc:paragraf 'x'", "E-FIELD-001"),
            ("doc:heading('x', 4)", "E-ARG-001"), ("doc:letterhead { place = 'x' }", "E-REPORT-001"),
            ("doc:letterhead { issuer = 'x', place = 'y', adress = 'z' }", "E-REPORT-002"),
            ("doc:table { 'x' }", "E-REPORT-001"),
            ("doc:table { { { 'a', 'b' } }, columns = { 'x' } }", "E-REPORT-010"),
            ("doc:table { { data:indicator 'two' }, columns = { 'valeu' } }", "E-REPORT-009"),
            ("doc:table { {}, columns = {} }", "E-REPORT-001"), ("doc:bars { { 'x' } }", "E-REPORT-001"),
            ("doc:bars { {}, mark = 'path' }", "E-REPORT-003"), ("data:indicator 'tow'", "E-REPORT-004"),
            ("data:records 'notes'", "E-REPORT-016"),
            ("data:records 'person'", "E-REPORT-017"), ("doc:heading { vi = 1 }", "E-ARG-001"),
            ("data:indicator('two'):by 'age'", "E-REPORT-005"), ("data:indicator('two'):by {}", "E-ARG-001"),
            ("data:silent 'both'", "E-REPORT-006"), ("data:indicators { status = 'late' }", "E-REPORT-003"),
            ("doc:recipients { 'x' } doc:note 'y'", "E-REPORT-008"),
            ("doc:paragraph(data:indicator('two').vlaue)", "E-FIELD-001"),
            ("doc:paragraph(data:indicator('broken').value)", "E-WEIGHT-002"),
            ("local x = data:indicator('ten').number + 1", "E-NIL-001"),
            ("doc:summary { { 'a' } }", "E-REPORT-001"), ("doc:list { { doc } }", "E-REPORT-001"),
        ])
    func faults(call: String, code: String) throws {
        var bench = ReportBench(body: "local a = 1\n" + call)
        bench.indicators +=
            "\nindicator 'broken' { label = 'x', over = 'person', share = function(p) return p.done end }"
        let fault = #expect(throws: Diagnostic.self) { try bench.document() }
        #expect(fault?.message.code == code)
        #expect(fault?.place.map { "\($0.file):\($0.line)" } == "\(ReportBench.path):3")
    }

    @Test("the nearest valid name is offered")
    func nearest() throws {
        for (call, name) in [
            ("data:indicator 'tow'", "two"), ("doc:paragraf 'x'", "paragraph"),
            ("doc:list { numberd = true }", "numbered"),
        ] {
            let fault = #expect(throws: Diagnostic.self) { try ReportBench(body: call).document() }
            #expect(fault?.message.suggestion == name)
        }
    }

    @Test("recipients without a signature are told of at the report's body")
    func recipientsAlone() throws {
        let fault = #expect(throws: Diagnostic.self) { try ReportBench(body: "doc:recipients { 'x' }").document() }
        #expect(fault?.message.code == "E-REPORT-008")
        #expect(fault?.place?.file == ReportBench.path)
    }

    @Test("a body that does not end is stopped at its line")
    func endless() throws {
        var bench = ReportBench(body: "while true do end")
        bench.limits.report = 0.2
        let fault = #expect(throws: Diagnostic.self) { try bench.document() }
        #expect(fault?.message.code == "E-LIMIT-001")
        #expect(fault?.place?.line == 2)
    }

    @Test("the same script and figures give the same document")
    func repeated() throws {
        var bench = ReportBench(body: "doc:table { data:indicators() }")
        bench.totals["two"] = .share(50, of: 100, .behind)
        #expect(try bench.document() == bench.document())
    }
}
