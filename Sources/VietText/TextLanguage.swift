/// A language that Chiso writes: Vietnamese first, English beside it.
///
/// `VietText` is the ground floor. What comes in is text as people typed it, in either Unicode form; what goes out is
/// text that can be stored (`storageForm`), found (`searchKey`), sorted (`VietnameseOrder`), laid out in columns
/// (`displayWidth`, `padded`, `wrapped`), and figures and dates as people write them (`NumberStyle`, `DateStyle`).
/// Everything here is pure: no clock, no environment, no locale of the machine.
public enum TextLanguage: String, CaseIterable, Codable, Hashable, Sendable {
    /// Tiếng Việt: `1.234,5`, `ngày 23 tháng 11 năm 2026`.
    case vietnamese = "vi"
    /// English: `1,234.5`, `23 November 2026`.
    case english = "en"
}
