import FormModel
import Interviewing
import Messages
import VietText

/// The interview a line at a time: for pipes, screen readers and plain terminals. It prints and reads; nothing moves.
public struct LineInterview {
    private let dialog: InterviewDialog
    private let read: () -> String?
    private let write: (String) -> Void
    private let keep: (InterviewDialog.Ending) throws -> Void

    /// A dialog by lines.
    /// - Parameters:
    ///   - read: the next line; `nil` at the end of input.
    ///   - write: prints text that ends in a newline.
    ///   - keep: keeps the record; a `Message` that it throws is shown, and the dialog goes on.
    public init(
        _ dialog: InterviewDialog, read: @escaping () -> String?, write: @escaping (String) -> Void,
        keep: @escaping (InterviewDialog.Ending) throws -> Void
    ) {
        self.dialog = dialog
        self.read = read
        self.write = write
        self.keep = keep
    }

    /// How the dialog was left.
    public enum End: Hashable, Sendable {
        /// The record is kept.
        case kept(InterviewDialog.Ending)
        /// The draft is left as it is.
        case left
        /// The input ended.
        case inputEnded
    }

    /// Talks until the end.
    public func run() throws -> End {
        while true {
            write(LinePage(dialog.page).text)
            guard let line = read() else { return .inputEnded }
            switch try dialog.enter(line) {
            case .goesOn: break
            case .leaves: return .left
            case .ends(let ending):
                do {
                    try keep(ending)
                    return .kept(ending)
                } catch let message as Message {
                    dialog.refuse(message)
                }
            }
        }
    }
}

/// A page as lines.
struct LinePage {
    let page: Page

    init(_ page: Page) {
        self.page = page
    }

    /// How many options are printed; longer lists are found by typing.
    static let optionLimit = 20

    var text: String {
        var lines: [String] = []
        for notice in page.notices { lines.append("\(mark(notice.kind)) \(notice.text)") }
        lines.append("")
        let position = page.position.map { "[\($0.number)/\($0.total)] " } ?? ""
        if !page.headings.isEmpty { lines.append(position + page.headings.joined(separator: " · ")) }
        let required = page.isRequired ? " *" : ""
        lines.append((page.headings.isEmpty ? position : "") + page.question + required)
        if let hint = page.hint { lines.append("  (\(hint))") }
        lines += page.text.map { $0.isEmpty ? "" : "  \($0)" }
        for option in page.options.prefix(LinePage.optionLimit) {
            lines.append("  \(option.isChosen ? ">" : " ")\(option.code). \(option.label)")
        }
        if page.options.count > LinePage.optionLimit {
            lines.append("   " + words.moreChoices(page.options.count - LinePage.optionLimit))
        }
        if !page.special.isEmpty {
            lines.append("   " + page.special.map { "\($0.code) \($0.label)" }.joined(separator: "   "))
        }
        if let note = page.note { lines.append("  ! \(note)") }
        if let shown = page.shown { lines.append("  = \(shown)") }
        return lines.map(\.printableLine).joined(separator: "\n") + "\n"
    }

    private var words: Words { Words(page.language) }

    private func mark(_ kind: Page.Notice.Kind) -> String {
        switch kind {
        case .error: words.errorMark
        case .warning: words.warningMark
        case .info: "–"
        }
    }
}
