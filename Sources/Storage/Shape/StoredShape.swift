import FormModel

/// A field as the store sees it.
struct StoredField {
    let name: String
    let kind: StoredKind
    let personal: Bool
    /// Its names in earlier versions of the form: answers of that time stand under them.
    var formerly: [String] = []
    /// The reason with which it reads in a record of a version that did not have it.
    var reasonWhenAbsent = MissingReason.unanswered
}

/// A member of the JSON object of a row.
struct StoredMember {
    enum Place {
        /// A field, by its place among the set's fields.
        case field(Int)
        /// A roster, by its place among the set's rosters.
        case roster(Int)
        /// The row's permanent number.
        case row
        /// A part of the record's own data.
        case header(HeaderPart)
    }

    let key: [UInt8]
    /// The key as the canonical JSON writes it, with its quotes and the colon.
    let jsonKey: [UInt8]
    let place: Place

    init(key: [UInt8], place: Place) {
        self.key = key
        self.jsonKey = [0x22] + key + [0x22, 0x3A]
        self.place = place
    }
}

/// What a record says of itself beside its answers.
enum HeaderPart: String, CaseIterable {
    case id = "_id"
    case form = "_form"
    case formVersion = "_form_version"
    case round = "_round"
    case date = "_date"
    case status = "_status"
    case result = "_result"
}

/// The shape of a set of records as the store sees it.
struct StoredSet {
    let index: Int
    let path: String
    let name: String
    let table: String
    let parent: Int?
    let fields: [StoredField]
    let rosters: [Int]
    /// Fields, rosters and the rest by the order of their keys' bytes: the order of the canonical JSON.
    let members: [StoredMember]
    /// The members, and with them fields under their earlier names: what is looked for when content is read.
    let readMembers: [StoredMember]

    init(
        index: Int, path: String, name: String, table: String, parent: Int?, fields: [StoredField],
        rosters: [(index: Int, name: String)]
    ) {
        self.index = index
        self.path = path
        self.name = name
        self.table = table
        self.parent = parent
        self.fields = fields
        self.rosters = rosters.map(\.index)
        var members = fields.enumerated().map { StoredMember(key: Array($1.name.utf8), place: .field($0)) }
        members += rosters.enumerated().map { StoredMember(key: Array($1.name.utf8), place: .roster($0)) }
        if parent == nil {
            members += HeaderPart.allCases.map { StoredMember(key: Array($0.rawValue.utf8), place: .header($0)) }
        } else {
            members.append(StoredMember(key: Array("_row".utf8), place: .row))
        }
        self.members = members.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        let names = Set(fields.map(\.name))
        let former = fields.enumerated().flatMap { place, field in
            field.formerly.filter { !names.contains($0) }
                .map { StoredMember(key: Array($0.utf8), place: .field(place)) }
        }
        self.readMembers =
            former.isEmpty
            ? self.members : (self.members + former).sorted { $0.key.lexicographicallyPrecedes($1.key) }
    }
}

/// The shape of a form's records as the store sees it: of a layout in use, or of all columns a form ever had.
struct StoredShape {
    let form: String
    let sets: [StoredSet]

    init(form: String, sets: [StoredSet]) {
        self.form = form
        self.sets = sets
    }

    /// The shape of a form's layout.
    init(_ layout: FormLayout) {
        self.form = layout.form.id
        self.sets = layout.sets.map { set in
            StoredSet(
                index: set.index, path: set.path, name: set.name, table: StoredShape.table(ofPath: set.path),
                parent: set.parent,
                fields: set.fields.map {
                    StoredField(
                        name: $0.name, kind: StoredKind($0.question.kind), personal: $0.question.personal,
                        formerly: $0.question.formerly,
                        reasonWhenAbsent: $0.question.isCalculated ? .notComputed : .unanswered)
                },
                rosters: set.rosters.map { ($0, layout.sets[$0].name) })
        }
    }

    /// `household.person` is the table `data_household__person`.
    static func table(ofPath path: String) -> String {
        "data_" + path.split(separator: ".").joined(separator: "__")
    }
}

/// A name as SQL takes it.
func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}

/// The column that holds why a field has no value.
func reasonColumn(_ field: String) -> String { field + "__reason" }
