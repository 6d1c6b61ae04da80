import FormModel
import Randomness
import Testing

@testable import Interchange

@Suite("Sorting beyond memory")
struct SortingTests {
    @Test("Entries come out in order, whether they fit into memory or not", arguments: [0, 1, 7, 8, 9, 1000])
    func order(count: Int) throws {
        var random = Seeded(UInt64(count))
        let entries = (0..<count).map { place in
            SortEntry(
                first: UInt64(random.number(below: 20)), second: UInt64(random.number(below: 3)), third: UInt64(place),
                rest: UInt64(place) * 3)
        }
        for capacity in [1, 8, 1 << 20] {
            var sorter = EntrySorter(capacity: capacity)
            for entry in entries { try sorter.append(entry) }
            let sorted = try sorter.sorted()
            // A copy goes its own way.
            for _ in 0..<2 {
                var rest = sorted
                var found: [SortEntry] = []
                while let entry = try rest.next() { found.append(entry) }
                #expect(found == entries.sorted())
                #expect(found.allSatisfy { $0.rest == $0.third * 3 })
            }
        }
    }

    /// Households with their persons, as the texts of two files; the persons' rows in the order of the households.
    private func files(
        _ count: Int, _ random: inout Seeded
    ) -> (main: String, persons: [(household: Int, text: String)]) {
        var main = "_id," + header
        var persons: [(Int, String)] = []
        for number in 1...count {
            // As long as texts that do not fit into a place are, and some that are no values.
            let members = random.chance(1, in: 9) ? "x" : "\(random.number(below: 9))"
            main += "r\(number),dt\(1 + random.number(below: 2)),\(number),\(members),none,\n"
            for _ in 0..<random.number(below: 4) {
                persons.append((number, "r\(number),Người \(persons.count),\(random.number(below: 90))"))
            }
        }
        return (main, persons)
    }

    @Test("A roster gives the same records in any order of their rows; those that belong to none come last")
    func anyOrder() throws {
        var random = Seeded(5)
        for count in [1, 2, 40] {
            let (main, persons) = files(count, &random)
            let head = "_parent_id,name,age\n"
            let ordered = try read(main, person: head + persons.map(\.text).joined(separator: "\n") + "\n")
            // The rows of one household stay in their order.
            var rest = persons
            var shuffled: [String] = []
            while !rest.isEmpty {
                let household = rest[random.number(below: rest.count)].household
                guard let next = rest.firstIndex(where: { $0.household == household }) else { break }
                shuffled.append(rest.remove(at: next).text)
            }
            shuffled.insert("nobody,X,1", at: random.number(below: shuffled.count + 1))
            let mixed = try read(main, person: head + shuffled.joined(separator: "\n") + "\n", chunk: 100)
            func shape(_ records: [ReadRecord]) -> [String] {
                records.map { record in
                    let persons = (record.readable ?? record.given)?.root.rosters[0] ?? []
                    let faults = record.problems.map(\.fault)
                    return "\(record.given == nil) \(persons.map(\.answers)) \(faults)"
                }
            }
            #expect(shape(mixed.records.dropLast()) == shape(ordered.records))
            #expect(mixed.records.last?.problems.map(\.fault) == [.row(.noSuchParent(reference: ["nobody"]))])
        }
    }

    @Test("A unit given twice is told, in files in order and in files in none")
    func twice() throws {
        let main = header + "dt1,1,2,none,\ndt1,2,2,none,\ndt1,1,3,none,\n"
        for person in ["dt1,1,An,1\ndt1,2,Bé,2\n", "dt1,2,Bé,2\ndt1,1,An,1\n"] {
            let found = try read(main, person: "village,household_no,name,age\n" + person)
            let ambiguous = Fault.row(.ambiguousParent(reference: ["dt1", "1"], lines: [2, 4]))
            #expect(
                found.records.map { $0.problems.map(\.fault) } == [
                    [ambiguous], [], [ambiguous, .row(.duplicateKey(key: ["dt1", "1"], firstLine: 2))],
                ])
        }
    }

    @Test("Short decimals are read as exactly as any other")
    func decimals() throws {
        var random = Seeded(9)
        for _ in 0..<3000 {
            let digits = 1 + random.number(below: 17)
            var text = random.chance(1, in: 4) ? "-" : ""
            for place in 0..<digits {
                if place > 0, !text.contains("."), random.chance(1, in: 4) { text += "." }
                text += "\(random.number(below: 10))"
            }
            #expect(try decimalNumber(text).bitPattern == Double(text)?.bitPattern, "\(text)")
        }
        for text in ["", "-", ".", "1.2.3", "1-2", "0x1", "1,5", "nan"] {
            #expect(throws: CellFault.self) { try decimalNumber(text) }
        }
        #expect(try decimalNumber("-0").sign == .minus)
    }
}
