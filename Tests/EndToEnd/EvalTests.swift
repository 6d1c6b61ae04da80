import Foundation
import Testing

@Suite("chiso eval")
struct EvalTests {
    /// The keys of `cli.md` that totals and the rows of a split share.
    private static let shared: Set<String> = [
        "label", "value", "numerator", "denominator", "n", "missing", "missing_reasons", "missing_among",
        "missing_among_reasons", "at_least", "suppressed", "bounds", "failed", "failures", "expected_units",
        "reporting_units", "coverage", "se", "ci", "deff", "df", "target", "expected", "status",
    ]

    @Test("JSON has every key of the contract, in the whole, the totals and the rows of splits")
    func keys() throws {
        let workspace = try SmallWorkspace.filled()
        let result = try workspace.run("eval", "--format", "json", "--as-of", "2026-06-30")
        #expect(result.status == 0 && result.errors.isEmpty)
        let figures = try Figures(result.output)
        #expect(
            Set(figures.whole.keys).isSuperset(of: [
                "as_of", "known_at", "period", "run", "scripts", "records", "indicators",
            ]))
        #expect(figures.whole["as_of"] as? String == "2026-06-30" && figures.whole["period"] is NSNull)
        #expect(figures.whole["records"] as? String == (try workspace.recordsSum()))
        #expect((figures.whole["scripts"] as? String)?.hasPrefix("sha256:") == true)
        #expect(figures.indicators.count == 3)
        for indicator in figures.indicators {
            let missing = EvalTests.shared.union(["id", "code", "unit", "method", "by"]).subtracting(indicator.keys)
            #expect(missing.isEmpty)
        }
        let rows = try figures.rows(of: "accounts", by: "village")
        #expect(rows.count == 2)
        for row in rows { #expect(EvalTests.shared.union(["key"]).subtracting(row.keys).isEmpty) }
    }

