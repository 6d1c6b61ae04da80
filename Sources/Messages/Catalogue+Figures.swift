extension Catalogue {
    /// What can keep a figure from being computed.
    static let figures: [String: Sentence] = [
        "N-EVAL-008": Sentence(
            vi:
                "kỳ {period} đã khóa: số đã ký là của lượt {run} (chiso eval --run {run}); đây là số theo kịch bản và phiếu "
                + "hiện nay",
            en:
                "the period {period} is closed: the signed figures are those of run {run} (chiso eval --run {run}); these "
                + "are by the scripts and records of now"),
        "N-EVAL-006": Sentence(
            vi: "kỳ {period} chưa bắt đầu (từ {date:date}); số liệu tính từ các phiếu còn hiệu lực đến hôm nay",
            en:
                "the period {period} has not begun (it does on {date:date}); figures are from records that still hold today"
        ),
        "N-EVAL-005": Sentence(
            vi: "{names}⟨ và {more:number} chỉ tiêu khác⟩: {count:number} phiếu: {records}",
            en: "{names}⟨ and {more:number} more⟩: {count:record|records}: {records}"),
        "N-EVAL-007": Sentence(
            vi: "{names}⟨ và {more:number} chỉ tiêu khác⟩: không tính được con số nào",
            en: "{names}⟨ and {more:number} more⟩: could not be computed"),
        "E-RESULT-001": Sentence(
            vi: "công thức cho kết quả {found:type}; cần {expected:type}",
            en: "the formula gave {found:type}; needed is {expected:type}"),
        "E-RESULT-002": Sentence(
            vi: "tổng hoặc tỷ số vượt quá số lớn nhất có thể tính (khoảng 1,8 × 10^308)",
            en: "a sum or ratio is beyond the largest number that can be computed (about 1.8 × 10^308)"),
        "E-DIM-001": Sentence(vi: "không phân tổ được theo \"{id}\": {text}", en: "dimension \"{id}\" failed: {text}"),
        "E-DERIVE-001": Sentence(
            vi: """
                indicator "{id}" cộng từ '{source}' là số liệu mẫu không có quyền số; hãy ghi weight hoặc \
                population trong design
                """,
            en: """
                indicator "{id}" adds up '{source}', a sample without weights; give its design a weight or \
                population
                """),
        "E-WEIGHT-001": Sentence(
            vi: "design \"{design}\": quyền số của phiếu {record} là {found:type}; phải là số từ 0 trở lên",
            en: "design \"{design}\": the weight of record {record} is {found:type}; it must be a number from 0 up"),
        "E-WEIGHT-002": Sentence(
            vi: "design \"{design}\": chưa có tổng thể cho tầng '{stratum}'",
            en: "design \"{design}\": there is no population for the stratum '{stratum}'"),
        "E-WEIGHT-003": Sentence(
            vi: "design \"{design}\": tầng '{stratum}' có tổng thể {population} nhưng có tới {completed:number} phiếu",
            en: """
                design "{design}": the stratum '{stratum}' has a population of {population}, but \
                {completed:record|records}
                """),
        "E-WEIGHT-004": Sentence(
            vi: "design \"{design}\": không tính được quyền số của phiếu {record}: {text}",
            en: "design \"{design}\": the weight of record {record} cannot be computed: {text}"),
        "E-EVAL-003": Sentence(
            vi: "chỉ tiêu '{id}' không lọc được theo '{name}'",
            en: "the indicator '{id}' cannot be selected by '{name}'"),
        "E-EVAL-005": Sentence(
            vi: "chỉ tiêu '{id}' không phân tổ được theo {name}⟨; phân tổ được theo: {allowed}⟩",
            en: "the indicator '{id}' cannot be split by {name}⟨; it can by: {allowed}⟩"),
        "E-EVAL-006": Sentence(
            vi: "không chỉ tiêu nào phân tổ được theo {name}",
            en: "no indicator can be split by {name}"),
        "E-DESIGN-004": Sentence(
            vi: """
                indicator "{id}": biểu mẫu {form} có design "{design}"⟨ cho kỳ {round}⟩ nhưng không có cho kỳ {other}; \
                không cộng phiếu có quyền số với phiếu không có; hãy thêm design cho kỳ {other}, chọn kỳ khác, hoặc \
                ghi design = false
                """,
            en: """
                indicator "{id}": form {form} has the design "{design}"⟨ for {round}⟩ but none for {other}; records \
                with weights are not added to records without; declare a design for {other}, choose another period, \
                or say design = false
                """),
        "N-EVAL-001": Sentence(
            vi: "chỉ tiêu '{id}' không phân tổ được theo {name} nên chỉ có số chung",
            en: "the indicator '{id}' cannot be split by {name}, so it is given without"),
        "N-EVAL-002": Sentence(
            vi: """
                design "{design}": {count:number} tầng chưa có phiếu hoàn thành nào nên không có trong kết quả: {names}
                """,
            en: """
                design "{design}": {count:stratum has|strata have} no completed record and no part in the figures: \
                {names}
                """),
        "N-EVAL-003": Sentence(
            vi: """
                {count:number} chỉ tiêu không phân tổ được theo {name} nên chỉ có số chung: {names}⟨ và {more:number} \
                chỉ tiêu khác⟩
                """,
            en: """
                {count:indicator|indicators} cannot be split by {name} and are given without: {names}⟨ and \
                {more:number} more⟩
                """),
        "N-EVAL-004": Sentence(
            vi: """
                bỏ qua {count:number} chỉ tiêu không lọc được theo {name}: {names}⟨ và {more:number} chỉ tiêu khác⟩
                """,
            en: """
                left out {count:indicator|indicators} that cannot be selected by {name}: {names}⟨ and {more:number} \
                more⟩
                """),
    ]
}
