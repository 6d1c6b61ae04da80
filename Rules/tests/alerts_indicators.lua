-- Cảnh báo chỉ tiêu chậm: Rules/alerts/indicators.lua.
local testing = require "testing"
local by = testing.by

test("indicators: nothing is told before a period is closed", function(t)
  testing.commune_year(t, "first_half_estimate", "2026-06-30")
  t:today "2026-07-05"
  t:alert("indicator_behind", { firing = 0, pending = 0, sent = 0 })
end)

test("indicators: at the close of a period what is behind is told, a message for each pillar", function(t)
  testing.commune_year(t, "first_half_estimate", "2026-06-30", { digital_output = 1450 })
  for number = 1, 24 do
    local part = number <= 6 and "md" or number <= 12 and "dt" or number <= 18 and "dh" or "dp"
    testing.village(t, part .. ((number - 1) % 6 + 1), { households = 100, households_1gbps = 41 })
  end
  t:close "2026-H1"
  t:today "2026-07-05"
  local evaluated = t:alert("indicator_behind", { firing = 3, sent = 2 })
  local found = by(evaluated, "indicator")
  -- The path of 1 Gb/s stands at 41.4 % by 30 June, that of the digital economy at 14.8 %.
  t:equal(found.broadband_1gbps_access.message,
    "Khả năng truy nhập băng rộng cố định trên 1 Gb/s (II.3.1.1): 41,0 %, lộ trình cần 41,4 % (thiếu 0,4 điểm %), 6 "
      .. "tháng đầu năm 2026. Làm trước: Phòng Văn hóa – Xã hội")
  t:equal(found.sti_budget_share.value, 1.2)
  t:equal(found.digital_economy_share.state, "firing")
  t:equal(found.coverage_5g, nil)
end)

test("indicators: what stands on its path, or has no target or figures, is not told", function(t)
  testing.commune_year(t, "first_half_estimate", "2026-06-30", { sti_budget = 15, sti_enterprises = 150 })
  t:close "2026-H1"
  t:today "2026-07-05"
  t:alert("indicator_behind", { firing = 0, pending = 0, sent = 0 })
end)

test("indicators: over where the next period is closed with better figures", function(t)
  t:language "en"
  testing.commune_year(t, "first_half_estimate", "2026-06-30")
  t:close "2026-H1"
  t:today "2026-07-05"
  t:alert("indicator_behind", {
    firing = 1,
    message = "Budget spent on science, innovation, digital (II.3.3.1): 1.2%, the path needs 1.5% (short by 0.3 "
      .. "points), the first half of 2026. Who acts first: Economic Division",
  })
  testing.commune_year(t, "year_estimate", "2026-12-20", { sti_budget = 20, sti_enterprises = 150 })
  t:today "2027-01-05"
  t:alert("indicator_behind", { firing = 1, sent = 0 })
  t:close "2026-H2"
  t:today "2027-01-06"
  t:alert("indicator_behind", { firing = 0, resolved = 1, sent = 1 })
end)

test("indicators: figures that are gone leave the alert as it is", function(t)
  testing.commune_year(t, "first_half_estimate", "2026-06-30")
  t:close "2026-H1"
  t:today "2026-07-05"
  t:alert("indicator_behind", { firing = 1 })
  t:close "2027-H2"
  t:today "2028-07-05"
  t:alert("indicator_behind", { firing = 1, no_data = 1 })
end)
