extension Catalogue {
    /// What the analysis finds in scripts before anything runs.
    static let analysis: [String: Sentence] = [
        "E-TYPE-001": Sentence(
            vi: "{operation:operation}⟨ '{field}'⟩: giá trị là {found:type}⟨, không so được với {other:type}⟩",
            en:
                "{operation:operation}⟨ '{field}'⟩: the value is {found:type}⟨, which does not compare with {other:type}⟩"
        ),
        "E-TYPE-002": Sentence(
            vi: "{kind} \"{id}\": {property} phải cho {expected:type}, ở đây cho {found:type}",
            en: "{kind} \"{id}\": {property} must give {expected:type}, and gives {found:type}"),
        "W-TYPE-002": Sentence(
            vi: "'{field}' có giá trị {expected:type}, so với {found:type} thì luôn cho {answer}",
            en: "'{field}' holds {expected:type}; compared with {found:type} it always gives {answer}"),
        "W-TYPE-003": Sentence(
            vi: "'{field}' được chọn nhiều mục nên không bằng một tên; hãy viết .{field}.{name}",
            en: "several of '{field}' can be chosen, so that it equals no name; write .{field}.{name}"),
        "W-TYPE-004": Sentence(
            vi: "'{field}' là ngày, không bằng văn bản \"{text}\"; hãy viết date \"{text}\"",
            en: "'{field}' is a date and equals no text \"{text}\"; write date \"{text}\""),
        "W-CHOICE-001": Sentence(
            vi: "'{name}' không có trong danh sách của '{field}'",
            en: "'{name}' is not on the list of '{field}'"),
        "W-RANGE-001": Sentence(
            vi: "'{field}' chỉ nhận {range}, nên {operation} {number} luôn cho {answer}",
            en: "'{field}' takes {range} only, so that {operation} {number} always gives {answer}"),
        "W-NIL-001": Sentence(
            vi: """
                '{field}' có thể không được hỏi⟨ (ví dụ: {sample})⟩, khi đó phép tính này hỏng; hãy đặt điều kiện \
                của câu hỏi đứng trước, hoặc viết (… or 0)
                """,
            en: """
                '{field}' may not have been asked⟨ (say, {sample})⟩, and then this fails; put the question's condition \
                before it, or write (… or 0)
                """),
        "W-NIL-002": Sentence(
            vi: """
                '{field}' có thể không được hỏi⟨ (ví dụ: {sample})⟩, khi đó phủ định này là true; hãy đặt điều kiện \
                của câu hỏi đứng trước
                """,
            en: """
                '{field}' may not have been asked⟨ (say, {sample})⟩, and then this negation is true; put the question's \
                condition before it
                """),
        "W-NEVER-001": Sentence(
            vi: "{kind} \"{id}\": điều kiện relevant không bao giờ đúng, nên câu này không bao giờ được hỏi",
            en: "{kind} \"{id}\": its relevant can never be true, so that it is never asked"),
        "W-NEVER-002": Sentence(
            vi: "{kind} \"{id}\" không bao giờ được hỏi: điều kiện của nó và của nhóm, bảng kê chứa nó không cùng đúng",
            en: "{kind} \"{id}\" can never be reached: its condition and those around it are never true together"),
        "W-NEVER-003": Sentence(
            vi: "{kind} \"{id}\": among không bao giờ đúng, nên không phiếu nào được tính",
            en: "{kind} \"{id}\": its among can never be true, so that no record counts"),
        "W-ALWAYS-001": Sentence(
            vi: "{kind} \"{id}\": {property} luôn cho {answer}, trả lời thế nào cũng vậy",
            en: "{kind} \"{id}\": {property} always gives {answer}, whatever is answered"),
        "W-ORDER-001": Sentence(
            vi: "{kind} \"{id}\": {property} đọc '{name}', câu hỏi đứng sau nó nên lúc đó chưa có trả lời",
            en: "{kind} \"{id}\": {property} reads '{name}', which is asked later and has no answer by then"),
        "W-API-001": Sentence(
            vi: "không nên dùng '{name}' nữa; hãy dùng {replacement}(…)",
            en: "'{name}' is deprecated; use {replacement}(…)"),
        "E-API-001": Sentence(
            vi:
                "kịch bản này viết cho thư viện phiên bản {number}, chương trình này có phiên bản {newest}; hãy cập nhật chiso",
            en:
                "this script was written for version {number} of the library, and this program has {newest}; update chiso"
        ),
        "E-API-002": Sentence(
            vi: "script_api cần số phiên bản, như script_api(1)",
            en: "script_api takes a version, such as script_api(1)"),
        "E-ROSTER-001": Sentence(
            vi: """
                '{roster}' là bảng kê nhiều dòng, không đọc '{name}' thẳng được; hãy viết any, all, count hoặc sum, như \
                any(h.{roster}, function(p) return p.{name} end)
                """,
            en: """
                '{roster}' is a roster of many rows, and '{name}' cannot be read from it; write any, all, count or sum, as \
                in any(h.{roster}, function(p) return p.{name} end)
                """),
        "W-OR-001": Sentence(
            vi: "or \"{text}\" luôn đúng; hãy viết or {subject} \"{text}\"",
            en: "or \"{text}\" is always true; write or {subject} \"{text}\""),
        "W-TEXT-001": Sentence(
            vi: "{property}: không có bản tiếng Việt (vi), mà có '{name}'",
            en: "{property}: there is no Vietnamese text (vi), but one in '{name}'"),
        "N-USE-001": Sentence(
            vi: "'{name}' của {form} không dùng trong chỉ tiêu, quy tắc kiểm tra hay báo cáo nào",
            en: "'{name}' of {form} is used in no indicator, validation or report"),
        "N-TEXT-001": Sentence(
            vi: "{property}: thiếu bản {languages}", en: "{property}: there is no text in {languages}"),
        "N-TARGET-001": Sentence(
            vi: "chỉ tiêu \"{id}\" không có target; nếu chỉ dùng để tính chỉ tiêu khác, hãy ghi component = true",
            en: "the indicator \"{id}\" has no target; if it only serves others, say component = true"),
        "N-OWNER-001": Sentence(
            vi: "chỉ tiêu \"{id}\" không có owner: không rõ ai chịu trách nhiệm",
            en: "the indicator \"{id}\" has no owner: nobody answers for it"),
    ]
}
