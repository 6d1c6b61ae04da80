extension Catalogue {
    /// What can be wrong in a script as it is read: its text, its declarations, the names it refers to.
    static let scripts: [String: Sentence] = [
        // Syntax
        "E-SYNTAX-001": Sentence(vi: "câu lệnh Lua chưa đúng: {text:lua}", en: "not valid Lua: {text:lua}"),
        "E-SYNTAX-002": Sentence(
            vi: "thiếu dấu phẩy ⟨sau {kind} \"{id}\" { … }¦trước '{found}'⟩",
            en: "a comma is missing ⟨after {kind} \"{id}\" { … }¦before '{found}'⟩"),
        "E-SYNTAX-003": Sentence(
            vi: "tệp này là mã Lua đã biên dịch; hãy dùng tệp nguồn dạng văn bản",
            en: "this is compiled Lua; give the source text instead"),
        "E-SYNTAX-004": Sentence(
            vi: "tệp quá lớn; hãy chia thành nhiều tệp nhỏ hơn",
            en: "the file is too large; divide it into smaller ones"),
        "E-SYNTAX-005": Sentence(
            vi: "tệp không phải UTF-8; hãy lưu lại với bảng mã UTF-8",
            en: "the file is not UTF-8; save it as UTF-8"),
        "E-SYNTAX-006": Sentence(
            vi: "thiếu {expected:token} trước {found:token}", en: "{expected:token} is missing before {found:token}"),
        "E-SYNTAX-007": Sentence(
            vi: "thiếu '{closer}' để đóng '{opener}' ở dòng {line}, trước {found:token}",
            en: "'{closer}' is missing, which closes '{opener}' of line {line}, before {found:token}"),
        "E-SYNTAX-008": Sentence(
            vi: "{found:token} không đứng được ở đây", en: "{found:token} cannot stand here"),
        "E-SYNTAX-009": Sentence(
            vi: "dấu ngoặc kép mở ở đây không được đóng trước khi hết dòng",
            en: "the quote that opens here is not closed on its line"),
        "E-SYNTAX-010": Sentence(
            vi: "văn bản hoặc chú thích dài mở bằng [[ ở đây không được đóng bằng ]]",
            en: "the long text or comment that opens with [[ here is never closed with ]]"),
        "E-SYNTAX-011": Sentence(vi: "'{found}' không phải số", en: "'{found}' is not a number"),
        "E-SYNTAX-012": Sentence(
            vi: "'{found}' không viết được trong ngoặc kép; muốn có dấu \\ hãy viết \\\\",
            en: "'{found}' means nothing within quotes; for a \\ write \\\\"),
        "E-SYNTAX-013": Sentence(
            vi: "tên '{name}' có chữ ngoài bảng chữ cái a–z; tên trong kịch bản chỉ dùng chữ không dấu",
            en: "the name '{name}' has letters beyond a–z; names in scripts are written without marks"),
        "E-SYNTAX-014": Sentence(
            vi: "ký tự '{found}' không dùng được ở đây", en: "the character '{found}' cannot be used here"),
        "E-SYNTAX-015": Sentence(
            vi: "break chỉ dùng được bên trong vòng lặp for, while hoặc repeat",
            en: "break stands within a for, while or repeat only"),
        "E-SYNTAX-016": Sentence(
            vi: "goto {name}: từ đây không thấy nhãn ::{name}::",
            en: "goto {name}: no label ::{name}:: can be seen from here"),
        "E-SYNTAX-017": Sentence(
            vi: "nhãn ::{name}:: đã có ở dòng {line}; hãy đặt tên khác",
            en: "the label ::{name}:: stands on line {line} already; give it another name"),
        "E-SYNTAX-018": Sentence(
            vi: "goto {name} nhảy qua chỗ khai báo biến '{variable}'; hãy khai báo biến trước goto",
            en: "goto {name} jumps over the declaration of '{variable}'; declare it before the goto"),
        "E-SYNTAX-019": Sentence(
            vi: "Lua không có thuộc tính <{name}>; chỉ có <const> và <close>",
            en: "Lua has no attribute <{name}>; there are <const> and <close>"),
        "E-SYNTAX-020": Sentence(
            vi: "một lệnh local chỉ được có một biến <close>", en: "one local can have one <close> variable only"),
        "E-SYNTAX-021": Sentence(
            vi: "'{name}' là hằng (<const>) nên không gán lại được",
            en: "'{name}' is constant (<const>) and cannot be assigned again"),
        "E-SYNTAX-022": Sentence(
            vi: "'...' chỉ dùng được trong hàm có '...' ở cuối danh sách tham số",
            en: "'...' stands only in a function that has '...' as its last parameter"),
        "E-SYNTAX-023": Sentence(
            vi: "hàm này có hơn {count} biến local; hãy chia thành nhiều hàm hoặc dùng một bảng",
            en: "this function has more than {count} local variables; divide it, or use a table"),
        "E-SYNTAX-024": Sentence(
            vi: "hàm này dùng hơn {count} biến của các hàm bên ngoài; hãy gom chúng vào một bảng",
            en: "this function uses more than {count} variables of the functions around it; put them into a table"),
        "E-SYNTAX-025": Sentence(
            vi: "lồng nhau quá sâu: Lua chỉ đọc được 200 mức; hãy tách bớt ra biến local",
            en: "nested too deeply: Lua goes down 200 levels; move parts into local variables"),
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
        "E-DECL-007": Sentence(
            vi: "{kind}: tệp trong Rules/lib không khai báo gì; hãy khai báo ở tệp gọi nó bằng require",
            en: "{kind}: files of Rules/lib declare nothing; declare it in the script that requires them"),
        "E-DECL-008": Sentence(
            vi: "{kind} \"{id}\" có mặt hai lần trong biểu mẫu; mỗi câu hỏi phải có tên riêng",
            en: "{kind} \"{id}\" stands twice in the form; each question needs a name of its own"),
        "E-DECL-009": Sentence(
            vi: "{kind} \"{id}\" không nằm trong biểu mẫu nào; hãy xem lại dấu } đứng trước nó",
            en: "{kind} \"{id}\" stands in no form; look for a } too early before it"),
        // Names
        "E-NAME-001": Sentence(
            vi: """
                tên '{name}' của {kind} không hợp lệ; chỉ dùng chữ không dấu, chữ số và dấu _ đơn, bắt đầu bằng \
                chữ, tối đa 40 ký tự
                """,
            en: """
                the name '{name}' ({kind}) does not fit; use plain letters, digits and single _, beginning with a letter, \
                40 characters at most
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
        "E-NAME-005": Sentence(
            vi: "'{name}' là số thứ tự của dòng trong bảng kê nên không dùng làm tên được",
            en: "'{name}' is the number of a row in its roster and cannot be a name"),
        "E-NAME-006": Sentence(
            vi: "'{name}' trong formerly đang là tên của một câu hỏi khác; tên cũ không được dùng lại",
            en: "'{name}' in formerly is the name of another question now; a former name is not used again"),
        // References
        "E-REF-001": Sentence(vi: "không có biểu mẫu hoặc bảng kê '{name}'", en: "there is no form or roster '{name}'"),
        "E-REF-002": Sentence(
            vi: "không phân tổ được theo '{name}' ở đây: không có chiều phân tổ hoặc trường phù hợp tên này",
            en: "'{name}' is no dimension or field that fits here"),
        "E-REF-003": Sentence(vi: "không có thiết kế mẫu (design) '{name}'", en: "there is no design '{name}'"),
        "E-REF-004": Sentence(
            vi: """
                indicator "{id}": hai thiết kế mẫu '{first}' và '{second}' cùng hợp với biểu mẫu {form}⟨, kỳ \
                {round}⟩; hãy ghi design = "{first}" hoặc design = false
                """,
            en: """
                indicator "{id}": two designs fit form {form}⟨ in {round}⟩, '{first}' and '{second}'; say design = \
                "{first}" or design = false
                """),
        "W-DESIGN-001": Sentence(
            vi: """
                indicator "{id}" sẽ không tính được⟨ ở kỳ {round}⟩: hai thiết kế mẫu '{first}' và '{second}' cùng hợp \
                với biểu mẫu {form}; hãy ghi design = "{first}" hoặc design = false
                """,
            en: """
                indicator "{id}" cannot be computed⟨ for {round}⟩: two designs fit form {form}, '{first}' and \
                '{second}'; say design = "{first}" or design = false
                """),
        "E-REF-005": Sentence(
            vi: "'{name}' không phải trường dùng được ở đây",
            en: "'{name}' is no field that fits here"),
        "E-REF-006": Sentence(vi: "không có biểu mẫu '{name}'", en: "there is no form '{name}'"),
        "E-REF-007": Sentence(vi: "không có chỉ tiêu '{name}'", en: "there is no indicator '{name}'"),
        "E-CYCLE-001": Sentence(
            vi: "các mục này tính vòng tròn lẫn nhau: {path}",
            en: "these follow from each other in a circle: {path}"),
        "E-REQUIRE-001": Sentence(vi: "không có tệp Rules/lib/{name}.lua", en: "there is no file Rules/lib/{name}.lua"),
        "E-REQUIRE-002": Sentence(
            vi: "Rules/lib/{name}.lua gọi lại chính nó, có thể qua tệp khác",
            en: "Rules/lib/{name}.lua requires itself, maybe through another file"),
    ]
}
