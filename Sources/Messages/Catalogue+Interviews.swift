extension Catalogue {
    /// What an interviewer is told.
    static let interviews: [String: Sentence] = [
        "E-INTERVIEW-001": Sentence(
            vi: "câu này chỉ để xem, không sửa được",
            en: "this is only shown, and cannot be changed"),
        "E-INTERVIEW-002": Sentence(
            vi: "câu này bắt buộc trả lời",
            en: "this question must be answered"),
        "E-INTERVIEW-003": Sentence(
            vi: "có số không ứng với người nào được hỏi ở câu này",
            en: "a number stands for nobody who is asked this question"),
        "E-INTERVIEW-004": Sentence(
            vi: "hãy ghi số của những người trả lời Có; không ai thì ghi 0",
            en: "type the numbers of those who say yes; 0 for nobody"),
        "E-INTERVIEW-005": Sentence(
            vi: "lúc này phiếu không hỏi '{field}'",
            en: "'{field}' is not asked now"),
        "E-INTERVIEW-006": Sentence(
            vi: "số dòng của '{roster}' do câu trả lời khác quyết định",
            en: "how many rows '{roster}' has follows from another answer"),
        "E-INTERVIEW-007": Sentence(
            vi: "'{roster}' không có dòng số {row}",
            en: "'{roster}' has no row {row}"),
        "E-INTERVIEW-009": Sentence(
            vi: "kỳ {round} chưa bắt đầu (từ {date:date}); chưa hỏi được cho kỳ ấy",
            en: "the round {round} has not begun (it does on {date:date}); nothing can be asked for it yet"),
        "E-INTERVIEW-010": Sentence(
            vi:
                "ngày {date:date} không thuộc kỳ {round} của phiếu này; ngày ấy đúng thì :q, rồi mở phiếu mới với --period",
            en: """
                {date:date} is not within {round}, the round of this interview; if the day is right, leave with :q and \
                begin anew with --period
                """),
        "E-INTERVIEW-008": Sentence(
            vi: "kỳ {round} đã có phiếu hoàn thành của đơn vị này ({id}); hãy xem bằng chiso data show {id}, "
                + "sửa bằng chiso data edit {id}",
            en: "round {round} has a completed record of this unit already ({id}); see it with chiso data show {id}, "
                + "mend it with chiso data edit {id}"),
        "E-DRAFT-001": Sentence(
            vi: "bản nháp {id} của biểu mẫu '{form}' không mở lại được; câu trả lời vẫn nằm trong bản nháp",
            en: "draft {id} of form '{form}' cannot be taken up; its answers are still in it"),
        "N-DRAFT-001": Sentence(
            vi: "không có bản nháp nào",
            en: "there are no drafts"),
        "N-DRAFT-002": Sentence(
            vi: "bỏ bản nháp {id} ({form}⟨ {unit}⟩) cùng mọi câu trả lời? gõ {word} để bỏ",
            en: "throw away draft {id} ({form}⟨ {unit}⟩) with all its answers? type {word} to do so"),
        "N-DRAFT-003": Sentence(
            vi: "bản nháp {id} vẫn còn",
            en: "draft {id} stays"),
        "N-DRAFT-004": Sentence(
            vi: "đã bỏ bản nháp {id}",
            en: "draft {id} is gone"),
        "N-DRAFT-005": Sentence(
            vi: "đã lưu bản nháp {id}; làm tiếp bằng: chiso interview --resume {id}",
            en: "draft {id} is saved; go on with: chiso interview --resume {id}"),
        "N-DRAFT-007": Sentence(
            vi: "phiếu của bản nháp {id} đã ở trong kho ({record}), nên bản nháp đã được bỏ",
            en: "the record of draft {id} is in the store already ({record}); the draft has gone"),
        "N-DRAFT-006": Sentence(
            vi: "đã lưu phiếu {id}: {count:number} câu trả lời, {minutes:number} phút",
            en: "record {id} is saved: {count:answer|answers}, {minutes:minute|minutes}"),
        // What is refused at a question, which is on the page.
        "E-ASKED-001": Sentence(
            vi: "câu này không nhận trả lời như vậy⟨; nhận: {allowed}⟩",
            en: "this question does not offer that answer⟨; it offers: {allowed}⟩"),
        "E-ASKED-002": Sentence(
            vi: "{found}: phải ⟨từ {min} đến {max}¦⟨từ {min} trở lên¦không quá {max}⟩⟩",
            en: "{found}: should be ⟨{min} to {max}¦⟨{min} or more¦at most {max}⟩⟩"),
        "E-ASKED-003": Sentence(
            vi: "'{found}' viết chưa đúng; ⟨{text}¦phải là {pattern:pattern}⟩",
            en: "'{found}' is not written as it should be; ⟨{text}¦it is {pattern:pattern}⟩"),
        "E-ASKED-004": Sentence(
            vi: "không nhận '{found}'⟨: {text}⟩",
            en: "'{found}' is not accepted⟨: {text}⟩"),
        "E-ASKED-005": Sentence(
            vi: "'{found}' không có trong các lựa chọn",
            en: "'{found}' is none of the choices"),
        "E-ASKED-006": Sentence(
            vi: "không chọn '{found}' được vì các câu trả lời trước",
            en: "'{found}' is not offered after the earlier answers"),
        "E-ASKED-007": Sentence(vi: "{row}: {text}", en: "{row}: {text}"),
        "W-ASKED-001": Sentence(
            vi: "'{found}' khác thường⟨. {text}⟩",
            en: "'{found}' is unusual⟨. {text}⟩"),
        "E-KEYING-001": Sentence(
            vi: "hãy gõ 1 (Có) hoặc 2 (Không)",
            en: "type 1 (yes) or 2 (no)"),
        "E-KEYING-002": Sentence(
            vi: "'{found}' không dùng được ở câu này⟨; dùng được: {allowed}⟩",
            en: "'{found}' cannot be used here⟨; what can: {allowed}⟩"),
        "E-KEYING-003": Sentence(
            vi: "'{found}' không phải là số",
            en: "'{found}' is no number"),
        "E-KEYING-004": Sentence(
            vi: "'{found}' không phải là số nguyên",
            en: "'{found}' is no whole number"),
        "E-KEYING-005": Sentence(
            vi: "'{found}' không có trong các lựa chọn",
            en: "'{found}' is none of the choices"),
        "E-KEYING-006": Sentence(
            vi: "hãy xếp thứ tự đủ {count:number} mục",
            en: "put all {count:item|items} in order"),
        "E-KEYING-007": Sentence(
            vi: "không hiểu ngày này; hãy gõ như 5/3/2026, 5 3 hoặc hôm nay",
            en: "no date is like this; type 5/3/2026, 5 3 or today"),
        "E-KEYING-008": Sentence(
            vi: "không hiểu giờ này; hãy gõ như 14:30 hoặc 14h30",
            en: "no time is like this; type 14:30"),
        "E-KEYING-009": Sentence(
            vi: "không hiểu ngày giờ này; hãy gõ như 5/3/2026 14:30",
            en: "no date and time is like this; type 5/3/2026 14:30"),
        "E-KEYING-010": Sentence(
            vi: "không hiểu tọa độ này; hãy gõ vĩ độ rồi kinh độ, như 14,945 108,873",
            en: "no point is like this; type latitude and longitude, such as 14.945 108.873"),
        "E-KEYING-011": Sentence(
            vi: "'{found}' khớp với {count:number} lựa chọn; hãy gõ thêm, hoặc gõ mã",
            en: "'{found}' fits {count:choice|choices}; type more, or the code"),
        "E-KEYING-012": Sentence(
            vi: "'{found}' được chọn hai lần",
            en: "'{found}' is chosen twice"),
        "E-KEYING-013": Sentence(
            vi: "'{found}' không phải số của người nào ở câu này",
            en: "'{found}' is nobody's number here"),
        "E-KEYING-017": Sentence(
            vi: "hãy ghi hẹn lại khi nào, như 28/11 14h",
            en: "say when the appointment is, such as 28/11 14:00"),
        "E-KEYING-018": Sentence(
            vi: "không hiểu '{found}' là ngày nào; hãy gõ như 28/11 14h, sáng mai, thứ bảy",
            en: "'{found}' names no day; type 28/11 14:00, tomorrow or Saturday"),
        "E-KEYING-019": Sentence(
            vi: "ngày {date:date} đã qua; lịch hẹn phải từ hôm nay trở đi",
            en: "{date:date} has gone by; an appointment is today or later"),
        "E-KEYING-020": Sentence(
            vi: "ngày {date:date} còn xa hơn một năm; hãy xem lại năm",
            en: "{date:date} is more than a year away; look at the year again"),
        "E-KEYING-021": Sentence(
            vi: "không có ngày {found} trong lịch",
            en: "{found} is no day of the calendar"),
        "N-KEYING-003": Sentence(
            vi: "hẹn ngày {date:date}, {date:weekday}",
            en: "the appointment is on {date:weekday}, {date:date}"),
        "N-KEYING-004": Sentence(
            vi: "đang ở cuối phiếu; gõ :i lần nữa để lưu dở dang",
            en: "this is the end of the form; :i once more saves the record as incomplete"),
        "N-KEYING-005": Sentence(
            vi: "{count:number} chỗ biểu mẫu bị lỗi nên không hỏi hay không tính được; Enter lần nữa lưu hoàn tất, "
                + ":i lưu dở dang",
            en: """
                at {count:place|places} the form itself failed, so that nothing was asked or computed there; Enter once \
                more saves as complete, :i as incomplete
                """),
        "E-KEYING-015": Sentence(
            vi: "không có câu trả lời nào ở đây; Enter để lưu, :b để trở lại phiếu, :? để xem các lệnh",
            en: "there is nothing to answer here; Enter saves, :b goes back to the form, :? lists the commands"),
        "N-KEYING-002": Sentence(
            vi: "'{found}' chưa được lưu, vì chưa gõ Enter",
            en: "'{found}' was not kept, as Enter was not pressed"),
        "N-KEYING-001": Sentence(
            vi: "'{found}' được hiểu là {meant}; nếu là {otherwise}, hãy gõ lại cho rõ",
            en: "'{found}' was taken as {meant}; if it is {otherwise}, type it more plainly"),
        "N-INTERVIEW-001": Sentence(
            vi: "đã bỏ lựa chọn không còn phù hợp ở '{field}'",
            en: "choices of '{field}' that are no longer offered were taken away"),
        "N-INTERVIEW-002": Sentence(
            vi: "'{roster}' có {count:number} dòng thừa so với số đã khai; không dòng nào bị xóa",
            en: "'{roster}' has {count:row|rows} more than its count says; nothing was deleted"),
        "N-INTERVIEW-008": Sentence(
            vi:
                "đồng hồ máy đang là {time}, sớm hơn phiếu cuối trong kho ({last}); xem lại ngày giờ của máy: phiếu này "
                + "sẽ thuộc kỳ {round}",
            en: "the clock says {time}, before the last record in the store ({last}); look at the machine's date: this "
                + "interview belongs to {round}"),
        "N-INTERVIEW-007": Sentence(
            vi: "đúng thì Enter, không thì gõ lại",
            en: "Enter if that is right, else type it again"),
        "N-INTERVIEW-006": Sentence(
            vi: """
                '{roster}' có {count:number} dòng thừa so với số đã khai, sẽ không vào phiếu; sửa số đã khai, hoặc :del
                """,
            en: """
                '{roster}' has {count:row|rows} more than its count says, which will not be part of the record; mend the \
                count, or use :del
                """),
        "N-INTERVIEW-003": Sentence(
            vi: "đây là câu đầu tiên đã đi qua",
            en: "this is where the path began"),
        "N-INTERVIEW-004": Sentence(
            vi: "câu này không thuộc bảng kê nào",
            en: "this question stands in no roster"),
        "N-INTERVIEW-005": Sentence(
            vi: "không còn dòng nào nữa về phía đó",
            en: "there is no further row that way"),
    ]
}
