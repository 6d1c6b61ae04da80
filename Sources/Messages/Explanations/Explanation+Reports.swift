extension Explanation {
    /// What reports and alerts ask of the data.
    static let reports: [Explanation] = [
        Explanation(
            "E-REPORT-001",
            vi: """
                Thuộc tính được nêu cần loại giá trị khác. Tên hàm đứng đầu thông báo cho biết dòng nào: doc:table, \
                watch … Văn bản viết trong ngoặc kép; danh sách viết { "a", "b" }; nhãn (labels) là { tên = "…" }.
                """,
            en: """
                The property named takes another kind of value. The function at the head of the message tells which \
                call it is: doc:table, watch … Texts stand in quotes, lists are { "a", "b" }, labels { name = "…" }.
                """,
            wrong: """
                alert "net_low" {
                  period = "to_date",
                  watch = function(data)
                    return { { labels = "dt1", value = 60 } }
                  end,
                  when = function(row) return row.value < 50 end,
                  message = "Ít hộ có mạng",
                }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:alert("net_low", { firing = 0 })
                end)
                """,
            mend: """
                    return { { labels = "dt1", value = 60 } }
                """,
            to: """
                    return { { labels = { village = "dt1" }, value = 60 } }
                """),
        Explanation(
            "E-REPORT-002",
            vi: """
                Lời gọi này không có thuộc tính tên ấy. Thường là gõ sai một chữ; thông báo gợi ý tên gần nhất. Hãy \
                sửa hoặc bỏ.
                """,
            en: """
                This call has no such property. Mostly it is misspelt; the nearest name is offered. Mend it or leave \
                it out.
                """,
            wrong: """
                alert "net_low" {
                  period = "to_date",
                  watch = function(data)
                    local found = data:indicators { grup = "II.3" }
                    return { { labels = { part = "II.3" }, value = 60 + #found } }
                  end,
                  when = function(row) return row.value < 50 end,
                  message = "Ít hộ có mạng",
                }
                -- Rules/indicators/r.lua
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:alert("net_low", { firing = 0 })
                end)
                """,
            mend: """
                    local found = data:indicators { grup = "II.3" }
                """,
            to: """
                    local found = data:indicators { group = "II.3" }
                """),
        Explanation(
            "E-REPORT-003",
            vi: "Thuộc tính này chỉ nhận một trong những từ kê ở cuối thông báo. Hãy chép đúng một từ, kể cả dấu _.",
            en: """
                This property takes one of the words at the end of the message. Write it as it stands there, with its \
                _.
                """,
            wrong: """
                alert "net_low" {
                  period = "to_date",
                  watch = function(data)
                    local found = data:indicators { status = "late" }
                    return { { labels = { part = "all" }, value = 60 + #found } }
                  end,
                  when = function(row) return row.value < 50 end,
                  message = "Ít hộ có mạng",
                }
                -- Rules/indicators/r.lua
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:alert("net_low", { firing = 0 })
                end)
                """,
            mend: """
                    local found = data:indicators { status = "late" }
                """,
            to: """
                    local found = data:indicators { status = "behind" }
                """),
        Explanation(
            "E-REPORT-004",
            vi: """
                Không có chỉ tiêu tên này. Chỉ tiêu gọi bằng tên sau chữ indicator, không bằng mã mục tiêu hay nhãn. \
                Thông báo gợi ý tên gần nhất.
                """,
            en: """
                There is no indicator of this name. It is called by the name behind the word indicator, not by its \
                code or label. The nearest name is offered.
                """,
            wrong: """
                alert "net_low" {
                  period = "to_date",
                  watch = function(data)
                    local net = data:indicator "net"
                    return { { labels = { part = "net" }, value = net.number } }
                  end,
                  when = function(row) return row.value < 50 end,
                  message = "Ít hộ có mạng",
                }
                -- Rules/indicators/r.lua
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:alert("net_low", { firing = 0 })
                end)
                """,
            mend: """
                    local net = data:indicator "net"
                """,
            to: """
                    local net = data:indicator "net_share"
                """),
        Explanation(
            "E-REPORT-005",
            vi: """
                Chỉ tiêu không chia được theo tên ấy: chia được theo một dimension, hoặc câu select_one, yes_no của \
                phiếu mà chỉ tiêu tính trên đó. Một số (như số người) thì phải khai báo dimension chia khoảng.
                """,
            en: """
                The indicator cannot be split by this name: it can by a dimension, or a select_one or yes_no question \
                of its records. For a number (such as the members) declare a dimension of ranges.
                """,
            wrong: """
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:figure("net_share", { by = { members = { ["4"] = { n = 1 } } } })
                end)
                -- Rules/indicators/r.lua
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                """,
            mend: """
                  t:figure("net_share", { by = { members = { ["4"] = { n = 1 } } } })
                """,
            to: """
                  t:figure("net_share", { by = { village = { dt1 = { n = 1 } } } })
                """),
        Explanation(
            "E-REPORT-006",
            vi: """
                data:silent cho biết ai còn nợ báo cáo, theo danh sách đơn vị của một biểu mẫu. Chỉ tiêu suy ra \
                (derive) không tính trên biểu mẫu nào. Hãy hỏi từng chỉ tiêu nguồn của nó.
                """,
            en: """
                data:silent tells who has not reported, by the frame of a form. A derived indicator is over no form. \
                Ask each of the indicators it is made from.
                """,
            wrong: """
                alert "net_low" {
                  period = "to_date",
                  watch = function(data)
                    local owing = data:silent "net_tens"
                    return { { labels = { part = "net" }, value = 60 + #owing } }
                  end,
                  when = function(row) return row.value < 50 end,
                  message = "Ít hộ có mạng",
                }
                -- Rules/indicators/r.lua
                indicator "with_net" { label = "Hộ có mạng", over = "household", count = function(h) return h.net end }
                indicator "net_tens" {
                  label = "Chục hộ", unit = "number", derive = function(i) return i.with_net.value / 10 end,
                }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", village = "dt1", net = true })
                  t:alert("net_low", { firing = 0 })
                end)
                """,
            mend: """
                    local owing = data:silent "net_tens"
                """,
            to: """
                    local owing = data:silent "with_net"
                """),
        Explanation(
            "E-REPORT-015",
            vi: """
                Chỉ tiêu này có khai báo nhưng tệp của nó đang có lỗi, nên không dùng được; lý do ghi sau dấu hai \
                chấm. Hãy chạy chiso check và sửa tệp ấy trước.
                """,
            en: """
                The indicator is declared, and its file has an error, so that it cannot be used; the reason stands \
                behind the colon. Run chiso check and mend that file first.
                """),
    ]
}
