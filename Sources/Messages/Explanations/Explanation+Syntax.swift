extension Explanation {
    /// How scripts are written.
    static let syntax: [Explanation] = [
        Explanation(
            "E-SYNTAX-001",
            vi: """
                Chương trình đọc Lua gặp một câu lệnh sai mà máy không giải thích được rõ hơn. Dòng có lỗi, hoặc dòng \
                ngay trước nó, là chỗ cần xem.
                """,
            en: """
                Lua stumbled over a statement, and nothing more exact is known. Look at the line that is told and the \
                one before it.
                """),
        Explanation(
            "E-SYNTAX-002",
            vi: """
                Các mục đứng trong { } cách nhau bằng dấu phẩy: giữa hai thuộc tính, hai câu hỏi, hai lựa chọn. Máy \
                gặp mục sau mà chưa thấy dấu phẩy của mục trước. Hãy thêm dấu phẩy ở cuối mục trước, thường là cuối \
                dòng trên. Mục cuối cùng có dấu phẩy hay không đều được.
                """,
            en: """
                Entries within { } are separated by commas: properties, questions, choices. The next entry begins here \
                and the one before it has no comma. Add the comma at the end of the entry before, mostly the end of \
                the line above. After the last entry a comma may stand or not.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text "name" { label = "Tên chợ" }
                  integer "stalls" { label = "Số quầy" },
                }
                """,
            mend: """
                  text "name" { label = "Tên chợ" }
                """,
            to: """
                  text "name" { label = "Tên chợ" },
                """),
        Explanation(
            "E-SYNTAX-003",
            vi: """
                Tệp .lua này là mã đã biên dịch (do lệnh luac tạo ra), không phải văn bản. Chiso chỉ nhận văn bản, vì \
                kịch bản phải đọc được và kiểm tra được. Hãy chép lại tệp gốc.
                """,
            en: """
                This .lua file is compiled code, such as luac makes, and no text. Chiso takes text only, so that \
                anybody can read and check a script. Copy the source file here instead.
                """),
        Explanation(
            "E-SYNTAX-004",
            vi: """
                Tệp kịch bản lớn hơn 512 KB, mức máy nhận. Kịch bản thường chỉ vài trăm dòng; tệp lớn như vậy thường \
                là dữ liệu chép nhầm vào. Hãy để danh sách dài thành tệp CSV trong Surveys/choices và đọc bằng \
                from_csv, hoặc chia kịch bản thành nhiều tệp.
                """,
            en: """
                The script is larger than the 512 KB that are taken. Scripts have a few hundred lines; such a file \
                mostly holds data. Put long lists into a CSV file in Surveys/choices and read it with from_csv, or \
                divide the script into several files.
                """),
        Explanation(
            "E-SYNTAX-005",
            vi: """
                Tệp được lưu bằng bảng mã khác (như TCVN3, Windows-1258 hoặc UTF-16), nên chữ có dấu không đọc được. \
                Hãy mở tệp bằng trình soạn thảo, chọn “Lưu với bảng mã UTF-8”, rồi xem lại các chữ có dấu.
                """,
            en: """
                The file was saved in another encoding, such as Windows-1258 or UTF-16, so that its letters with marks \
                cannot be read. Open it in an editor, choose to save it as UTF-8, and look the texts through again.
                """),
        Explanation(
            "E-SYNTAX-006",
            vi: """
                Máy cần một dấu hoặc một từ ở đây mà gặp thứ khác. Thường là quên dấu = sau tên thuộc tính, quên then \
                sau if, quên do sau for, hoặc viết một dấu = khi so sánh (so sánh phải viết ==).
                """,
            en: """
                A sign or a word is needed here and something else was found. Often it is the = after the name of a \
                property, the then of an if, the do of a for, or a comparison written with one = instead of ==.
                """,
            wrong: """
                form "market" {
                  version = 1, label "Phiếu chợ",
                  text "name" { label = "Tên chợ" },
                }
                """,
            mend: """
                  version = 1, label "Phiếu chợ",
                """,
            to: """
                  version = 1, label = "Phiếu chợ",
                """),
        Explanation(
            "E-SYNTAX-007",
            vi: """
                Mỗi { cần một }, mỗi ( cần một ), mỗi function, if, for cần một end. Máy đã mở ở dòng được nêu mà \
                không thấy chỗ đóng. Hãy thụt đầu dòng cho đều thì chỗ thiếu lộ ra ngay. Trong hàm, so sánh bằng một \
                dấu = cũng gây lỗi này: hãy viết ==.
                """,
            en: """
                Each { needs a }, each ( a ), each function, if and for an end. What was opened on the line that is \
                told is never closed. Indent the lines evenly and the gap shows. A comparison with one = in a function \
                gives this too: write ==.
                """,
            wrong: """
                indicator "net_share" {
                  share = function(h) return h.net,
                  label = "Hộ có mạng", over = "household",
                }
                """,
            mend: "  share = function(h) return h.net,",
            to: "  share = function(h) return h.net end,"),
        Explanation(
            "E-SYNTAX-008",
            vi: """
                Dấu hoặc từ này không có nghĩa ở chỗ này. Thường là thừa một } hoặc một end, phép tính viết dở, hoặc \
                dùng dấu của ngôn ngữ khác: Lua viết and, or, not, không viết &&, ||.
                """,
            en: """
                This sign or word means nothing here. Often there is a } or an end too many, an expression that is not \
                finished, or a sign of another language: Lua writes and, or, not, and neither && nor ||.
                """,
            wrong: """
                indicator "net_big" {
                  label = "Hộ đông người có mạng", over = "household",
                  count = function(h) return h.net && h.members >= 5 end,
                }
                """,
            mend: "  count = function(h) return h.net && h.members >= 5 end,",
            to: "  count = function(h) return h.net and h.members >= 5 end,"),
    ]
}
