import Foundation
import Messages
import Scripting
import Storage

extension OpenWorkspace {
    /// The path of the store.
    var storePath: String { folder.path(configuration.storePath) }

    /// The store to read from; a workspace whose store was not made yet has none.
    func storeToRead() throws -> Store? { try storeIfThere(.readOnly) }

    /// The store as it is before a command that makes it.
    func storeBeforeWriting() throws -> Store? { try storeIfThere(.readOnly, folderMayBeMade: true) }

    /// The store to write to, where there is one.
    func storeToWriteIfThere() throws -> Store? { try storeIfThere(.readWrite) }

    /// The store that a command is about; without one, it has nothing to do.
    func requireStore(access: StoreAccess) throws -> Store {
        guard let store = try storeIfThere(access) else { throw StorageError(.noSuchFile, path: storePath) }
        return store
    }

    /// The store to write to; made where there is none.
    /// - Parameter salts: where the salts of personal values come from; the system, unless the values are made up.
    func storeToWrite(salts: (any RandomNumberGenerator)? = nil) throws -> Store {
        try Store.open(storePath, access: .create(by: author, at: now), salts: salts)
    }

    private func storeIfThere(_ access: StoreAccess, folderMayBeMade: Bool = false) throws -> Store? {
        let isDefault = configuration.storePath == Configuration().storePath
        guard try Store.exists(storePath, folderMayBeMade: folderMayBeMade || isDefault) else { return nil }
        return try Store.open(storePath, access: access)
    }

    // MARK: What is missing

    /// Says what is not there yet and what to do about it: without a word, no figures would look like figures of
    /// nothing.
    func noteMissing(_ workspace: Workspace) {
        if workspace.forms.isEmpty, workspace.indicators.isEmpty {
            Console.note(Message("N-CLI-011", ["path": folder.url.path]))
        } else if workspace.indicators.isEmpty {
            Console.note(Message("N-CLI-012"))
        }
        noteMissingFrames(workspace)
    }

    /// Says which lists of units are not there: no coverage is known without.
    func noteMissingFrames(_ workspace: Workspace) {
        for diagnostic in workspace.diagnostics where diagnostic.message.code == "W-FRAME-001" {
            Console.note(diagnostic.message)
        }
    }

    /// Likewise, of the store and its records.
    func noteMissing(_ store: Store?) throws {
        guard let store else { return Console.note(Message("N-CLI-010", ["path": storePath])) }
        if try !store.hasRecords() { Console.note(Message("N-CLI-013")) }
    }
}
