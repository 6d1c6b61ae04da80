extension Explanation {
    /// Designs of samples, and the weights of their records.
    static let designs: [Explanation] = [
        Explanation(
            "E-DESIGN-001",
            vi: """
                post_stratify khớp với một bảng tổng đã biết, rake khớp với nhiều bảng. Chỉ dùng một trong hai: một \
                bảng thì post_stratify, từ hai bảng thì rake.
                """,
            en: """
                post_stratify fits the weights to one table of known totals, rake to several. Use one of them: \
                post_stratify for one table, rake for two or more.
                """,
            wrong: """
                design "sample" {
                  form = "household", strata = "village",
                  post_stratify = { by = "village", totals = { dt1 = 742, dt2 = 531 } },
                  rake = { { by = "net", totals = { yes = 900, no = 373 } } },
                }
                """,
            mend: """
                  post_stratify = { by = "village", totals = { dt1 = 742, dt2 = 531 } },
                  rake = { { by = "net", totals = { yes = 900, no = 373 } } },
                """,
            to: """
                  rake = {
                    { by = "village", totals = { dt1 = 742, dt2 = 531 } },
                    { by = "net", totals = { yes = 900, no = 373 } },
                  },
                """),
        Explanation(
            "E-DESIGN-002",
            vi: """
                weight là quyền số ghi sẵn cho từng phiếu; population để máy tự tính: số hộ của tầng chia cho số phiếu \
                đã xong. Có cả hai thì không biết theo cái nào. Hãy giữ một.
                """,
            en: """
                weight is a weight given for each record; population lets it be computed: the households of the \
                stratum divided by its completed records. With both nobody knows which holds. Keep one.
                """,
            wrong: """
                design "sample" {
                  form = "household", strata = "village", weight = "members",
                  population = from_csv("villages", "households"),
                }
                -- Surveys/choices/villages.csv
                name,households
                dt1,742
                """,
            mend: """
                  form = "household", strata = "village", weight = "members",
                """,
            to: """
                  form = "household", strata = "village",
                """),
        Explanation(
            "E-DESIGN-003",
            vi: """
                Danh sách tổng thể có một dòng cho mỗi tầng, nên phải biết tầng là gì: strata là đúng một tên, như \
                strata = "village". Hãy thêm strata, hoặc chỉ giữ một tên trong đó.
                """,
            en: """
                The list of populations has a row for each stratum, so that strata is needed, and is exactly one name, \
                such as strata = "village". Add it, or keep one name of several.
                """,
            wrong: """
                design "sample" {
                  form = "household",
                  population = from_csv("villages", "households"),
                }
                -- Surveys/choices/villages.csv
                name,households
                dt1,742
                """,
            mend: """
                  form = "household",
                """,
            to: """
                  form = "household", strata = "village",
                """),
        Explanation(
            "E-DESIGN-004",
            vi: """
                Con số cộng phiếu của nhiều kỳ, mà chỉ một số kỳ có thiết kế mẫu. Phiếu có quyền số đại diện cho nhiều \
                hộ, phiếu không có chỉ là chính nó, nên không cộng được với nhau. Hãy khai báo design cho mọi kỳ, hoặc \
                ghi design = false.
                """,
            en: """
                The figure adds records of several rounds, and only some of these have a design. A record with a \
                weight stands for many and one without for itself, so that they are not added up. Declare a design for \
                each round, or say design = false.
                """,
            wrong: """
                design "january" { form = "sales", period = "2026-01", weight = function(s) return 10 end }
                indicator "online" { label = "Bán qua mạng", over = "sales", share = function(s) return s.online end }
                -- Surveys/m.lua
                form "sales" {
                  version = 1, label = "Phiếu bán hàng", key = "no", round = "month", measures = "flow",
                  text "no" { label = "Số" }, yes_no "online" { label = "Bán qua mạng" },
                }
                -- Rules/tests/t.lua
                test("bán qua mạng", function(t)
                  t:record("sales", { no = "1", online = true, _round = "2026-01" })
                  t:record("sales", { no = "1", online = true, _round = "2026-02" })
                  t:figure("online", { n = 2 }, { period = "2026-H1" })
                end)
                """,
            right: """
                design "january" { form = "sales", period = "2026-01", weight = function(s) return 10 end }
                design "february" { form = "sales", period = "2026-02", weight = function(s) return 12 end }
                indicator "online" { label = "Bán qua mạng", over = "sales", share = function(s) return s.online end }
                -- Surveys/m.lua
                form "sales" {
                  version = 1, label = "Phiếu bán hàng", key = "no", round = "month", measures = "flow",
                  text "no" { label = "Số" }, yes_no "online" { label = "Bán qua mạng" },
                }
                -- Rules/tests/t.lua
                test("bán qua mạng", function(t)
                  t:record("sales", { no = "1", online = true, _round = "2026-01" })
                  t:record("sales", { no = "1", online = true, _round = "2026-02" })
                  t:figure("online", { n = 2 }, { period = "2026-H1" })
                end)
                """),
        Explanation(
            "E-DESIGN-005",
            vi: """
                Quyền số của thiết kế khớp với tổng theo thành viên (như giới tính), nên chỉ dùng được cho chỉ tiêu \
                tính trên thành viên. Chỉ tiêu này tính trên phiếu, một phiếu có nhiều thành viên. Hãy cho chỉ tiêu \
                một thiết kế khác, hoặc khớp theo một câu hỏi của phiếu.
                """,
            en: """
                The weights are fitted to totals of members (such as by sex), and serve only indicators over members. \
                This one is over records, each with several members. Give it another design, or fit to totals by a \
                question of the record.
                """,
            wrong: """
                design "sample" {
                  form = "household", weight = function(h) return 10 end,
                  post_stratify = { by = "vneid", totals = { yes = 900, no = 100 } },
                }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", net = true, person = { { vneid = true }, { vneid = false } } })
                  t:figure("net_share", { n = 1 })
                end)
                """,
            right: """
                design "sample" {
                  form = "household", weight = function(h) return 10 end,
                  post_stratify = { by = "village", totals = { dt1 = 742 } },
                }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:figure("net_share", { n = 1 })
                end)
                """),
        Explanation(
            "E-DESIGN-006",
            vi: """
                Thiết kế khớp với tổng đã biết chỉ đúng cho kỳ của nó. Con số này cộng phiếu của nhiều kỳ, mỗi kỳ một \
                thiết kế. Hãy bỏ post_stratify hoặc rake, hoặc tính từng kỳ một.
                """,
            en: """
                A design that is fitted to known totals holds for its own round. This figure adds records of several \
                rounds, each with its design. Leave post_stratify or rake out, or compute each round by itself.
                """,
            wrong: """
                design "january" {
                  form = "sales", period = "2026-01", weight = function(s) return 10 end,
                  post_stratify = { by = "online", totals = { yes = 10 } },
                }
                design "february" { form = "sales", period = "2026-02", weight = function(s) return 12 end }
                indicator "online" { label = "Bán qua mạng", over = "sales", share = function(s) return s.online end }
                -- Surveys/m.lua
                form "sales" {
                  version = 1, label = "Phiếu bán hàng", key = "no", round = "month", measures = "flow",
                  text "no" { label = "Số" }, yes_no "online" { label = "Bán qua mạng" },
                }
                -- Rules/tests/t.lua
                test("bán qua mạng", function(t)
                  t:record("sales", { no = "1", online = true, _round = "2026-01" })
                  t:record("sales", { no = "1", online = true, _round = "2026-02" })
                  t:figure("online", { n = 2 }, { period = "2026-H1" })
                end)
                """,
            mend: """
                design "january" {
                  form = "sales", period = "2026-01", weight = function(s) return 10 end,
                  post_stratify = { by = "online", totals = { yes = 10 } },
                }
                """,
            to: """
                design "january" { form = "sales", period = "2026-01", weight = function(s) return 10 end }
                """),
    ]
}
