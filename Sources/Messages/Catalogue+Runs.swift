extension Catalogue {
    /// Recorded runs, closed periods, comparisons.
    static let runs: [String: Sentence] = [
        "E-KEPT-001": Sentence(
            vi: "kịch bản được lưu lại trong lúc đang tính; chưa ghi gì, hãy chạy lại",
            en: "the scripts were saved anew while the figures were computed; nothing was kept, run it again"),
        "E-KEPT-002": Sentence(
            vi: "không có lượt tính nào có mã '{id}'; chiso runs liệt kê các lượt đã ghi",
            en: "there is no run '{id}'; chiso runs lists those that were recorded"),
        "E-KEPT-003": Sentence(
            vi: "có {count:number} lượt tính có mã bắt đầu bằng '{id}'; hãy ghi dài hơn",
            en: "{count:run begins|runs begin} with '{id}'; write more of the id"),
        "E-KEPT-004": Sentence(
            vi: "lượt tính {id} được ghi mà không kèm kịch bản, nên không tính lại được",
            en: "the run {id} was recorded without its scripts, and cannot be worked out again"),
        "E-KEPT-005": Sentence(
            vi: "--run in lại đúng lượt tính đã ghi; ngoài --format không ghi thêm lựa chọn nào",
            en: "--run gives the recorded run as it was; nothing but --format goes with it"),
        "E-KEPT-006": Sentence(
            vi:
                "tính lại lượt {id} cho kết quả khác với bản đã ghi: phiếu của lượt ấy đã bị xóa hay sửa ngoài chương trình",
            en:
                "the run {id} worked out anew differs from what was recorded: its records were erased or changed elsewhere"
        ),
        "E-COMPARE-001": Sentence(
            vi: "'{name}' không phải mã lượt tính nào đã ghi, cũng không phải phiên bản nào của kho git",
            en: "'{name}' is neither a recorded run nor a revision of the git repository"),
        "E-COMPARE-002": Sentence(
            vi: "không chạy được git⟨: {text}⟩; so với một lượt đã ghi thì dùng --against MÃ",
            en: "git cannot be run⟨: {text}⟩; to compare with a recorded run, give --against ID"),
        "E-COMPARE-003": Sentence(
            vi:
                "chưa có gì để so: chưa lượt tính nào được ghi (chiso eval --record), và thư mục không nằm trong kho git",
            en:
                "there is nothing to compare with: no run was recorded (chiso eval --record), and this is no git repository"
        ),
        "N-COMPARE-001": Sentence(
            vi: "so với {name}⟨, kỳ {period}⟩, tính đến {date:date}: {total:number} chỉ tiêu, không số nào khác",
            en: "against {name}⟨, period {period}⟩, as of {date:date}: {total:indicator|indicators}, no figure differs"),
        "N-COMPARE-002": Sentence(
            vi:
                "so với {name}⟨, kỳ {period}⟩, tính đến {date:date}: {count:number} trong {total:number} chỉ tiêu có số khác"
                + "⟨; {alerts:number} cảnh báo khác⟩",
            en:
                "against {name}⟨, period {period}⟩, as of {date:date}: {count:number} of {total:indicator|indicators} differ"
                + "⟨, and {alerts:number} alerts⟩"
        ),
        "N-COMPARE-003": Sentence(
            vi: "bản trước của {file} có lỗi; chỉ tiêu dựa vào tệp ấy không có số trước",
            en: "{file} had errors as it was; indicators that rest on it have no figures before"),
        "N-WATCH-001": Sentence(
            vi: "đang theo dõi {path}: {count:number} chỉ tiêu; lưu một kịch bản để thấy thay đổi, Ctrl-C để thôi",
            en: "watching {path}: {count:indicator|indicators}; save a script to see what changes, Ctrl-C to end"),
        "N-WATCH-002": Sentence(vi: "{time} đã lưu {files}", en: "{time} saved {files}"),
        "N-WATCH-003": Sentence(vi: "không số nào khác", en: "no figure differs"),
        "E-PERIOD-001": Sentence(
            vi: "kỳ {period} chưa kết thúc (đến hết {date:date}); chỉ khóa được kỳ đã kết thúc",
            en: "the period {period} has not ended (it does on {date:date}); only what has ended can be closed"),
        "E-PERIOD-002": Sentence(
            vi:
                "kỳ {period} đã khóa ({who}, {time}, lượt tính {run}: {text}); muốn khóa lại thì mở trước: chiso period "
                + "reopen {period} --note …",
            en: "the period {period} is closed ({who}, {time}, run {run}: {text}); to close it anew, open it first: "
                + "chiso period reopen {period} --note …"),
        "E-PERIOD-003": Sentence(
            vi: "kỳ {period} đang mở, chưa khóa",
            en: "the period {period} is open, not closed"),
        "E-PERIOD-004": Sentence(
            vi: "--note phải nói điều gì đó, như số của báo cáo đã ký",
            en: "--note must say something, such as the number of the signed report"),
        "N-PERIOD-001": Sentence(
            vi: "đã khóa kỳ {period}: {count:number} chỉ tiêu, lượt tính {run}",
            en: "the period {period} is closed: {count:indicator|indicators}, run {run}"),
        "N-PERIOD-002": Sentence(vi: "đã mở lại kỳ {period}", en: "the period {period} is open again"),
        "N-PERIOD-003": Sentence(vi: "khóa", en: "closed"),
        "N-PERIOD-004": Sentence(vi: "mở lại", en: "opened again"),
        "N-PERIOD-005": Sentence(
            vi: "chưa kỳ nào được khóa; khóa bằng: chiso period close 2026-H1 --note …",
            en: "no period was closed yet; close one with: chiso period close 2026-H1 --note …"),
        "N-PERIOD-006": Sentence(
            vi: "kỳ {period} đã khóa ({time}): báo cáo dùng số liệu và kịch bản của lượt tính {run}",
            en: "the period {period} is closed ({time}): the report uses the figures and scripts of run {run}"),
        "N-KEPT-001": Sentence(vi: "lượt tính", en: "run"),
        "N-KEPT-002": Sentence(vi: "ghi lúc", en: "recorded at"),
        "N-KEPT-003": Sentence(vi: "người ghi", en: "who"),
        "N-KEPT-004": Sentence(vi: "kỳ", en: "period"),
        "N-KEPT-005": Sentence(vi: "tính đến", en: "as of"),
        "N-KEPT-006": Sentence(vi: "số chỉ tiêu", en: "indicators"),
        "N-KEPT-007": Sentence(vi: "khóa kỳ", en: "closing"),
        "N-KEPT-008": Sentence(vi: "dùng để", en: "use"),
        "N-KEPT-009": Sentence(
            vi: "chưa có lượt tính nào được ghi; ghi bằng: chiso eval --record",
            en: "no run was recorded yet; record one with: chiso eval --record"),
    ]
}
