import Foundation

/// A program as a notifier.
struct NotifierProgram {
    private let settings: ProgramSettings
    private let workspace: String
    private let path: String

    /// Finds the program.
    init(_ settings: ProgramSettings, workspace: String) throws(DeliveryError) {
        try TimeLimit.require(settings.timeout)
        self.settings = settings
        self.workspace = workspace
        path = try Self.find(settings.path, in: workspace)
        let words = [settings.path] + settings.arguments
        guard words.allSatisfy({ !$0.utf8.contains(0) }) else {
            throw unstartable("a NUL character in its path or arguments")
        }
    }

    /// Runs it on a dispatch, and waits for its end.
    func run(_ dispatch: Dispatch, environment: [String: String]) throws(DeliveryError) {
        var environment = environment
        environment["CHISO_DISPATCH"] = dispatch.id
        let child: ChildProcess
        do throws(ChildProcess.Failure) {
            child = try ChildProcess(path, settings.arguments, in: workspace, environment: environment)
        } catch {
            throw unstartable(SystemReason.text(error.number), error.isLasting ? .permanent : .transient)
        }
        let outcome = child.converse(input: Array(dispatch.json), limit: settings.timeout)
        var facts = ["path": settings.path]
        if !outcome.lastLines.isEmpty { facts["text"] = outcome.lastLines }
        switch outcome.ending {
        case .exited(0): return
        case .exited(let code):
            facts["exit"] = String(code)
            throw DeliveryError(.programFailed, prospect(ofExit: code), facts: facts)
        case .killed(let signal):
            facts["signal"] = String(signal)
            throw DeliveryError(.programKilled, .unknown, facts: facts)
        case .timedOut:
            facts["seconds"] = TimeLimit.text(settings.timeout)
            throw DeliveryError(.programTimedOut, .unknown, facts: facts)
        case .lost:
            throw DeliveryError(.programLost, .unknown, facts: facts)
        }
    }

    /// Exit codes of sysexits.h that say what no other try mends: wrong use, data, user, host, permission, settings.
    private func prospect(ofExit code: Int32) -> DeliveryError.Prospect {
        [64, 65, 67, 68, 77, 78].contains(code) ? .permanent : .transient
    }

    private static func find(_ given: String, in workspace: String) throws(DeliveryError) -> String {
        let isAbsolute = given.hasPrefix("/")
        guard !given.isEmpty, let path = resolved(isAbsolute ? given : workspace + "/" + given) else {
            let isMissing = given.isEmpty || errno == ENOENT || errno == ENOTDIR
            throw DeliveryError(
                isMissing ? .programMissing : .programUnstartable, .permanent,
                facts: isMissing ? ["path": given] : ["path": given, "reason": SystemReason.text(errno)])
        }
        if !isAbsolute {
            guard let folder = resolved(workspace), path.hasPrefix(folder == "/" ? "/" : folder + "/") else {
                throw DeliveryError(.programOutside, .permanent, facts: ["path": given])
            }
        }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            faccessat(AT_FDCWD, path, X_OK, AT_EACCESS) == 0
        else {
            throw DeliveryError(
                .programUnstartable, .permanent, facts: ["path": given, "reason": "not an executable file"])
        }
        // The name that was given: a program may look at it.
        return isAbsolute ? given : workspace + "/" + given
    }

    /// A path without links and dots; `nil` with errno set.
    private static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    private func unstartable(_ reason: String, _ prospect: DeliveryError.Prospect = .permanent) -> DeliveryError {
        DeliveryError(.programUnstartable, prospect, facts: ["path": settings.path, "reason": reason])
    }
}
