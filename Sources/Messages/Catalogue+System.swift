extension Catalogue {
    /// What the command line says.
    static let system: [String: Sentence] = [
        // What was asked for
        "E-CLI-001": Sentence(vi: "không có chỉ tiêu '{name}'", en: "unknown indicator '{name}'"),
        "E-CLI-002": Sentence(
            vi: "không có kỳ '{name}'; hãy viết như 2026, 2026-H1, 2026-Q3 hoặc 2026-03",
            en: "unknown period '{name}'; write 2026, 2026-H1, 2026-Q3 or 2026-03"),
        "E-CLI-003": Sentence(
            vi: "không có phân tổ '{name}'⟨; có thể dùng: {allowed}⟩",
            en: "unknown split '{name}'⟨; there are: {allowed}⟩"),
        "E-CLI-004": Sentence(vi: "không có biểu mẫu '{name}'", en: "unknown form '{name}'"),
        "E-CLI-005": Sentence(vi: "không có báo cáo '{name}'", en: "unknown report '{name}'"),
        "E-CLI-027": Sentence(
            vi: """
                {path} không phải không gian làm việc: không có chiso.toml, Surveys hay Rules; hãy chuyển đến thư mục \
                làm việc, thêm --workspace THƯ_MỤC, hoặc tạo mới bằng chiso init
                """,
            en: """
                {path} is no workspace: it has no chiso.toml, Surveys or Rules; go to the workspace's folder, give \
                --workspace FOLDER, or make a new one by chiso init
                """),
        "E-CLI-006": Sentence(vi: "không có thư mục làm việc {path}", en: "there is no workspace folder {path}"),
        "E-CLI-028": Sentence(
            vi: "thư mục đang đứng không còn nữa; hãy chuyển (cd) sang thư mục khác",
            en: "the current folder is no longer there; change (cd) to another one"),
        "E-CLI-007": Sentence(
            vi: "'{value}' không phải ngày; hãy viết năm-tháng-ngày, như 2026-06-30",
            en: "'{value}' is not a date; write year-month-day, such as 2026-06-30"),
        "E-CLI-009": Sentence(vi: "không có phiếu {id}", en: "there is no record {id}"),
        "E-CLI-029": Sentence(
            vi: "--before {name} không trước {period}; hãy chọn một kỳ đã hết trước đó",
            en: "--before {name} is not before {period}; choose a period that had ended by then"),
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
        "E-CLI-035": Sentence(
            vi: "hãy cho biết mã, như chiso explain-code E-FIELD-001; xem mọi mã bằng --list",
            en: "name a code, such as chiso explain-code E-FIELD-001; --list shows all"),
        "E-CLI-036": Sentence(vi: "không có mã '{name}'", en: "there is no code '{name}'"),
        "N-CHECK-003": Sentence(
            vi: "{count:number} ghi chú không hiện; xem bằng --notes", en: "{count:note|notes} not shown; see --notes"),
        "N-CHECK-002": Sentence(
            vi: "{file}: còn {count:number} lỗi, cảnh báo nữa của tệp này; mọi dòng có ở --format json",
            en: "{file}: {count:number} more of this file; --format json has them all"),
        "E-CLI-033": Sentence(
            vi: "đã có tệp {file}; hãy dùng tên khác, hoặc thêm --force để thay",
            en: "{file} is there already; give another name, or --force to replace it"),
        "E-CLI-034": Sentence(
            vi: "{file}: chưa biết dạng tệp này; hãy dùng {allowed}",
            en: "{file}: files of this kind are not known here; use {allowed}"),
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
            vi: "{count:number} chỉ tiêu không tính được, hoặc không tính được ở một số phiếu (xem ở trên)",
            en: "{count:indicator|indicators} could not be computed, or not on some records (told above)"),
        "N-CLI-010": Sentence(
            vi:
                "chưa có kho số liệu ({path}); hãy nhập phiếu bằng chiso data import, hoặc tạo số liệu mẫu bằng chiso simulate",
            en:
                "there is no store yet ({path}); bring records in with chiso data import, or make some up with chiso simulate"
        ),
        "N-CLI-011": Sentence(
            vi: """
                không gian làm việc {path} chưa có kịch bản nào; hãy viết biểu mẫu vào Surveys, chỉ tiêu vào \
                Rules/indicators, bắt đầu từ mẫu: chiso new form TÊN, chiso new indicator TÊN
                """,
            en: """
                the workspace {path} has no scripts yet; write forms in Surveys and indicators in Rules/indicators, \
                from models: chiso new form NAME, chiso new indicator NAME
                """),
        "N-CLI-012": Sentence(
            vi: "chưa khai báo chỉ tiêu nào; hãy viết vào Rules/indicators, hoặc chạy chiso new indicator TÊN",
            en: "no indicators are declared yet; write them in Rules/indicators, or run chiso new indicator NAME"),
        "N-CLI-013": Sentence(
            vi: "kho số liệu chưa có phiếu nào; hãy nhập bằng chiso data import",
            en: "the store holds no records yet; bring them in with chiso data import"),
        "E-CLI-018": Sentence(vi: "đã dừng theo yêu cầu", en: "interrupted"),
        // Import
        "E-CLI-016": Sentence(
            vi: "đã dừng nhập: có {count:number} lỗi, chưa ghi gì vào kho",
            en: "the import stopped: {count:problem|problems}, nothing was written"),
        "E-CLI-020": Sentence(
            vi: "phiếu {id} đã có với nội dung khác: {differences}; dùng --update để ghi bản mới",
            en: "record {id} is known with other content: {differences}; use --update to store a new version"),
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
        "E-CLI-030": Sentence(
            vi: """
                biểu mẫu {form} có bảng kê {rosters} nhưng không có tệp của nó; cập nhật như vậy sẽ xóa hết dòng bảng kê \
                đang có. Hãy thêm --roster {roster}=TỆP.csv
                """,
            en: """
                form {form} has the roster {rosters}, and no file is given for it; updated so, records would lose the rows \
                they have. Add --roster {roster}=FILE.csv
                """),
        "E-CLI-031": Sentence(
            vi: """
                phiếu {id} đang có {count:number} dòng {roster} trong kho mà dòng này không nhắc đến; hãy ghi đủ, hoặc \
                "{roster}": [] nếu đúng là không còn dòng nào
                """,
            en: """
                record {id} has {count:row|rows} of {roster} in the store, of which this line says nothing; give them, or \
                "{roster}": [] if there are none any more
                """),
        "E-CLI-032": Sentence(
            vi: """
                phiếu {id} đang có thông tin cá nhân {fields} trong kho mà dòng này không nhắc đến; hãy ghi đủ (xuất ra với \
                --include-personal), hoặc ghi null
                """,
            en: """
                record {id} has personal data in the store, {fields}, of which this line says nothing; give them (export \
                with --include-personal), or null
                """),
        "N-CLI-021": Sentence(
            vi: "biểu mẫu {form} có bảng kê {rosters} mà không có tệp: phiếu được nhập không có dòng {rosters} nào",
            en: "form {form} has the roster {rosters}, and no file is given: the records have no rows of {rosters}"),
        "N-CLI-022": Sentence(vi: "số phiếu theo kỳ: {rounds}", en: "records by round: {rounds}"),
        "N-CLI-023": Sentence(
            vi: "{count:number} phiếu không ghi ngày, lấy ngày {date:date} (phiếu đã có trong kho giữ ngày cũ)",
            en: "{count:record has|records have} no date in the file: {date:date} is taken (known ones keep theirs)"),
        "W-CLI-002": Sentence(
            vi: "cảnh báo: {count:number} phiếu là của đơn vị không có trong danh sách {file}: {places}",
            en: "warning: {count:record is|records are} of units that are not listed in {file}: {places}"),
        "N-CLI-002": Sentence(
            vi: "các dòng bị từ chối đã ghi vào {file}; có thể sửa rồi nhập lại",
            en: "rejected rows were written to {file}; mend them there and import that file"),
        // Records and the store
        "E-CLI-017": Sentence(
            vi: """
                kho {path} có số liệu đã nhập, nên không ghi số liệu mẫu vào. Để chạy thử với kho mới: sao lưu bằng \
                chiso db backup TỆP rồi chuyển tệp kho đi chỗ khác, hoặc đặt path khác trong mục [store] của \
                chiso.toml. Nếu đúng là muốn ghi chung: chiso simulate … --force
                """,
            en: """
                the store {path} holds collected data, so the demo data were not written. To try the demo in a new \
                store: make a backup by chiso db backup FILE and move the store's file away, or set another path under \
                [store] in chiso.toml. If they are meant to stand together: chiso simulate … --force
                """),
        "W-CLI-001": Sentence(
            vi: """
                cảnh báo: kho {path} có số liệu mẫu, số liệu nhập vào sẽ nằm chung và tính chung với chúng. Để bắt đầu kho \
                mới: sao lưu bằng chiso db backup TỆP rồi xóa tệp kho, hoặc đặt path khác trong mục [store] của chiso.toml
                """,
            en: """
                warning: the store {path} holds demo data, and what is imported will stand, and be counted, among them. \
                To begin a new store: make a backup by chiso db backup FILE and remove the store's file, or set another \
                path under [store] in chiso.toml
                """),
        "E-CLI-019": Sentence(
            vi: "kho bị hỏng: {count:number} điểm (xem danh sách ở trên); hãy khôi phục bằng chiso db restore",
            en: "the store is damaged: {count:finding|findings} (listed above); restore a backup by chiso db restore"),
        "N-CLI-007": Sentence(
            vi: "đã xuất {count:number} phiếu vào {file}",
            en: "exported {count:record|records} to {file}"),
        "N-CLI-024": Sentence(
            vi: """
                không xuất các trường cá nhân: {fields}; tệp này không nhập lại được (cần --include-personal để xuất đủ)
                """,
            en: """
                personal fields were left out: {fields}; such a file cannot be imported again (--include-personal \
                writes them)
                """),
        "N-CLI-008": Sentence(
            vi: "đã khôi phục kho từ {file}⟨; kho trước đó được giữ ở: {kept}⟩",
            en: "restored the store from {file}⟨; the earlier one is kept at: {kept}⟩"),
        "N-CLI-003": Sentence(
            vi: "chưa có phiếu nào của biểu mẫu {form}",
            en: "there are no records of form {form} yet"),
        "N-CLI-005": Sentence(
            vi: "đã tạo thử {count:number} phiếu {form} cho kỳ {period}",
            en: "simulated {count:record|records} of {form} in {period}"),
        "N-CLI-020": Sentence(
            vi: "đã tạo thử thêm {count:number} phiếu {form} cho kỳ {period}; {unchanged:number} phiếu đã có sẵn",
            en: "simulated {count:further record|further records} of {form} in {period}; {unchanged:number} were there"),
        "N-CLI-009": Sentence(
            vi: "số liệu mẫu {form} kỳ {period} đã có sẵn",
            en: "the demo data of {form} in {period} are there already"),
        "N-CLI-006": Sentence(
            vi: "kho dữ liệu nguyên vẹn: {records:number} phiếu, {versions:number} bản",
            en: "the store is sound: {records:record|records}, {versions:version|versions}"),
    ]
}
