extension Explanation {
    /// What tests of scripts find in interviews.
    static let interviews: [Explanation] = [
        Explanation(
            "E-TEST-012",
            vi: """
                Câu hỏi này nằm trong bảng kê, nên phải nói rõ dòng nào: i:row("bảng", 1), hoặc viết liền \
                "bảng[1].câu".
                """,
            en: """
                The question stands in a roster, so that the row has to be told: i:row("roster", 1), or \
                "roster[1].question" in one.
                """,
            wrong: """
                test("tuổi", function(t)
                  local i = t:interview "market"
                  i:add "seller"
                  i:answer("age", 40)
                end)
                -- Surveys/m.lua
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "stalls" { label = "Số quầy" },
                  roster "seller" { label = "Người bán", integer "age" { label = "Tuổi" } },
                }
                """,
            mend: """
                  i:answer("age", 40)
                """,
            to: """
                  i:answer("seller[1].age", 40)
                """),
        Explanation(
            "E-TEST-014",
            vi: """
                Biểu mẫu không nhận câu trả lời ấy; vì sao thì ghi sau dấu hai chấm. Nếu đúng là phải bị từ chối thì \
                viết t:check(i:refused("câu", giá trị)). Nếu không thì sửa giá trị hoặc sửa biểu mẫu.
                """,
            en: """
                The form does not take this answer; behind the colon stands why. If it is meant to be refused, write \
                t:check(i:refused("question", value)). If not, mend the value or the form.
                """,
            wrong: """
                test("số quầy", function(t)
                  local i = t:interview "market"
                  i:answer("stalls", 900)
                end)
                -- Surveys/m.lua
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "stalls" {
                    label = "Số quầy", max = 500,
                    warn = function(value) return value <= 300 end, warn_message = "Nhiều vậy?",
                  },
                }
                """,
            mend: """
                  i:answer("stalls", 900)
                """,
            to: """
                  t:check(i:refused("stalls", 900))
                """),
        Explanation(
            "E-TEST-015",
            vi: """
                Biểu mẫu hỏi lại vì câu trả lời khác thường (warn). Muốn thử cả việc xác nhận thì dùng i:confirm; muốn \
                chỉ biết có hỏi lại không thì dùng t:check(i:warned(…)).
                """,
            en: """
                The form asks again, as the answer is unusual (warn). To confirm it use i:confirm; to see only whether \
                it asks use t:check(i:warned(…)).
                """,
            wrong: """
                test("số quầy", function(t)
                  local i = t:interview "market"
                  i:answer("stalls", 400)
                end)
                -- Surveys/m.lua
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "stalls" {
                    label = "Số quầy", max = 500,
                    warn = function(value) return value <= 300 end, warn_message = "Nhiều vậy?",
                  },
                }
                """,
            mend: """
                  i:answer("stalls", 400)
                """,
            to: """
                  i:confirm("stalls", 400)
                """),
        Explanation(
            "E-TEST-016",
            vi: """
                i:confirm dùng khi biểu mẫu phải hỏi lại, mà ở đây nó nhận luôn. Hoặc giá trị chưa đủ khác thường, \
                hoặc warn của biểu mẫu viết chưa đúng. Câu trả lời bình thường thì dùng i:answer.
                """,
            en: """
                i:confirm is for an answer that the form asks again about, and this one it took. Either it is not \
                unusual, or the warn of the form is wrong. For an ordinary answer use i:answer.
                """,
            wrong: """
                test("số quầy", function(t)
                  local i = t:interview "market"
                  i:confirm("stalls", 200)
                end)
                -- Surveys/m.lua
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "stalls" {
                    label = "Số quầy", max = 500,
                    warn = function(value) return value <= 300 end, warn_message = "Nhiều vậy?",
                  },
                }
                """,
            mend: """
                  i:confirm("stalls", 200)
                """,
            to: """
                  i:answer("stalls", 200)
                """),
        Explanation(
            "E-TEST-017",
            vi: """
                Phiếu chưa hoàn thành được: còn câu bắt buộc để trống, hoặc còn câu trả lời chưa hợp lệ. Câu đầu tiên \
                được nêu. Hãy trả lời nó trong bài thử; muốn thử chính việc ấy thì đọc i:problems().
                """,
            en: """
                The interview cannot be completed: a required question is open, or an answer does not hold. The first \
                is named. Answer it in the test; to test just that read i:problems().
                """,
            wrong: """
                test("xong phiếu", function(t)
                  local i = t:interview "market"
                  i:answer("stalls", 40)
                  i:complete()
                end)
                -- Surveys/m.lua
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text "name" { label = "Tên chợ", required = true },
                  integer "stalls" { label = "Số quầy" },
                }
                """,
            right: """
                test("xong phiếu", function(t)
                  local i = t:interview "market"
                  i:answer("name", "Chợ Đồng Cát")
                  i:answer("stalls", 40)
                  i:complete()
                end)
                -- Surveys/m.lua
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text "name" { label = "Tên chợ", required = true },
                  integer "stalls" { label = "Số quầy" },
                }
                """),
        Explanation(
            "E-TEST-019",
            vi: """
                Câu có across được hỏi một lần cho mọi dòng: người hỏi gõ số của những người trả lời Có. Trong bài thử \
                hãy gõ như vậy: i:type("bảng[1].câu", "1 3"); gõ "0" là không ai.
                """,
            en: """
                A question with across is asked once for all rows: the interviewer types the numbers of those who say \
                yes. Do so in the test: i:type("roster[1].question", "1 3"); "0" is nobody.
                """,
            wrong: """
                test("tập huấn", function(t)
                  local i = t:interview "market"
                  i:add "seller"
                  i:answer("seller[1].name", "An")
                  i:answer("seller[1].trained", true)
                end)
                -- Surveys/m.lua
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  roster "seller" {
                    label = "Người bán", title = function(s) return s.name end,
                    text "name" { label = "Họ tên" },
                    yes_no "trained" { label = "Đã tập huấn?", across = "seller" },
                  },
                }
                """,
            mend: """
                  i:answer("seller[1].trained", true)
                """,
            to: """
                  i:type("seller[1].trained", "1")
                """),
        Explanation(
            "E-TEST-020",
            vi: "t:language chọn ngôn ngữ của nhãn và thông báo từ dòng ấy trở đi: \"vi\" hoặc \"en\".",
            en: "t:language chooses the language of labels and messages from there on: \"vi\" or \"en\".",
            wrong: """
                test("tiếng Anh", function(t)
                  t:language "anh"
                end)
                """,
            right: """
                test("tiếng Anh", function(t)
                  t:language "en"
                end)
                """),
        Explanation(
            "E-TEST-021",
            vi: """
                Câu hỏi gọi bằng tên, như "age", hoặc "person[2].age" cho dòng thứ hai của bảng kê. Chữ này không theo \
                dạng ấy. Hãy xem lại dấu ngoặc vuông và dấu chấm.
                """,
            en: """
                A question is called by its name, such as "age", or "person[2].age" for the second row of a roster. \
                This is written otherwise. Look at the brackets and the point.
                """,
            wrong: """
                test("tuổi", function(t)
                  local i = t:interview "market"
                  i:add "seller"
                  i:answer("seller[].age", 40)
                end)
                -- Surveys/m.lua
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "stalls" { label = "Số quầy" },
                  roster "seller" { label = "Người bán", integer "age" { label = "Tuổi" } },
                }
                """,
            mend: """
                  i:answer("seller[].age", 40)
                """,
            to: """
                  i:answer("seller[1].age", 40)
                """),
    ]
}
