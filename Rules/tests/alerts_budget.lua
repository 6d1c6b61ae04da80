-- Cảnh báo chi cho KHCN, ĐMST, CĐS: Rules/alerts/budget.lua.
local testing = require "testing"
local commune_year, by = testing.commune_year, testing.by

-- The two alerts, by what is checked.
local function checks(t, expected) return by(t:alert("sti_spending_low", expected), "check") end

test("spending: the plan is judged from July, 40 % of it is enough", function(t)
  commune_year(t, "first_half_estimate", "2026-06-30", { sti_planned = 30, sti_budget = 11.99 })
  t:alert("sti_spending_low", { firing = 0, pending = 0 })
  t:today "2026-07-01"
  t:alert("sti_spending_low", {
    firing = 1, sent = 1,
    message = "Chi cho KHCN, ĐMST, CĐS bằng 40,0 % kế hoạch cả năm, cần ít nhất 40,0 % (số liệu ngày 30/06/2026). Việc "
      .. "đầu tiên: rà nhiệm vụ có dự toán mà chưa giải ngân; có số mới thì nhập bằng chiso interview commune_year",
  })
  commune_year(t, "year_estimate", "2026-07-02", { sti_planned = 30, sti_budget = 12 })
  t:today "2026-07-02"
  t:alert("sti_spending_low", { firing = 0, resolved = 1, sent = 1 })
end)

test("spending: the share of the budget is judged from October, 1.5 % is enough", function(t)
  t:language "en"
  commune_year(t, "first_half_estimate", "2026-06-30", { sti_planned = 30, sti_budget = 14.9 })
  t:today "2026-09-30"
  t:alert("sti_spending_low", { firing = 0 })
  t:today "2026-10-01"
  local found = checks(t, { firing = 1 })
  t:equal(found.plan, nil)
  t:equal(found.share.value, 1.49)
  t:equal(found.share.message,
    "Spent on it: 1.5% of the budget spent, at least 1.5% is needed (figures of 30/06/2026). First: see what is "
      .. "budgeted and not yet spent; enter newer figures by chiso interview commune_year")
  commune_year(t, "year_estimate", "2026-10-05", { sti_planned = 30, sti_budget = 15 })
  t:today "2026-10-05"
  t:alert("sti_spending_low", { firing = 0, resolved = 1 })
end)

test("spending: both are told at once, by the latest figures of the year", function(t)
  commune_year(t, "year_estimate", "2026-09-30", { sti_planned = 50, sti_budget = 10 })
  commune_year(t, "first_half_estimate", "2026-06-30", { sti_planned = 50, sti_budget = 25 })
  commune_year(t, "final", "2026-02-20", { sti_planned = 50, sti_budget = 50 })
  t:today "2026-10-10"
  local found = checks(t, { firing = 2, sent = 1 })
  t:equal(found.plan.value, 20.0)
  t:equal(found.share.value, 1.0)
  t:equal(found.plan.label, "kế hoạch cả năm")
  t:equal(found.share.label, "tổng chi ngân sách")
end)

test("spending: a year without figures is no alarm, and the alert of the year before is over", function(t)
  commune_year(t, "year_estimate", "2026-10-05", { sti_budget = 3 })
  t:today "2026-11-01"
  t:alert("sti_spending_low", { firing = 2 })
  t:today "2026-12-01"
  t:alert("sti_spending_low", { firing = 2, sent = 1 })
  t:today "2027-01-01"
  t:alert("sti_spending_low", { firing = 0, resolved = 2, no_data = 0 })
  t:today "2027-08-01"
  t:alert("sti_spending_low", { firing = 0, pending = 0 })
end)

test("spending: amounts that are not known, or a plan of nothing, are no data", function(t)
  commune_year(t, "first_half_estimate", "2026-06-30", { sti_budget = 3 })
  t:today "2026-07-10"
  t:alert("sti_spending_low", { firing = 1 })
  commune_year(t, "year_estimate", "2026-07-20", { sti_planned = t.dont_know })
  t:today "2026-07-20"
  t:alert("sti_spending_low", { firing = 1, no_data = 1 })
  commune_year(t, "final", "2026-08-01", { sti_planned = 0, sti_budget = 0 })
  t:today "2026-08-01"
  t:alert("sti_spending_low", { firing = 1, no_data = 1, sent = 0 })
end)

test("spending: where it is not known what was spent, nothing is told", function(t)
  commune_year(t, "year_estimate", "2026-09-30", { sti_budget = t.dont_know })
  t:today "2026-10-10"
  t:alert("sti_spending_low", { firing = 0, pending = 0 })
end)
