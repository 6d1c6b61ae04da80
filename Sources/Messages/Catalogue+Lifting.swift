extension Catalogue {
    /// Why a formula is interpreted, a record at a time, and does not run over columns. It gives the same figures, more
    /// slowly.
    static let lifting: [String: Sentence] = [
        "N-LIFT-001": interpreted(
            vi: "không tách được văn bản của hàm (nhiều hàm trên một dòng, hoặc có …)",
            en: "its text could not be told from others (several functions on a line, or one with …)"),
        "N-LIFT-002": interpreted(
            vi: "hàm {name} chưa tính được theo cột", en: "the function {name} has no columns"),
        "N-LIFT-003": interpreted(
            vi: "phương thức :{name} chưa tính được theo cột", en: "the method :{name} has no columns"),
        "N-LIFT-004": interpreted(
            vi: "vòng lặp không chạy trên một danh sách cố định; với danh sách con, hãy dùng count, sum, any, all",
            en: "a loop that runs over nothing fixed; over a roster, use count, sum, any, all"),
        "N-LIFT-005": interpreted(
            vi: "gán lại '{name}', biến mà hàm khác cũng dùng",
            en: "it assigns '{name}', which another function uses, too"),
        "N-LIFT-006": interpreted(
            vi: "biến '{name}' bên ngoài hàm giữ thứ không cố định",
            en: "the variable '{name}' around it holds something that is not fixed"),
        "N-LIFT-007": interpreted(
            vi: "phép {name} chưa tính được theo cột", en: "the operator {name} has no columns"),
        "N-LIFT-008": interpreted(
            vi: "câu hỏi '{name}' (xếp hạng, tọa độ) không có cột",
            en: "the question '{name}' (a rank, a point on the globe) has no column"),
        "N-LIFT-009": interpreted(
            vi: "dùng {found} như một giá trị", en: "it uses a {found} as a value"),
        "N-LIFT-010": interpreted(
            vi: "đọc .{name} của một giá trị chưa biết kiểu",
            en: "it reads .{name} of a value whose type is not known before"),
        "N-LIFT-011": interpreted(
            vi: "so các dòng của một danh sách con với nhau", en: "it compares the rows of a roster with each other"),
        "N-LIFT-012": interpreted(
            vi: "hàm gọi lại chính nó, hoặc gọi lồng quá sâu", en: "it calls itself, or calls nest too deeply"),
        "N-LIFT-013": interpreted(
            vi: "có quá nhiều nhánh", en: "it has too many cases"),
        "N-LIFT-014": interpreted(
            vi: "{name} chưa tính được theo cột", en: "{name} has no columns"),
        "N-LIFT-020": Sentence(
            vi: "{count} trong {total} công thức chạy theo cột",
            en: "{count} of {total} formulas run over columns"),
    ]

    private static func interpreted(vi: String, en: String) -> Sentence {
        Sentence(
            vi: "{kind} \"{id}\": {property} chạy từng phiếu, không theo cột (kết quả như nhau, chậm hơn): " + vi,
            en: "{kind} \"{id}\": {property} is interpreted record by record (the same figures, more slowly): " + en)
    }
}
