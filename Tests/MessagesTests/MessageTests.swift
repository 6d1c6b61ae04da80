import FormModel
import Testing
import VietText

@testable import Messages

@Suite("A message")
struct MessageTests {
    @Test("reads as the design shows it")
    func unknownField() {
        let message = Message("E-FIELD-001", ["name": "vneidd", "set": "household.person", "nearest": "vneid"])
        #expect(
            message.text(in: .english) == "unknown field 'vneidd' of household.person (did you mean 'vneid'?)")
        #expect(
            message.text(in: .vietnamese) == "không có trường 'vneidd' trong household.person (có phải 'vneid' không?)")
        #expect(message.suggestion == "vneid")
    }

    @Test("offers nothing where there is no near name", arguments: [[:], ["nearest": ""]])
    func noSuggestion(facts: [String: String]) {
        let message = Message("E-CLI-004", facts.merging(["name": "xyz"]) { own, _ in own })
        #expect(message.text(in: .english) == "unknown form 'xyz'")
    }

    @Test("keeps the braces of a script as they are")
    func scriptBraces() {
        let facts = ["kind": "form", "id": "household"]
        #expect(
            Message("E-DECL-002", facts).text(in: .english)
                == "form \"household\" lacks its { }; write form \"household\" { … }")
        #expect(
            Message("E-DECL-002", facts).text(in: .vietnamese)
                == "khai báo form \"household\" thiếu phần { }; hãy viết form \"household\" { … }")
    }

    @Test("takes nothing in a fact for a place")
    func bracesInFacts() {
        let facts = ["name": "{set} ⟨x¦y⟩", "set": "{name}", "nearest": "{place}"]
        #expect(
            Message("E-FIELD-001", facts).text(in: .english)
                == "unknown field '{set} ⟨x¦y⟩' of {name} (did you mean '{place}'?)")
    }

    @Test("names the operation with a value that was not asked, and both ways to say what is meant")
    func notAsked() {
        let message = Message("E-NIL-001", ["operation": "compare"])
        let english = message.text(in: .english)
        #expect(english.hasPrefix("comparison of a value that was not asked (nil); "))
        let vietnamese = message.text(in: .vietnamese)
        #expect(vietnamese.hasPrefix("phép so sánh gặp giá trị không được hỏi (nil); "))
        for text in [english, vietnamese] {
            #expect(text.contains("h.connection == \"fibre\" and h.speed_mbps >= 30"))
            #expect(text.contains("(h.speed_mbps or 0) >= 30"))
        }
    }

    @Test("says where a comma is missing, by what is known of the place")
    func comma() {
        #expect(
            Message("E-SYNTAX-002", ["found": "{"]).text(in: .vietnamese) == "thiếu dấu phẩy trước '{'")
        #expect(
            Message("E-SYNTAX-002", ["kind": "text", "id": "name"]).text(in: .english)
                == "a comma is missing after text \"name\" { … }")
    }

    @Test("leaves out what it does not know")
    func optional() {
        #expect(
            Message("E-TABLE-002").text(in: .english) == "the file is not UTF-8; save it as UTF-8")
        let facts = ["guess": "Windows-1258", "command": "iconv -f CP1258 -t UTF-8 a.csv > utf8.csv"]
        #expect(
            Message("E-TABLE-002", facts).text(in: .vietnamese)
                == "tệp không phải UTF-8, có lẽ là Windows-1258; hãy chuyển bằng lệnh: "
                + "iconv -f CP1258 -t UTF-8 a.csv > utf8.csv")
        #expect(
            Message("E-ROW-010", ["field": "age", "found": "-1", "text": ""]).text(in: .english)
                == "'age': '-1' is not accepted")
    }

    @Test("tells types, operations and reasons in the reader's language, and data as they are")
    func vocabulary() {
        let wrong = Message("E-PROP-002", ["property": "min", "expected": "number | function", "found": "string"])
        #expect(wrong.text(in: .vietnamese) == "'min' cần số hoặc hàm, không phải văn bản trong ngoặc kép")
        #expect(wrong.text(in: .english) == "'min' needs a number or a function, not a text in quotes")
        let store = Message("E-STORE-cannot_create", ["path": "a.sqlite", "reason": "Permission denied"])
        #expect(store.text(in: .vietnamese) == "không tạo được a.sqlite: không đủ quyền")
        let round = Message("E-ROW-013", ["found": "2026", "expected": "half_year"])
        #expect(round.text(in: .vietnamese).hasSuffix("cần nửa năm, như 2026-H1"))
        let cell = Message("E-CELL-002", ["found": "string"])
        #expect(cell.text(in: .vietnamese) == "'string' không phải số nguyên")
    }

    @Test(
        "counts in both languages",
        arguments: [
            ("0", "đã tạo thử 0 phiếu village cho kỳ 2026", "simulated 0 records of village in 2026"),
            ("1", "đã tạo thử 1 phiếu village cho kỳ 2026", "simulated 1 record of village in 2026"),
            ("24", "đã tạo thử 24 phiếu village cho kỳ 2026", "simulated 24 records of village in 2026"),
            ("12000", "đã tạo thử 12.000 phiếu village cho kỳ 2026", "simulated 12,000 records of village in 2026"),
            (
                "1234567", "đã tạo thử 1.234.567 phiếu village cho kỳ 2026",
                "simulated 1,234,567 records of village in 2026"
            ),
        ])
    func counts(count: String, vietnamese: String, english: String) {
        let message = Message("N-CLI-005", ["count": count, "form": "village", "period": "2026"])
        #expect(message.text(in: .vietnamese) == vietnamese)
        #expect(message.text(in: .english) == english)
    }

    @Test("ends with the place, where the sentence does not name it")
    func place() {
        let facts = ["found": "nil", "place": "Surveys/household.lua:12:5"]
        #expect(
            Message("E-COND-001", facts).text(in: .vietnamese)
                == "điều kiện cho kết quả nil; chỉ được là true hoặc false (tại Surveys/household.lua:12:5)")
        #expect(
            Message("E-CLI-024", ["place": "a.csv:3", "text": "'x' is not a number"]).text(in: .english)
                == "a.csv:3: 'x' is not a number")
        #expect(Message("E-RUN-004", ["place": ""]).text(in: .english).hasSuffix("its own run"))
    }

    @Test("without a sentence still tells its facts")
    func unknownCode() {
        #expect(Message("E-NONE-999", ["b": "2", "a": "1"]).text(in: .vietnamese) == "E-NONE-999 a=1 b=2")
        #expect(Message("E-NONE-999", ["text": "as it is"]).text(in: .english) == "as it is")
    }

    @Test("shows a fact that was not given as three dots")
    func missingFact() {
        #expect(Message("E-CLI-001").text(in: .english) == "unknown indicator '…'")
    }

    @Test(
        "tells a pattern in words, as far as it is simple",
        arguments: [
            ("C%d+", "'C', rồi các chữ số", "'C', then digits"), ("%d%d%d", "3 chữ số", "3 digits"),
            ("^%d+$", "các chữ số", "digits"),
            (
                "%d%d?%-%u", "1 đến 2 chữ số, rồi '-', rồi 1 chữ in hoa",
                "1 to 2 digits, then '-', then 1 capital letter"
            ),
            ("DT%d%d%d*", "'DT', rồi ít nhất 2 chữ số", "'DT', then at least 2 digits"),
            ("[AB]%d", "mẫu [AB]%d", "of the pattern [AB]%d"), ("(%d)", "mẫu (%d)", "of the pattern (%d)"),
        ])
    func patterns(pattern: String, vietnamese: String, english: String) {
        #expect(Vocabulary.pattern.word(for: pattern, in: .vietnamese) == vietnamese)
        #expect(Vocabulary.pattern.word(for: pattern, in: .english) == english)
    }

    @Test("what Lua says is told in Vietnamese, whatever it fills in")
    func luaSentences() {
        let sentences = [
            ("malformed pattern (ends with '%')", "mẫu tìm kiếm viết chưa đúng (kết thúc bằng '%')"),
            ("malformed pattern (missing ']')", "mẫu tìm kiếm viết chưa đúng (thiếu ']')"),
            ("malformed pattern (missing arguments to '%b')", "mẫu tìm kiếm viết chưa đúng (thiếu phần sau '%b')"),
            ("missing '[' after '%f' in pattern", "mẫu tìm kiếm thiếu '[' sau '%f'"),
            ("too many captures", "mẫu tìm kiếm có quá nhiều ngoặc ( )"),
            ("invalid capture index %1", "mẫu tìm kiếm có số ngoặc %1 không dùng được"),
            ("invalid capture index %2 in replacement string", "văn bản thay thế có số ngoặc %2 không có trong mẫu"),
            ("invalid UTF-8 code", "văn bản không phải UTF-8"),
            ("invalid conversion specification: '%123'", "'%123' không phải cách viết của string.format"),
            (
                "invalid value (nil) at index 1 in table for 'concat'",
                "table.concat gặp giá trị kiểu nil ở vị trí 1; chỉ nối được văn bản và số"
            ),
            ("wrong number of arguments to 'insert'", "'insert' được gọi với số tham số không đúng"),
            ("variable 'x' got a non-closable value", "biến 'x' <close> nhận giá trị không đóng được"),
            (
                "too many local variables (limit is 200) in main function near '='",
                "quá nhiều biến local (nhiều nhất 200)"
            ),
            (
                "bad argument #1 to 'char' (value out of range)",
                "tham số thứ 1 của 'char' không dùng được (giá trị ngoài khoảng cho phép)"
            ),
            (
                "bad argument #2 to 'insert' (position out of bounds)",
                "tham số thứ 2 của 'insert' không dùng được (vị trí nằm ngoài bảng)"
            ),
            (
                "bad argument #1 to 'select' (index out of range)",
                "tham số thứ 1 của 'select' không dùng được (chỉ số nằm ngoài khoảng cho phép)"
            ),
            (
                "bad argument #2 to 'tonumber' (base out of range)",
                "tham số thứ 2 của 'tonumber' không dùng được (cơ số phải từ 2 đến 36)"
            ),
            (
                "bad argument #2 to 'format' (value has no literal form)",
                "tham số thứ 2 của 'format' không dùng được (giá trị không viết ra thành chữ được)"
            ),
            ("bad argument #1 to 'format' (no value)", "'format' thiếu tham số thứ 1"),
            ("bad argument #1 to 'floor' (number expected, got no value)", "'floor' thiếu tham số thứ 1 (kiểu number)"),
            ("an error with a table", "error() nhận giá trị kiểu table, không phải văn bản"),
            ("the pattern takes too many steps on this text", "mẫu tìm kiếm quá phức tạp với văn bản này"),
            ("scripts run each other too deeply", "các kịch bản gọi nhau quá sâu"),
            ("assertion failed!", "điều kiện của assert không đúng"),
        ]
        for (lua, vi) in sentences {
            #expect(Message("E-RUN-002", ["text": lua]).text(in: .vietnamese) == "lỗi khi chạy: \(vi)")
            #expect(Message("E-RUN-002", ["text": lua]).text(in: .english) == "error while running: \(lua)")
        }
    }

    @Test("what the store's check and the reader of chiso.toml find is told in Vietnamese")
    func otherSentences() {
        let table = Message("E-STORE-wrong_table", ["form": "f", "detail": "data_f: n differs"])
        #expect(table.text(in: .vietnamese).hasSuffix("data_f: n khác nhau"))
        let corrupt = Message("E-STORE-corrupt", ["path": "k", "reason": "no such table: setting (SQLite 1)"])
        #expect(corrupt.text(in: .vietnamese).contains("thiếu bảng setting;"))
        let found = Message("E-CONFIG-002", ["key": "k", "expected": "1", "found": "floating-point number"])
        #expect(found.text(in: .vietnamese).hasSuffix("không phải số thập phân"))
        for (toml, vi) in [
            ("Error while parsing table header: encountered end-of-file", "tệp hết giữa chừng"),
            ("Error while parsing key-value pair: expected '=', saw 'x'", "cần '=', gặp 'x'"),
            ("Error while parsing value: could not determine value type", "chỗ này viết chưa đúng"),
        ] {
            let message = Message("E-CONFIG-004", ["text": toml])
            #expect(message.text(in: .vietnamese) == "tệp cấu hình viết chưa đúng TOML: \(vi)")
        }
    }

    @Test("no fact makes a message endless, or more than a line")
    func boundedFacts() {
        let long = String(repeating: "dài ", count: 1_000_000)
        for name in ["name", "value", "found", "text", "path"] {
            for code in ["E-FIELD-001", "E-PROP-004", "E-RUN-001", "E-STORE-no_such_file"] {
                #expect(Message(code, [name: long]).text(in: .vietnamese).count < 1500)
            }
        }
        #expect(Message("E-CLI-001", ["name": long]).text(in: .english).hasSuffix("…'"))
        let name = Message("E-CLI-001", ["name": "a\nb\0c"]).text(in: .english)
        #expect(name == "unknown indicator 'a\\nb\\0c'")
    }
}
