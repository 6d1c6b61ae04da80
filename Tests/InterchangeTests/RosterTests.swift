import FormModel
import Testing

@testable import Interchange

private let two = "_id," + header + "a,dt1,1,2,none,\nb,dt1,2,2,none,\n"

/// The names of the persons of each record.
private func persons(_ records: [ReadRecord]) -> [[String]] {
    records.compactMap(\.given).map { record in
        record.root.rosters[0].compactMap { $0.answers[0]?.value?.plainText }
    }
}

private func faults(_ records: [ReadRecord]) -> [Fault] { records.flatMap(\.problems).map(\.fault) }

@Suite("Rosters from CSV")
struct RosterTests {
    @Test(
        "Rows name their record by _parent_id or by the key, in any order, and keep the order of the file",
        arguments: [
            "_parent_id,name,age\nb,Cúc,3\na,An,1\nb,Dũng,4\na,Bé,2\n",
            "household_no,village,name,age\n2,dt1,Cúc,3\n1,dt1,An,1\n2,dt1,Dũng,4\n1,dt1,Bé,2\n",
            "_parent_id,household_no,village,name,age\n,2,dt1,Cúc,3\na,,,An,1\nb,,,Dũng,4\n,1,dt1,Bé,2\n",
            "_parent_id,_row,name,age\nb,1,Cúc,3\na,4,Bé,1\nb,7,Dũng,4\na,2,An,2\n",
        ])
    func parents(person: String) throws {
        for chunk in [1, Int.max] {
            let found = try read(two, person: person, chunk: chunk)
            #expect(faults(found.records).isEmpty)
            #expect(persons(found.records) == [["An", "Bé"], ["Cúc", "Dũng"]])
        }
    }

    @Test("Keys are compared as values: 07 and 7 are one number")
    func keyValues() throws {
        var form = household().form
        form.key = ["members"]
        let found = try read(
            header + "dt1,x,07,none,\n", person: "members,name,age\n7,An,1\n+7,Bé,2\n", layout: FormLayout(form))
        #expect(persons(found.records) == [["An", "Bé"]])
    }

    @Test("Where the records have no _id, the key names them, though the roster has a _parent_id as well")
    func keyBesideID() throws {
        let found = try read(
            header + "dt1,1,2,none,\n", person: "_parent_id,village,household_no,name,age\nx,dt1,1,An,1\n")
        #expect(persons(found.records) == [["An"]])
    }

    @Test("Row numbers are kept")
    func rowNumbers() throws {
        let found = try read(two, person: "_parent_id,_row,name,age\na,5,An,1\na,2,Bé,2\n")
        #expect(found.records[0].given?.root.rosters[0].map(\.row) == [2, 5])
    }

