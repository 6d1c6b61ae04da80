import Evaluation
import FormModel
import Messages
import Testing

@Suite("Estimates from samples (estimation.md)")
struct SampleTests {
    private static let form = """
        form "h" {
          version = 1, label = "H", round = "half_year",
          select_one "village" { label = "V", choices = { { "a", en = "A" }, { "b", en = "B" } } },
          integer "psu" { label = "P" }, integer "size" { label = "S" }, decimal "w" { label = "W" },
          yes_no "net" { label = "N" }, integer "v" { label = "V" },
          roster "person" { label = "P", yes_no "net" { label = "N" },
            select_one "sex" { label = "S", choices = { { "m", en = "M" }, { "f", en = "F" } } } },
        }
        """
    private static let rules = """
        indicator "x" { label = "X", over = "h", share = function(h) return h.net end, by = { "village" },
          interval = "wald", target = { at_least = 45, by = 2030 } }
        indicator "p" { label = "P", over = "h.person", share = function(p) return p.net end, by = { "sex" } }
        indicator "t" { label = "T", over = "h", total = function(h) return h.v end }
        indicator "m" { label = "M", over = "h", mean = function(h) return h.v end }
        indicator "q" { label = "Q", over = "h", quantile = { of = function(h) return h.v end, at = 0.5 } }
        indicator "xa" { label = "XA", over = "h", among = function(h) return h.village == "a" end,
          share = function(h) return h.net end }
        indicator "xb" { label = "XB", over = "h", among = function(h) return h.village == "b" end,
          share = function(h) return h.net end }
        indicator "pooled" { label = "Pooled",
          derive = function(i) return ratio(i.xa.numerator + i.xb.numerator, i.xa.denominator + i.xb.denominator) end }
        indicator "per_household" { label = "Per household", unit = "number",
          derive = function(i) return ratio(i.p.numerator, i.x.denominator) end }
        indicator "direct" { label = "Direct", over = "h", unit = "number", ratio = {
          numerator = function(h) return count(h.person, function(p) return p.net end) end,
          denominator = function(h) return 1 end } }
        indicator "by_ratio" { label = "R", over = "h", unit = "percent", ratio = {
          numerator = function(h) return h.net and 1 or 0 end, denominator = function(h) return 1 end } }
        indicator "nothing" { label = "N", unit = "percent", derive = function(i) return i.x.value - i.by_ratio.value end }
        indicator "levels" { label = "L", unit = "number",
          derive = function(i) return ratio(i.p.numerator, i.x.numerator) end }
        indicator "levels_direct" { label = "LD", over = "h", unit = "number", ratio = {
          numerator = function(h) return count(h.person, function(p) return p.net end) end,
          denominator = function(h) return h.net and 1 or 0 end } }
        indicator "difference" { label = "Difference", unit = "percent", derive = function(i) return i.xa.value - i.xb.value end }
        """

    private func survey(_ design: String) throws -> Survey {
        try Survey(form: Self.form, rules: "design \"d\" { form = \"h\", \(design) }\n" + Self.rules)
    }

    private func add(
        _ survey: Survey, _ village: String, net: Bool, v: Int64 = 0, psu: Int64 = 0, weight: Double = 1,
        size: Int64 = 0, persons: [(sex: String, net: Bool)] = []
    ) {
        survey.add(
            [
                "village": .value(.text(village)), "net": .value(.boolean(net)), "v": .value(.integer(v)),
                "psu": .value(.integer(psu)), "w": .value(.decimal(weight)), "size": .value(.integer(size)),
            ], form: "h",
            rosters: [
                "person": persons.map { ["sex": .value(.text($0.sex)), "net": .value(.boolean($0.net))] }
            ])
    }

    private func near(_ found: Double?, _ expected: Double, _ place: SourceLocation = #_sourceLocation) throws {
        let found = try #require(found, sourceLocation: place)
        #expect(abs(found - expected) <= 1e-9 * max(abs(expected), 1), "\(found)", sourceLocation: place)
    }

