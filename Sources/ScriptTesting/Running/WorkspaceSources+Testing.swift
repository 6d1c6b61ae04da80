import Scripting
import Synchronization

extension WorkspaceSources {
    /// The same sources with other scripts in some parts.
    func with(_ parts: [WorkspacePart: [ScriptFile]]) -> WorkspaceSources {
        var changed = WorkspaceSources(
            scripts: scripts.merging(parts) { $1 }, modules: modules, lists: lists, readList: readList)
        changed.probes = probes
        return changed
    }

    /// The same sources, of which one list holds this table, whether there is a file of it or not.
    func with(_ table: ListTable, as list: String) -> WorkspaceSources {
        let read = readList
        var changed = WorkspaceSources(
            scripts: scripts, modules: modules, lists: lists.contains(list) ? lists : (lists + [list]).sorted(),
            readList: { $0 == list ? .table(table) : read($0) })
        changed.probes = probes
        return changed
    }

    /// The same sources without the lists that are only the frame of a form: what units there are is data, as records are.
    func withoutFrames(_ limits: ScriptLimits) -> WorkspaceSources {
        guard let workspace = try? WorkspaceLoader.load(self, parts: [.surveys, .indicators], limits: limits) else {
            return self
        }
        let fields = workspace.forms.flatMap { $0.layout.sets.flatMap(\.fields) }
        let chosen = Set(fields.compactMap { $0.question.choices?.source })
        let frames = Set(workspace.forms.compactMap(\.layout.form.frameSource)).subtracting(chosen)
        let read = readList
        var changed = WorkspaceSources(
            scripts: scripts, modules: modules, lists: lists.filter { !frames.contains($0) },
            readList: { frames.contains($0) ? .absent : read($0) })
        changed.probes = probes
        return changed
    }

    /// The same sources, of which each list is read from its file once, however often they are loaded.
    var readingListsOnce: WorkspaceSources {
        let shelf = ListShelf()
        let read = readList
        var changed = WorkspaceSources(
            scripts: scripts, modules: modules, lists: lists, readList: { name in shelf.list(name, read) })
        changed.probes = probes
        return changed
    }
}

/// The lists that were read.
private final class ListShelf: Sendable {
    private let lists = Mutex<[String: ListTableResult]>([:])

    func list(_ name: String, _ read: (String) -> ListTableResult) -> ListTableResult {
        if let known = lists.withLock({ $0[name] }) { return known }
        let list = read(name)
        lists.withLock { $0[name] = list }
        return list
    }
}
