extension Explanation {
    /// Choices, and lists in CSV files.
    static let lists: [Explanation] = [
        Explanation(
            "E-CHOICE-001",
            vi: """
                Mỗi lựa chọn là một bảng: mã trong ngoặc kép đứng đầu, rồi nhãn theo ngôn ngữ. Mã là thứ được lưu và \
                công thức so sánh; nhãn là thứ người hỏi thấy.
                """,
            en: """
                Each choice is a table: its name in quotes first, then its label by language. The name is what is \
                stored and what formulas compare; the label is what the interviewer sees.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  select_one "kind" { label = "Loại chợ", choices = { "Hằng ngày", "Chợ phiên" } },
                }
                """,
            mend: """
                  select_one "kind" { label = "Loại chợ", choices = { "Hằng ngày", "Chợ phiên" } },
                """,
            to: """
                  select_one "kind" {
                    label = "Loại chợ",
                    choices = { { "daily", vi = "Hằng ngày" }, { "fair", vi = "Chợ phiên" } },
                  },
                """),
        Explanation(
            "E-CHOICE-002",
            vi: """
                Hai lựa chọn cùng một mã thì khi đọc phiếu không biết người trả lời đã chọn cái nào. Hãy đặt mã khác \
                cho một trong hai, hoặc xóa dòng chép thừa.
                """,
            en: """
                With two choices of one name nobody could tell which was meant. Give one another name, or delete the \
                line if it was copied by mistake.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  select_one "kind" {
                    label = "Loại chợ",
                    choices = { { "daily", vi = "Hằng ngày" }, { "daily", vi = "Chợ phiên" } },
                  },
                }
                """,
            mend: """
                    choices = { { "daily", vi = "Hằng ngày" }, { "daily", vi = "Chợ phiên" } },
                """,
            to: """
                    choices = { { "daily", vi = "Hằng ngày" }, { "fair", vi = "Chợ phiên" } },
                """),
        Explanation(
            "E-CHOICE-003",
            vi: """
                Mã lựa chọn được gõ trong công thức, tệp CSV và dòng lệnh, nên phải là một từ liền. Hãy thay dấu cách \
                bằng dấu _; phần cho người đọc viết ở nhãn.
                """,
            en: """
                The name of a choice is typed in formulas, CSV files and commands, so that it is one word. Write _ for \
                the space; what people read is the label.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  select_one "kind" {
                    label = "Loại chợ",
                    choices = { { "hang ngay", vi = "Hằng ngày" }, { "phien", vi = "Chợ phiên" } },
                  },
                }
                """,
            mend: """
                    choices = { { "hang ngay", vi = "Hằng ngày" }, { "phien", vi = "Chợ phiên" } },
                """,
            to: """
                    choices = { { "hang_ngay", vi = "Hằng ngày" }, { "phien", vi = "Chợ phiên" } },
                """),
        Explanation(
            "E-CSV-001",
            vi: """
                from_csv "ten" đọc tệp Surveys/choices/ten.csv. Không có tệp ấy. Hãy xem lại tên (không ghi đuôi \
                .csv), hoặc tạo tệp với dòng tiêu đề name,label_vi.
                """,
            en: """
                from_csv "name" reads Surveys/choices/name.csv, and there is none. Check the name (without .csv), or \
                make the file with the header name,label_vi.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  select_one "village" { label = "Thôn", choices = from_csv "village" },
                }
                -- Surveys/choices/villages.csv
                name,label_vi
                dt1,Thôn 1
                dt2,Thôn 2
                """,
            mend: """
                  select_one "village" { label = "Thôn", choices = from_csv "village" },
                """,
            to: """
                  select_one "village" { label = "Thôn", choices = from_csv "villages" },
                """),
        Explanation(
            "E-CSV-002",
            vi: """
                Dòng đầu của tệp CSV kê tên các cột. Danh sách lựa chọn phải có cột name; danh sách đơn vị (frame) có \
                một cột cho mỗi trường của key. Máy không thấy cột này. Hãy sửa tên cột ở dòng đầu, hoặc tên cột trong \
                kịch bản.
                """,
            en: """
                The first line of a CSV file names its columns. A list of choices needs the column name; a frame has a \
                column for each field of the key. This one is missing. Mend the first line, or the column's name in \
                the script.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  select_one "village" { label = "Thôn", choices = from_csv "villages" },
                }
                -- Surveys/choices/villages.csv
                ma,ten
                dt1,Thôn 1
                """,
            mend: "ma,ten",
            to: "name,label_vi"),
        Explanation(
            "E-CSV-003",
            vi: """
                frame là danh sách đơn vị phải báo cáo. Máy so danh sách với phiếu bằng khóa (key); biểu mẫu không có \
                key thì không biết ai đã báo cáo. Hãy thêm key là câu hỏi ghi mã đơn vị.
                """,
            en: """
                A frame lists the units that should answer. Records are matched with it by the key; without one nobody \
                knows who has answered. Add as key the question that holds the unit's code.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ", frame = from_csv "markets",
                  text "code" { label = "Mã chợ" },
                }
                -- Surveys/choices/markets.csv
                name,label_vi
                c1,Chợ Đồng Cát
                """,
            mend: """
                  version = 1, label = "Phiếu chợ", frame = from_csv "markets",
                """,
            to: """
                  version = 1, label = "Phiếu chợ", key = "code", frame = from_csv "markets",
                """),
        Explanation(
            "E-CSV-004",
            vi: """
                Cột này dùng làm số (tổng thể, tổng đã biết), mà một ô không phải số từ 0 trở lên. Hãy viết số liền, \
                không có dấu ngăn hàng nghìn, không có chữ: 742.
                """,
            en: """
                This column is used as numbers (populations, known totals), and a cell is no number from 0 up. Write \
                it without separators and words: 742.
                """,
            wrong: """
                design "sample" {
                  form = "household", strata = "village", population = from_csv("villages", "households"),
                }
                -- Surveys/choices/villages.csv
                name,households
                dt1,742 hộ
                dt2,531
                """,
            mend: "dt1,742 hộ",
            to: "dt1,742"),
        Explanation(
            "W-FRAME-001",
            vi: """
                Biểu mẫu ghi có danh sách đơn vị phải báo cáo mà chưa có tệp. Vẫn thu và tính được, nhưng chưa biết đã \
                đủ đơn vị báo cáo hay chưa. Hãy tạo tệp CSV với một cột cho mỗi trường của key (khóa một trường thì \
                cột name).
                """,
            en: """
                The form names a list of the units that should answer, and the file is not there yet. Records can be \
                collected and figures computed, but nobody knows whether all have answered. Make the CSV file, with a \
                column for each field of the key (for a key of one field, name).
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ", key = "code", frame = from_csv "markets",
                  text "code" { label = "Mã chợ" },
                }
                """,
            right: """
                form "market" {
                  version = 1, label = "Phiếu chợ", key = "code", frame = from_csv "markets",
                  text "code" { label = "Mã chợ" },
                }
                -- Surveys/choices/markets.csv
                name,label_vi
                c1,Chợ Đồng Cát
                """),
    ]
}
