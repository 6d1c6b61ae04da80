extension Explanation {
    /// Members who answer for themselves, and what a later round shows for confirmation.
    static let panels: [Explanation] = [
        Explanation(
            "E-SELF-001",
            vi: """
                self_only là câu chỉ chính người đó trả lời được; across là hỏi một lần cho mọi thành viên, một người \
                trả lời thay tất cả. Hai điều ngược nhau. Hãy bỏ một trong hai.
                """,
            en: """
                self_only is a question that only the member can answer; across asks one person about all members at \
                once. The two contradict each other: leave one out.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  roster "seller" {
                    label = "Người bán", title = function(s) return s.name end,
                    text "name" { label = "Họ tên" },
                    yes_no "happy" { label = "Hài lòng?", self_only = true, across = "seller" },
                  },
                }
                """,
            mend: """
                    yes_no "happy" { label = "Hài lòng?", self_only = true, across = "seller" },
                """,
            to: """
                    yes_no "happy" { label = "Hài lòng?", self_only = true },
                """),
        Explanation(
            "E-CARRY-001",
            vi: """
                carry_over kê những câu trả lời kỳ trước hiện sẵn để xác nhận. Câu này do máy tính ra, kỳ sau sẽ tự \
                tính lại, nên không mang sang. Hãy bỏ tên ấy, và mang sang những câu mà nó tính từ đó.
                """,
            en: """
                carry_over lists answers of the round before that are shown for confirmation. This one is calculated, \
                and will be again, so that it is not carried over. Take it out, and carry over what it is made from.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ", key = "code", round = "year", carry_over = { "area", "big" },
                  text "code" { label = "Mã chợ" },
                  integer "area" { label = "Diện tích (m²)" },
                  calculate "big" { calculation = function(m) return m.area > 1000 end },
                }
                """,
            mend: """
                  version = 1, label = "Phiếu chợ", key = "code", round = "year", carry_over = { "area", "big" },
                """,
            to: """
                  version = 1, label = "Phiếu chợ", key = "code", round = "year", carry_over = { "area" },
                """),
        Explanation(
            "E-CARRY-002",
            vi: """
                Muốn mang câu trả lời sang kỳ sau, máy phải nhận ra cùng một đơn vị qua các kỳ. Vì vậy biểu mẫu phải \
                có key (mã đơn vị) và round khác once. Hãy thêm cả hai, hoặc bỏ carry_over.
                """,
            en: """
                To carry answers over, the same unit has to be met again. So the form needs a key, and a round other \
                than once. Add both, or leave carry_over out.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ", carry_over = { "area" },
                  text "code" { label = "Mã chợ" },
                  integer "area" { label = "Diện tích (m²)" },
                }
                """,
            mend: """
                  version = 1, label = "Phiếu chợ", carry_over = { "area" },
                """,
            to: """
                  version = 1, label = "Phiếu chợ", key = "code", round = "year", carry_over = { "area" },
                """),
        Explanation(
            "E-CARRY-003",
            vi: """
                Máy chỉ theo dõi các dòng của bảng kê đứng thẳng trong phiếu, không theo dõi dòng của bảng kê nằm \
                trong bảng kê khác. Hãy bỏ carry_over ở bảng kê bên trong.
                """,
            en: """
                Rows are followed from round to round in rosters of the form itself, not in those within another \
                roster. Leave carry_over out of the inner one.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ", key = "code", round = "year",
                  text "code" { label = "Mã chợ" },
                  roster "stall" {
                    label = "Quầy", text "owner" { label = "Chủ quầy" },
                    roster "good" { label = "Mặt hàng", carry_over = { "kind" }, text "kind" { label = "Tên hàng" } },
                  },
                }
                """,
            mend: """
                    label = "Quầy", text "owner" { label = "Chủ quầy" },
                    roster "good" { label = "Mặt hàng", carry_over = { "kind" }, text "kind" { label = "Tên hàng" } },
                """,
            to: """
                    label = "Quầy", carry_over = { "owner" }, text "owner" { label = "Chủ quầy" },
                    roster "good" { label = "Mặt hàng", text "kind" { label = "Tên hàng" } },
                """),
    ]
}
