extension Explanation {
    /// Random records: what their distributions cannot give.
    static let simulations: [Explanation] = [
        Explanation(
            "E-SIM-001",
            vi: """
                Máy rút ngẫu nhiên một trăm lần mà không lần nào biểu mẫu nhận: phân bố trong simulate và điều kiện \
                của biểu mẫu (min, max, constraint) không gặp nhau. Hãy sửa phân bố, hoặc viết hàm dựa vào câu trả lời \
                trước, như age = function(p) return { uniform = { 18, 90 } } end.
                """,
            en: """
                A hundred draws gave nothing that the form takes: the distribution in simulate and the form's min, max \
                or constraint do not meet. Change the distribution, or write a function of the earlier answers, such \
                as age = function(p) return { uniform = { 18, 90 } } end.
                """),
        Explanation(
            "E-SIM-002",
            vi: """
                Hàm trong simulate không cho ra phân bố: nó đọc một câu chưa có trả lời, hoặc trả về một hàm khác. Hãy \
                trả về một giá trị, hoặc một bảng như { share = 0.7 }; muốn để trống thì trả về nil.
                """,
            en: """
                The function in simulate gives no distribution: it reads a question without an answer, or returns \
                another function. Return a value, or a table such as { share = 0.7 }; to leave the question open \
                return nil.
                """),
        Explanation(
            "E-SIM-003",
            vi: """
                Giá trị rút được không phải câu trả lời của câu hỏi ấy: mã không có trong lựa chọn, chữ cho một số … \
                Lý do ghi sau dấu hai chấm. Hãy xem loại câu hỏi rồi sửa phân bố trong Surveys/simulate.
                """,
            en: """
                What was drawn is no answer to that question: a name that is no choice, a text for a number … The \
                reason stands behind the colon. See what kind the question is, and mend the distribution in \
                Surveys/simulate.
                """),
        Explanation(
            "E-SIM-004",
            vi: """
                Biểu mẫu lấy đơn vị từ một danh sách (frame) mà tệp chưa có. Hãy tạo tệp CSV ấy trong Surveys/choices, \
                mỗi đơn vị một dòng, rồi chạy lại.
                """,
            en: """
                The form takes its units from a frame, and the file is not there yet. Make that CSV file in \
                Surveys/choices, a row for each unit, and run it again.
                """),
        Explanation(
            "E-SIM-005",
            vi: """
                --sample rút một số đơn vị ở mỗi tầng, nên biểu mẫu phải có frame, và phải có design với strata là một \
                trường của key. Hãy thêm hai thứ ấy, hoặc bỏ --sample.
                """,
            en: """
                --sample draws some units of each stratum, so that the form needs a frame, and a design whose strata \
                is a field of the key. Add both, or leave --sample out.
                """),
        Explanation(
            "E-SIM-006",
            vi: """
                Biểu mẫu không có danh sách đơn vị nên máy không biết tạo bao nhiêu phiếu. Hãy ghi số phiếu, như -n \
                100.
                """,
            en: "The form has no frame, so that nobody knows how many records to make. Say how many, such as -n 100."),
        Explanation(
            "E-SIM-007",
            vi: """
                Kho đã có phiếu của đơn vị ấy với nội dung khác, và phiếu ngẫu nhiên không được ghi đè. Thường là đổi \
                --seed hoặc đổi phân bố sau lần trước. Hãy dùng lại --seed cũ, hoặc dùng một kho trống để thử.
                """,
            en: """
                The store has a record of that unit with other content, which random ones never replace. Mostly the \
                --seed or a distribution was changed since. Use the old --seed, or an empty store for trials.
                """),
        Explanation(
            "E-SIM-008",
            vi: """
                Khóa của phiếu do simulate rút ra (hoặc biểu mẫu không có key, nên hai phiếu giống hệt coi là một), và \
                phân bố hẹp đến mức một trăm lần rút không ra phiếu nào mới. Hãy tạo ít phiếu hơn, hoặc cho phân bố \
                nhiều giá trị hơn.
                """,
            en: """
                The key is drawn by simulate (or the form has none, so that two records alike are one), and the \
                distributions are so narrow that a hundred draws gave no new record. Ask for fewer, or let the \
                distributions have more values.
                """),
        Explanation(
            "E-SIM-009",
            vi: """
                Câu văn bản này phải đúng một mẫu (pattern), mà máy không đoán được chữ nào đúng mẫu. Hãy viết trong \
                simulate một hàm cho ra chữ đúng mẫu, như code = function() return "C01" end.
                """,
            en: """
                This text has to fit a pattern, and words that do cannot be guessed. Write a function in simulate that \
                gives one, such as code = function() return "C01" end.
                """),
        Explanation(
            "E-SIM-010",
            vi: """
                Phiếu ngẫu nhiên được rải vào các ngày của kỳ. Kỳ này không có ngày đầu, ngày cuối. Hãy ghi một năm \
                hoặc kỳ ngắn hơn, như --period 2026-H1.
                """,
            en: """
                Random records are spread over the days of a period, and this one has no first and last day. Name a \
                year or less, such as --period 2026-H1.
                """),
    ]
}
