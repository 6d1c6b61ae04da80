extension Explanation {
    /// Population sizes of strata.
    static let estimates: [Explanation] = [
        Explanation(
            "E-ESTIMATE-001",
            vi: """
                fpc là tổng số đơn vị của tầng, để tính sai số. Tầng này không có số ấy: danh sách thiếu dòng, hoặc \
                câu hỏi dùng làm fpc để trống. Hãy bổ sung.
                """,
            en: """
                fpc is how many units the stratum has, and the error is worked out from it. This stratum lacks it: the \
                list has no such row, or the question that serves as fpc is not answered. Add it.
                """,
            wrong: """
                design "sample" {
                  form = "household", strata = "village", weight = function(h) return 10 end,
                  fpc = from_csv("villages", "households"),
                }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Surveys/choices/villages.csv
                name,households
                dt1,742
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:record("household", { no = "2", village = "dt2", net = true })
                  t:figure("net_share", { n = 2 })
                end)
                """,
            right: """
                design "sample" {
                  form = "household", strata = "village", weight = function(h) return 10 end,
                  fpc = from_csv("villages", "households"),
                }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Surveys/choices/villages.csv
                name,households
                dt1,742
                dt2,531
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:record("household", { no = "2", village = "dt2", net = true })
                  t:figure("net_share", { n = 2 })
                end)
                """),
        Explanation(
            "E-ESTIMATE-002",
            vi: """
                Một tầng chỉ có một tổng số đơn vị, mà các phiếu của tầng ghi hai số khác nhau. Thường là fpc ghi nhầm \
                một câu hỏi của riêng từng hộ. Hãy dùng danh sách CSV, mỗi tầng một dòng.
                """,
            en: """
                A stratum has one number of units, and its records give two. Mostly fpc names a question about each \
                household itself. Use a CSV list with a row for each stratum.
                """,
            wrong: """
                design "sample" {
                  form = "household", strata = "village", weight = function(h) return 10 end,
                  fpc = "members",
                }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true, members = 40 })
                  t:record("household", { no = "2", village = "dt1", net = true, members = 50 })
                  t:figure("net_share", { n = 2 })
                end)
                """,
            right: """
                design "sample" {
                  form = "household", strata = "village", weight = function(h) return 10 end,
                  fpc = from_csv("villages", "households"),
                }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Surveys/choices/villages.csv
                name,households
                dt1,742
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:record("household", { no = "2", village = "dt1", net = true })
                  t:figure("net_share", { n = 2 })
                end)
                """),
        Explanation(
            "E-ESTIMATE-003",
            vi: """
                Tổng số đơn vị của tầng ít hơn số đơn vị đã chọn, điều không thể có. Hãy sửa con số; fpc trên 1 là số \
                đơn vị, từ 1 trở xuống là tỷ lệ chọn.
                """,
            en: """
                The stratum is said to have fewer units than were drawn, which cannot be. Mend the number; an fpc \
                above 1 is a number of units, up to 1 a fraction.
                """,
            wrong: """
                design "sample" {
                  form = "household", strata = "village", weight = function(h) return 10 end,
                  fpc = 2,
                }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:record("household", { no = "2", village = "dt1", net = true })
                  t:record("household", { no = "3", village = "dt1", net = true })
                  t:figure("net_share", { n = 3 })
                end)
                """,
            mend: "  fpc = 2,",
            to: "  fpc = 742,"),
        Explanation(
            "E-ESTIMATE-004",
            vi: """
                fpc từ 1 trở xuống là tỷ lệ chọn: 0.1 nghĩa là cứ mười hộ chọn một. Tỷ lệ 0 hoặc âm nghĩa là không \
                chọn hộ nào. Hãy ghi tỷ lệ đúng, hoặc tổng số hộ.
                """,
            en: """
                An fpc up to 1 is a sampling fraction: 0.1 means that one in ten was drawn. A fraction of 0 or below \
                would mean that nobody was. Write the right fraction, or the number of households.
                """,
            wrong: """
                design "sample" {
                  form = "household", strata = "village", weight = function(h) return 10 end,
                  fpc = 0,
                }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:record("household", { no = "2", village = "dt1", net = true })
                  t:figure("net_share", { n = 2 })
                end)
                """,
            mend: "  fpc = 0,",
            to: "  fpc = 0.1,"),
        Explanation(
            "E-ESTIMATE-010",
            vi: """
                Máy không ước lượng được từ mẫu này, vì lý do kỹ thuật ghi trong ngoặc; trường hợp này hiếm. Hãy xem \
                lại strata, cluster, fpc, weight của thiết kế; nếu không thấy gì sai, xin gửi kịch bản cho người phát \
                triển.
                """,
            en: """
                No estimate can be made from this sample, for the technical reason in brackets, which is rare. Look at \
                strata, cluster, fpc and weight of the design; if nothing is wrong there, please send the script to \
                the developers.
                """),
        Explanation(
            "E-ESTIMATE-011",
            vi: """
                Thiết kế chọn nhiều giai đoạn không ghi weight, nên máy suy quyền số từ fpc của từng giai đoạn; giai \
                đoạn được nêu không có fpc. Hãy ghi fpc cho mọi giai đoạn, hoặc ghi weight.
                """,
            en: """
                The design has several stages and no weight, so that weights are worked out from the fpc of each \
                stage; the stage named has none. Give an fpc for every stage, or a weight.
                """,
            wrong: """
                design "sample" { form = "household", cluster = { "village", "no" }, fpc = { 29 } }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:record("household", { no = "2", village = "dt2", net = true })
                  t:figure("net_share", { n = 2 })
                end)
                """,
            mend: """
                design "sample" { form = "household", cluster = { "village", "no" }, fpc = { 29 } }
                """,
            to: """
                design "sample" { form = "household", cluster = { "village", "no" }, fpc = { 29, 500 } }
                """),
    ]
}
