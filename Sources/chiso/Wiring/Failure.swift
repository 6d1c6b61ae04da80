import ArgumentParser
import FormModel
import Foundation
import Interchange
import LuaRuntime
import Messages
import Scripting
import Storage

/// Why a command ends without doing what it was asked: the exit code, and the message if it was not shown yet.
struct Failure: Error {
    let status: ExitStatus
    let message: Message?

    init(_ status: ExitStatus, _ message: Message? = nil) {
        self.status = status
        self.message = message
    }

    /// Ends the process as an error asks: the one place where errors become exit codes.
    static func exit(with error: any Error) -> Never {
        // Whoever read the output has seen enough, as in any pipe.
        if let problem = error as? Problem, problem.fault == .file(.readerGone) { Foundation.exit(0) }
        if let failure = Failure(error) {
            if let message = failure.message { Console.error(message.text(in: Console.language)) }
            Foundation.exit(failure.status.rawValue)
        }
        // A command that has said all that there is to say, such as a plugin of a monitoring system.
        if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
        // The argument parser knows its own errors: help, a wrong option.
        guard Chiso.exitCode(for: error) == .failure else { Chiso.exit(withError: error) }
        Console.error(Message("E-CLI-026", ["text": "\(error)"]).text(in: Console.language))
        Foundation.exit(ExitStatus.internalFault.rawValue)
    }

    /// What an error means for a command; `nil` for one that is none of this program's.
    init?(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as StorageError: self.init(error)
        case let problem as Problem:
            self.init(
                Failure.status(of: problem),
                Message(
                    "E-CLI-024", ["place": "\(problem.place)", "text": problem.message.text(in: Console.language)]))
        case let fault as LuaFault:
            self.init(.internalFault, Message("E-RUN-002", ["text": fault.message]))
        case let message as Message: self.init(Failure.status(of: message), message)
        case let diagnostic as Diagnostic:
            let place = diagnostic.place.map { "\($0)" } ?? "chiso.toml"
            self.init(
                .configuration,
                Message("E-CLI-024", ["place": place, "text": diagnostic.message.text(in: Console.language)]))
        default: return nil
        }
    }

    private init(_ error: StorageError) {
        self.init(Failure.status(of: error.code), error.message)
    }

    private static func status(of code: StorageError.Code) -> ExitStatus {
        switch code {
        case .notAStore, .newerSchema, .corrupt, .typeChanged, .shapeChanged, .tooManyFields, .unstorableName,
            .invalidRecord, .notDrafts, .damagedDrafts, .invalidDraft:
            .badData
        case .noSuchFile, .noSuchRecord, .noSuchDraft: .noInput
        case .networkFileSystem, .unreachable: .unavailable
        case .readOnly, .cannotCreate, .permissionDenied: .cannotCreate
        case .diskFull, .inputOutput: .inputOutput
        case .locked, .draftInUse: .busy
        case .unexpected: .internalFault
        }
    }

    /// A message thrown by a module: bad data, unless its code says otherwise.
    private static func status(of message: Message) -> ExitStatus {
        switch message.code {
        // No list of units.
        case "E-SIM-004": return .noInput
        // --sample or -n does not fit the form.
        case "E-SIM-005", "E-SIM-006": return .usage
        default:
            guard message.code.hasPrefix(StorageError.messagePrefix) else { return .badData }
            let code = StorageError.Code(rawValue: String(message.code.dropFirst(StorageError.messagePrefix.count)))
            return code.map(status) ?? .badData
        }
    }

    /// What a problem with a file of data means for a command.
    static func status(of problem: Problem) -> ExitStatus {
        guard case .file(let fault) = problem.fault else { return .badData }
        return switch fault {
        case .notFound: .noInput
        case .cannotCreate: .cannotCreate
        case .cannotRead, .cannotWrite, .readerGone: .inputOutput
        }
    }
}

extension StorageError {
    static let messagePrefix = "E-STORE-"

    /// The failure as a message.
    var message: Message {
        var facts = facts
        facts["path"] = path
        return Message(StorageError.messagePrefix + code.rawValue, facts)
    }
}

extension Problem {
    /// The problem as a message, without its place.
    var message: Message { Message(code, facts) }
}
