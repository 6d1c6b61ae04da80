extension Catalogue {
    /// What `chiso doctor` finds, and what to do about it.
    static let doctor: [String: Sentence] = [
        // The workspace
        "N-DOCTOR-001": Sentence(
            vi: "không gian làm việc {path}, múi giờ {zone}, hôm nay {date}",
            en: "workspace {path}, time zone {zone}, today {date}"),
        "N-DOCTOR-002": Sentence(vi: "không có chiso.toml trong {path}", en: "there is no chiso.toml in {path}"),
        "N-DOCTOR-003": Sentence(
            vi: "dùng --workspace, tạo tệp chiso.toml (tệp rỗng cũng được), hoặc tạo không gian mới bằng chiso init",
            en: "use --workspace, make a chiso.toml (an empty one will do), or a new workspace by chiso init"),
        // Scripts
        "N-DOCTOR-004": Sentence(
            vi: "{forms:number} biểu mẫu, {indicators:number} chỉ tiêu, {reports:number} báo cáo",
            en: "{forms:form|forms}, {indicators:indicator|indicators}, {reports:report|reports}"),
        "N-DOCTOR-005": Sentence(
            vi: "kịch bản có {count:number} lỗi",
            en: "the scripts have {count:error|errors}"),
        "N-DOCTOR-006": Sentence(
            vi: "đưa danh sách vào đó thì mới tính được độ bao phủ",
            en: "put the list there, so that coverage can be computed"),
        // The store
        "N-DOCTOR-007": Sentence(vi: "chưa có kho số liệu ({path})", en: "there is no store yet ({path})"),
        "N-DOCTOR-008": Sentence(
            vi: "kho số liệu {path}: {count:number} phiếu",
            en: "store {path}: {count:record|records}"),
        "N-DOCTOR-009": Sentence(vi: "kho chỉ có số liệu mẫu", en: "the store holds demo data only"),
        "N-DOCTOR-010": Sentence(
            vi: "xóa tệp kho trước khi nhập số liệu thật",
            en: "remove the store's file before real data are brought in"),
        "N-DOCTOR-019": Sentence(
            vi: "kho có cả số liệu mẫu lẫn số liệu đã nhập; chỉ tiêu tính chung cả hai",
            en: "the store mixes demo data with collected data; figures are computed from both"),
        "N-DOCTOR-020": Sentence(
            vi: "chiso db backup TỆP, rồi chuyển {path} đi chỗ khác và nhập lại số liệu thật vào kho mới",
            en: "chiso db backup FILE, then move {path} away and import the real data into a new store"),
        "N-DOCTOR-021": Sentence(
            vi: "{count:number} quy tắc cảnh báo, chưa chạy lần nào",
            en: "{count:alert rule|alert rules}, never run"),
        "N-DOCTOR-022": Sentence(
            vi: "đặt lịch chạy 'chiso alerts run' hằng ngày: Examples/scheduled",
            en: "have 'chiso alerts run' run every day: Examples/scheduled"),
        "N-DOCTOR-023": Sentence(
            vi: "{count:number} quy tắc cảnh báo, lượt cuối: {time}",
            en: "{count:alert rule|alert rules}, last run: {time}"),
        "N-DOCTOR-024": Sentence(
            vi: "[notifiers.{name}] đủ thông tin để gửi", en: "[notifiers.{name}] has all that it needs"),
        "N-DOCTOR-025": Sentence(
            vi: "{count:number} thông báo không gửi được, đã bỏ",
            en: "{count:message was|messages were} given up undelivered"),
        "N-DOCTOR-011": Sentence(vi: "kho chưa được sao lưu lần nào", en: "the store was never backed up"),
        "N-DOCTOR-012": Sentence(vi: "lần sao lưu cuối: {time}", en: "last backup: {time}"),
        "N-DOCTOR-026": Sentence(
            vi: "số liệu dạng cột để tính nhanh: {size} MB trong {path}; tự theo kho, xóa lúc nào cũng được",
            en:
                "columns that make figures fast: {size} MB in {path}; they follow the store, and may be deleted at any time"
        ),
        // Remedies for a store that cannot be opened
        "N-DOCTOR-013": Sentence(
            vi: "đưa tệp đó ra chỗ khác, rồi chạy chiso db restore FILE nếu có bản sao lưu",
            en: "move that file away, then run chiso db restore FILE if there is a backup"),
        "N-DOCTOR-014": Sentence(vi: "cập nhật chương trình", en: "update the program"),
        "N-DOCTOR-015": Sentence(
            vi: "đợi chương trình kia xong rồi thử lại",
            en: "wait for the other process and try again"),
        "N-DOCTOR-016": Sentence(
            vi: "sửa quyền của tệp và thư mục",
            en: "mend the permissions of the file and its folder"),
        "N-DOCTOR-017": Sentence(vi: "giải phóng chỗ trên ổ đĩa", en: "make room on the disk"),
        "N-DOCTOR-018": Sentence(
            vi: "đặt store.path trong chiso.toml về ổ đĩa của máy này",
            en: "set store.path in chiso.toml to a disk of this machine"),
    ]
}
