import FormModel
import Foundation

extension OpenWorkspace {
    /// An instant as people read it here: the local day and minute, `2026-11-23 14:05`.
    func moment(_ instant: Date) -> String {
        let text = text(of: instant)
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
    }
}
