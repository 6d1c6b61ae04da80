extension Catalogue {
    /// What the command line says.
    static let system: [String: Sentence] = [
        // What was asked for
        "E-CLI-001": Sentence(vi: "không có chỉ tiêu '{name}'", en: "unknown indicator '{name}'"),
        "E-CLI-002": Sentence(
            vi: "không có kỳ '{name}'; hãy viết như 2026, 2026-H1, 2026-Q3 hoặc 2026-03",
            en: "unknown period '{name}'; write 2026, 2026-H1, 2026-Q3 or 2026-03"),
        "E-CLI-003": Sentence(vi: "không phân tổ được theo '{name}'", en: "unknown split '{name}'"),
        "E-CLI-004": Sentence(vi: "không có biểu mẫu '{name}'", en: "unknown form '{name}'"),
        "E-CLI-005": Sentence(vi: "không có báo cáo '{name}'", en: "unknown report '{name}'"),
        "E-CLI-006": Sentence(vi: "không có thư mục làm việc {path}", en: "there is no workspace folder {path}"),
        "E-CLI-027": Sentence(
            vi: "thư mục đang đứng không còn nữa; hãy chuyển (cd) sang thư mục khác",
            en: "the current folder is no longer there; change (cd) to another one"),
        "E-CLI-007": Sentence(
            vi: "'{value}' không phải ngày; hãy viết năm-tháng-ngày, như 2026-06-30",
            en: "'{value}' is not a date; write year-month-day, such as 2026-06-30"),
        "E-CLI-009": Sentence(vi: "không có phiếu {id}", en: "there is no record {id}"),
        "E-CLI-025": Sentence(
            vi: "có {count:number} phiếu bắt đầu bằng '{id}'; hãy viết thêm vài ký tự",
            en: "{count:record begins|records begin} with '{id}'; write more of the id"),
        "E-CLI-010": Sentence(
            vi: "'{value}' viết chưa đúng; hãy viết TÊN=GIÁ_TRỊ, như village=dt1",
            en: "'{value}' does not fit; write NAME=VALUE, such as village=dt1"),
        "E-CLI-013": Sentence(
            vi: "không dùng {first} cùng với {second}",
            en: "{first} and {second} cannot be given together"),
        "E-CLI-015": Sentence(
            vi: "{option}: '{value}' không hợp lệ; cần: {allowed}",
            en: "{option}: '{value}' does not fit; expected: {allowed}"),
        "E-CLI-022": Sentence(
            vi: "không có múi giờ '{name}'; hãy viết như Asia/Ho_Chi_Minh",
            en: "unknown time zone '{name}'; write, say, Asia/Ho_Chi_Minh"),
        "E-CLI-023": Sentence(
            vi: "chưa có kế hoạch tạo số liệu thử cho biểu mẫu {form}; hãy viết Surveys/simulate/{form}.lua",
            en: "there is no plan to simulate form {form}; write Surveys/simulate/{form}.lua"),
        // Files
        "E-CLI-011": Sentence(vi: "không đọc được {file}: {text:reason}", en: "{file} cannot be read: {text:reason}"),
        "E-CLI-012": Sentence(
            vi: "không ghi được {file}: {text:reason}",
            en: "{file} cannot be written: {text:reason}"),
        "E-CLI-024": Sentence(vi: "{place}: {text}", en: "{place}: {text}"),
        "E-CLI-026": Sentence(
            vi: "chương trình gặp lỗi ngoài dự kiến: {text}; kho dữ liệu không thay đổi",
            en: "the program failed unexpectedly: {text}; the store was not changed"),
        "N-CLI-004": Sentence(vi: "đã ghi {file}", en: "wrote {file}"),
        // Scripts and figures
        "E-CLI-008": Sentence(
            vi: "kịch bản có {count:number} lỗi nên chưa tính được gì; hãy chạy chiso check",
            en: "the scripts have {count:error|errors}, so nothing was computed; run chiso check"),
        "N-CHECK-001": Sentence(
            vi: """
                đã kiểm tra {forms:number} biểu mẫu, {indicators:number} chỉ tiêu: {errors:number} lỗi, \
                {warnings:number} cảnh báo
                """,
            en: """
                checked {forms:form|forms} and {indicators:indicator|indicators}: {errors:error|errors}, \
                {warnings:warning|warnings}
                """),
        "E-CLI-014": Sentence(
            vi: "{count:number} phiếu không tính được ở một số chỉ tiêu (xem danh sách ở trên)",
            en: "{count:record|records} failed in some figures (listed above)"),
        "E-CLI-018": Sentence(vi: "đã dừng theo yêu cầu", en: "interrupted"),
        // Import
        "E-CLI-016": Sentence(
            vi: "đã dừng nhập: có {count:number} lỗi, chưa ghi gì vào kho",
            en: "the import stopped: {count:problem|problems}, nothing was written"),
        "E-CLI-020": Sentence(
            vi: "phiếu {id} đã có với nội dung khác: {path}: '{old}' → '{new}'; dùng --update để ghi bản mới",
            en: """
                record {id} is known with other content: {path}: '{old}' → '{new}'; use --update to store a \
                new version
                """),
        "E-CLI-021": Sentence(
            vi: """
                tệp này đã nhập một phần: {known:number} trong {count:number} dòng đã có trong kho; hãy thêm \
                cột _id hoặc dùng --batch TÊN
                """,
            en: """
                the file is partly known: {known:number} of {count:row is|rows are} stored already; give a \
                column _id or --batch NAME
                """),
        "N-CLI-001": Sentence(
            vi: """
                đã nhập: {inserted:number} phiếu mới, {unchanged:number} không đổi, {updated:number} cập nhật, \
                {rejected:number} bị từ chối
                """,
            en: """
                imported: {inserted:number} new, {unchanged:number} unchanged, {updated:number} updated, \
                {rejected:number} rejected
                """),
        "N-CLI-002": Sentence(
            vi: "các dòng bị từ chối đã ghi vào {file}; có thể sửa rồi nhập lại",
            en: "rejected rows were written to {file}; mend them there and import that file"),
        // Records and the store
        "E-CLI-017": Sentence(
            vi: """
                kho đang có số liệu khác, không phải số liệu mẫu, nên không ghi số liệu mẫu vào; hãy dùng không gian \
                làm việc khác, hoặc thêm --force nếu chắc chắn
                """,
            en: """
                the store holds other data than the demo's, so the demo data were not written; use another \
                workspace, or --force if that is meant
                """),
        "W-CLI-001": Sentence(
            vi: "kho đang có số liệu mẫu; số liệu vừa nhập nằm chung với chúng, hãy nhập lại vào một kho mới",
            en: "the store holds demo data, and these records now stand among them; import them into a new store"),
        "E-CLI-019": Sentence(
            vi: "kho bị hỏng: {count:number} điểm (xem danh sách ở trên); hãy khôi phục bằng chiso db restore",
            en: "the store is damaged: {count:finding|findings} (listed above); restore a backup by chiso db restore"),
        "N-CLI-007": Sentence(
            vi: "đã xuất {count:number} phiếu vào {file}",
            en: "exported {count:record|records} to {file}"),
        "N-CLI-008": Sentence(
            vi: "đã khôi phục kho từ {file}; kho trước đó được giữ ở: {kept}",
            en: "restored the store from {file}; the earlier one is kept at: {kept}"),
        "N-CLI-003": Sentence(
            vi: "chưa có phiếu nào của biểu mẫu {form}",
            en: "there are no records of form {form} yet"),
        "N-CLI-005": Sentence(
            vi: "đã tạo thử {count:number} phiếu {form} cho kỳ {period}",
            en: "simulated {count:record|records} of {form} in {period}"),
        "N-CLI-009": Sentence(
            vi: "số liệu mẫu {form} kỳ {period} đã có sẵn",
            en: "the demo data of {form} in {period} are there already"),
        "N-CLI-006": Sentence(
            vi: "kho dữ liệu nguyên vẹn: {records:number} phiếu, {versions:number} bản",
            en: "the store is sound: {records:record|records}, {versions:version|versions}"),
    ]
}
