import FormModel
import Scripting
import Testing

/// The ways in which a script may come to its declarations.
@Suite("Declarations are taken however a script makes them")
struct DeclaringTests {
    private func load(_ text: String, modules: [String: String] = [:]) throws -> Workspace {
        var files = ["Surveys/f.lua": text]
        for (name, module) in modules { files["Rules/lib/\(name).lua"] = module }
        return try TestWorkspace(files).load()
    }

    private func fields(_ workspace: Workspace) -> [String] {
        workspace.forms.flatMap { $0.layout.sets.flatMap { set in set.fields.map { "\(set.path).\($0.name)" } } }
    }

    @Test("returned, as a statement is")
    func returned() throws {
        let workspace = try load("\n\nreturn form \"f\" { version = 1, label = \"F\", text \"a\" { label = \"A\" } }")
        #expect(workspace.diagnostics == [])
        #expect(workspace.forms.first?.layout.form.place == Place(file: "Surveys/f.lua", line: 3, column: 8))
        #expect(fields(workspace) == ["f.a"])
    }

    @Test("with parentheses, single quotes and a brace on the next line")
    func written() throws {
        let workspace = try load("form('f')\n{\n  version = 1, label = 'F',\n  text('a')({ label = 'A' }),\n}")
        #expect(workspace.diagnostics == [])
        #expect(fields(workspace) == ["f.a"])
    }

    @Test("by a loop and by helper functions")
    func computed() throws {
        let workspace = try load(
            """
            local function question(name, label) return integer(name) { label = label, min = 0 } end
            local function labelled(properties) properties.label = "L" return properties end
            local questions = { version = 1, label = "F", question("before", "B") }
            for number = 1, 3 do questions[#questions + 1] = question("n" .. number, "N") end
            table.insert(questions, roster "r" (labelled { text "t" (labelled {}) }))
            form "f" (questions)
            for _, id in ipairs { "g", "h" } do form(id) { version = 1, label = id, question("a", "A") } end
            """)
        #expect(workspace.diagnostics == [])
        #expect(fields(workspace) == ["f.before", "f.n1", "f.n2", "f.n3", "f.r.t", "g.a", "h.a"])
    }

    @Test("by a local, used in two forms")
    func shared() throws {
        let workspace = try load(
            """
            local note = text "remark" { label = "Ghi chú" }
            form "f" { version = 1, label = "F", note }
            form "g" { version = 1, label = "G", group "rest" { note } }
            """)
        #expect(workspace.diagnostics == [])
        #expect(fields(workspace) == ["f.remark", "g.remark"])
    }

