extension Explanation {
    /// What tests of scripts find in rows of splits, in lists and alerts.
    static let stories: [Explanation] = [
        Explanation(
            "E-TEST-010",
            vi: """
                Trong phân tổ không có dòng ấy: chưa phiếu nào của bài thử thuộc nhóm đó, hoặc mã nhóm gõ sai. Thông \
                báo kê các dòng đang có. Muốn nói là không được có dòng ấy thì ghi tên = false.
                """,
            en: """
                The split has no such row: no record of the test belongs to that group, or its name is misspelt. The \
                message lists the rows that there are. To say that there must be none write name = false.
                """,
            wrong: """
                test("theo thôn", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:figure("net_share", { by = { village = { dt2 = { n = 1 } } } })
                end)
                -- Rules/indicators/r.lua
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                """,
            mend: """
                  t:figure("net_share", { by = { village = { dt2 = { n = 1 } } } })
                """,
            to: """
                  t:figure("net_share", { by = { village = { dt1 = { n = 1 } } } })
                """),
        Explanation(
            "E-TEST-011",
            vi: """
                Bài thử ghi tên = false, nghĩa là phân tổ không được có dòng ấy, mà lại có. Hãy xem phiếu nào của bài \
                thử thuộc nhóm đó.
                """,
            en: """
                The test says name = false: the split must not have this row, and it has. See which record of the test \
                belongs to that group.
                """,
            wrong: """
                test("theo thôn", function(t)
                  t:record("household", { no = "1", village = "dt2", net = true })
                  t:figure("net_share", { by = { village = { dt2 = false } } })
                end)
                -- Rules/indicators/r.lua
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                """,
            mend: """
                  t:record("household", { no = "1", village = "dt2", net = true })
                """,
            to: """
                  t:record("household", { no = "1", village = "dt1", net = true })
                """),
        Explanation(
            "E-TEST-023",
            vi: """
                Danh sách được đọc một lần, khi bài thử cần biểu mẫu lần đầu. Sau đó mới gọi t:list thì không còn tác \
                dụng. Hãy đưa t:list lên đầu bài thử.
                """,
            en: """
                Lists are read once, when the test first needs a form. A t:list after that would do nothing. Move it \
                to the beginning of the test.
                """,
            wrong: """
                test("thôn mới", function(t)
                  t:record("market", { village = "dt1" })
                  t:list("villages", { { name = "dt9", label_vi = "Thôn 9" } })
                end)
                -- Surveys/m.lua
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  select_one "village" { label = "Thôn", choices = from_csv "villages" },
                }
                -- Surveys/choices/villages.csv
                name,label_vi
                dt1,Thôn 1
                """,
            mend: """
                  t:record("market", { village = "dt1" })
                  t:list("villages", { { name = "dt9", label_vi = "Thôn 9" } })
                """,
            to: """
                  t:list("villages", { { name = "dt9", label_vi = "Thôn 9" } })
                  t:record("market", { village = "dt9" })
                """),
        Explanation(
            "E-TEST-024",
            vi: """
                Ô của danh sách giống ô của tệp CSV: chỉ chứa chữ, số, true hoặc false. Ở đây là một bảng hoặc hàm. \
                Nhãn ghi ở cột label_vi, label_en.
                """,
            en: """
                A cell of a list is like that of a CSV file: a text, a number, true or false. Here is a table or a \
                function. Labels go into the columns label_vi and label_en.
                """,
            wrong: """
                test("thôn mới", function(t)
                  t:list("villages", { { name = "dt9", label = { vi = "Thôn 9" } } })
                  t:record("market", { village = "dt9" })
                end)
                -- Surveys/m.lua
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  select_one "village" { label = "Thôn", choices = from_csv "villages" },
                }
                -- Surveys/choices/villages.csv
                name,label_vi
                dt1,Thôn 1
                """,
            mend: """
                  t:list("villages", { { name = "dt9", label = { vi = "Thôn 9" } } })
                """,
            to: """
                  t:list("villages", { { name = "dt9", label_vi = "Thôn 9" } })
                """),
        Explanation(
            "E-TEST-026",
            vi: """
                Cảnh báo nhớ lần xét trước, nên trong một bài thử thời gian chỉ đi tới. Ngày đặt bằng t:today ở đây \
                sớm hơn lần xét trước. Hãy xếp các ngày tăng dần.
                """,
            en: """
                An alert remembers its last evaluation, so that in a test time only goes on. The day set by t:today is \
                before that. Put the days in order.
                """,
            wrong: """
                test("ít mạng", function(t)
                  t:record("household", { no = "1", net = true })
                  t:today "2026-07-10"
                  t:alert("net_low", { firing = 0 })
                  t:today "2026-07-01"
                  t:alert("net_low", { firing = 0 })
                end)
                -- Rules/alerts/a.lua
                alert "net_low" {
                  watch = "net_share", period = "to_date",
                  when = function(now) return now.value < 50 end,
                  message = "Ít hộ có mạng",
                }
                -- Rules/indicators/r.lua
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                """,
            mend: """
                  t:today "2026-07-10"
                  t:alert("net_low", { firing = 0 })
                  t:today "2026-07-01"
                """,
            to: """
                  t:today "2026-07-01"
                  t:alert("net_low", { firing = 0 })
                  t:today "2026-07-10"
                """),
        Explanation(
            "E-TEST-027",
            vi: """
                Chính quy tắc cảnh báo hỏng khi xét; vì sao thì ghi sau dấu hai chấm. Hãy sửa quy tắc. Nếu bài thử \
                muốn nó hỏng thì ghi failed = true.
                """,
            en: """
                The alert rule itself failed; behind the colon stands why. Mend the rule. If the test means it to \
                fail, say failed = true.
                """,
            wrong: """
                test("ít mạng", function(t)
                  t:record("household", { no = "1", net = true })
                  t:alert("net_low", { firing = 0 })
                end)
                -- Rules/alerts/a.lua
                alert "net_low" {
                  watch = "net_share", period = "to_date",
                  when = function(now) return now.valeu < 50 end,
                  message = "Ít hộ có mạng",
                }
                -- Rules/indicators/r.lua
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                """,
            mend: "  when = function(now) return now.valeu < 50 end,",
            to: "  when = function(now) return now.value < 50 end,"),
    ]
}
