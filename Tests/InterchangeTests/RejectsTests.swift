import FormModel
import Testing

@testable import Interchange

private func text(_ sink: MemorySink?) -> String { String(decoding: sink?.bytes ?? [], as: UTF8.self) }

/// The rejects of CSV texts by set; empty where none was opened.
private func rejects(_ main: String, person: String) throws -> (main: String, person: String) {
    let layout = household()
    var reader = try RecordCSVReader(
        layout, records: file("household.csv", main), rosters: ["person": file("person.csv", person)],
        suggest: nearest)
    var sinks: [String: MemorySink] = [:]
    var rejects = RecordCSVRejects(of: reader, layout: layout) { set in
        let sink = MemorySink()
        sinks[set.name] = sink
        return sink
    }
    while let record = try reader.next() {
        if record.given == nil { try rejects.write(record) }
    }
    try rejects.close()
    return (text(sinks["household"]), text(sinks["person"]))
}

private let main = """
    _id,village,household_no,members,connection,speed
    a,dt1,"a ""b"", c",hai,none,
    b,dt1,2,2,none,
    c,dt1,3,3,none,
    d,dt1,4

    """

private let persons = "_parent_id,name,age\na,  An ,1\nb,Bé,2\nc,Cúc,x\nz,Dũng,4\n"

@Suite("Rejected records")
struct RejectsTests {
    @Test("The rejects hold the rows as they stood, with the reason, and roster rows with their record")
    func files() throws {
        let found = try rejects(main, person: persons)
        #expect(
            found.main == """
                _id,village,household_no,members,connection,speed,_error
                a,dt1,"a ""b"", c",hai,none,,members: 'hai' is not a whole number
                c,dt1,3,3,none,,person.csv:4:7: age: 'x' is not a whole number
                d,dt1,4,,,,only 3 cells where the header has 6

                """)
        #expect(
            found.person == """
                _parent_id,name,age,_error
                a,  An ,1,household.csv:2:20: members: 'hai' is not a whole number
                c,Cúc,x,age: 'x' is not a whole number
                z,Dũng,4,_parent_id: no record 'z'

                """)
    }

    @Test("Rejects that were mended are read, the column _error ignored; rejected again, the reason is new")
    func again() throws {
        let first = try rejects(main, person: persons)
        let mended = first.main.replacing("a,dt1,\"a \"\"b\"\", c\",hai", with: "a,dt1,1,2").replacing(
            "d,dt1,4,,,,", with: "d,dt1,4,5,none,,")
        let found = try read(mended, person: first.person)
        #expect(found.records.compactMap { $0.given?.id } == ["a", "d"])
        let second = try rejects(mended, person: first.person)
        #expect(
            second.main == """
                _id,village,household_no,members,connection,speed,_error
                c,dt1,3,3,none,,person.csv:3:7: age: 'x' is not a whole number

                """)
        #expect(second.person.hasSuffix("z,Dũng,4,_parent_id: no record 'z'\n"))
    }

    @Test("Cells beyond the header's are not lost")
    func tooLong() throws {
        let found = try rejects(header + "dt1,1,2,none,,x,y\n", person: "village,household_no,name,age\n")
        #expect(found.main.hasSuffix("dt1,1,2,none,,7 cells where the header has 5,x,y\n"))
    }

    @Test("Records that were rejected later are written for the reasons given")
    func later() throws {
        let layout = household()
        var reader = try RecordCSVReader(layout, records: file("household.csv", header + "dt1,1,2,none,\n"))
        let record = try #require(try reader.next())
        let given = try #require(record.given)
        let sink = MemorySink()
        var rejects = RecordCSVRejects(of: reader, layout: layout) { _ in sink }
        let place = record.sources.place(of: given.root.source, field: "members")
        try rejects.write(record, because: [RejectReason(place: place, sentence: "không đúng", code: "E-X-001")])
        try rejects.close()
        #expect(text(sink) == "village,household_no,members,connection,speed,_error\ndt1,1,2,none,,không đúng\n")
    }
}
