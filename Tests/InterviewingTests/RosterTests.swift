import FormModel
import Testing
import WorkspaceFixtures

@Suite("Rosters")
struct RosterTests {
    private static let family = """
        integer "rooms" { label = "Rooms" },
        roster "person" { label = "Person",
          text "name" { label = "Name" },
          integer "age" { label = "Age" },
          integer "phones" { label = "Phones" },
          roster "phone" { label = "Phone", count = function(p) return p.phones end,
            relevant = function(p) return p.age >= 6 end,
            integer "price" { label = "Price", constraint = function(value, s) return value < s.person.age * 100 end },
            calculate "what" { calculation = function(s)
              return ("%s %d.%d of %d"):format(s.person.name, s.person.index, s.index, s.person.f.rooms)
            end },
          },
          calculate "spent" { calculation = function(p) return sum(p.phone, function(s) return s.price end) end },
          calculate "share" { calculation = function(p)
            return ratio(p.spent, sum(p.f.person, function(q) return q.spent end))
          end },
        },
        calculate "dear" { calculation = function(h)
          return count(h.person, function(p) return any(p.phone, function(s) return s.price > 50 end) end)
        end },
        """

    @Test("nest: members read their parents, parents their members, in any order")
    func nested() throws {
        let bench = try Bench(RosterTests.family)
        let form = bench.evaluate([
            "rooms": 4,
            "person": [
                ["name": "An", "age": 30, "phones": 2, "phone": [["price": 60], ["price": 15]]],
                ["name": "Bé", "age": 3],
                ["name": "Cúc", "age": 20, "phones": 1, "phone": [["price": 25]]],
            ],
        ])
        #expect(form.short == [])
        #expect(try bench.answer("person.1.phone.2.what", in: form) == "An 1.2 of 4")
        #expect(try bench.answer("person.3.phone.1.what", in: form) == "Cúc 3.1 of 4")
        #expect(try bench.answer("person.1.spent", in: form) == 75)
        #expect(try bench.answer("person.2.spent", in: form) == 0)
        #expect(try bench.answer("person.1.share", in: form) == .decimal(0.75))
        #expect(try bench.answer("dear", in: form) == 1)
    }

    @Test("nest: a problem tells its row by the numbers of the rows around it, outermost first")
    func places() throws {
        let bench = try Bench(RosterTests.family)
        let form = bench.evaluate([
            "rooms": 4,
            "person": [
                ["name": "An", "age": 30, "phones": 1, "phone": [["price": 10]]],
                ["_row": 5, "name": "Ba", "age": 6, "phones": 2, "phone": [["price": 10], ["price": 900]]],
                ["name": "Bé", "age": 3, "phone": [["price": 1]]],
            ],
        ])
        #expect(form.short == ["error price E-ROW-010", "error phone E-ROW-004"])
        #expect(form.problems.map(\.rows) == [[5, 2], [7]])
        #expect(form.problems.map(\.set) == [2, 1])
    }

    @Test("a count may be a number, a whole float or nil; a roster without one takes what there is")
    func counts() throws {
        let bench = try Bench(
            """
            yes_no "any" { label = "Any" },
            roster "two" { label = "2", count = 2, integer "a" { label = "A" } },
            roster "half" { label = "H", count = function() return 4 / 2 end, integer "b" { label = "B" } },
            roster "nothing" { label = "N", count = function(h) return nil end, integer "c" { label = "C" } },
            roster "open" { label = "O", integer "d" { label = "D" } },
            """)
        let two: Cell = [[:], [:]]
        #expect(bench.evaluate(["two": two, "half": two]).short == [])
        #expect(bench.evaluate(["two": two, "half": two, "open": [[:], [:], [:]]]).short == [])
        #expect(
            bench.evaluate(["nothing": two]).short == [
                "error two E-ROW-005", "error half E-ROW-005", "error nothing E-ROW-005",
            ])
    }

    @Test("choice and listed find rows of lists, from within a roster too, and for a missing key are missing")
    func lists() throws {
        let households = [["village", "no", "poverty"], ["dt1", "1", "poor"], ["dt1", "2", "none"]]
        let bench = try Bench(
            """
            calculate "poverty" { calculation = function(h) local row = listed(h) return row and row.poverty end },
            select_one "village" { label = "V", choices = { { "dt1", vi = "Thôn 1", en = "Village 1" } } },
            integer "no" { label = "N", special = { "dont_know" } },
            calculate "probe" { relevant = function(h) return listed(h) ~= nil end, calculation = function() return 1 end },
            roster "person" { label = "P", calculate "poor" { calculation = function(p)
              return listed(p) and listed(p).poverty == "poor" and choice(p.f, "village").label
            end } },
            """, properties: "key = { \"village\", \"no\" }, frame = from_csv \"households\",",
            lists: ["households": households])
        let poor = bench.evaluate(["village": "dt1", "no": 1, "person": [[:]]])
        #expect(poor.short == [])
        #expect(try bench.answer("poverty", in: poor) == "poor")
        #expect(try bench.answer("person.1.poor", in: poor) == "Village 1")
        let stranger = bench.evaluate(["village": "dt1", "no": 7])
        #expect(try bench.answer("poverty", in: stranger) == .missing(.notComputed))
        #expect(try bench.answer("probe", in: stranger) == .notAsked)
        #expect(
            try bench.answer("probe", in: bench.evaluate(["village": "dt1", "no": .dontKnow])) == .missing(.dontKnow))
    }
}
