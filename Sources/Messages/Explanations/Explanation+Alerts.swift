extension Explanation {
    /// Alert rules.
    static let alerts: [Explanation] = [
        Explanation(
            "E-ALERT-001",
            vi: """
                by chia một chỉ tiêu thành từng nơi. Khi watch là một hàm thì chính hàm ấy cho từng dòng, mỗi dòng có \
                labels của nó, nên không cần by. Hãy bỏ by, hoặc để watch là tên chỉ tiêu.
                """,
            en: """
                by splits an indicator into places. Where watch is a function, that gives the rows itself, each with \
                its labels, and by means nothing. Leave it out, or let watch be the name of an indicator.
                """,
            wrong: """
                alert "net_low" {
                  by = "village", period = "to_date",
                  watch = function(data)
                    return { { labels = { village = "dt1" }, value = 10 } }
                  end,
                  when = function(row) return row.value < 50 end,
                  message = "Ít hộ có mạng",
                }
                """,
            mend: """
                  by = "village", period = "to_date",
                """,
            to: """
                  period = "to_date",
                """),
        Explanation(
            "E-ALERT-002",
            vi: """
                suppressed_by kê những cảnh báo mà khi chúng đang báo thì cảnh báo này im. Không tệp nào khai báo cảnh \
                báo tên ấy. Hãy xem lại tên sau chữ alert.
                """,
            en: """
                suppressed_by lists alerts that keep this one silent while they fire. Nothing declares one of this \
                name. Look at the name behind the word alert.
                """,
            wrong: """
                alert "net_low" {
                  watch = "net_share", period = "to_date", suppressed_by = "power_out",
                  when = function(now) return now.value < 50 end,
                  message = "Ít hộ có mạng",
                }
                -- Rules/indicators/r.lua
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                """,
            right: """
                alert "net_low" {
                  watch = "net_share", period = "to_date", suppressed_by = "net_gone",
                  when = function(now) return now.value < 50 end,
                  message = "Ít hộ có mạng",
                }

                alert "net_gone" {
                  watch = "net_share", period = "to_date",
                  when = function(now) return now.value == 0 end,
                  message = "Không hộ nào có mạng",
                }
                -- Rules/indicators/r.lua
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                """),
        Explanation(
            "E-ALERT-003",
            vi: """
                Cảnh báo thường xét kỳ đã khóa gần nhất. Biểu mẫu này chỉ thu một lần (round = "once" hoặc không ghi \
                round), không có kỳ nào để khóa. Hãy ghi period = "to_date" để xét số liệu đến hôm nay, hoặc cho biểu \
                mẫu một round.
                """,
            en: """
                An alert looks at the last closed period. This form is asked once (round = "once", or no round), and \
                has no periods to be closed. Write period = "to_date" to look at the data up to today, or give the \
                form a round.
                """,
            wrong: """
                alert "net_low" {
                  watch = "net_share",
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
                  watch = "net_share",
                """,
            to: """
                  watch = "net_share", period = "to_date",
                """),
        Explanation(
            "E-ALERT-004",
            vi: """
                now:trend(n) cho n kỳ gần nhất, n là số nguyên từ 1; now:indicator "tên" cho một chỉ tiêu khác ở cùng \
                nơi, tên trong ngoặc kép. Hãy sửa giá trị trong ngoặc.
                """,
            en: """
                now:trend(n) gives the last n periods, n a whole number from 1; now:indicator "name" another indicator \
                of the same place, its name in quotes. Mend what stands in the brackets.
                """,
            wrong: """
                alert "net_low" {
                  watch = "net_share", period = "month",
                  when = function(now) return #now:trend("ba tháng") == 3 end,
                  message = "Đủ ba tháng",
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
                  when = function(now) return #now:trend("ba tháng") == 3 end,
                  message = "Đủ ba tháng",
                """,
            to: """
                  when = function(now) return #now:trend(3) == 0 end,
                  message = "Chưa có tháng nào",
                """),
        Explanation(
            "E-ALERT-005",
            vi: """
                labels là thứ phân biệt các cảnh báo của một quy tắc: mỗi nơi một dòng. Hai dòng cùng nhãn thì không \
                biết cảnh báo nào đang báo, cảnh báo nào đã hết. Hãy thêm vào labels điều làm hai dòng khác nhau, như \
                mã thôn hoặc mã nhiệm vụ.
                """,
            en: """
                labels tell the alerts of a rule apart: one row for each place. With two alike nobody knows which \
                fires and which is over. Put into labels what makes the rows differ, such as the village or the task.
                """,
            wrong: """
                alert "net_low" {
                  period = "to_date",
                  watch = function(data)
                    return {
                      { labels = { village = "dt1" }, value = 60 },
                      { labels = { village = "dt1" }, value = 70 },
                    }
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
                      { labels = { village = "dt1" }, value = 70 },
                """,
            to: """
                      { labels = { village = "dt2" }, value = 70 },
                """),
        Explanation(
            "E-ALERT-006",
            vi: """
                Công thức của chỉ tiêu hỏng ở một số phiếu, nên con số chưa tin được; cảnh báo không xét và giữ nguyên \
                trạng thái. Hãy chạy chiso eval với chỉ tiêu ấy để thấy phiếu nào và vì sao, rồi sửa công thức.
                """,
            en: """
                The formula of the indicator failed on some records, so that its figure is not to be trusted; the \
                alert is not evaluated and stays as it was. Run chiso eval with the indicator to see which records and \
                why, and mend the formula.
                """,
            wrong: """
                alert "net_low" {
                  watch = "big_share", period = "to_date",
                  when = function(now) return now.value < 50 end,
                  message = "Ít hộ đông người",
                }
                -- Rules/indicators/r.lua
                indicator "big_share" {
                  label = "Hộ đông người", over = "household",
                  share = function(h) return h.members > "5" end,
                }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", members = 7 })
                  t:alert("net_low", { firing = 0 })
                end)
                """,
            mend: """
                  share = function(h) return h.members > "5" end,
                """,
            to: "  share = function(h) return h.members > 5 end,"),
    ]
}
