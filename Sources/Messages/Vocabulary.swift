import FormModel
import VietText

/// Words that come as facts in the program's own English, and are shown in the reader's language. A fact that a
/// vocabulary does not know is shown as it is; only sentences whose fact is never somebody's data use one.
enum Vocabulary: String, CaseIterable {
    /// What a value is, or should be: `string`, `a list of names`; several are separated by ` | `.
    case type
    /// An operation of a script: `add`, `compare`.
    case operation
    /// Why the system or the store refuses something.
    case reason
    /// How long a round is: `half_year`.
    case round
    /// A character that separates cells.
    case separator
    /// What stands, or should stand, in a script: a thing in quotes is shown as it is.
    case token
    /// Lua's own words for an error.
    case lua
    /// A Lua pattern, told in words.
    case pattern
    /// What a check of the store found.
    case detail
    /// What the reader of `chiso.toml` says.
    case toml
    /// How a visit ended: `nobody_home`.
    case result

    /// The word for a fact.
    func word(for fact: String, in language: Language) -> String {
        if self == .pattern { return PatternWords.text(fact, in: language) }
        if let phrases, words[fact] == nil { return phrases.text(fact, in: language) }
        guard self == .type else { return single(fact, language) }
        var words = fact.split(separator: " | ").map { single(String($0), language) }
        guard words.count > 1 else { return single(fact, language) }
        let last = words.removeLast()
        return words.joined(separator: ", ") + (language == .vietnamese ? " hoặc " : " or ") + last
    }

    /// Sentences with parts, beside the words.
    private var phrases: Phrases? {
        switch self {
        case .lua: .lua
        case .detail, .reason: .store
        case .toml: .toml
        case .type, .operation, .round, .separator, .token, .pattern, .result: nil
        }
    }

    private func single(_ fact: String, _ language: Language) -> String {
        guard let word = words[fact] else { return fact }
        return language == .vietnamese ? word.vi : word.en
    }

    var words: [String: Catalogue.Sentence] {
        switch self {
        case .type: Vocabulary.types
        case .operation: Vocabulary.operations
        case .reason: Vocabulary.reasons
        case .round: Vocabulary.rounds
        case .separator: Vocabulary.separators
        case .token: Vocabulary.tokens
        case .lua: Phrases.lua.words
        case .pattern: PatternWords.words
        case .detail: Phrases.store.words
        case .toml: Vocabulary.tomlWords
        case .result: Vocabulary.results
        }
    }

    static func words(_ list: [(String, vi: String, en: String)]) -> [String: Catalogue.Sentence] {
        Dictionary(list.map { ($0.0, Catalogue.Sentence(vi: $0.vi, en: $0.en)) }) { first, _ in first }
    }

    private static let tomlWords = words([("Error while parsing", vi: "viết chưa đúng", en: "Error while parsing")])

