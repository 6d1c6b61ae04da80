extension Explanation {
    /// What a function may not read, or no longer.
    static let access: [Explanation] = [
        Explanation(
            "E-RUN-007",
            vi: """
                Kịch bản tự báo lỗi bằng error, và trước đó đã đọc một trường cá nhân. Lời báo lỗi có thể chứa tên \
                người, nên không được hiện ra. Hãy sửa điều làm nó báo lỗi; muốn thấy lời báo thì gọi error trước khi \
                đọc trường cá nhân.
                """,
            en: """
                The script stopped itself with error after it had read a personal field. Its words might hold a \
                person's name, and so are not shown. Mend what made it stop; to see the words, call error before a \
                personal field is read.
                """,
            wrong: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  roster "seller" {
                    label = "Người bán",
                    text "name" { label = "Họ tên", personal = true },
                    integer "age" {
                      label = "Tuổi",
                      constraint = function(value, s)
                        if value > 30 then error("lạ: " .. s.name) end
                        return true
                      end,
                    },
                  },
                }
                -- Rules/tests/t.lua
                test("hỏi chợ", function(t)
                  local i = t:interview "market"
                  i:add "seller"
                  i:answer("seller[1].name", "An")
                  i:answer("seller[1].age", 40)
                  i:complete()
                end)
                """,
            mend: """
                        if value > 30 then error("lạ: " .. s.name) end
                        return true
                """,
            to: "        return value >= 15 and value <= 100"),
        Explanation(
            "E-PERSONAL-001",
            vi: """
                Trường này ghi personal = true. Trong phân tổ, thông báo, báo cáo, giá trị ấy sẽ bị in ra, nên máy \
                không cho đọc. Hãy dùng một trường không cá nhân. Nếu thật sự phải in, ghi trong khai báo \
                uses_personal = { "ten" }: điều đó thấy được khi duyệt.
                """,
            en: """
                The field is personal = true. In a dimension, message or report its value would be printed, and so it \
                cannot be read. Use a field that is not personal. If it has to be printed, say uses_personal = { \
                "name" } in the declaration, where a reviewer sees it.
                """,
            wrong: """
                dimension "seller" {
                  label = "Người bán", over = "stall",
                  value = function(s) return s.owner end,
                }
                indicator "stalls" { label = "Số quầy", over = "stall", count = function(s) return true end }
                -- Surveys/s.lua
                form "stall" {
                  version = 1, label = "Phiếu quầy",
                  text "owner" { label = "Chủ quầy", personal = true },
                  select_one "goods" { label = "Hàng", choices = { { "fish", vi = "Cá" }, { "meat", vi = "Thịt" } } },
                }
                -- Rules/tests/t.lua
                test("theo người bán", function(t)
                  t:record("stall", { owner = "An", goods = "fish" })
                  t:figure("stalls", { by = { seller = { An = { value = 1 } } } })
                end)
                """,
            right: """
                indicator "stalls" { label = "Số quầy", over = "stall", count = function(s) return true end }
                -- Surveys/s.lua
                form "stall" {
                  version = 1, label = "Phiếu quầy",
                  text "owner" { label = "Chủ quầy", personal = true },
                  select_one "goods" { label = "Hàng", choices = { { "fish", vi = "Cá" }, { "meat", vi = "Thịt" } } },
                }
                -- Rules/tests/t.lua
                test("theo hàng", function(t)
                  t:record("stall", { owner = "An", goods = "fish" })
                  t:figure("stalls", { by = { goods = { fish = { value = 1 } } } })
                end)
                """),
        Explanation(
            "E-RECORD-001",
            vi: """
                Phiếu chỉ đọc được trong lúc hàm nhận nó đang chạy. Kịch bản đã cất phiếu lại (vào một bảng ở ngoài) \
                rồi đọc sau. Hãy cất giá trị cần dùng, không cất cả phiếu.
                """,
            en: """
                A record can be read only while the function that was given it runs. The script kept it, in a table \
                outside, and read it later. Keep the value that is needed and not the record.
                """,
            wrong: """
                local kept = {}
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text "name" { label = "Tên chợ" },
                  roster "seller" {
                    label = "Người bán", integer "age" { label = "Tuổi" },
                    calculate "is_old" {
                      calculation = function(s)
                        if s.age >= 60 then kept.seller = s end
                        return s.age >= 60
                      end,
                    },
                  },
                  calculate "has_old" { calculation = function(m) return kept.seller and kept.seller.age >= 60 end },
                }
                -- Rules/tests/t.lua
                test("hai chợ", function(t)
                  local i = t:interview "market"
                  i:add "seller"
                  i:answer("seller[1].age", 62)
                  local other = t:interview "market"
                  other:answer("name", "Chợ Đồng Cát")
                end)
                """,
            right: """
                form "market" {
                  version = 1, label = "Phiếu chợ",
                  text "name" { label = "Tên chợ" },
                  roster "seller" {
                    label = "Người bán", integer "age" { label = "Tuổi" },
                    calculate "is_old" { calculation = function(s) return s.age >= 60 end },
                  },
                  calculate "has_old" {
                    calculation = function(m) return any(m.seller, function(s) return s.is_old end) end,
                  },
                }
                -- Rules/tests/t.lua
                test("hai chợ", function(t)
                  local i = t:interview "market"
                  i:add "seller"
                  i:answer("seller[1].age", 62)
                  local other = t:interview "market"
                  other:answer("name", "Chợ Đồng Cát")
                end)
                """),
        Explanation(
            "E-OBJECT-001",
            vi: """
                Đối tượng (t, doc, data, một chỉ tiêu …) chỉ dùng được trong hàm nhận nó. Kịch bản đã cất lại rồi dùng \
                khi hàm ấy đã xong. Hãy cất con số, không cất đối tượng.
                """,
            en: """
                An object (t, doc, data, an indicator …) serves only within the function that was given it. The script \
                kept it and used it after that function had ended. Keep the number and not the object.
                """,
            wrong: """
                local last = {}
                alert "net_falls" {
                  watch = "net_share", period = "to_date",
                  when = function(now)
                    last.whole = last.whole or now.whole
                    return now.value < last.whole.value
                  end,
                  message = "Hộ có mạng giảm",
                }
                -- Rules/indicators/r.lua
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                -- Rules/tests/t.lua
                test("không giảm", function(t)
                  t:record("household", { no = "1", net = true })
                  t:alert("net_falls", { firing = 0 })
                  t:today "2026-07-01"
                  t:alert("net_falls", { firing = 0 })
                end)
                """,
            right: """
                alert "net_falls" {
                  watch = "net_share", period = "to_date",
                  when = function(now, before)
                    return now.value < before.value
                  end,
                  message = "Hộ có mạng giảm",
                }
                -- Rules/indicators/r.lua
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                -- Rules/tests/t.lua
                test("không giảm", function(t)
                  t:record("household", { no = "1", net = true })
                  t:alert("net_falls", { firing = 0 })
                  t:today "2026-07-01"
                  t:alert("net_falls", { firing = 0 })
                end)
                """),
    ]
}
