-- Cảnh báo về số liệu tháng của cơ quan, văn bản ký số: Rules/alerts/agencies.lua.
local testing = require "testing"
local month, office_month, by = testing.month, testing.office_month, testing.by

test("monthly figures: nobody is reminded while no agency has sent any", function(t)
  t:today "2026-07-06"
  t:alert("agency_month_missing", { firing = 0, pending = 0, sent = 0 })
end)

test("monthly figures: who has sent none is told from the 6th, with what it sent last", function(t)
  month(t, "2026-05")
  office_month(t, "party_office", "2026-06")
  t:today "2026-07-05"
  -- On the 5th the figures of May are owed, and 14 of the 16 agencies have never sent any.
  local found = by(t:alert("agency_month_missing", { firing = 14 }), "agency")
  t:equal(found.service_centre, nil)
  t:equal(found.party_office, nil)
  t:today "2026-07-06"
  found = by(t:alert("agency_month_missing", { firing = 15 }), "agency")
  t:equal(found.party_office, nil)
  t:equal(found.service_centre.state, "firing")
  t:equal(found.service_centre.message,
    "Trung tâm Phục vụ hành chính công: chưa có số liệu tháng 6/2026 (hạn ngày 5 tháng sau; gần nhất: tháng 5/2026). "
      .. "Việc đầu tiên: gọi văn thư cơ quan")
  t:equal(found.police.message,
    "Công an xã: chưa có số liệu tháng 6/2026 (hạn ngày 5 tháng sau; gần nhất: chưa có). Việc đầu tiên: gọi văn thư "
      .. "cơ quan")
end)

test("monthly figures: told again a week later, over once they are in", function(t)
  t:list("agencies", {
    { name = "police", label_vi = "Công an xã", label_en = "Commune Police", dossiers = "yes" },
    { name = "party_office", label_vi = "Văn phòng Đảng ủy", label_en = "Office of the Party", dossiers = "no" },
  })
  office_month(t, "party_office", "2026-06")
  t:today "2026-07-06"
  local found = t:alert("agency_month_missing", { firing = 1, sent = 1 })
  t:equal(found.sent, { "firing" })
  t:today "2026-07-12"
  t:alert("agency_month_missing", { firing = 1, sent = 0 })
  t:today "2026-07-13"
  found = t:alert("agency_month_missing", { firing = 1, sent = 1 })
  t:equal(found.sent, { "repeated" })
  month(t, "2026-06", { agency = "police" })
  t:today "2026-07-14"
  found = t:alert("agency_month_missing", { firing = 0, resolved = 1, sent = 1 })
  t:equal(found.sent, { "resolved" })
end)

test("monthly figures: in January those of December are owed", function(t)
  t:language "en"
  office_month(t, "party_office", "2026-12")
  month(t, "2026-11")
  t:today "2027-01-06"
  local found = by(t:alert("agency_month_missing", { firing = 15 }), "agency")
  t:equal(found.party_office, nil)
  t:equal(found.service_centre.message,
    "Public Administration Service Centre: no figures for 12/2026 (due by day 5 of the next month; latest: 11/2026). "
      .. "First: call its office")
  t:check(found.police.message:find("latest: none", 1, true) ~= nil)
end)

test("monthly figures: an alert ends where the next month's are owed and nobody has sent any", function(t)
  office_month(t, "party_office", "2026-06")
  t:today "2026-07-06"
  t:alert("agency_month_missing", { firing = 15 })
  t:today "2026-08-06"
  t:alert("agency_month_missing", { firing = 0, resolved = 15 })
end)

test("documents signed: one document unsigned in each of two months is enough, one good month is not", function(t)
  month(t, "2026-05")
  month(t, "2026-06", { documents_signed = 39 })
  t:close "2026-06"
  t:today "2026-07-06"
  t:alert("documents_unsigned", { firing = 0, pending = 0, sent = 0 })
  month(t, "2026-07", { documents_signed = 20 })
  t:close "2026-07"
  t:today "2026-08-06"
  t:alert("documents_unsigned", {
    firing = 1, sent = 1,
    message = "Trung tâm Phục vụ hành chính công: 50,0 % văn bản gửi đi có ký số trong tháng 7/2026 (trước đó 97,5 %), "
      .. "còn 20 văn bản chưa ký. Việc đầu tiên: xem ai chưa có chữ ký số",
  })
  month(t, "2026-08")
  t:close "2026-08"
  t:today "2026-09-06"
  t:alert("documents_unsigned", { firing = 0, resolved = 1, sent = 1 })
end)

test("documents signed: a month that is not in leaves the alert as it is", function(t)
  month(t, "2026-05", { documents_signed = 30 })
  month(t, "2026-06", { documents_signed = 30 })
  office_month(t, "party_office", "2026-06")
  office_month(t, "party_office", "2026-07")
  t:close "2026-06"
  t:today "2026-07-06"
  t:alert("documents_unsigned", { firing = 1 })
  t:close "2026-07"
  t:today "2026-08-05"
  t:alert("documents_unsigned", { firing = 1, no_data = 1, sent = 0 })
end)

test("documents signed: a month without documents is no data, and no alarm", function(t)
  month(t, "2026-05", { documents_signed = 30 })
  month(t, "2026-06", { documents_sent = 0, documents_signed = 0 })
  t:close "2026-06"
  t:today "2026-07-06"
  t:alert("documents_unsigned", { firing = 0, pending = 0 })
end)

test("documents signed: told in English, once a month", function(t)
  t:language "en"
  for number = 4, 6 do month(t, ("2026-%02d"):format(number), { documents_signed = 30 }) end
  t:close "2026-05"
  t:today "2026-06-06"
  t:alert("documents_unsigned", {
    sent = 1,
    message = "Public Administration Service Centre: 75.0% of the documents sent were signed in 5/2026 (before: "
      .. "75.0%), 10 were not. First: see who has no signature",
  })
  t:close "2026-06"
  t:today "2026-07-05"
  t:alert("documents_unsigned", { firing = 1, sent = 0 })
  t:today "2026-07-06"
  t:alert("documents_unsigned", { firing = 1, sent = 1 })
end)
