extension Catalogue {
    /// New workspaces and model scripts.
    static let scaffolding: [String: Sentence] = workspaces.merging(models) { own, _ in own }

    private static let workspaces: [String: Sentence] = [
        "E-INIT-001": Sentence(
            vi: """
                {file} đã có, và chiso init không ghi đè gì nên chưa tạo gì; hãy chọn thư mục khác, hoặc chuyển {file} \
                đi chỗ khác
                """,
            en: """
                {file} is there already, and chiso init replaces nothing, so nothing was made; choose another folder, \
                or move {file} away
                """),
        "E-INIT-002": Sentence(
            vi: "{path} là một tệp, không phải thư mục; hãy nêu tên một thư mục khác",
            en: "{path} is a file, not a folder; give another name"),
        "E-INIT-003": Sentence(
            vi: "không tạo được {file}: {text:reason}; không còn gì dở dang",
            en: "{file} cannot be made: {text:reason}; nothing is left half made"),
        "N-INIT-001": Sentence(
            vi: "đã tạo không gian làm việc {path}: {count:number} tệp",
            en: "made the workspace {path}: {count:file|files}"),
        "N-INIT-002": Sentence(
            vi: "thư mục này nằm trong không gian làm việc {path}; từ đây trở vào, các lệnh dùng không gian mới",
            en: "this folder lies within the workspace {path}; in here, commands use the new one"),
        "N-INIT-003": Sentence(vi: "bước tiếp theo:", en: "what to do next:"),
        "N-INIT-004": Sentence(vi: "kiểm tra các kịch bản", en: "check the scripts"),
        "N-INIT-005": Sentence(vi: "chạy các bài thử", en: "run their tests"),
        "N-INIT-006": Sentence(vi: "lập 200 phiếu thử", en: "make up 200 records"),
        "N-INIT-007": Sentence(vi: "tính chỉ tiêu", en: "compute the indicators"),
        "N-INIT-008": Sentence(vi: "lập báo cáo", en: "write the report"),
    ]

    private static let models: [String: Sentence] = [
        "E-NEW-001": Sentence(
            vi: "{file} đã có; hãy chọn tên khác, hoặc sửa tệp ấy",
            en: "{file} is there already; choose another name, or change that file"),
        "E-NEW-002": Sentence(
            vi: "{kind} \"{name}\" đã được khai báo tại {first}; hãy chọn tên khác, hoặc sửa ở đó",
            en: "{kind} \"{name}\" is declared at {first} already; choose another name, or change it there"),
        "E-NEW-003": Sentence(
            vi: "không gian làm việc chưa có biểu mẫu nào dùng được; trước hết hãy chạy chiso new form TÊN",
            en: "the workspace has no form that can be used yet; first run chiso new form NAME"),
        "E-NEW-004": Sentence(
            vi: "không gian làm việc chưa có chỉ tiêu nào dùng được; trước hết hãy chạy chiso new indicator TÊN",
            en: "the workspace has no indicator that can be used yet; first run chiso new indicator NAME"),
        "E-NEW-005": Sentence(
            vi: "không có biểu mẫu hoặc bảng kê '{name}'⟨; có: {allowed}⟩",
            en: "there is no form or roster '{name}'⟨; there are: {allowed}⟩"),
        "E-NEW-006": Sentence(
            vi: "không có chỉ tiêu '{name}'⟨; có: {allowed}⟩",
            en: "there is no indicator '{name}'⟨; there are: {allowed}⟩"),
        "E-NEW-007": Sentence(
            vi: "'{name}' có lỗi nên chưa dùng được (tại {place}); hãy chạy chiso check và sửa trước",
            en: "'{name}' has a fault and cannot be used yet (at {place}); run chiso check and mend it first"),
        "N-NEW-001": Sentence(vi: "sửa tệp ấy, rồi chạy thử:", en: "change it, then try:"),
    ]
}
