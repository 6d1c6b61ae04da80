import Evaluation
import FormModel
import LuaRuntime
import Messages
import Scripting

/// What a report fills: `doc:heading "I. …"`, `doc:table { figures, columns = { … } }`. Each call puts one block at the
/// end of the document; one that does not fit is a fault at its line.
final class DocumentObject: HostObject {
    let scriptName = "doc"
    private var document: Document
    private var size = DocumentSize()
    private unowned let host: ScriptHost
    /// Signature and recipients stand side by side, whichever the script names first.
    private var signature: Signature?
    private var recipients: [PlainText]?

    init(_ document: Document, host: ScriptHost) {
        self.document = document
        self.host = host
    }

    var words: FigureText { FigureText(language: document.language) }

    private enum Method: String, CaseIterable {
        case letterhead, title, addressee, heading, paragraph, list, table, bars, trend, heat, summary, note, signature,
            recipients
        case pageBreak = "page_break"
    }

    // MARK: HostObject

    func property(_ name: String) -> HostReply {
        Method(rawValue: name) == nil ? unknownName(name) : .method
    }

    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply {
        guard let known = Method(rawValue: method) else { return unknownName(method) }
        let call = CallArguments(function: "doc:\(method)", values: arguments, words: words)
        do throws(Message) {
            do throws(Message) {
                try size.add(arguments)
                try perform(known, call)
            } catch  where error.code == "E-LIMIT-006" {
                throw ManyRows(in: arguments, object: object)?.message ?? error
            }
            return .value(.none)
        } catch {
            return .fault(error)
        }
    }

    private func unknownName(_ name: String) -> HostReply {
        .unknown(name: name, of: scriptName, candidates: ObjectMembers.document.all)
    }

    private func perform(_ method: Method, _ call: CallArguments) throws(Message) {
        switch method {
        case .letterhead: try append(.letterhead(try letterhead(call)))
        case .title: try append(try title(call))
        case .addressee: try append(.addressee(try addressee(call)))
        case .heading: try append(try heading(call))
        case .paragraph: try append(.paragraph(try call.text(0)))
        case .list: try append(.list(try list(call)))
        case .table: try append(.table(try FigureTableReader(call, object: object).table()))
        case .bars: try append(.bars(try FigureBarsReader(call, object: object).chart()))
        case .trend: try append(.trend(try FigureTrendReader(call, object: object).chart()))
        case .heat:
            guard let heat = try FigureHeatReader(call, object: object).heat() else { return }
            // Its rows are no arguments of the script.
            try size.add(pieces: heat.rows.count * (heat.columns.count + 1))
            try append(.heat(heat))
        case .summary: try append(.summary(try summary(call)))
        case .note: try append(.note(try call.text(0)))
        case .signature: try sign(try self.signature(call))
        case .recipients: try send(to: try call.texts(0))
        case .pageBreak: try append(.pageBreak)
        }
    }

    /// The figure or row behind a value of the script.
    private func object(_ value: LuaValue) -> (any FigureReading)? { host.object(value) as? any FigureReading }

    // MARK: The document

    /// The document with all that the script put in.
    func finished() throws(Message) -> Document {
        try close()
        return document
    }

    private func append(_ block: Block) throws(Message) {
        try close()
        document.append(block)
    }

    private func sign(_ signature: Signature) throws(Message) {
        if self.signature != nil { try close() }
        self.signature = signature
        if recipients != nil { try close() }
    }

    private func send(to recipients: [PlainText]) throws(Message) {
        if self.recipients != nil { try close() }
        self.recipients = recipients
        if signature != nil { try close() }
    }

    /// Puts signature and recipients in their place, once anything else follows.
    private func close() throws(Message) {
        guard signature != nil || recipients != nil else { return }
        guard let signature else { throw Message("E-REPORT-008") }
        document.append(.closing(Closing(signature, recipients: recipients ?? [])))
        self.signature = nil
        recipients = nil
    }
}
