import FormModel
import LuaRuntime
import Messages
import Scripting

/// Evaluates a form over a set of answers: what is asked, what is valid, what follows (`semantics.md` 1 and 2).
///
/// Answers come in (`GivenRow`); a record and everything that is wrong with it go out (`EvaluatedForm`). The engine is
/// pure but for the script state it runs functions in: the same answers, day and list rows give the same record. Import
/// and simulate use it as it stands; an interview evaluates after every answer.
public final class FormEngine {
    /// The form.
    public let binding: FormBinding
    let workspace: Workspace
    let plans: [SetPlan]
    private let matcher: LuaFunction?

    /// An engine for a form of a workspace.
    public init(_ binding: FormBinding, in workspace: Workspace) {
        self.binding = binding
        self.workspace = workspace
        self.plans = SetPlan.plans(of: binding.layout)
        self.matcher = FormEngine.patternMatcher(in: workspace.state)
    }

    /// The form's layout.
    public var layout: FormLayout { binding.layout }

    /// Evaluates the form over given answers.
    /// - Parameters:
    ///   - given: the answers; its fields and rosters are those of the layout's first set.
    ///   - today: the day that `today()` gives: the record's date.
    public func evaluate(_ given: GivenRow, today: Day) -> EvaluatedForm {
        evaluate(given, today: today, source: GivenAnswers())
    }

    /// Evaluates the form with answers from a source.
    func evaluate(_ given: GivenRow, today: Day, source: any AnswerSource) -> EvaluatedForm {
        let evaluation = FormEvaluation(self, given: given, source: source)
        workspace.host.today = today
        workspace.host.records = evaluation
        defer { workspace.host.records = nil }
        return evaluation.run()
    }

    /// What a function of the record gives over answers that are only begun: the visit's result before the interview.
    func value(of function: FunctionReference, given: GivenRow, today: Day) -> Result<LuaValue, Message> {
        let evaluation = FormEvaluation(self, given: given, source: GivenAnswers())
        workspace.host.today = today
        workspace.host.records = evaluation
        defer { workspace.host.records = nil }
        switch evaluation.value(of: function) {
        case .value(let value): return .success(value)
        case .missing: return .success(.none)
        case .fault: return .failure(evaluation.problems.last?.message ?? Message("E-SIM-002"))
        }
    }

    /// Whether a Lua pattern matches the whole of a text; a pattern that is none matches nothing.
    func matches(_ text: String, pattern: String) -> LuaOutcome {
        guard let matcher else { return .value(.boolean(false)) }
        return workspace.state.call(
            matcher, [.string(text), .string(pattern)], limit: .seconds(workspace.limits.interview))
    }

    private static func patternMatcher(in state: LuaState) -> LuaFunction? {
        let source = """
            return function(text, pattern)
              local bare = pattern:gsub("^%^", "")
              if bare:sub(-1) == "$" and bare:sub(-2) ~= "%$" then bare = bare:sub(1, -2) end
              return text:find("^" .. bare .. "$") ~= nil
            end
            """
        guard
            case .function(let function)? = try? state.run(
                Array(source.utf8), name: "=pattern", scope: .module, limit: .seconds(1))
        else { return nil }
        return function
    }
}

/// What the engine needs to know of a set beside its fields: the groups that stand around each field.
struct SetPlan {
    /// The relevance of each group, and the group around it.
    var groups: [(relevant: FunctionReference?, outer: Int?)] = []
    /// For each field, the innermost group around it.
    var groupOfField: [Int?] = []
    /// For each roster of the set, the innermost group around it.
    var groupOfRoster: [Int?] = []

    static func plans(of layout: FormLayout) -> [SetPlan] {
        var plans: [SetPlan] = []
        func walk(_ nodes: [FormNode], _ plan: inout SetPlan, group: Int?, rosters: inout [Roster]) {
            for node in nodes {
                switch node {
                case .question(let question):
                    if question.isField { plan.groupOfField.append(group) }
                case .group(let inner):
                    plan.groups.append((inner.relevant, group))
                    walk(inner.nodes, &plan, group: plan.groups.count - 1, rosters: &rosters)
                case .roster(let roster):
                    plan.groupOfRoster.append(group)
                    rosters.append(roster)
                }
            }
        }
        for set in layout.sets {
            var plan = SetPlan()
            var rosters: [Roster] = []
            walk(set.roster?.nodes ?? layout.form.nodes, &plan, group: nil, rosters: &rosters)
            plans.append(plan)
        }
        return plans
    }
}
