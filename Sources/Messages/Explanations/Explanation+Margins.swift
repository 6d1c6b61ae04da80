extension Explanation {
    /// Known totals that the weights of a sample are fitted to.
    static let margins: [Explanation] = [
        Explanation(
            "E-ESTIMATE-005",
            vi: """
                Mẫu có phiếu thuộc nhóm này mà bảng tổng (totals) không có số của nhóm. Hãy thêm nhóm ấy vào totals. \
                Nếu nhóm là _unknown thì có phiếu bỏ trống câu hỏi ấy: hãy bổ sung câu trả lời.
                """,
            en: """
                The sample has records of this group, and totals has no number for it. Add the group to totals. If it \
                is _unknown, records lack an answer to that question: add the answers.
                """,
            wrong: """
                design "sample" {
                  form = "household", weight = function(h) return 10 end,
                  post_stratify = { by = "village", totals = { dt1 = 742 } },
                }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:record("household", { no = "2", village = "dt2", net = true })
                  t:figure("net_share", { n = 2 })
                end)
                """,
            mend: """
                  post_stratify = { by = "village", totals = { dt1 = 742 } },
                """,
            to: """
                  post_stratify = { by = "village", totals = { dt1 = 742, dt2 = 531 } },
                """),
        Explanation(
            "E-ESTIMATE-006",
            vi: """
                Bảng tổng có nhóm này mà mẫu không có phiếu nào của nhóm, nên không phiếu nào đại diện được. Hãy gộp \
                nhóm ấy với nhóm gần giống (bằng một dimension), hoặc bỏ khớp tổng.
                """,
            en: """
                totals names this group and the sample has no record of it, so that nothing can stand for it. Join it \
                to a group like it (by a dimension), or do not fit to totals.
                """,
            wrong: """
                design "sample" {
                  form = "household", weight = function(h) return 10 end,
                  post_stratify = { by = "village", totals = { dt1 = 742, dt2 = 531 } },
                }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:record("household", { no = "2", village = "dt1", net = true })
                  t:figure("net_share", { n = 2 })
                end)
                """,
            mend: """
                  post_stratify = { by = "village", totals = { dt1 = 742, dt2 = 531 } },
                """,
            to: """
                  post_stratify = { by = "village", totals = { dt1 = 742 } },
                """),
        Explanation(
            "E-ESTIMATE-007",
            vi: """
                Tổng của nhóm này là 0 mà mẫu lại có phiếu của nhóm: khớp như vậy sẽ xóa các phiếu ấy khỏi con số. Hãy \
                ghi tổng đúng.
                """,
            en: """
                The total of this group is 0 and the sample has records of it: they would be fitted away. Write the \
                right total.
                """,
            wrong: """
                design "sample" {
                  form = "household", weight = function(h) return 10 end,
                  post_stratify = { by = "village", totals = { dt1 = 742, dt2 = 0 } },
                }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:record("household", { no = "2", village = "dt2", net = true })
                  t:figure("net_share", { n = 2 })
                end)
                """,
            mend: """
                  post_stratify = { by = "village", totals = { dt1 = 742, dt2 = 0 } },
                """,
            to: """
                  post_stratify = { by = "village", totals = { dt1 = 742, dt2 = 531 } },
                """),
        Explanation(
            "E-ESTIMATE-008",
            vi: """
                Các bảng tổng trong rake nói về cùng những hộ ấy, nên cộng lại phải bằng nhau. Hãy xem bảng nào cũ \
                hoặc gõ sai, và dùng số của cùng một thời điểm.
                """,
            en: """
                The tables of rake are about the same households, and so add up to the same. See which is old or \
                mistyped, and take numbers of one day.
                """,
            wrong: """
                design "sample" {
                  form = "household", weight = function(h) return 10 end,
                  rake = {
                    { by = "village", totals = { dt1 = 742, dt2 = 531 } },
                    { by = "net", totals = { yes = 900, no = 400 } },
                  },
                }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:record("household", { no = "2", village = "dt1", net = false })
                  t:record("household", { no = "3", village = "dt2", net = true })
                  t:record("household", { no = "4", village = "dt2", net = false })
                  t:figure("net_share", { n = 4 })
                end)
                """,
            mend: """
                    { by = "net", totals = { yes = 900, no = 400 } },
                """,
            to: """
                    { by = "net", totals = { yes = 900, no = 373 } },
                """),
        Explanation(
            "E-ESTIMATE-009",
            vi: """
                Không có quyền số nào khớp được mọi bảng tổng cùng lúc. Thường vì mẫu thiếu hẳn một ô, như thôn 1 \
                không có hộ nào không có mạng. Hãy gộp bớt nhóm, bỏ một bảng, hoặc bổ sung phiếu.
                """,
            en: """
                No weights fit all the tables at once. Mostly the sample lacks a whole cell, such as any household of \
                village 1 without a connection. Join groups, leave a table out, or collect more records.
                """,
            wrong: """
                design "sample" {
                  form = "household", weight = function(h) return 10 end,
                  rake = {
                    { by = "village", totals = { dt1 = 60, dt2 = 40 } },
                    { by = "net", totals = { yes = 50, no = 50 } },
                  },
                }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:record("household", { no = "2", village = "dt2", net = false })
                  t:figure("net_share", { n = 2 })
                end)
                """,
            mend: """
                  t:record("household", { no = "2", village = "dt2", net = false })
                  t:figure("net_share", { n = 2 })
                """,
            to: """
                  t:record("household", { no = "2", village = "dt1", net = false })
                  t:record("household", { no = "3", village = "dt2", net = true })
                  t:record("household", { no = "4", village = "dt2", net = false })
                  t:figure("net_share", { n = 4 })
                """),
    ]
}
