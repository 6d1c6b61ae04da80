import FormModel
import VietText

/// The page of help: what is typed at a question, and the commands with their keys, one a line.
enum HelpText {
    static func lines(_ language: Language) -> [String] {
        let (answers, commands) = language == .vietnamese ? vietnamese : english
        return answers
            + commands.map { key, typed, text in
                padded(key, to: 4) + padded(typed, to: 10) + text
            }
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.displayWidth, 1))
    }

    private typealias Lines = (answers: [String], commands: [(key: String, typed: String, text: String)])

    private static let vietnamese: Lines = (
        [
            "Gõ mã hoặc vài chữ của lựa chọn, rồi Enter; chỉ Enter: giữ câu đang hiện.",
            "Nhiều lựa chọn: 1 3 5. Số lẻ: 30,5. Ngày: 5/3/2026, 5 3, hôm nay. Giờ: 14h30.",
            "/k không biết, /t từ chối, /o không áp dụng, /x xóa câu trả lời.",
        ],
        [
            ("F3", ":b <", "lùi theo đường đã đi (sau khi nhảy: về chỗ trước khi nhảy)"),
            ("F4", ":n >", "bỏ qua câu này"), ("F6", ":g TÊN", "đến một câu, tìm theo chữ hoặc theo tên"),
            ("F5", ":s", "các phần của phiếu"),
            ("F7", ":m", "danh sách thành viên; :+ :- (^N ^P) người sau, người trước"),
            ("F10", ":e", "đến câu còn trống đầu tiên, hoặc cuối phiếu"),
            ("F2", "!GHI CHÚ", "ghi chú cho câu này"), ("F9", ":w TÊN", "vì sao hỏi, vì sao không"),
            ("^L", ":l vi|en", "đổi ngôn ngữ"), ("", ":del SỐ", "xóa một dòng của bảng kê"),
            ("F8", ":stop", "kết thúc với kết quả khác: vắng nhà, từ chối, hẹn lại …"),
            ("", ":i", "ở cuối phiếu: lưu dở dang"), ("^Q", ":q", "lưu nháp và thoát"),
        ]
    )

    private static let english: Lines = (
        [
            "Type a code, or some words of a choice, and Enter. Enter alone keeps what is shown.",
            "Several choices: 1 3 5. Decimals: 30.5. Dates: 5/3/2026, 5 3, today. Times: 14:30.",
            "/d don't know, /r refused, /n not applicable, /x takes the answer away.",
        ],
        [
            ("F3", ":b <", "back along the path (after a jump: to where it began)"),
            ("F4", ":n >", "skip this question"), ("F6", ":g NAME", "to a question, by words or by name"),
            ("F5", ":s", "the parts of the form"),
            ("F7", ":m", "the members; :+ :- (^N ^P) next, previous member"),
            ("F10", ":e", "to the first open question, or the end"), ("F2", "!NOTE", "a note on this answer"),
            ("F9", ":w NAME", "why it is asked, or not"), ("^L", ":l vi|en", "the language"),
            ("", ":del NO.", "remove a row of a roster"),
            ("F8", ":stop", "end with another result: nobody home, refused, postponed …"),
            ("", ":i", "at the end: save as incomplete"), ("^Q", ":q", "save the draft and leave"),
        ]
    )
}
