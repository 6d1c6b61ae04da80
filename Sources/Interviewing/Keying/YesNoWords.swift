import FormModel
import VietText

/// Yes and no as people type them.
enum YesNoWords {
    /// 1 or 2, có or không, yes or no, and their first letters.
    static func read(_ text: String) -> Bool? {
        switch text.searchKey {
        case "1", "c", "co", "y", "yes", "d", "dung", "true", "+": true
        case "2", "0", "k", "ko", "kg", "khong", "n", "no", "s", "sai", "false", "-": false
        default: nil
        }
    }
}
