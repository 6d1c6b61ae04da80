import Randomness
import Testing

@testable import Interchange

private func rows(_ bytes: [UInt8], chunk: Int = .max) throws -> [CSVRow] {
    var reader = try CSVReader(DataFile(name: "f.csv", bytes: bytes, chunk: chunk))
    var rows: [CSVRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
}

private func cells(_ text: String, chunk: Int = .max) throws -> [[String]] {
    try rows(Array(text.utf8), chunk: chunk).map(\.texts)
}

private func problem(_ bytes: [UInt8], chunk: Int = .max) -> Problem? {
    do throws(Problem) {
        var reader = try CSVReader(DataFile(name: "f.csv", bytes: bytes, chunk: chunk))
        _ = try reader.readHeader()
        while try reader.next() != nil {}
        return nil
    } catch {
        return error
    }
}

@Suite("Reading CSV")
struct CSVReaderTests {
    @Test(
        "Cells are read as RFC 4180 writes them",
        arguments: [
            ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
            ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
            ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
            ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
            ("\u{FEFF}\"a\",b\n", [["a", "b"]]),
            ("a,\n,b\n,\n", [["a", ""], ["", "b"], ["", ""]]),
            ("\"a,b\",\"c\"\"d\",\"\"\n", [["a,b", "c\"d", ""]]),
            ("\"two\nlines\",\"a\r\nb\"\nx,y\n", [["two\nlines", "a\r\nb"], ["x", "y"]]),
            ("\n\na\n\r\nb\n\n", [["a"], ["b"]]),
            ("\"\"\n", [[""]]),
            ("Đức Tân,\" Thôn 1 \"\n", [["Đức Tân", " Thôn 1 "]]),
            ("", []),
        ] as [(String, [[String]])])
    func read(text: String, expected: [[String]]) throws {
        #expect(try cells(text) == expected)
    }

    @Test("A file read in pieces gives the same, wherever it is cut")
    func everyCut() throws {
        let text = "\u{FEFF}tên,\"x\"\"y\"\r\n\"a\r\nĐ\",,\"\"\nb,\"c\"\r\n\"\",\"\"\"\"\nend,\"\n\""
        let whole = try rows(Array(text.utf8))
        #expect(whole.map(\.texts).last == ["end", "\n"])
        for chunk in 1...text.utf8.count {
            #expect(try rows(Array(text.utf8), chunk: chunk) == whole, "pieces of \(chunk)")
        }
    }

    @Test("Each cell has its line and its column in characters")
    func places() throws {
        let found = try rows(Array("tên,\"hai\ndòng\",c\nĐỗ,\"e\u{302}\",f\n".utf8))
        #expect(found[0].place(0) == (1, 1))
        #expect(found[0].place(1) == (1, 5))
        #expect(found[0].place(2) == (2, 7))
        #expect(found[1].place(1) == (3, 4))
        #expect(found[1].place(2) == (3, 8))
        #expect(found[0].lines == 1...2)
    }

    @Test("A cell of 10,000 characters, and one longer than any piece that is read")
    func longCells() throws {
        let long = String(repeating: "ế", count: 10_000)
        #expect(try cells("\(long),b\n\"\(long)\",c") == [[long, "b"], [long, "c"]])
        let longer = String(repeating: "x,\"\"\n", count: 150_000)
        let expected = String(repeating: "x,\"\n", count: 150_000)
        #expect(try cells("\"\(longer)\",b\nc,d\n", chunk: 1000) == [[expected, "b"], ["c", "d"]])
    }

    @Test(
        "What leaves a file without meaning is thrown with its place",
        arguments: [
            ("", .empty, 0, nil),
            ("\u{FEFF}", .empty, 0, nil),
            ("a,b\n1,\"open\nx,y\nz", .unclosedQuote, 2, 3),
            ("a,b\n\"one\ntwo\",\"", .unclosedQuote, 3, 6),
            ("a,b\rc,d\r", .loneCarriageReturn, 1, 4),
            ("a,b\nc,d\r", .loneCarriageReturn, 2, 4),
            ("a,b,c,d,e,f,g,h,i,j\nc,\0d\n", .nul, 2, 3),
            ("a,b,c,d,e,f,g,h,i,j\nc,\"\0\"\n", .nul, 2, 4),
            ("village;name\ndt1;x\n", .separated(by: .semicolon), 1, nil),
            ("\"village\";\"name, first\"\n", .separated(by: .semicolon), 1, nil),
            ("village\tname\n", .separated(by: .tab), 1, nil),
            ("village|name\n", .separated(by: .bar), 1, nil),
        ] as [(String, CSVFault, Int, Int?)])
    func fatal(text: String, fault: CSVFault, line: Int, column: Int?) {
        for chunk in [1, 3, Int.max] {
            let found = problem(Array(text.utf8), chunk: chunk)
            #expect(found?.fault == .csv(fault))
            #expect(found?.place == SourcePlace(file: "f.csv", line: line, column: column))
        }
    }

    @Test(
        "A bent row is given out, and the header says what is wrong with it",
        arguments: [
            ("\"x\"y,2", .textAfterQuote(text: "y"), 4),
            ("\"x\" ,2", .textAfterQuote(text: " "), 4),
            ("x\"y\",2", .quoteInside(cell: "x\"y\""), 1),
            ("1,2,3", .tooManyCells(found: 3, expected: 2), 5),
            ("1", .tooFewCells(found: 1, expected: 2), 2),
        ] as [(String, CSVFault, Int)])
    func bent(text: String, fault: CSVFault, column: Int) throws {
        var reader = try CSVReader(file("f.csv", "a,b\n\(text)\n3,4\n"))
        let header = try reader.readHeader()
        let row = try #require(try reader.next())
        #expect(
            header.problems(of: row) == [Problem(.csv(fault), at: SourcePlace(file: "f.csv", line: 2, column: column))])
        let after = try #require(try reader.next())
        #expect(after.texts == ["3", "4"])
        #expect(header.problems(of: after).isEmpty)
    }

    @Test("Names given twice, whatever their case, and empty names are told with their columns")
    func headers() throws {
        var reader = try CSVReader(file("f.csv", "Village, name ,,VILLAGE\n"))
        let header = try reader.readHeader()
        #expect(header.names == ["Village", "name", "", "VILLAGE"])
        #expect(
            header.problems.map(\.fault) == [
                .header(.emptyName(column: 3)), .header(.duplicate(name: "VILLAGE", first: 1)),
            ])
        #expect(header.problems.map(\.place.column) == [16, 17])
    }

    @Test("A file that is not there, and a folder, are problems of the file")
    func noFile() {
        #expect(throws: Problem(.file(.notFound), at: SourcePlace(file: "no.csv"))) {
            try CSVReader(DataFile(path: "/no/such/folder/no.csv", name: "no.csv"))
        }
        #expect {
            var reader = try CSVReader(DataFile(path: "/", name: "root"))
            _ = try reader.next()
        } throws: { error in
            guard let problem = error as? Problem, case .file(.cannotRead) = problem.fault else { return false }
            return true
        }
    }
}

