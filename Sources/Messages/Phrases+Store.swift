extension Phrases {
    /// What a check of the store finds, and what SQLite says.
    static let store = Phrases([
        ("% has a row of no record (number %)", "%1 có dòng không thuộc phiếu nào (số %2)"),
        ("% has a row too many", "%1 thừa một dòng"),
        ("% lacks a row", "%1 thiếu một dòng"),
        ("%: the record differs in its own data", "%1: các cột chung của phiếu khác nhau"),
        ("%: % differs in its own data", "%1: các cột chung của dòng %2 khác nhau"),
        ("%: % differs", "%1: %2 khác nhau"),
        ("the form has records but no tables", "biểu mẫu có phiếu nhưng không có bảng"),
        ("the sum of hashes is %", "tổng đúng là %1"),
        ("no current version", "không có bản hiện hành"),
        ("version %: the content does not have its hash", "bản %1: nội dung không khớp mã băm"),
        ("version %: the content is another record's", "bản %1: nội dung là của phiếu khác"),
        ("version %: content unreadable at byte %", "bản %1: không đọc được từ byte %2"),
        ("version %: % does not fit its commitment", "bản %1: %2 không khớp bản cam kết"),
        ("content unreadable at byte %", "không đọc được từ byte %1"),
        ("no such table: % (SQLite %)", "thiếu bảng %1"),
        ("no such column: % (SQLite %)", "thiếu cột %1"),
        ("table % has no column named % (SQLite %)", "bảng %1 thiếu cột %2"),
        ("database disk image is malformed (SQLite %)", "tệp bị hỏng (SQLite %1)"),
        ("disk I/O error (SQLite %)", "ổ đĩa đọc ghi bị lỗi (SQLite %1)"),
        ("unable to open database file (SQLite %)", "không mở được tệp (SQLite %1)"),
        ("file is not a database", "không phải tệp SQLite"),
    ])
}