    @Test("A row number given twice, left out among others, or that is none, rejects the record")
    func badRowNumbers() throws {
        let found = try read(
            two, person: "_parent_id,_row,name,age\na,1,An,1\nb,1,Cúc,1\na,1,Bé,2\nb,,Dũng,2\nb,0,Em,1\n")
        #expect(found.records.compactMap(\.given).isEmpty)
        #expect(
            found.records.map { $0.problems.map(\.fault) } == [
                [.row(.duplicateRow(row: 1, firstLine: 2))],
                [.cell(.notRowNumber(found: "0")), .row(.rowNumberMissing)],
            ])
        #expect(
            found.records[0].problems.first?.place
                == SourcePlace(file: "person.csv", line: 4, column: 3, field: "_row"))
    }

    @Test("A row number beyond what a roster can have is none", arguments: ["9223372036854775807", "1000000001", "-1"])
    func hugeRowNumbers(number: String) throws {
        let found = try read(two, person: "_parent_id,_row,name,age\na,\(number),An,1\n")
        #expect(found.records[0].problems.map(\.fault) == [.cell(.notRowNumber(found: number))])
        let last = try read(two, person: "_parent_id,_row,name,age\na,1000000000,An,1\n")
        #expect(last.records[0].given?.root.rosters[0].map(\.row) == [1_000_000_000])
    }

    @Test("A bad cell in a roster rejects its record only")
    func badCell() throws {
        let found = try read(two, person: "_parent_id,name,age\na,An,một\nb,Cúc,3\n")
        #expect(found.records.map { $0.given == nil } == [true, false])
        #expect(
            found.records[0].problems == [
                Problem(
                    .cell(.notInteger(found: "một")),
                    at: SourcePlace(file: "person.csv", line: 2, column: 6, field: "age"))
            ])
    }

    @Test("Rows that belong to no record come last, each with its line")
    func orphans() throws {
        let found = try read(two, person: "_parent_id,name,age\nz,X,1\na,An,1\n,Y,2\nz,Z,1\n")
        #expect(persons(found.records) == [["An"], []])
        #expect(
            found.records.dropFirst(2).map { $0.problems.map(\.fault) } == [
                [.row(.noSuchParent(reference: ["z"]))], [.row(.parentNotNamed)],
                [.row(.noSuchParent(reference: ["z"]))],
            ])
        #expect(found.records.dropFirst(2).flatMap(\.problems).map(\.place.line) == [2, 4, 5])
    }

    @Test("A rejected record takes its roster rows with it: they are no orphans")
    func rejectedParent() throws {
        let found = try read(
            header + "dt9,1,x,none,\n", person: "village,household_no,name,age\ndt9,1,An,1\n")
        #expect(found.records.count == 1)
        #expect(found.records[0].problems.map { $0.place.field } == ["village", "members"])
    }

    @Test("Rows that could belong to several records reject them all, unless the round tells them apart")
    func ambiguous() throws {
        let main = "_round," + header + "2026-H1,dt1,1,2,none,\n2026-H2,dt1,1,2,none,\n"
        let found = try read(main, person: "village,household_no,name,age\ndt1,1,An,1\n")
        let expected = Fault.row(.ambiguousParent(reference: ["dt1", "1"], lines: [2, 3]))
        #expect(faults(found.records) == [expected, expected])
        #expect(found.records.compactMap(\.given).isEmpty)
        let told = try read(
            main, person: "village,household_no,_round,name,age\ndt1,1,2026-H2,An,1\ndt1,1,2026-H1,Bé,1\n")
        #expect(persons(told.records) == [["Bé"], ["An"]])
    }

    @Test("A roster's header must name parents, and its columns be those of the roster")
    func headers() {
        #expect(
            headerProblems(header, rosters: ["person": "name,age\n"]).map(\.fault) == [
                .header(.noParentColumns(anyOf: [["_parent_id"], ["village", "household_no"]]))
            ])
        #expect(
            headerProblems(header, rosters: ["person": "_parent_id,name,agee,_parent_row\n"]).map(\.fault) == [
                .header(.unknownColumn(name: "agee", nearest: "age")),
                .header(.unknownColumn(name: "_parent_row", nearest: "_parent_id")),
                .header(.missingColumns(names: ["age"])),
                .header(.parentIDWithoutID(recordsFile: "household.csv")),
            ])
        #expect(
            headerProblems("_id," + header, rosters: ["persen": "x\n"]).map(\.fault)
                == [.header(.unknownRoster(name: "persen", nearest: "person"))])
        #expect(
            headerProblems("_id," + header, rosters: ["visit": "_parent_id,visit_day\n"]).map(\.fault)
                == [.header(.missingColumns(names: ["_parent_row"]))])
    }

    @Test("An unclosed quote in a roster is told before the first record")
    func unclosed() {
        let problems = headerProblems("_id," + header, rosters: ["person": "_parent_id,name,age\na,\"An,1\n"])
        #expect(
            problems == [
                Problem(.csv(.unclosedQuote), at: SourcePlace(file: "person.csv", line: 2, column: 3))
            ])
    }

    @Test("A nested roster's rows go into the rows they name, by number or by place")
    func nested() throws {
        let visit = "_parent_id,_parent_row,visit_day\na,2,2026-01-02\na,1,2026-01-01\nb,1,2026-01-03\na,2,2026-01-04\n"
        for person in [
            "_parent_id,name,age\na,An,1\na,Bé,2\nb,Cúc,3\n",
            "_parent_id,_row,name,age\na,2,Bé,2\na,1,An,1\nb,1,Cúc,3\n",
        ] {
            let found = try read(two, person: person, visit: visit)
            #expect(faults(found.records).isEmpty)
            let days = found.records.compactMap(\.given).map { record in
                record.root.rosters[0].map { $0.rosters[0].compactMap { $0.answers[0]?.value?.plainText } }
            }
            #expect(days == [[["2026-01-01"], ["2026-01-02", "2026-01-04"]], [["2026-01-03"]]])
        }
    }

    @Test("A nested row that names no row above is told")
    func nestedOrphan() throws {
        let found = try read(
            two, person: "_parent_id,name,age\na,An,1\n",
            visit: "_parent_id,_parent_row,visit_day\na,2,2026-01-02\na,x,2026-01-02\nb,,2026-01-02\n")
        #expect(
            faults(found.records) == [
                .row(.noSuchParentRow(found: "2")), .cell(.notRowNumber(found: "x")),
                .cell(.notRowNumber(found: "")),
            ])
    }

    @Test("Without a roster's file the roster is empty")
    func noFile() throws {
        #expect(try read(two).records.compactMap(\.given).map(\.root.rosters) == [[[]], [[]]])
    }
}
