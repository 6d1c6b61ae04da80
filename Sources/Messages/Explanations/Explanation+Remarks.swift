extension Explanation {
    /// What is said of a sample beside its figures.
    static let remarks: [Explanation] = [
        Explanation(
            "N-EVAL-002",
            vi: """
                Không phải lỗi. Có tầng chưa có phiếu hoàn thành nào, nên con số không nói gì về tầng ấy. Nếu chưa hỏi \
                xong thì chờ; nếu không hỏi được thì nên nói rõ trong báo cáo.
                """,
            en: """
                This is no error. Some strata have no completed record, and the figure says nothing of them. If the \
                fieldwork goes on, wait; if they could not be reached, the report should say so.
                """),
        Explanation(
            "N-ESTIMATE-000",
            vi: """
                Tầng chỉ có một đơn vị được chọn thì không biết các đơn vị trong tầng khác nhau bao nhiêu, nên không \
                có sai số. Con số vẫn dùng được. Hãy hỏi thêm đơn vị ở tầng ấy, gộp tầng, hoặc chọn cách tính bằng \
                single_psu = "adjust".
                """,
            en: """
                Of a stratum with one unit nobody knows how much its units differ, so that there is no error. The \
                figure stands. Ask another unit there, join strata, or choose a rule with single_psu = "adjust".
                """),
        Explanation(
            "N-ESTIMATE-001",
            vi: """
                Không phải lỗi. Có tầng chỉ một đơn vị, và sai số được tính theo cách ghi ở single_psu: certainty (coi \
                như không có sai số), adjust (so với trung bình chung), average (lấy trung bình các tầng khác).
                """,
            en: """
                This is no error. Some strata have one unit, and the error follows the rule of single_psu: certainty \
                (as if there were none), adjust (against the mean of all), average (the mean of the other strata).
                """),
        Explanation(
            "N-ESTIMATE-002",
            vi: """
                Phiếu có quyền số 0 được đếm vào n nhưng không làm con số thay đổi. Nếu không định như vậy thì xem lại \
                câu hỏi hoặc công thức cho quyền số.
                """,
            en: """
                Records of weight 0 are counted in n and change no figure. If that is not meant, look at the question \
                or formula that gives the weight.
                """),
        Explanation(
            "N-ESTIMATE-003",
            vi: """
                Thiết kế không có weight, population hay fpc, nên tổng là của riêng các phiếu đã hỏi, không phải của \
                cả xã. Tỷ lệ và trung bình thì không sao. Muốn có tổng của cả xã thì thêm population = from_csv(…).
                """,
            en: """
                The design has no weight, population or fpc, so that a sum is that of the records asked, not of the \
                commune. Shares and means are not concerned. For the sum of the commune add population = from_csv(…).
                """),
        Explanation(
            "N-ESTIMATE-004",
            vi: """
                Những con số này dựa trên quá ít đơn vị nên không nói được chúng chính xác đến đâu. Hãy đọc chúng dè \
                dặt, gộp các nhóm nhỏ, hoặc hỏi thêm.
                """,
            en: """
                These figures rest on so few units that nobody can say how exact they are. Read them with care, join \
                small groups, or ask more units.
                """),
        Explanation(
            "N-ESTIMATE-005",
            vi: """
                Thiết kế không ghi period nên hợp với mọi kỳ, và phiếu của nhiều đợt đã bị coi là một mẫu: quyền số và \
                sai số có thể sai. Hãy viết cho mỗi đợt một design, có period của nó.
                """,
            en: """
                The design names no period and so fits all, and records of several rounds were taken as one sample: \
                weights and errors may be wrong. Write a design for each round, with its period.
                """),
    ]
}
