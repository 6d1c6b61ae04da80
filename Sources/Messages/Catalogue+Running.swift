extension Catalogue {
    /// What can go wrong in a script while it runs.
    static let running: [String: Sentence] = [
        // Names
        "E-FIELD-001": Sentence(vi: "không có trường '{name}' trong {set}", en: "unknown field '{name}' of {set}"),
        "E-FIELD-002": Sentence(
            vi: "'{name}' của {set} không có danh sách lựa chọn",
            en: "'{name}' of {set} has no list of choices"),
        "E-GLOBAL-001": Sentence(vi: "không có tên '{name}'", en: "unknown name '{name}'"),
        "E-GLOBAL-003": Sentence(
            vi: "không có khai báo '{name}'; ở đây dùng được: {allowed}",
            en: "there is no declaration '{name}'; here these can be used: {allowed}"),
        "E-GLOBAL-002": Sentence(
            vi: "'{name}' chưa được khai báo; hãy viết local {name} = …",
            en: "'{name}' is not declared; write local {name} = …"),
        "E-UPVALUE-001": Sentence(
            vi: """
                công thức làm thay đổi '{name}' ở bên ngoài nó, nên kết quả tùy thuộc thứ tự phiếu; hãy khai \
                báo local bên trong hàm
                """,
            en: """
                the formula changes '{name}' outside itself, so that the figure depends on the order of \
                records; use a local within the function
                """),
        // Values
        "E-NIL-001": Sentence(
            vi: """
                {operation:operation} gặp giá trị không được hỏi (nil); viết điều kiện đứng trước, như \
                h.connection == "fibre" and h.speed_mbps >= 30, hoặc cho giá trị thay thế, như (h.speed_mbps \
                or 0) >= 30
                """,
            en: """
                {operation:operation} of a value that was not asked (nil); put its condition before it, as in \
                h.connection == "fibre" and h.speed_mbps >= 30, or give a value instead, as in (h.speed_mbps \
                or 0) >= 30
                """),
        "E-NIL-002": Sentence(
            vi: """
                tham số thứ {number} của {function} là giá trị không được hỏi (nil); viết điều kiện đứng \
                trước, như h.connection == "fibre" and h.speed_mbps >= 30, hoặc cho giá trị thay thế, như \
                (h.speed_mbps or 0) >= 30
                """,
            en: """
                argument {number} of {function} is a value that was not asked (nil); put its condition before \
                it, as in h.connection == "fibre" and h.speed_mbps >= 30, or give a value instead, as in \
                (h.speed_mbps or 0) >= 30
                """),
        "E-NIL-003": Sentence(
            vi: "{operation:operation} gặp nil: tên hoặc biến ở đây chưa có giá trị",
            en: "{operation:operation} of nil: the name or variable here has no value"),
        "E-ARG-001": Sentence(
            vi: "tham số thứ {number} của {function} phải là {expected:type}, không phải {found:type}",
            en: "argument {number} of {function} must be {expected:type}, not {found:type}"),
        "E-ARG-002": Sentence(
            vi: "{function:operation} cần {expected:type}, không phải {found:type}",
            en: "{function:operation} needs {expected:type}, not {found:type}"),
        "E-COND-001": Sentence(
            vi: "điều kiện cho kết quả {found:type}; chỉ được là true hoặc false",
            en: "the condition gave {found:type}; it must give true or false"),
        "E-COUNT-001": Sentence(
            vi: "số dòng của bảng kê '{roster}' phải là số nguyên từ 0 đến 100000, không phải {found:type}",
            en: "the number of rows of roster '{roster}' must be a whole number from 0 to 100000, not {found:type}"),
        "E-CALC-001": Sentence(
            vi: "phép tính của '{field}' cho {found:type}, không lưu được thành {kind}",
            en: "the calculation of '{field}' gave {found:type}, which cannot be kept as {kind}"),
        "E-CALC-002": Sentence(
            vi: "giá trị mặc định (default) của '{field}' là {found:type}, không lưu được thành {kind}",
            en: "the default of '{field}' gave {found:type}, which cannot be kept as {kind}"),
        "E-PATTERN-001": Sentence(
            vi: "mẫu (pattern) '{pattern}' không dùng được: {text:lua}",
            en: "the pattern '{pattern}' cannot be used: {text:lua}"),
        "E-TODAY-001": Sentence(
            vi: "today() chưa có giá trị khi tệp đang được đọc; hãy gọi today() bên trong hàm",
            en: "today() has no value while the script loads; call it within a function"),
        // Faults
        "E-RUN-001": Sentence(vi: "kịch bản tự báo lỗi: {text:lua}", en: "the script stopped itself: {text:lua}"),
        "E-RUN-002": Sentence(vi: "lỗi khi chạy: {text:lua}", en: "error while running: {text:lua}"),
        "E-RUN-003": Sentence(
            vi: "không sửa được '{name}'⟨ của {of:type}⟩: chỉ được đọc",
            en: "'{name}'⟨ of {of:type}⟩ can only be read, not changed"),
        "E-RUN-004": Sentence(
            vi: "hàm này đang chạy nên không gọi lại được từ bên trong nó",
            en: "a function cannot be entered again from within its own run"),
        "E-RUN-005": Sentence(
            vi: "kết quả của {function} vượt quá giới hạn: số quá lớn, hoặc ngày ngoài các năm 1–9999",
            en: "the result of {function} is out of range: too large a number, or a date outside the years 1–9999"),
        "E-RUN-006": Sentence(
            vi: "giá trị này không chuyển ra ngoài kịch bản được⟨: {found:type}⟩",
            en: "this value cannot be handed out of the script⟨: {found:type}⟩"),
        "E-RUN-007": Sentence(
            vi: "kịch bản tự báo lỗi; nội dung không hiện ra vì hàm đã đọc trường cá nhân",
            en: "the script stopped itself; its words are not shown, as the function read a personal field"),
        "E-PERSONAL-001": Sentence(
            vi: """
                '{name}' của {set} là trường cá nhân; ở đây chỉ đọc được nếu khai báo có \
                uses_personal = { "{name}" }
                """,
            en: """
                '{name}' of {set} is a personal field; it can be read here only if the declaration has \
                uses_personal = { "{name}" }
                """),
        "E-RECORD-001": Sentence(
            vi: "phiếu này không đọc được nữa: chỉ đọc phiếu trong hàm nhận nó",
            en: "this record can be read no more: read a record only in the function that was given it"),
        "E-OBJECT-001": Sentence(
            vi: "'{name}': đối tượng này không dùng được nữa; chỉ dùng trong hàm nhận nó",
            en: "'{name}': this object can be used no more; use it only in the function that was given it"),
        "E-HOST-001": Sentence(
            vi: "lỗi của chương trình: thiếu hàm⟨ '{name}'⟩ trong thư viện; xin báo cho người phát triển",
            en: "a fault of the program: its library lacks a function⟨, '{name}'⟩; please report it"),
        // Limits
        "E-LIMIT-001": Sentence(
            vi: """
                chạy quá lâu nên đã bị dừng; hãy tìm vòng lặp không kết thúc, hoặc nâng giới hạn ở mục \
                [limits] của chiso.toml
                """,
            en: """
                it ran too long and was stopped; look for a loop that does not end, or raise the limit in \
                [limits] of chiso.toml
                """),
        "E-LIMIT-002": Sentence(
            vi: "dùng quá nhiều bộ nhớ nên đã bị dừng; giới hạn là limits.memory_mb trong chiso.toml",
            en: "it used too much memory and was stopped; the limit is limits.memory_mb in chiso.toml"),
        "E-LIMIT-003": Sentence(
            vi: "các hàm hoặc dấu ngoặc lồng nhau quá sâu; hãy tìm hàm gọi lại chính nó không dừng",
            en: "functions or brackets nest too deeply; look for a function that calls itself without end"),
        "E-LIMIT-004": Sentence(
            vi: "{function} bị yêu cầu quá nhiều: kết quả quá dài hoặc quá nhiều giá trị",
            en: "{function} was asked for too much: the result is too long, or the values are too many"),
        "E-LIMIT-005": Sentence(
            vi: "mẫu tìm kiếm cho {function} quá phức tạp; hãy viết mẫu đơn giản hơn",
            en: "the pattern given to {function} is too complex; write a simpler one"),
        "E-LIMIT-006": Sentence(
            vi: """
                văn bản quá dài: nhiều nhất {bytes:number} triệu byte chữ và {pieces:number} đoạn, dòng, ô; hãy tìm \
                vòng lặp không kết thúc
                """,
            en: """
                the document is too long: it holds at most {bytes:number} million bytes of text and {pieces:number} \
                paragraphs, lines and cells; look for a loop that does not end
                """),
        "E-LIMIT-008": Sentence(
            vi: """
                văn bản quá dài: chỉ tiêu '{id}' phân tổ theo {name} có {count:number} dòng; hãy chỉ lấy vài dòng, như \
                :by("{name}", { order = "worst", limit = 20 }), hoặc phân tổ theo cách có ít nhóm hơn
                """,
            en: """
                the document is too long: the indicator '{id}' split by {name} has {count:row|rows}; take a few of \
                them, such as :by("{name}", { order = "worst", limit = 20 }), or a split with fewer groups
                """),
        "E-LIMIT-007": Sentence(
            vi: "kịch bản hỏi hoặc khai báo quá nhiều thứ (trên {limit:number}); hãy tìm vòng lặp không kết thúc",
            en: """
                the script asked for or declared too many things (over {limit:number}); look for a loop that does \
                not end
                """),
    ]
}