    private static let types = words([
        // Lua's and the scripts' own types.
        ("string", vi: "văn bản trong ngoặc kép", en: "a text in quotes"),
        ("number", vi: "số", en: "a number"),
        ("boolean", vi: "true hoặc false", en: "true or false"),
        ("function", vi: "hàm", en: "a function"),
        ("table", vi: "bảng { … }", en: "a table { … }"),
        ("declaration", vi: "khai báo", en: "a declaration"),
        ("date", vi: "ngày", en: "a date"),
        ("text", vi: "văn bản", en: "a text"),
        ("record", vi: "phiếu", en: "a record"),
        ("roster", vi: "bảng kê", en: "a roster"),
        ("row", vi: "dòng của danh sách", en: "a row of a list"),
        ("set", vi: "tập các lựa chọn", en: "a set of choices"),
        ("list", vi: "danh sách", en: "a list"),
        ("value", vi: "giá trị", en: "a value"),
        ("userdata", vi: "đối tượng của chương trình", en: "an object of the program"),
        ("object", vi: "đối tượng của chương trình", en: "an object of the program"),
        ("cycle", vi: "bảng chứa chính nó", en: "a table that contains itself"),
        ("depth", vi: "các bảng lồng nhau quá sâu", en: "tables that nest too deeply"),
        ("size", vi: "bảng có quá nhiều giá trị", en: "a table with too many values"),
        ("year, month, day", vi: "năm, tháng, ngày", en: "year, month, day"),
        // The kinds of questions.
        ("integer", vi: "số nguyên", en: "a whole number"),
        // The types of TOML.
        ("floating-point number", vi: "số thập phân", en: "a decimal number"),
        ("bool", vi: "true hoặc false", en: "true or false"),
        ("array", vi: "danh sách [ … ]", en: "a list [ … ]"),
        ("time", vi: "giờ trong ngày", en: "a time of day"),
        ("date-time", vi: "ngày và giờ", en: "a date and time"),
        ("decimal", vi: "số thập phân", en: "a decimal number"),
        ("yes_no", vi: "true hoặc false", en: "true or false"),
        ("select_one", vi: "tên một lựa chọn", en: "the name of a choice"),
        ("select_multiple", vi: "tên các lựa chọn", en: "names of choices"),
        ("names", vi: "tên các lựa chọn", en: "names of choices"),
        ("rank", vi: "danh sách xếp thứ tự", en: "a ranking"),
        ("ranking", vi: "danh sách xếp thứ tự", en: "a ranking"),
        ("time", vi: "giờ", en: "a time of day"),
        ("datetime", vi: "ngày giờ", en: "a date with a time"),
        ("geopoint", vi: "tọa độ", en: "a point"),
        ("barcode", vi: "mã vạch", en: "a barcode"),
        ("calculated", vi: "kết quả tính", en: "a calculation"),
        // What the record library needs.
        ("a record", vi: "phiếu", en: "a record"),
        ("a function", vi: "hàm", en: "a function"),
        ("a roster or a list", vi: "bảng kê hoặc danh sách", en: "a roster or a list"),
        ("a condition (true or false)", vi: "điều kiện (true hoặc false)", en: "a condition (true or false)"),
        ("a plain value", vi: "một giá trị đơn", en: "a plain value"),
        ("a number of days", vi: "số ngày", en: "a number of days"),
        ("a date or a number of days", vi: "ngày hoặc số ngày", en: "a date or a number of days"),
        ("two dates", vi: "hai ngày", en: "two dates"),
        // JSON.
        ("null", vi: "null", en: "null"),
        ("an object", vi: "đối tượng { }", en: "an object"),
        ("a list of objects", vi: "danh sách các đối tượng [{ }, …]", en: "a list of objects"),
        ("a list of names", vi: "danh sách tên", en: "a list of names"),
        ("a list", vi: "danh sách", en: "a list"),
        ("another list", vi: "danh sách khác", en: "another list"),
        ("a list with null", vi: "danh sách có null", en: "a list with null"),
        ("a list with true or false", vi: "danh sách có true hoặc false", en: "a list with true or false"),
        ("a list with a number", vi: "danh sách có số", en: "a list with a number"),
        ("a list with a text", vi: "danh sách có văn bản", en: "a list with a text"),
        ("a list with a list", vi: "danh sách có danh sách con", en: "a list with a list"),
        ("a list with an object", vi: "danh sách có đối tượng { }", en: "a list with an object"),
        ("a text", vi: "văn bản", en: "a text"),
        ("a number", vi: "số", en: "a number"),
        ("a value", vi: "giá trị", en: "a value"),
        ("true or false", vi: "true hoặc false", en: "true or false"),
        (
            "[latitude, longitude] or [latitude, longitude, accuracy]",
            vi: "[vĩ độ, kinh độ] hoặc [vĩ độ, kinh độ, sai số]",
            en: "[latitude, longitude] or [latitude, longitude, accuracy]"
        ),
        ("the end of the line", vi: "hết dòng", en: "the end of the line"),
        ("a name in quotes", vi: "tên trong ngoặc kép", en: "a name in quotes"),
        ("',' or '}'", vi: "',' hoặc '}'", en: "',' or '}'"),
        ("',' or ']'", vi: "',' hoặc ']'", en: "',' or ']'"),
        ("a number without zeros before it", vi: "số không có số 0 ở đầu", en: "a number without zeros before it"),
        ("a digit", vi: "chữ số", en: "a digit"),
        ("a character", vi: "ký tự", en: "a character"),
        ("a closing quote", vi: "ngoặc kép đóng", en: "a closing quote"),
        ("four hexadecimal digits", vi: "bốn chữ số hệ 16", en: "four hexadecimal digits"),
        (
            "a control character written as \\u00…", vi: "ký tự điều khiển viết dạng \\u00…",
            en: "a control character written as \\u00…"
        ),
        ("one of \"\\/bfnrtu", vi: "một trong \"\\/bfnrtu", en: "one of \"\\/bfnrtu"),
        // TOML.
        ("int", vi: "số nguyên", en: "a whole number"),
        ("double", vi: "số thập phân", en: "a decimal number"),
        ("bool", vi: "true hoặc false", en: "true or false"),
        ("array", vi: "danh sách [ … ]", en: "a list [ … ]"),
    ])