    @Test("a simple sample: √(p(1 − p)/(n − 1)), and with a part of the population drawn, √(1 − f) of it")
    func simple() throws {
        for (design, factor) in [("weight = \"w\"", 1.0), ("weight = \"w\", fpc = 0.4", 0.6), ("fpc = 10", 0.6)] {
            let survey = try survey(design)
            for net in [true, true, false, false] { add(survey, "a", net: net) }
            let error = try #require(try survey.total("x").error)
            try near(error.standardError, 100 * (0.25 / 3 * factor).squareRoot())
            // t(3) at 97.5 %, by tables 3.182446.
            let interval = try #require(error.interval)
            try near((interval.upperBound - 50) / (error.standardError ?? 0) / 3.182446305284263, 1)
            #expect(error.degreesOfFreedom == 3 && error.intervalMethod == "wald" && error.level == 0.95)
            // Reached, though the interval does not exclude that it is not.
            #expect(try survey.total("x").status == .metUncertain)
        }
    }

    @Test("everyone drawn has no sampling error")
    func census() throws {
        let survey = try survey("fpc = 1")
        for net in [true, false, true] { add(survey, "a", net: net) }
        let error = try #require(try survey.total("x").error)
        #expect(error.standardError == 0 && error.interval == nil)
    }

    @Test("members are drawn by households, one without members among them")
    func members() throws {
        let survey = try survey("weight = \"w\"")
        add(survey, "a", net: true, persons: [("m", true), ("f", false)])
        add(survey, "a", net: true, persons: [("m", true)])
        add(survey, "a", net: true)
        // R = 2/3; z = (1 − 4/3)/3, (1 − 2/3)/3, 0: V = 3/2 · 2/81.
        try near(try survey.total("p").error?.standardError, 100 * (1.5 * 2 / 81).squareRoot())
        #expect(try survey.total("p").error?.degreesOfFreedom == 1)
    }

    @Test("clusters within strata, by hand; rows of a split keep the whole design")
    func clusters() throws {
        let survey = try survey("strata = \"village\", cluster = \"psu\", weight = \"w\"")
        for (village, psu, nets) in [
            ("a", 1, [true, true]), ("a", 2, [false]), ("b", 1, [true]), ("b", 2, [false, false]),
        ] {
            for net in nets { add(survey, village, net: net, psu: Int64(psu)) }
        }
        // R = 1/2, X = 6; totals of z: 1/6, −1/12 in a; 1/12, −1/6 in b; each stratum adds (difference)².
        let total = try survey.total("x").error
        try near(total?.standardError, 100 * (2 * (0.25 * 0.25)).squareRoot())
        #expect(total?.degreesOfFreedom == 2)
        // Within a: R = 2/3, z of the clusters 2/9 and −2/9.
        let row = try #require(try survey.figure("x").splits.first?.rows.first?.values)
        try near(row.error?.standardError, 100 * 4.0 / 9)
        #expect(row.error?.degreesOfFreedom == 1)
    }

    @Test("weights fitted to known totals of records, of members, and to several in turn")
    func calibration() throws {
        func filled(_ design: String) throws -> Survey {
            let survey = try survey(design)
            for (village, net) in [("a", true), ("a", false), ("b", true), ("b", true)] {
                add(survey, village, net: net, persons: [("m", net), ("f", !net)])
            }
            return survey
        }
        let posted = try filled("post_stratify = { by = \"village\", totals = { a = 10, b = 30 } }")
        let total = try posted.total("x")
        try near(total.value, 87.5)
        try near(total.denominator, 40)
        // Only a varies within: z = ±0.5 · 5/40, V = 4/3 · 2 · 0.0625².
        try near(total.error?.standardError, 100 * (4.0 / 3 * 2 * 0.0625 * 0.0625).squareRoot())
        // Members inherit the weights of their households.
        try near(try posted.total("p").denominator, 80)
        let ofMembers = try filled("post_stratify = { by = \"sex\", totals = { m = 100, f = 300 } }")
        try near(try ofMembers.total("p").value, 37.5)
        #expect(try ofMembers.designFault("x").code == "E-DESIGN-005")
        let raked = try filled("rake = { { by = \"village\", totals = { a = 10, b = 30 } } }")
        try near(try raked.total("x").value, 87.5)
        try near(try raked.total("x").error?.standardError, total.error?.standardError ?? 0)
    }

