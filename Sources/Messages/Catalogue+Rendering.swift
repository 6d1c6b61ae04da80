extension Catalogue {
    /// What can keep a report from being narrowed and written.
    static let rendering: [String: Sentence] = [
        "E-REPORT-020": Sentence(
            vi: "báo cáo {name} lập cho từng {property}; hãy ghi --where {property}=MÃ, mã là một trong: {allowed}",
            en: "the report {name} is made of one {property}; give --where {property}=KEY, one of: {allowed}"),
        "E-REPORT-021": Sentence(
            vi: "không chỉ tiêu nào do '{value}' chịu trách nhiệm; có: {allowed}",
            en: "no indicator is the responsibility of '{value}'; there are: {allowed}"),
    ]
}
