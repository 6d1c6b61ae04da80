import Evaluation
import FormModel
import Testing

@Suite("Members who left")
struct MemberStatusTests {
    /// A household form that carries its members over, and an indicator over them.
    private func survey(_ over: String, _ computation: String) throws -> Survey {
        let survey = try Survey(
            form: """
                form "f" {
                  version = 1, label = "F", key = { "unit" }, round = "half_year",
                  text "unit" { label = "Unit" },
                  roster "person" { label = "P", carry_over = { "name" },
                    text "name" { label = "Name" }, integer "age" { label = "Age" } },
                }
                """,
            rules: "indicator \"x\" { label = \"X\", over = \"\(over)\", \(computation) }")
        survey.add(
            [:],
            rosters: [
                "person": [
                    ["_member": .value(.text("present")), "age": .value(.integer(40))],
                    ["_member": .value(.text("left"))], ["_member": .value(.text("duplicate"))],
                    ["_member": .value(.text("new")), "age": .value(.integer(10))],
                    // Of a version of the form that did not ask.
                    ["_member": .missing(.unanswered), "age": .value(.integer(70))],
                ]
            ])
        survey.add([:], rosters: ["person": [["_member": .value(.text("left"))]]])
        return survey
    }

    @Test("they stay in the record and enter no figure over members")
    func members() throws {
        #expect(try survey("f.person", "count = function(p) return true end,").total().value == 3)
        let share = try survey("f.person", "share = function(p) return p.age >= 18 end,").total()
        #expect(share.n == 3)
        #expect(share.missing == [:])
    }

    @Test("no function of the household sees them, and places are counted without them")
    func households() throws {
        let sum = try survey("f", "total = function(h) return sum(h.person, function(p) return p.age end) end,")
        #expect(try sum.total().value == 120)
        let size = try survey("f", "total = function(h) return #h.person end,")
        #expect(try size.total().value == 3)
        let second = try survey(
            "f",
            "total = function(h) return sum(h.person, function(p) return p.index == 2 and p.age or 0 end) end,")
        #expect(try second.total().value == 10)
    }
}
