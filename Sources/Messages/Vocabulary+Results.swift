extension Vocabulary {
    /// How visits end.
    static let results = words([
        ("completed", vi: "hoàn thành", en: "completed"),
        ("partly_completed", vi: "hoàn thành một phần", en: "partly completed"),
        ("refused", vi: "từ chối", en: "refused"),
        ("nobody_home", vi: "không có ai ở nhà", en: "nobody at home"),
        ("postponed", vi: "hẹn lại", en: "postponed"),
        ("vacant", vi: "nhà bỏ trống", en: "vacant"),
        ("not_found", vi: "không tìm thấy", en: "not found"),
        ("moved_away", vi: "đã chuyển đi", en: "moved away"),
        ("merged", vi: "đã nhập vào đơn vị khác", en: "merged with another"),
        ("not_eligible", vi: "không thuộc diện hỏi", en: "not eligible"),
        ("incapable", vi: "không trả lời được", en: "not able to answer"),
        ("incomplete", vi: "lưu dở dang", en: "saved as incomplete"),
        ("returned", vi: "bị trả lại", en: "sent back"),
        ("rejected", vi: "không được duyệt", en: "rejected"),
    ])
}
