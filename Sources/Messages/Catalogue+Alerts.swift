extension Catalogue {
    /// Alert rules: how they are declared.
    static let alerts: [String: Sentence] = [
        "E-ALERT-001": Sentence(
            vi: "'by' chỉ dùng khi watch là một chỉ tiêu; hàm watch tự cho nhãn (labels) của từng dòng",
            en: "'by' is for a watch that is an indicator; a watch function gives the labels of its rows itself"),
        "E-ALERT-002": Sentence(
            vi: "không có cảnh báo '{name}'⟨; ý là '{nearest}'?⟩",
            en: "no alert '{name}'⟨; did you mean '{nearest}'?⟩"),
        "E-ALERT-003": Sentence(
            vi: "biểu mẫu '{form}' không có kỳ (round = \"once\"), nên không có kỳ đã khóa gần nhất; hãy ghi "
                + "period = \"to_date\"",
            en: "the form '{form}' has no rounds (round = \"once\"), and so no last closed period; write "
                + "period = \"to_date\""),
        "E-ALERT-004": Sentence(
            vi: "{function} cần {expected}, đây là {found}", en: "{function} takes {expected}, not {found}"),
        "E-ALERT-005": Sentence(
            vi: "hai dòng cùng nhãn ({labels}); mỗi dòng phải có nhãn riêng",
            en: "two rows have the same labels ({labels}); each needs its own"),
        "E-ALERT-006": Sentence(
            vi:
                "công thức của chỉ tiêu '{id}' hỏng ở {count:number} phiếu, nên không xét cảnh báo; xem chiso eval {id}",
            en: "the formula of the indicator '{id}' failed on {count:record|records}; see chiso eval {id}"),
        "E-ALERTS-001": Sentence(
            vi: "tiến trình tính quy tắc bị dừng⟨: {text}⟩",
            en: "the process that evaluates rules was stopped⟨: {text}⟩"),
        "E-ALERTS-002": Sentence(
            vi:
                "không xong trong thời gian dành cho nó, của {seconds} giây mỗi lượt; đặt [alerts] limit_s trong chiso.toml",
            en: "not done in its share of the {seconds} seconds of a run; set [alerts] limit_s in chiso.toml"),
        "E-ALERTS-003": Sentence(
            vi: "đồng hồ ({time}) trước lần xét cuối của một quy tắc; không trạng thái nào thay đổi",
            en: "the clock ({time}) is before the last evaluation of a rule; no state has changed"),
        "E-ALERTS-004": Sentence(
            vi: "không có kho ở {path}; không xét cảnh báo nào, mọi trạng thái còn nguyên",
            en: "there is no store at {path}; nothing was evaluated, and no state has changed"),
        "E-ALERTS-005": Sentence(
            vi: "chiso alerts run in một dòng, hoặc --format json",
            en: "chiso alerts run prints a line, or --format json"),
        "E-ALERTS-006": Sentence(
            vi: "một lượt cảnh báo khác đang chạy; lượt này không làm gì",
            en: "another run of alerts is at work; this one does nothing"),
        "E-ALERTS-007": Sentence(
            vi: "đồng hồ ({time}) trước lượt cuối ({last}); không xét gì. Nếu đồng hồ từng chạy sai: --clock-was-wrong",
            en: "the clock ({time}) is before the last run ({last}); nothing was evaluated. If it had been wrong: "
                + "--clock-was-wrong"),
        "E-ALERTS-008": Sentence(vi: "quy tắc '{name}' hỏng: {text}", en: "the rule '{name}' failed: {text}"),
        "E-ALERTS-009": Sentence(
            vi: "không báo được tín hiệu sống ({path}): {text}", en: "the heartbeat ({path}) failed: {text}"),
        "E-ALERTS-010": Sentence(
            vi: "[notifiers.{name}] trong chiso.toml thiếu {key}", en: "[notifiers.{name}] of chiso.toml lacks {key}"),
        "E-ALERTS-011": Sentence(vi: "chưa gửi được qua '{name}': {text}", en: "not delivered by '{name}': {text}"),
        "E-ALERTS-012": Sentence(
            vi: "'{name}' đã gửi, nhưng máy chủ không nhận cho: {names}",
            en: "'{name}' has sent it, but the server refused: {names}"),
        "E-ALERTS-013": Sentence(
            vi: "không còn trong chiso.toml", en: "it is not in chiso.toml any more"),
        "E-ALERTS-014": Sentence(
            vi: "không có cảnh báo nào đang có của '{name}' với các nhãn ấy",
            en: "no alert of '{name}' with these labels is on"),
        "E-ALERTS-015": Sentence(
            vi: "cần --for hoặc --until, và --reason", en: "give --for or --until, and --reason"),
        "E-ALERTS-016": Sentence(vi: "{time} đã qua", en: "{time} is past"),
        "E-ALERTS-017": Sentence(vi: "không có lần ngừng báo nào '{id}' đang có", en: "no silence '{id}' is on"),
        "E-ALERTS-018": Sentence(vi: "chỉ có --format table hoặc csv", en: "only --format table or csv"),
        "E-ALERTS-019": Sentence(
            vi: "không có [notifiers.{name}] trong chiso.toml⟨; ý là '{nearest}'?⟩",
            en: "no [notifiers.{name}] in chiso.toml⟨; did you mean '{nearest}'?⟩"),
        "E-ALERTS-020": Sentence(
            vi: "từ {first} đến {last}: cần ngày đầu không sau ngày cuối, nhiều nhất mười năm",
            en: "from {first} to {last}: the first day must not be after the last, ten years at most"),
        "N-ALERTS-001": Sentence(
            vi:
                "cảnh báo: {rules:number} quy tắc, {firing:number} đang báo ({new} mới), {pending} chờ, {resolved} đã hết, "
                + "{failed} hỏng; {notices:number} thông báo, {accepted} đã gửi, {waiting} chờ gửi⟨, {dead} bỏ⟩; {seconds} giây",
            en: "alerts: {rules:rule|rules}, {firing} firing ({new} new), {pending} pending, {resolved} resolved, "
                + "{failed} failed; {notices:message|messages}, {accepted} delivered, {waiting} waiting⟨, {dead} given up⟩; "
                + "{seconds} s"),
        "N-ALERTS-002": Sentence(
            vi: "quy tắc '{name}': không viết được thông báo, đã dùng câu ngắn: {text}",
            en: "the rule '{name}': its message could not be written, a short one was used: {text}"),
        "N-ALERTS-003": Sentence(
            vi:
                "thử, không lưu, không gửi: {rules:number} quy tắc, {firing:number} đang báo ({new} mới), {pending} chờ, "
                + "{resolved} đã hết, {failed} hỏng; {notices:number} thông báo; {seconds} giây",
            en: "a try, nothing kept or sent: {rules:rule|rules}, {firing} firing ({new} new), {pending} pending, "
                + "{resolved} resolved, {failed} failed; {notices:message|messages}; {seconds} s"),
        "N-ALERTS-004": Sentence(vi: "sẽ gửi qua: {names}", en: "would be sent by: {names}"),
        "N-ALERTS-005": Sentence(vi: "không có cảnh báo nào", en: "there are no alerts"),
        "N-ALERTS-006": Sentence(vi: "không có số liệu", en: "no data"),
        "N-ALERTS-007": Sentence(
            vi: "đã ghi nhận {count:number} cảnh báo của '{name}'",
            en: "{count:alert|alerts} of '{name}' acknowledged"),
        "N-ALERTS-008": Sentence(vi: "ngừng báo {id} đến {time}", en: "silence {id} until {time}"),
        "N-ALERTS-009": Sentence(vi: "không có lần ngừng báo nào", en: "there are no silences"),
        "N-ALERTS-010": Sentence(vi: "bản sao lưu đã cũ", en: "the backup is old"),
        "N-ALERTS-011": Sentence(
            vi: "kho chưa được sao lưu {count:number} ngày nay⟨ (lần cuối {date})⟩; hãy chạy chiso db backup",
            en: "the store was not copied for {count:day|days}⟨ (last on {date})⟩; run chiso db backup"),
        "N-ALERTS-012": Sentence(vi: "không còn gì phải gửi", en: "nothing is left to be delivered"),
        "N-ALERTS-013": Sentence(
            vi: "{count:number} thông báo sẽ được gửi lại ở lượt sau",
            en: "{count:message|messages} will be tried again at the next run"),
        "N-ALERTS-014": Sentence(vi: "'{name}' đã nhận thông báo thử", en: "'{name}' has taken the test message"),
        "N-ALERTS-016": Sentence(vi: "thông báo không gửi được", en: "messages could not be delivered"),
        "N-ALERTS-017": Sentence(
            vi: "đã bỏ {count:number} thông báo không gửi được qua '{name}'; xem chiso alerts outbox, mở lại bằng "
                + "chiso alerts outbox --retry",
            en:
                "{count:message|messages} by '{name}' were given up; see chiso alerts outbox, and try again by chiso alerts "
                + "outbox --retry"),
        "N-ALERTS-018": Sentence(
            vi:
                "kho chỉ có phiếu nhập từ {date:date}: trước đó không thấy gì; thêm --with-later để xét theo ngày của phiếu",
            en: "the store has records stored since {date:date} only: nothing is seen before; --with-later goes by the "
                + "records' own days"),
        "N-ALERTS-015": Sentence(
            vi: "quy tắc này đã báo {count:number} lần, {notices:number} thông báo",
            en: "the rule would have fired {count:time|times}, with {notices:message|messages}"),
    ]
}
