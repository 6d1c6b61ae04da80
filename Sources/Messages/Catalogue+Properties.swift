extension Catalogue {
    /// What can be wrong with the properties of a declaration, the lists it takes, and `chiso.toml`.
    static let properties: [String: Sentence] = [
        // Properties
        "E-PROP-001": Sentence(
            vi: "không có thuộc tính '{name}'⟨ trong {kind} \"{id}\"⟩",
            en: "unknown property '{name}'⟨ of {kind} \"{id}\"⟩"),
        "E-PROP-002": Sentence(
            vi: "⟨'{property}'¦chỗ này⟩ cần {expected:type}, không phải {found:type}",
            en: "⟨'{property}'¦this⟩ needs {expected:type}, not {found:type}"),
        "E-PROP-003": Sentence(vi: "{kind} \"{id}\" thiếu '{property}'", en: "{kind} \"{id}\" needs '{property}'"),
        "E-PROP-004": Sentence(
            vi: "⟨'{property}': ⟩'{value}' không hợp lệ; cần: {allowed}",
            en: "⟨'{property}': ⟩'{value}' does not fit; expected: {allowed}"),
        "E-PROP-005": Sentence(
            vi: "mỗi mục trong {kind} \"{id}\" phải có tên: hãy viết ten = …, không viết [{key}] = …",
            en: "entries of {kind} \"{id}\" have names: write name = …, not [{key}] = …"),
        "E-PROP-006": Sentence(
            vi: "trong {kind} \"{id}\" có {found:type} không có tên; hãy viết ten = …",
            en: "{found:type} without a name stands in {kind} \"{id}\"; write name = …"),
        "E-PROP-007": Sentence(vi: "'min' lớn hơn 'max'", en: "'min' is above 'max'"),
        "E-PROP-008": Sentence(
            vi: "{kind} \"{id}\" không có 'choices'; hãy dùng select_one hoặc select_multiple",
            en: "{kind} \"{id}\" takes no 'choices'; use select_one or select_multiple"),
        "E-PROP-009": Sentence(
            vi: "'{property}' không dùng cùng 'derive'; chỉ tiêu suy ra lấy phần này từ các chỉ tiêu nguồn",
            en: "'{property}' does not go with 'derive'; a derived indicator has it from its sources"),
        "E-PROP-010": Sentence(
            vi: "{kind} \"{id}\" phải có đúng một cách tính⟨, đang có: {found}⟩; hãy chọn một trong: {allowed}",
            en: "{kind} \"{id}\" must compute exactly one thing⟨, found: {found}⟩; choose one of: {allowed}"),
        "E-PROP-012": Sentence(
            vi: "'target' phải có đúng một mức so sánh⟨, đang có: {found}⟩; hãy chọn một trong: {allowed}",
            en: "'target' must compare in exactly one way⟨, found: {found}⟩; choose one of: {allowed}"),
        "E-PROP-013": Sentence(
            vi: "'{distribution}' không dùng được cho câu hỏi kiểu {question}",
            en: "'{distribution}' does not go with a question of kind {question}"),
        "E-PROP-014": Sentence(
            vi: "'{property}' chỉ dùng cho số (integer, decimal); {kind} \"{id}\" hãy dùng pattern hoặc constraint",
            en: "'{property}' is for numbers (integer, decimal); use pattern or constraint for {kind} \"{id}\""),
        // Choices and lists
        "E-CHOICE-001": Sentence(
            vi: "lựa chọn thứ {number} chưa đúng; hãy viết { \"ten\", vi = \"…\", en = \"…\" }",
            en: "choice {number} is not written as { \"name\", vi = \"…\", en = \"…\" }"),
        "E-CHOICE-002": Sentence(
            vi: "lựa chọn '{name}' có hai lần⟨ trong {file}⟩", en: "the choice '{name}' is given twice⟨ in {file}⟩"),
        "E-CHOICE-003": Sentence(
            vi: "tên lựa chọn '{name}'⟨ trong {file}⟩ để trống hoặc có dấu cách; hãy dùng một từ liền, như dong_y",
            en: "the choice name '{name}'⟨ in {file}⟩ is empty or holds a space; use one word, such as partly_agree"),
        "E-CSV-001": Sentence(vi: "không có tệp {file}", en: "there is no file {file}"),
        "E-CSV-002": Sentence(vi: "{file} không có cột '{column}'", en: "{file} has no column '{column}'"),
        "E-CSV-003": Sentence(
            vi: "biểu mẫu có 'frame' thì phải có 'key' để biết đơn vị nào đã báo cáo",
            en: "a form with a 'frame' needs a 'key', which tells the units that have answered"),
        "E-CSV-004": Sentence(
            vi: "{file}, dòng '{name}': '{value}' không phải số từ 0 trở lên",
            en: "{file}, row '{name}': '{value}' is not a number from 0 up"),
        "W-FRAME-001": Sentence(
            vi: "chưa có {file}, danh sách đơn vị phải báo cáo; chưa tính được tỷ lệ báo cáo",
            en: "there is no {file}, the list of units that should answer; coverage is not reported"),
        // Designs
        "E-DESIGN-001": Sentence(
            vi: "chỉ dùng 'post_stratify' hoặc 'rake', không dùng cả hai",
            en: "give 'post_stratify' or 'rake', not both"),
        "E-DESIGN-002": Sentence(
            vi: "chỉ dùng 'weight' hoặc 'population', không dùng cả hai",
            en: "give 'weight' or 'population', not both"),
        "E-DESIGN-003": Sentence(
            vi: "design \"{id}\": 'population' cần 'strata' là đúng một tên",
            en: "design \"{id}\": 'population' needs 'strata' with exactly one name"),
        // chiso.toml
        "E-CONFIG-001": Sentence(vi: "không có khóa cấu hình '{key}'", en: "unknown key '{key}'"),
        "E-CONFIG-002": Sentence(
            vi: "'{key}' phải viết dạng {expected}, không phải {found:type}",
            en: "'{key}' is to be written as {expected}, not as {found:type}"),
        "E-CONFIG-003": Sentence(
            vi: "'{key}': {value} không hợp lệ; cần: {allowed}",
            en: "'{key}': {value} does not fit; expected: {allowed}"),
        "E-CONFIG-004": Sentence(
            vi: "tệp cấu hình viết chưa đúng TOML: {text:toml}", en: "not valid TOML: {text:toml}"),
        "E-CONFIG-005": Sentence(
            vi: "chưa dùng được kho PostgreSQL (store.url); hãy dùng store.path",
            en: "a PostgreSQL store (store.url) cannot be used yet; use store.path"),
    ]
}
