extension Explanation {
    /// What reports and alerts ask of the quality of fieldwork.
    static let quality: [Explanation] = [
        Explanation(
            "E-QUALITY-001",
            vi: """
                Báo cáo được lọc (--where) theo một trường mà biểu mẫu này không có, nên không biết phiếu nào thuộc \
                nơi được chọn. Hãy bỏ --where, bỏ phần chất lượng của biểu mẫu ấy, hoặc thêm câu hỏi vào biểu mẫu.
                """,
            en: """
                The report is narrowed (--where) by a field that this form does not have, so that nobody knows which \
                records belong there. Leave --where or the quality of that form out, or add the question to the form.
                """),
        Explanation(
            "E-QUALITY-002",
            vi: """
                Bảng chất lượng chia được theo một câu hỏi của phiếu, theo _interviewer (người hỏi), và ở một số bảng \
                theo _question (câu hỏi). Biểu mẫu không có tên này. Thông báo gợi ý tên gần nhất.
                """,
            en: """
                A table of quality goes by a question of the record, by _interviewer, and some by _question. The form \
                has no such name; the nearest one is offered.
                """,
            wrong: """
                alert "net_low" {
                  period = "to_date",
                  watch = function(data)
                    local quality = data:quality "stall"
                    local rows = quality:progress "interviewer"
                    return { { labels = { part = "all" }, value = 60 + #rows } }
                  end,
                  when = function(row) return row.value < 50 end,
                  message = "Cần xem lại",
                }
                -- Surveys/s.lua
                form "stall" {
                  version = 1, label = "Phiếu quầy", round = "month", key = "code",
                  text "code" { label = "Mã quầy" },
                  text "goods" { label = "Hàng" },
                }
                -- Rules/tests/t.lua
                test("quầy", function(t)
                  t:record("stall", { code = "q1", goods = "cá" })
                  t:alert("net_low", { firing = 0 })
                end)
                """,
            mend: """
                    local rows = quality:progress "interviewer"
                """,
            to: """
                    local rows = quality:progress "_interviewer"
                """),
        Explanation(
            "E-QUALITY-003",
            vi: """
                Mức này phải là một số trong khoảng được nêu: phần trăm từ 0 đến 100, giờ từ 0 đến 24, phút từ 0 đến \
                1440. Hãy ghi số, không có dấu % hay chữ.
                """,
            en: """
                This limit is a number within the range named: percent from 0 to 100, hours from 0 to 24, minutes from \
                0 to 1440. Write the number, without % or words.
                """,
            wrong: """
                alert "net_low" {
                  period = "to_date",
                  watch = function(data)
                    local quality = data:quality("stall", { reinterview_percent = 500 })
                    local rows = quality:progress "_interviewer"
                    return { { labels = { part = "all" }, value = 60 + #rows } }
                  end,
                  when = function(row) return row.value < 50 end,
                  message = "Cần xem lại",
                }
                -- Surveys/s.lua
                form "stall" {
                  version = 1, label = "Phiếu quầy", round = "month", key = "code",
                  text "code" { label = "Mã quầy" },
                  text "goods" { label = "Hàng" },
                }
                -- Rules/tests/t.lua
                test("quầy", function(t)
                  t:record("stall", { code = "q1", goods = "cá" })
                  t:alert("net_low", { firing = 0 })
                end)
                """,
            mend: """
                    local quality = data:quality("stall", { reinterview_percent = 500 })
                """,
            to: """
                    local quality = data:quality("stall", { reinterview_percent = 5 })
                """),
        Explanation(
            "E-QUALITY-004",
            vi: """
                So phiếu với phiếu hỏi lại thì phải nhận ra cùng một đơn vị, nên hai biểu mẫu phải có cùng key, viết \
                theo cùng thứ tự. Hãy sửa key của phiếu hỏi lại.
                """,
            en: """
                To compare records with those of a re-interview, the same unit has to be recognised, so that both \
                forms have the same key in the same order. Mend the key of the re-interview.
                """,
            wrong: """
                alert "net_low" {
                  period = "to_date",
                  watch = function(data)
                    local rows = data:quality("stall"):differences "stall_again"
                    return { { labels = { part = "all" }, value = 60 + #rows } }
                  end,
                  when = function(row) return row.value < 50 end,
                  message = "Phúc tra khác nhiều",
                }
                -- Surveys/s.lua
                form "stall" {
                  version = 1, label = "Phiếu quầy", round = "month", key = "code",
                  text "code" { label = "Mã quầy" }, integer "area" { label = "Diện tích" },
                }
                form "stall_again" {
                  version = 1, label = "Phiếu phúc tra", round = "month", key = "stall_code",
                  text "stall_code" { label = "Mã quầy" }, integer "area" { label = "Diện tích" },
                }
                -- Rules/tests/t.lua
                test("phúc tra", function(t)
                  t:record("stall", { code = "q1", area = 6 })
                  t:alert("net_low", { firing = 0 })
                end)
                """,
            mend: """
                  version = 1, label = "Phiếu phúc tra", round = "month", key = "stall_code",
                  text "stall_code" { label = "Mã quầy" }, integer "area" { label = "Diện tích" },
                """,
            to: """
                  version = 1, label = "Phiếu phúc tra", round = "month", key = "code",
                  text "code" { label = "Mã quầy" }, integer "area" { label = "Diện tích" },
                """),
    ]
}
