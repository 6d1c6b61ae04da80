extension Catalogue {
    /// Who answers, and what is carried over from an earlier round.
    static let carrying: [String: Sentence] = [
        "E-SELF-001": Sentence(
            vi: "'self_only' không dùng cùng 'across': câu chỉ người đó trả lời được thì hỏi riêng từng người",
            en: "'self_only' does not go with 'across': what only the member can answer is asked of each"),
        "W-ROW-002": Sentence(
            vi: "'{field}': câu chỉ người đó tự trả lời, nhưng người khác trả lời thay",
            en: "'{field}': only the member can answer this, but another has answered"),
        "W-ASKED-002": Sentence(
            vi: "câu này chỉ người đó tự trả lời; ghi câu trả lời thay?",
            en: "only the member can answer this; keep another's answer?"),
        "E-CARRY-001": Sentence(
            vi: "'{name}' do công thức tính nên không mang sang kỳ sau được",
            en: "'{name}' is calculated, and cannot be carried over"),
        "E-CARRY-002": Sentence(
            vi: "biểu mẫu có 'carry_over' thì phải có 'key' và 'round' (không phải once) để gặp lại đơn vị ở kỳ sau",
            en: "a form with 'carry_over' needs a 'key' and a 'round' other than once, to meet a unit again"),
        "E-CARRY-003": Sentence(
            vi: "bảng kê '{id}' nằm trong bảng kê khác nên không có 'carry_over'",
            en: "the roster '{id}' stands in another roster, and takes no 'carry_over'"),
        "E-CARRY-004": Sentence(
            vi: "'{field}' không sửa được nữa: đã có trả lời về thành viên mang sang từ kỳ trước của đơn vị này; "
                + "nếu nhầm đơn vị, hãy gõ :q rồi mở phiếu mới",
            en: "'{field}' cannot change any more: members carried over from the unit's earlier round have answers; "
                + "if it is the wrong unit, leave with :q and open a new interview"),
        "E-CARRY-005": Sentence(
            vi: "'{roster}' dòng {row} có từ kỳ trước nên không xóa; hãy ghi nay thế nào: không còn, hay ghi trùng",
            en: "'{roster}' row {row} is known from an earlier round and is not removed; "
                + "say that it left, or is a duplicate"),
        "E-CARRY-006": Sentence(
            vi: "biểu mẫu '{form}' không mang gì sang kỳ sau (carry_over) nên không dùng được --from",
            en: "form '{form}' carries nothing over (carry_over), so that --from means nothing to it"),
        "E-CARRY-007": Sentence(
            vi: "--from {value}: hãy ghi đủ khóa, như {expected}",
            en: "--from {value}: give the whole key, such as {expected}"),
        "E-CARRY-008": Sentence(
            vi: "--from {value}: không có phiếu hoàn thành nào của đơn vị này đến kỳ {round}",
            en: "--from {value}: there is no completed record of this unit up to round {round}"),
        "E-CARRY-009": Sentence(
            vi: "--from cần --key của đơn vị mới, và không dùng khi mở lại bản nháp",
            en: "--from needs the --key of the new unit, and does not go with --resume"),
        "E-CARRY-010": Sentence(
            vi: "--from {value}: đơn vị không tách ra từ chính nó; hãy ghi khóa của đơn vị cũ, hoặc bỏ --from",
            en:
                "--from {value}: a unit does not come from itself; give the key of the earlier unit, or leave --from out"
        ),
        "N-CARRY-001": Sentence(
            vi: "đơn vị này đã có phiếu kỳ {round}; {count:number} dòng được mang sang để xác nhận, "
                + "câu khác hỏi lại từ đầu",
            en: "this unit has a record of round {round}; {count:row is|rows are} carried over to be confirmed, "
                + "all else is asked anew"),
        "N-CARRY-002": Sentence(
            vi: "đã ghi nguồn gốc: {found}; thành viên của phiếu mới thì kê lại",
            en: "the origin is kept: {found}; the members of the new unit are listed anew"),
        "E-CARRY-011": Sentence(
            vi: "phiếu kỳ {round} ghi người này vẫn còn, nên không thể rời đi từ {found}",
            en: "the record of {round} has this member present, who cannot have left in {found}"),
        "E-ROW-020": Sentence(
            vi: "'{roster}': khai {expected:number} nhưng có {found:number} vẫn còn hoặc mới; hãy sửa số đã khai, hoặc "
                + "ghi ai không còn",
            en: "'{roster}': {expected:row|rows} declared, but {found:is|are} present or new; "
                + "mend the number, or say who is no longer there"),
        "E-ROW-021": Sentence(
            vi: "'{field}': '{found}' không phải tháng đã bắt đầu; hãy ghi như 2026-05",
            en: "'{field}': '{found}' is no month that has begun; write it like 2026-05"),
        "E-KEYING-014": Sentence(
            vi: "'{found}' không phải tháng đã bắt đầu; hãy gõ như 5/2026, hoặc 5",
            en: "'{found}' is no month that has begun; type 5/2026, or 5"),
    ]
}