    @Test("without a weight, populations at every stage give it: Π N/n, by hand")
    func weightsFromPopulations() throws {
        let survey = try survey("cluster = { \"psu\", \"v\" }, fpc = { 4, \"size\" }")
        // Two of four clusters; two of three in the first, two of four in the second: weights 3 and 4.
        for (psu, size, v) in [(1, 3, 1), (1, 3, 2), (2, 4, 3), (2, 4, 4)] as [(Int64, Int64, Int64)] {
            add(survey, "a", net: psu == 1, v: v, psu: psu, size: size)
        }
        let total = try survey.total("t")
        try near(total.value, 37)
        // Between: 1/2 · 2 · (9 − 28)²/2; within, times 1/2: 1/3 · 2 · 4.5 and 1/2 · 2 · 8.
        try near(total.error?.standardError, 186.0.squareRoot())
        try near(try survey.total("m").value, 37.0 / 14)
        try near(try survey.total("x").value, 600.0 / 14)
        let strata = try self.survey("strata = \"village\", fpc = \"size\"")
        for (village, size, v) in [("a", 10, 1), ("a", 10, 2), ("b", 3, 5)] as [(String, Int64, Int64)] {
            add(strata, village, net: true, v: v, size: size)
        }
        try near(try strata.total("t").value, 5 * 3 + 3 * 5)
        let fractions = try self.survey("fpc = 0.5")
        for v in [1, 2, 3] as [Int64] { add(fractions, "a", net: true, v: v) }
        try near(try fractions.total("t").value, 12)
    }

    @Test(
        "a design that does not hold is an error that says where",
        arguments: [
            ("post_stratify = { by = \"village\", totals = { a = 10 } }", "E-ESTIMATE-005"),
            ("post_stratify = { by = \"village\", totals = { a = 10, b = 5, c = 3 } }", "E-ESTIMATE-006"),
            (
                "rake = { { by = \"village\", totals = { a = 10, b = 30 } }, { by = \"net\", totals = { yes = 1, no = 2 } } }",
                "E-ESTIMATE-008"
            ), ("post_stratify = { by = \"village\", totals = { a = 10, b = 0 } }", "E-ESTIMATE-007"),
            ("fpc = \"size\"", "E-ESTIMATE-003"), ("fpc = 1.5", "E-ESTIMATE-003"),
            ("strata = \"village\", fpc = \"psu\"", "E-ESTIMATE-002"),
            ("cluster = { \"psu\", \"v\" }, fpc = { 40 }", "E-ESTIMATE-011"),
        ])
    func wrong(design: String, code: String) throws {
        let survey = try survey(design)
        for (number, village) in ["a", "a", "b"].enumerated() {
            add(survey, village, net: number == 0, psu: Int64(number + 2), size: 2)
        }
        #expect(try survey.designFault("x").code == code)
        // Figures that rest on no such design, and what is made of them, stand.
        let others = try survey.figures(["pooled", "x", "q"], try survey.options())
        #expect(others.map(\.indicator.id) == ["pooled", "x", "q"] && others[0].total.value == nil)
    }

    @Test("sums of a sample without weights are told to be no more; with populations they are of the population")
    func sums() throws {
        for (design, codes, total) in [("strata = \"village\"", ["N-ESTIMATE-003"], 6.0), ("fpc = 30", [], 60)] {
            let survey = try survey(design)
            for v in [1, 2, 3] as [Int64] { add(survey, "a", net: v > 1, v: v) }
            let figure = try survey.figure("t")
            #expect(figure.notes.map(\.code) == codes && figure.total.value == total)
            let derived = try survey.figure("pooled")
            #expect(derived.failed == (codes.isEmpty ? 0 : 1))
        }
    }

    @Test("a figure of a sample that has no interval says so: a quantile at the edge of the data")
    func edge() throws {
        let survey = try Survey(
            form: Self.form,
            rules: "design \"d\" { form = \"h\", weight = \"w\" }\nindicator \"q\" { label = \"Q\", over = \"h\", "
                + "quantile = { of = function(h) return h.v end, at = 0.9 } }")
        for v in 1...20 as ClosedRange<Int64> { add(survey, "a", net: true, v: v) }
        let figure = try survey.figure("q")
        #expect(figure.total.value == 18 && figure.total.error?.interval == nil)
        #expect(figure.notes.map(\.code) == ["N-ESTIMATE-004"])
    }

