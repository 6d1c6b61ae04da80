extension Explanation {
    /// What tests of scripts find in records and figures.
    static let tests: [Explanation] = [
        Explanation(
            "E-TEST-001",
            vi: """
                Một bài thử không đạt; chữ sau dấu hai chấm cho biết điều đầu tiên không đúng, và dòng được nêu là \
                dòng của bài thử. Hoặc kịch bản vừa sửa đã sai, hoặc bài thử đã cũ: hãy xem con số nào mới là đúng rồi \
                sửa bên kia.
                """,
            en: """
                A test failed; behind the colon stands the first thing that was not as it should be, and the line is \
                that of the test. Either the script that was edited is wrong now, or the test is out of date: see \
                which is right, and mend the other.
                """),
        Explanation(
            "E-TEST-002",
            vi: """
                t:equal so hai giá trị và thấy khác nhau: giá trị đứng trước là thứ tìm được, đứng sau là thứ phải có. \
                Số và chữ là khác nhau: 2 không phải "2".
                """,
            en: """
                t:equal compared two values that differ: the first is what was found, the second what was expected. A \
                number and a text differ: 2 is not "2".
                """,
            wrong: """
                test("số người", function(t)
                  local h = t:record("household", { no = "1", members = 4 })
                  t:equal(h.members, "4")
                end)
                """,
            mend: """
                  t:equal(h.members, "4")
                """,
            to: "  t:equal(h.members, 4)"),
        Explanation(
            "E-TEST-003",
            vi: """
                t:check cần một điều kiện đúng, mà ở đây điều kiện sai hoặc là nil. Hãy ghi thêm lời ở tham số thứ \
                hai, như t:check(x, "hộ phải có mạng"), thì thông báo sẽ nói rõ.
                """,
            en: """
                t:check needs a condition that holds, and this one is false or nil. Say what is meant in a second \
                argument, as in t:check(x, "the household has a connection"), and the message tells it.
                """,
            wrong: """
                test("hộ có mạng", function(t)
                  local h = t:record("household", { no = "1", net = false })
                  t:check(h.net, "hộ phải có mạng")
                end)
                """,
            mend: """
                  local h = t:record("household", { no = "1", net = false })
                """,
            to: """
                  local h = t:record("household", { no = "1", net = true })
                """),
        Explanation(
            "E-TEST-004",
            vi: """
                Con số tính được khác con số bài thử chờ. Thông báo ghi cả hai. Hãy tính tay với các phiếu của bài thử \
                để biết bên nào đúng; nhớ rằng share ra phần trăm, từ 0 đến 100.
                """,
            en: """
                The figure is another than the test expects; the message tells both. Work it out by hand from the \
                records of the test to see which is right; a share is in percent, 0 to 100.
                """,
            wrong: """
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", net = true })
                  t:figure("net_share", { value = 1, n = 1 })
                end)
                -- Rules/indicators/r.lua
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                """,
            mend: """
                  t:figure("net_share", { value = 1, n = 1 })
                """,
            to: """
                  t:figure("net_share", { value = 100, n = 1 })
                """),
        Explanation(
            "E-TEST-005",
            vi: """
                Bảng này không có mục tên ấy: tên trường gõ sai trong t:record, hoặc tên con số gõ sai trong t:figure. \
                Thông báo gợi ý tên gần nhất.
                """,
            en: """
                The table takes no entry of this name: a field misspelt in t:record, or the name of a number in \
                t:figure. The nearest name is offered.
                """,
            wrong: """
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", nets = true })
                end)
                """,
            right: """
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", net = true })
                end)
                """),
        Explanation(
            "E-TEST-007",
            vi: """
                Câu trả lời đưa vào không đúng loại câu hỏi: văn bản trong ngoặc kép, số không có ngoặc, có hoặc không \
                là true, false, bảng kê là danh sách các bảng { { … }, { … } }.
                """,
            en: """
                The answer is not of the kind of the question: texts stand in quotes and numbers do not, yes and no \
                are true and false, a roster is a list of tables { { … }, { … } }.
                """,
            wrong: """
                test("số người", function(t)
                  t:record("household", { no = "1", members = "bốn" })
                end)
                """,
            right: """
                test("số người", function(t)
                  t:record("household", { no = "1", members = 4 })
                end)
                """),
        Explanation(
            "E-TEST-008",
            vi: """
                Phiếu của bài thử vi phạm chính biểu mẫu: thiếu câu bắt buộc, ngoài min và max, trả lời câu không được \
                hỏi … Lý do ghi sau dấu hai chấm. Hãy sửa phiếu của bài thử, hoặc biểu mẫu nếu nó sai.
                """,
            en: """
                The record of the test breaks the rules of its own form: a required question left out, a number beyond \
                min and max, an answer to a question that is not asked … The reason stands behind the colon. Mend the \
                record of the test, or the form if that is wrong.
                """,
            wrong: """
                test("số quầy", function(t)
                  t:record("market", { stalls = 900 })
                end)
                -- Surveys/m.lua
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "stalls" {
                    label = "Số quầy", max = 500,
                    warn = function(value) return value <= 300 end, warn_message = "Nhiều vậy?",
                  },
                }
                """,
            mend: """
                  t:record("market", { stalls = 900 })
                """,
            to: """
                  t:record("market", { stalls = 200 })
                """),
        Explanation(
            "E-TEST-009",
            vi: """
                Mỗi đơn vị chỉ có một phiếu trong một kỳ, mà bài thử tạo hai phiếu cùng khóa. Hãy đổi mã đơn vị của \
                phiếu sau, hoặc cho nó kỳ khác bằng _round.
                """,
            en: """
                A unit has one record in a round, and the test makes two of the same key. Change the code of the unit \
                in the second, or give it another round with _round.
                """,
            wrong: """
                test("hai hộ", function(t)
                  t:record("household", { no = "1", net = true })
                  t:record("household", { no = "1", net = false })
                  t:figure("net_share", { n = 2 })
                end)
                -- Rules/indicators/r.lua
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                """,
            mend: """
                  t:record("household", { no = "1", net = false })
                """,
            to: """
                  t:record("household", { no = "2", net = false })
                """),
        Explanation(
            "E-TEST-013",
            vi: """
                Công thức của chỉ tiêu hoặc quy tắc hỏng ở phiếu của bài thử; vì sao thì ghi sau dấu hai chấm, kèm \
                dòng của công thức. Hãy sửa công thức ấy, không phải bài thử.
                """,
            en: """
                The formula of the indicator or rule failed on a record of the test; behind the colon stands why, and \
                the line of the formula. Mend the formula and not the test.
                """,
            wrong: """
                test("hộ đông người", function(t)
                  t:record("household", { no = "1", members = 7 })
                  t:figure("big_share", { value = 100 })
                end)
                -- Rules/indicators/r.lua
                indicator "big_share" {
                  label = "Hộ đông người", over = "household",
                  share = function(h) return h.members > "5" end,
                }
                """,
            mend: """
                  share = function(h) return h.members > "5" end,
                """,
            to: "  share = function(h) return h.members > 5 end,"),
        Explanation(
            "E-TEST-018",
            vi: """
                Bài thử đọc một giá trị không có nên dừng giữa chừng. Hãy xem dòng đọc giá trị ấy; câu không có trả \
                lời thì hỏi bằng known hoặc reason trước.
                """,
            en: """
                The test read a value that is not there, and ended. Look at the line that reads it; of a question \
                without an answer ask known or reason first.
                """),
        Explanation(
            "E-TEST-022",
            vi: """
                Tệp trong Rules/tests có lỗi khi đọc, nên không bài thử nào của tệp ấy chạy. Hãy sửa các lỗi được kê \
                phía trên rồi chạy lại.
                """,
            en: """
                A file in Rules/tests has errors as it is read, so that none of its tests was run. Mend the errors \
                told above, and run it again.
                """),
    ]
}
