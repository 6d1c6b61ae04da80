-- Phiếu hài lòng: slips without a name.

test("phiếu hài lòng: ngày là hôm nay, chấm điểm hoặc từ chối", function(t)
  local i = t:interview "satisfaction"
  i:type("rated_on", "")
  t:equal(i:value "rated_on", today())
  i:answer("customer", "citizen")
  t:equal(i:choices "rating", { "1", "2", "3", "4", "5" })
  i:answer("rating", t.refused)
  i:complete()
  t:figure("satisfaction", { n = 0, missing = 1, value = false })
end)

test("hài lòng là chấm 4 hoặc 5 điểm, trong kỳ", function(t)
  t:record("satisfaction", { customer = "citizen", rating = "5" })
  t:record("satisfaction", { customer = "citizen", rating = "4" })
  t:record("satisfaction", { customer = "enterprise", rating = "3" })
  t:record("satisfaction", { customer = "citizen", rating = "1", rated_on = "2025-12-31" })
  t:figure("satisfaction", {
    value = 200 / 3, n = 3, by = { customer = { citizen = { value = 100, n = 2 }, enterprise = { value = 0 } } },
  })
  t:figure("satisfaction", { value = 0, n = 1 }, { period = "2025" })
end)