    @Test("a design without a period over records of several rounds is told of")
    func mixedRounds() throws {
        let survey = try Survey(
            "decimal \"w\" { label = \"W\" }, yes_no \"net\" { label = \"N\" },",
            "share = function(h) return h.net end,", rules: "design \"d\" { form = \"f\", weight = \"w\" }")
        for round in ["2026-H1", "2026-H2"] {
            for net in [true, false] {
                survey.add(["net": .value(.boolean(net)), "w": .value(.decimal(1))], round: round)
            }
        }
        let figure = try survey.figure("x", asOf: "2026-12-31")
        #expect(figure.notes.first?.facts == ["design": "d", "count": "2", "names": "2026-H1, 2026-H2"])
        #expect(try survey.figure("x", asOf: "2026-06-30").notes.isEmpty)
    }

    @Test("a design that does not hold stops no figure of another form")
    func others() throws {
        let survey = try Survey(
            form: Self.form + "form \"g\" { version = 1, label = \"G\", integer \"v\" { label = \"V\" } }",
            rules: """
                design "d" { form = "h", weight = "w" }
                indicator "x" { label = "X", over = "h", share = function(h) return h.net end,
                  target = { at_least = 45, by = 2030 } }
                indicator "y" { label = "Y", over = "g", total = function(g) return g.v end }
                """)
        add(survey, "a", net: true, weight: -1)
        survey.add(["v": 7], form: "g")
        let figures = try survey.figures(["x", "y"], try survey.options())
        #expect(figures[0].total.status == .noData && figures[0].notes.map(\.code) == ["E-WEIGHT-001"])
        #expect(figures[0].faults.first?.place?.line == 1)
        #expect(figures[1].total.value == 7 && figures[1].failed == 0)
    }

    @Test("what is derived carries its error: sums of one sample vary together, also those of different sets")
    func derived() throws {
        let survey = try survey("strata = \"psu\", weight = \"w\"")
        let rows: [(String, Bool, Int64, [(String, Bool)])] = [
            ("a", true, 1, [("m", true), ("f", true)]), ("b", false, 1, [("m", false)]), ("a", false, 1, []),
            ("b", true, 2, [("f", true)]), ("a", true, 2, [("m", true), ("f", false)]), ("b", true, 2, [("m", true)]),
        ]
        for (place, row) in rows.enumerated() {
            add(survey, row.0, net: row.1, psu: row.2, weight: Double(place + 1), persons: row.3.map { ($0.0, $0.1) })
        }
        let (pooled, whole) = (try survey.total("pooled"), try survey.total("x"))
        try near(pooled.value, whole.value ?? 0)
        try near(pooled.error?.standardError, whole.error?.standardError ?? 0)
        let (derived, direct) = (try survey.total("per_household"), try survey.total("direct"))
        try near(derived.value, direct.value ?? 0)
        try near(derived.error?.standardError, direct.error?.standardError ?? 0)
        #expect(derived.error?.intervalMethod == "wald" && derived.error?.interval != nil)
        // Two shares in percent and their difference, whose parts vary together.
        let difference = try survey.total("difference")
        #expect(difference.value != nil && (difference.error?.standardError ?? 0) > 0)
        // Of two levels as well: x and the same share told by a ratio over households differ by nothing.
        let nothing = try survey.total("nothing")
        try near(nothing.value, 0)
        #expect(abs(nothing.error?.standardError ?? 1) < 1e-9)
        let levels = try survey.total("levels")
        try near(levels.error?.standardError, survey.total("levels_direct").error?.standardError ?? 0)
        #expect(try levels.error?.degreesOfFreedom == survey.total("levels_direct").error?.degreesOfFreedom)
    }

    @Test("weights times a constant change no share and no error; a shuffled sample changes no bit")
    func properties() throws {
        func figure(_ order: [Int], _ factor: Double) throws -> [FigureValues] {
            let survey = try survey("strata = \"village\", weight = \"w\"")
            for number in order {
                add(
                    survey, number.isMultiple(of: 3) ? "a" : "b", net: number.isMultiple(of: 2),
                    v: Int64(number * number),
                    weight: Double(number % 7 + 1) * factor)
            }
            return try ["x", "m", "q", "pooled"].map { try survey.total($0) }
        }
        let order = Array(0..<40)
        let (one, scaled) = (try figure(order, 1), try figure(order, 8))
        for (first, second) in zip(one, scaled) {
            #expect(first.value == second.value && first.error?.standardError == second.error?.standardError)
        }
        let shuffled = try figure(order.reversed(), 1)
        for (first, second) in zip(one, shuffled) {
            #expect(first.value == second.value && first.error == second.error)
        }
    }
}
