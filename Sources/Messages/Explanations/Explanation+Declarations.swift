extension Explanation {
    /// What is declared, where it stands, and what it is called.
    static let declarations: [Explanation] = [
        Explanation(
            "E-DECL-001",
            vi: """
                Mỗi tên chỉ dùng một lần cho một loại: hai câu hỏi trong một phiếu, hai chỉ tiêu, hai cảnh báo không \
                được trùng tên, kể cả chỉ khác chữ hoa chữ thường. Nơi khai báo trước được nêu trong thông báo. Thường \
                là chép một đoạn rồi quên đổi tên.
                """,
            en: """
                A name serves once for its kind: no two questions of a form, no two indicators or alerts have the \
                same, whatever the case of their letters. The message tells where it is declared first. Mostly a part \
                was copied and its name left as it was.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text "name" { label = "Tên chợ" },
                  text "name" { label = "Tên trưởng ban quản lý" },
                }
                """,
            mend: """
                  text "name" { label = "Tên trưởng ban quản lý" },
                """,
            to: """
                  text "manager" { label = "Tên trưởng ban quản lý" },
                """),
        Explanation(
            "E-DECL-002",
            vi: """
                Mỗi khai báo gồm loại, tên trong ngoặc kép, rồi phần nội dung trong { }. Ở đây mới có tên. Nếu { } ở \
                ngay sau thì xem lại dấu phẩy thừa đứng trước dấu {.
                """,
            en: """
                A declaration is its kind, its name in quotes, and its content in { }. Here is only the name. If the { \
                } follows, look for a comma before the {.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text "name",
                }
                """,
            mend: """
                  text "name",
                """,
            to: """
                  text "name" { label = "Tên chợ" },
                """),
        Explanation(
            "E-DECL-003",
            vi: """
                Sau loại khai báo (form, text, indicator …) phải là tên viết trong ngoặc kép. Máy gặp thứ khác: thường \
                là quên tên, hoặc quên ngoặc kép.
                """,
            en: """
                After the kind of a declaration (form, text, indicator …) comes its name in quotes. Something else \
                stands there: mostly the name or its quotes were left out.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text { label = "Tên chợ" },
                }
                """,
            mend: """
                  text { label = "Tên chợ" },
                """,
            to: """
                  text "name" { label = "Tên chợ" },
                """),
        Explanation(
            "E-DECL-004",
            vi: """
                Khai báo này đặt nhầm chỗ. Câu hỏi chỉ nằm trong form, group hoặc roster; chỉ tiêu, cảnh báo, báo cáo \
                đứng riêng, không nằm trong khai báo khác. Thường là thiếu một dấu } ở khai báo trước, nên khai báo \
                sau bị coi là nằm trong nó.
                """,
            en: """
                This declaration stands in the wrong place. Questions stand in a form, group or roster; indicators, \
                alerts and reports stand by themselves. Mostly the declaration before lacks its }, and so this one is \
                taken to be within it.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text "name" { label = "Tên chợ",
                    integer "stalls" { label = "Số quầy" },
                  },
                }
                """,
            mend: """
                  text "name" { label = "Tên chợ",
                    integer "stalls" { label = "Số quầy" },
                  },
                """,
            to: """
                  text "name" { label = "Tên chợ" },
                  integer "stalls" { label = "Số quầy" },
                """),
        Explanation(
            "E-DECL-005",
            vi: """
                Khai báo chỉ được đọc khi tệp được mở. Hàm của công thức hay bài thử chạy sau đó, nên khai báo trong \
                hàm không có tác dụng. Hãy đưa khai báo ra ngoài hàm.
                """,
            en: """
                Declarations are read as a file is opened. Functions of formulas and tests run later, when nothing can \
                be declared any more. Move the declaration out of the function.
                """,
            wrong: """
                test("hộ có mạng", function(t)
                  indicator "net_share" {
                    label = "Hộ có mạng", over = "household",
                    share = function(h) return h.net end,
                  }
                  t:record("household", { no = "1", net = true })
                  t:figure("net_share", { value = 100 })
                end)
                """,
            right: """
                test("hộ có mạng", function(t)
                  t:record("household", { no = "1", net = true })
                  t:figure("net_share", { value = 100 })
                end)
                -- Rules/indicators/r.lua
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                """),
        Explanation(
            "E-DECL-006",
            vi: """
                Sau tên của một khai báo phải là nội dung trong { }. Riêng test nhận một hàm: test("tên", function(t) \
                … end).
                """,
            en: """
                After the name of a declaration comes its content in { }. Only a test takes a function: test("name", \
                function(t) … end).
                """,
            wrong: """
                test("hộ có mạng", {
                  record = { no = "1", net = true },
                })
                """,
            right: """
                test("hộ có mạng", function(t)
                  local h = t:record("household", { no = "1", net = true })
                  t:check(h.net)
                end)
                """),
        Explanation(
            "E-DECL-007",
            vi: """
                Tệp trong Rules/lib chỉ chứa hàm và bảng dùng chung; mỗi tệp gọi nó có một bản riêng, nên khai báo ở \
                đó sẽ bị lặp. Hãy khai báo trong tệp của biểu mẫu, chỉ tiêu …; trong Rules/lib chỉ để phần dùng chung.
                """,
            en: """
                Files of Rules/lib hold functions and tables for others; each script that requires one gets its own, \
                so that a declaration would be made again and again. Declare in the form's or indicator's file, and \
                leave in Rules/lib what is shared.
                """,
            wrong: """
                -- Rules/lib/nets.lua
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                """,
            right: """
                -- Rules/lib/nets.lua
                local nets = {}
                function nets.has_net(h) return h.net end
                return nets
                -- Rules/indicators/r.lua
                local nets = require "nets"
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = nets.has_net }
                """),
        Explanation(
            "E-DECL-008",
            vi: """
                Một câu hỏi được cất vào biến rồi đặt vào biểu mẫu hai lần. Mỗi câu trong phiếu có tên riêng và chỉ \
                hỏi một lần. Muốn hai câu giống nhau thì viết một hàm tạo câu hỏi, mỗi lần gọi với một tên khác.
                """,
            en: """
                A question was kept in a variable and put into the form twice. Each question has its own name and \
                stands once. For two alike write a function that makes the question, and call it with two names.
                """,
            wrong: """
                local phone = text "phone" { label = "Số điện thoại" }
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  phone, phone,
                }
                """,
            right: """
                local function phone(name, label) return text(name) { label = label } end
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  phone("phone", "Điện thoại bàn"), phone("mobile", "Điện thoại di động"),
                }
                """),
        Explanation(
            "E-DECL-009",
            vi: """
                Câu hỏi này đứng ngoài mọi biểu mẫu nên không phiếu nào hỏi nó. Thường là dấu } đóng biểu mẫu đứng quá \
                sớm. Hãy dời dấu } xuống sau câu hỏi cuối cùng.
                """,
            en: """
                This question stands outside of every form, so that nobody asks it. Mostly the } that closes the form \
                comes too early. Move it below the last question.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text "name" { label = "Tên chợ" },
                }
                integer "stalls" { label = "Số quầy" }
                """,
            mend: """
                }
                integer "stalls" { label = "Số quầy" }
                """,
            to: """
                  integer "stalls" { label = "Số quầy" },
                }
                """),
        Explanation(
            "E-REQUIRE-001",
            vi: """
                require "ten" tìm tệp Rules/lib/ten.lua và không thấy. Hãy xem lại tên tệp: không ghi đuôi .lua, không \
                ghi thư mục, chữ hoa chữ thường phải đúng.
                """,
            en: """
                require "name" looks for Rules/lib/name.lua, and there is none. Look at the name again: without .lua, \
                without a folder, and with the same capitals.
                """,
            wrong: """
                local nets = require "net"
                indicator "net_share" { label = "Hộ có mạng", over = "household", share = nets.has_net }
                -- Rules/lib/nets.lua
                return { has_net = function(h) return h.net end }
                """,
            mend: """
                local nets = require "net"
                """,
            to: """
                local nets = require "nets"
                """),
        Explanation(
            "E-REQUIRE-002",
            vi: """
                Tệp này cần tệp kia, mà tệp kia lại cần tệp này, nên không tệp nào đọc xong trước được. Hãy chuyển \
                phần cả hai cùng dùng sang một tệp thứ ba.
                """,
            en: """
                One file requires another, which requires the first again, so that neither can be read to its end. \
                Move what both need into a third file.
                """,
            wrong: """
                -- Rules/lib/ages.lua
                local limits = require "limits"
                return { adult = limits.adult }
                -- Rules/lib/limits.lua
                local ages = require "ages"
                return { adult = 18, ages = ages }
                """,
            mend: """
                local ages = require "ages"
                return { adult = 18, ages = ages }
                """,
            to: "return { adult = 18 }"),
    ]
}
