-- Cảnh báo dịch vụ công: hồ sơ trực tuyến, phí, hài lòng: Rules/alerts/services.lua.
local testing = require "testing"
local month, office_month, by = testing.month, testing.office_month, testing.by

-- An agency's month with so many dossiers, of them online.
local function dossiers(t, id, received, online, changes)
  local a = {
    received = received, received_online = online, carried_over = 0, resolved = received, pending = 0,
    dossiers_digitised = 0, results_issued = 0, results_digitised = 0, results_electronic = 0, reuse_possible = 0,
    reused = 0,
  }
  for name, value in pairs(changes or {}) do a[name] = value end
  month(t, id, a)
end

-- Evaluates after a month was closed.
local function closed(t, id, day, rule, expected)
  t:close(id)
  t:today(day)
  return t:alert(rule, expected)
end

test("dossiers online: told when below the path for two months running", function(t)
  -- The path from 55 % (2025) to 100 % (2030): 59.44 % by 30 June 2026.
  dossiers(t, "2026-05", 100, 50)
  dossiers(t, "2026-06", 200, 118)
  closed(t, "2026-05", "2026-06-06", "procedures_online_low", { firing = 0, pending = 0 })
  closed(t, "2026-06", "2026-07-06", "procedures_online_low", {
    firing = 1, sent = 1,
    message = "Trung tâm Phục vụ hành chính công: 59,0 % hồ sơ trực tuyến trong tháng 6/2026 (trước đó 50,0 %), lộ "
      .. "trình cần 59,5 %. Việc đầu tiên: xem thủ tục nào còn nhận hồ sơ giấy nhiều nhất",
  })
  dossiers(t, "2026-07", 100, 90)
  closed(t, "2026-07", "2026-08-06", "procedures_online_low", { firing = 0, resolved = 1, sent = 1 })
end)

test("dossiers online: one bad month, or a month with fewer than 100 dossiers, is not told", function(t)
  dossiers(t, "2026-04", 100, 20)
  dossiers(t, "2026-05", 99, 20)
  dossiers(t, "2026-06", 100, 20)
  dossiers(t, "2026-07", 100, 59)
  dossiers(t, "2026-08", 100, 62)
  dossiers(t, "2026-09", 100, 20)
  closed(t, "2026-05", "2026-06-06", "procedures_online_low", { firing = 0 })
  closed(t, "2026-06", "2026-07-06", "procedures_online_low", { firing = 0 })
  closed(t, "2026-07", "2026-08-06", "procedures_online_low", { firing = 1 })
  closed(t, "2026-08", "2026-09-06", "procedures_online_low", { firing = 0, resolved = 1 })
  closed(t, "2026-09", "2026-10-06", "procedures_online_low", { firing = 0 })
end)

test("dossiers online: by agency; one that has not reported keeps its alert", function(t)
  t:language "en"
  for number = 5, 7 do
    local id = ("2026-%02d"):format(number)
    if number < 7 then dossiers(t, id, 100, 20) end
    dossiers(t, id, 200, 100, { agency = "police" })
  end
  local found = by(closed(t, "2026-06", "2026-07-06", "procedures_online_low", { firing = 2, sent = 1 }), "agency")
  t:equal(found.service_centre.message,
    "Public Administration Service Centre: 20.0% of the dossiers online in 6/2026 (before: 20.0%), the path needs "
      .. "59.5%. First: see which procedures still take most paper")
  t:equal(found.police.value, 50.0)
  closed(t, "2026-07", "2026-08-05", "procedures_online_low", { firing = 2, no_data = 1, sent = 0 })
  -- An agency without dossiers is no part of it.
  office_month(t, "health", "2026-07")
  t:today "2026-08-06"
  t:alert("procedures_online_low", { firing = 2 })
end)

test("fees online: a fall of more than ten points is told, one of ten is not", function(t)
  month(t, "2026-04", { fees_online = 270 })
  month(t, "2026-05", { fees_online = 240 })
  month(t, "2026-06", { fees_online = 209 })
  closed(t, "2026-05", "2026-06-06", "fees_online_fall", { firing = 0, pending = 0 })
  closed(t, "2026-06", "2026-07-06", "fees_online_fall", {
    firing = 1, sent = 1,
    message = "Phí, lệ phí nộp trực tuyến: 69,7 % trong tháng 6/2026, trước đó 80,0 % (giảm 10,3 điểm %). Việc đầu "
      .. "tiên: thử nộp một hồ sơ trên Cổng dịch vụ công, hỏi bộ phận một cửa",
  })
  month(t, "2026-07", { fees_online = 209 })
  closed(t, "2026-07", "2026-08-06", "fees_online_fall", { firing = 0, resolved = 1 })
end)

