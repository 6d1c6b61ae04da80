import FormModel
import Foundation
import Randomness

@testable import Interchange

extension Seeded {
    mutating func chance(_ one: Int, in many: Int) -> Bool { number(below: many) < one }
}

let place = Place(file: "Surveys/test.lua", line: 1)

func question(_ kind: QuestionKind, _ name: String, _ change: (inout Question) -> Void = { _ in }) -> FormNode {
    var question = Question(kind: kind, name: name, place: place)
    change(&question)
    return .question(question)
}

func choices(_ names: String...) -> ChoiceList {
    ChoiceList(choices: names.map { Choice(name: $0, label: LocalizedText($0)) })
}

let relevance = FunctionReference(id: 1, place: place)

/// The household of `scripts.md`, with a nested roster.
func household(key: [String] = ["village", "household_no"]) -> FormLayout {
    var form = Form(
        id: "household", place: place, version: 1, label: LocalizedText("Phiếu hộ"),
        nodes: [
            question(.selectOne, "village") { $0.choices = choices("dt1", "dt2", "dv1") },
            question(.text, "household_no"),
            question(.integer, "members") { $0.formerly = ["persons"] },
            question(.selectOne, "connection") {
                $0.choices = choices("fibre", "mobile", "none")
                $0.special = [.dontKnow, .refused]
            },
            question(.decimal, "speed") { $0.relevant = relevance },
            question(.calculate, "adults") { $0.calculation = relevance },
            .roster(
                Roster(
                    name: "person", place: place,
                    nodes: [
                        question(.text, "name") { $0.personal = true },
                        question(.integer, "age"),
                        .roster(
                            Roster(
                                name: "visit", place: place,
                                nodes: [question(.date, "visit_day") { $0.special = [.dontKnow] }])),
                    ])),
        ])
    form.key = key
    form.round = .halfYear
    return FormLayout(form)
}

func file(_ name: String, _ text: String, chunk: Int = .max) -> DataFile {
    DataFile(name: name, bytes: Array(text.utf8), chunk: chunk)
}

/// The nearest name for tests: one that begins with the same two letters.
let nearest: NameSuggester = { found, names in names.first { $0.prefix(2) == found.prefix(2) } }

/// All that a reader gives, and what it throws in the end.
func drain(_ reader: inout some RecordReader) -> (records: [ReadRecord], fatal: Problem?) {
    var records: [ReadRecord] = []
    do throws(Problem) {
        while let record = try reader.next() { records.append(record) }
    } catch {
        return (records, error)
    }
    return (records, nil)
}

/// The records of CSV texts.
func read(
    _ main: String, person: String? = nil, visit: String? = nil, layout: FormLayout = household(), chunk: Int = .max
) throws -> (records: [ReadRecord], fatal: Problem?) {
    var rosters: [String: DataFile] = [:]
    if let person { rosters["person"] = file("person.csv", person, chunk: chunk) }
    if let visit { rosters["household.person.visit"] = file("visit.csv", visit, chunk: chunk) }
    var reader = try RecordCSVReader(
        layout, records: file("household.csv", main, chunk: chunk), rosters: rosters, suggest: nearest)
    return drain(&reader)
}

/// What is wrong with the headers of CSV texts; empty if nothing is.
func headerProblems(
    _ main: String, rosters: [String: String] = [:], layout: FormLayout = household()
) -> [Problem] {
    do throws(ProblemLog) {
        _ = try RecordCSVReader(
            layout, records: file("household.csv", main),
            rosters: Dictionary(uniqueKeysWithValues: rosters.map { ($0, file("\($0).csv", $1)) }), suggest: nearest)
        return []
    } catch {
        return error.kept
    }
}

let header = "village,household_no,members,connection,speed\n"

/// The scalars of a text: `==` of texts takes composed and decomposed letters as the same.
func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
