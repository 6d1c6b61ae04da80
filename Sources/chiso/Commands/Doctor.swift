import ArgumentParser
import FormModel
import Foundation
import Messages
import Scripting
import Storage
import VietText

/// `chiso doctor`: what is configured and reachable, and what to do about what is not.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Tell what is configured and reachable, and what to do about what is not.")

    /// How old the last backup may be before the doctor speaks of it.
    private static let backupInterval = 7.0 * 86_400

    @OptionGroup var options: GlobalOptions

    enum Finding {
        case good(Message)
        case advice(Message, Remedy)
        case bad(Message, Remedy)

        var isBad: Bool {
            switch self {
            case .bad: true
            case .good, .advice: false
            }
        }
    }

    enum Remedy {
        case run(String)
        case act(Message)

        var text: String {
            switch self {
            case .run(let command): command
            case .act(let message): message.text(in: Console.language)
            }
        }
    }

    func run() throws {
        let open = try OpenWorkspace(options, need: .folder)
        let findings = [folder(open)] + scripts(open) + store(open) + alerts(open)
        for finding in findings { Console.out(line(finding)) }
        if findings.contains(where: \.isBad) { throw Failure(.no) }
    }

    private func line(_ finding: Finding) -> String {
        switch finding {
        case .good(let message): "✓ " + message.text(in: Console.language)
        case .advice(let message, let remedy): "! \(message.text(in: Console.language))\n    → \(remedy.text)"
        case .bad(let message, let remedy): "✗ \(message.text(in: Console.language))\n    → \(remedy.text)"
        }
    }

    private func folder(_ open: OpenWorkspace) -> Finding {
        let path = open.folder.url.path
        guard FileManager.default.fileExists(atPath: path + "/chiso.toml") else {
            return .advice(Message("N-DOCTOR-002", ["path": path]), .act(Message("N-DOCTOR-003")))
        }
        let facts = ["path": path, "zone": open.configuration.timeZone, "date": "\(open.today)"]
        return .good(Message("N-DOCTOR-001", facts))
    }

    private func scripts(_ open: OpenWorkspace) -> [Finding] {
        let workspace: Workspace
        do {
            workspace = try open.load(WorkspacePart.allCases)
        } catch {
            return [.bad(Message("E-CLI-026", ["text": "\(error)"]), .run("chiso check"))]
        }
        let errors = workspace.diagnostics.filter { $0.severity == .error }.count
        let counts = [
            "forms": workspace.forms.count, "indicators": workspace.indicators.count,
            "reports": workspace.reports.count,
        ]
        let first: Finding =
            errors == 0
            ? .good(Message("N-DOCTOR-004", counts.mapValues { "\($0)" }))
            : .bad(Message("N-DOCTOR-005", ["count": "\(errors)"]), .run("chiso check"))
        let lists = workspace.diagnostics.filter { $0.message.code == "W-FRAME-001" }
        return [first] + lists.map { .advice($0.message, .act(Message("N-DOCTOR-006"))) }
    }

    private func store(_ open: OpenWorkspace) -> [Finding] {
        do {
            guard let store = try open.storeToRead() else {
                let fill = "chiso data import …, chiso simulate …, make demo"
                return [.advice(Message("N-DOCTOR-007", ["path": open.storePath]), .run(fill))]
            }
            if let problem = try store.quickCheck().problems.first {
                let damage = StorageError(.corrupt, path: open.storePath, facts: ["reason": problem.detail])
                return [.bad(damage.message, remedy(damage))]
            }
            let count = try store.counts().map(\.count).reduce(0, +)
            var findings: [Finding] = [
                .good(Message("N-DOCTOR-008", ["path": open.storePath, "count": "\(count)"]))
            ]
            if try store.origin() == .demo {
                findings.append(.advice(Message("N-DOCTOR-009"), .act(Message("N-DOCTOR-010"))))
            } else if try DemoData.isIn(store) {
                findings.append(
                    .advice(Message("N-DOCTOR-019"), .act(Message("N-DOCTOR-020", ["path": open.storePath]))))
            }
            findings += [columns(beside: store)].compactMap { $0 }
            return findings + [try backup(store, open)]
        } catch let error as StorageError {
            return [.bad(error.message, remedy(error))]
        } catch {
            return [.bad(Message("E-CLI-026", ["text": "\(error)"]), .run("chiso db check"))]
        }
    }

    private func columns(beside store: Store) -> Finding? {
        store.keptColumns.map { columns in
            let size = NumberStyle(Console.language).text(Double(columns.bytes) / 1_000_000, decimals: 1)
            return .good(Message("N-DOCTOR-026", ["path": columns.folder, "size": size]))
        }
    }

    private func remedy(_ error: StorageError) -> Remedy {
        switch error.code {
        case .corrupt: .run("chiso db check; chiso db restore FILE")
        case .notAStore: .act(Message("N-DOCTOR-013"))
        case .newerSchema: .act(Message("N-DOCTOR-014"))
        case .locked: .act(Message("N-DOCTOR-015"))
        case .readOnly, .permissionDenied, .cannotCreate: .act(Message("N-DOCTOR-016"))
        case .diskFull: .act(Message("N-DOCTOR-017"))
        case .unreachable: .act(Message("N-DOCTOR-016"))
        case .networkFileSystem: .act(Message("N-DOCTOR-018"))
        case .inputOutput, .unexpected, .noSuchFile, .noSuchRecord, .typeChanged, .shapeChanged, .tooManyFields,
            .unstorableName, .invalidRecord, .notDrafts, .damagedDrafts, .noSuchDraft, .draftInUse, .invalidDraft:
            .run("chiso db check")
        }
    }

    private func backup(_ store: Store, _ open: OpenWorkspace) throws -> Finding {
        let command = Remedy.run("chiso db backup FILE")
        guard let last = try store.lastBackup() else { return .advice(Message("N-DOCTOR-011"), command) }
        let message = Message("N-DOCTOR-012", ["time": open.text(of: last)])
        return open.now.timeIntervalSince(last) < Doctor.backupInterval ? .good(message) : .advice(message, command)
    }
}
