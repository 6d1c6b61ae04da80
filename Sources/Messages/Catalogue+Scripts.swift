extension Catalogue {
    /// What can be wrong in a script as it is read: its text, its declarations, the names it refers to.
    static let scripts: [String: Sentence] = [
        // Syntax
        "E-SYNTAX-001": Sentence(vi: "câu lệnh Lua chưa đúng: {text}", en: "not valid Lua: {text}"),
        "E-SYNTAX-002": Sentence(
            vi: "thiếu dấu phẩy ⟨sau {kind} \"{id}\" { … }¦trước '{kind}'⟩",
            en: "a comma is missing ⟨after {kind} \"{id}\" { … }¦before '{kind}'⟩"),
        "E-SYNTAX-003": Sentence(
            vi: "tệp này là mã Lua đã biên dịch; hãy dùng tệp nguồn dạng văn bản",
            en: "this is compiled Lua; give the source text instead"),
        "E-SYNTAX-004": Sentence(
            vi: "tệp quá lớn; hãy chia thành nhiều tệp nhỏ hơn",
            en: "the file is too large; divide it into smaller ones"),
        "E-SYNTAX-005": Sentence(
            vi: "tệp không phải UTF-8; hãy lưu lại với bảng mã UTF-8",
            en: "the file is not UTF-8; save it as UTF-8"),
        "E-FILE-001": Sentence(vi: "không đọc được {file}: {text:reason}", en: "{file} cannot be read: {text:reason}"),
        // Declarations
        "E-DECL-001": Sentence(
            vi: "{kind} \"{id}\" đã được khai báo tại {first}; hãy đặt tên khác",
            en: "{kind} \"{id}\" is already declared at {first}; give it another name"),
        "E-DECL-002": Sentence(
            vi: "khai báo {kind} \"{id}\" thiếu phần { }; hãy viết {kind} \"{id}\" { … }",
            en: "{kind} \"{id}\" lacks its { }; write {kind} \"{id}\" { … }"),
        "E-DECL-003": Sentence(
            vi: "sau {kind} phải là tên trong ngoặc kép, không phải {found:type}; hãy viết {kind} \"ten\" { … }",
            en: "{kind} must be followed by a name in quotes, not by {found:type}; write {kind} \"name\" { … }"),
        "E-DECL-004": Sentence(
            vi: "{kind} \"{id}\" không đặt được bên trong {outer}",
            en: "{kind} \"{id}\" cannot stand within {outer}"),
        "E-DECL-005": Sentence(
            vi: "⟨{kind}: ⟩chỉ khai báo được khi tệp đang được đọc, không khai báo trong hàm chạy sau",
            en: "⟨{kind}: ⟩declarations are made while the script loads, not in a function that runs later"),
        "E-DECL-006": Sentence(
            vi: "sau {kind} \"{id}\" phải là { … } (với test là một hàm), không phải {found:type}",
            en: "{kind} \"{id}\" must be followed by { … } (a test by a function), not by {found:type}"),
        // Names
        "E-NAME-001": Sentence(
            vi: """
                tên '{name}' của {kind} không hợp lệ; chỉ dùng chữ không dấu, chữ số và dấu _ đơn, bắt đầu bằng \
                chữ, tối đa 40 ký tự
                """,
            en: """
                '{name}' cannot name a {kind}; use plain letters, digits and single _, beginning with a letter, 40 \
                characters at most
                """),
        "E-NAME-002": Sentence(
            vi: "'{name}' là từ riêng của Lua nên không dùng làm tên được",
            en: "'{name}' is a word of Lua itself and cannot be a name"),
        "E-NAME-003": Sentence(
            vi: "'{name}' là tên của biểu mẫu hoặc bảng kê bên ngoài; hãy đặt tên khác",
            en: "'{name}' already names the form or roster around it; choose another name"),
        "E-NAME-004": Sentence(
            vi: "{kind} \"{id}\" có hơn 750 trường trong một phiếu hoặc một bảng kê; hãy tách bớt",
            en: "{kind} \"{id}\" has more than 750 fields in one record or roster; divide it"),
        // References
        "E-REF-001": Sentence(vi: "không có biểu mẫu hoặc bảng kê '{name}'", en: "there is no form or roster '{name}'"),
        "E-REF-002": Sentence(
            vi: "không phân tổ được theo '{name}' ở đây: không có chiều phân tổ hoặc trường phù hợp tên này",
            en: "'{name}' is no dimension or field that fits here"),
        "E-REF-003": Sentence(vi: "không có thiết kế mẫu (design) '{name}'", en: "there is no design '{name}'"),
        "E-REF-004": Sentence(
            vi: """
                indicator "{id}": hai thiết kế mẫu '{first}' và '{second}' cùng hợp với biểu mẫu {form}; hãy \
                ghi design = "{first}" hoặc design = false
                """,
            en: """
                indicator "{id}": two designs fit form {form}, '{first}' and '{second}'; say design = \
                "{first}" or design = false
                """),
        "E-REF-005": Sentence(
            vi: "'{name}' không phải trường dùng được ở đây",
            en: "'{name}' is no field that fits here"),
        "E-REF-006": Sentence(vi: "không có biểu mẫu '{name}'", en: "there is no form '{name}'"),
        "E-CYCLE-001": Sentence(
            vi: "các mục này tính vòng tròn lẫn nhau: {path}",
            en: "these follow from each other in a circle: {path}"),
        "E-REQUIRE-001": Sentence(vi: "không có tệp Rules/lib/{name}.lua", en: "there is no file Rules/lib/{name}.lua"),
        "E-REQUIRE-002": Sentence(
            vi: "Rules/lib/{name}.lua gọi lại chính nó, có thể qua tệp khác",
            en: "Rules/lib/{name}.lua requires itself, maybe through another file"),
    ]
}
