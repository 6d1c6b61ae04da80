extension Explanation {
    /// Rules over collected records.
    static let validations: [Explanation] = [
        Explanation(
            "E-VALIDATION-001",
            vi: """
                Quy tắc có over xét từng phiếu; quy tắc có by so các chỉ tiêu của nhiều biểu mẫu theo từng nơi. Một \
                quy tắc chỉ là một trong hai loại. Hãy bỏ by (xét từng phiếu), hoặc bỏ over (so chỉ tiêu).
                """,
            en: """
                A rule with over looks at each record; a rule with by compares indicators of several forms, place by \
                place. It is one or the other. Leave by out to look at records, or over to compare indicators.
                """,
            wrong: """
                validation "has_members" {
                  over = "household", by = "village", severity = "error",
                  must = function(h) return h.members >= 1 end,
                  message = "Hộ không có người",
                }
                """,
            mend: """
                  over = "household", by = "village", severity = "error",
                """,
            to: """
                  over = "household", severity = "error",
                """),
        Explanation(
            "E-VALIDATION-002",
            vi: """
                among, unique và previous nói về từng phiếu, nên phải biết phiếu của biểu mẫu nào. Hãy thêm over = \
                "tên biểu mẫu".
                """,
            en: "among, unique and previous are about records, so that the form has to be known. Add over = \"form\".",
            wrong: """
                validation "household_once" {
                  severity = "error", unique = { "village", "no" },
                  message = "Hộ ghi hai lần",
                }
                """,
            mend: """
                  severity = "error", unique = { "village", "no" },
                """,
            to: """
                  over = "household", severity = "error", unique = { "village", "no" },
                """),
        Explanation(
            "E-VALIDATION-003",
            vi: """
                Mỗi quy tắc hỏi đúng một điều: must (phiếu phải thỏa điều kiện), unique (không hai phiếu giống nhau), \
                hoặc previous (so với kỳ trước). Ở đây không có điều nào, hoặc có hai. Hãy tách thành hai quy tắc.
                """,
            en: """
                A rule asks exactly one thing: must (what holds of a record), unique (no two alike), or previous \
                (against the round before). Here is none, or there are two. Make two rules of it.
                """,
            wrong: """
                validation "household_once" {
                  over = "household", severity = "error",
                  unique = { "village", "no" },
                  must = function(h) return h.members >= 1 end,
                  message = "Hộ ghi hai lần hoặc không có người",
                }
                """,
            mend: """
                  must = function(h) return h.members >= 1 end,
                  message = "Hộ ghi hai lần hoặc không có người",
                """,
            to: """
                  message = "Hộ ghi hai lần",
                }
                validation "has_members" {
                  over = "household", severity = "error",
                  must = function(h) return h.members >= 1 end,
                  message = "Hộ không có người",
                """),
        Explanation(
            "E-VALIDATION-004",
            vi: """
                previous so phiếu này với phiếu kỳ trước của cùng đơn vị. Muốn vậy biểu mẫu phải có key (mã đơn vị) và \
                round (kỳ), và over là biểu mẫu chứ không phải bảng kê. Hãy thêm vào biểu mẫu, hoặc dùng must.
                """,
            en: """
                previous compares a record with that of the same unit in the round before. So the form needs a key and \
                a round, and over names the form and not a roster. Add them to the form, or use must.
                """,
            wrong: """
                validation "like_before" {
                  over = "market", severity = "warning",
                  previous = function(now, before) return now.stalls <= 2 * before.stalls end,
                  message = "Số quầy tăng gấp đôi",
                }
                -- Surveys/m.lua
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text "code" { label = "Mã chợ" }, integer "stalls" { label = "Số quầy" },
                }
                """,
            mend: """
                  version = 1, label = "Phiếu chợ",
                """,
            to: """
                  version = 1, label = "Phiếu chợ", key = "code", round = "year",
                """),
    ]
}
