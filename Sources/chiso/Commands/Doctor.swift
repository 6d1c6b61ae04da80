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
        abstract: "Tell what is configured and reachable, and what to do about what is not.")

    @OptionGroup var options: GlobalOptions

    private enum Finding {
        case good(String)
        case advice(String, String)
        case bad(String, String)
    }

    func run() throws {
        let open = try OpenWorkspace(options)
        var findings = [folder(open)]
        findings += scripts(open)
        findings += store(open)
        for finding in findings { Terminal.out(line(finding)) }
        let isBad = findings.contains { if case .bad = $0 { true } else { false } }
        if isBad { throw Failure(.no) }
    }

    private func line(_ finding: Finding) -> String {
        switch finding {
        case .good(let text): "✓ \(text)"
        case .advice(let text, let remedy): "! \(text)\n    → \(remedy)"
        case .bad(let text, let remedy): "✗ \(text)\n    → \(remedy)"
        }
    }

    private func say(_ vietnamese: String, _ english: String) -> String {
        Terminal.language == .vietnamese ? vietnamese : english
    }

    private func folder(_ open: OpenWorkspace) -> Finding {
        let path = open.folder.url.path
        guard FileManager.default.fileExists(atPath: path + "/chiso.toml") else {
            return .advice(
                say("Không có chiso.toml trong \(path)", "There is no chiso.toml in \(path)"),
                say(
                    "dùng --workspace, hoặc tạo tệp chiso.toml (tệp rỗng cũng được)",
                    "use --workspace, or make a chiso.toml (an empty one will do)"))
        }
        let zone = open.configuration.timeZone
        return .good(
            say(
                "Không gian làm việc \(path), múi giờ \(zone), hôm nay \(open.today)",
                "Workspace \(path), time zone \(zone), today \(open.today)"))
    }

    private func scripts(_ open: OpenWorkspace) -> [Finding] {
        guard let workspace = try? open.load(WorkspacePart.allCases) else {
            return [.bad(say("Không nạp được kịch bản", "The scripts cannot be loaded"), "chiso check")]
        }
        let errors = workspace.diagnostics.filter { $0.severity == .error }.count
        var findings: [Finding] = [
            errors == 0
                ? .good(
                    say(
                        "\(workspace.forms.count) phiếu, \(workspace.indicators.count) chỉ số, \(workspace.reports.count) báo cáo",
                        "\(workspace.forms.count) forms, \(workspace.indicators.count) indicators, \(workspace.reports.count) reports"
                    ))
                : .bad(say("Kịch bản có \(errors) lỗi", "The scripts have \(errors) errors"), "chiso check")
        ]
        for diagnostic in workspace.diagnostics where diagnostic.message.code == "W-FRAME-001" {
            findings.append(
                .advice(
                    diagnostic.message.text(in: Terminal.language),
                    say(
                        "đưa danh sách vào đó thì mới tính được độ bao phủ",
                        "put the list there, so that coverage can be computed")))
        }
        return findings
    }

    private func store(_ open: OpenWorkspace) -> [Finding] {
        do {
            guard let store = try open.storeToRead() else {
                return [
                    .advice(
                        say("Chưa có kho số liệu (\(open.storePath))", "There is no store yet (\(open.storePath))"),
                        "chiso data import …, chiso simulate …, make demo")
                ]
            }
            let count = try store.counts().map(\.count).reduce(0, +)
            var findings: [Finding] = [
                .good(say("Kho số liệu \(open.storePath): \(count) phiếu", "Store \(open.storePath): \(count) records"))
            ]
            if try store.origin() == .demo {
                findings.append(
                    .advice(
                        say("Kho chỉ có số liệu thử", "The store holds demo data only"),
                        say(
                            "xóa tệp kho trước khi nhập số liệu thật",
                            "remove the store's file before real data are brought in")))
            }
            findings.append(try backup(store, open))
            return findings
        } catch let error as StorageError {
            return [.bad(error.message.text(in: Terminal.language), remedy(error))]
        } catch {
            return [.bad("\(error)", "chiso db check")]
        }
    }

    private func remedy(_ error: StorageError) -> String {
        switch error.code {
        case .corrupt: "chiso db check; chiso db restore FILE"
        case .notAStore:
            say(
                "đưa tệp đó ra chỗ khác, rồi chiso db restore FILE nếu có bản sao lưu",
                "move that file away, then chiso db restore FILE if there is a backup")
        case .newerSchema: say("cập nhật chương trình", "update the program")
        case .locked: say("đợi chương trình kia xong rồi thử lại", "wait for the other process and try again")
        case .readOnly, .permissionDenied, .cannotCreate:
            say("sửa quyền của tệp và thư mục", "mend the permissions of the file and its folder")
        case .diskFull: say("giải phóng chỗ trên ổ đĩa", "make room on the disk")
        case .networkFileSystem:
            say("đặt store.path trong chiso.toml về ổ đĩa của máy này", "set store.path in chiso.toml to a local disk")
        case .inputOutput, .unexpected, .noSuchFile, .noSuchRecord, .typeChanged, .tooManyFields, .unstorableName,
            .invalidRecord:
            "chiso db check"
        }
    }

    private func backup(_ store: Store, _ open: OpenWorkspace) throws -> Finding {
        guard let last = try store.lastBackup() else {
            return .advice(
                say("Kho chưa được sao lưu lần nào", "The store was never backed up"), "chiso db backup FILE")
        }
        let text = open.text(of: last)
        guard open.now.timeIntervalSince(last) < 7 * 86_400 else {
            return .advice(say("Lần sao lưu cuối: \(text)", "Last backup: \(text)"), "chiso db backup FILE")
        }
        return .good(say("Lần sao lưu cuối: \(text)", "Last backup: \(text)"))
    }
}
