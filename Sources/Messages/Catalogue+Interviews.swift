extension Catalogue {
    /// What an interviewer is told.
    static let interviews: [String: Sentence] = [
        "E-INTERVIEW-001": Sentence(
            vi: "câu này chỉ để xem, không sửa được",
            en: "this is only shown, and cannot be changed"),
        "E-INTERVIEW-002": Sentence(
            vi: "câu này bắt buộc trả lời",
            en: "this question must be answered"),
        "E-INTERVIEW-003": Sentence(
            vi: "có số không ứng với người nào được hỏi ở câu này",
            en: "a number stands for nobody who is asked this question"),
        "E-INTERVIEW-004": Sentence(
            vi: "hãy ghi số của những người trả lời Có; không ai thì ghi 0",
            en: "type the numbers of those who say yes; 0 for nobody"),
        "E-INTERVIEW-005": Sentence(
            vi: "lúc này phiếu không hỏi '{field}'",
            en: "'{field}' is not asked now"),
        "E-INTERVIEW-006": Sentence(
            vi: "số dòng của '{roster}' do câu trả lời khác quyết định",
            en: "how many rows '{roster}' has follows from another answer"),
        "E-INTERVIEW-007": Sentence(
            vi: "'{roster}' không có dòng số {row}",
            en: "'{roster}' has no row {row}"),
        "N-INTERVIEW-001": Sentence(
            vi: "đã bỏ lựa chọn không còn phù hợp ở '{field}'",
            en: "choices of '{field}' that are no longer offered were taken away"),
        "N-INTERVIEW-002": Sentence(
            vi: "'{roster}' có {count:number} dòng thừa so với số đã khai; không dòng nào bị xóa",
            en: "'{roster}' has {count:row|rows} more than its count says; nothing was deleted"),
        "N-INTERVIEW-003": Sentence(
            vi: "đây là câu đầu tiên đã đi qua",
            en: "this is where the path began"),
        "N-INTERVIEW-004": Sentence(
            vi: "câu này không thuộc bảng kê nào",
            en: "this question stands in no roster"),
        "N-INTERVIEW-005": Sentence(
            vi: "không còn dòng nào nữa về phía đó",
            en: "there is no further row that way"),
    ]
}
