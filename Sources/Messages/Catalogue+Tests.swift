extension Catalogue {
    /// What tests of scripts find.
    static let tests: [String: Sentence] = [
        "E-TEST-001": Sentence(
            vi: "bài thử '{name}' không đạt: {text}",
            en: "the test '{name}' failed: {text}"),
        "E-TEST-002": Sentence(
            vi: "⟨{text}: ⟩là {found}, phải là {expected}",
            en: "⟨{text}: ⟩found {found}, expected {expected}"),
        "E-TEST-003": Sentence(
            vi: "⟨{text}¦điều kiện không đúng⟩",
            en: "⟨{text}¦the condition does not hold⟩"),
        "E-TEST-004": Sentence(
            vi: "{id}⟨ ({row})⟩: {name} là {found}, phải là {expected}",
            en: "{id}⟨ ({row})⟩: {name} is {found}, expected {expected}"),
        "E-TEST-005": Sentence(
            vi: "{function} không nhận '{name}'",
            en: "{function} does not take '{name}'"),
        "E-TEST-007": Sentence(
            vi: "{function}: '{field}' phải là {expected:type}, không phải {found:type}",
            en: "{function}: '{field}' must be {expected:type}, not {found:type}"),
        "E-TEST-008": Sentence(
            vi: "phiếu {form} không hợp lệ: ⟨{field}: ⟩{text}⟨ (và {count:number} lỗi khác)⟩",
            en: "the record of {form} is not valid: ⟨{field}: ⟩{text}⟨ (and {count:other problem|other problems})⟩"),
        "E-TEST-009": Sentence(
            vi: "đơn vị này đã có phiếu {form} của kỳ {round} trong bài thử; hãy đổi khóa hoặc _round",
            en: "the unit has a record of {form} in round {round} in this test already; change its key or _round"),
        "E-TEST-010": Sentence(
            vi: "{id} không có dòng {row}⟨; có: {allowed}⟩",
            en: "{id} has no row {row}⟨; there are: {allowed}⟩"),
        "E-TEST-011": Sentence(
            vi: "{id} có dòng {row}, đáng lẽ không có",
            en: "{id} has a row {row}, and should not"),
        "E-TEST-012": Sentence(
            vi: "'{name}' nằm trong bảng kê '{roster}'; hãy viết :row(\"{roster}\", 1) hoặc \"{roster}[1].{name}\"",
            en: "'{name}' stands in the roster '{roster}'; write :row(\"{roster}\", 1) or \"{roster}[1].{name}\""),
        "E-TEST-013": Sentence(
            vi: "{id}: công thức hỏng ở {count:number} phiếu: {text}",
            en: "{id}: the formula failed on {count:record|records}: {text}"),
        "E-TEST-014": Sentence(
            vi: "'{field}' không nhận {found}: {text}",
            en: "'{field}' does not accept {found}: {text}"),
        "E-TEST-015": Sentence(
            vi: "'{field}': biểu mẫu hỏi lại về {found}: {text}; nếu muốn vậy, hãy dùng confirm thay cho answer",
            en: "'{field}': the form asks again about {found}: {text}; if that is meant, use confirm instead of answer"),
        "E-TEST-016": Sentence(
            vi: "'{field}': biểu mẫu nhận {found} mà không hỏi lại",
            en: "'{field}': the form takes {found} without asking again"),
        "E-TEST-017": Sentence(
            vi: "chưa hoàn thành được phiếu: ⟨{field}: ⟩{text}",
            en: "the interview cannot be completed: ⟨{field}: ⟩{text}"),
        "E-TEST-018": Sentence(
            vi: "bài thử dừng giữa chừng vì đọc một giá trị không có",
            en: "the test ended early, as it read a value that is not there"),
        "E-TEST-019": Sentence(
            vi: "'{field}' được hỏi cho mọi người cùng lúc; hãy dùng type, như type(\"{field}\", \"1 3\")",
            en: "'{field}' is asked of all rows at once; use type, as in type(\"{field}\", \"1 3\")"),
        "E-TEST-020": Sentence(
            vi: "không có ngôn ngữ '{found}'; hãy dùng: {allowed}",
            en: "there is no language '{found}'; use: {allowed}"),
        "E-TEST-021": Sentence(
            vi: "'{found}' không phải tên câu hỏi; hãy viết như age hoặc person[2].age",
            en: "'{found}' is no name of a question; write age or person[2].age"),
        "E-TEST-022": Sentence(
            vi: "tệp thử có {count:number} lỗi nên các bài trong đó chưa chạy",
            en: "{count:error|errors} in files of tests, whose tests were not run"),
        "E-TEST-026": Sentence(
            vi: "ngày {date:date} trước lần xét cảnh báo trước; thời gian trong một thử nghiệm chỉ đi tới",
            en: "{date:date} is before the last evaluation of the alert; time in a test only goes on"),
        "E-TEST-027": Sentence(
            vi: "quy tắc '{id}' hỏng: {text}", en: "the rule '{id}' failed: {text}"),
        "E-TEST-028": Sentence(
            vi: "báo cáo {id} không có «{expected}»⟨; dòng gần nhất: «{found}»⟩",
            en: "the report {id} lacks «{expected}»⟨; the nearest line: «{found}»⟩"),
        "E-TEST-029": Sentence(
            vi: "báo cáo {id} có «{found}», lẽ ra không được có",
            en: "the report {id} has «{found}», which it should not"),
        "E-TEST-023": Sentence(
            vi: "t:list phải đứng trước t:record, t:interview và t:figure đầu tiên của bài",
            en: "t:list comes before the first t:record, t:interview or t:figure of a test"),
        "E-TEST-024": Sentence(
            vi: "cột {name} của danh sách không nhận {found}; hãy ghi chữ, số hoặc true, false",
            en: "column {name} of a list takes no {found}; write text, a number, true or false"),
        "N-TEST-001": Sentence(
            vi: "{count:number} đạt, {failed:number} không đạt",
            en: "{count:number} passed, {failed:number} failed"),
        "N-TEST-003": Sentence(
            vi: "{time}: có tệp vừa được lưu, chạy lại", en: "{time}: a file was saved, running again"),
        "E-TEST-030": Sentence(
            vi: "các bài thử mới chạy {found} % kịch bản, cần {expected} %; xem chỗ thiếu bằng --listing",
            en: "the tests run {found} % of the scripts, {expected} % is asked for; see what lacks by --listing"),
        "N-TEST-002": Sentence(
            vi: "không có bài thử nào⟨ có tên chứa '{name}'⟩; bài thử nằm trong Rules/tests/*.lua",
            en: "there are no tests⟨ whose name contains '{name}'⟩; tests stand in Rules/tests/*.lua"),
    ]
}
