-- Cảnh báo tổ công nghệ số cộng đồng: Rules/alerts/villages.lua.
local testing = require "testing"
local village, by = testing.village, testing.by

test("technology team: 61 days without activity at the half-year's end are told, 60 are not", function(t)
  village(t, "md1", { team_last_active = "2026-04-30" })
  village(t, "md2", { team_last_active = "2026-05-01" })
  village(t, "dt1", { team_last_active = "2026-06-30" })
  t:alert("village_team_inactive", { firing = 0 })
  t:today "2026-07-01"
  local found = by(t:alert("village_team_inactive", { firing = 1, sent = 1 }), "village")
  t:equal(found.md1.value, 61)
  t:equal(found.md1.message,
    "Tổ dân phố 1 – Mộ Đức: theo phiếu thôn, tổ hoạt động gần nhất 30/04/2026 (hơn 61 ngày). Việc đầu tiên: gọi tổ "
      .. "trưởng; tổ đã hoạt động thì ghi ngày mới vào phiếu thôn")
  t:equal(found.md2, nil)
end)

test("technology team: a day within the next half-year changes nothing, one in its form ends the alert", function(t)
  t:language "en"
  village(t, "dt1", { team_last_active = "2026-03-01" })
  t:today "2026-07-10"
  t:alert("village_team_inactive", {
    firing = 1,
    message = "Village 1 – Đức Tân: by the village's form, last active on 01/03/2026 (over 121 days ago). First: call "
      .. "its head; if it has met since, write the new day into the form",
  })
  t:today "2026-12-31"
  t:alert("village_team_inactive", { firing = 1 })
  village(t, "dt1", { team_last_active = "2026-12-20" })
  t:today "2027-01-05"
  t:alert("village_team_inactive", { firing = 0, resolved = 1 })
end)

test("technology team: no team, no day or no form is no alert", function(t)
  t:record("village", { village = "md1", households_1gbps = 50, households_5g = 0, team = false, learning_spaces = 0 })
  t:record("village", {
    village = "md2", households_1gbps = 50, households_5g = 0, team = true, team_meetings = 0, team_helped = 0,
    learning_spaces = 0,
  })
  t:today "2026-07-10"
  t:alert("village_team_inactive", { firing = 0, pending = 0, no_data = 0 })
end)

test("technology team: six of many villages are named, the longest inactive first", function(t)
  for number = 1, 6 do village(t, "md" .. number, { team_last_active = ("2026-02-%02d"):format(number) }) end
  village(t, "dt1", { team_last_active = "2026-04-01" })
  t:today "2026-07-01"
  local text = t:alert("village_team_inactive", { firing = 7, sent = 1 }).text
  t:check(text:find("Tổ dân phố 6 – Mộ Đức", 1, true) ~= nil)
  t:check(text:find("và 1 nơi khác", 1, true) ~= nil)
  t:equal(text:find("Thôn 1 – Đức Tân", 1, true), nil)
end)
