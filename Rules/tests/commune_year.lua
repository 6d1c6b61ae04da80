-- Số liệu năm của xã.

local function figures(stage, day, changes)
  local c = {
    commune = "mo_duc", stage = stage, reported_on = day, budget_spent = 1000, sti_planned = 30, sti_budget = 12,
    sti_enterprises = 100, sti_other = 8, gross_product = 4000, gross_output = 10000, digital_output = 4200,
    models = 2, model = { { name = "Chợ số", recognised = true }, { name = "Vườn số", recognised = false } },
    advanced_new_rural = false,
  }
  for key, value in pairs(changes or {}) do c[key] = value end
  return c
end

test("chi cho khoa học không thể hơn tổng chi; ngày công nhận chỉ hỏi khi đã công nhận", function(t)
  local i = t:interview "commune_year"
  i:answer("budget_spent", 1000)
  t:check(i:refused("sti_budget", 1000.5))
  t:check(not i:refused("sti_budget", t.dont_know))
  i:answer("advanced_new_rural", false)
  t:check(not i:asked "advanced_new_rural_on")
  i:answer("advanced_new_rural", true)
  t:check(i:required "advanced_new_rural_on")
end)

test("mỗi mô hình một dòng, đủ như số đã khai", function(t)
  local i = t:interview "commune_year"
  i:answer("models", 2)
  t:equal(i:count "model", 2)
  i:row("model", 1):answer("name", "Chợ số")
  i:answer("models", 1)
  t:equal(i:count "model", 1)
end)

test("con số lấy từ số liệu lập gần nhất", function(t)
  t:record("commune_year", figures("first_half_estimate", "2026-06-01"))
  t:figure("sti_budget_share", { value = 1.2, status = "behind" })
  t:record("commune_year", figures("year_estimate", "2026-06-30", { sti_budget = 20 }))
  t:figure("sti_budget_share", { value = 2, status = "met" })
  t:figure("sti_product_share", { numerator = 128, denominator = 4000, value = 3.2 })
  t:figure("digital_economy_share", { value = 42 })
  t:figure("digital_economy_models", { value = 1 })
end)

test("xã nông thôn mới nâng cao: đạt từ ngày quyết định", function(t)
  t:record("commune_year", figures("final", "2026-06-30",
    { advanced_new_rural = true, advanced_new_rural_on = "2026-06-15" }))
  t:figure("advanced_new_rural", { date = "2026-06-15", status = "met" })
end)
