extension Explanation {
    /// Splits that do not fit.
    static let splits: [Explanation] = [
        Explanation(
            "E-EVAL-003",
            vi: """
                --where chỉ lọc được theo chiều phân tổ hoặc câu hỏi có ở phiếu của chỉ tiêu. Phiếu của chỉ tiêu này \
                không có trường ấy nên không biết phiếu nào thuộc nơi được chọn. Hãy bỏ chỉ tiêu khỏi lệnh, hoặc thêm \
                câu hỏi ấy vào biểu mẫu.
                """,
            en: """
                --where goes by a dimension or question that the indicator's records have. These have none of the \
                name, so that nobody knows which belong to the place chosen. Leave the indicator out of the command, \
                or add the question to the form.
                """),
        Explanation(
            "E-EVAL-005",
            vi: """
                Chỉ tiêu này không chia được theo tên ấy. Chỉ tiêu suy ra (derive) chỉ chia được theo cách mà mọi chỉ \
                tiêu nguồn cùng chia được; quy tắc giữa các biểu mẫu cũng vậy. Hãy phân tổ theo tên khác, hoặc thêm \
                câu hỏi ấy vào các phiếu nguồn.
                """,
            en: """
                The indicator cannot be split by this name. A derived one is split only as all its sources can be, and \
                so is a rule between forms. Split by another name, or add the question to the forms of its sources.
                """,
            wrong: """
                alert "few_members" {
                  watch = "members_per_stall", by = "village", period = "to_date",
                  when = function(now) return now.value < 1 end,
                  message = "Ít nhân khẩu",
                }
                -- Rules/indicators/r.lua
                indicator "members" {
                  label = "Nhân khẩu", over = "household", total = function(h) return h.members end,
                }
                indicator "stalls" { label = "Quầy chợ", over = "market", total = function(m) return m.stalls end }
                indicator "members_per_stall" {
                  label = "Nhân khẩu mỗi quầy", unit = "number",
                  derive = function(i) return ratio(i.members.value, i.stalls.value) end,
                }
                -- Surveys/m.lua
                form "market" { version = 1, label = "Phiếu chợ", integer "stalls" { label = "Số quầy" } }
                -- Rules/tests/t.lua
                test("theo thôn", function(t)
                  t:record("household", { no = "1", village = "dt1", members = 4 })
                  t:record("market", { stalls = 4 })
                  t:alert("few_members", { firing = 0 })
                end)
                """,
            mend: """
                  watch = "members_per_stall", by = "village", period = "to_date",
                """,
            to: """
                  watch = "members_per_stall", period = "to_date",
                """),
        Explanation(
            "E-DIM-001",
            vi: """
                Hàm value của chiều phân tổ hỏng ở một số phiếu, nên không chia được nhóm. Lý do ghi sau dấu hai chấm: \
                hãy sửa hàm theo lý do ấy. Chữ trong ngoặc kép không so lớn nhỏ được với số.
                """,
            en: """
                The value function of the dimension failed on some records, so that nothing can be split by it. The \
                reason stands behind the colon; mend the function by it. A text in quotes cannot be compared with a \
                number.
                """,
            wrong: """
                dimension "size" {
                  label = "Quy mô", over = "household",
                  value = function(h) return h.members >= "6" and "big" or "small" end,
                }
                indicator "households" { label = "Số hộ", over = "household", count = function(h) return true end }
                -- Rules/tests/t.lua
                test("theo quy mô", function(t)
                  t:record("household", { no = "1", members = 7 })
                  t:figure("households", { by = { size = { big = { value = 1 } } } })
                end)
                """,
            mend: """
                  value = function(h) return h.members >= "6" and "big" or "small" end,
                """,
            to: """
                  value = function(h) return h.members >= 6 and "big" or "small" end,
                """),
    ]
}