test("fees online: fewer than 200 fees in either month are too few to tell", function(t)
  month(t, "2026-03", { fees_due = 199, fees_online = 199 })
  month(t, "2026-04", { fees_due = 200, fees_online = 20 })
  month(t, "2026-05", { fees_due = 200, fees_online = 200 })
  month(t, "2026-06", { fees_due = 199, fees_online = 0 })
  closed(t, "2026-04", "2026-05-06", "fees_online_fall", { firing = 0 })
  closed(t, "2026-06", "2026-07-06", "fees_online_fall", { firing = 0 })
end)

test("fees online: a month in which one agency more has reported is not compared", function(t)
  month(t, "2026-05", { fees_online = 300 })
  month(t, "2026-06", { fees_online = 300 })
  month(t, "2026-06", { agency = "police", fees_online = 0 })
  closed(t, "2026-06", "2026-07-06", "fees_online_fall", { firing = 0, pending = 0 })
end)

test("fees online: told in English", function(t)
  t:language "en"
  month(t, "2026-05", { fees_online = 300 })
  month(t, "2026-06", { fees_online = 30 })
  closed(t, "2026-06", "2026-07-06", "fees_online_fall", {
    firing = 1,
    message = "Fees paid online: 10.0% in 6/2026, before 100.0% (down 90.0 points). First: try a payment on the "
      .. "portal, ask the counter",
  })
end)

-- So many slips of a month, the first ones content.
local function slips(t, id, count, content)
  for number = 1, count do
    t:record("satisfaction", {
      customer = "citizen", rating = number <= content and "5" or "2",
      rated_on = ("%s-%02d"):format(id, 10 + number % 10),
    })
  end
end

test("satisfaction: 98 % of three months is not above 98 %, and told after three days", function(t)
  slips(t, "2026-04", 20, 20)
  slips(t, "2026-05", 20, 19)
  slips(t, "2026-06", 10, 10)
  t:today "2026-07-01"
  t:alert("satisfaction_low", { pending = 1, firing = 0, sent = 0 })
  t:today "2026-07-03"
  t:alert("satisfaction_low", { pending = 1, firing = 0 })
  t:today "2026-07-04"
  t:alert("satisfaction_low", {
    firing = 1, sent = 1,
    message = "Hài lòng 98,0 %, cần trên 98,0 % (50 phiếu, tháng 4/2026 – tháng 6/2026). Việc đầu tiên: đọc các phiếu "
      .. "chấm 1–3 và gọi lại người dân",
  })
  -- The slips of April and May are no part of the three months before September.
  slips(t, "2026-08", 20, 20)
  t:today "2026-09-01"
  t:alert("satisfaction_low", { firing = 0, resolved = 1 })
end)

test("satisfaction: slips that came in late end what is pending, without a word", function(t)
  slips(t, "2026-06", 50, 49)
  t:today "2026-07-01"
  t:alert("satisfaction_low", { pending = 1 })
  slips(t, "2026-05", 5, 5)
  t:today "2026-07-03"
  t:alert("satisfaction_low", { pending = 0, firing = 0, sent = 0 })
end)

test("satisfaction: fewer than 30 slips are too few to tell, 30 are enough", function(t)
  t:language "en"
  slips(t, "2026-06", 29, 10)
  t:today "2026-07-01"
  t:alert("satisfaction_low", { pending = 0 })
  slips(t, "2026-05", 1, 0)
  t:today "2026-07-02"
  t:alert("satisfaction_low", { pending = 1 })
  t:today "2026-07-05"
  t:alert("satisfaction_low", {
    firing = 1,
    message = "33.3% satisfied, above 98.0% is needed (30 slips, 4/2026 – 6/2026). First: read the slips rated 1 to 3",
  })
end)

test("satisfaction: without a slip there is nothing to judge", function(t)
  t:today "2026-07-01"
  t:alert("satisfaction_low", { pending = 0, firing = 0, sent = 0 })
end)
