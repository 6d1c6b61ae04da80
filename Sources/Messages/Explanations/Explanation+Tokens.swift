extension Explanation {
    /// What texts, numbers, names and signs in scripts look like.
    static let tokens: [Explanation] = [
        Explanation(
            "E-SYNTAX-009",
            vi: """
                Văn bản mở bằng dấu ngoặc kép phải đóng ngay trên dòng ấy. Hãy thêm dấu " ở cuối. Văn bản dài nhiều \
                dòng thì viết trong [[ và ]].
                """,
            en: """
                A text that opens with a quote is closed on the same line. Add the " at its end. A text of several \
                lines is written between [[ and ]].
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ,
                  text "name" { label = "Tên chợ" },
                }
                """,
            mend: """
                  version = 1, label = "Phiếu chợ,
                """,
            to: """
                  version = 1, label = "Phiếu chợ",
                """),
        Explanation(
            "E-SYNTAX-010",
            vi: """
                Văn bản dài mở bằng [[ hoặc chú thích mở bằng --[[ kéo đến ]]. Không thấy ]] nên mọi thứ từ đó đến \
                cuối tệp bị coi là văn bản. Hãy thêm ]] ở chỗ kết thúc. Chú thích một dòng chỉ cần --.
                """,
            en: """
                A long text that opens with [[, or a comment with --[[, goes on until ]]. There is none, so that all \
                the rest of the file belongs to it. Add ]] where it ends. A comment of one line needs only --.
                """,
            wrong: """
                --[[ Phiếu này hỏi ban quản lý chợ.
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text "name" { label = "Tên chợ" },
                }
                """,
            mend: "--[[ Phiếu này hỏi ban quản lý chợ.",
            to: "-- Phiếu này hỏi ban quản lý chợ."),
        Explanation(
            "E-SYNTAX-011",
            vi: """
                Số trong kịch bản viết liền, không có dấu ngăn hàng nghìn, và dấu thập phân là dấu chấm: 1000000; 2.5. \
                Đơn vị đo không viết dính vào số.
                """,
            en: """
                Numbers in scripts have no separators for thousands, and the decimal sign is a point: 1000000, 2.5. A \
                unit is not written onto the number.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  integer "income" { label = "Doanh thu (đồng)", max = 1.000.000.000 },
                }
                """,
            mend: """
                  integer "income" { label = "Doanh thu (đồng)", max = 1.000.000.000 },
                """,
            to: """
                  integer "income" { label = "Doanh thu (đồng)", max = 1000000000 },
                """),
        Explanation(
            "E-SYNTAX-012",
            vi: """
                Trong ngoặc kép, dấu \\ mở đầu một ký hiệu đặc biệt như \\n (xuống dòng) hay \\" (dấu ngoặc kép). Ký \
                hiệu này máy không biết. Muốn có chính dấu \\ thì viết hai lần: \\\\.
                """,
            en: """
                Within quotes a \\ begins a special sign, such as \\n for a new line or \\" for a quote. This one is \
                unknown. For the \\ itself write it twice: \\\\.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ (D:\\Phieu)",
                  text "name" { label = "Tên chợ" },
                }
                """,
            mend: """
                  version = 1, label = "Phiếu chợ (D:\\Phieu)",
                """,
            to: """
                  version = 1, label = "Phiếu chợ (D:\\\\Phieu)",
                """),
        Explanation(
            "E-SYNTAX-013",
            vi: """
                Tên biến, tên thuộc tính chỉ dùng chữ a–z không dấu, chữ số và dấu _. Chữ tiếng Việt có dấu chỉ đứng \
                trong ngoặc kép. Tên thuộc tính của Chiso là tiếng Anh: label, required, choices …
                """,
            en: """
                Names of variables and properties have only the letters a–z, digits and _. Vietnamese letters stand \
                within quotes. The properties of Chiso are English words: label, required, choices …
                """,
            wrong: """
                local số_người_đông = 6
                indicator "big" {
                  label = "Hộ đông người", over = "household",
                  count = function(h) return h.members >= số_người_đông end,
                }
                """,
            right: """
                local many_members = 6
                indicator "big" {
                  label = "Hộ đông người", over = "household",
                  count = function(h) return h.members >= many_members end,
                }
                """),
        Explanation(
            "E-SYNTAX-014",
            vi: """
                Ký tự này Lua không có. Thường là dấu “ ” hay – do trình soạn văn bản tự đổi, hoặc dấu toán học: hãy \
                gõ " và -, viết >= thay ≥, ~= thay != hay ≠. Nên viết kịch bản bằng trình soạn thảo thuần văn bản.
                """,
            en: """
                Lua has no such character. Mostly a word processor has put “ ” or – in place of " and -, or it is a \
                mathematical sign: write >= for ≥, and ~= for != or ≠. A plain text editor is best for scripts.
                """,
            wrong: """
                indicator "big" {
                  label = "Hộ đông người", over = "household",
                  count = function(h) return h.members ≥ 6 end,
                }
                """,
            mend: "  count = function(h) return h.members ≥ 6 end,",
            to: "  count = function(h) return h.members >= 6 end,"),
        Explanation(
            "E-FILE-001",
            vi: """
                Tệp có đó nhưng máy không đọc được: thiếu quyền đọc, tên ấy là một thư mục, hoặc ổ đĩa có vấn đề. Lý \
                do ghi sau dấu hai chấm. Hãy mở thử tệp bằng trình soạn thảo, xem quyền của tệp, rồi chạy lại.
                """,
            en: """
                The file is there and cannot be read: there is no permission, it is a folder, or the disk is at fault. \
                The reason stands behind the colon. Try to open it in an editor, look at its permissions, and run the \
                command again.
                """),
    ]
}