@Suite("Writing CSV")
struct CSVWriterTests {
    private func written(_ rows: [[String]], mark: ByteOrderMark = .none) throws -> [UInt8] {
        let sink = MemorySink()
        var writer = CSVWriter(sink, mark: mark)
        for row in rows { try writer.write(row) }
        try writer.close()
        return sink.bytes
    }

    @Test("Only cells that need quotes have them")
    func quotes() throws {
        let bytes = try written([["a b", "c,d", "e\"f", "g\nh", ""], [""], ["i\rj", " k "]])
        #expect(String(decoding: bytes, as: UTF8.self) == "a b,\"c,d\",\"e\"\"f\",\"g\nh\",\n\"\"\n\"i\rj\", k \n")
    }

    @Test("The mark for Excel stands before the first cell and is no part of it")
    func mark() throws {
        let bytes = try written([["tên"]], mark: .forExcel)
        #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("tên\n".utf8))
        #expect(try rows(bytes).map(\.texts) == [["tên"]])
    }

    @Test("Random texts are read as they were written", arguments: 0..<200 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = Seeded(seed)
        let alphabet: [Unicode.Scalar] = [
            ",", "\"", "\n", "\r", ";", "\t", " ", "a", "Đ", "e", "\u{302}", "\u{301}", "\u{FEFF}", "𝄞", "\u{85}", "'",
        ]
        let width = Int.random(in: 1...4, using: &random)
        let table = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            (0..<width).map { _ in
                var text = String.UnicodeScalarView()
                for _ in 0..<Int.random(in: 0...6, using: &random) {
                    text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
                }
                return String(text)
            }
        }
        let chunk = Int.random(in: 1...20, using: &random)
        let back = try rows(try written(table), chunk: chunk).map(\.texts)
        #expect(back.map { $0.map(scalars) } == table.map { $0.map(scalars) })
    }

    @Test("Random bytes give rows or a problem, and the same in pieces", arguments: 0..<300 as Range<UInt64>)
    func anyBytes(seed: UInt64) throws {
        var random = Seeded(seed)
        let alphabet: [UInt8] = [0x2C, 0x22, 0x0A, 0x0D, 0x61, 0x20, 0xC3, 0xA9, 0xFF, 0x3B]
        let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        }
        func outcome(_ chunk: Int) -> Result<[CSVRow], Problem> {
            do throws(Problem) {
                var reader = try CSVReader(DataFile(name: "f.csv", bytes: bytes, chunk: chunk))
                var rows: [CSVRow] = []
                while let row = try reader.next() { rows.append(row) }
                return .success(rows)
            } catch {
                return .failure(Problem(error.fault, at: error.place))
            }
        }
        let whole = outcome(.max)
        for chunk in [1, 2, 3, 5, 7] { #expect(outcome(chunk) == whole) }
        if case .success(let rows) = whole {
            let lineFeeds = bytes.count { $0 == 0x0A }
            #expect((rows.last?.lines.upperBound ?? 0) <= lineFeeds + 1)
        }
    }
}
