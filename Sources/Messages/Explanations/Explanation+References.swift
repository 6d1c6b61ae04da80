extension Explanation {
    /// What declarations refer to by name.
    static let references: [Explanation] = [
        Explanation(
            "E-REF-001",
            vi: """
                over cho biết tính trên phiếu nào: tên biểu mẫu, hoặc biểu mẫu chấm bảng kê như household.person. Máy \
                không thấy tên này. Hãy xem lại chính tả; tên bảng kê phải có tên biểu mẫu đứng trước.
                """,
            en: """
                over says which records are meant: a form, or a roster of it as in household.person. There is none of \
                this name. Check the spelling; a roster needs its form before it.
                """,
            wrong: """
                indicator "vneid_share" {
                  label = "Người có VNeID", over = "person",
                  share = function(p) return p.vneid end,
                }
                """,
            mend: """
                  label = "Người có VNeID", over = "person",
                """,
            to: """
                  label = "Người có VNeID", over = "household.person",
                """),
        Explanation(
            "E-REF-002",
            vi: """
                Phân tổ (by), chia tầng (strata) chỉ theo được một dimension đã khai báo, hoặc một câu hỏi select_one \
                hay yes_no của phiếu ấy (strata, cluster nhận thêm integer và text). Máy không thấy cái nào hợp tên \
                này. Muốn chia theo khoảng của một số thì khai báo một dimension.
                """,
            en: """
                A split (by) or stratum goes by a declared dimension, or by a select_one or yes_no question of these \
                records (strata and cluster also by integer and text). None of this name fits. To split by ranges of a \
                number declare a dimension.
                """,
            wrong: """
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                  by = { "village", "members" },
                }
                """,
            right: """
                dimension "size" {
                  label = "Quy mô hộ", over = "household", order = { "small", "big" },
                  value = function(h) return h.members >= 6 and "big" or "small" end,
                }
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                  by = { "village", "size" },
                }
                """),
        Explanation(
            "E-REF-003",
            vi: """
                Chỉ tiêu ghi dùng một thiết kế mẫu (design) mà không tệp nào khai báo. Hãy xem lại tên, hoặc khai báo \
                design ấy trong Rules/indicators. Nếu phiếu không phải mẫu thì bỏ dòng design.
                """,
            en: """
                The indicator names a design that nothing declares. Check the name, or declare the design in \
                Rules/indicators. If the records are no sample, leave the property out.
                """,
            wrong: """
                design "household_sample" { form = "household", weight = "members" }
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household", design = "sample",
                  share = function(h) return h.net end,
                }
                """,
            mend: """
                  label = "Hộ có mạng", over = "household", design = "sample",
                """,
            to: """
                  label = "Hộ có mạng", over = "household", design = "household_sample",
                """),
        Explanation(
            "E-REF-004",
            vi: """
                Kỳ này có hai thiết kế mẫu cùng nhận phiếu của biểu mẫu. Hai thiết kế cho hai quyền số, nên máy không \
                tự chọn. Hãy ghi rõ trong chỉ tiêu design = "tên", hoặc design = false nếu chỉ tiêu không dùng quyền \
                số.
                """,
            en: """
                Two designs fit the form's records in this round. Each gives other weights, so that the program does \
                not choose. Write design = "name" in the indicator, or design = false where no weights are wanted.
                """,
            wrong: """
                design "by_village" { form = "household", strata = "village" }
                design "by_net" { form = "household", strata = "net" }
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:figure("net_share", { value = 100 })
                end)
                """,
            mend: """
                  label = "Hộ có mạng", over = "household",
                """,
            to: """
                  label = "Hộ có mạng", over = "household", design = "by_village",
                """),
        Explanation(
            "W-DESIGN-001",
            vi: """
                Hai thiết kế mẫu (design) cùng hợp với biểu mẫu trong một kỳ; một thiết kế không ghi period thì hợp \
                với mọi kỳ. Đến kỳ ấy chỉ tiêu sẽ không tính được. Hãy ghi period khác nhau cho mỗi thiết kế, hoặc ghi \
                trong chỉ tiêu design = "tên" hay design = false.
                """,
            en: """
                Two designs fit the form in one round; a design without a period fits every round. In that round the \
                indicator will not be computed. Give each design its own period, or write design = "name" or design = \
                false in the indicator.
                """,
            wrong: """
                design "sample" { form = "household", strata = "village" }
                design "sample_2026" { form = "household", strata = "village", period = "2026-H1" }
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                """,
            mend: """
                design "sample" { form = "household", strata = "village" }
                """,
            to: """
                design "sample_2025" { form = "household", strata = "village", period = "2025-H2" }
                """),
        Explanation(
            "E-REF-005",
            vi: """
                Thuộc tính này cần tên một câu hỏi của chính phiếu ấy: key, period_field, carry_over, latest, unique, \
                weight, fpc. Máy không thấy câu hỏi ấy, hoặc câu ấy nằm trong bảng kê nên không dùng được ở đây.
                """,
            en: """
                This property takes the name of a question of these records: key, period_field, carry_over, latest, \
                unique, weight, fpc. There is no such question, or it stands in a roster and does not fit here.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ", key = "market_no",
                  text "code" { label = "Mã chợ" },
                  integer "stalls" { label = "Số quầy" },
                }
                """,
            mend: """
                  version = 1, label = "Phiếu chợ", key = "market_no",
                """,
            to: """
                  version = 1, label = "Phiếu chợ", key = "code",
                """),
        Explanation(
            "E-REF-006",
            vi: """
                design và simulate nói về một biểu mẫu, mà không tệp nào trong Surveys khai báo biểu mẫu tên này. Hãy \
                xem lại tên sau form của tệp biểu mẫu.
                """,
            en: """
                A design or simulate is about a form, and no file in Surveys declares one of this name. Look at the \
                name behind form in its file.
                """,
            wrong: """
                design "household_sample" { form = "households", strata = "village" }
                """,
            right: """
                design "household_sample" { form = "household", strata = "village" }
                """),
        Explanation(
            "E-REF-007",
            vi: """
                Không tệp nào khai báo chỉ tiêu tên này. Chỉ tiêu được gọi bằng tên trong ngoặc kép sau chữ indicator, \
                không bằng mã (code) hay nhãn. Hãy xem lại tên trong watch, derive hoặc must.
                """,
            en: """
                Nothing declares an indicator of this name. An indicator is called by the name in quotes behind the \
                word indicator, not by its code or label. Look at the name in watch, derive or must.
                """,
            wrong: """
                alert "net_low" {
                  watch = "II.3.4", period = "to_date",
                  when = function(now) return now.value < 50 end,
                  message = "Ít hộ có mạng",
                }
                -- Rules/indicators/r.lua
                indicator "net_share" {
                  code = "II.3.4", label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                """,
            mend: """
                  watch = "II.3.4", period = "to_date",
                """,
            to: """
                  watch = "net_share", period = "to_date",
                """),
        Explanation(
            "E-CYCLE-001",
            vi: """
                Câu này tính từ câu kia, mà câu kia lại tính từ câu này, nên không câu nào tính trước được. Thông báo \
                kê cả vòng. Hãy bỏ một mắt xích: thường một trong các hàm đọc nhầm tên câu khác.
                """,
            en: """
                One follows from the other, and that from the first again, so that neither can be worked out. The \
                message lists the whole circle. Break it in one place: mostly one of the functions reads a wrong name.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  yes_no "open" { label = "Chợ còn họp?", relevant = function(m) return m.stalls > 0 end },
                  integer "stalls" { label = "Số quầy", relevant = function(m) return m.open end },
                }
                """,
            mend: """
                  yes_no "open" { label = "Chợ còn họp?", relevant = function(m) return m.stalls > 0 end },
                """,
            to: """
                  yes_no "open" { label = "Chợ còn họp?" },
                """),
    ]
}
