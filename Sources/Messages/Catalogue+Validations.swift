extension Catalogue {
    /// Rules over collected records: how they are declared, and what their check says.
    static let validations: [String: Sentence] = [
        "E-VALIDATION-001": Sentence(
            vi: """
                'by' chỉ dùng cho quy tắc giữa các biểu mẫu; validation "{id}" có 'over' nên xét từng phiếu, hãy bỏ \
                một trong hai
                """,
            en: """
                'by' is for rules between forms; validation "{id}" has 'over' and is asked of each record, so leave \
                one of them out
                """),
        "E-VALIDATION-002": Sentence(
            vi: "'{property}' cần 'over': hãy ghi over = \"tên biểu mẫu\" để biết xét phiếu nào",
            en: "'{property}' needs 'over': write over = \"form\" to say which records it is about"),
        "E-VALIDATION-003": Sentence(
            vi: "validation \"{id}\" phải có đúng một điều kiện⟨, đang có: {found}⟩; hãy chọn một trong: {allowed}",
            en: "validation \"{id}\" must ask exactly one thing⟨, found: {found}⟩; choose one of: {allowed}"),
        "E-VALIDATION-004": Sentence(
            vi: "'previous' cần một biểu mẫu có khóa (key) và kỳ (round); '{form}' không có, hoặc là bảng kê",
            en: "'previous' needs a form with a key and rounds; '{form}' has none, or is a roster"),
        "E-VALIDATE-001": Sentence(vi: "không có quy tắc kiểm tra '{name}'", en: "unknown rule '{name}'"),
        "E-VALIDATE-002": Sentence(
            vi: "không có phiếu nào để kiểm tra⟨ trong kỳ {period}⟩⟨ của biểu mẫu {form}⟩",
            en: "there is no record to be checked⟨ in {period}⟩⟨ of the form {form}⟩"),
        "E-VALIDATE-003": Sentence(
            vi: "{count:number} quy tắc bị hỏng, như kể trên; kết quả của các quy tắc khác vẫn đúng",
            en: "{count:rule|rules} failed, as told above; the results of the others hold"),
        "E-VALIDATE-004": Sentence(
            vi: "--rule {id} không xét biểu mẫu {form}",
            en: "--rule {id} is not about the form {form}"),
        "N-VALIDATE-001": Sentence(
            vi: "bỏ qua quy tắc '{id}': không lọc được theo {name}",
            en: "left out the rule '{id}': it cannot be selected by {name}"),
        "N-VALIDATE-002": Sentence(
            vi: "không có quy tắc nào⟨ cho biểu mẫu {form}⟩; quy tắc nằm ở Rules/validations",
            en: "there are no rules⟨ for the form {form}⟩; rules stand in Rules/validations"),
        "N-VALIDATE-003": Sentence(
            vi: """
                {rules:number} quy tắc: {errors:number} chỗ lỗi, {warnings:number} chỗ cần xem lại, {missing:number} \
                chỗ chưa xét được vì thiếu câu trả lời
                """,
            en: """
                {rules:rule|rules}: {errors:error|errors}, {warnings:warning|warnings}, {missing:place|places} not \
                evaluated for a missing answer
                """),
        "N-VALIDATE-004": Sentence(
            vi: """
                xem từng phiếu: thêm --records hoặc --rule MÃ; mở và sửa một phiếu: chiso data edit MÃ_PHIẾU; trả lại: \
                chiso data review MÃ_PHIẾU --return --note …
                """,
            en: """
                to see the records add --records or --rule ID; to open and mend one: chiso data edit RECORD; to send \
                it back: chiso data review RECORD --return --note …
                """),
        "N-VALIDATE-005": Sentence(
            vi: "{id}: hỏng ở {count:number} chỗ: {records}",
            en: "{id}: failed at {count:place|places}: {records}"),
    ]
}