    @Test("the figures are those of the records")
    func values() throws {
        let figures = try Figures(
            try SmallWorkspace.filled().run("eval", "--format", "json", "--as-of", "2026-06-30").output)
        let accounts = try figures.indicator("accounts")
        #expect(accounts["value"] as? Double == 50 && accounts["n"] as? Int == 2 && accounts["missing"] as? Int == 1)
        #expect(accounts["missing_reasons"] as? [String: Int] == ["dont_know": 1])
        #expect(accounts["method"] as? String == "census" && accounts["status"] as? String == "incomplete")
        #expect(accounts["expected_units"] as? Int == 5 && accounts["reporting_units"] as? Int == 3)
        let target = try #require(accounts["target"] as? [String: Any])
        #expect(
            target["kind"] as? String == "at_least" && target["value"] as? Double == 80 && target["by"] as? Int == 2030)
        let speed = try figures.indicator("mean_speed")
        #expect(speed["value"] as? Double == 50 && speed["target"] is NSNull && speed["unit"] as? String == "Mb/s")
        let village = try figures.rows(of: "accounts", by: "village")
        #expect(village.map { $0["key"] as? String } == ["v1", "v2"])
        #expect(village[0]["label"] as? String == "Village One" && village[0]["value"] as? Double == 50)
    }

    @Test("the table is for people, in either language, and CSV has a row a figure and a row of a split")
    func shapes() throws {
        let workspace = try SmallWorkspace.filled()
        let english = try workspace.run("eval", "accounts", "--as-of", "2026-06-30")
        #expect(english.output.hasPrefix("Code  Indicator        id        Value"))
        #expect(english.output.contains("I.1   Have an account  accounts  50.0%"))
        let vietnamese = try workspace.run("eval", "accounts", "--as-of", "2026-06-30", "--language", "vi")
        #expect(vietnamese.output.contains("50,0\u{A0}%") && vietnamese.output.contains("Mục tiêu"))
        let csv = try workspace.run("eval", "accounts", "--format", "csv", "--by", "village", "--as-of", "2026-06-30")
        let lines = csv.output.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("indicator,code,split,key,label,unit,value,"))
        #expect(lines[2].hasPrefix("accounts,I.1,village,v1,Village One,percent,50,1,2,2,"))
    }

    @Test("several --by are crossed, as are names joined by a comma; keys are lists")
    func crossed() throws {
        let workspace = try SmallWorkspace.filled()
        var texts: [String] = []
        for arguments in [["--by", "village", "--by", "age_group"], ["--by", "village,age_group"]] {
            let result = try workspace.run(
                ["eval", "accounts", "--format", "json", "--as-of", "2026-06-30"] + arguments)
            let rows = try Figures(result.output).rows(of: "accounts", by: "village,age_group")
            #expect(rows.contains { $0["key"] as? [String] == ["v1", "18+"] && $0["value"] as? Double == 50 })
            texts.append(rows.description)
        }
        #expect(texts[0].count == texts[1].count)
    }

    @Test("--where keeps the rows of a split, --as-of and --known-at what was there by then")
    func selections() throws {
        let workspace = try SmallWorkspace.filled()
        func count(_ arguments: String...) throws -> Int? {
            let result = try workspace.run(["eval", "accounts", "--format", "json"] + arguments)
            #expect(result.status == 0)
            return try Figures(result.output).indicator("accounts")["n"] as? Int
        }
        #expect(try count("--as-of", "2026-06-30") == 2)
        #expect(try count("--as-of", "2026-06-30", "--where", "village=v2") == 0)
        #expect(try count("--as-of", "2026-04-30") == 0)
        #expect(try count("--period", "2026-H1", "--as-of", "2026-06-30") == 2)
        #expect(try count("--period", "2024-H1") == 0)
        #expect(try count("--as-of", "2026-06-30", "--known-at", "2020-01-01") == 0)
        #expect(try count("--as-of", "2026-06-30", "--known-at", "2999-01-01T00:00:00+07:00") == 2)
    }

    @Test("a period is told with its days")
    func period() throws {
        let result = try SmallWorkspace.filled().run("eval", "--format", "json", "--period", "2026-H1")
        let period = try #require(try Figures(result.output).whole["period"] as? [String: String])
        #expect(period == ["id": "2026-H1", "from": "2026-01-01", "to": "2026-06-30"])
    }

    @Test("--record keeps the run in the store; without it nothing is kept")
    func record() throws {
        let workspace = try SmallWorkspace.filled()
        let arguments = ["--format", "json", "--as-of", "2026-06-30", "--known-at", "2999-01-01"]
        _ = try workspace.run(["eval"] + arguments)
        #expect(try workspace.openStore().runs().isEmpty)
        let result = try workspace.run(["eval", "--record"] + arguments)
        let run = try #require(try Figures(result.output).whole["run"] as? String)
        let kept = try #require(try workspace.openStore().runs(beginning: run).first?.content)
        #expect(kept.trimmingCharacters(in: .newlines) == result.output.trimmingCharacters(in: .newlines))
        // The same run gives the same bytes.
        #expect(try workspace.run(["eval", "--record"] + arguments).output == result.output)
        #expect(try workspace.openStore().runs().count == 1)
    }

    @Test("without a store there are no data, and none is made")
    func noStore() throws {
        let workspace = try SmallWorkspace()
        let result = try workspace.run("eval", "--format", "json")
        #expect(result.status == 0)
        #expect(try Figures(result.output).indicator("accounts")["status"] as? String == "no_data")
        #expect(!workspace.exists(".chiso"))
    }

    @Test("records on which a formula fails are listed, the figures printed all the same, the end is 65")
    func failures() throws {
        let workspace = try SmallWorkspace.filled()
        try workspace.write(
            "Rules/indicators/plus.lua",
            """
            indicator "plus" {
              label = "Plus", over = "household", component = true,
              mean = function(h) return h.speed + 1 end,
            }
            """)
        let result = try workspace.run("eval", "plus", "accounts", "--format", "json", "--as-of", "2026-06-30")
        #expect(result.status == 65)
        #expect(
            result.errors.hasPrefix("Rules/indicators/plus.lua:3:37: error: ") && result.errors.contains("[E-NIL-001]"))
        #expect(result.errors.contains("mean = function(h) return h.speed + 1 end"))
        #expect(result.errors.contains("\n    plus: 1 record: "))
        #expect(result.errors.contains("\n    speed = not asked\n"))
        let plus = try Figures(result.output).indicator("plus")
        #expect(plus["value"] as? Double == 51 && plus["failed"] as? Int == 1)
        let failure = try #require((plus["failures"] as? [[String: Any]])?.first)
        #expect(
            failure["place"] as? String == "Rules/indicators/plus.lua:3:37" && failure["code"] as? String == "E-NIL-001"
        )
    }

    @Test(
        "an unknown name ends with 64 and offers the nearest",
        arguments: [
            (["acounts"], "did you mean 'accounts'?"), (["--period", "2026-13"], "2026-H1"),
            (["--by", "vilage"], "did you mean 'village'?"), (["--where", "vilage=v1"], "did you mean 'village'?"),
            (["--where", "village"], "NAME=VALUE"), (["--as-of", "30/6/2026"], "2026-06-30"),
            (["--known-at", "now"], "2026-06-30"), (["mean_speed", "--by", "age_group"], "age_group"),
            (["satisfied", "--by", "village"], "village"), (["--format", "xml"], "json"),
        ])
    func unknown(arguments: [String], text: String) throws {
        let result = try SmallWorkspace().run(["eval"] + arguments)
        #expect(result.status == 64)
        #expect(result.errors.contains(text), "\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test("an indicator that the split does not fit is given without it, with a note")
    func unfit() throws {
        let result = try SmallWorkspace.filled().run("eval", "--by", "age_group", "--format", "json")
        #expect(result.status == 0)
        #expect(
            result.errors
                == "2 indicators cannot be split by age_group and are given without: mean_speed, satisfied\n")
        let figures = try Figures(result.output)
        #expect(try figures.rows(of: "accounts", by: "age_group").count == 2)
        #expect((try figures.indicator("mean_speed")["by"] as? [String: Any])?.isEmpty == true)
    }

    @Test(
        "what a named indicator cannot be split by is told with what it can be, a key that a list lacks with the nearest"
    )
    func refusals() throws {
        let workspace = try SmallWorkspace.filled()
        let unfit = try workspace.run("eval", "mean_speed", "--by", "age_group")
        #expect(unfit.status == 64 && unfit.output.isEmpty)
        #expect(
            unfit.errors
                == "chiso: the indicator 'mean_speed' cannot be split by age_group; it can by: village, connection\n")
        let unknown = try workspace.run("eval", "--by", "nothing")
        #expect(unknown.status == 64)
        #expect(unknown.errors == "chiso: unknown split 'nothing'; there are: age_group, village\n")
        for (key, text) in [("village=zz", "'zz'"), ("village=v3", "did you mean 'v"), ("account=true", "'true'")] {
            let result = try workspace.run("eval", "accounts", "--where", key)
            #expect(result.status == 64 && result.errors.contains(text), "\(result.errors)")
        }
        #expect(try workspace.run("eval", "accounts", "--where", "village=_unknown").status == 0)
    }

    @Test(
        "the run's id and as_of follow --as-of, also beyond the period's end: a visit after it counts once it is there")
    func asOf() throws {
        let workspace = try SmallWorkspace.filled()
        let runs = try ["2026-07-01", "2026-12-31"].map { asOf in
            let whole = try Figures(
                try workspace.run(
                    "eval", "--format", "json", "--period", "2026-H1", "--as-of", asOf, "--known-at", "2999-01-01"
                ).output
            ).whole
            #expect(whole["as_of"] as? String == asOf && whole["date"] as? String == "2026-06-30")
            return try #require(whole["run"] as? String)
        }
        #expect(runs[0] != runs[1])
    }

    @Test("a list that a formula or a design reads changes the run's id")
    func lists() throws {
        let workspace = try SmallWorkspace.filled()
        let arguments = ["eval", "--format", "json", "--as-of", "2026-06-30", "--known-at", "2999-01-01"]
        func hashes() throws -> [String] {
            let whole = try Figures(try workspace.run(arguments).output).whole
            return try ["run", "scripts"].map { try #require(whole[$0] as? String) }
        }
        let before = try hashes()
        try workspace.write("Surveys/choices/households.csv", "village,household_no\nv1,1\nv1,2\nv2,1\n")
        let after = try hashes()
        #expect(before[0] != after[0] && before[1] != after[1])
    }

    @Test("sums of nothing known are null: without a record as with missing answers only")
    func nothingKnown() throws {
        let workspace = try SmallWorkspace.filled()
        for arguments in [["--where", "village=v2"], ["--as-of", "2026-01-01"]] {
            let result = try workspace.run(
                ["eval", "accounts", "--format", "json"] + (arguments[0] == "--where" ? ["--as-of", "2026-06-30"] : [])
                    + arguments)
            let accounts = try Figures(result.output).indicator("accounts")
            #expect(accounts["value"] is NSNull && accounts["n"] as? Int == 0)
            #expect(accounts["numerator"] is NSNull && accounts["denominator"] is NSNull)
        }
    }

    @Test("that a don't know counts as no is part of the definition, in JSON and CSV")
    func definition() throws {
        let workspace = try SmallWorkspace.filled()
        try workspace.write(
            "Rules/indicators/strict.lua",
            """
            indicator "strict" {
              label = "Strict", definition = { vi = "Có tài khoản", en = "Has one" }, over = "household.person",
              share = function(p) return p.account end, dont_know = "no", component = true,
            }
            """)
        let json = try workspace.run("eval", "strict", "--format", "json", "--as-of", "2026-06-30")
        let strict = try Figures(json.output).indicator("strict")
        #expect(strict["definition"] as? String == "Has one; a don't know counts as no")
        #expect(strict["n"] as? Int == 4 && strict["missing"] as? Int == 0)
        let csv = try workspace.run(
            "eval", "strict", "--format", "csv", "--as-of", "2026-06-30", "--language", "vi")
        #expect(csv.output.contains(",Có tài khoản; trả lời không biết được tính là không,"))
    }

    @Test("a negative weight ends with 65, naming design, record and place")
    func negativeWeight() throws {
        let workspace = try SmallWorkspace.filled()
        try workspace.write(
            "Rules/indicators/weights.lua",
            "design \"weighted\" {\n  form = \"household\", weight = function(h) return h.members - 2 end,\n}\n")
        let result = try workspace.run("eval", "accounts")
        #expect(result.status == 65)
        for text in ["\"weighted\"", "-1", "a number from 0 up", "Rules/indicators/weights.lua:1"] {
            #expect(result.errors.contains(text), "\(result.errors)")
        }
        #expect(try workspace.isSound())
    }
}
