import Foundation

/// Hands messages over to notifiers: in come one dispatch and the settings of one notifier, out goes a receipt, or why
/// it was not accepted and whether another try is worth it.
///
/// Every call blocks until the notifier has answered or its time is up, keeps nothing, and may be made from any thread.
/// Whether and when to try again is for the caller to decide; a dispatch that is tried again keeps its id.
public struct Courier: Sendable {
    /// The folder that relative paths in settings begin at.
    public let workspace: String
    /// The environment that secrets are taken from and programs are given.
    let environment: [String: String]

    /// A courier for a workspace.
    public init(workspace: String, environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.workspace = Self.absolute(workspace, FileManager.default.currentDirectoryPath)
        self.environment = environment
    }

    /// Hands a message over.
    /// - Returns: who accepted it. For a mail, some recipients may have been refused.
    @discardableResult
    public func deliver(_ dispatch: Dispatch, by settings: NotifierSettings) throws(DeliveryError) -> Receipt {
        switch settings {
        case .stdout:
            try StandardOutput.write(dispatch)
        case .file(let path):
            try DispatchFile(path: absolute(path)).append(dispatch)
        case .program(let settings):
            try NotifierProgram(settings, workspace: workspace).run(dispatch, environment: environment)
        case .webhook(let settings):
            try Webhook(settings, by: self).post(dispatch)
        case .smtp(let settings):
            return try MailServer(settings, by: self).send(dispatch)
        }
        return Receipt()
    }

    /// Finds what would make every delivery fail, as far as that can be told without one: paths, addresses, secrets.
    /// Nothing is sent, no program is run, and no server is asked.
    public func check(_ settings: NotifierSettings) throws(DeliveryError) {
        switch settings {
        case .stdout: break
        case .file(let path): try DispatchFile(path: absolute(path)).check()
        case .program(let settings): _ = try NotifierProgram(settings, workspace: workspace)
        case .webhook(let settings): _ = try Webhook(settings, by: self)
        case .smtp(let settings): _ = try MailServer(settings, by: self)
        }
    }

    /// Tells a watching service that this machine is alive, by asking for an address that answers 2xx.
    public func ping(_ url: String, timeout: Duration) throws(DeliveryError) {
        try Heartbeat(url: url, timeout: timeout).ping()
    }

    /// A path of the settings as the system takes it.
    func absolute(_ path: String) -> String { Self.absolute(path, workspace) }

    private static func absolute(_ path: String, _ folder: String) -> String {
        path.hasPrefix("/") ? path : folder + "/" + path
    }
}

// The environment often holds secrets.
extension Courier: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What may be shown: no environment.
    public var description: String { "courier of \(workspace)" }
    /// What may be shown: no environment.
    public var debugDescription: String { description }
    /// What may be shown: no environment.
    public var customMirror: Mirror { Mirror(self, children: ["workspace": workspace]) }
}
