import FormModel

/// The words of the interview's pages.
struct Words {
    private let language: Language

    init(_ language: Language) {
        self.language = language
    }

    private func said(_ vietnamese: String, _ english: String) -> String {
        language == .vietnamese ? vietnamese : english
    }

    // MARK: Pages

    var note: String { said("Ghi chú", "Note") }
    var enterTakes: String { said("Enter giữ", "Enter keeps") }
    var required: String { said("bắt buộc", "required") }
    var oneMore: (String) -> String { { said("Thêm một \($0) nữa?", "One more \($0)?") } }
    var whoSaysYes: String {
        said(
            "Ghi số của những người trả lời Có (0: không ai, *: tất cả)",
            "Type the numbers of those who say yes (0: nobody, *: all)")
    }
    var sections: String { said("Các phần của phiếu", "The parts of the form") }
    var members: (String) -> String { { said("Danh sách: \($0)", "List: \($0)") } }
    var noMembers: String { said("Ở đây không có bảng kê nào.", "There is no roster here.") }
    var goTo: String { said("Đến câu nào?", "Go to which question?") }
    var nothingFound: (String) -> String {
        { said("không có câu hỏi nào khớp với '\($0)'", "no question fits '\($0)'") }
    }
    var openQuestions: (Int) -> String {
        { count in
            count == 0 ? said("đủ", "complete") : said("còn \(count) câu", "\(count) open")
        }
    }
    var surplus: String { said("dòng thừa", "too many") }
    var chooseResult: String { said("Kết thúc với kết quả nào?", "End with which result?") }
    var reason: String { said("Lý do (có thể để trống)", "Reason (may be left empty)") }
    var appointment: String { said("Hẹn lại khi nào?", "When is the appointment?") }
    var isThatRight: String { said("Đúng như vậy không? 1 Có, 2 Không", "Is that right? 1 Yes, 2 No") }
    var removeRow: (String) -> String {
        { said("Xóa '\($0)' cùng mọi câu trả lời của dòng này?", "Remove '\($0)' with all its answers?") }
    }
    var typeToRemove: String { said("gõ XOA để xóa, Enter để thôi", "type REMOVE to remove it, Enter to leave it") }
    var removeWord: String { said("XOA", "REMOVE") }
    var unknownCommand: (String) -> String {
        { said("không có lệnh ':\($0)'; gõ :? để xem các lệnh", "there is no command ':\($0)'; :? lists them") }
    }
    var consentRefused: String {
        said(
            "Người được hỏi không đồng ý. Không lưu thông tin cá nhân nào.",
            "The respondent does not consent. No personal data are kept.")
    }

    // MARK: Why

    var alwaysAsked: String { said("Câu này luôn được hỏi.", "This is always asked.") }
    var askedBecause: String { said("Được hỏi vì:", "Asked because:") }
    var notAskedBecause: String { said("Không được hỏi vì:", "Not asked because:") }
    var holds: (Bool?) -> String {
        { holds in
            switch holds {
            case true: said("đúng", "true")
            case false: said("không đúng", "not true")
            default: said("chưa biết, vì còn thiếu câu trả lời", "not known, as an answer is missing")
            }
        }
    }

    // MARK: The end

    var end: String { said("Hết phiếu", "The end of the form") }
    var ended: (String) -> String { { said("Kết thúc: \($0)", "Ended: \($0)") } }
    var allAnswered: String {
        said("Mọi câu bắt buộc đã được trả lời, không có lỗi.", "All that must be answered is, without an error.")
    }
    var problems: (Int) -> String {
        { said("Còn \($0) chỗ cần xem lại; gõ số để đến:", "\($0) places need a look; type a number to go there:") }
    }
    var dropped: (Int) -> String {
        {
            said(
                "\($0) câu trả lời không còn được hỏi nên sẽ không vào phiếu:",
                "\($0) answers are no longer asked, and will not be part of the record:")
        }
    }
    var enterCompletes: String { said("Enter: lưu hoàn tất", "Enter: save as complete") }
    var enterSaves: String { said("Enter: lưu kết quả này", "Enter: save this result") }
    var enterFirst: String { said("Enter: đến chỗ đầu tiên", "Enter: to the first of them") }
    var savesIncomplete: String { said(":i lưu dở dang, :q để nháp", ":i saves as incomplete, :q leaves the draft") }
    var unanswered: String { said("chưa trả lời", "not answered") }
    var fault: String { said("lỗi của biểu mẫu", "fault of the form") }
    var warning: String { said("chưa xác nhận", "not confirmed") }
    var error: String { said("sai", "wrong") }

    /// A result in words.
    func result(_ result: VisitResult) -> String {
        switch result {
        case .completed: said("hoàn thành", "completed")
        case .partlyCompleted: said("hoàn thành một phần", "partly completed")
        case .refused: said("từ chối", "refused")
        case .nobodyHome: said("không có ai ở nhà", "nobody at home")
        case .postponed: said("hẹn lại", "postponed")
        case .vacant: said("nhà bỏ trống", "vacant")
        case .notFound: said("không tìm thấy", "not found")
        case .movedAway: said("đã chuyển đi", "moved away")
        case .merged: said("đã nhập vào hộ khác", "merged with another")
        case .notEligible: said("không thuộc diện hỏi", "not eligible")
        case .incapable: said("không trả lời được", "not able to answer")
        }
    }

    // MARK: Keys

    var back: String { said("Lùi", "Back") }
    var skip: String { said("Bỏ qua", "Skip") }
    var goToKey: String { said("Đến câu", "Go to") }
    var list: String { said("Các phần", "Parts") }
    var membersKey: String { said("Thành viên", "Members") }
    var toEnd: String { said("Đến cuối", "To the end") }
    var languageKey: String { said("Tiếng", "Language") }
    var help: String { said("Trợ giúp", "Help") }
    var whyKey: String { said("Vì sao?", "Why?") }
    var noteKey: String { said("Ghi chú", "Note") }
    var stopKey: String { said("Dừng", "Stop") }
    var quit: String { said("Lưu, thoát", "Save, leave") }
    var nextRow: String { said("Người sau", "Next member") }
    var previousRow: String { said("Người trước", "Previous member") }
    var leavesList: String { said("Enter (hoặc Esc) để trống: trở lại", "Enter (or Esc) with nothing typed: back") }
    var noChoiceFits: String { said("không có lựa chọn nào khớp", "no choice fits") }
    var moreChoices: (Int) -> String {
        {
            said(
                "… còn \($0) lựa chọn; gõ vài chữ để tìm", "… \($0) more choices; type some words to find one")
        }
    }
    var errorMark: String { said("LỖI:", "ERROR:") }
    var warningMark: String { said("CHÚ Ý:", "NOTE WELL:") }
    var close: String { said("Enter: trở lại phiếu", "Enter: back to the form") }
}
