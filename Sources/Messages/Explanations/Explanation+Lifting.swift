extension Explanation {
    /// Why a formula is called for each record, and how it runs over columns instead.
    static let lifting: [Explanation] = [
        Explanation(
            "N-LIFT-001",
            vi: """
                Hàm được đọc từ văn bản của nó. Khi một dòng có nhiều hàm giống nhau thì không biết hàm nào là hàm này: hãy viết \
                mỗi hàm trên một dòng riêng.
                """,
            en: """
                A function is read from its text. Where several that look alike stand on one line, nobody knows which it is: \
                write each on a line of its own.
                """),
        Explanation(
            "N-LIFT-002",
            vi: """
                Con số vẫn đúng, chỉ chậm hơn: hàm này được gọi cho từng phiếu. Với vài nghìn phiếu thì không cần đổi; với nhiều \
                hơn, hãy so thẳng câu trả lời.
                """,
            en: """
                The figure is right, only slower: this function is called for each record. With some thousand records nothing \
                needs to be changed; with more, compare the answer itself.
                """,
            wrong: """
                indicator "i" {
                  label = "Hộ ba người", over = "household",
                  share = function(h) return string.format("%d", h.members) == "3" end,
                }
                """,
            mend: "  share = function(h) return string.format(\"%d\", h.members) == \"3\" end,",
            to: "  share = function(h) return h.members == 3 end,"),
        Explanation(
            "N-LIFT-003",
            vi: "Con số vẫn đúng, chỉ chậm hơn: phương thức này được gọi cho từng phiếu.",
            en: "The figure is right, only slower: this method is called for each record."),
        Explanation(
            "N-LIFT-004",
            vi: """
                Vòng lặp while, và vòng lặp đi qua các dòng của một bảng kê, chạy cho từng phiếu. count, sum, any và all đi qua các \
                dòng theo cột, và cũng xử lý giúp những câu trả lời còn thiếu.
                """,
            en: """
                A while loop, or one that goes through the rows of a roster, runs record by record. count, sum, any and all go \
                through the rows over columns, and take care of missing answers, too.
                """,
            wrong: """
                indicator "i" {
                  label = "Hộ có người dùng VNeID", over = "household",
                  share = function(h)
                    for _, p in ipairs(h.person) do
                      if p.vneid then return true end
                    end
                    return false
                  end,
                }
                """,
            mend: """
                  share = function(h)
                    for _, p in ipairs(h.person) do
                      if p.vneid then return true end
                    end
                    return false
                  end,
                """,
            to: "  share = function(h) return any(h.person, function(p) return p.vneid end) end,"),
        Explanation(
            "N-LIFT-005",
            vi:
                "Một hàm bên trong đổi biến của hàm bên ngoài, nên thứ tự các dòng là quan trọng. count, sum, any, all cho kết quả thẳng.",
            en: """
                A function within changes a variable of the one around it, so that the order of rows matters. count, sum, any and \
                all give what is wanted at once.
                """,
            wrong: """
                indicator "i" {
                  label = "Hộ có hơn hai trẻ", over = "household",
                  share = function(h)
                    local children = 0
                    all(h.person, function(p)
                      if p.age < 14 then children = children + 1 end
                      return true
                    end)
                    return children > 2
                  end,
                }
                """,
            mend: """
                  share = function(h)
                    local children = 0
                    all(h.person, function(p)
                      if p.age < 14 then children = children + 1 end
                      return true
                    end)
                    return children > 2
                  end,
                """,
            to: "  share = function(h) return count(h.person, function(p) return p.age < 14 end) > 2 end,"),
        Explanation(
            "N-LIFT-006",
            vi:
                "Biến ở ngoài hàm giữ một thứ mà kịch bản có thể đổi, nên không thể lấy giá trị của nó một lần cho mọi phiếu.",
            en: """
                A variable around the function holds something that the script may change, so that its value cannot be taken once \
                for all records.
                """),
        Explanation(
            "N-LIFT-007",
            vi: "Các phép tính trên từng bit, và phép trừ một số 0 được tính ra, chỉ chạy cho từng phiếu.",
            en: "Operations on bits, and a subtraction of a 0 that is worked out, run record by record only.",
            wrong: """
                indicator "i" {
                  label = "Hộ có số người lẻ", over = "household",
                  share = function(h) return h.members & 1 == 1 end,
                }
                """,
            mend: "  share = function(h) return h.members & 1 == 1 end,",
            to: "  share = function(h) return h.members % 2 == 1 end,"),
        Explanation(
            "N-LIFT-008",
            vi: "Câu xếp hạng và tọa độ không được giữ thành cột: công thức đọc chúng chạy cho từng phiếu.",
            en: "Ranks and points on the globe are kept in no column: a formula that reads them runs record by record."),
        Explanation(
            "N-LIFT-009",
            vi:
                "Một bảng kê hay một phiếu được dùng như một giá trị. Hãy hỏi số dòng của nó, hoặc dùng count, sum, any, all.",
            en: "A roster or a record is used as a value. Ask for the number of its rows, or use count, sum, any, all.",
            wrong: """
                indicator "i" {
                  label = "Hộ có người", over = "household",
                  share = function(h) return tostring(h.person) ~= "" and #h.person > 0 end,
                }
                """,
            mend: "  share = function(h) return tostring(h.person) ~= \"\" and #h.person > 0 end,",
            to: "  share = function(h) return #h.person > 0 end,"),
        Explanation(
            "N-LIFT-010",
            vi: "Hàm đọc một phần của một giá trị mà trước khi chạy chưa biết là ngày, danh sách hay thứ khác.",
            en:
                "A part is read of a value that may be a date, a list or something else: that is known only when it runs."
        ),
        Explanation(
            "N-LIFT-011",
            vi: """
                Mỗi dòng của bảng kê được so với các dòng khác của cùng bảng: việc này chạy cho từng phiếu. Không cần sửa gì: con \
                số vẫn đúng.
                """,
            en: """
                Each row of a roster is compared with the others of the same roster: that runs record by record. Nothing needs \
                to be mended: the figure is right.
                """),
        Explanation(
            "N-LIFT-012",
            vi: "Hàm gọi lại chính nó, nên không biết trước phải tính bao nhiêu bước.",
            en: "A function calls itself, so that it is not known before how many steps there are.",
            wrong: """
                local function doublings(n) return n < 2 and 0 or 1 + doublings(n // 2) end
                indicator "i" {
                  label = "Hộ đông người", over = "household",
                  share = function(h) return doublings(h.members) > 2 end,
                }
                """,
            mend: """
                local function doublings(n) return n < 2 and 0 or 1 + doublings(n // 2) end
                indicator "i" {
                  label = "Hộ đông người", over = "household",
                  share = function(h) return doublings(h.members) > 2 end,
                """,
            to: """
                indicator "i" {
                  label = "Hộ đông người", over = "household",
                  share = function(h) return h.members >= 8 end,
                """),
        Explanation(
            "N-LIFT-013",
            vi: "Hàm có quá nhiều trường hợp, thường vì vòng lặp lồng nhau. Một bảng tra thường ngắn hơn.",
            en:
                "The function has too many cases, mostly for loops within loops. A table that is looked up is often shorter."
        ),
        Explanation(
            "N-LIFT-014",
            vi: "Con số vẫn đúng, chỉ chậm hơn: câu lệnh này chạy cho từng phiếu.",
            en: "The figure is right, only slower: this statement runs record by record."),
    ]
}
