extension Catalogue {
    /// What is said when records are edited, reviewed and computed anew, and in their histories.
    static let editing: [String: Sentence] = [
        "E-EDIT-001": Sentence(
            vi:
                "phiếu {id} đã duyệt nên không sửa được; hãy trả lại trước: chiso data review {id} --return --note \"…\"",
            en: "record {id} is approved and cannot be edited; send it back first: "
                + "chiso data review {id} --return --note \"…\""),
        "E-EDIT-002": Sentence(
            vi: "phiếu {id} đang được {who} sửa trong bản nháp {draft}; làm tiếp: chiso interview --resume {draft}; "
                + "bỏ: chiso interview --discard {draft}",
            en: "record {id} is being edited by {who} in draft {draft}; go on: chiso interview --resume {draft}; "
                + "give it up: chiso interview --discard {draft}"),
        "E-EDIT-003": Sentence(
            vi:
                "phiếu {id} đã bị sửa trong lúc đó (bản {version}, {who}⟨: {why}⟩) nên không ghi đè; bản nháp {draft} vẫn "
                + "còn; xem chiso data show {id} --history, rồi bỏ bản nháp và sửa lại từ bản mới",
            en: "record {id} was changed meanwhile (version {version}, {who}⟨: {why}⟩) and is not overwritten; draft "
                + "{draft} stays; see chiso data show {id} --history, then discard the draft and edit the new version"),
        "E-EDIT-004": Sentence(
            vi:
                "không đổi được khóa của phiếu ({fields}); hãy trả khóa về như cũ, hoặc bỏ lần sửa này, không duyệt phiếu "
                + "{id} và hỏi đơn vị kia bằng phiếu mới",
            en: "the key of a record cannot change ({fields}); put it back, or give this edit up, reject record {id} "
                + "and interview the other unit"),
        "E-EDIT-005": Sentence(
            vi: "biểu mẫu '{form}' nay không đọc được số liệu đã lưu nên chưa mở phiếu nào; hãy chạy chiso check",
            en: "form '{form}' as it is now cannot read what is stored, so no record was opened; run chiso check"),
        "N-EDIT-001": Sentence(
            vi: "sửa phiếu {id} ({form}, kỳ {round}, bản {version})",
            en: "editing record {id} ({form}, round {round}, version {version})"),
        "N-EDIT-002": Sentence(
            vi: "phiếu đã hỏi bằng bản {before} của biểu mẫu; nay sửa bằng bản {version}⟨; câu mới: {added}⟩",
            en: "the record was asked by version {before} of the form; it is edited by version {version}"
                + "⟨; new questions: {added}⟩"),
        "N-EDIT-003": Sentence(
            vi: "phiếu {status}, bởi {who}⟨: {text}⟩",
            en: "the record was {status} by {who}⟨: {text}⟩"),
        "N-EDIT-004": Sentence(
            vi: "phiếu {id} không có gì thay đổi, nên không ghi gì",
            en: "nothing in record {id} has changed, so nothing was written"),
        "N-EDIT-005": Sentence(
            vi: "{count:number} chỗ thay đổi:",
            en: "{count:change|changes}:"),
        "N-EDIT-006": Sentence(
            vi: "lý do sửa? (:b quay lại phiếu, :q để lại bản nháp)",
            en: "why? (:b back to the questions, :q leaves a draft)"),
        "N-EDIT-007": Sentence(
            vi: "phải ghi lý do sửa",
            en: "a reason for the edit is needed"),
        "N-EDIT-009": Sentence(
            vi: "đã ghi bản {version} của phiếu {id}: {count:number} chỗ thay đổi",
            en: "version {version} of record {id} is saved: {count:change|changes}"),
        "N-EDIT-010": Sentence(vi: "không hỏi", en: "not asked"),
        "N-EDIT-011": Sentence(vi: "trạng thái", en: "status"),
        "N-EDIT-012": Sentence(vi: "kết quả", en: "result"),
        "N-EDIT-013": Sentence(vi: "kỳ", en: "round"),
        "N-EDIT-014": Sentence(vi: "ngày", en: "date"),
        "N-EDIT-015": Sentence(
            vi: "câu trả lời của phiếu {id} không đổi; ghi chú đã vào nhật ký của phiếu",
            en: "no answer of record {id} has changed; the notes are in its log"),
        "E-REVIEW-001": Sentence(
            vi: "--{name} cần ghi chú cho người hỏi: --note \"…\"",
            en: "--{name} needs a note for the interviewer: --note \"…\""),
        "E-REVIEW-002": Sentence(
            vi: "chưa có mã phiếu nào để duyệt",
            en: "there is no id of a record to review"),
        "E-REVIEW-003": Sentence(
            vi: "phiếu {id} ({form}) {status}; --{name} chỉ dùng cho phiếu: {allowed}",
            en: "record {id} ({form}) is {status}; --{name} is for records that are: {allowed}"),
        "E-REVIEW-004": Sentence(
            vi: "{count:number} phiếu không đổi trạng thái như vậy được; không phiếu nào thay đổi",
            en: "{count:record|records} cannot change so; none was changed"),
        "N-REVIEW-001": Sentence(
            vi: "{count:number} phiếu: {status}",
            en: "{count:record|records} now {status}"),
        "N-REVIEW-002": Sentence(
            vi: "{count:number} phiếu {form} bị trả lại, chờ sửa: chiso data list {form} --status returned",
            en: "{count:record|records} of {form} sent back, to be edited: chiso data list {form} --status returned"),
        "E-RECOMPUTE-001": Sentence(
            vi: "tính lại thì '{field}' thuộc khóa hoặc ngày của phiếu sẽ khác, nên để nguyên phiếu",
            en: "'{field}', of the record's key or date, would be another, so the record is left"),
        "E-RECOMPUTE-002": Sentence(
            vi: "phiếu {id} đã bị sửa trong lúc tính; không ghi gì; hãy chạy lại",
            en: "record {id} was changed meanwhile; nothing was written; run it again"),
        "E-RECOMPUTE-003": Sentence(
            vi: "{count:number} phiếu không tính lại được và để nguyên",
            en: "{count:record|records} could not be computed and were left as they are"),
        "E-RECOMPUTE-004": Sentence(
            vi: "{text} – {count:number} phiếu: {records}",
            en: "{text} – {count:record|records}: {records}"),
        "E-RECOMPUTE-005": Sentence(
            vi: "thông tin cá nhân dùng để tính đã bị xóa, nên để nguyên phiếu",
            en: "personal values that it was calculated from were erased, so the record is left"),
        "N-RECOMPUTE-001": Sentence(
            vi: "đã tính lại {count:number} phiếu: không có gì khác",
            en: "{count:record|records} computed anew: nothing differs"),
        "N-RECOMPUTE-002": Sentence(
            vi: "{count:number} phiếu khác với số đã lưu; chưa ghi gì; muốn ghi: chiso data recompute {form} --apply",
            en: "{count:record differs|records differ} from what is stored; nothing was written; to write: "
                + "chiso data recompute {form} --apply"),
        "N-RECOMPUTE-003": Sentence(
            vi: "đã ghi bản mới của {count:number} phiếu",
            en: "{count:record has|records have} a new version"),
        "N-RECOMPUTE-004": Sentence(
            vi: "ghi bản mới cho {count:number} phiếu này? gõ {word} để ghi",
            en: "write new versions of {count:record|records}? type {word} to do so"),
        "N-RECOMPUTE-005": Sentence(vi: "giá trị tính", en: "calculated"),
        "N-RECOMPUTE-006": Sentence(vi: "nay không hỏi", en: "no longer asked"),
        "N-RECOMPUTE-007": Sentence(vi: "nay mới hỏi", en: "asked only now"),
        "N-RECOMPUTE-008": Sentence(vi: "phiếu", en: "record"),
        "N-RECOMPUTE-009": Sentence(vi: "câu", en: "question"),
        "N-RECOMPUTE-010": Sentence(vi: "đã lưu", en: "stored"),
        "N-RECOMPUTE-011": Sentence(vi: "tính lại", en: "computed"),
        "N-RECOMPUTE-012": Sentence(vi: "loại", en: "kind"),
        "N-RECOMPUTE-013": Sentence(vi: "nhãn", en: "label"),
        "N-RECOMPUTE-014": Sentence(vi: "số phiếu", en: "records"),
        "N-RECOMPUTE-015": Sentence(vi: "trạng thái", en: "status"),
        "N-RECOMPUTE-016": Sentence(
            vi: "{count:number} phiếu đã duyệt cũng khác, và được để nguyên; muốn ghi cả chúng: --include-approved",
            en: "{count:approved record differs|approved records differ} too, and stay as they are; to write them as "
                + "well: --include-approved"),
        "N-HISTORY-001": Sentence(
            vi: "bản {version}: {status}, {who}⟨; {why}⟩ [biểu mẫu bản {form_version}, {hash}]",
            en: "version {version}: {status}, {who}⟨; {why}⟩ [form version {form_version}, {hash}]"),
        "N-HISTORY-002": Sentence(
            vi: "lượt thăm {number}: {result}, {who}⟨; {why}⟩⟨; hẹn {appointment}⟩",
            en: "visit {number}: {result}, {who}⟨; {why}⟩⟨; to come again {appointment}⟩"),
        "N-HISTORY-003": Sentence(
            vi: "{label}: xác nhận {new}",
            en: "{label}: confirmed {new}"),
        "N-HISTORY-004": Sentence(
            vi: "{label}: ghi chú⟨: {text}¦ đã bỏ⟩",
            en: "{label}: note⟨: {text}¦ taken away⟩"),
        "N-HISTORY-005": Sentence(
            vi: "{label}: xóa dòng {row}",
            en: "{label}: row {row} removed"),
        "N-HISTORY-006": Sentence(vi: "dừng⟨: {text}⟩", en: "stopped⟨: {text}⟩"),
        "N-HISTORY-007": Sentence(vi: "hỏi tiếp", en: "went on"),
        "N-HISTORY-008": Sentence(vi: "mở phiếu: {who}", en: "opened by {who}"),
        "N-HISTORY-009": Sentence(vi: "lỗi của biểu mẫu: {text}", en: "fault of the form: {text}"),
        "N-HISTORY-010": Sentence(vi: "ghi lần sửa, lý do: {text}", en: "edit kept, because: {text}"),
        "N-HISTORY-012": Sentence(
            vi: "mang thành viên sang từ phiếu {id}", en: "members carried over from record {id}"),
        "N-HISTORY-011": Sentence(vi: "lịch sử:", en: "history:"),
    ]
}
