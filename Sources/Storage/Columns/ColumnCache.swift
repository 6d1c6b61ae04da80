import Columns
import FormModel
import Foundation

/// The cached columns of one form: a folder of files beside the store.
///
/// It is never needed: what is missing, damaged or of another state is read from the store. So it may be deleted at any
/// time, also while it is in use.
struct ColumnCache {
    private let form: String
    private let folder: String
    /// The state of the store that the files are of.
    var state: ColumnState

    /// The folder of a form's columns.
    static func folder(of form: String, storePath: String) -> String { "\(folder(storePath))/\(form)" }

    /// The folder of all columns beside a store.
    static func folder(_ storePath: String) -> String { "\(storePath).columns" }

    /// Removes the files of a form.
    static func remove(form: String, storePath: String) {
        try? FileManager.default.removeItem(atPath: folder(of: form, storePath: storePath))
    }

    init(form: String, storePath: String, state: ColumnState) {
        self.form = form
        folder = ColumnCache.folder(of: form, storePath: storePath)
        self.state = state
    }

    /// The state that a form's files are of; `nil` where there are none.
    static func state(ofForm form: String, storePath: String) -> ColumnState? {
        let path = "\(folder(of: form, storePath: storePath))/state"
        let text = ColumnFile.read(path, state: nothing)?.first?.withBytes { String(decoding: $0, as: UTF8.self) }
        return text.flatMap { ColumnState(text: $0) }
    }

    private static let nothing = [UInt8](repeating: 0, count: 32)

    /// Makes the state the one that the files are of: written last, so that a writer that is stopped halfway leaves files
    /// that nobody takes.
    func keepState() {
        guard makeFolder() else { return }
        Array(state.text.utf8).withUnsafeBytes {
            ColumnFile.write([$0], state: ColumnCache.nothing, to: "\(folder)/state")
        }
    }

    func column(_ name: String) -> CodedColumn? {
        ColumnFile.readColumn(path("\(name).column"), state: mark("\(name).column"))
    }

    func keep(_ column: CodedColumn, _ name: String) {
        guard makeFolder() else { return }
        ColumnFile.write(column, state: mark("\(name).column"), to: path("\(name).column"))
    }

    func starts(_ set: String) -> [Int32]? {
        ColumnFile.read(path("\(set).starts"), state: mark("\(set).starts"))?.first?.withBytes {
            Array($0.bindMemory(to: Int32.self))
        }
    }

    func keep(starts: [Int32], of set: String) {
        guard makeFolder() else { return }
        starts.withUnsafeBytes { ColumnFile.write([$0], state: mark("\(set).starts"), to: path("\(set).starts")) }
    }

    private func path(_ file: String) -> String { "\(folder)/\(file)" }

    private func mark(_ file: String) -> [UInt8] { state.mark(of: "\(form)/\(file)") }

    /// The names of the columns that there are files of.
    var columnNames: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".column") }.map { String($0.dropLast(7)) }
    }

    private func makeFolder() -> Bool {
        if access(folder, W_OK) == 0 { return true }
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return access(folder, W_OK) == 0
    }
}

extension Store {
    /// The columns that are kept beside a store, whatever state they are of.
    public struct KeptColumns: Hashable, Sendable {
        /// The folder that they are in.
        public let folder: String
        /// What they take of the disk.
        public let bytes: Int
    }

    /// The columns that are kept beside the store; `nil` where there are none.
    public var keptColumns: KeptColumns? {
        let folder = ColumnCache.folder(path)
        let files = FileManager.default.enumerator(atPath: folder)
        var bytes = 0
        while files?.nextObject() != nil {
            let attributes = files?.fileAttributes
            guard attributes?[.type] as? FileAttributeType == .typeRegular else { continue }
            bytes += attributes?[.size] as? Int ?? 0
        }
        return bytes > 0 ? KeptColumns(folder: folder, bytes: bytes) : nil
    }
}
