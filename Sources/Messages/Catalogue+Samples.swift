extension Catalogue {
    /// Drawing samples, what is assigned to whom, and units that were met before.
    static let samples: [String: Sentence] = sampling.merging(units) { own, _ in own }.merging(field) { own, _ in own }

    private static let sampling: [String: Sentence] = [
        "E-SAMPLE-001": Sentence(
            vi: "không có thiết kế mẫu '{name}'⟨; có: {allowed}⟩",
            en: "unknown design '{name}'⟨; there are: {allowed}⟩"),
        "E-SAMPLE-002": Sentence(
            vi:
                "thiết kế '{design}' chọn mẫu nhiều bậc; lệnh này chỉ rút thẳng đơn vị của biểu mẫu, với một tên strata "
                + "và không có cluster",
            en: "design '{design}' has several stages; this command draws units of the form itself, with one name in "
                + "strata and without cluster"),
        "E-SAMPLE-003": Sentence(
            vi: "thiết kế '{design}' dành cho kỳ {expected}, không phải {found}",
            en: "design '{design}' is for period {expected}, not {found}"),
        "E-SAMPLE-004": Sentence(
            vi: "biểu mẫu '{form}' không có key, nên không có đơn vị để rút",
            en: "form '{form}' has no key, and so no units to draw"),
        "E-SAMPLE-005": Sentence(
            vi:
                "key của biểu mẫu '{form}' có trường cá nhân '{field}'; mẫu không được giữ thông tin cá nhân, hãy dùng mã số",
            en: "the key of form '{form}' has the personal field '{field}'; a sample must not keep it, use a number"),
        "E-SAMPLE-006": Sentence(
            vi: "{file} không có cột '{name}'⟨; có: {allowed}⟩",
            en: "{file} has no column '{name}'⟨; it has: {allowed}⟩"),
        "E-SAMPLE-007": Sentence(
            vi: "{file} không có đơn vị nào dưới dòng tiêu đề",
            en: "{file} has no unit below its header"),
        "E-SAMPLE-008": Sentence(
            vi: "{file} đã có cột interviewer; hãy bỏ --interviewers, hoặc bỏ cột ấy",
            en: "{file} has a column interviewer already; leave out --interviewers, or the column"),
        "E-SAMPLE-009": Sentence(
            vi: "thiết kế '{design}' đã có mẫu cho kỳ {round}: {count:number} đơn vị chính, {reserve:number} dự bị, "
                + "{who} rút lúc {time}, --seed {seed}⟨; {asked:number} đơn vị của mẫu ấy đã được hỏi⟩; --force để rút lại, mẫu cũ vẫn nằm trong kho",
            en: "design '{design}' has a sample for {round} already: {count:unit|units}, {reserve:number} in reserve, "
                + "drawn by {who} at {time}, --seed {seed}⟨; {asked:unit of it has|units of it have} been asked⟩; --force draws anew, "
                + "the old one stays in the store"),
        "E-SAMPLE-010": Sentence(
            vi: "danh sách có {count:number} lỗi; chưa rút mẫu",
            en: "the frame has {count:problem|problems}; nothing was drawn"),
        "E-SAMPLE-011": Sentence(
            vi: "--interviewers cần tên cách nhau bằng dấu phẩy, mỗi tên một lần, như \"Lan,Hùng\"",
            en: "--interviewers takes names with commas between them, each once, such as \"Lan,Hùng\""),
        "N-SAMPLE-001": Sentence(
            vi: "đã rút mẫu của '{design}', kỳ {round}: {count:number} đơn vị chính và {reserve:number} dự bị ở "
                + "{strata:number} tầng",
            en: "drew the sample of '{design}' for {round}: {count:unit|units} and {reserve:number} in reserve in "
                + "{strata:stratum|strata}"),
        "N-SAMPLE-002": Sentence(
            vi: "mẫu của '{design}', kỳ {round} đã rút đúng như vậy; không có gì thay đổi",
            en: "the sample of '{design}' for {round} was drawn like this before; nothing changes"),
        "N-SAMPLE-003": Sentence(
            vi: "mẫu cũ ({who}, {time}, --seed {seed}) đã được thay; phân công từ nay theo mẫu mới",
            en: "the old sample ({who}, {time}, --seed {seed}) was replaced; assignments follow the new one from now on"
        ),
        "W-SAMPLE-001": Sentence(
            vi:
                "{count:number} đơn vị đã hỏi theo mẫu cũ không có trong mẫu mới: {names}; phiếu của họ còn trong kho nhưng "
                + "không thuộc mẫu mới. Muốn giữ mẫu cũ thì rút lại bằng đúng --seed và danh sách cũ, với --force",
            en: "{count:unit that was|units that were} asked for the old sample are not in the new one: {names}; their "
                + "records stay in the store, outside the new sample. The old seed and frame with --force bring the old "
                + "sample back"),
        "N-SAMPLE-004": Sentence(
            vi: "không đủ {wanted:number} đơn vị nên lấy tất cả ở tầng: {names}",
            en: "not {wanted:unit|units} to draw, so that all were taken, in: {names}"),
        "N-SAMPLE-005": Sentence(
            vi: "không đủ {wanted:number} đơn vị dự bị ở tầng: {names}",
            en: "not {wanted:unit|units} left for the reserve in: {names}"),
        "N-SAMPLE-006": Sentence(
            vi:
                "chưa rút mẫu nào⟨ cho '{form}'⟩, kỳ {round}; rút bằng: chiso sample draw DANH_SÁCH.csv --design THIẾT_KẾ "
                + "--per-stratum N --period {round} --seed SỐ",
            en: "no sample was drawn⟨ for '{form}'⟩ in {round}; draw one with: chiso sample draw FRAME.csv "
                + "--design DESIGN --per-stratum N --period {round} --seed NUMBER"),
        "N-SAMPLE-007": Sentence(
            vi: "không có đơn vị nào giao cho '{name}'⟨; đã giao cho: {allowed}⟩",
            en: "nothing is assigned to '{name}'⟨; there are assignments for: {allowed}⟩"),
    ]

    /// What is said when an interview learns which unit it is about.
    private static let units: [String: Sentence] = [
        "E-UNIT-001": Sentence(
            vi: "đơn vị này đã có bản nháp {id} ({who}, {time}, {count:number} câu⟨, đến: {question}⟩); làm tiếp: "
                + "chiso interview --resume {id}, hoặc nhập mã khác",
            en:
                "this unit has draft {id} already ({who}, {time}, {count:answer|answers}⟨, at: {question}⟩); go on with: "
                + "chiso interview --resume {id}, or give another key"),
        "E-UNIT-002": Sentence(
            vi: "kỳ {round} đã có phiếu hoàn thành của đơn vị này ({who}, {time}); xem: chiso data show {id}, sửa: "
                + "chiso data edit {id}, hoặc nhập mã khác",
            en:
                "round {round} has a completed record of this unit already ({who}, {time}); see it: chiso data show {id}, "
                + "change it: chiso data edit {id}, or give another key"),
        "E-UNIT-003": Sentence(
            vi:
                "dự bị số {number} của tầng '{stratum}', chưa được mở: chỉ hỏi khi một đơn vị của tầng không hỏi được hẳn; "
                + "xem chiso interview {form} --assignments, hoặc nhập mã khác",
            en:
                "number {number} of the reserve of '{stratum}', which is not open: it is asked only when a unit of the "
                + "stratum finally does not answer; see chiso interview {form} --assignments, or give another key"
        ),
        "E-UNIT-004": Sentence(
            vi: "phiếu của đơn vị này ở kỳ {round} đã được duyệt; muốn hỏi lại thì trả lại trước: "
                + "chiso data review {id} --return --note …",
            en: "this unit's record of round {round} is approved; to ask it again, send it back first: "
                + "chiso data review {id} --return --note …"),
        "N-UNIT-001": Sentence(
            vi:
                "đã đến đơn vị này {count:number} lần; lần cuối {time}, {who}: {result:result}⟨ – {reason}⟩; lần này là "
                + "lần {visit:number}, vào cùng một phiếu",
            en:
                "this unit was visited {count:time|times}; last {time}, {who}: {result:result}⟨ – {reason}⟩; this is visit "
                + "{visit:number}, of the same record"),
        "N-UNIT-002": Sentence(
            vi:
                "phiếu của đơn vị này {status:result} ({who}, {time}⟨: {reason}⟩); sửa: chiso data edit {id}, hoặc hỏi lại "
                + "từ đầu tại đây",
            en:
                "the record of this unit is {status:result} ({who}, {time}⟨: {reason}⟩); change it: chiso data edit {id}, or "
                + "ask anew here"),
        "N-UNIT-003": Sentence(
            vi: "đơn vị này được giao cho {name}",
            en: "this unit is assigned to {name}"),
        "N-UNIT-004": Sentence(
            vi: "đơn vị này không có trong mẫu đã rút cho kỳ {round}",
            en: "this unit is not in the sample drawn for {round}"),
        "N-UNIT-005": Sentence(
            vi: "đơn vị dự bị này thay cho {unit}",
            en: "this unit of the reserve stands in for {unit}"),
        "N-UNIT-007": Sentence(
            vi:
                "{unit} không có trong danh sách {list}⟨ (có phải {other}?)⟩. Mới có thì cứ hỏi tiếp, gõ nhầm thì lùi "
                + "lại sửa",
            en: "{unit} is not on the list {list}⟨ (is it {other}?)⟩; go on if it is new, go back if it is a slip"),
        "N-UNIT-008": Sentence(
            vi: "đã đủ {count:number} lần đến mà biểu mẫu định; không cần đến nữa",
            en: "the {count:visit|visits} that the form asks for have been made; no more are needed"),
        "N-UNIT-009": Sentence(
            vi: "đơn vị dự bị {unit} đã được mở để thay đơn vị này",
            en: "the unit {unit} of the reserve was opened in the place of this one"),
        "N-UNIT-006": Sentence(
            vi:
                "phiếu dở dang đã có {count:number} câu trả lời; làm tiếp từ đó: chiso data edit {id}, hoặc hỏi lại từ đầu "
                + "tại đây",
            en:
                "the unfinished record has {count:answer|answers}; go on from there: chiso data edit {id}, or ask anew here"
        ),
        "W-UNIT-001": Sentence(
            vi: "không xem được đơn vị này đã hỏi chưa: {text}",
            en: "whether this unit was asked before cannot be seen: {text}"),
    ]

    /// The list of assignments.
    private static let field: [String: Sentence] = [
        "N-FIELD-001": Sentence(vi: "chưa đến", en: "not begun"),
        "N-FIELD-002": Sentence(
            vi: "bản nháp {id}, {time}⟨, đến: {question}⟩",
            en: "draft {id}, {time}⟨, at: {question}⟩"),
        "N-FIELD-003": Sentence(
            vi: "hẹn: {appointment} (đã đến {count:number} lần)",
            en: "appointment: {appointment} ({count:visit|visits})"),
        "N-FIELD-004": Sentence(
            vi: "đã đến {count:number} lần, lần cuối: {result:result}⟨, {time}⟩",
            en: "{count:visit|visits}, the last: {result:result}⟨, {time}⟩"),
        "N-FIELD-005": Sentence(vi: "phiếu {status:result}, cần làm lại", en: "the record is {status:result}"),
        "N-FIELD-006": Sentence(vi: "hoàn thành", en: "completed"),
        "N-FIELD-007": Sentence(
            vi: "không hỏi được: {result:result}, sau {count:number} lần⟨; thay bằng {unit}⟩",
            en: "no answer: {result:result}, after {count:visit|visits}⟨; replaced by {unit}⟩"),
        "N-FIELD-008": Sentence(vi: "chưa mở", en: "not open"),
        "N-FIELD-009": Sentence(vi: "mở, thay cho {unit}", en: "open, stands in for {unit}"),
        "N-FIELD-010": Sentence(vi: "chính", en: "main"),
        "N-FIELD-011": Sentence(vi: "dự bị {number}", en: "reserve {number}"),
        "N-FIELD-012": Sentence(vi: "chưa giao cho ai", en: "assigned to nobody"),
        "N-FIELD-013": Sentence(
            vi: "{label}, {round}, {name}: còn {open:number} đơn vị phải hỏi, {count:number} hoàn thành, {lost:number} "
                + "không hỏi được",
            en:
                "{label}, {round}, {name}: {open:unit|units} to ask, {count:number} completed, {lost:number} without an "
                + "answer"),
        "N-FIELD-014": Sentence(vi: "đến hẹn", en: "due"),
        "N-FIELD-015": Sentence(vi: "hết phiếu", en: "the end of the form"),
    ]
}
