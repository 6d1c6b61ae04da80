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
