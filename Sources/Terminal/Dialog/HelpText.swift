import FormModel

/// The page of help: what is typed at a question, and the commands with their keys.
enum HelpText {
    static func lines(_ language: Language) -> [String] {
        language == .vietnamese ? vietnamese : english
    }

    private static let vietnamese = [
        "Trả lời: gõ số mã (hoặc vài chữ của lựa chọn) rồi Enter. Enter không gõ gì: giữ câu trả lời đang hiện.",
        "Nhiều lựa chọn: 1 3 5. Số lẻ: 30,5. Ngày: 5/3/2026, 5 3, hôm nay. Giờ: 14h30.",
        "/k không biết, /t từ chối, /o không áp dụng (nếu câu hỏi cho phép), /x xóa câu trả lời.",
        "",
        "F3  :b  hoặc <    lùi theo đường đã đi       F4  :n  hoặc >  bỏ qua câu này",
        "F6  :g TÊN        đến một câu               F5  :s          các phần của phiếu",
        "F7  :m            danh sách thành viên      :+  :-          người sau, người trước",
        "F10 :e            đến câu còn trống đầu tiên, hoặc cuối phiếu",
        "F2  !GHI CHÚ      ghi chú cho câu này       F9  :w TÊN      vì sao hỏi, vì sao không",
        "^L  :l vi, :l en  đổi ngôn ngữ              :del SỐ         xóa một dòng của bảng kê",
        "F8  :stop         kết thúc với kết quả khác ^Q  :q          lưu nháp và thoát",
    ]

    private static let english = [
        "Answer: type a code (or some words of a choice) and Enter. Enter alone keeps the answer that is shown.",
        "Several choices: 1 3 5. Decimals: 30.5. Dates: 5/3/2026, 5 3, today. Times: 14:30.",
        "/d don't know, /r refused, /n not applicable (where the question offers it), /x takes the answer away.",
        "",
        "F3  :b  or <      back along the path       F4  :n  or >    skip this question",
        "F6  :g NAME       to a question             F5  :s          the parts of the form",
        "F7  :m            the members               :+  :-          next, previous member",
        "F10 :e            to the first open question, or the end",
        "F2  !NOTE         a note on this answer     F9  :w NAME     why it is asked, or not",
        "^L  :l vi, :l en  the language              :del NUMBER     remove a row of a roster",
        "F8  :stop         end with another result   ^Q  :q          save the draft and leave",
    ]
}
