import Randomness
import Testing

@testable import Interchange

private func fatal(_ bytes: [UInt8]) -> Problem? {
    do throws(Problem) {
        var reader = try CSVReader(DataFile(name: "xã Mộ Đức.csv", bytes: bytes))
        while try reader.next() != nil {}
        return nil
    } catch {
        return error
    }
}

private let firstLine = Array("village,name\n".utf8)

/// Bytes of ASCII texts and of single other bytes.
private func bytes(_ parts: Any...) -> [UInt8] {
    firstLine
        + parts.flatMap { part -> [UInt8] in
            if let text = part as? String { return Array(text.utf8) }
            return (part as? Int).map { [UInt8($0)] } ?? []
        }
}

@Suite("Bytes that are not UTF-8")
struct TextEncodingTests {
    @Test(
        "The guess fits the bytes",
        arguments: [
            // "dt1,Đức Tân", "dt1,Nguyễn Thị Hạnh", "dt1,Đức Tân, nhà" and "p,Café München", encoded.
            (bytes("dt1,", 0xD0, 0xFD, 0xEC, "c T", 0xE2, "n\n"), .windows1258),
            (bytes("dt1,Nguy", 0xEA, 0xDE, "n Thi", 0xF2, " Ha", 0xF2, "nh\n"), .windows1258),
            (bytes("dt1,", 0xA7, 0xF8, "c T", 0xA9, "n, nh", 0xB5, "\n"), .tcvn3),
            (bytes("p,Caf", 0xE9, " M", 0xFC, "nchen\n"), .windows1252),
        ] as [([UInt8], TextEncoding)])
    func guesses(bytes: [UInt8], expected: TextEncoding) {
        let found = fatal(bytes)
        #expect(found?.fault == .csv(.notUTF8(guess: expected)))
        #expect(found?.place.line == 2)
    }

    @Test("UTF-16 is known with its mark and without, either way round", arguments: [true, false])
    func utf16(hasMark: Bool) {
        let text = (hasMark ? "\u{FEFF}" : "") + "village,name\ndt1,Đức Tân\n"
        let units = Array(text.utf16)
        let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(fatal(little)?.fault == .csv(.notUTF8(guess: .utf16LittleEndian)))
        #expect(fatal(big)?.fault == .csv(.notUTF8(guess: .utf16BigEndian)))
    }

    @Test("The message names the encoding and the command, with the file's name safe for a shell")
    func command() {
        let problem = Problem(.csv(.notUTF8(guess: .windows1258)), at: SourcePlace(file: "xã 'A'.csv", line: 2))
        #expect(problem.description.contains("Windows-1258"))
        #expect(problem.description.contains("iconv -f CP1258 -t UTF-8 'xã '\\''A'\\''.csv' > utf8.csv"))
        #expect(TextEncoding.tcvn3.conversion(of: "a.csv") == "iconv -f TCVN -t UTF-8 a.csv > utf8.csv")
    }

    @Test("The place is that of the first byte that is wrong")
    func place() {
        let found = fatal(bytes("dt1,Tâ", 0xE2, "n,x\n"))
        #expect(found?.place == SourcePlace(file: "xã Mộ Đức.csv", line: 2, column: 7))
    }

    @Test(
        "UTF-8 is judged as the standard does",
        arguments: [
            ([0x41, 0xC3, 0xA9], nil), ([0xC0, 0x80], 0), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
            ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF0, 0x9D, 0x84, 0x9E], nil), ([0x61, 0xE1, 0xBA], 1),
            ([0xEF, 0xBF, 0xBD], nil), ([0x80], 0), ([0xF8, 0x88, 0x80, 0x80, 0x80], 0),
        ] as [([UInt8], Int?)])
    func validity(bytes: [UInt8], expected: Int?) {
        #expect(bytes.withUnsafeBufferPointer(firstInvalidUTF8) == expected)
    }

    @Test("The check of UTF-8 agrees with the standard library on random bytes")
    func validityAgrees() {
        var random = Seeded(7)
        let alphabet: [UInt8] = [0x41, 0x80, 0xBF, 0xA0, 0x90, 0xC2, 0xE0, 0xE1, 0xED, 0xF0, 0xF4, 0x8F]
        for _ in 0..<20_000 {
            let bytes = (0..<5).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            #expect((bytes.withUnsafeBufferPointer(firstInvalidUTF8) == nil) == isValid)
        }
    }
}
