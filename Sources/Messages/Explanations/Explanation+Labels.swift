extension Explanation {
    /// What Lua checks besides its grammar.
    static let labels: [Explanation] = [
        Explanation(
            "E-SYNTAX-015",
            vi:
                "break ra khỏi vòng lặp gần nhất, nên chỉ đứng trong for, while hoặc repeat. Muốn thôi cả hàm hãy viết return.",
            en:
                "break leaves the nearest loop, so it stands within for, while or repeat. To leave a function write return.",
            wrong: """
                local function first(list)
                  if #list == 0 then break end
                  return list[1]
                end
                """,
            mend: "  if #list == 0 then break end",
            to: "  if #list == 0 then return nil end"),
        Explanation(
            "E-SYNTAX-016",
            vi:
                "goto nhảy tới một nhãn ::tên:: trong cùng hàm. Không thấy nhãn này: có thể gõ sai tên, hoặc nhãn ở hàm khác.",
            en: "goto jumps to a label ::name:: of the same function. There is none: the name may be misspelt.",
            wrong: """
                for i = 1, 3 do
                  if i == 2 then goto tiep end
                  tostring(i)
                  ::tiep_theo::
                end
                """,
            mend: "  ::tiep_theo::",
            to: "  ::tiep::"),
        Explanation(
            "E-SYNTAX-017",
            vi: "Hai nhãn cùng tên trong một hàm: goto không biết tới nhãn nào. Hãy đổi tên một nhãn.",
            en: "Two labels of one name in a function: goto could mean either. Rename one.",
            wrong: "do ::a:: tostring(1) ::a:: end", right: "do ::a:: tostring(1) ::b:: end"),
        Explanation(
            "E-SYNTAX-018",
            vi: "goto không được nhảy qua chỗ khai báo một biến local còn dùng sau nhãn. Hãy khai báo biến trước goto.",
            en: "goto may not jump over the declaration of a local that is in use behind the label. Declare it before.",
            wrong: """
                do
                  goto xong
                  local x = 1
                  ::xong::
                  tostring(x)
                end
                """,
            mend: """
                  goto xong
                  local x = 1
                """,
            to: """
                  local x = 1
                  goto xong
                """),
        Explanation(
            "E-SYNTAX-019",
            vi: "Sau tên biến local chỉ có thể có <const> (không gán lại) hoặc <close>.",
            en: "After the name of a local only <const> (never assigned again) or <close> can stand.",
            wrong: "local muc <constant> = 30", right: "local muc <const> = 30"),
        Explanation(
            "E-SYNTAX-020",
            vi: "Mỗi lệnh local chỉ có một biến <close>. Hãy tách thành hai lệnh.",
            en: "A local statement has one <close> variable only. Write two statements.",
            wrong: "local a <close>, b <close> = nil, nil", right: "local a <close> = nil\nlocal b <close> = nil"),
        Explanation(
            "E-SYNTAX-021",
            vi: "Biến <const> giữ nguyên giá trị từ khi khai báo. Bỏ <const> nếu cần gán lại, hoặc dùng biến khác.",
            en: "A <const> variable keeps its value. Leave <const> out to assign it again, or take another variable.",
            wrong: "local muc <const> = 30\nmuc = 50", right: "local muc = 30\nmuc = 50"),
        Explanation(
            "E-SYNTAX-022",
            vi: "'...' là các tham số còn lại của hàm, chỉ có trong hàm khai báo '...' ở cuối danh sách tham số.",
            en: "'...' stands for the further arguments of a function that has '...' as its last parameter.",
            wrong: "local function tong(a) return select('#', ...) + a end",
            right: "local function tong(a, ...) return select('#', ...) + a end"),
        Explanation(
            "E-SYNTAX-023",
            vi: "Lua chỉ cho 200 biến local trong một hàm (hay một tệp). Hãy gom vào một bảng hoặc tách hàm.",
            en: "Lua allows 200 local variables in a function (or file). Put them into a table, or divide the function."
        ),
        Explanation(
            "E-SYNTAX-024",
            vi: "Một hàm chỉ dùng được 255 biến của các hàm bên ngoài. Hãy gom chúng vào một bảng.",
            en: "A function can use 255 variables of the functions around it. Put them into a table."),
        Explanation(
            "E-SYNTAX-025",
            vi: "Biểu thức hoặc khối lệnh lồng quá 200 mức, thường do thiếu dấu đóng. Hãy tách bớt ra biến local.",
            en: "Expressions or blocks nest more than 200 levels deep, mostly for want of a closing sign. Use locals."),
    ]
}
