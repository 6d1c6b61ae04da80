import FormModel
import LuaRuntime
import Messages
import Scripting

/// Evaluates a form over a set of answers: what is asked, what is valid, what follows (`semantics.md` 1 and 2).
///
/// Answers come in (`GivenRow`); a record and everything that is wrong with it go out (`EvaluatedForm`). The engine is
/// pure but for the script state it runs functions in: the same answers and day give the same record. Import and
/// simulate use it as it stands; an interview evaluates after every answer.
public final class FormEngine {
    /// The form.
    public let binding: FormBinding
    let workspace: Workspace
    let plans: [SetPlan]
    /// Seconds that one function may take.
    let limit: Double
    private let patterns: PatternMatcher
    private var overruns: [FunctionReference: Overrun] = [:]

    /// An engine for a form of a workspace.
    /// - Parameter limit: seconds that one function may take; by default what the workspace allows over a record.
    public init(_ binding: FormBinding, in workspace: Workspace, limit: Double? = nil) {
        self.binding = binding
        self.workspace = workspace
        self.limit = limit ?? workspace.limits.record
        self.plans = binding.layout.sets.map { SetPlan($0, of: binding.layout.form) }
        self.patterns = PatternMatcher(workspace)
    }

    /// The form's layout.
    public var layout: FormLayout { binding.layout }

    /// Evaluates the form over given answers.
    /// - Parameters:
    ///   - given: the answers; its fields and rosters are those of the layout's first set.
    ///   - today: the day that `today()` gives: the record's date.
    ///   - defaults: what becomes of the defaults of questions that are asked and not answered.
    public func evaluate(_ given: GivenRow, today: Day, defaults: DefaultAnswers = .leftOut) -> EvaluatedForm {
        evaluate(given, today: today, source: GivenAnswers(takesDefaults: defaults == .taken))
    }

    /// Evaluates the form with answers from a source.
    func evaluate(_ given: GivenRow, today: Day, source: any AnswerSource) -> EvaluatedForm {
        withEvaluation(given, today: today, source: source) { $0.run() }
    }

    /// What a function of the record gives over answers that are only begun: the visit's result before the interview.
    func value(of function: FunctionReference, given: GivenRow, today: Day) -> Result<LuaValue, Message> {
        withEvaluation(given, today: today, source: GivenAnswers()) { evaluation in
            switch evaluation.value(of: function) {
            case .value(let value): .success(value)
            case .missing: .success(.none)
            case .fault(let message): .failure(message)
            }
        }
    }

    /// Runs something over an evaluation whose functions read the given answers and day.
    func withEvaluation<Result>(
        _ given: GivenRow, today: Day, source: any AnswerSource, _ body: (FormEvaluation) -> Result
    ) -> Result {
        let evaluation = FormEvaluation(self, given: given, source: source)
        workspace.host.today = today
        workspace.host.records = evaluation
        defer {
            workspace.host.records = nil
            evaluation.letGo()
        }
        return body(evaluation)
    }

    /// Whether a Lua pattern matches the whole of a text.
    func matches(_ text: String, pattern: String) -> LuaOutcome { patterns.matches(text, pattern) }

    // MARK: Time limits

    /// A function that ran over its time limit.
    private struct Overrun {
        var times: Int
        var message: Message
    }

    /// How often a function may run over its limit before it is not run again.
    private static let overrunsAllowed = 3

    /// What a function is charged with that has run over its time limit too often: with it, a file of 10,000 records
    /// would take 10,000 limits.
    func overrun(of function: FunctionReference) -> Message? {
        guard let overrun = overruns[function], overrun.times >= FormEngine.overrunsAllowed else { return nil }
        return overrun.message
    }

    func noteOverrun(of function: FunctionReference, _ message: Message) {
        overruns[function, default: Overrun(times: 0, message: message)].times += 1
    }
}

/// Matches texts with the `pattern` of a question, by Lua's own rules.
private struct PatternMatcher {
    private let workspace: Workspace
    private let matcher: LuaFunction?

    init(_ workspace: Workspace) {
        self.workspace = workspace
        guard
            case .function(let function)? = try? workspace.state.run(
                PatternMatcher.source, name: "=pattern", scope: .module, limit: .seconds(1))
        else {
            self.matcher = nil
            return
        }
        self.matcher = function
    }

    /// The author may write the anchors, or leave them out. A pattern that ends in the middle of an escape is left to
    /// `find`, which refuses it.
    private static let source = """
        return function(text, pattern)
          local bare = pattern:gsub("^%^", "")
          local escapes = bare:match("(%%*)%$$")
          if escapes and #escapes % 2 == 0 then bare = bare:sub(1, -2) end
          if #bare:match("%%*$") % 2 == 1 then return text:find(bare) ~= nil end
          return text:find("^" .. bare .. "$") ~= nil
        end
        """

    /// A pattern matches nothing where there was no memory for the matcher.
    func matches(_ text: String, _ pattern: String) -> LuaOutcome {
        guard let matcher else { return .value(.boolean(false)) }
        return workspace.state.call(
            matcher, [.string(text), .string(pattern)], limit: .seconds(workspace.limits.record))
    }
}

/// What becomes of the defaults of questions that nobody answered.
public enum DefaultAnswers: Sendable {
    /// They were never shown to anyone, and are no answers (`semantics.md` 2.7).
    case leftOut
    /// They are taken, as by an interviewer who meets each of them.
    case taken
}
