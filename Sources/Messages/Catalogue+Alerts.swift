extension Catalogue {
    /// Alert rules: how they are declared.
    static let alerts: [String: Sentence] = [
        "E-ALERT-001": Sentence(
            vi: "'by' chỉ dùng khi watch là một chỉ tiêu; hàm watch tự cho nhãn (labels) của từng dòng",
            en: "'by' is for a watch that is an indicator; a watch function gives the labels of its rows itself"),
        "E-ALERT-002": Sentence(
            vi: "không có cảnh báo '{name}'⟨; ý là '{nearest}'?⟩",
            en: "no alert '{name}'⟨; did you mean '{nearest}'?⟩"),
        "E-ALERT-003": Sentence(
            vi: "biểu mẫu '{form}' không có kỳ (round = \"once\"), nên không có kỳ đã khóa gần nhất; hãy ghi "
                + "period = \"to_date\"",
            en: "the form '{form}' has no rounds (round = \"once\"), and so no last closed period; write "
                + "period = \"to_date\""),
        "E-ALERT-004": Sentence(
            vi: "{function} cần {expected}, đây là {found}", en: "{function} takes {expected}, not {found}"),
        "E-ALERT-005": Sentence(
            vi: "hai dòng cùng nhãn ({labels}); mỗi dòng phải có nhãn riêng",
            en: "two rows have the same labels ({labels}); each needs its own"),
        "E-ALERT-006": Sentence(
            vi:
                "công thức của chỉ tiêu '{id}' hỏng ở {count:number} phiếu, nên không xét cảnh báo; xem chiso eval {id}",
            en: "the formula of the indicator '{id}' failed on {count:record|records}; see chiso eval {id}"),
    ]
}
