extension ModelScripts {
    /// A form with a question of most kinds, a key, a round and a roster.
    public func form(_ name: String) -> ScaffoldFile { file(.form, name, formTemplate(name)) }

    /// Nothing in a form may have the form's own name.
    private func formTemplate(_ name: String) -> String {
        func field(_ own: String) -> String { own == name.lowercased() ? own + "_1" : own }
        let record = LuaText.variable(of: name)
        return """
            --vi Biểu mẫu \(name).
            --vi Sửa câu hỏi, lưu, rồi chạy: chiso check, chiso interview \(name)
            --en The form \(name).
            --en Change the questions, save, then run: chiso check, chiso interview \(name)
            --vi Loại câu hỏi: text integer decimal yes_no select_one select_multiple rank date time datetime note
            --vi calculate geopoint barcode. Gom câu hỏi: group, roster.
            --en Questions: text integer decimal yes_no select_one select_multiple rank date time datetime note
            --en calculate geopoint barcode. Containers: group, roster.

            form "\(name)" {
              --vi Đổi cấu trúc câu hỏi sau khi đã có phiếu thì tăng số này.
              --en Raise it whenever questions change after records were collected.
              version = 1,
              label = { vi = "Phiếu mẫu: hãy đặt tên", en = "A model form: give it a name" },
              --vi Khóa: những câu cho biết phiếu là của đơn vị nào. Bỏ key: phiếu không của ai (như góp ý).
              --en The key: the questions that tell whose record it is. Without it, records are nobody's (as comments).
              key = { "\(field("code"))" },
              --vi Mỗi đơn vị một phiếu mỗi kỳ: once, day, month, quarter, half_year, year.
              --en One record a unit and round: once, day, month, quarter, half_year, year.
              round = "year",
              --vi "state": tình trạng, lấy phiếu mới nhất; "flow": số phát sinh trong kỳ, cộng lại.
              --en "state": how things stand, the latest record counts; "flow": what happened in a period, summed.
              measures = "state",
              --vi Danh sách đơn vị phải trả lời, nếu có: Surveys/choices/units.csv với một cột cho mỗi câu của khóa.
              --en Who should answer, if there is a list: Surveys/choices/units.csv with a column for each key question.
              -- frame = from_csv "units",

              text "\(field("code"))" {
                label = { vi = "Mã số đơn vị", en = "Number of the unit" },
                --vi pattern: mẫu (của Lua) mà cả câu trả lời phải khớp; %d+ là các chữ số.
                --en pattern: a Lua pattern that the whole answer must match; %d+ is digits.
                pattern = "%d+", required = true,
              },
              date "\(field("visited_on"))" {
                label = { vi = "Ngày hỏi", en = "Day of the visit" },
                --vi default: giá trị hiện sẵn.
                --en default: what stands there before anything is typed.
                default = function() return today() end,
                required = true,
              },

              group "\(field("situation"))" {
                label = { vi = "Tình hình", en = "Situation" },
                select_one "\(field("status"))" {
                  label = { vi = "Tình trạng hoạt động", en = "Status" },
                  --vi Danh sách dài thì để trong Surveys/choices/TÊN.csv và viết: choices = from_csv "TÊN"
                  --en A long list goes into Surveys/choices/NAME.csv: choices = from_csv "NAME"
                  choices = {
                    { "active",  vi = "Đang hoạt động", en = "Active" },
                    { "paused",  vi = "Tạm ngừng",      en = "Paused" },
                    { "stopped", vi = "Đã ngừng",       en = "Stopped" },
                  },
                  --vi special: được trả lời không biết, từ chối.
                  --en special: don't know and refused are answers too.
                  required = true, special = { "dont_know", "refused" },
                },
                text "\(field("reason"))" {
                  label = { vi = "Vì sao?", en = "Why?" },
                  --vi relevant: chỉ hỏi khi điều kiện đúng; không hỏi thì giá trị là nil.
                  --en relevant: asked only where it holds; what is not asked reads as nil.
                  relevant = function(\(record)) return \(record).\(field("status")) ~= "active" end,
                },
                yes_no "\(field("website"))" {
                  label = { vi = "Có trang thông tin điện tử?", en = "Has it a website?" },
                  hint = { vi = "Kể cả trang mạng xã hội", en = "A page on a social network counts" },
                  required = true, special = { "dont_know" },
                },
                integer "\(field("staff"))" {
                  label = { vi = "Số người làm việc", en = "Persons at work" },
                  --vi Ngoài min, max thì không nhận; warn không đúng thì hỏi lại.
                  --en Beyond min and max it is refused; where warn does not hold, it is asked back.
                  required = true, min = 0, max = 1000,
                  warn = function(value) return value <= 200 end,
                  warn_message = { vi = "Hơn 200 người: đúng không?", en = "More than 200: is that right?" },
                },
                integer "\(field("trained"))" {
                  label = { vi = "Trong đó đã được tập huấn", en = "Of these, trained" },
                  required = true, min = 0,
                  --vi constraint: điều giá trị phải thỏa; hàm nhận giá trị và phiếu.
                  --en constraint: what the value must fulfil; it gets the value and the record.
                  constraint = function(value, \(record)) return value <= \(record).\(field("staff")) end,
                  constraint_message = { vi = "Không thể hơn tổng số người", en = "Not more than all persons" },
                },
              },

              --vi roster: những câu hỏi lặp lại. Thêm count = function(\(record)) … end nếu biết trước số dòng.
              --en roster: questions asked once a row. Add count = function(\(record)) … end where their number is known.
              roster "\(field("product"))" {
                label = { vi = "Sản phẩm", en = "Product" },
                title = function(row) return row.\(field("title")) end,
                --vi personal = true: thông tin cá nhân, không ra khỏi kho nếu không yêu cầu rõ.
                --en personal = true: personal data, which never leaves the store unless asked for by name.
                text "\(field("title"))" { label = { vi = "Tên sản phẩm", en = "Name" }, required = true },
                decimal "\(field("sales"))" {
                  label = { vi = "Doanh thu (triệu đồng)", en = "Sales (million dong)" },
                  min = 0, special = { "dont_know", "refused" },
                },
              },

              --vi calculate: máy tính ra, không hỏi.
              --en calculate: worked out, never asked.
              calculate "\(field("sales_total"))" {
                label = { vi = "Tổng doanh thu", en = "Total sales" },
                calculation = function(\(record))
                  return sum(\(record).\(field("product")), function(row) return row.\(field("sales")) end)
                end,
              },
            }

            """
    }
}
