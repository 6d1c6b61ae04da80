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
        if let failure = Failure(error) {
            if let message = failure.message { Terminal.error(message.text(in: Terminal.language)) }
            Foundation.exit(failure.status.rawValue)
        }
        Chiso.exit(withError: error)
    }

    /// What an error means for a command; `nil` for those of the argument parser.
    private init?(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as StorageError: self.init(error)
        case let problem as Problem:
            self.init(
                Failure.status(of: problem),
                Message(
                    "E-CLI-024", ["place": "\(problem.place)", "text": problem.message.text(in: Terminal.language)]))
        case let fault as LuaFault:
            self.init(.internalFault, Message("E-RUN-002", ["text": fault.message]))
        case let message as Message: self.init(.badData, message)
        case let diagnostic as Diagnostic:
            let place = diagnostic.place.map { "\($0)" } ?? "chiso.toml"
            self.init(
                .configuration,
                Message("E-CLI-024", ["place": place, "text": diagnostic.message.text(in: Terminal.language)]))
        default: return nil
        }
    }

    private init(_ error: StorageError) {
        let status: ExitStatus =
            switch error.code {
            case .notAStore, .newerSchema, .corrupt, .typeChanged, .tooManyFields, .unstorableName, .invalidRecord:
                .badData
            case .noSuchFile, .noSuchRecord: .noInput
            case .networkFileSystem: .unavailable
            case .readOnly, .cannotCreate, .permissionDenied: .cannotCreate
            case .diskFull, .inputOutput: .inputOutput
            case .locked: .busy
            case .unexpected: .internalFault
            }
        var facts = error.facts
        facts["path"] = error.path
        self.init(status, Message("E-STORE-\(error.code.rawValue)", facts))
    }

    private static func status(of problem: Problem) -> ExitStatus {
        guard case .file(let fault) = problem.fault else { return .badData }
        return switch fault {
        case .notFound: .noInput
        case .cannotCreate: .cannotCreate
        case .cannotRead, .cannotWrite: .inputOutput
        }
    }
}

extension Problem {
    /// The problem as a message, without its place.
    var message: Message { Message(code, facts) }
}
