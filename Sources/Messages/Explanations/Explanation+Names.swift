extension Explanation {
    /// What may be a name, and what names stand for.
    static let names: [Explanation] = [
        Explanation(
            "E-NAME-001",
            vi: """
                Tên là mã để máy và công thức gọi, không phải chữ in ra. Tên chỉ có chữ a–z không dấu, chữ số và dấu _ \
                đơn, bắt đầu bằng chữ, tối đa 40 ký tự. Phần cho người đọc, có dấu và dấu cách, thì viết ở label.
                """,
            en: """
                A name is what formulas call a thing by, and is not printed. It has plain letters, digits and single \
                _, begins with a letter and has at most 40 characters. What people read goes into label.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "số quầy" { label = "Số quầy" },
                }
                """,
            mend: """
                  integer "số quầy" { label = "Số quầy" },
                """,
            to: """
                  integer "stalls" { label = "Số quầy" },
                """),
        Explanation(
            "E-NAME-002",
            vi: """
                Lua giữ riêng một số từ cho câu lệnh, như end, and, for, if, repeat. Nếu câu hỏi tên như vậy thì công \
                thức không gọi h.end được. Hãy thêm một chữ, như end_date.
                """,
            en: """
                Lua keeps some words for itself, such as end, and, for, if, repeat. A question of such a name could \
                not be read as h.end. Add a word, such as end_date.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  date "end" { label = "Ngày hết hợp đồng" },
                }
                """,
            mend: """
                  date "end" { label = "Ngày hết hợp đồng" },
                """,
            to: """
                  date "end_date" { label = "Ngày hết hợp đồng" },
                """),
        Explanation(
            "E-NAME-003",
            vi: """
                Trong bảng kê, công thức gọi phiếu bên ngoài bằng tên của nó, như p.household. Câu hỏi trùng tên ấy sẽ \
                che mất phiếu bên ngoài. Hãy đặt tên khác.
                """,
            en: """
                In a roster, formulas read the record around it by its name, as in p.household. A question of that \
                name would hide it. Choose another name.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  roster "stall" {
                    label = "Quầy hàng",
                    text "market" { label = "Thuộc chợ nào" },
                  },
                }
                """,
            mend: """
                    text "market" { label = "Thuộc chợ nào" },
                """,
            to: """
                    text "market_name" { label = "Thuộc chợ nào" },
                """),
        Explanation(
            "E-NAME-004",
            vi: """
                Một phiếu, hoặc một bảng kê, giữ được nhiều nhất 750 trường. Phiếu dài như vậy cũng khó trả lời. \
                Thường là một vòng lặp tạo câu hỏi chạy quá nhiều lần; những câu lặp lại thì nên là bảng kê (roster).
                """,
            en: """
                A record or a roster holds at most 750 fields, and so long a form is hard to answer. Often a loop that \
                makes questions went too far; questions that repeat are better a roster.
                """,
            wrong: """
                local month = { version = 1, label = "Phiếu chợ" }
                for n = 1, 800 do
                  month[n] = integer("stall_" .. n) { label = "Doanh thu quầy " .. n }
                end
                form "market" (month)
                """,
            right: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  roster "stall" {
                    label = "Quầy hàng",
                    integer "income" { label = "Doanh thu" },
                  },
                }
                """),
        Explanation(
            "E-NAME-005",
            vi: """
                index là số thứ tự của dòng trong bảng kê (p.index), máy tự có. Câu hỏi không được dùng tên ấy. Hãy \
                đặt tên khác, hoặc bỏ câu hỏi nếu chỉ cần số thứ tự.
                """,
            en: """
                index is the number of a row in its roster (p.index), which is always there. No question can have that \
                name. Choose another, or leave the question out if the number is all you need.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  roster "stall" {
                    label = "Quầy hàng",
                    integer "index" { label = "Số quầy" },
                  },
                }
                """,
            mend: """
                    integer "index" { label = "Số quầy" },
                """,
            to: """
                    integer "stall_no" { label = "Số quầy" },
                """),
        Explanation(
            "E-NAME-006",
            vi: """
                formerly kê tên cũ của câu hỏi, để đọc được phiếu đã thu. Ở đây tên cũ ấy đang là tên của một câu hỏi \
                khác, nên máy không biết số liệu cũ thuộc về câu nào. Hãy bỏ tên ấy khỏi formerly, hoặc đổi tên câu \
                kia.
                """,
            en: """
                formerly lists the former names of a question, so that what was collected is still read. Here the \
                former name is that of another question now, and nobody could tell whose the old data are. Take it out \
                of formerly, or rename the other question.
                """,
            wrong: """
                form "market" {
                  version = 2, label = "Phiếu chợ",
                  integer "stalls" { label = "Số quầy", formerly = { "places" } },
                  integer "places" { label = "Số chỗ gửi xe" },
                }
                """,
            mend: """
                  integer "places" { label = "Số chỗ gửi xe" },
                """,
            to: """
                  integer "parking" { label = "Số chỗ gửi xe" },
                """),
        Explanation(
            "E-GLOBAL-001",
            vi: """
                Máy không biết tên này. Thường là gõ sai một chữ (thông báo gợi ý tên gần nhất; Lua phân biệt chữ hoa \
                và chữ thường), quên local khi khai báo biến, hoặc quên ngoặc kép quanh một văn bản. Trong công thức, \
                câu trả lời đọc qua phiếu: h.members, không viết trống members.
                """,
            en: """
                Nothing has this name. Mostly it is misspelt (the nearest name is offered; capitals matter), its local \
                was forgotten, or the quotes around a text. In formulas an answer is read from the record: h.members, \
                not members alone.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text "name" { label = "Tên chợ", required = True },
                }
                """,
            mend: """
                  text "name" { label = "Tên chợ", required = True },
                """,
            to: """
                  text "name" { label = "Tên chợ", required = true },
                """),
        Explanation(
            "E-GLOBAL-002",
            vi: """
                Biến phải được khai báo bằng local trước khi gán. Biến chung cho cả tệp mà không có local dễ bị hai \
                hàm dùng chồng lên nhau, nên Chiso không cho. Hàm cũng vậy: viết local function.
                """,
            en: """
                A variable is declared by local before it is set. Without it two functions could use the same one \
                unawares, so that Chiso refuses it. The same holds of functions: write local function.
                """,
            wrong: """
                function is_big(h) return h.members >= 6 end
                indicator "big" { label = "Hộ đông người", over = "household", count = is_big }
                """,
            right: """
                local function is_big(h) return h.members >= 6 end
                indicator "big" { label = "Hộ đông người", over = "household", count = is_big }
                """),
        Explanation(
            "E-GLOBAL-003",
            vi: """
                Thư mục này không có loại khai báo như vậy. Thông báo kê những loại dùng được ở đây. Mỗi loại có thư \
                mục của nó: form ở Surveys, indicator ở Rules/indicators, alert ở Rules/alerts, report ở \
                Rules/reports.
                """,
            en: """
                There is no declaration of this kind in this folder; the message lists those that there are. Each kind \
                has its folder: form in Surveys, indicator in Rules/indicators, alert in Rules/alerts, report in \
                Rules/reports.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  numeric "stalls" { label = "Số quầy" },
                }
                """,
            mend: """
                  numeric "stalls" { label = "Số quầy" },
                """,
            to: """
                  integer "stalls" { label = "Số quầy" },
                """),
    ]
}
