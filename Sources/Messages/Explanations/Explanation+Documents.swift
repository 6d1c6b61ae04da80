extension Explanation {
    /// How a report is written, and for which period.
    static let documents: [Explanation] = [
        Explanation(
            "E-REPORT-007",
            vi: """
                Hàm body của báo cáo đọc một câu trả lời bị thiếu (không biết, từ chối, chưa tính được) và dừng ở đó, \
                nên báo cáo sẽ thiếu phần sau. Hãy xem chỗ đọc phiếu trong body, và chỉ đọc những trường chắc có.
                """,
            en: """
                The body of the report read an answer that is missing (not known, refused, not computed) and ended \
                there, so that the rest would be left out. Look where the body reads records, and read only fields \
                that are sure to be there.
                """),
        Explanation(
            "E-REPORT-008",
            vi: """
                Nơi nhận in bên trái, chữ ký in bên phải trên cùng một dòng, nên doc:recipients phải có doc:signature \
                đi liền trước hoặc sau. Hãy thêm doc:signature { "TM. ỦY BAN NHÂN DÂN", position = "CHỦ TỊCH" }, hoặc \
                bỏ nơi nhận.
                """,
            en: """
                The recipients stand on the left of the signature, on the same lines, so that doc:recipients goes with \
                a doc:signature right before or after it. Add doc:signature { "TM. ỦY BAN NHÂN DÂN", position = "CHỦ \
                TỊCH" }, or leave the recipients out.
                """),
        Explanation(
            "E-REPORT-009",
            vi: """
                Bảng chỉ tiêu chỉ có những cột đã định: code, label, value, target, status, change … Tên cột này không \
                có trong đó; thông báo gợi ý tên gần nhất. Muốn đổi chữ ở đầu cột thì viết { "label", label = "Nội \
                dung" }.
                """,
            en: """
                A table of indicators has columns of fixed names: code, label, value, target, status, change … This is \
                none of them; the nearest is offered. To change the heading write { "label", label = "Content" }.
                """),
        Explanation(
            "E-REPORT-010",
            vi: """
                Mỗi dòng của bảng phải có đủ ô, bằng số cột trong columns. Dòng được nêu thừa hoặc thiếu ô. Ô trống \
                thì viết "", không bỏ.
                """,
            en: """
                Each row of a table has as many cells as there are columns. The row named has more or fewer. An empty \
                cell is written "", and not left out.
                """),
        Explanation(
            "E-REPORT-012",
            vi: """
                Không ghi --period thì máy lấy kỳ gần nhất đã kết thúc mà có phiếu, và không có kỳ nào như vậy. Hãy \
                ghi kỳ cần lập, như --period 2026-H1; nếu kho chưa có phiếu thì nhập phiếu trước.
                """,
            en: """
                Without --period the last period that has ended and has records is taken, and there is none. Name the \
                period, such as --period 2026-H1; if the store is empty, collect or import records first.
                """),
        Explanation(
            "E-REPORT-013",
            vi: """
                period trong kịch bản báo cáo cho biết báo cáo lập cho kỳ dài bao nhiêu: "half_year" là sáu tháng, \
                "year" là năm. Kỳ bạn ghi dài ngắn khác. Hãy ghi kỳ đúng độ dài, hoặc đổi period của báo cáo.
                """,
            en: """
                period in the report's script says how long its periods are: "half_year", "year". The one given is \
                longer or shorter. Name one of that length, or change the report's period.
                """),
        Explanation(
            "E-REPORT-014",
            vi: """
                Mã sau dấu = của --where không có trong danh sách lựa chọn của câu hỏi ấy. Hãy ghi mã (như dt1), không \
                ghi nhãn (Thôn 1); mã nằm ở cột name của tệp CSV.
                """,
            en: """
                What stands behind the = of --where is none of that question's choices. Give the name of the choice \
                (such as dt1) and not its label; it stands in the column name of the CSV file.
                """),
        Explanation(
            "E-REPORT-019",
            vi: """
                Kỳ được chọn bắt đầu sau ngày lập báo cáo, nên chưa có gì để báo cáo. Hãy xem lại năm và kỳ. Muốn thử \
                với một ngày khác thì ghi --as-of.
                """,
            en: """
                The period begins after the day of the report, so that there is nothing to report yet. Look at the \
                year again. To try another day give --as-of.
                """),
        Explanation(
            "E-REPORT-020",
            vi: """
                Kịch bản báo cáo ghi where = "…", nghĩa là mỗi lần chỉ lập cho một nơi. Hãy thêm vào lệnh, như --where \
                village=dt1; thông báo kê các mã.
                """,
            en: """
                The report's script says where = "…", so that it is made of one place at a time. Add it to the \
                command, such as --where village=dt1; the message lists the keys.
                """),
        Explanation(
            "E-REPORT-021",
            vi: """
                Không chỉ tiêu nào ghi owner là cơ quan này. Tên cơ quan phải viết đúng như trong owner của chỉ tiêu; \
                thông báo kê các tên đang có.
                """,
            en: """
                No indicator has this agency as its owner. The name is written as in owner of the indicators; the \
                message lists those that there are.
                """),
    ]
}
