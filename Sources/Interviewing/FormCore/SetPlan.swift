import FormModel

/// Something of a row that is worked out: a field by its place in the set, a group by its place in the plan, the rows of
/// a roster by the roster's place in the set, a note by its place in the plan.
enum FormItem: Hashable, Sendable {
    case field(Int)
    case group(Int)
    case roster(Int)
    case note(Int)
}

/// What an evaluation needs to know of a set beside its fields: its items in the order of the form, and which groups
/// stand around them.
struct SetPlan {
    /// A group of the set.
    struct GroupPlan {
        let group: Group
        /// The group around it.
        let outer: Int?
    }

    /// A note of the set: a text without an answer.
    struct NotePlan {
        let question: Question
        /// The innermost group around it.
        let group: Int?
    }

    /// Where the form core's own questions stand among the fields of the set.
    let system: SystemPlaces
    /// For each field, what can be said of it without running anything.
    let quick: [QuickField]
    /// The items that make a record, in the order of the form, a group before what it holds.
    private(set) var items: [FormItem] = []
    /// The items that an interviewer comes past, in the order of the form: the fields, rosters and notes.
    private(set) var stops: [FormItem] = []
    /// The notes in order.
    private(set) var notes: [NotePlan] = []
    /// The groups, outer before inner.
    private(set) var groups: [GroupPlan] = []
    /// For each field, the innermost group around it.
    private(set) var groupOfField: [Int?] = []
    /// For each roster of the set, the innermost group around it.
    private(set) var groupOfRoster: [Int?] = []

    /// The plan of a set of a form.
    init(_ set: RecordSet, of form: Form) {
        let system = SystemPlaces(set)
        self.system = system
        let asked = QuickField.alwaysAsked(set.roster?.nodes ?? form.nodes)
        quick = set.fields.map { field in
            QuickField(field, of: system, isAlwaysAsked: system.member == nil && asked.contains(field.name))
        }
        append(set.roster?.nodes ?? form.nodes, in: nil)
    }

    private mutating func append(_ nodes: [FormNode], in group: Int?) {
        for node in nodes {
            switch node {
            case .question(let question):
                guard question.isField else {
                    stops.append(.note(notes.count))
                    notes.append(NotePlan(question: question, group: group))
                    continue
                }
                items.append(.field(groupOfField.count))
                stops.append(.field(groupOfField.count))
                groupOfField.append(group)
            case .group(let inner):
                let place = groups.count
                items.append(.group(place))
                groups.append(GroupPlan(group: inner, outer: group))
                append(inner.nodes, in: place)
            case .roster:
                items.append(.roster(groupOfRoster.count))
                stops.append(.roster(groupOfRoster.count))
                groupOfRoster.append(group)
            }
        }
    }
}