    private static let operations = words([
        ("add", vi: "phép cộng", en: "addition"),
        ("subtract", vi: "phép trừ", en: "subtraction"),
        ("multiply", vi: "phép nhân", en: "multiplication"),
        ("divide", vi: "phép chia", en: "division"),
        ("modulo", vi: "phép lấy số dư", en: "remainder"),
        ("power", vi: "phép lũy thừa", en: "power"),
        ("negate", vi: "phép đổi dấu", en: "negation"),
        ("compare", vi: "phép so sánh", en: "comparison"),
        ("concat", vi: "phép nối văn bản", en: "joining"), ("arithmetic", vi: "phép tính", en: "arithmetic"),
        ("length", vi: "phép lấy độ dài (#)", en: "length (#)"),
        ("call", vi: "lời gọi hàm", en: "call"),
        ("iterate", vi: "vòng lặp", en: "iteration"),
        ("shift", vi: "phép dịch bit", en: "bit shift"),
        ("bitwise and", vi: "phép và theo bit (&)", en: "bitwise and (&)"),
        ("bitwise or", vi: "phép hoặc theo bit (|)", en: "bitwise or (|)"),
        ("bitwise xor", vi: "phép loại trừ theo bit (~)", en: "bitwise exclusive or (~)"),
        ("bitwise not", vi: "phép đảo bit (~)", en: "bitwise not (~)"),
        ("formula", vi: "công thức", en: "the formula"),
    ])

    private static let rounds = words([
        ("once", vi: "một lần (once)", en: "once"),
        ("day", vi: "ngày, như 2026-06-30", en: "a day, such as 2026-06-30"),
        ("month", vi: "tháng, như 2026-03", en: "a month, such as 2026-03"),
        ("quarter", vi: "quý, như 2026-Q3", en: "a quarter, such as 2026-Q3"),
        ("half_year", vi: "nửa năm, như 2026-H1", en: "a half-year, such as 2026-H1"),
        ("year", vi: "năm, như 2026", en: "a year, such as 2026"),
    ])

    private static let separators = words([
        (";", vi: "dấu chấm phẩy (;)", en: "semicolons (;)"),
        ("\t", vi: "dấu tab", en: "tabs"),
        ("|", vi: "dấu gạch đứng (|)", en: "bars (|)"),
    ])

    private static let tokens = words([
        ("name", vi: "một tên", en: "a name"),
        ("end of file", vi: "chỗ hết tệp", en: "the end of the file"),
    ])

