extension Explanation {
    /// What formulas read, and what is not there.
    static let values: [Explanation] = [
        Explanation(
            "E-FIELD-001",
            vi: """
                Công thức đọc một trường mà phiếu, bảng kê hoặc đối tượng ấy không có. Thường là gõ sai tên, hoặc đọc \
                trường của phiếu từ một dòng của bảng kê: trường của phiếu ngoài thì viết p.household.village. Thông \
                báo gợi ý tên gần nhất.
                """,
            en: """
                The formula reads a field that the record, roster or object does not have. Mostly it is misspelt, or a \
                field of the record is read from a row of a roster: write p.household.village. The nearest name is \
                offered.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  yes_no "open" { label = "Chợ còn họp?" },
                  integer "stalls" { label = "Số quầy", relevant = function(m) return m.opened end },
                }
                -- Rules/tests/t.lua
                test("hỏi chợ", function(t)
                  local i = t:interview "market"
                  i:answer("open", true)
                end)
                """,
            mend: """
                  integer "stalls" { label = "Số quầy", relevant = function(m) return m.opened end },
                """,
            to: """
                  integer "stalls" { label = "Số quầy", relevant = function(m) return m.open end },
                """),
        Explanation(
            "E-FIELD-002",
            vi: """
                choice(h, "ten") đọc dòng của danh sách mà câu trả lời đã chọn, nên chỉ dùng cho câu select_one. Câu \
                này không có danh sách lựa chọn. Hãy đọc thẳng h.ten, hoặc đổi tên câu hỏi trong choice.
                """,
            en: """
                choice(h, "name") reads the row of the list that was chosen, and so is for a select_one. This question \
                has no list. Read h.name itself, or name another question.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "stalls" { label = "Số quầy" },
                  calculate "size" { calculation = function(m) return choice(m, "stalls").label_vi end },
                }
                -- Rules/tests/t.lua
                test("hỏi chợ", function(t)
                  local i = t:interview "market"
                  i:answer("stalls", 40)
                end)
                """,
            mend: """
                  calculate "size" { calculation = function(m) return choice(m, "stalls").label_vi end },
                """,
            to: """
                  calculate "size" { calculation = function(m) return m.stalls end },
                """),
        Explanation(
            "E-NIL-001",
            vi: """
                Câu hỏi này không được hỏi ở phiếu ấy (điều kiện relevant không đúng) nên không có giá trị, mà công \
                thức lại đem so lớn nhỏ, cộng trừ hoặc nối chữ. Một biến chưa gán cũng vậy. Máy không tự coi đó là 0 \
                hay là “không”. Hãy viết điều kiện đứng trước (m.open and m.stalls > 50), hoặc cho giá trị thay thế \
                ((m.stalls or 0) > 50).
                """,
            en: """
                The question was not asked in that record (its relevant does not hold), so that there is no value, and \
                the formula compares, adds or joins it. A variable that was never set is the same. It is not taken for \
                0 or for "no". Put the condition before it (m.open and m.stalls > 50), or give a value instead \
                ((m.stalls or 0) > 50).
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  yes_no "open" { label = "Chợ còn họp?" },
                  integer "stalls" { label = "Số quầy", relevant = function(m) return m.open end },
                  calculate "big" { calculation = function(m) return m.stalls > 50 end },
                }
                -- Rules/tests/t.lua
                test("hỏi chợ", function(t)
                  local i = t:interview "market"
                  i:answer("open", false)
                end)
                """,
            mend: """
                  calculate "big" { calculation = function(m) return m.stalls > 50 end },
                """,
            to: """
                  calculate "big" { calculation = function(m) return m.open and m.stalls > 50 end },
                """),
        Explanation(
            "E-NIL-002",
            vi: """
                Hàm này cần một giá trị, mà câu hỏi được đưa vào không được hỏi ở phiếu ấy nên không có gì. Hãy viết \
                điều kiện đứng trước, hoặc cho giá trị thay thế, như length(m.note or "").
                """,
            en: """
                The function needs a value, and the question given to it was not asked in that record. Put its \
                condition before it, or give a value instead, as in length(m.note or "").
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  yes_no "open" { label = "Chợ còn họp?" },
                  text "note" { label = "Ghi chú", relevant = function(m) return m.open end },
                  calculate "words" { calculation = function(m) return length(m.note) end },
                }
                -- Rules/tests/t.lua
                test("hỏi chợ", function(t)
                  local i = t:interview "market"
                  i:answer("open", false)
                end)
                """,
            mend: """
                  calculate "words" { calculation = function(m) return length(m.note) end },
                """,
            to: """
                  calculate "words" { calculation = function(m) return length(m.note or "") end },
                """),
        Explanation(
            "E-NIL-003",
            vi: """
                Lúc tệp được đọc, biến hoặc mục này chưa có giá trị (nil) mà đã đem tính. Thường là gõ sai tên mục \
                trong một bảng, hoặc khai báo local mà chưa gán. Hãy xem lại tên, và gán giá trị trước dòng này.
                """,
            en: """
                While the file is read, the variable or entry here has no value (nil) and is calculated with. Mostly \
                the name of an entry of a table is misspelt, or a local was never set. Check the name, and set it \
                above this line.
                """,
            wrong: """
                local limits = { small = 3 }
                local big = limits.smal + 5
                indicator "big" {
                  label = "Hộ đông người", over = "household",
                  count = function(h) return h.members >= big end,
                }
                """,
            mend: "local big = limits.smal + 5",
            to: "local big = limits.small + 5"),
        Explanation(
            "E-ARG-001",
            vi: """
                Hàm được gọi với giá trị không đúng loại ở vị trí được nêu. Hãy xem hàm ấy nhận gì: length, upper, \
                lower nhận văn bản; percent nhận số; count, sum nhận bảng kê rồi đến một hàm.
                """,
            en: """
                The function was given a value of the wrong kind at the place named. See what it takes: length, upper \
                and lower a text, percent a number, count and sum a roster and then a function.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "stalls" { label = "Số quầy" },
                  calculate "digits" { calculation = function(m) return length(m.stalls) end },
                }
                -- Rules/tests/t.lua
                test("hỏi chợ", function(t)
                  local i = t:interview "market"
                  i:answer("stalls", 40)
                end)
                """,
            mend: """
                  calculate "digits" { calculation = function(m) return length(m.stalls) end },
                """,
            to: """
                  calculate "digits" { calculation = function(m) return length(tostring(m.stalls)) end },
                """),
        Explanation(
            "E-ARG-002",
            vi: """
                sum, count, any, all gọi hàm của bạn cho từng dòng của bảng kê. sum cần hàm ấy cho một số; count, any, \
                all cần true hoặc false. Ở đây hàm cho giá trị loại khác. Hãy xem lại trường được đọc.
                """,
            en: """
                sum, count, any and all call your function for each row of the roster. sum needs a number from it, the \
                others true or false. Here it gave something else. Look at the field that it reads.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  roster "stall" {
                    label = "Quầy", text "goods" { label = "Hàng" }, integer "area" { label = "Diện tích" },
                  },
                  calculate "total" {
                    calculation = function(m) return sum(m.stall, function(s) return s.goods end) end,
                  },
                }
                -- Rules/tests/t.lua
                test("hỏi chợ", function(t)
                  local i = t:interview "market"
                  i:add "stall"
                  i:answer("stall[1].goods", "cá")
                  i:answer("stall[1].area", 6)
                end)
                """,
            mend: "    calculation = function(m) return sum(m.stall, function(s) return s.goods end) end,",
            to: "    calculation = function(m) return sum(m.stall, function(s) return s.area end) end,"),
        Explanation(
            "E-COND-001",
            vi: """
                Điều kiện (relevant, required, constraint, warn …) phải cho true hoặc false. Ở đây nó cho một số hoặc \
                văn bản; trong Lua số 0 cũng bị coi là đúng, nên máy không nhận. Hãy viết thành phép so sánh.
                """,
            en: """
                A condition (relevant, required, constraint, warn …) gives true or false. This one gave a number or a \
                text; to Lua even 0 is true, so that it is refused. Write a comparison.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "stalls" { label = "Số quầy" },
                  text "goods" { label = "Bán gì?", relevant = function(m) return m.stalls end },
                }
                -- Rules/tests/t.lua
                test("hỏi chợ", function(t)
                  local i = t:interview "market"
                  i:answer("stalls", 40)
                end)
                """,
            mend: """
                  text "goods" { label = "Bán gì?", relevant = function(m) return m.stalls end },
                """,
            to: """
                  text "goods" { label = "Bán gì?", relevant = function(m) return m.stalls > 0 end },
                """),
    ]
}
