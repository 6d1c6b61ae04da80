extension Explanation {
    /// The weights of records.
    static let weights: [Explanation] = [
        Explanation(
            "E-WEIGHT-001",
            vi: """
                Quyền số là số hộ mà phiếu đại diện, nên phải là số từ 0 trở lên. Phiếu được nêu có quyền số âm, hoặc \
                để trống. Hãy xem câu trả lời của phiếu ấy, hoặc công thức weight.
                """,
            en: """
                A weight is how many households a record stands for, and so a number from 0 up. That of the record \
                named is negative or missing. Look at the record, or at the formula of weight.
                """,
            wrong: """
                design "sample" { form = "household", weight = function(h) return h.members - 5 end }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true, members = 2 })
                  t:figure("net_share", { n = 1 })
                end)
                """,
            mend: """
                design "sample" { form = "household", weight = function(h) return h.members - 5 end }
                """,
            to: """
                design "sample" { form = "household", weight = function(h) return h.members end }
                """),
        Explanation(
            "E-WEIGHT-002",
            vi: """
                Có phiếu ở tầng này mà danh sách tổng thể không có dòng của tầng ấy, nên không biết phiếu đại diện cho \
                bao nhiêu hộ. Hãy thêm dòng ấy vào tệp CSV; tên phải đúng như mã lựa chọn.
                """,
            en: """
                There are records of this stratum, and the list of populations has no row of it, so that nobody knows \
                how many households they stand for. Add the row to the CSV file, with the name of the choice.
                """,
            wrong: """
                design "sample" {
                  form = "household", strata = "village", population = from_csv("villages", "households"),
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
                  form = "household", strata = "village", population = from_csv("villages", "households"),
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
            "E-WEIGHT-003",
            vi: """
                Tầng này có nhiều phiếu hơn số hộ ghi trong danh sách. Hoặc danh sách đã cũ hay gõ thiếu số, hoặc có \
                hộ bị ghi hai lần dưới hai mã. Hãy sửa số trong tệp CSV, hoặc tìm phiếu trùng.
                """,
            en: """
                The stratum has more records than the list says it has households. Either the list is old or lacks a \
                digit, or a household was recorded twice under two numbers. Mend the CSV file, or look for the \
                duplicate.
                """,
            wrong: """
                design "sample" {
                  form = "household", strata = "village", population = from_csv("villages", "households"),
                }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Surveys/choices/villages.csv
                name,households
                dt1,1
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:record("household", { no = "2", village = "dt1", net = true })
                  t:figure("net_share", { n = 2 })
                end)
                """,
            mend: "dt1,1",
            to: "dt1,742"),
        Explanation(
            "E-WEIGHT-004",
            vi: """
                Hàm weight hỏng ở phiếu được nêu. Lý do ghi sau dấu hai chấm: hãy sửa hàm, hoặc xem câu trả lời của \
                phiếu ấy. Thiếu một quyền số thì mọi con số của mẫu đều sai, nên máy dừng.
                """,
            en: """
                The function of weight failed on the record named, for the reason behind the colon. Mend the function, \
                or look at the record. Without one weight every figure of the sample would be wrong, so that nothing \
                is computed.
                """,
            wrong: """
                design "sample" { form = "household", weight = function(h) return h.members * "mười" end }
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true, members = 2 })
                  t:figure("net_share", { n = 1 })
                end)
                """,
            mend: """
                design "sample" { form = "household", weight = function(h) return h.members * "mười" end }
                """,
            to: """
                design "sample" { form = "household", weight = function(h) return h.members * 10 end }
                """),
    ]
}
