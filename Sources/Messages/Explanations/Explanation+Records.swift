extension Explanation {
    /// What reports and alerts read of records.
    static let records: [Explanation] = [
        Explanation(
            "E-REPORT-016",
            vi: """
                data:records, data:units, data:quality nhận tên một biểu mẫu. Không có biểu mẫu tên này; thông báo gợi \
                ý tên gần nhất.
                """,
            en: """
                data:records, data:units and data:quality take the name of a form. There is none of this name; the \
                nearest one is offered.
                """,
            wrong: """
                alert "net_low" {
                  period = "to_date",
                  watch = function(data)
                    local found = data:records "households"
                    return { { labels = { part = "all" }, value = 60 + #found } }
                  end,
                  when = function(row) return row.value < 50 end,
                  message = "Ít hộ có mạng",
                }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:alert("net_low", { firing = 0 })
                end)
                """,
            mend: """
                    local found = data:records "households"
                """,
            to: """
                    local found = data:records "household"
                """),
        Explanation(
            "E-REPORT-017",
            vi: """
                Biểu mẫu này kín: có trường cá nhân, hoặc ghi confidential = true. Báo cáo và cảnh báo chỉ được dùng \
                số gộp (chỉ tiêu), không đọc từng phiếu. Hãy dùng data:indicator. Nếu phiếu không có gì phải giữ kín \
                thì bỏ confidential.
                """,
            en: """
                The form is confidential: it has a personal field, or says confidential = true. Reports and alerts use \
                its figures and do not read single records. Use data:indicator. If nothing in it is secret, leave \
                confidential out.
                """,
            wrong: """
                alert "net_low" {
                  period = "to_date",
                  watch = function(data)
                    local found = data:records "stall"
                    return { { labels = { part = "all" }, value = 60 + #found } }
                  end,
                  when = function(row) return row.value < 50 end,
                  message = "Cần xem lại",
                }
                -- Surveys/s.lua
                form "stall" {
                  version = 1, label = "Phiếu quầy", confidential = true, round = "month", key = "code",
                  text "code" { label = "Mã quầy" },
                  text "goods" { label = "Hàng" },
                }
                -- Rules/indicators/r.lua
                indicator "stalls" { label = "Số quầy", over = "stall", count = function(s) return true end }
                -- Rules/tests/t.lua
                test("quầy", function(t)
                  t:record("stall", { code = "q1", goods = "cá" })
                  t:alert("net_low", { firing = 0 })
                end)
                """,
            mend: """
                    local found = data:records "stall"
                    return { { labels = { part = "all" }, value = 60 + #found } }
                """,
            to: """
                    local found = data:indicator "stalls"
                    return { { labels = { part = "all" }, value = 60 + found.n } }
                """),
        Explanation(
            "E-REPORT-018",
            vi: """
                Trường này là dữ liệu cá nhân, in ra hay gửi đi thì người ngoài đọc được. Hãy bỏ nó. Nếu thật sự cần, \
                ghi tên trường vào uses_personal của báo cáo hoặc cảnh báo.
                """,
            en: """
                The field is personal, and who gets the report would read it. Leave it out. If it is really needed, \
                list it in uses_personal of the report or alert.
                """,
            wrong: """
                alert "net_low" {
                  period = "to_date", uses_personal = { "owner" },
                  watch = function(data)
                    local rows = {}
                    for _, s in ipairs(data:records "stall") do
                      rows[#rows + 1] = { labels = { stall = s.code }, label = s.phone, value = 60 }
                    end
                    return rows
                  end,
                  when = function(row) return row.value < 50 end,
                  message = "Cần xem lại",
                }
                -- Surveys/s.lua
                form "stall" {
                  version = 1, label = "Phiếu quầy", round = "month", key = "code",
                  text "code" { label = "Mã quầy" },
                  text "goods" { label = "Hàng" },
                  text "owner" { label = "Chủ quầy", personal = true },
                  text "phone" { label = "Điện thoại", personal = true },
                }
                -- Rules/tests/t.lua
                test("quầy", function(t)
                  t:record("stall", { code = "q1", goods = "cá", owner = "An", phone = "01" })
                  t:alert("net_low", { firing = 0 })
                end)
                """,
            mend: "      rows[#rows + 1] = { labels = { stall = s.code }, label = s.phone, value = 60 }",
            to: "      rows[#rows + 1] = { labels = { stall = s.code }, label = s.owner, value = 60 }"),
    ]
}