    private static let reasons = words([
        // What notifiers say.
        ("not a regular file", vi: "không phải tệp thường", en: "not a regular file"),
        ("not an executable file", vi: "không phải tệp chạy được", en: "not an executable file"),
        (
            "a NUL character in its path or arguments", vi: "đường dẫn hoặc tham số có ký tự NUL",
            en: "a NUL character in its path or arguments"
        ),
        ("neither http nor https", vi: "không phải http hay https", en: "neither http nor https"),
        ("Exec format error", vi: "tệp không đúng dạng chương trình", en: "not a program"),
        ("Resource temporarily unavailable", vi: "hệ thống đang thiếu tài nguyên", en: "the system lacks resources"),
        ("Cannot allocate memory", vi: "không đủ bộ nhớ", en: "not enough memory"),
        ("Broken pipe", vi: "bên nhận đã đóng", en: "the receiver has closed"),
        // The system's.
        ("Permission denied", vi: "không đủ quyền", en: "permission denied"),
        ("Operation not permitted", vi: "không đủ quyền", en: "operation not permitted"),
        ("No such file or directory", vi: "không có tệp hoặc thư mục này", en: "no such file or folder"),
        ("No space left on device", vi: "ổ đĩa đã đầy", en: "the disk is full"),
        ("Disk quota exceeded", vi: "đã hết dung lượng được cấp", en: "the disk quota is used up"),
        ("Read-only file system", vi: "ổ đĩa chỉ cho đọc", en: "the disk can only be read"),
        ("Is a directory", vi: "đây là thư mục", en: "it is a folder"),
        ("Not a directory", vi: "đây không phải thư mục", en: "it is not a folder"),
        ("File exists", vi: "đã có tệp cùng tên", en: "there is such a file already"),
        ("File name too long", vi: "tên tệp quá dài", en: "the file name is too long"),
        ("Input/output error", vi: "ổ đĩa đọc ghi bị lỗi", en: "the disk reports an error"),
        ("Too many open files", vi: "mở quá nhiều tệp cùng lúc", en: "too many files are open"),
        ("Device or resource busy", vi: "đang bận", en: "it is busy"),
        ("File too large", vi: "tệp lớn quá mức cho phép", en: "the file is larger than allowed"),
        ("Bad file descriptor", vi: "đã bị đóng", en: "it is closed"),
        ("Text file busy", vi: "tệp đang được dùng", en: "the file is in use"),
        ("Invalid cross-device link", vi: "hai nơi ở hai ổ đĩa khác nhau", en: "the places are on two disks"),
        // The store's.
        ("the folder cannot be made", vi: "không tạo được thư mục", en: "the folder cannot be made"),
        ("a file that is no store is there", vi: "ở đó có một tệp khác", en: "another file is there"),
        ("a store in use is there", vi: "ở đó có kho đang được dùng", en: "a store in use is there"),
        ("a link to nothing", vi: "liên kết tới nơi không có", en: "a link to nothing"),
        ("its folder is not there", vi: "thư mục chứa kho không có", en: "its folder is not there"),
        ("Too many levels of symbolic links", vi: "liên kết vòng quanh", en: "the links lead in a circle"),
        ("a store without its tables", vi: "kho chưa có bảng nào", en: "a store without its tables"),
        ("an empty database", vi: "một cơ sở dữ liệu trống", en: "an empty database"),
        ("not a plain file", vi: "không phải tệp thường", en: "not a plain file"),
        ("empty", vi: "một tệp trống", en: "an empty file"),
        (
            "an SQLite file of another program", vi: "tệp SQLite của chương trình khác",
            en: "an SQLite file of another program"
        ),
        ("not SQLite", vi: "không phải tệp SQLite", en: "not an SQLite file"),
        ("it has no id", vi: "phiếu không có mã", en: "it has no id"),
        ("not a finite number", vi: "không phải số hữu hạn", en: "not a finite number"),
        ("no time of day", vi: "không phải giờ trong ngày", en: "not a time of day"),
        ("too far a date", vi: "ngày quá xa", en: "the date is too far away"),
        (
            "names of choices are not empty and hold no space", vi: "tên lựa chọn để trống hoặc có dấu cách",
            en: "a name of a choice is empty or holds a space"
        ),
        (
            "not a letter followed by letters, digits and _", vi: "phải bắt đầu bằng chữ, sau đó là chữ, số và _",
            en: "it must be a letter followed by letters, digits and _"
        ),
        (
            "__ stands between tables' names", vi: "không dùng hai dấu _ liền nhau",
            en: "two _ in a row are kept for the store"
        ),
        (
            "__reason names the reasons", vi: "phần cuối __reason dành cho kho dữ liệu",
            en: "the ending __reason is kept for the store"
        ),
        (
            "the events of an interview are not by rising sequence", vi: "nhật ký phỏng vấn không theo thứ tự",
            en: "the events of the interview are out of order"
        ),
        ("a source differs from its hash", vi: "tệp biểu mẫu kèm theo bị sai", en: "a file kept with it is wrong"),
    ])
}
