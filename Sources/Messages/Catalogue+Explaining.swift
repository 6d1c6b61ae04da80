extension Catalogue {
    /// How a figure came about.
    static let explaining: [String: Sentence] = [
        "E-EXPLAIN-001": Sentence(
            vi: "chiso explain in ra một trang chữ, hoặc --format json",
            en: "chiso explain gives a page of text, or --format json"),
        "E-EXPLAIN-002": Sentence(
            vi: "'{id}' được tính từ các chỉ tiêu khác; hãy giải thích từng chỉ tiêu ấy",
            en: "'{id}' is made from other indicators; explain those"),
        "E-EXPLAIN-003": Sentence(
            vi: "phiếu ấy thuộc biểu mẫu '{other}', còn '{id}' tính trên biểu mẫu '{form}'",
            en: "that record is of the form '{other}', and '{id}' is about the form '{form}'"),
        "N-EXPLAIN-022": Sentence(vi: "chia theo {name}:", en: "by {name}:"),
        "N-EXPLAIN-023": Sentence(vi: "… và {count:number} dòng khác", en: "… and {count:more row|more rows}"),
        "N-EXPLAIN-001": Sentence(vi: "cách tính: {text}", en: "definition: {text}"),
        "N-EXPLAIN-002": Sentence(vi: "nguồn: {text}", en: "source: {text}"),
        "N-EXPLAIN-003": Sentence(vi: "phụ trách: {text}", en: "responsible: {text}"),
        "N-EXPLAIN-004": Sentence(vi: "kịch bản ở {place}:", en: "the script at {place}:"),
        "N-EXPLAIN-010": Sentence(vi: "{count:number} phiếu trong kho", en: "{count:record|records} in the store"),
        "N-EXPLAIN-011": Sentence(vi: "= {count:number} phiếu được lấy", en: "= {count:record|records} taken"),
        "N-EXPLAIN-012": Sentence(
            vi: "{count:number} dòng (người, món …) trong các phiếu ấy",
            en: "{count:row|rows} (persons, items …) in them"),
        "N-EXPLAIN-013": Sentence(
            vi: "người không còn ở đó, hoặc dòng ghi trùng", en: "of members who left, or listed twice"),
        "N-EXPLAIN-014": Sentence(vi: "ngoài phần được lọc", en: "left out by the filter"),
        "N-EXPLAIN-015": Sentence(
            vi: "không thuộc diện tính", en: "not concerned"),
        "N-EXPLAIN-016": Sentence(
            vi: "chưa rõ có thuộc diện tính không: {reason}", en: "unknown whether concerned: {reason}"),
        "N-EXPLAIN-017": Sentence(vi: "thuộc diện tính nhưng thiếu: {reason}", en: "concerned, but missing: {reason}"),
        "N-EXPLAIN-018": Sentence(vi: "công thức bị lỗi", en: "the formula failed"),
        "N-EXPLAIN-019": Sentence(vi: "= n = {count:number}, được tính", en: "= n = {count}, counted"),
        "N-EXPLAIN-020": Sentence(vi: "được tính từ các chỉ tiêu:", en: "it is made from these indicators:"),
        "N-EXPLAIN-021": Sentence(
            vi: "trong đó {count:number} thỏa điều kiện (chưa nhân quyền số)",
            en: "of which {count} fulfil the condition (before weights)"),
        "N-EXPLAIN-030": Sentence(
            vi: "giá trị: {value}⟨ = {parts}⟩; {method}", en: "value: {value}⟨ = {parts}⟩; {method}"),
        "N-EXPLAIN-031": Sentence(
            vi: "nếu mọi phiếu thiếu đều là không: {first}, đều là có: {second}",
            en: "if all the missing were no: {first}, if all were yes: {second}"),
        "N-EXPLAIN-032": Sentence(
            vi: "bao phủ: {reporting} trên {expected} đơn vị phải báo cáo, {percent}",
            en: "coverage: {reporting} of {expected} units that owe a report, {percent}"),
        "N-EXPLAIN-033": Sentence(
            vi: "chưa báo cáo: {count:number} đơn vị ({names} …)", en: "not reported: {count:unit|units} ({names} …)"),
        "N-EXPLAIN-034": Sentence(
            vi: "mục tiêu {target}⟨, vào lúc này phải là {expected}⟩: {status}",
            en: "target {target}⟨, by now {expected}⟩: {status}"),
        "N-EXPLAIN-035": Sentence(
            vi:
                "sai số⟨ theo thiết kế {design}⟩: sai số chuẩn ⟨{se}¦không tính được⟩⟨; khoảng tin cậy {level}: {low} đến "
                + "{high} ({method})⟩⟨; hiệu ứng thiết kế {deff}⟩⟨; bậc tự do {df}⟩",
            en: "error⟨ by the design {design}⟩: standard error ⟨{se}¦not known⟩⟨; {level} interval: {low} to {high} "
                + "({method})⟩⟨; design effect {deff}⟩⟨; degrees of freedom {df}⟩"),
        "N-EXPLAIN-036": Sentence(
            vi: "với đà từ {since:date} ({change} một năm) thì đạt vào {date:date}",
            en: "at the pace since {since:date} ({change} a year) it is reached on {date:date}"),
        "N-EXPLAIN-037": Sentence(
            vi: "với đà từ {since:date} ({change} một năm) thì không đạt được",
            en: "at the pace since {since:date} ({change} a year) it is never reached"),
        "N-EXPLAIN-038": Sentence(
            vi: "nếu bằng được mức chung thì rút ngắn khoảng cách nhiều nhất (phần của khoảng cách trong ngoặc): "
                + "{names}",
            en: "who, at the average of all, would close most of the gap (how much of it in brackets): {names}"),
        "N-EXPLAIN-040": Sentence(
            vi: "tính đến {date:date}⟨, kỳ {period}⟩⟨, đợt {round}⟩, theo những gì đã lưu đến {time}",
            en: "as of {date:date}⟨, period {period}⟩⟨, round {round}⟩, from what was stored by {time}"),
        "N-EXPLAIN-041": Sentence(
            vi: "lượt tính {run}; kịch bản sha256:{scripts}; phiếu {records}",
            en: "run {run}; scripts sha256:{scripts}; records {records}"),
        "N-EXPLAIN-050": Sentence(
            vi: "có trạng thái không tính: {status}", en: "whose status does not count: {status}"),
        "N-EXPLAIN-051": Sentence(vi: "không hỏi xong: {result}", en: "without a completed interview: {result}"),
        "N-EXPLAIN-052": Sentence(vi: "ghi ngày sau {date:date}", en: "dated after {date:date}"),
        "N-EXPLAIN-053": Sentence(vi: "quá cũ, hết hiệu lực", en: "too old to hold still"),
        "N-EXPLAIN-054": Sentence(
            vi: "đã có phiếu mới hơn của cùng đơn vị", en: "of a unit that has a later record"),
        "N-EXPLAIN-055": Sentence(vi: "thuộc đợt khác⟨, không phải {round}⟩", en: "of another round⟨ than {round}⟩"),
        "N-EXPLAIN-056": Sentence(vi: "ngoài thời gian từ {first} đến {last}", en: "outside of {first} to {last}"),
        "N-EXPLAIN-060": Sentence(vi: "không được tính: {text}", en: "does not count: {text}"),
        "N-EXPLAIN-061": Sentence(
            vi: "được lấy, nhưng không có dòng nào để tính", en: "is taken, but has no row to count"),
        "N-EXPLAIN-062": Sentence(
            vi: "được tính: tử số +{first}, mẫu số +{second}⟨, quyền số {weight}⟩",
            en: "counts: numerator +{first}, denominator +{second}⟨, weight {weight}⟩"),
        "N-EXPLAIN-063": Sentence(vi: "được tính: ngày {date:date}", en: "counts: the date {date:date}"),
    ]
}
