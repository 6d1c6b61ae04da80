-- Cảnh báo kết quả điều tra hộ: giảm rõ rệt, thôn thấp hơn hẳn toàn xã: Rules/alerts/survey.lua.
local testing = require "testing"
local person, by = testing.person, testing.by

-- What a household answers that lacks what an indicator asks for.
local lacking = {
  vneid_account = { person = { person { vneid = "level_1" } } },
  e_health_record = { person = { person { health_book = false } } },
  payment_account_15plus = { person = { person { account = "none" } } },
  households_fast_internet = { connection = "none" },
  adults_digital_services = { person = { person { health_online = false } } },
}

-- So many households of one person in a village and round; the first ones have what the indicator asks for.
local function households(t, village, round, count, having, indicator)
  for number = 1, count do
    local answers = { _round = round }
    if number > having then
      for name, value in pairs(lacking[indicator or "vneid_account"]) do answers[name] = value end
    end
    testing.household(t, village, number, answers)
  end
end

-- The day after a round, which is closed.
local function after(t, round, day)
  t:close(round)
  t:today(day)
end

test("survey: a fall of two points against the round before is told", function(t)
  households(t, "md1", "2025-H2", 50, 40)
  households(t, "md1", "2026-H1", 50, 39)
  after(t, "2026-H1", "2026-07-02")
  t:alert("vneid_account_fall", {
    firing = 1, sent = 1,
    message = "Tài khoản VNeID mức 2: 78,0 % trong 6 tháng đầu năm 2026, giảm 2,0 điểm % so với kỳ trước. Việc đầu "
      .. "tiên: xem nơi giảm nhiều nhất, chiso eval vneid_account --by village --period 2026-H1",
  })
end)

test("survey: a fall of less than two points, or a rise, is not told", function(t)
  households(t, "md1", "2025-H1", 100, 75)
  households(t, "md1", "2025-H2", 100, 80)
  households(t, "md1", "2026-H1", 51, 40)
  after(t, "2025-H2", "2026-01-02")
  t:alert("vneid_account_fall", { firing = 0, pending = 0 })
  after(t, "2026-H1", "2026-07-02")
  t:alert("vneid_account_fall", { firing = 0, pending = 0 })
end)

test("survey: without a round before there is nothing to compare", function(t)
  households(t, "md1", "2026-H1", 10, 1)
  after(t, "2026-H1", "2026-07-02")
  t:alert("vneid_account_fall", { firing = 0, pending = 0, sent = 0 })
end)

test("survey: a sample is not compared with the census before it, and the alert ends", function(t)
  t:language "en"
  households(t, "md1", "2025-H2", 20, 20)
  households(t, "md1", "2026-H1", 20, 10)
  households(t, "md1", "2026-H2", 20, 5)
  after(t, "2026-H1", "2026-07-02")
  t:alert("vneid_account_fall", {
    firing = 1,
    message = "Level-2 VNeID account: 50.0% in the first half of 2026, down 50.0 points since the last round. First: "
      .. "see where it fell most, chiso eval vneid_account --by village --period 2026-H1",
  })
  after(t, "2026-H2", "2027-01-02")
  t:alert("vneid_account_fall", { firing = 0, resolved = 1, sent = 1 })
end)

for _, main in ipairs {
  { "vneid_account", "Tài khoản VNeID mức 2" }, { "e_health_record", "Sổ sức khỏe điện tử" },
  { "payment_account_15plus", "Tài khoản giao dịch" }, { "households_fast_internet", "Internet tốc độ cao" },
  { "adults_digital_services", "Dùng dịch vụ số" },
} do
  local id, called = table.unpack(main)
  test(("survey: %s is watched for a fall of the commune and for low villages"):format(id), function(t)
    households(t, "md1", "2025-H2", 60, 60, id)
    households(t, "md1", "2026-H1", 60, 60, id)
    households(t, "dt1", "2026-H1", 30, 15, id)
    after(t, "2026-H1", "2026-07-02")
    local found = t:alert(id .. "_fall", { firing = 1 })
    local message = found.alerts[1].message
    t:equal(message:sub(1, #called + 1), called .. ":")
    local low = by(t:alert(id .. "_village_low", { firing = 1, sent = 1 }), "village")
    t:equal(low.dt1.value, 50.0)
    t:equal(low.md1, nil)
  end)
end

test("survey: a village 15 points below the commune is told, with its sheet; one nearer is not", function(t)
  households(t, "md1", "2026-H1", 40, 32)
  households(t, "dt1", "2026-H1", 40, 20)
  after(t, "2026-H1", "2026-07-02")
  t:alert("vneid_account_village_low", {
    firing = 1, sent = 1,
    message = "Thôn 1 – Đức Tân: 50,0 %, toàn xã 65,0 % (thấp hơn 15,0 điểm %), 6 tháng đầu năm 2026. Việc đầu tiên: "
      .. "xem phiếu của thôn, chiso report village_sheet --period 2026-H1 --where village=dt1",
  })
  households(t, "md1", "2027-H1", 40, 32)
  households(t, "dt1", "2027-H1", 40, 21)
  after(t, "2027-H1", "2027-07-02")
  t:alert("vneid_account_village_low", { firing = 0, resolved = 1, sent = 1 })
end)

test("survey: 29 persons of a village are too few to tell, 30 are enough", function(t)
  t:language "en"
  households(t, "md1", "2026-H1", 60, 60)
  households(t, "dt1", "2026-H1", 29, 0)
  households(t, "dt2", "2026-H1", 30, 0)
  after(t, "2026-H1", "2026-07-02")
  t:alert("vneid_account_village_low", {
    firing = 1,
    message = "Village 2 – Đức Tân: 0.0%, the commune 50.4% (50.4 points lower), the first half of 2026. First: look "
      .. "at its sheet, chiso report village_sheet --period 2026-H1 --where village=dt2",
  })
end)

test("survey: a sampled village is told only if its whole interval lies below the commune", function(t)
  households(t, "md1", "2026-H2", 60, 58)
  -- 50 % ± 17 points, where the commune stands at 65.6 %.
  households(t, "dt1", "2026-H2", 30, 15)
  households(t, "dp6", "2026-H2", 30, 5)
  after(t, "2026-H2", "2027-01-02")
  local low = by(t:alert("vneid_account_village_low", { firing = 1 }), "village")
  t:equal(low.dt1, nil)
  t:equal(low.dp6.state, "firing")
end)

test("survey: without a round that is over no village is told", function(t)
  households(t, "md1", "2026-H1", 40, 40)
  households(t, "dt1", "2026-H1", 40, 0)
  t:today "2026-06-30"
  t:alert("vneid_account_village_low", { firing = 0, pending = 0 })
end)
