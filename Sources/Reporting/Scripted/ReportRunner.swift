import FormModel
import LuaRuntime
import Messages
import Scripting

/// Runs report scripts: the body of a report gets `doc`, which it fills, and `data`, which it reads.
///
/// ```swift
/// let document = try ReportRunner(workspace).run(report, over: data)
/// print(TextRenderer(width: 80).render(document))
/// ```
///
/// Reports run in a state of their own (a workspace loaded with its reports only): figures are computed in another while
/// the body waits, and no callback enters the state that called it.
public struct ReportRunner {
    private let workspace: Workspace

    /// A runner of the reports of a workspace.
    public init(_ workspace: Workspace) {
        self.workspace = workspace
    }

    /// The document that a report makes of some data.
    /// - Parameters:
    ///   - status: a draft until the period is closed.
    ///   - provenance: where the figures come from, printed at the very end.
    /// - Throws: `Diagnostic` with the line of the script at which it failed, or ran out of time or memory.
    public func run(
        _ report: ReportScript, over data: ReportData, status: Document.Status = .draft,
        provenance: [LabelledText] = []
    ) throws(Diagnostic) -> Document {
        let host = workspace.host
        let data = data.excused(in: workspace.state)
        host.today = data.date
        host.language = data.language
        host.removeObjects()
        defer { host.removeObjects() }
        let title = "\(report.label.text(in: data.language)) \(data.period.id)"
        var document = Document(
            language: data.language, title: PlainText(title), status: status, provenance: provenance)
        document.isMadeUp = data.isMadeUp
        let builder = DocumentObject(document, host: host)
        let reading = DataObject(data, host: host, usesPersonal: report.usesPersonal)
        let arguments = [host.add(builder), host.add(reading)]
        let limit = Duration.seconds(workspace.limits.report)
        switch workspace.state.call(host.functions[report.body], arguments, limit: limit) {
        case .value: break
        case .fault(let fault): throw Diagnostic(fault, in: workspace)
        case .missing, .notReady: throw Diagnostic(at: report.body.place, Message("E-REPORT-007"))
        }
        do {
            return try builder.finished()
        } catch {
            throw Diagnostic(at: report.body.place, error)
        }
    }
}
