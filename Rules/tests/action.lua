-- Cập nhật nhiệm vụ, nhận xét cho báo cáo, sản phẩm OCOP.

test("nhiệm vụ đã xong thì không hỏi việc tiếp theo", function(t)
  local i = t:interview "action"
  i:answer("task", "III.2.3")
  i:answer("status", "under_way")
  t:check(i:asked "next_step")
  i:answer("status", "done")
  t:check(not i:asked "next_step")
end)

test("đúng tiến độ: đã xong, chưa quá hạn, hoặc thường xuyên và mới cập nhật", function(t)
  t:record("action", { task = "III.2.3", status = "under_way", result = "đang làm" })
  t:record("action", { task = "III.1.1", status = "under_way", result = "đã phát thanh", updated_on = "2026-01-10" })
  t:record("action", { task = "IV.1", status = "done", result = "đã ban hành", updated_on = "2026-04-02" })
  t:figure("tasks_on_schedule", { value = 100, n = 3 })
  t:today "2026-07-31"
  t:figure("tasks_on_schedule", { value = 100 / 3, by = { pillar = { ["IV"] = { value = 100 } } } })
end)

test("một nhận xét có chủ đề, kỳ và nội dung", function(t)
  local i = t:interview "comment"
  i:answer("topic", "funds")
  t:check(i:refused("period", "tháng 6"))
  i:answer("period", "2026-H1")
  t:equal(i:problems(), { "content" })
  i:answer("content", "Kinh phí đã được bố trí.")
  t:equal(i:complete().content, "Kinh phí đã được bố trí.")
end)

test("sản phẩm OCOP trên sàn thương mại điện tử", function(t)
  local i = t:interview "ocop_product"
  i:answer("product", "ocop01")
  i:answer("on_platform", true)
  i:complete()
  t:record("ocop_product", { product = "ocop02", on_platform = false })
  t:figure("ocop_online", { value = 50, n = 2, by = { product_kind = { ocop = { n = 2 } } } })
end)
