extension Catalogue {
    /// What can be wrong with a file of data: the file, its header, a line, a cell.
    static let data: [String: Sentence] = [
        // Files
        "E-DATA-001": Sentence(vi: "không có tệp này", en: "there is no such file"),
        "E-DATA-002": Sentence(
            vi: "không đọc được tệp: {reason:reason}",
            en: "the file cannot be read: {reason:reason}"),
        "E-DATA-003": Sentence(
            vi: "không tạo được tệp: {reason:reason}",
            en: "the file cannot be created: {reason:reason}"),
        "E-DATA-004": Sentence(
            vi: "ghi tệp không thành công: {reason:reason}",
            en: "writing the file failed: {reason:reason}"),
        "E-DATA-005": Sentence(
            vi: "chương trình đọc ở đầu kia đã dừng",
            en: "the program that reads this has ended"),
        // CSV
        "E-TABLE-001": Sentence(vi: "tệp trống; cần có dòng tiêu đề", en: "the file is empty; it needs a header"),
        "E-TABLE-002": Sentence(
            vi: "tệp không phải UTF-8⟨, có lẽ là {guess}⟩; hãy ⟨chuyển bằng lệnh: {command}¦lưu lại với bảng mã UTF-8⟩",
            en: "the file is not UTF-8⟨ but probably {guess}⟩; ⟨convert it with: {command}¦save it as UTF-8⟩"),
        "E-TABLE-003": Sentence(
            vi: "trong tệp có byte 0; đây không phải tệp CSV",
            en: "a byte 0 stands in the text; this is no CSV file"),
        "E-TABLE-004": Sentence(
            vi: "dòng kết thúc chỉ bằng ký tự CR; hãy lưu lại với kiểu xuống dòng LF hoặc CRLF",
            en: "the line ends with CR alone; save the file with LF or CRLF"),
        "E-TABLE-005": Sentence(
            vi: "dấu ngoặc kép mở ở đây không được đóng",
            en: "the quote that opens here is never closed"),
        "E-TABLE-006": Sentence(
            vi: "sau ngoặc kép đóng còn '{found}'; dấu ngoặc kép bên trong ô phải viết hai lần",
            en: "'{found}' follows a closing quote; write a quote within a cell twice"),
        "E-TABLE-007": Sentence(
            vi: "trong '{found}' có dấu ngoặc kép; hãy đặt cả ô trong ngoặc kép và viết dấu bên trong hai lần",
            en: "a quote stands within '{found}'; put the cell in quotes and write the quote twice"),
        "E-TABLE-008": Sentence(
            vi: "dòng có {found:number} ô, dòng tiêu đề chỉ có {expected:number}",
            en: "{found:cell|cells} where the header has {expected:number}"),
        "E-TABLE-009": Sentence(
            vi: "dòng chỉ có {found:number} ô, dòng tiêu đề có {expected:number}",
            en: "only {found:cell|cells} where the header has {expected:number}"),
        "E-TABLE-010": Sentence(
            vi: "các cột cách nhau bằng {separator:separator}; hãy lưu lại với dấu phẩy",
            en: "the columns are separated by {separator:separator}; save the file with commas"),
        "E-TABLE-011": Sentence(
            vi: "dòng dài hơn {limit:number} byte; có lẽ thiếu một dấu ngoặc kép đóng",
            en: "the row is longer than {limit:byte|bytes}; a closing quote may be missing"),
        // Header
        "E-HEADER-001": Sentence(
            vi: "cột '{name}' đã có ở cột thứ {first}",
            en: "the column '{name}' is already column {first}"),
        "E-HEADER-002": Sentence(vi: "cột thứ {column} không có tên", en: "column {column} has no name"),
        "E-HEADER-003": Sentence(vi: "không nhận ra cột '{name}'", en: "unknown column '{name}'"),
        "E-HEADER-004": Sentence(vi: "thiếu cột: {names}", en: "missing columns: {names}"),
        "E-HEADER-008": Sentence(
            vi: """
                thiếu cột thông tin cá nhân: {names}; tệp xuất ra mà không có --include-personal thì không nhập lại \
                được
                """,
            en: """
                missing columns with personal data: {names}; a file exported without --include-personal cannot be \
                imported again
                """),
        "E-HEADER-005": Sentence(
            vi: "thiếu cột cho biết mỗi dòng thuộc phiếu nào; cần: {names}",
            en: "no column tells which record a row belongs to; needed: {names}"),
        "E-HEADER-006": Sentence(
            vi: "có cột '_parent_id' thì {file} phải có cột '_id'",
            en: "'_parent_id' needs a column '_id' in {file}"),
        "E-HEADER-007": Sentence(vi: "biểu mẫu không có bảng kê '{name}'", en: "the form has no roster '{name}'"),
        // Lines
        "E-LINE-001": Sentence(
            vi: "vừa có giá trị '{value}' vừa có lý do không trả lời '{reason}'; hãy bỏ một",
            en: "both a value, '{value}', and a reason for having none, '{reason}'; drop one"),
        "E-LINE-002": Sentence(
            vi: "'{key}' đã có ở dòng {line}, trong cùng kỳ",
            en: "'{key}' stands on line {line} already, in the same round"),
        "E-LINE-003": Sentence(
            vi: "_id '{key}' đã có ở dòng {line}",
            en: "the _id '{key}' stands on line {line} already"),
        "E-LINE-004": Sentence(
            vi: "dòng không cho biết thuộc phiếu nào",
            en: "the row does not say which record it belongs to"),
        "E-LINE-005": Sentence(vi: "không có phiếu '{found}'", en: "there is no record '{found}'"),
        "E-LINE-006": Sentence(
            vi: "'{found}' có ở nhiều dòng: {lines}; hãy phân biệt bằng _round hoặc _parent_id",
            en: "'{found}' stands on several lines: {lines}; tell them apart by _round or _parent_id"),
        "E-LINE-007": Sentence(
            vi: "bảng kê cấp trên không có dòng '{found}'",
            en: "there is no row '{found}' in the roster above"),
        "E-LINE-008": Sentence(vi: "_row {row} đã có ở dòng {line}", en: "_row {row} stands on line {line} already"),
        "E-LINE-009": Sentence(
            vi: "các dòng khác của phiếu này có _row, dòng này không có",
            en: "other rows of this record have a _row, this one has none"),
        "E-LINE-010": Sentence(vi: "tên để trống", en: "the name is empty"),
        "E-LINE-011": Sentence(
            vi: "tên '{found}' có dấu cách; hãy dùng một từ liền",
            en: "the name '{found}' holds a space; use one word"),
        "E-LINE-012": Sentence(vi: "'{key}' đã có ở dòng {line}", en: "'{key}' stands on line {line} already"),
        "E-LINE-013": Sentence(
            vi: "phiếu {record} có lý do '{reason}' mà biểu mẫu không cho chọn ở đây",
            en: "record {record} has the reason '{reason}', which the form does not offer here"),
        // Cells
        "E-CELL-001": Sentence(
            vi: "ở đây chỉ trả lời có hoặc không, không phải '{found}'; hãy viết có, không, yes, no, 1 hoặc 0",
            en: "'{found}' is not yes or no; write yes, no, true, false, 1, 0, có or không"),
        "E-CELL-002": Sentence(vi: "'{found}' không phải số nguyên", en: "'{found}' is not a whole number"),
        "E-CELL-003": Sentence(
            vi: "'{found}' có phần lẻ; ở đây cần số nguyên, và chương trình không tự làm tròn",
            en: "'{found}' has a fraction; a whole number is asked, and nothing is rounded"),
        "E-CELL-004": Sentence(
            vi: "'{found}' quá lớn hoặc quá nhỏ, không lưu được",
            en: "'{found}' is too large or too small to be kept"),
        "E-CELL-005": Sentence(vi: "'{found}' không phải số", en: "'{found}' is not a number"),
        "E-CELL-006": Sentence(
            vi: "'{found}' viết bằng dấu phẩy; hãy dùng dấu chấm thập phân và không ngăn hàng nghìn",
            en: "'{found}' is written with a comma; use a decimal point, and nothing between thousands"),
        "E-CELL-007": Sentence(
            vi: "'{found}' không có trong danh sách⟨; danh sách gồm: {allowed}⟩",
            en: "'{found}' is not in the list⟨; it has: {allowed}⟩"),
        "E-CELL-008": Sentence(vi: "'{found}' có hai lần", en: "'{found}' is given twice"),
        "E-CELL-009": Sentence(
            vi: "'{found}' không phải ngày; hãy viết năm-tháng-ngày, như 2026-06-30",
            en: "'{found}' is not a date; write year-month-day, such as 2026-06-30"),
        "E-CELL-010": Sentence(
            vi: "'{found}' không phải giờ trong ngày; hãy viết như 08:30",
            en: "'{found}' is not a time of day; write 08:30"),
        "E-CELL-011": Sentence(
            vi: "'{found}' không phải ngày giờ; hãy viết như 2026-06-30T08:30",
            en: "'{found}' is not a date with a time; write 2026-06-30T08:30"),
        "E-CELL-012": Sentence(
            vi: "'{found}' không phải tọa độ; hãy viết vĩ độ rồi kinh độ, như 15.12 108.8",
            en: "'{found}' is not a point; write latitude and longitude, such as 15.12 108.8"),
        "E-CELL-013": Sentence(
            vi: "tọa độ '{found}' không có trên Trái Đất",
            en: "the point '{found}' is not on the globe"),
        "E-CELL-014": Sentence(
            vi: "'{found}' không phải kỳ của biểu mẫu này; hãy viết như {example}",
            en: "'{found}' is not a round of this form; write, say, {example}"),
        "E-CELL-015": Sentence(
            vi: "'{found}' không phải số thứ tự dòng; hãy viết 1, 2, 3 … (nhiều nhất 1000000000)",
            en: "'{found}' is not a row number; write 1, 2, 3 … (at most 1000000000)"),
        // JSON Lines
        "E-JSON-001": Sentence(
            vi: "JSON viết chưa đúng: cần {expected:type}, gặp {found:type}",
            en: "not valid JSON: {expected:type} expected, {found:type} found"),
        "E-JSON-002": Sentence(vi: "JSON lồng nhau sâu quá {limit} mức", en: "nested deeper than {limit} levels"),
        "E-JSON-003": Sentence(vi: "'{name}' có hai lần", en: "'{name}' is given twice"),
        "E-JSON-004": Sentence(vi: "không có trường nào tên '{name}'", en: "unknown name '{name}'"),
        "E-JSON-005": Sentence(
            vi: "cần {expected:type}, không phải {found:type}",
            en: "{expected:type} is needed, not {found:type}"),
    ]
}
