import FormModel
import Formulas
import Messages
import Scripting

/// Which formulas of a workspace run over columns, and why the others are interpreted.
public struct FormulaEngines {
    /// A function over records that a declaration carries.
    public struct Entry: Sendable {
        /// What declares it: `indicator`, `validation`, `dimension`.
        public let kind: String
        /// The declaration's id.
        public let id: String
        /// The property: `among`, `share`.
        public let property: String
        /// Where the function begins.
        public let place: Place
        /// Why it is interpreted; `nil` where it runs over columns.
        public let reason: Message?
        /// Where in the function that is.
        public let reasonPlace: Place?
    }

    /// The functions, in the order of the workspace.
    public private(set) var entries: [Entry] = []

    /// The formulas that are interpreted, each with the reason, where it stands.
    public var diagnostics: [Diagnostic] {
        entries.compactMap { entry in entry.reason.map { Diagnostic(.note, at: entry.reasonPlace, $0) } }
    }

    /// How many formulas run over columns.
    public var summary: Message {
        let count = entries.count { $0.reason == nil }
        return Message("N-LIFT-020", ["count": "\(count)", "total": "\(entries.count)"])
    }

    private let workspace: Workspace
    private let lifted: LiftedFormulas

    /// The engines of a workspace's formulas.
    public init(_ workspace: Workspace) {
        self.workspace = workspace
        lifted = LiftedFormulas(workspace)
        for dimension in workspace.dimensions {
            for path in dimension.over { add("dimension", dimension.id, "value", dimension.value, path) }
        }
        for indicator in workspace.indicators { add(indicator) }
        for validation in workspace.validations { add(validation) }
    }

    /// The engines of an indicator's formulas.
    public init(_ workspace: Workspace, of indicator: Indicator) {
        self.workspace = workspace
        lifted = LiftedFormulas(workspace)
        add(indicator)
    }

    private mutating func add(_ indicator: Indicator) {
        guard let over = indicator.over else { return }
        if let among = indicator.among { add("indicator", indicator.id, "among", among, over) }
        let name = indicator.computation.name
        switch indicator.computation {
        case .share(let function), .count(let function), .mean(let function), .total(let function),
            .quantile(let function, _, _), .milestone(let function):
            add("indicator", indicator.id, name, function, over)
        case .ratio(let numerator, let denominator):
            add("indicator", indicator.id, "\(name).numerator", numerator, over)
            add("indicator", indicator.id, "\(name).denominator", denominator, over)
        case .derive: break
        }
    }

    private mutating func add(_ validation: Validation) {
        guard let over = validation.over else { return }
        switch validation.rule {
        case .condition(let function): add("validation", validation.id, "must", function, over)
        case .uniqueValue(let function): add("validation", validation.id, "unique", function, over)
        case .uniqueFields: break
        case .earlier(let function):
            add("validation", validation.id, "previous", function, over, comparesEarlier: true)
            if let among = validation.among {
                add("validation", validation.id, "among", among, over, comparesEarlier: true)
            }
            return
        }
        if let among = validation.among { add("validation", validation.id, "among", among, over) }
    }

    private mutating func add(
        _ kind: String, _ id: String, _ property: String, _ function: FunctionReference, _ path: String,
        comparesEarlier: Bool = false
    ) {
        guard let binding = workspace.form(ofPath: path), let set = binding.layout.set(path: path) else { return }
        switch lifted.formula(function, over: set.index, of: binding.layout, comparesEarlier: comparesEarlier) {
        case .success: append(kind, id, property, function, nil, nil)
        case .failure(let fault): append(kind, id, property, function, fault.message, fault.place ?? function.place)
        }
    }

    private mutating func append(
        _ kind: String, _ id: String, _ property: String, _ function: FunctionReference, _ reason: Message?,
        _ place: Place?
    ) {
        let facts = ["kind": kind, "id": id, "property": property]
        entries.append(
            Entry(
                kind: kind, id: id, property: property, place: function.place,
                reason: reason.map { Message($0.code, $0.facts.merging(facts) { first, _ in first }) },
                reasonPlace: place))
    }
}

extension LiftingFault {
    /// The reason in words.
    var message: Message {
        switch reason {
        case .textNotFound: Message("N-LIFT-001")
        case .function(let name): Message("N-LIFT-002", ["name": name])
        case .method(let name): Message("N-LIFT-003", ["name": name])
        case .loop: Message("N-LIFT-004")
        case .assignment(let name): Message("N-LIFT-005", ["name": name])
        case .upvalue(let name): Message("N-LIFT-006", ["name": name])
        case .operation(let sign): Message("N-LIFT-007", ["name": sign])
        case .field(let name): Message("N-LIFT-008", ["name": name])
        case .value(let type): Message("N-LIFT-009", ["found": type])
        case .member(let name): Message("N-LIFT-010", ["name": name])
        case .otherMember: Message("N-LIFT-011")
        case .recursion: Message("N-LIFT-012")
        case .tooLarge: Message("N-LIFT-013")
        case .statement(let text): Message("N-LIFT-014", ["name": text])
        }
    }
}
