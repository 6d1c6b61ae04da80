extension Explanation {
    /// How a CSV file is written.
    static let tables: [Explanation] = [
        Explanation(
            "E-TABLE-001",
            vi: "Tệp CSV không có dòng nào. Dòng đầu phải là tên các cột, như name,label_vi; mỗi dòng sau là một mục.",
            en: """
                The CSV file holds no line. The first one names the columns, such as name,label_vi; each further line \
                is an entry.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  select_one "village" { label = "Thôn", choices = from_csv "villages" },
                }
                -- Surveys/choices/villages.csv
                """,
            right: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  select_one "village" { label = "Thôn", choices = from_csv "villages" },
                }
                -- Surveys/choices/villages.csv
                name,label_vi
                dt1,Thôn 1
                """),
        Explanation(
            "E-TABLE-002",
            vi: """
                Tệp lưu bằng bảng mã khác (như Windows-1258 hoặc UTF-16), chữ có dấu sẽ đọc sai. Trong Excel hãy chọn \
                lưu kiểu “CSV UTF-8”; hoặc chạy lệnh chuyển mã mà thông báo ghi sẵn.
                """,
            en: """
                The file was saved in another encoding, such as Windows-1258 or UTF-16, and its letters with marks \
                would be wrong. In Excel save it as "CSV UTF-8", or run the command that the message gives.
                """),
        Explanation(
            "E-TABLE-003",
            vi: """
                Trong tệp có byte 0, thứ không bao giờ có trong văn bản. Thường là tệp Excel (.xlsx) được đổi đuôi \
                thành .csv. Hãy mở bằng Excel hoặc LibreOffice rồi lưu lại kiểu CSV UTF-8.
                """,
            en: """
                A byte 0 stands in the file, which no text has. Mostly it is an Excel file (.xlsx) that was renamed to \
                .csv. Open it in Excel or LibreOffice and save it as CSV UTF-8.
                """),
        Explanation(
            "E-TABLE-004",
            vi: """
                Các dòng kết thúc theo kiểu máy Mac đời cũ, nên cả tệp bị coi là một dòng. Hãy lưu lại bằng trình soạn \
                thảo, chọn kiểu xuống dòng LF hoặc CRLF.
                """,
            en: """
                The lines end as on old Macs, so that the whole file is one line. Save it again in an editor, with LF \
                or CRLF as the end of lines.
                """),
        Explanation(
            "E-TABLE-005",
            vi: """
                Ô mở bằng dấu ngoặc kép mà không có dấu đóng, nên phần còn lại của tệp bị coi là một ô. Hãy thêm dấu " \
                ở cuối ô. Ô không có dấu phẩy bên trong thì không cần ngoặc kép.
                """,
            en: """
                A cell opens with a quote and none closes it, so that the rest of the file belongs to it. Add the " at \
                the end of the cell. A cell without commas needs no quotes.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  select_one "village" { label = "Thôn", choices = from_csv "villages" },
                }
                -- Surveys/choices/villages.csv
                name,label_vi
                dt1,"Thôn 1, Đức Tân"
                dt2,"Thôn 2, Đức Tân
                """,
            mend: """
                dt2,"Thôn 2, Đức Tân
                """,
            to: """
                dt2,"Thôn 2, Đức Tân"
                """),
        Explanation(
            "E-TABLE-006",
            vi: """
                Sau dấu ngoặc kép đóng phải là dấu phẩy hoặc hết dòng. Nếu muốn có dấu ngoặc kép bên trong ô thì viết \
                hai lần: "Chợ ""Đồng Cát\"\"\".
                """,
            en: """
                Behind a closing quote comes a comma or the end of the line. For a quote within the cell write it \
                twice: "Market ""Dong Cat\"\"\".
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  select_one "name" { label = "Chợ", choices = from_csv "markets" },
                }
                -- Surveys/choices/markets.csv
                name,label_vi
                c1,"Chợ "Đồng Cát""
                """,
            mend: """
                c1,"Chợ "Đồng Cát""
                """,
            to: """
                c1,"Chợ ""Đồng Cát\"\"\"
                """),
        Explanation(
            "E-TABLE-007",
            vi: """
                Ô không mở bằng ngoặc kép mà bên trong có dấu ngoặc kép. Hãy đặt cả ô trong ngoặc kép và viết dấu bên \
                trong hai lần, hoặc dùng dấu “ ”.
                """,
            en: """
                A quote stands within a cell that is not in quotes itself. Put the cell in quotes and write the quote \
                twice, or use “ ”.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  select_one "name" { label = "Chợ", choices = from_csv "markets" },
                }
                -- Surveys/choices/markets.csv
                name,label_vi
                c1,Chợ "Đồng Cát"
                """,
            mend: """
                c1,Chợ "Đồng Cát"
                """,
            to: """
                c1,"Chợ ""Đồng Cát\"\"\"
                """),
        Explanation(
            "E-TABLE-008",
            vi: """
                Dòng này nhiều ô hơn dòng tiêu đề. Thường là trong một ô có dấu phẩy; ô như vậy phải đặt trong ngoặc \
                kép.
                """,
            en: """
                The row has more cells than the header. Mostly there is a comma within a cell, which is to stand in \
                quotes.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  select_one "village" { label = "Thôn", choices = from_csv "villages" },
                }
                -- Surveys/choices/villages.csv
                name,label_vi
                dt1,Thôn 1, Đức Tân
                """,
            mend: "dt1,Thôn 1, Đức Tân",
            to: """
                dt1,"Thôn 1, Đức Tân"
                """),
        Explanation(
            "E-TABLE-009",
            vi: """
                Dòng này ít ô hơn dòng tiêu đề, nên không biết ô nào thuộc cột nào. Ô trống vẫn phải có dấu phẩy của \
                nó: dt1,Thôn 1, (ô thứ ba trống).
                """,
            en: """
                The row has fewer cells than the header, so that nobody knows which column each is of. An empty cell \
                keeps its comma: dt1,Village 1, (the third is empty).
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  select_one "village" { label = "Thôn", choices = from_csv "villages" },
                }
                -- Surveys/choices/villages.csv
                name,label_vi,households
                dt1,Thôn 1
                """,
            mend: "dt1,Thôn 1",
            to: "dt1,Thôn 1,"),
        Explanation(
            "E-TABLE-010",
            vi: """
                Các cột cách nhau bằng dấu chấm phẩy hoặc dấu tab. Excel cài tiếng Việt hay lưu như vậy. Hãy lưu kiểu \
                CSV với dấu phẩy, hoặc thay dấu chấm phẩy bằng dấu phẩy trong trình soạn thảo.
                """,
            en: """
                The columns are separated by semicolons or tabs, as Excel does in some countries. Save the file with \
                commas, or replace the semicolons in an editor.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  select_one "village" { label = "Thôn", choices = from_csv "villages" },
                }
                -- Surveys/choices/villages.csv
                name;label_vi
                dt1;Thôn 1
                """,
            mend: """
                name;label_vi
                dt1;Thôn 1
                """,
            to: """
                name,label_vi
                dt1,Thôn 1
                """),
        Explanation(
            "E-TABLE-011",
            vi: """
                Một dòng dài bất thường. Thường là một ô mở ngoặc kép ở phía trên mà quên đóng, nên nhiều dòng dính \
                thành một. Hãy xem dòng được nêu và thêm dấu ".
                """,
            en: """
                A row is unusually long. Mostly a cell opened with a quote that is not closed, so that many lines \
                became one. Look at the line that is told and add the ".
                """),
    ]
}
