extension Explanation {
    /// What a script may not use without end.
    static let limits: [Explanation] = [
        Explanation(
            "E-HOST-001",
            vi: """
                Đây là lỗi của chương trình, không phải của kịch bản. Xin gửi thông báo này, cùng kịch bản, cho người \
                phát triển. Thường thì cài lại đúng một phiên bản của chương trình là hết.
                """,
            en: """
                This is a fault of the program and not of the script. Please send the message and the script to the \
                developers. Mostly it helps to install one version of the program anew.
                """),
        Explanation(
            "E-LIMIT-001",
            vi: """
                Kịch bản chạy quá thời gian cho phép và bị dừng, để một tệp hỏng không làm treo cả máy. Thường là vòng \
                while không bao giờ hết, hoặc vòng lặp lồng nhau trên danh sách dài. Hãy xem vòng lặp ở dòng được nêu. \
                Việc thật sự lâu thì nâng giới hạn ở [limits] trong chiso.toml.
                """,
            en: """
                The script ran longer than it may and was stopped, so that one bad file does not hold up the machine. \
                Mostly a while loop never ends, or loops over long lists are nested. Look at the loop on that line. \
                For work that takes long indeed raise the limit in [limits] of chiso.toml.
                """,
            wrong: """
                local n = 10
                while n > 0 do
                  local half = n / 2
                end
                indicator "big" {
                  label = "Hộ đông người", over = "household",
                  count = function(h) return h.members > n end,
                }
                """,
            mend: """
                while n > 0 do
                  local half = n / 2
                """,
            to: """
                while n > 5 do
                  n = n - 1
                """),
        Explanation(
            "E-LIMIT-002",
            vi: """
                Kịch bản dùng quá nhiều bộ nhớ và bị dừng. Thường là vòng lặp thêm mãi vào một bảng hoặc nối mãi một \
                văn bản. Hãy xem vòng lặp ở dòng được nêu. Danh sách thật sự lớn thì nâng memory_mb ở [limits] trong \
                chiso.toml.
                """,
            en: """
                The script used too much memory and was stopped. Mostly a loop adds to a table or joins to a text \
                without end. Look at the loop on that line. For lists that are large indeed raise memory_mb in \
                [limits] of chiso.toml.
                """),
        Explanation(
            "E-LIMIT-003",
            vi: """
                Hàm gọi hàm, lồng nhau quá sâu. Thường là một hàm gọi lại chính nó mà không có điều kiện dừng. Hãy \
                thêm điều kiện dừng trước chỗ gọi lại, hoặc viết bằng vòng for.
                """,
            en: """
                Functions call each other too deeply. Mostly one calls itself, and nothing ends that. Add a condition \
                that ends it before the call, or write a for loop.
                """,
            wrong: """
                local function doubled(n)
                  return 2 * doubled(n - 1)
                end
                local limit = doubled(3)
                indicator "big" {
                  label = "Hộ đông người", over = "household", count = function(h) return h.members > limit end,
                }
                """,
            right: """
                local function doubled(n)
                  if n == 0 then return 1 end
                  return 2 * doubled(n - 1)
                end
                local limit = doubled(3)
                indicator "big" {
                  label = "Hộ đông người", over = "household", count = function(h) return h.members > limit end,
                }
                """),
        Explanation(
            "E-LIMIT-004",
            vi: """
                Một lần gọi hàm bị yêu cầu làm ra văn bản hoặc danh sách quá lớn. Thường là thừa số 0, hoặc nhầm thứ \
                tự: ("-"):rep(40) là 40 dấu gạch. Hãy xem lại con số.
                """,
            en: """
                One call was asked for too long a text or list. Mostly there are too many zeros, or arguments were \
                exchanged: ("-"):rep(40) is 40 dashes. Look at the number.
                """,
            wrong: """
                local line = ("-"):rep(40000000000)
                report "six_month" {
                  label = "Báo cáo", period = "half_year",
                  body = function(doc) doc:paragraph(line) end,
                }
                """,
            mend: """
                local line = ("-"):rep(40000000000)
                """,
            to: """
                local line = ("-"):rep(40)
                """),
        Explanation(
            "E-LIMIT-005",
            vi: """
                Mẫu tìm kiếm (find, match, gsub) có quá nhiều phần tùy chọn, máy phải thử quá nhiều cách. Hãy viết mẫu \
                ngắn hơn, hoặc chia văn bản ra trước rồi mới tìm.
                """,
            en: """
                The pattern (of find, match, gsub) has too many optional parts, so that too many ways have to be \
                tried. Write a shorter one, or divide the text first.
                """,
            wrong: """
                local long = ("a"):rep(300)
                local found = long:find(("a?"):rep(300) .. "b")
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household", share = function(h) return h.net end,
                }
                """,
            mend: """
                local found = long:find(("a?"):rep(300) .. "b")
                """,
            to: """
                local found = long:find("a+b")
                """),
        Explanation(
            "E-LIMIT-006",
            vi: """
                Báo cáo có quá nhiều chữ hoặc quá nhiều dòng, ô (chừng một nghìn trang). Thường là vòng lặp gọi \
                doc:paragraph không dừng. Hãy xem vòng lặp ở dòng được nêu; danh sách dài thì chỉ lấy phần đầu.
                """,
            en: """
                The report holds too much text, or too many lines and cells (some thousand pages). Mostly a loop calls \
                doc:paragraph without end. Look at the loop on that line; of a long list take the first part.
                """),
        Explanation(
            "E-LIMIT-007",
            vi: """
                Một tệp khai báo, hoặc một lần chạy đọc, quá năm mươi nghìn thứ. Thường là vòng lặp chạy quá nhiều \
                lần. Hãy xem giới hạn của vòng lặp.
                """,
            en: """
                One file declared, or one run read, more than fifty thousand things. Mostly a loop goes on too long. \
                Look at its end.
                """,
            wrong: """
                local questions = { version = 1, label = "Phiếu chợ" }
                for n = 1, 60000 do
                  questions[n] = integer("stall_" .. n) { label = "Quầy " .. n }
                end
                form "market" (questions)
                """,
            mend: "for n = 1, 60000 do",
            to: "for n = 1, 60 do"),
        Explanation(
            "E-LIMIT-008",
            vi: """
                Bảng hoặc biểu đồ của báo cáo có quá nhiều dòng, vì phân tổ theo một trường có hàng nghìn giá trị, như \
                mã hộ. Không ai đọc bảng như vậy. Hãy chỉ lấy vài dòng: data:indicator("…"):by("village", { order = \
                "worst", limit = 20 }), hoặc phân tổ theo nhóm ít hơn.
                """,
            en: """
                A table or chart of the report has too many rows, as it is split by a field with thousands of values, \
                such as the number of a household. Nobody reads that. Take a few: data:indicator("…"):by("village", { \
                order = "worst", limit = 20 }), or split by fewer groups.
                """),
    ]
}
