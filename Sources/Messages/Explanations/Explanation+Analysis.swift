extension Explanation {
    /// What the analysis finds before anything runs.
    static let analysis: [Explanation] = [
        Explanation(
            "E-TYPE-001",
            vi: """
                Phép tính này không làm được với loại giá trị đó: chữ không so lớn bé với số, có/không không cộng được. \
                Hãy xem loại câu hỏi; muốn đổi chữ thành số hãy dùng number(…).
                """,
            en: """
                Values of this type do not take part in such an operation: a text has no order with a number, yes and no \
                cannot be added. Look at the question's kind; number(…) makes a number of a text.
                """,
            wrong: """
                indicator "i" {
                  label = "Hộ ở thôn 1", over = "household",
                  share = function(h) return h.village > 5 end,
                }
                """,
            right: """
                indicator "i" {
                  label = "Hộ đông người", over = "household",
                  share = function(h) return h.members > 5 end,
                }
                """),
        Explanation(
            "E-TYPE-002",
            vi: """
                share, among, relevant, must … hỏi "có phải không?", nên phải cho true hoặc false; mean, total … cần một số. \
                Hãy viết một phép so sánh thay cho giá trị.
                """,
            en: """
                share, among, relevant, must … ask whether, and want true or false; mean, total … want a number. Write a \
                comparison in the place of the value.
                """,
            wrong: """
                indicator "i" {
                  label = "Hộ đông người", over = "household",
                  share = function(h) return h.members end,
                }
                """,
            mend: "return h.members end", to: "return h.members > 5 end"),
        Explanation(
            "W-TYPE-002",
            vi: """
                Hai giá trị khác loại không bao giờ bằng nhau, nên so sánh này luôn cho một kết quả. Câu có/không (yes_no) \
                là true hoặc false, không phải "yes"; số viết không có ngoặc kép.
                """,
            en: """
                Values of two types are never equal, so the comparison always comes out the same. A yes_no is true or \
                false, not "yes"; numbers stand without quotes.
                """,
            wrong: """
                indicator "i" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net == "yes" end,
                }
                """,
            mend: """
                  share = function(h) return h.net == "yes" end,
                """,
            to: "  share = function(h) return h.net end,"),
        Explanation(
            "W-TYPE-003",
            vi: "select_multiple là một tập các mục đã chọn. Hỏi một mục có được chọn không bằng h.ten_cau.ten_muc.",
            en: "A select_multiple is the set of what was chosen. Ask whether one was by h.question.name.",
            wrong: """
                form "may" {
                  version = 1, label = "Phiếu máy",
                  select_multiple "devices" { label = "Có máy gì?", choices = { { "phone" }, { "tablet" } } },
                  yes_no "smart" { label = "Thông minh?", relevant = function(h) return h.devices == "phone" end },
                }
                """,
            mend: """
                  yes_no "smart" { label = "Thông minh?", relevant = function(h) return h.devices == "phone" end },
                """,
            to: """
                  yes_no "smart" { label = "Thông minh?", relevant = function(h) return h.devices.phone end },
                """),
        Explanation(
            "W-TYPE-004",
            vi: "Ngày so với ngày: viết date \"2026-06-30\". Văn bản trong ngoặc kép không bao giờ bằng một ngày.",
            en: "Dates compare with dates: write date \"2026-06-30\". A text in quotes never equals one.",
            wrong: """
                form "hop" {
                  version = 1, label = "Phiếu họp",
                  date "held" { label = "Ngày họp" },
                  yes_no "late" { label = "Muộn?", relevant = function(h) return h.held == "2026-06-30" end },
                }
                """,
            mend: """
                  yes_no "late" { label = "Muộn?", relevant = function(h) return h.held == "2026-06-30" end },
                """,
            to: """
                  yes_no "late" { label = "Muộn?", relevant = function(h) return h.held == date "2026-06-30" end },
                """),
        Explanation(
            "W-CHOICE-001",
            vi: "Tên này không có trong danh sách choices của câu hỏi, nên không ai chọn được. Thường là gõ sai tên.",
            en: "The name is not among the question's choices, so nobody can have chosen it. Mostly a slip of the pen.",
            wrong: """
                indicator "i" {
                  label = "Hộ ở thôn 1", over = "household",
                  share = function(h) return h.village == "dt_1" end,
                }
                """,
            mend: """
                  share = function(h) return h.village == "dt_1" end,
                """,
            to: """
                  share = function(h) return h.village == "dt1" end,
                """),
        Explanation(
            "W-RANGE-001",
            vi:
                "Câu hỏi chỉ nhận số từ min đến max, nên so với số này luôn cho một kết quả. Xem lại số, hoặc min và max.",
            en: "The question takes numbers from min to max only, so this comparison always comes out the same.",
            wrong: """
                form "nguoi" {
                  version = 1, label = "Phiếu người",
                  integer "age" { label = "Tuổi", min = 0, max = 120 },
                  yes_no "retired" { label = "Nghỉ hưu?", relevant = function(p) return p.age > 150 end },
                }
                """,
            mend: """
                  yes_no "retired" { label = "Nghỉ hưu?", relevant = function(p) return p.age > 150 end },
                """,
            to: """
                  yes_no "retired" { label = "Nghỉ hưu?", relevant = function(p) return p.age > 50 end },
                """),
        Explanation(
            "W-NIL-001",
            vi: """
                Câu này có điều kiện relevant nên có phiếu không được hỏi; đọc ra nil, và nil không so lớn bé hay cộng trừ \
                được. Hãy viết lại điều kiện của câu hỏi trước phép tính (bằng and, hoặc trong among), hoặc cho giá trị \
                thay thế: (h.speed or 0).
                """,
            en: """
                The question has a condition, so some records were not asked it; it reads as nil then, which has no order \
                and takes no arithmetic. Put the question's condition before it (by and, or in among), or give a value \
                in its place: (h.speed or 0).
                """,
            wrong: """
                form "mang" {
                  version = 1, label = "Phiếu mạng",
                  yes_no "fibre" { label = "Cáp quang?" },
                  decimal "speed" { label = "Tốc độ", relevant = function(h) return h.fibre end },
                }
                -- Rules/indicators/r.lua
                indicator "fast" {
                  label = "Mạng nhanh", over = "mang",
                  share = function(h) return h.speed >= 30 end,
                }
                """,
            mend: "  share = function(h) return h.speed >= 30 end,",
            to: "  share = function(h) return h.fibre and h.speed >= 30 end,"),
        Explanation(
            "W-NIL-002",
            vi: """
                Với phiếu không được hỏi câu này, not (hay ~=) cho true: phiếu đó bị tính là "không". Nếu chỉ muốn tính \
                phiếu được hỏi, hãy đặt điều kiện của câu hỏi trước.
                """,
            en: """
                Of a record that was not asked, not (or ~=) gives true: it counts as a no. To count only those that were \
                asked, put the question's condition first.
                """,
            wrong: """
                form "mang" {
                  version = 1, label = "Phiếu mạng",
                  yes_no "net" { label = "Có mạng?" },
                  yes_no "stable" { label = "Ổn định?", relevant = function(h) return h.net end },
                }
                -- Rules/indicators/r.lua
                indicator "unstable" {
                  label = "Mạng chập chờn", over = "mang",
                  share = function(h) return not h.stable end,
                }
                """,
            mend: "  share = function(h) return not h.stable end,",
            to: "  share = function(h) return h.net and not h.stable end,"),
        Explanation(
            "W-NEVER-001",
            vi:
                "Trả lời thế nào điều kiện này cũng sai, nên câu không bao giờ được hỏi. Thường là and đáng lẽ phải là or.",
            en: "Whatever is answered the condition is false, so it is never asked. Often an and that was meant as or.",
            wrong: """
                form "tuoi" {
                  version = 1, label = "Phiếu tuổi",
                  integer "age" { label = "Tuổi" },
                  yes_no "help" { label = "Cần giúp?", relevant = function(p) return p.age < 15 and p.age > 60 end },
                }
                """,
            mend: """
                  yes_no "help" { label = "Cần giúp?", relevant = function(p) return p.age < 15 and p.age > 60 end },
                """,
            to: """
                  yes_no "help" { label = "Cần giúp?", relevant = function(p) return p.age < 15 or p.age > 60 end },
                """),
        Explanation(
            "W-NEVER-002",
            vi: "Điều kiện của câu và của nhóm hay bảng kê chứa nó trái nhau, nên không ai được hỏi câu này.",
            en: "The question's condition and that of the group or roster around it contradict each other.",
            wrong: """
                form "ho" {
                  version = 1, label = "Phiếu hộ",
                  yes_no "farm" { label = "Làm nông?" },
                  group "nong" {
                    relevant = function(h) return h.farm end,
                    yes_no "till" { label = "Có máy cày?", relevant = function(h) return not h.farm end },
                  },
                }
                """,
            mend: """
                    yes_no "till" { label = "Có máy cày?", relevant = function(h) return not h.farm end },
                """,
            to: """
                    yes_no "till" { label = "Có máy cày?" },
                """),
        Explanation(
            "W-NEVER-003",
            vi: "among chọn phiếu nào được tính; ở đây không phiếu nào thỏa được, nên chỉ tiêu luôn không có số.",
            en: "among says which records count; here none ever can, so the figure never has a value.",
            wrong: """
                indicator "i" {
                  label = "Hộ có mạng", over = "household",
                  among = function(h) return h.members < 3 and h.members > 5 end,
                  share = function(h) return h.net end,
                }
                """,
            mend: "  among = function(h) return h.members < 3 and h.members > 5 end,",
            to: "  among = function(h) return h.members < 3 or h.members > 5 end,"),
        Explanation(
            "W-ALWAYS-001",
            vi:
                "Trả lời thế nào hàm cũng cho một kết quả, nên chỉ tiêu luôn là 0 % hoặc 100 %, câu luôn hỏi hoặc không hỏi.",
            en: "Whatever is answered the function gives the same, so the figure is always 0 % or 100 %.",
            wrong: """
                indicator "i" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net or not h.net end,
                }
                """,
            mend: "  share = function(h) return h.net or not h.net end,",
            to: "  share = function(h) return h.net end,"),
        Explanation(
            "W-ORDER-001",
            vi: "Khi hỏi tới câu này, câu kia chưa được hỏi nên chưa có trả lời. Hãy chuyển câu được đọc lên trước.",
            en: "When this is asked the other has not been asked yet. Move the one that is read before it.",
            wrong: """
                form "mang" {
                  version = 1, label = "Phiếu mạng",
                  decimal "speed" { label = "Tốc độ", relevant = function(h) return h.net end },
                  yes_no "net" { label = "Có mạng?" },
                }
                """,
            mend: """
                  decimal "speed" { label = "Tốc độ", relevant = function(h) return h.net end },
                  yes_no "net" { label = "Có mạng?" },
                """,
            to: """
                  yes_no "net" { label = "Có mạng?" },
                  decimal "speed" { label = "Tốc độ", relevant = function(h) return h.net end },
                """),
        Explanation(
            "W-API-001",
            vi: """
                Hàm này còn chạy nhưng sẽ bỏ ở phiên bản sau. string.upper, string.lower, string.len tính theo byte nên \
                sai với chữ có dấu; upper, lower, length tính theo chữ.
                """,
            en: """
                This still works and will go in a later version. string.upper, string.lower and string.len go by bytes \
                and spoil letters with marks; upper, lower and length go by letters.
                """,
            wrong: """
                dimension "d" {
                  label = "Thôn", over = "household",
                  value = function(h) return string.upper(h.village) end,
                }
                """,
            mend: "  value = function(h) return string.upper(h.village) end,",
            to: "  value = function(h) return upper(h.village) end,"),
        Explanation(
            "E-API-001",
            vi: "Kịch bản viết cho chiso mới hơn chương trình đang chạy, nên có thể dùng thứ chưa có ở đây.",
            en: "The script was written for a newer chiso than this one and may use what is not there yet.",
            wrong: "script_api(99)", right: "script_api(1)"),
        Explanation(
            "E-API-002",
            vi: "script_api(1) ở đầu tệp nói kịch bản viết cho thư viện phiên bản nào. Cần một số nguyên từ 1.",
            en: "script_api(1) at the top of a file says for which version of the library it was written.",
            wrong: "script_api \"mot\"", right: "script_api(1)"),
        Explanation(
            "E-ROSTER-001",
            vi: """
                Bảng kê có nhiều dòng, nên câu hỏi của dòng phải đọc qua any (có dòng nào), all (mọi dòng), count (bao \
                nhiêu dòng) hoặc sum (cộng lại). Hàm trong đó nhận từng dòng.
                """,
            en: """
                A roster has many rows; what a row answers is read through any, all, count or sum, whose function gets one \
                row after the other.
                """,
            wrong: """
                indicator "i" {
                  label = "Hộ có người lớn", over = "household",
                  share = function(h) return h.person.age >= 18 end,
                }
                """,
            mend: "return h.person.age >= 18 end", to: "return any(h.person, function(p) return p.age >= 18 end) end"),
        Explanation(
            "W-OR-001",
            vi: "Hai vế của or là hai điều kiện riêng. Một chữ đứng một mình luôn đúng, nên cả điều kiện luôn đúng.",
            en: "Each side of or is a condition of its own. A text alone is always true, and so is the whole.",
            wrong: """
                form "mang" {
                  version = 1, label = "Phiếu mạng",
                  select_one "connection" { label = "Nối mạng", choices = { { "fibre" }, { "mobile" }, { "none" } } },
                }
                -- Rules/indicators/r.lua
                indicator "online" {
                  label = "Hộ có mạng", over = "mang",
                  share = function(h) return h.connection == "fibre" or "mobile" end,
                }
                """,
            mend: "or \"mobile\"", to: "or h.connection == \"mobile\""),
        Explanation(
            "W-TEXT-001",
            vi: "Tiếng Việt viết là vi, tiếng Anh là en. Mã khác là một thứ tiếng khác, như tiếng của một dân tộc.",
            en: "Vietnamese is vi, English is en. Another code stands for another language.",
            wrong: """
                form "f" {
                  version = 1, label = { vi = "Phiếu", en = "Form" },
                  text "a" { label = { vn = "Tên", en = "Name" } },
                }
                """,
            mend: "vn = ", to: "vi = "),
        Explanation(
            "N-USE-001",
            vi:
                "Câu này được hỏi ở mọi phiếu nhưng không chỉ tiêu, quy tắc hay báo cáo nào dùng. Có thể bỏ để phiếu ngắn hơn.",
            en: "Every unit is asked this, and no indicator, rule or report uses it. It may be left out of the form."),
        Explanation(
            "N-TEXT-001",
            vi: "Các nhãn khác có hai thứ tiếng, nhãn này thiếu một; người đọc tiếng đó sẽ thấy tiếng kia.",
            en: "Other texts stand in two languages, this one in one; who reads the other sees this."),
        Explanation(
            "N-TARGET-001",
            vi:
                "Chỉ tiêu không có mục tiêu (target) thì báo cáo không nói được đạt hay chưa. Chỉ tiêu phụ: component = true.",
            en: "Without a target a report cannot say whether it is met. One that only serves others: component = true."
        ),
        Explanation(
            "N-OWNER-001",
            vi: "Không có owner thì cảnh báo và báo cáo không biết gửi cho ai.",
            en: "Without an owner, alerts and reports do not know whom to tell."),
    ]
}
