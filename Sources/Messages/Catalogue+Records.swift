extension Catalogue {
    /// What can be wrong with the answers of a record, and with making random ones.
    static let records: [String: Sentence] = [
        // Answers
        "E-ROW-001": Sentence(
            vi: "'{field}' không được hỏi ở phiếu này nhưng lại có giá trị; hãy để trống",
            en: "'{field}' is not asked here, but has a value; leave it empty"),
        "E-ROW-002": Sentence(
            vi: "'{field}' được hỏi ở phiếu này nhưng lại ghi là not_asked",
            en: "'{field}' is asked here, but is marked not_asked"),
        "E-ROW-003": Sentence(
            vi: "'{field}' tự tính ra '{expected}' nhưng lại ghi '{found}'; hãy sửa hoặc để trống",
            en: "'{field}' is calculated as '{expected}', but '{found}' is given; correct it or leave it empty"),
        "E-ROW-004": Sentence(
            vi: "bảng kê '{roster}' không được hỏi ở phiếu này nhưng lại có dòng",
            en: "the roster '{roster}' is not asked here, but has rows"),
        "E-ROW-005": Sentence(
            vi: "bảng kê '{roster}' phải có {expected:number} dòng nhưng đang có {found:number}",
            en: "the roster '{roster}' should have {expected:row|rows}, but has {found:number}"),
        "E-ROW-006": Sentence(
            vi: "'{field}' bắt buộc trả lời nhưng đang để trống",
            en: "'{field}' must be answered, but is empty"),
        "E-ROW-007": Sentence(
            vi: "'{field}' không cho chọn lý do '{found}'⟨; được chọn: {allowed}⟩",
            en: "'{field}' does not offer the reason '{found}'⟨; it offers: {allowed}⟩"),
        "E-ROW-008": Sentence(
            vi: "'{field}' là {found}, phải ⟨từ {min} đến {max}¦⟨từ {min} trở lên¦không quá {max}⟩⟩",
            en: "'{field}' is {found}, but should be ⟨{min} to {max}¦⟨{min} or more¦at most {max}⟩⟩"),
        "E-ROW-009": Sentence(
            vi: "'{field}': '{found}' viết chưa đúng; ⟨{text}¦phải là {pattern:pattern}⟩",
            en: "'{field}': '{found}' is not written as it should be; ⟨{text}¦it is {pattern:pattern}⟩"),
        "E-ROW-010": Sentence(
            vi: "'{field}': '{found}' không được chấp nhận⟨: {text}⟩",
            en: "'{field}': '{found}' is not accepted⟨: {text}⟩"),
        "E-ROW-011": Sentence(
            vi: "'{field}': '{found}' không có trong danh sách lựa chọn",
            en: "'{field}': '{found}' is not one of the choices"),
        "E-ROW-012": Sentence(
            vi: "'{field}': không chọn '{found}' được vì các câu trả lời trước",
            en: "'{field}': '{found}' is not offered after the earlier answers"),
        "W-ROW-001": Sentence(
            vi: "'{field}': '{found}' khác thường⟨: {text}⟩",
            en: "'{field}': '{found}' is unusual⟨: {text}⟩"),
        // The record as a whole
        "E-ROW-013": Sentence(
            vi: "'{found}' không phải kỳ của biểu mẫu này; cần {expected:round}",
            en: "'{found}' is not a round of this form; needed is {expected:round}"),
        "E-ROW-014": Sentence(
            vi: "ngày {date:date} không nằm trong kỳ {round}",
            en: "the date {date:date} is not within the round {round}"),
        "E-ROW-015": Sentence(
            vi: "'{field}': '{found}' không phải ngày, tháng (như 2026-05) hay năm",
            en: "'{field}': '{found}' is no date, month (such as 2026-05) or year"),
        "E-ROW-016": Sentence(
            vi: "thiếu khóa của phiếu; phải trả lời đủ: {fields}",
            en: "the key is incomplete; all of these must be answered: {fields}"),
        "E-ROW-017": Sentence(
            vi: "_id '{found}' không khớp với khóa của phiếu, phải là '{expected}'; có thể bỏ cột _id",
            en: """
                the _id '{found}' does not follow from the key, which gives '{expected}'; the column _id can \
                be left out
                """),
        "E-ROW-018": Sentence(
            vi:
                "bảng kê '{roster}' có {found:number} dòng nhưng chưa biết phải có mấy dòng; hãy trả lời câu hỏi số dòng",
            en: """
                the roster '{roster}' has {found:row|rows}, but the answer that says how many it should have is missing
                """),
        "E-ROW-019": Sentence(
            vi: "bảng kê '{roster}': số dòng (_row) {row} phải từ 1 đến 1.000.000.000 và chỉ dùng một lần",
            en: "roster '{roster}': the row number (_row) {row} must be 1 to 1,000,000,000, and be used once only"),
        // Random records
        "E-SIM-001": Sentence(
            vi: "thử {tries} lần vẫn không có câu trả lời hợp lệ cho '{field}'; hãy sửa phân bố của nó",
            en: "no valid answer to '{field}' in {tries:try|tries}; change its distribution"),
        "E-SIM-002": Sentence(
            vi: "hàm phân bố⟨ của '{field}'⟩ không cho kết quả",
            en: "the function for the distribution⟨ of '{field}'⟩ gave no result"),
        "E-SIM-003": Sentence(
            vi: "phân bố của '{field}' không phù hợp: {text}",
            en: "the distribution of '{field}' does not fit: {text}"),
        "E-SIM-004": Sentence(
            vi: "chưa có {file}, danh sách đơn vị; không biết tạo phiếu cho đơn vị nào",
            en: "there is no {file}, the list of units to make records for"),
        "E-SIM-005": Sentence(
            vi: "--sample cần biểu mẫu {form} có danh sách đơn vị (frame) và có design chia tầng theo một trường khóa",
            en: "--sample needs a frame for form {form}, and a design whose stratum is a field of its key"),
        "E-SIM-006": Sentence(
            vi: "biểu mẫu {form} không có danh sách đơn vị; hãy cho số phiếu bằng -n",
            en: "form {form} has no frame; say how many records by -n"),
        "E-SIM-009": Sentence(
            vi: "'{field}' phải đúng mẫu {pattern} nên không tự đặt ra được; hãy viết hàm cho nó trong simulate",
            en: "'{field}' must fit the pattern {pattern}, so it cannot be made up; give it a function in simulate"),
        "E-SIM-010": Sentence(
            vi: "kỳ '{period}' không có ngày đầu, ngày cuối để rải phiếu; hãy cho một năm hoặc kỳ ngắn hơn",
            en: "the period '{period}' has no days to spread records over; give a year or less"),
        "E-SIM-007": Sentence(
            vi: """
                phiếu {id} đã có trong kho với nội dung khác⟨ (ở {path})⟩; hãy dùng lại --seed cũ, hoặc kho chưa có \
                số liệu
                """,
            en: """
                record {id} is in the store with other content⟨ (at {path})⟩; use the same --seed again, or an empty \
                store
                """),
        "E-SIM-008": Sentence(
            vi: "không tạo thêm được phiếu {form} khác các phiếu đã có; hãy tạo ít phiếu hơn hoặc mở rộng phân bố",
            en: "no more different records of {form} could be drawn; ask for fewer, or widen the distributions"),
    ]
}
