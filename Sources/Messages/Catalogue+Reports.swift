extension Catalogue {
    /// What can keep a report from being made.
    static let reports: [String: Sentence] = [
        // In the script
        "E-REPORT-001": Sentence(
            vi: "{function}: {property} phải là {expected:type}, không phải {found:type}",
            en: "{function}: {property} must be {expected:type}, not {found:type}"),
        "E-REPORT-002": Sentence(
            vi: "{function} không có thuộc tính '{name}'",
            en: "{function} has no property '{name}'"),
        "E-REPORT-003": Sentence(
            vi: "{function}: {property} không nhận '{found}'; cần một trong: {allowed}",
            en: "{function}: {property} cannot be '{found}'; it is one of: {allowed}"),
        "E-REPORT-004": Sentence(vi: "không có chỉ tiêu '{name}'", en: "unknown indicator '{name}'"),
        "E-REPORT-005": Sentence(
            vi: "chỉ tiêu '{id}' không phân tổ được theo '{name}'",
            en: "the indicator '{id}' cannot be split by '{name}'"),
        "E-REPORT-006": Sentence(
            vi: "chỉ tiêu '{id}' tính từ chỉ tiêu khác; hãy hỏi data:silent của từng chỉ tiêu đó",
            en: "the indicator '{id}' is made from others; ask data:silent of each of those"),
        "E-REPORT-007": Sentence(
            vi: "báo cáo dừng giữa chừng vì đọc một giá trị không có",
            en: "the report ended early, as it read a value that is not there"),
        "E-REPORT-008": Sentence(
            vi: "doc:recipients phải đi cùng doc:signature",
            en: "doc:recipients goes together with doc:signature"),
        "E-REPORT-009": Sentence(
            vi: "bảng chỉ tiêu không có cột '{name}'",
            en: "a table of indicators has no column '{name}'"),
        "E-REPORT-010": Sentence(
            vi: "dòng {row} của bảng có {found:number} ô, phải có {expected:number}",
            en: "row {row} of the table has {found:cell|cells}, not {expected:number}"),
        // On the command line
        "E-REPORT-012": Sentence(
            vi: "đến {date:date} chưa có kỳ nào đã kết thúc mà có phiếu (cần {expected:round}); hãy ghi --period",
            en: "no period that ended by {date:date} has records (needed is {expected:round}); give --period"),
        "E-REPORT-013": Sentence(
            vi: "báo cáo {name} không lập cho kỳ {period}; cần {expected:round}",
            en: "the report {name} is not made for {period}; give it {expected:round}"),
        "E-REPORT-014": Sentence(
            vi: "'{value}' không có trong danh sách của '{name}'",
            en: "'{value}' is not among the choices of '{name}'"),
        "E-REPORT-015": Sentence(
            vi: "chỉ tiêu '{id}' không dùng được: {text}",
            en: "the indicator '{id}' cannot be used: {text}"),
        // Records
        "E-REPORT-016": Sentence(vi: "không có biểu mẫu '{name}'", en: "unknown form '{name}'"),
        "E-REPORT-017": Sentence(
            vi: "phiếu '{form}' là phiếu kín: báo cáo chỉ in số gộp, trừ khi uses_personal ghi trường cá nhân",
            en: "'{form}' is confidential: reports print only figures of it, unless uses_personal lists a field"),
        "E-REPORT-018": Sentence(
            vi: "'{name}' của '{form}' là dữ liệu cá nhân; muốn in thì ghi vào uses_personal của báo cáo",
            en: "'{name}' of '{form}' is personal; list it in the report's uses_personal to print it"),
        "E-REPORT-019": Sentence(
            vi: "kỳ {period} chưa bắt đầu vào ngày {date:date}; hãy chọn kỳ đã bắt đầu, hoặc ghi --as-of",
            en: "{period} has not begun by {date:date}; choose a period that has, or give --as-of"),
        "N-REPORT-001": Sentence(
            vi: "bỏ qua {count:number} chỉ tiêu không lọc được theo {name}",
            en: "left out {count:indicator|indicators} that cannot be selected by {name}"),
        "N-REPORT-002": Sentence(
            vi:
                "chưa có kỳ nào đã kết thúc mà có phiếu: báo cáo lập cho kỳ đang chạy {period}, số liệu đến {date:date}",
            en: "no period that has ended has records: the report is of the running one, {period}, up to {date:date}"),
    ]
}
