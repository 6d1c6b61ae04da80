extension Explanation {
    /// What formulas of a form give.
    static let answers: [Explanation] = [
        Explanation(
            "E-COUNT-001",
            vi: """
                count của bảng kê cho biết phải hỏi mấy dòng, nên phải là số nguyên từ 0. Ở đây nó cho số lẻ, số âm, \
                văn bản hoặc true/false. Hãy trả về một số đếm; chia thì dùng // để được số nguyên.
                """,
            en: """
                The count of a roster says how many rows to ask, and so is a whole number from 0. Here it is a \
                fraction, below 0, a text or true or false. Give a count; divide with // for a whole number.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "stalls" { label = "Số quầy" },
                  roster "stall" {
                    label = "Quầy", count = function(m) return m.stalls / 2 end,
                    text "goods" { label = "Bán gì?" },
                  },
                }
                -- Rules/tests/t.lua
                test("hỏi chợ", function(t)
                  local i = t:interview "market"
                  i:answer("stalls", 5)
                end)
                """,
            mend: """
                    label = "Quầy", count = function(m) return m.stalls / 2 end,
                """,
            to: """
                    label = "Quầy", count = function(m) return m.stalls // 2 end,
                """),
        Explanation(
            "E-CALC-001",
            vi: """
                Phép tính cho giá trị không lưu được vào loại câu hỏi này, như số lẻ vào integer, văn bản vào date. \
                Hãy đổi loại câu (decimal cho số lẻ), hoặc đổi phép tính (// cho số nguyên, date(…) cho ngày).
                """,
            en: """
                The calculation gave a value that a question of this kind cannot hold, such as a fraction for an \
                integer or a text for a date. Change the kind (decimal for fractions) or the calculation (// for whole \
                numbers, date(…) for days).
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "stalls" { label = "Số quầy" },
                  integer "half" { label = "Một nửa", calculation = function(m) return m.stalls / 2 end },
                }
                -- Rules/tests/t.lua
                test("hỏi chợ", function(t)
                  local i = t:interview "market"
                  i:answer("stalls", 5)
                end)
                """,
            mend: """
                  integer "half" { label = "Một nửa", calculation = function(m) return m.stalls / 2 end },
                """,
            to: """
                  decimal "half" { label = "Một nửa", calculation = function(m) return m.stalls / 2 end },
                """),
        Explanation(
            "E-CALC-002",
            vi: """
                Giá trị mặc định không hợp với loại câu hỏi, nên câu sẽ hiện ra trống. Hãy cho default đúng loại: ngày \
                thì today() hoặc date(2026, 1, 31), số thì số, câu chọn thì mã lựa chọn.
                """,
            en: """
                The default does not fit the kind of question, which will be shown empty. Give one of its kind: a day \
                is today() or date(2026, 1, 31), a number a number, a choice the name of one.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  date "day" { label = "Ngày đến chợ", default = function() return "hôm nay" end },
                }
                -- Rules/tests/t.lua
                test("hỏi chợ", function(t)
                  local i = t:interview "market"
                  t:equal(i:value "day", nil)
                  i:answer("day", "2026-06-30")
                end)
                """,
            right: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  date "day" { label = "Ngày đến chợ", default = function() return today() end },
                }
                -- Rules/tests/t.lua
                test("hỏi chợ", function(t)
                  local i = t:interview "market"
                  i:answer("day", "2026-06-30")
                end)
                """),
        Explanation(
            "E-PATTERN-001",
            vi: """
                pattern là mẫu của Lua cho cả câu trả lời. Mẫu này viết dở: thường là [ thiếu ], ( thiếu ), hoặc % \
                đứng cuối. %d là một chữ số, %a một chữ cái, + là một hoặc nhiều. Muốn chính ký tự . ( ) % + - * ? [ ^ \
                $ thì viết % trước nó.
                """,
            en: """
                A pattern is one of Lua for the whole answer. This one is not finished: mostly a [ lacks its ], a ( \
                its ), or a % stands at the end. %d is a digit, %a a letter, + one or more. For one of . ( ) % + - * ? \
                [ ^ $ itself write a % before it.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text "code" { label = "Mã chợ", pattern = "C[0-9" },
                }
                -- Rules/tests/t.lua
                test("hỏi chợ", function(t)
                  local i = t:interview "market"
                  i:answer("code", "C1")
                  i:complete()
                end)
                """,
            mend: """
                  text "code" { label = "Mã chợ", pattern = "C[0-9" },
                """,
            to: """
                  text "code" { label = "Mã chợ", pattern = "C[0-9]+" },
                """),
        Explanation(
            "E-TODAY-001",
            vi: """
                today() là ngày của lần tính, chưa có khi tệp đang được đọc. Nếu cất today() vào biến ở đầu tệp thì \
                con số sẽ dính ngày cũ. Hãy gọi today() bên trong hàm.
                """,
            en: """
                today() is the day of the evaluation, which is not known while the file is read. Kept in a variable at \
                the top it would be the wrong day later. Call today() within the function.
                """,
            wrong: """
                local year = today().year
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "opened" {
                    label = "Năm mở chợ",
                    constraint = function(value) return value <= year end,
                    constraint_message = "Năm chưa đến",
                  },
                }
                """,
            right: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "opened" {
                    label = "Năm mở chợ",
                    constraint = function(value) return value <= today().year end,
                    constraint_message = "Năm chưa đến",
                  },
                }
                """),
    ]
}
