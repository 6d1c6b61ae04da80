extension Explanation {
    /// The file chiso.toml, and forms whose data are already in the store.
    static let settings: [Explanation] = [
        Explanation(
            "E-CONFIG-001",
            vi: """
                chiso.toml không có khóa này, hoặc khóa đứng sai mục. Các mục: [store], [locale], [periods], [report], \
                [limits], [interviewer], [alerts], [notifiers.…]. Thông báo gợi ý tên gần nhất; hãy sửa hoặc bỏ dòng \
                ấy.
                """,
            en: """
                chiso.toml has no such key, or it stands in the wrong section. The sections are [store], [locale], \
                [periods], [report], [limits], [interviewer], [alerts], [notifiers.…]. The nearest name is offered; \
                mend the line or leave it out.
                """),
        Explanation(
            "E-CONFIG-002",
            vi: """
                Giá trị viết không đúng dạng: văn bản trong ngoặc kép, như language = "vi"; số và true, false không có \
                ngoặc, như memory_mb = 128.
                """,
            en: """
                The value is not written as it should be: texts in quotes, as in language = "vi"; numbers and true, \
                false without, as in memory_mb = 128.
                """),
        Explanation(
            "E-CONFIG-003",
            vi: """
                Giá trị ngoài những gì khóa này nhận; thông báo kê các từ hoặc khoảng số được nhận. Hãy chọn một trong \
                đó. Ngày trong năm viết tháng trước: "07-10" là ngày 10 tháng 7.
                """,
            en: """
                The value is none that this key takes; the message lists the words or the range. Choose one of them. A \
                day of the year has the month first: "07-10" is 10 July.
                """),
        Explanation(
            "E-CONFIG-004",
            vi: """
                Tệp chiso.toml viết sai quy tắc TOML ở dòng được nêu: thường là thiếu ngoặc kép, thiếu dấu =, hoặc hai \
                khóa trùng tên. Mỗi dòng là khóa = giá trị, dưới một mục [tên].
                """,
            en: """
                chiso.toml breaks the rules of TOML on that line: mostly quotes or a = are missing, or a key stands \
                twice. Each line is key = value, below a section [name].
                """),
        Explanation(
            "E-CONFIG-005",
            vi: "Chương trình hiện chỉ dùng kho là một tệp trên máy. Hãy bỏ url trong [store] và ghi path = \"…\".",
            en: "For now the store is a file on this machine. Leave url out of [store], and write path = \"…\"."),
        Explanation(
            "E-STORE-shape_changed",
            vi: """
                Biểu mẫu đã đổi câu hỏi, loại câu hoặc lựa chọn mà version vẫn như khi thu số liệu. Phiếu cũ phải đọc \
                được theo đúng bản của nó. Hãy tăng version thêm 1. Câu đổi tên thì ghi tên cũ vào formerly; sửa nhãn \
                thì không cần tăng.
                """,
            en: """
                Questions, their kinds or choices have changed, and version is still that of the data collected. Old \
                records are read by the version they were asked with. Raise version by 1. List the former name of a \
                renamed question in formerly; for labels alone there is no need.
                """),
        Explanation(
            "E-STORE-type_changed",
            vi: """
                Câu hỏi này trước lưu loại khác, như số nay thành văn bản. Số liệu cũ không đổi sang loại mới được, \
                nên một tên không dùng cho cả hai. Hãy đặt tên khác cho câu hỏi mới; câu cũ có thể bỏ, số liệu của nó \
                vẫn còn.
                """,
            en: """
                This question was kept as another type before, such as a number that is a text now. What was collected \
                cannot be converted, so that one name cannot serve both. Give the new question another name; the old \
                one may go, and its data stay.
                """),
        Explanation(
            "E-STORE-too_many_fields",
            vi: """
                Một phiếu hoặc bảng kê có nhiều câu hơn mức kho giữ được. Hãy đưa những câu lặp lại vào bảng kê \
                (roster), hoặc chia thành hai biểu mẫu.
                """,
            en: """
                A record or roster has more questions than the store can hold. Put questions that repeat into a \
                roster, or make two forms of it.
                """),
        Explanation(
            "E-STORE-unstorable_name",
            vi: """
                Tên này không làm tên cột trong kho được. Thường là kho đã có câu hỏi cùng tên, chỉ khác chữ hoa chữ \
                thường: hãy viết đúng như lần trước, hoặc đặt tên khác hẳn.
                """,
            en: """
                The name cannot be that of a column in the store. Mostly the store has a question of the same name \
                with other capitals: write it as before, or choose another name altogether.
                """),
        Explanation(
            "N-SHAPE-001",
            vi: """
                Không phải lỗi. Biểu mẫu có version mới, và đây là những gì khác so với phiếu đã thu: câu thêm, câu \
                bỏ, câu đổi tên, lựa chọn bớt. Hãy đọc lại cho chắc; nếu một câu chỉ đổi tên mà bị kể là bỏ và thêm \
                thì ghi tên cũ vào formerly.
                """,
            en: """
                This is no error. The form has a new version, and here is what differs from the records collected: \
                added, removed, renamed, choices gone. Read it to be sure; if a renamed question is told as removed \
                and added, list its former name in formerly.
                """),
    ]
}
