import Interviewing
import Messages

/// The interview in full screen: keys come in, the same dialog as in line mode works them out.
public struct ScreenInterview {
    private let dialog: InterviewDialog
    private let device: TerminalDevice
    private let keep: (InterviewDialog.Ending) throws -> Void
    private var renderer: ScreenRenderer

    /// A dialog on a terminal.
    /// - Parameter keep: keeps the record; a `Message` that it throws is shown, and the dialog goes on.
    public init(
        _ dialog: InterviewDialog, on device: TerminalDevice, capabilities: Capabilities,
        keep: @escaping (InterviewDialog.Ending) throws -> Void
    ) {
        self.dialog = dialog
        self.device = device
        self.keep = keep
        self.renderer = ScreenRenderer(capabilities: capabilities)
    }

    /// How the dialog was left.
    public enum End: Hashable, Sendable {
        /// The record is kept.
        case kept(InterviewDialog.Ending)
        /// The draft is left as it is.
        case left
        /// Ctrl+C, or a signal to end; its number.
        case interrupted(signal: Int32?)
        /// The terminal has gone.
        case hungUp
    }

    /// Talks until the end.
    public mutating func run() throws -> End {
        var entry = PageEntry(dialog.page)
        while true {
            let size = device.size
            let frame = entry.frame(size: size, glyphs: renderer.capabilities.glyphs)
            device.write(renderer.render(frame, size: size))
            // A burst of keys is worked out before anything is painted: a long paste, an input method.
            var event = device.nextEvent()
            while let next = event {
                if let end = try take(next, &entry) { return end }
                event = device.nextEvent(timeout: .zero)
            }
        }
    }

    private mutating func take(_ event: TerminalEvent, _ entry: inout PageEntry) throws -> End? {
        switch event {
        case .key(.control("z")): device.suspend()
        case .key(.control("c")): return .interrupted(signal: nil)
        case .key(let key):
            guard let outcome = try handle(key, &entry) else { return nil }
            return try end(outcome, &entry)
        case .resumed: renderer.invalidate()
        case .resized: break
        case .hangup: return .hungUp
        case .terminated(let signal): return .interrupted(signal: signal)
        }
        return nil
    }

    private func end(_ outcome: InterviewDialog.Outcome, _ entry: inout PageEntry) throws -> End? {
        switch outcome {
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
        entry = PageEntry(dialog.page)
        return nil
    }

    /// Works a key out; `nil` where nothing but the field has changed.
    private func handle(_ key: Key, _ entry: inout PageEntry) throws -> InterviewDialog.Outcome? {
        switch key {
        case .enter: return try dialog.enter(entry.line)
        case .escape:
            guard entry.editor.text.isEmpty, entry.pointer == nil else {
                entry.clear()
                return nil
            }
            return dialog.isAtQuestion ? nil : try dialog.run(.back)
        case .function(2):
            entry.begin(with: "!" + (entry.page.note ?? ""))
            return nil
        default: break
        }
        if let command = ScreenInterview.command(of: key) {
            // What was refused has been told already.
            let typed = entry.isRefused ? "" : entry.editor.text
            let outcome = try dialog.run(command)
            if !typed.storageForm.isEmpty { dialog.tellUnsaved(typed) }
            return outcome
        }
        _ = entry.handle(key)
        return nil
    }

    /// What a key does beside typing. F6, F10 and Ctrl+L are CSEntry's.
    static func command(of key: Key) -> InterviewCommand? {
        switch key {
        case .function(1): .help
        case .function(3), .pageUp: .back
        case .function(4), .pageDown: .skip
        case .function(5): .sections
        case .function(6): .goTo("")
        case .function(7): .members
        case .function(8): .stop
        case .function(9): .why("")
        case .function(10): .advance
        case .control("l"): .language(nil)
        case .control("n"): .nextRow
        case .control("p"): .previousRow
        case .control("q"): .quit
        default: nil
        }
    }
}
