extension Explanation {
    /// What an indicator computes.
    static let figures: [Explanation] = [
        Explanation(
            "E-PROP-009",
            vi: """
                Chỉ tiêu có derive được tính từ các chỉ tiêu khác, không đọc phiếu nào, nên over, among, design, \
                latest, dont_know không dùng được ở đây. Hãy đặt chúng ở các chỉ tiêu nguồn.
                """,
            en: """
                An indicator with derive is made from others and reads no records, so that over, among, design, latest \
                and dont_know mean nothing to it. Put them into the indicators it is made from.
                """,
            wrong: """
                indicator "with_net" {
                  label = "Hộ có mạng", over = "household", component = true, unit = "number",
                  count = function(h) return h.net end,
                }
                indicator "net_tens" {
                  label = "Chục hộ có mạng", over = "household", unit = "number",
                  derive = function(i) return i.with_net.value / 10 end,
                }
                """,
            mend: """
                  label = "Chục hộ có mạng", over = "household", unit = "number",
                """,
            to: """
                  label = "Chục hộ có mạng", unit = "number",
                """),
        Explanation(
            "E-PROP-010",
            vi: """
                Một chỉ tiêu tính đúng một thứ: tỷ lệ (share), số lượng (count), trung bình (mean), tổng (total) … Ở \
                đây không có cách tính nào, hoặc có hai. Hãy giữ một; con số thứ hai thì khai báo thành chỉ tiêu khác.
                """,
            en: """
                An indicator computes exactly one thing: a share, a count, a mean, a total … Here is none, or there \
                are two. Keep one; the second figure is an indicator of its own.
                """,
            wrong: """
                indicator "net" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                  count = function(h) return h.net end,
                }
                """,
            right: """
                indicator "net_share" {
                  label = "Tỷ lệ hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                }
                indicator "net_count" {
                  label = "Số hộ có mạng", over = "household",
                  count = function(h) return h.net end,
                }
                """),
        Explanation(
            "E-PROP-012",
            vi: """
                Mục tiêu (target) phải so theo đúng một cách: at_least (ít nhất), above (trên), at_most (nhiều nhất), \
                below (dưới), hoặc between = { a, b }. Ở đây không có cách nào, hoặc có hai. Muốn trong khoảng thì \
                dùng between.
                """,
            en: """
                A target compares in exactly one way: at_least, above, at_most, below, or between = { a, b }. Here is \
                none, or there are two. For a range use between.
                """,
            wrong: """
                indicator "net_share" {
                  label = "Hộ có mạng", over = "household",
                  share = function(h) return h.net end,
                  target = { at_least = 80, at_most = 100, by = 2030 },
                }
                """,
            mend: "  target = { at_least = 80, at_most = 100, by = 2030 },",
            to: "  target = { at_least = 80, by = 2030 },"),
        Explanation(
            "E-RESULT-001",
            vi: """
                Công thức cho ra giá trị không đúng loại. share và count cần một điều kiện, cho true hoặc false; mean, \
                total, ratio cần một số; milestone cần một ngày; hàm watch của cảnh báo cần một danh sách dòng. Điều \
                kiện về số thì phải viết thành phép so sánh.
                """,
            en: """
                The formula gave a value of the wrong kind. share and count need a condition, true or false; mean, \
                total and ratio a number; milestone a date; the watch function of an alert a list of rows. A condition \
                on a number is written as a comparison.
                """,
            wrong: """
                indicator "big_share" {
                  label = "Hộ đông người", over = "household",
                  share = function(h) return h.members end,
                }
                -- Rules/tests/t.lua
                test("hộ đông người", function(t)
                  t:record("household", { no = "1", members = 7 })
                  t:figure("big_share", { value = 100 })
                end)
                """,
            mend: "  share = function(h) return h.members end,",
            to: "  share = function(h) return h.members >= 6 end,"),
        Explanation(
            "E-RESULT-002",
            vi: """
                Tổng hoặc tỷ số lớn đến mức máy không viết được nữa. Số liệu thật không bao giờ như vậy: hãy xem lại \
                phép tính, thường là lũy thừa (^) hoặc nhân nhầm nhiều lần.
                """,
            en: """
                A sum or ratio is so large that no number can hold it. Real data never are: look at the formula, \
                mostly at a power (^) or a product that was taken too often.
                """,
            wrong: """
                indicator "area" {
                  label = "Tổng diện tích", over = "household", unit = "m²",
                  total = function(h) return h.members * 10 ^ 308 end,
                }
                -- Rules/tests/t.lua
                test("tổng diện tích", function(t)
                  t:record("household", { no = "1", members = 1 })
                  t:record("household", { no = "2", members = 1 })
                  t:figure("area", { n = 2 })
                end)
                """,
            right: """
                indicator "area" {
                  label = "Tổng diện tích", over = "household", unit = "m²",
                  total = function(h) return h.members * 10 end,
                }
                -- Rules/tests/t.lua
                test("tổng diện tích", function(t)
                  t:record("household", { no = "1", members = 1 })
                  t:record("household", { no = "2", members = 1 })
                  t:figure("area", { value = 20, n = 2 })
                end)
                """),
        Explanation(
            "E-DERIVE-001",
            vi: """
                derive lấy con số của cả xã từ chỉ tiêu nguồn. Chỉ tiêu nguồn tính trên mẫu mà design không có quyền \
                số, nên chỉ biết số của riêng các hộ được hỏi. Hãy thêm weight hoặc population vào design.
                """,
            en: """
                derive takes the figure of the whole commune from its source. The source is of a sample whose design \
                has no weights, so that only the households asked are known. Give the design a weight or a population.
                """,
            wrong: """
                design "sample" { form = "household", strata = "village" }
                indicator "with_net" { label = "Hộ có mạng", over = "household", count = function(h) return h.net end }
                indicator "net_tens" {
                  label = "Chục hộ có mạng", unit = "number",
                  derive = function(i) return i.with_net.value / 10 end,
                }
                -- Rules/tests/t.lua
                test("chục hộ", function(t)
                  for n = 1, 2 do t:record("household", { no = "" .. n, village = "dt1", net = true }) end
                  t:figure("net_tens", { value = 2 })
                end)
                """,
            right: """
                design "sample" {
                  form = "household", strata = "village", population = from_csv("villages", "households"),
                }
                indicator "with_net" { label = "Hộ có mạng", over = "household", count = function(h) return h.net end }
                indicator "net_tens" {
                  label = "Chục hộ có mạng", unit = "number",
                  derive = function(i) return i.with_net.value / 10 end,
                }
                -- Surveys/choices/villages.csv
                name,households
                dt1,20
                -- Rules/tests/t.lua
                test("chục hộ", function(t)
                  for n = 1, 2 do t:record("household", { no = "" .. n, village = "dt1", net = true }) end
                  t:figure("net_tens", { value = 2 })
                end)
                """),
    ]
}
