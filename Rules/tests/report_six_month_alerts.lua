-- Báo cáo 6 tháng: what alert rules told in the period: Rules/lib/fired.lua.
local testing = require "testing"
local commune = require "testing_commune"

local first_half = { period = "2026-H1" }

-- A half-year in which nine rules fired: one is critical, one is over, three are for information only.
local function half_year_of_alerts(t)
  commune.lists(t)
  for number = 1, 5 do
    testing.month(t, ("2026-%02d"):format(number), { documents_signed = 10, received_online = 100 })
    testing.office_month(t, "party_office", ("2026-%02d"):format(number))
  end
  testing.village(t, "md1", { _round = "2025-H2", team_last_active = "2025-10-01" })
  t:record("action", { task = "III.3.4", status = "under_way", result = "đang làm", updated_on = "2026-01-05" })
  for _ = 1, 40 do t:record("satisfaction", { customer = "citizen", rating = "3", rated_on = "2026-02-10" }) end
  t:today "2026-01-11"
  t:alert("report_overdue", { firing = 1 })
  t:alert("village_team_inactive", { firing = 1 })
  t:close "2025"
  t:today "2026-01-15"
  t:alert("report_overdue", { resolved = 1 })
  t:today "2026-03-02"
  t:alert("agency_month_missing", { firing = 1 })
  t:alert("satisfaction_low", { pending = 1 })
  t:today "2026-03-06"
  t:alert("satisfaction_low", { firing = 1 })
  t:alert("task_silent", { firing = 7 })
  t:close "2026-02"
  t:close "2026-03"
  t:today "2026-04-06"
  t:alert("documents_unsigned", { firing = 1 })
  t:alert("procedures_online_low", { firing = 1 })
  t:alert("task_overdue", { firing = 1 })
  t:today "2026-06-16"
  t:alert("task_overdue", { firing = 2 })
  t:alert("task_due_soon", { firing = 1 })
  t:record("satisfaction", { customer = "citizen", rating = "5", rated_on = "2026-06-10" })
  t:alert("satisfaction_low", { resolved = 1 })
  t:today "2026-06-30"
end

test("alerts in the report: the worst first, then what is still on, then the longest, then by name", function(t)
  half_year_of_alerts(t)
  t:report("six_month", {
    contains = {
      "4. Cảnh báo trong kỳ Cảnh báo tự động đã phát trong kỳ, nặng nhất trước",
      "Báo cáo quá hạn 1 5 0 Cơ quan chưa gửi số liệu tháng 1 121 1 Hồ sơ trực tuyến dưới lộ trình, hai tháng liền 1 "
        .. "86 1 Nhiệm vụ quá hạn 2 86 2 Văn bản điện tử chưa ký số đủ, hai tháng liền 1 86 1 Mức hài lòng không quá "
        .. "98 %, ba tháng 1 103 0 ──",
      "Ngoài ra: Tổ công nghệ số không hoạt động hai tháng; Nhiệm vụ không được cập nhật trong 60 ngày; Nhiệm vụ đến "
        .. "hạn trong 14 ngày.",
    },
  }, first_half)
end)

test("alerts in the report: what is still on is said without what to do first", function(t)
  half_year_of_alerts(t)
  t:report("six_month", {
    contains = {
      "Còn đến cuối kỳ: - Công an xã: chưa có số liệu tháng 1/2026 (hạn ngày 5 tháng sau; gần nhất: chưa có) - Trung "
        .. "tâm",
      "- Dùng dữ liệu số (III.2.3): quá hạn 77 ngày (hạn 31/03/2026) - Tập huấn đảng viên (III.1.3): quá hạn 1 ngày "
        .. "(hạn 15/06/2026) - Trung tâm Phục vụ hành chính công: 25,0 % văn bản gửi đi có ký số trong tháng 3/2026",
    },
    lacks = "Việc đầu tiên",
  }, first_half)
end)

test("alerts in the report: two places of a rule are named, the others counted", function(t)
  t:language "en"
  local agencies = {}
  for number, name in ipairs { "Police", "Economy", "Health", "Youth" } do
    agencies[number] = { name = "a" .. number, label_vi = name, label_en = name, dossiers = "no" }
  end
  t:list("agencies", agencies)
  testing.office_month(t, "a4", "2026-05")
  t:today "2026-06-06"
  t:alert("agency_month_missing", { firing = 3 })
  t:today "2026-06-30"
  t:report("six_month", {
    contains = {
      "Alerts of the period What the alert rules told, the worst first",
      "Monthly figures of an agency are missing 3 25 3",
      "Still on: - Economy: no figures for 5/2026 (due by day 5 of the next month; latest: none) - Health: no figures "
        .. "for 5/2026 (due by day 5 of the next month; latest: none) - Monthly figures of an agency are missing: and "
        .. "1 more",
    },
    lacks = { "First:", "Besides:" },
  }, first_half)
end)

test("alerts in the report: none is still on", function(t)
  testing.month(t, "2025-12")
  t:today "2026-01-11"
  t:alert("report_overdue", { firing = 1 })
  t:close "2025"
  t:today "2026-01-12"
  t:alert("report_overdue", { resolved = 1 })
  t:today "2026-06-30"
  t:report("six_month", {
    contains = { "Báo cáo quá hạn 1 2 0", "Không cảnh báo nào còn đến cuối kỳ." }, lacks = { "Còn đến cuối kỳ:",
    "Ngoài ra" },
  }, first_half)
end)
