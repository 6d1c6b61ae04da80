extension Catalogue {
    /// What can keep a figure from being computed.
    static let figures: [String: Sentence] = [
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
        "E-EVAL-004": Sentence(
            vi: "phiên bản này chưa tính được phân vị (quantile)",
            en: "this version does not compute quantiles yet"),
        "N-EVAL-001": Sentence(
            vi: "chỉ tiêu '{id}' không phân tổ được theo {name}; chỉ in số chung",
            en: "the indicator '{id}' cannot be split by {name}; it is given without"),
    ]
}
