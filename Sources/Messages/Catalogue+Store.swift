extension Catalogue {
    /// What can go wrong with the store, and what a check of it can find.
    static let store: [String: Sentence] = [
        // Opening and writing
        "E-STORE-not_a_store": Sentence(
            vi: "{path} không phải kho dữ liệu của Chiso⟨: {found:reason}⟩; chưa thay đổi gì",
            en: "{path} is not a Chiso store⟨: {found:reason}⟩; nothing was changed"),
        "E-STORE-newer_schema": Sentence(
            vi: """
                kho {path} do phiên bản Chiso mới hơn tạo ra (dạng {schema}, chương trình này biết đến \
                {known}); hãy cập nhật chương trình
                """,
            en: """
                the store {path} was made by a newer Chiso (schema {schema}, known here up to {known}); update \
                the program
                """),
        "E-STORE-no_such_file": Sentence(vi: "không có tệp {path}", en: "there is no file {path}"),
        "E-STORE-unreachable": Sentence(
            vi: """
                không tới được kho {path}⟨: {reason:reason}⟩; hãy kiểm tra [store] path trong chiso.toml và quyền của \
                các thư mục
                """,
            en: """
                the store {path} cannot be reached⟨: {reason:reason}⟩; check [store] path in chiso.toml and the \
                permissions of the folders
                """),
        "E-STORE-network_file_system": Sentence(
            vi: "kho {path} nằm trên ổ đĩa mạng ({kind}) nên không an toàn; hãy chuyển về ổ đĩa của máy này",
            en: """
                the store {path} lies on a network disk ({kind}), which is not safe; move it to a disk of this \
                machine
                """),
        "E-STORE-read_only": Sentence(
            vi: "kho {path} chỉ đọc được, không ghi được; hãy kiểm tra quyền của tệp và thư mục",
            en: "the store {path} can only be read; check the permissions of the file and its folder"),
        "E-STORE-cannot_create": Sentence(
            vi: "không tạo được {path}⟨: {reason:reason}⟩",
            en: "{path} cannot be created⟨: {reason:reason}⟩"),
        "E-STORE-permission_denied": Sentence(
            vi: "không mở được {path}⟨: {reason:reason}⟩; hãy kiểm tra quyền của tệp và thư mục",
            en: "{path} cannot be opened⟨: {reason:reason}⟩; check the permissions of the file and its folder"),
        "E-STORE-disk_full": Sentence(
            vi: "ổ đĩa đã đầy; kho {path} không thay đổi; hãy giải phóng chỗ rồi làm lại",
            en: "the disk is full; the store {path} was not changed; make room and try again"),
        "E-STORE-input_output": Sentence(
            vi: "đọc hoặc ghi {path} không thành công⟨: {reason:reason}⟩",
            en: "reading or writing {path} failed⟨: {reason:reason}⟩"),
        "E-STORE-locked": Sentence(
            vi: "kho {path} đang được chương trình khác dùng; hãy thử lại sau ít phút",
            en: "the store {path} is in use by another process; try again in a few minutes"),
        "E-STORE-corrupt": Sentence(
            vi: """
                kho {path} bị hỏng⟨ ở phiếu {record}⟩⟨: {reason:reason}⟩; hãy chạy chiso db check, rồi chiso \
                db restore từ bản sao lưu
                """,
            en: """
                the store {path} is damaged⟨ at record {record}⟩⟨: {reason:reason}⟩; run chiso db check, then \
                chiso db restore from a backup
                """),
        "E-STORE-shape_changed": Sentence(
            vi: """
                biểu mẫu {form} có cấu trúc khác với bản {version} đã dùng để thu số liệu⟨; thêm: {added}⟩⟨; bỏ: \
                {removed}⟩⟨; đổi tên: {renamed}⟩⟨; bớt lựa chọn: {narrowed}⟩⟨; đổi: {changed}⟩; hãy tăng version của \
                biểu mẫu
                """,
            en: """
                the form {form} has another shape than its version {version}, with which data were collected⟨; added: \
                {added}⟩⟨; removed: {removed}⟩⟨; renamed: {renamed}⟩⟨; choices gone: {narrowed}⟩⟨; changed: \
                {changed}⟩; raise the form's version
                """),
        "N-SHAPE-001": Sentence(
            vi: """
                biểu mẫu {form} bản {version} so với số liệu của bản {before}⟨; thêm: {added} (phiếu cũ coi là chưa \
                trả lời)⟩⟨; bỏ: {removed} (số liệu cũ vẫn giữ trong kho)⟩⟨; đổi tên: {renamed} (đọc cả tên cũ)⟩⟨; bớt \
                lựa chọn: {narrowed} (phiếu cũ vẫn giữ)⟩⟨; đổi: {changed}⟩
                """,
            en: """
                form {form}, version {version}, against the data of version {before}⟨; added: {added} (missing in older \
                records)⟩⟨; removed: {removed} (what was collected stays in the store)⟩⟨; renamed: {renamed} (read under \
                both names)⟩⟨; choices gone: {narrowed} (older records keep them)⟩⟨; changed: {changed}⟩
                """),
        "E-STORE-type_changed": Sentence(
            vi: """
                '{field}' của {set} đang lưu dạng {stored:type}, biểu mẫu nay cần {wanted:type}; hãy đặt tên \
                khác cho câu hỏi mới
                """,
            en: """
                '{field}' of {set} is kept as {stored:type}, but the form now wants {wanted:type}; give the \
                new question another name
                """),
        "E-STORE-too_many_fields": Sentence(
            vi: "{set} có {count:number} trường, nhiều nhất là {limit:number}; hãy tách bớt",
            en: "{set} has {count:field|fields}, at most {limit:number} can be kept; divide it"),
        "E-STORE-unstorable_name": Sentence(
            vi: "không lưu được tên '{name}'⟨: {reason:reason}⟩",
            en: "the name '{name}' cannot be stored⟨: {reason:reason}⟩"),
        "E-STORE-invalid_record": Sentence(
            vi: "phiếu {record} không lưu được⟨, trường '{field}'⟩: {reason:reason}",
            en: "record {record} cannot be stored⟨, field '{field}'⟩: {reason:reason}"),
        "E-STORE-no_such_record": Sentence(
            vi: "không có phiếu {record} của biểu mẫu {form}",
            en: "form {form} has no record {record}"),
        // Drafts
        "E-STORE-not_drafts": Sentence(
            vi: "{path} không phải tệp bản nháp của Chiso⟨: {found:reason}⟩; chưa thay đổi gì",
            en: "{path} is not Chiso's file of drafts⟨: {found:reason}⟩; nothing was changed"),
        "E-STORE-damaged_drafts": Sentence(
            vi: """
                tệp bản nháp {path} bị hỏng⟨ ở bản nháp {draft}⟩⟨: {reason:reason}⟩; các phiếu đã hoàn tất vẫn ở \
                trong kho; hãy đổi tên tệp này để giữ lại rồi làm tiếp
                """,
            en: """
                the drafts in {path} are damaged⟨ at draft {draft}⟩⟨: {reason:reason}⟩; completed records are safe \
                in the store; rename this file to keep it, then go on
                """),
        "E-STORE-no_such_draft": Sentence(
            vi: "không có bản nháp {draft}; hãy xem danh sách: chiso interview --drafts",
            en: "there is no draft {draft}; see the list: chiso interview --drafts"),
        "E-STORE-draft_in_use": Sentence(
            vi: """
                bản nháp {id} đang được mở⟨ bởi {who}⟩⟨ (tiến trình {process} trên máy {host}, từ {since})⟩; \
                hãy đóng ở đó trước
                """,
            en: """
                draft {id} is open⟨ by {who}⟩⟨ (process {process} on {host}, since {since})⟩; close it there first
                """),
        "E-STORE-invalid_draft": Sentence(
            vi: "bản nháp {draft} không lưu được⟨, câu '{field}'⟩: {reason:reason}",
            en: "draft {draft} cannot be stored⟨, question '{field}'⟩: {reason:reason}"),
        "E-STORE-unexpected": Sentence(
            vi: "kho {path} báo lỗi ngoài dự kiến⟨: {reason}⟩⟨: {text}⟩",
            en: "the store {path} failed unexpectedly⟨: {reason}⟩⟨: {text}⟩"),
        // Findings of a check
        "E-STORE-damaged_file": Sentence(
            vi: "tệp của kho bị hỏng: {detail:detail}",
            en: "the file itself is damaged: {detail:detail}"),
        "E-STORE-broken_reference": Sentence(
            vi: "có dòng trỏ tới dòng không còn: {detail:detail}",
            en: "a row refers to one that is not there: {detail:detail}"),
        "E-STORE-wrong_hash": Sentence(
            vi: "phiếu {record} không khớp với mã băm đã lưu: {detail:detail}",
            en: "record {record} does not fit the hash that was kept: {detail:detail}"),
        "E-STORE-wrong_content": Sentence(
            vi: "không đọc được nội dung phiếu {record}: {detail:detail}",
            en: "the content of record {record} cannot be read: {detail:detail}"),
        "E-STORE-no_version": Sentence(
            vi: "phiếu {record} không có bản hiện hành",
            en: "record {record} has no current version"),
        "E-STORE-wrong_personal_value": Sentence(
            vi: "dữ liệu cá nhân của phiếu {record} không khớp với bản cam kết: {detail:detail}",
            en: "a personal value of record {record} does not fit its commitment: {detail:detail}"),
        "E-STORE-wrong_sum": Sentence(
            vi: "tổng kiểm tra của các phiếu không đúng: {detail:detail}",
            en: "the sum over all records is not right: {detail:detail}"),
        "E-STORE-wrong_table": Sentence(
            vi: "bảng của biểu mẫu {form}⟨, phiếu {record},⟩ không khớp với bản mới nhất: {detail:detail}",
            en: """
                the table of form {form}⟨, record {record},⟩ does not say what the newest version says: \
                {detail:detail}
                """),
        "E-STORE-broken_chain": Sentence(
            vi: "nhật ký của phiếu {record} đã bị sửa: {detail:detail}",
            en: "the log of record {record} was changed: {detail:detail}"),
        "E-STORE-lost_event": Sentence(
            vi: "nhật ký của phiếu {record} bị thiếu: {detail:detail}",
            en: "the log of record {record} lacks something: {detail:detail}"),
        "E-STORE-wrong_event": Sentence(
            vi: "không đọc được nhật ký của phiếu {record}: {detail:detail}",
            en: "the log of record {record} cannot be read: {detail:detail}"),
    ]
}
