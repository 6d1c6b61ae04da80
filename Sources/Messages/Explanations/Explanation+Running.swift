extension Explanation {
    /// What goes wrong while a script runs.
    static let running: [Explanation] = [
        Explanation(
            "E-UPVALUE-001",
            vi: """
                Công thức được gọi cho từng phiếu, theo thứ tự nào cũng phải ra cùng kết quả. Công thức này đổi một \
                biến ở ngoài hàm, nên con số tùy phiếu nào đến trước. Hãy dùng biến local bên trong hàm; việc đếm, \
                cộng để chỉ tiêu làm (count, total).
                """,
            en: """
                A formula is called for each record, and must give the same in whatever order. This one changes a \
                variable outside itself, so that the figure depends on which record came first. Use a local within the \
                function; counting and adding is what count and total of an indicator do.
                """,
            wrong: """
                local seen = 0
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h)
                    seen = seen + 1
                    return h.net
                  end,
                }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", net = true })
                  t:figure("net_share", { value = 100 })
                end)
                """,
            right: """
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                -- Rules/tests/t.lua
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", net = true })
                  t:figure("net_share", { value = 100, n = 1 })
                end)
                """),
        Explanation(
            "E-RUN-001",
            vi: """
                Chính kịch bản báo lỗi bằng error hoặc assert; chữ sau dấu hai chấm là của người viết. Hãy làm theo \
                lời ấy, hoặc xem điều kiện trong assert ở dòng được nêu.
                """,
            en: """
                The script itself stopped with error or assert; the words behind the colon are its author's. Do as \
                they say, or look at the condition of the assert on that line.
                """,
            wrong: """
                local owners = { police = "Công an xã" }
                local owner = assert(owners.health, "chưa ghi cơ quan của health")
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household", owner = owner,
                  share = function(h) return h.net end,
                }
                """,
            mend: """
                local owners = { police = "Công an xã" }
                """,
            to: """
                local owners = { police = "Công an xã", health = "Trạm Y tế" }
                """),
        Explanation(
            "E-RUN-002",
            vi: """
                Lua không làm được phép này với các giá trị đang có: so chữ với số, cộng một bảng, đọc mục của thứ \
                không có gì. Thông báo nêu hai loại giá trị. Chữ trong ngoặc kép không phải là số: viết 6, không viết \
                "6"; cột CSV là chữ, dùng number(…) để đổi.
                """,
            en: """
                Lua cannot do this with the values at hand: compare a text with a number, add to a table, read an \
                entry of nothing. The message tells their kinds. What stands in quotes is no number: write 6 and not \
                "6"; cells of a CSV file are texts, which number(…) converts.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "stalls" { label = "Số quầy" },
                  calculate "big" { calculation = function(m) return m.stalls > "50" end },
                }
                -- Rules/tests/t.lua
                test("hỏi chợ", function(t)
                  local i = t:interview "market"
                  i:answer("stalls", 40)
                end)
                """,
            mend: """
                  calculate "big" { calculation = function(m) return m.stalls > "50" end },
                """,
            to: """
                  calculate "big" { calculation = function(m) return m.stalls > 50 end },
                """),
        Explanation(
            "E-RUN-003",
            vi: """
                Phiếu, danh sách và thư viện chỉ được đọc; công thức không sửa câu trả lời của ai. Muốn lưu một giá \
                trị tính được thì khai báo câu calculate; muốn dùng tạm thì gán vào biến local.
                """,
            en: """
                Records, lists and libraries can only be read; a formula changes nobody's answers. To keep what is \
                computed declare a calculate; for the moment put it in a local.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "stalls" { label = "Số quầy" },
                  calculate "big" {
                    calculation = function(m)
                      m.stalls = m.stalls or 0
                      return m.stalls > 50
                    end,
                  },
                }
                -- Rules/tests/t.lua
                test("hỏi chợ", function(t)
                  local i = t:interview "market"
                  i:answer("stalls", 40)
                end)
                """,
            mend: """
                      m.stalls = m.stalls or 0
                      return m.stalls > 50
                """,
            to: """
                      local stalls = m.stalls or 0
                      return stalls > 50
                """),
        Explanation(
            "E-RUN-004",
            vi: """
                Một hàm đang chạy bị gọi lại từ bên trong chính nó, qua chương trình chủ. Kịch bản bình thường không \
                gặp lỗi này; nếu gặp, hãy tách hàm thành hai, và xin gửi kịch bản cho người phát triển.
                """,
            en: """
                A function was entered again from within its own run, through the program. Ordinary scripts do not \
                meet this; if yours does, divide the function, and please send the script to the developers.
                """),
        Explanation(
            "E-RUN-005",
            vi: """
                Tổng các số nguyên, hoặc ngày tính ra, vượt quá mức máy lưu được. Thường là cộng nhầm số năm thành số \
                ngày, hoặc nhân với số quá lớn. Ngày cộng với một số là cộng số ngày.
                """,
            en: """
                A sum of whole numbers, or a day that was computed, is beyond what can be kept. Mostly years were \
                added as days, or a factor is far too large. A day plus a number adds days.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "opened" { label = "Năm mở chợ" },
                  date "jubilee" { label = "Kỷ niệm", calculation = function(m) return today() + m.opened * 2000 end },
                }
                -- Rules/tests/t.lua
                test("hỏi chợ", function(t)
                  local i = t:interview "market"
                  i:answer("opened", 1990)
                end)
                """,
            mend: """
                  date "jubilee" { label = "Kỷ niệm", calculation = function(m) return today() + m.opened * 2000 end },
                """,
            to: """
                  date "jubilee" { label = "Kỷ niệm", calculation = function(m) return date(m.opened + 50, 1, 1) end },
                """),
        Explanation(
            "E-RUN-006",
            vi: """
                Công thức trả về thứ không đưa ra khỏi kịch bản được: một phiếu, một bảng kê, một hàm, hoặc bảng chứa \
                chính nó. Thường là quên đọc trường: viết h.net, không viết h; đếm bảng kê thì dùng count(…).
                """,
            en: """
                What the formula returns cannot leave the script: a record, a roster, a function, or a table that \
                holds itself. Mostly the field was forgotten: write h.net, not h; count a roster with count(…).
                """,
            wrong: """
                test("cái vòng", function(t)
                  local ring = { name = "vòng" }
                  ring.self = ring
                  t:equal(ring, { name = "vòng" })
                end)
                """,
            right: """
                test("cái bảng", function(t)
                  local ring = { name = "vòng" }
                  t:equal(ring, { name = "vòng" })
                end)
                """),
    ]
}
