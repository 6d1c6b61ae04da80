extension Catalogue {
    /// What can be wrong with `data:quality` of a report.
    static let quality: [String: Sentence] = [
        "E-QUALITY-001": Sentence(
            vi: "không lọc được chất lượng của biểu mẫu '{form}' theo '{name}': biểu mẫu không có câu hỏi đó",
            en: "the quality of the form '{form}' cannot be narrowed by '{name}': it has no such question"),
        "E-QUALITY-002": Sentence(
            vi: "'{form}' không có '{name}'; hãy ghi một câu hỏi của phiếu, _interviewer, hoặc _question nếu được",
            en: "'{form}' has no '{name}'; give a question of the record, _interviewer, or _question where it fits"),
        "E-QUALITY-003": Sentence(
            vi: "data:quality: {property} phải là số trong khoảng {allowed}, không phải {found}",
            en: "data:quality: {property} must be a number within {allowed}, not {found}"),
        "E-QUALITY-004": Sentence(
            vi: "không so được '{form}' với '{name}': hai biểu mẫu phải cùng khóa (key)",
            en: "'{form}' cannot be compared with '{name}': both forms need the same key"),
    ]
}