    @Test("What a helper got wrong is told at the line of the helper")
    func helper() throws {
        let workspace = try load(
            "local function q(name)\n  return text(name) { labl = 1, label = \"A\" }\nend\n"
                + "form \"f\" { version = 1, label = \"F\", q \"a\", q \"b\" }")
        #expect(
            workspace.diagnostics.map { "\($0.place.map { "\($0)" } ?? "–")" } == [
                "Surveys/f.lua:2", "Surveys/f.lua:2",
            ])
    }

    @Test("with a module's help, each script with its own")
    func modules() throws {
        let workspace = try load(
            """
            local labels = require "labels"
            labels.uses = labels.uses + 1
            form "f" { version = labels.uses, label = labels.name, text "a" { label = labels.of("A") } }
            """,
            modules: ["labels": "return { uses = 0, name = \"F\", of = function(text) return { vi = text } end }"])
        #expect(workspace.diagnostics == [])
        #expect(workspace.forms.first?.layout.form.version == 1)
    }

    @Test("Declaring while a formula runs is a fault, told at the formula's line")
    func late() throws {
        let files = [
            "Surveys/f.lua": "form \"f\" { version = 1, label = \"F\", text \"a\" { label = \"A\" } }",
            "Rules/indicators/r.lua":
                "indicator \"i\" { label = \"I\", derive = function()\n  return form \"g\" { version = 1 }\nend }",
        ]
        let workspace = try TestWorkspace(files).load()
        #expect(workspace.diagnostics == [])
        guard case .derive(let function) = try #require(workspace.indicators.first).computation else { return }
        let outcome = workspace.state.call(workspace.host.functions[function], [], limit: .seconds(1))
        guard case .fault(let fault) = outcome else {
            Issue.record("no fault: \(outcome)")
            return
        }
        let diagnostic = Diagnostic(fault, in: workspace)
        #expect(diagnostic.message.code == "E-DECL-005")
        #expect(diagnostic.place == Place(file: "Rules/indicators/r.lua", line: 2, column: 10))
    }

    @Test("A frame may be written in the form, by names or by its key")
    func frames() throws {
        let named = try load(
            """
            form "f" {
              version = 1, label = "F", key = "school", frame = { { "s1", vi = "Trường 1" }, { "s2" } },
              text "school" { label = "Trường" },
            }
            """)
        #expect(named.diagnostics == [])
        #expect(named.forms.first?.frameRow(of: ["s2"]) == 1)
        let keyed = try load(
            """
            form "f" {
              version = 1, label = "F", key = { "a", "b" }, frame = { { a = "1", b = "x" }, { a = "1", b = "y" } },
              text "a" { label = "A" }, text "b" { label = "B" },
            }
            """)
        #expect(keyed.diagnostics == [])
        #expect(keyed.forms.first?.frameRow(of: ["1", "y"]) == 1)
    }

    @Test("A cycle names every question on its way, with file and line")
    func cycle() throws {
        let workspace = try load(
            """
            form "f" {
              version = 1, label = "F",
              yes_no "a" { label = "A", relevant = function(h) return h.b end },
              yes_no "b" { label = "B", relevant = function(h) return h.c end },
              yes_no "c" { label = "C", relevant = function(h) return h.a end },
            }
            """)
        #expect(
            workspace.diagnostics.map { $0.message.facts["path"] } == [
                "a (Surveys/f.lua:3:3) → b (Surveys/f.lua:4:3) → c (Surveys/f.lua:5:3) → a (Surveys/f.lua:3:3)"
            ])
    }

    @Test("The hash of the scripts follows every list that they read, frames and populations too, in every cell")
    func scriptsHash() throws {
        func hash(_ changes: [String: String] = [:]) throws -> String {
            let files = [
                "Surveys/f.lua": """
                form "f" { version = 1, label = "F", key = { "k" }, frame = from_csv "frame", text "k" { label = "K" },
                  select_one "v" { label = "V", choices = from_csv "v" } }
                """,
                "Rules/indicators/d.lua":
                    "design \"d\" { form = \"f\", strata = \"v\", population = from_csv(\"sizes\", \"n\") }",
                "Surveys/choices/v.csv": "name,k\na,x\n", "Surveys/choices/frame.csv": "name,poor\n1,no\n",
                "Surveys/choices/sizes.csv": "name,n\na,10\n", "Surveys/choices/other.csv": "name\nz\n",
            ].merging(changes) { $1 }
            return try TestWorkspace(files).load().scriptsHash
        }
        let first = try hash()
        #expect(try hash() == first)
        #expect(try hash(["Surveys/choices/other.csv": "name\ny\n"]) == first)
        let changed = try [
            "v.csv": "name,k\na,y\n", "frame.csv": "name,poor\n1,yes\n", "sizes.csv": "name,n\na,11\n",
        ].map { try hash(["Surveys/choices/\($0)": $1]) }
        #expect(Set(changed + [first]).count == 4)
    }

    @Test("The content hash follows the form's file, its modules and its lists, and nothing else")
    func contentHash() throws {
        let form =
            "require \"m\"\nform \"f\" { version = 1, label = \"F\", "
            + "select_one \"v\" { label = \"V\", choices = from_csv \"v\" } }"
        func hash(_ changes: [String: String] = [:]) throws -> String {
            let files = [
                "Surveys/f.lua": form, "Rules/lib/m.lua": "return 1", "Rules/lib/other.lua": "return 1",
                "Surveys/choices/v.csv": "name,label\na,A\n",
            ].merging(changes) { $1 }
            return try #require(try TestWorkspace(files).load().forms.first).layout.form.contentHash
        }
        let first = try hash()
        #expect(first.count == 64)
        #expect(try hash(["Rules/lib/other.lua": "return 2", "Surveys/g.lua": "local x = 1"]) == first)
        #expect(try hash(["Surveys/f.lua": form + "\n"]) != first)
        #expect(try hash(["Rules/lib/m.lua": "return 2"]) != first)
        for list in ["name,label\nb,A\n", "name,label\na,B\n", "name,label,k\na,A,1\n", "name,label\na,A\nb,B\n"] {
            #expect(try hash(["Surveys/choices/v.csv": list]) != first)
        }
    }
}
