import FormModel
import LuaRuntime
import Messages
import VietText

/// Answers for what scripts read of records.
public protocol RecordReading: AnyObject {
    /// What stands in a field of a record; `field` is its place in the set, or one of `ScriptHost`'s special places.
    func read(set: Int32, row: Int32, field: Int32) -> HostReply
    /// The rows of a roster that belong to a row of its parent.
    func rosterRows(set: Int32, parentRow: Int32) -> RosterReply
}

/// A thing of the host that scripts hold: a document, a figure.
public protocol HostObject: AnyObject {
    /// What scripts call it in messages.
    var scriptName: String { get }
    /// A property, or `.method` where the name is one.
    func property(_ name: String) -> HostReply
    /// Calls a method.
    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply
}

/// What a file declared while it ran.
struct LoadedDeclarations {
    /// The nodes of the top level, in order.
    var topLevel: [LuaValue] = []
    /// All that had their body, those within forms as well.
    var finished: [DeclarationMark] = []
    /// All that were begun and had none.
    var unfinished: [DeclarationMark] = []
}

/// The host's side of a script state: what declarations go to, where records, objects and the day come from.
public final class ScriptHost: LuaHost {
    /// The day of the evaluation; `nil` while files load.
    public var today: Day?
    /// The language of texts.
    public var language: Language = .vietnamese
    /// The functions that scripts declared.
    public let functions: FunctionTable
    /// The state that this is the host of.
    weak var state: LuaState?
    /// Answers for records that are not bound as columns.
    public weak var records: (any RecordReading)?
    /// Whether a `derive` function runs, in which a ratio is told from a number (`DerivedNumber`).
    public var isDeriving = false
    /// How many objects a script may be handed in one run, and how many things a file may declare: their memory is not
    /// the script's own.
    private static let most = 50_000
    private static let tooMany = HostReply.fault(Message("E-LIMIT-007", ["limit": "\(most)"]))

    private(set) var isLoading = false
    private(set) var loadingFile = ""
    private var loaded = LoadedDeclarations()
    private var counts: [DeclarationMark: Int] = [:]
    private var objects: [any HostObject] = []
    private var bindings: [FormBinding] = []
    private let modules: (String) -> (file: String, source: String)?

    /// - Parameters:
    ///   - functions: where the functions that scripts declare are kept.
    ///   - modules: the file and source of a module of `Rules/lib`.
    init(functions: FunctionTable, modules: @escaping (String) -> (file: String, source: String)?) {
        self.functions = functions
        self.modules = modules
    }

    // MARK: Loading

    /// Begins a file: declarations are taken from now on.
    func beginFile(_ path: String) {
        isLoading = true
        loadingFile = path
        (loaded, counts) = (LoadedDeclarations(), [:])
    }

    /// Ends a file: what came of it.
    func endFile() -> LoadedDeclarations {
        isLoading = false
        defer { (loaded, counts) = (LoadedDeclarations(), [:]) }
        return loaded
    }

    /// Takes a declaration of the top level.
    func declare(_ node: LuaValue) -> HostReply {
        loaded.topLevel.append(node)
        return .value(.none)
    }

    /// Notes that a declaration has begun: until its body comes, it is unfinished.
    /// - Returns: its number among those of its kind and id on its line.
    func begin(_ kind: String, _ id: LuaValue, _ place: Place) -> HostReply {
        guard isLoading else { return .fault(Message("E-DECL-005", ["kind": kind])) }
        guard loaded.finished.count + loaded.unfinished.count < ScriptHost.most else { return ScriptHost.tooMany }
        guard !WorkspacePart.modules.holds(place.file) else { return .fault(Message("E-DECL-007", ["kind": kind])) }
        guard case .string(let id) = id else {
            return .fault(Message("E-DECL-003", ["kind": kind, "found": id.typeName]))
        }
        let first = DeclarationMark(kind: kind, id: id, place: place, number: 1)
        counts[first, default: 0] += 1
        let number = counts[first] ?? 1
        loaded.unfinished.append(DeclarationMark(kind: kind, id: id, place: place, number: number))
        return .value(.integer(Int64(number)))
    }

    /// Notes that a declaration has its body.
    func end(_ mark: DeclarationMark) {
        if let index = loaded.unfinished.lastIndex(of: mark) { loaded.unfinished.remove(at: index) }
        loaded.finished.append(mark)
    }

    // MARK: Forms

    /// Makes the records of a form known to the state.
    func bind(_ binding: FormBinding) {
        bindings.append(binding)
    }

    /// The form that a set of the state belongs to, and the set's place in its layout.
    func form(ofSet set: Int32) -> (binding: FormBinding, set: RecordSet)? {
        for binding in bindings {
            if let index = binding.sets.firstIndex(of: set) { return (binding, binding.layout.sets[index]) }
        }
        return nil
    }

    // MARK: Objects

    /// Hands an object to scripts.
    public func add(_ object: any HostObject) -> LuaValue {
        objects.append(object)
        return .object(Int32(objects.count - 1))
    }

    /// The object behind a value that a script gave.
    public func object(_ value: LuaValue) -> (any HostObject)? {
        guard case .object(let id) = value, objects.indices.contains(Int(id)) else { return nil }
        return objects[Int(id)]
    }

    /// Takes all objects back; scripts that kept one find it gone.
    public func removeObjects() {
        objects = []
    }

    // MARK: LuaHost

    /// Calls a function of the script library.
    public func call(function: Int32, arguments: [LuaValue]) -> HostReply {
        guard LibraryFunction.all.indices.contains(Int(function)) else { return .fault(Message("E-HOST-001")) }
        return LibraryFunction.all[Int(function)].body(self, arguments)
    }

    /// Reads a field from whoever answers for records now.
    public func read(set: Int32, row: Int32, field: Int32) -> HostReply {
        records?.read(set: set, row: row, field: field) ?? .fault(Message("E-RECORD-001"))
    }

    /// The rows of a roster, from whoever answers for records now.
    public func rosterRows(set: Int32, parentRow: Int32) -> RosterReply {
        records?.rosterRows(set: set, parentRow: parentRow) ?? .notAsked
    }

    /// Reads a property of an object.
    public func property(object: Int32, name: String) -> HostReply {
        guard let object = self.object(.object(object)) else { return .fault(Message("E-OBJECT-001", ["name": name])) }
        guard objects.count < ScriptHost.most else { return ScriptHost.tooMany }
        return object.property(name)
    }

    /// Calls a method of an object.
    public func invoke(object: Int32, method: String, arguments: [LuaValue]) -> HostReply {
        guard let object = self.object(.object(object)) else {
            return .fault(Message("E-OBJECT-001", ["name": method]))
        }
        guard objects.count < ScriptHost.most else { return ScriptHost.tooMany }
        return object.invoke(method, arguments)
    }

    /// The source of a module of `Rules/lib`.
    public func moduleSource(_ name: String) -> (file: String, source: String)? {
        modules(name)
    }
}

extension HostReply {
    /// A fault that a message describes.
    public static func fault(_ message: Message) -> HostReply {
        .fault(code: message.code, message: message.text(in: .english), facts: message.facts)
    }
}
