import FormModel
import VietText

/// Lua's English error texts in the reader's language, for reading only: what kind of fault it is, is known before.
///
/// A text that is not here is shown as Lua has it.
enum LuaWords {
    /// A text of Lua's, `%` for each part that it fills in; the translation names the parts `%1`, `%2` in their order.
    private static let sentences: [(lua: String, vi: String)] = [
        ("attempt to call a % value (%)", "gọi như hàm một giá trị kiểu %1 (%2)"),
        ("attempt to call a % value", "gọi như hàm một giá trị kiểu %1"),
        ("attempt to index a % value (%)", "lấy một phần của giá trị kiểu %1 (%2)"),
        ("attempt to index a % value", "lấy một phần của giá trị kiểu %1"),
        ("attempt to perform arithmetic on a % value (%)", "tính toán với giá trị kiểu %1 (%2)"),
        ("attempt to perform arithmetic on a % value", "tính toán với giá trị kiểu %1"),
        ("attempt to concatenate a % value (%)", "nối văn bản với giá trị kiểu %1 (%2)"),
        ("attempt to concatenate a % value", "nối văn bản với giá trị kiểu %1"),
        ("attempt to get length of a % value (%)", "lấy độ dài (#) của giá trị kiểu %1 (%2)"),
        ("attempt to get length of a % value", "lấy độ dài (#) của giá trị kiểu %1"),
        ("attempt to compare two % values", "so sánh lớn nhỏ hai giá trị kiểu %1"),
        ("attempt to compare % with %", "so sánh lớn nhỏ giá trị kiểu %1 với giá trị kiểu %2"),
        ("attempt to divide by zero", "chia cho 0"),
        ("attempt to perform 'n//0'", "chia nguyên cho 0"),
        ("attempt to perform 'n%0'", "lấy số dư khi chia cho 0"),
        ("bad 'for' % (% expected, got %)", "'for': %1 phải có kiểu %2, không phải %3"),
        ("invalid conversion '%' to '%'", "'%2' không hiểu '%1'"),
        ("attempt to perform bitwise operation on a % value%", "phép toán bit với giá trị kiểu %1%2"),
        ("bad argument #% to '%' (% expected, got %)", "tham số thứ %1 của '%2' phải có kiểu %3, không phải %4"),
        ("bad argument #% to '%' (value expected)", "'%2' thiếu tham số thứ %1"),
        ("bad argument #% to '%' (%)", "tham số thứ %1 của '%2' không dùng được (%3)"),
        ("number has no integer representation", "số này không phải số nguyên"),
        ("number% has no integer representation", "số%1 không phải số nguyên"),
        ("table index is nil", "chỉ số của bảng là nil"),
        ("table index is NaN", "chỉ số của bảng không phải số"),
        ("'for' initial value must be a number", "giá trị đầu của 'for' phải là số"),
        ("'for' limit must be a number", "giá trị cuối của 'for' phải là số"),
        ("'for' step must be a number", "bước của 'for' phải là số"),
        ("'for' step is zero", "bước của 'for' là 0"),
        ("invalid order function for sorting", "hàm so sánh của table.sort không nhất quán"),
        ("attempt to assign to const variable '%'", "gán lại hằng '%1'"),
        ("break outside a loop at line % near %", "break nằm ngoài vòng lặp, ở dòng %1"),
        ("no visible label '%' for goto at line %", "không có nhãn '%1' cho goto ở dòng %2"),
        ("label '%' already defined on line %", "nhãn '%1' đã có ở dòng %2"),
        ("unknown attribute '%'", "không có thuộc tính <%1>"),
    ]

    /// The text in a language.
    static func text(_ text: String, in language: Language) -> String {
        guard language == .vietnamese else { return text }
        for sentence in sentences {
            guard let parts = parts(of: text, by: sentence.lua) else { continue }
            return zip(1..., parts).reduce(sentence.vi) { $0.replacing("%\($1.0)", with: $1.1) }
        }
        return text
    }

    /// The sentences without parts, as a vocabulary has them.
    static var words: [String: Catalogue.Sentence] {
        let plain = sentences.filter { parts(of: $0.lua, by: $0.lua) == [] }
        return Dictionary(plain.map { ($0.lua, Catalogue.Sentence(vi: $0.vi, en: $0.lua)) }) { first, _ in first }
    }

    /// What stands in a text where a pattern has `%`; `nil` where the rest differs.
    private static func parts(of text: String, by pattern: String) -> [String]? {
        var rest = text[...]
        var parts: [String] = []
        // A `%` before a digit is Lua's own.
        let pieces = pattern.split(separator: /%(?![0-9])/, omittingEmptySubsequences: false)
        for (number, piece) in pieces.enumerated() {
            if number == 0 {
                guard rest.hasPrefix(piece) else { return nil }
                rest = rest.dropFirst(piece.count)
            } else if number == pieces.count - 1 {
                guard rest.hasSuffix(piece) else { return nil }
                parts.append(String(rest.dropLast(piece.count)))
                rest = ""
            } else {
                guard let found = rest.firstRange(of: piece) else { return nil }
                parts.append(String(rest[..<found.lowerBound]))
                rest = rest[found.upperBound...]
            }
        }
        return rest.isEmpty ? parts : nil
    }
}
