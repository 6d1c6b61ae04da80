extension Catalogue {
    /// Estimates from samples.
    static let estimates: [String: Sentence] = [
        "E-DESIGN-005": Sentence(
            vi: "thiết kế '{design}' khớp tổng theo '{name}', mà {over} không chia được theo đó; hãy đặt design = của "
                + "chỉ tiêu là một thiết kế khác",
            en: "the design '{design}' is fitted to totals by '{name}', which {over} cannot be split by; give the "
                + "indicator another design"),
        "E-DESIGN-006": Sentence(
            vi: "thiết kế '{design}' khớp tổng đã biết, không dùng chung với thiết kế của kỳ khác trong một chỉ tiêu",
            en:
                "the design '{design}' is fitted to known totals, and cannot be taken together with those of other rounds"
        ),
        "E-ESTIMATE-001": Sentence(
            vi: "thiết kế '{design}': tầng '{stratum}' thiếu quy mô tổng thể (fpc)",
            en: "design '{design}': the stratum '{stratum}' lacks its population size (fpc)"),
        "E-ESTIMATE-002": Sentence(
            vi: "thiết kế '{design}': tầng '{stratum}' có hai quy mô tổng thể khác nhau, {first} và {second}",
            en: "design '{design}': the stratum '{stratum}' has two population sizes, {first} and {second}"),
        "E-ESTIMATE-003": Sentence(
            vi: "thiết kế '{design}': tầng '{stratum}' có tổng thể {population}, ít hơn {count:number} đơn vị đã chọn",
            en:
                "design '{design}': the stratum '{stratum}' has a population of {population}, fewer than the {count} drawn"
        ),
        "E-ESTIMATE-004": Sentence(
            vi: "thiết kế '{design}': tầng '{stratum}' có tỷ lệ chọn {found}; phải lớn hơn 0 và không quá 1",
            en:
                "design '{design}': the stratum '{stratum}' has the sampling fraction {found}; it must be above 0, at most 1"
        ),
        "E-ESTIMATE-005": Sentence(
            vi: "thiết kế '{design}': {count:number} đơn vị có {cell} mà tổng đã biết không có số này",
            en: "design '{design}': {count:unit has|units have} {cell}, for which no known total is given"),
        "E-ESTIMATE-006": Sentence(
            vi: "thiết kế '{design}': tổng đã biết của {cell} là {total} mà mẫu không có đơn vị nào như vậy",
            en: "design '{design}': the known total of {cell} is {total}, and the sample has no such unit"),
        "E-ESTIMATE-007": Sentence(
            vi: "thiết kế '{design}': tổng đã biết của {cell} là {total}; phải là số lớn hơn 0",
            en: "design '{design}': the known total of {cell} is {total}; it must be a number above 0"),
        "E-ESTIMATE-008": Sentence(
            vi:
                "thiết kế '{design}': các tổng theo '{by}' cộng lại là {found}, của cách chia đầu là {expected}; phải bằng nhau",
            en:
                "design '{design}': the totals by '{by}' add up to {found}, the first ones to {expected}; they must agree"
        ),
        "E-ESTIMATE-009": Sentence(
            vi:
                "thiết kế '{design}': khớp tổng (rake) không hội tụ sau {count:number} vòng; xa nhất là {cell}: {found}, "
                + "phải là {total}",
            en: "design '{design}': raking did not converge in {count:round|rounds}; furthest is {cell}: {found}, "
                + "to be {total}"),
        "E-ESTIMATE-010": Sentence(
            vi: "thiết kế '{design}': không ước lượng được ({text})",
            en: "design '{design}': no estimate can be made ({text})"),
        "E-ESTIMATE-011": Sentence(
            vi:
                "thiết kế '{design}': không có quyền số, cũng không có quy mô tổng thể của giai đoạn {stage} để suy ra; "
                + "thêm weight, hoặc fpc cho mọi giai đoạn",
            en:
                "design '{design}': there is no weight, and no population size of stage {stage} to work it out from; add "
                + "weight, or fpc for every stage"),
        "N-ESTIMATE-000": Sentence(
            vi:
                "thiết kế '{design}': {count:number} tầng chỉ có một đơn vị được chọn ({names}); con số dựa vào tầng ấy "
                + "không có sai số; chọn cách tính bằng single_psu",
            en:
                "design '{design}': {count:stratum has|strata have} one unit drawn ({names}); figures that rest on them "
                + "have no standard error; choose a rule with single_psu"),
        "N-ESTIMATE-001": Sentence(
            vi: "thiết kế '{design}': {count:number} tầng chỉ có một đơn vị được chọn ({names}); sai số tính theo "
                + "single_psu = {rule}",
            en:
                "design '{design}': {count:stratum has|strata have} one unit drawn ({names}); errors by single_psu = {rule}"
        ),
        "N-ESTIMATE-002": Sentence(
            vi: "thiết kế '{design}': {count:number} phiếu có quyền số 0: được đếm vào n, không góp vào con số nào",
            en: "design '{design}': {count:record weighs|records weigh} 0: counted in n, adding to no figure"),
        "N-ESTIMATE-003": Sentence(
            vi: "thiết kế '{design}' không có quyền số, cũng không có quy mô tổng thể: '{id}' là tổng của riêng mẫu, "
                + "không phải của tổng thể",
            en:
                "the design '{design}' has neither weights nor populations: '{id}' is the sum of the sample alone, not of "
                + "the population"),
        "N-ESTIMATE-004": Sentence(
            vi:
                "'{id}': {count:number} con số không có khoảng tin cậy ({names}⟨ và {more} dòng khác⟩): quá ít đơn vị được "
                + "chọn, tầng có một đơn vị, hoặc phân vị ở ngoài rìa số liệu",
            en:
                "'{id}': {count:number has|numbers have} no confidence interval ({names}⟨ and {more} more⟩): too few units "
                + "drawn, a stratum with one unit, or a quantile at the edge of the data"),
        "N-ESTIMATE-005": Sentence(
            vi:
                "thiết kế '{design}' không ghi period, nên phiếu của {count:number} đợt ({names}) được tính chung như một "
                + "mẫu; hãy viết cho mỗi đợt một thiết kế",
            en:
                "the design '{design}' names no period, so that records of {count:round|rounds} ({names}) are taken as one "
                + "sample; write a design for each round"),
    ]
}
