extension Explanation {
    /// The properties of a declaration.
    static let properties: [Explanation] = [
        Explanation(
            "E-PROP-001",
            vi: """
                Khai báo này không có thuộc tính tên như vậy; máy không bỏ qua, vì một chữ gõ sai sẽ làm mất một điều \
                bạn muốn. Thông báo gợi ý tên gần nhất. Hãy sửa chính tả, hoặc dời thuộc tính vào đúng khai báo của \
                nó.
                """,
            en: """
                This declaration has no such property; it is not passed over, since a misspelt word would lose what \
                you meant. The nearest name is offered. Mend the spelling, or move the property to the declaration it \
                belongs to.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text "name" { label = "Tên chợ", require = true },
                }
                """,
            mend: """
                  text "name" { label = "Tên chợ", require = true },
                """,
            to: """
                  text "name" { label = "Tên chợ", required = true },
                """),
        Explanation(
            "E-PROP-002",
            vi: """
                Giá trị đặt sau dấu = không đúng loại mà thuộc tính này nhận. Văn bản viết trong ngoặc kép, số thì \
                không; có hoặc không viết true, false; công thức viết function(h) return … end.
                """,
            en: """
                The value behind the = is not of the kind that this property takes. Texts stand in quotes and numbers \
                do not; yes and no are true and false; a formula is function(h) return … end.
                """,
            wrong: """
                form "market" {
                  version = "1", label = "Phiếu chợ",
                  integer "stalls" { label = "Số quầy", required = "yes" },
                }
                """,
            right: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "stalls" { label = "Số quầy", required = true },
                }
                """),
        Explanation(
            "E-PROP-003",
            vi: """
                Khai báo thiếu một thuộc tính bắt buộc; không có nó thì máy không biết hỏi gì hoặc tính gì. Hãy thêm \
                thuộc tính được nêu.
                """,
            en: "A property is missing that this declaration cannot do without. Add the one that is named.",
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  select_one "kind" { label = "Loại chợ" },
                }
                """,
            mend: """
                  select_one "kind" { label = "Loại chợ" },
                """,
            to: """
                  select_one "kind" {
                    label = "Loại chợ",
                    choices = { { "daily", vi = "Họp hằng ngày" }, { "fair", vi = "Chợ phiên" } },
                  },
                """),
        Explanation(
            "E-PROP-004",
            vi: """
                Thuộc tính này chỉ nhận một trong những từ, hoặc những số, kê sau chữ "cần". Hãy chép đúng một từ \
                trong đó, kể cả dấu _; thời hạn viết như "14d" hoặc "12 months".
                """,
            en: """
                This property takes only the words or numbers listed behind "expected". Write one of them as it stands \
                there, with its _; a length of time is written like "14d" or "12 months".
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ", key = "code", round = "halfyear",
                  text "code" { label = "Mã chợ" },
                }
                """,
            mend: """
                  version = 1, label = "Phiếu chợ", key = "code", round = "halfyear",
                """,
            to: """
                  version = 1, label = "Phiếu chợ", key = "code", round = "half_year",
                """),
        Explanation(
            "E-PROP-005",
            vi: """
                Mỗi thuộc tính viết theo dạng tên = giá trị. Ở đây trong [ ] là một số hoặc giá trị khác, không phải \
                tên. Dạng [2030] = … chỉ dùng cho các năm trong baseline và path của target.
                """,
            en: """
                A property is written name = value. Here a number or another value stands in [ ] instead. The form \
                [2030] = … is only for the years in baseline and path of a target.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text "name" { label = "Tên chợ", [2026] = true },
                }
                """,
            mend: """
                  text "name" { label = "Tên chợ", [2026] = true },
                """,
            to: """
                  text "name" { label = "Tên chợ", required = true },
                """),
        Explanation(
            "E-PROP-006",
            vi: """
                Trong { } của khai báo này, mỗi mục phải có tên đứng trước dấu =. Máy gặp một giá trị đứng trơ. Hãy \
                viết thêm tên thuộc tính, thường là label =.
                """,
            en: """
                Each entry of this declaration has a name and a =. Here a value stands alone. Write the property it \
                belongs to before it, often label =.
                """,
            wrong: """
                form "market" {
                  "Phiếu chợ", version = 1, label = "Phiếu chợ",
                  text "name" { label = "Tên chợ" },
                }
                """,
            mend: """
                  "Phiếu chợ", version = 1, label = "Phiếu chợ",
                """,
            to: """
                  version = 1, label = "Phiếu chợ",
                """),
        Explanation(
            "E-PROP-007",
            vi: """
                min là mức nhỏ nhất được nhận, max là mức lớn nhất. Ở đây min lớn hơn max nên không câu trả lời nào \
                được nhận. Thường là viết ngược hai số.
                """,
            en: """
                min is the least answer taken and max the largest. Here min is above max, so that no answer would be \
                taken. Mostly the two were exchanged.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "stalls" { label = "Số quầy", min = 500, max = 1 },
                }
                """,
            mend: """
                  integer "stalls" { label = "Số quầy", min = 500, max = 1 },
                """,
            to: """
                  integer "stalls" { label = "Số quầy", min = 1, max = 500 },
                """),
        Explanation(
            "E-PROP-008",
            vi: """
                Danh sách lựa chọn chỉ dùng cho câu chọn. Nếu người trả lời chọn một thì đổi loại câu thành \
                select_one, chọn nhiều thì select_multiple. Nếu câu để gõ tự do thì bỏ choices.
                """,
            en: """
                A list of choices is for questions that choose. Make it select_one for one answer, select_multiple for \
                several; for free text leave choices out.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text "kind" {
                    label = "Loại chợ",
                    choices = { { "daily", vi = "Hằng ngày" }, { "fair", vi = "Chợ phiên" } },
                  },
                }
                """,
            mend: """
                  text "kind" {
                """,
            to: """
                  select_one "kind" {
                """),
        Explanation(
            "E-PROP-013",
            vi: """
                Cách rút ngẫu nhiên này không cho ra câu trả lời của loại câu hỏi ấy. Số thì dùng normal, lognormal, \
                uniform; có hay không thì share hoặc { yes = 7, no = 3 }; câu chọn thì ghi trọng số cho từng lựa chọn.
                """,
            en: """
                This way of drawing gives no answers to a question of that kind. Numbers take normal, lognormal and \
                uniform; yes or no takes share or { yes = 7, no = 3 }; a choice takes a weight for each of its names.
                """,
            wrong: """
                simulate "household" {
                  net = { normal = { 3, 1 } },
                }
                """,
            right: """
                simulate "household" {
                  net = { share = 0.8 },
                }
                """),
        Explanation(
            "E-PROP-014",
            vi: """
                min và max giới hạn số. Câu này là văn bản, ngày hoặc loại khác. Văn bản thì dùng pattern (như \
                "%d%d%d%d" cho bốn chữ số); ngày thì dùng constraint.
                """,
            en: """
                min and max bound numbers, and this question is a text, a date or something else. For a text use \
                pattern (such as "%d%d%d%d" for four digits), for a date a constraint.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  date "opened" { label = "Ngày khai trương", min = 2000 },
                }
                """,
            mend: """
                  date "opened" { label = "Ngày khai trương", min = 2000 },
                """,
            to: """
                  date "opened" {
                    label = "Ngày khai trương",
                    constraint = function(value) return value.year >= 2000 end,
                    constraint_message = "Từ năm 2000",
                  },
                """),
    ]
}
