-- Báo cáo tháng của cơ quan.

-- What every agency reports.
local function report(agency, month, changes)
  local a = {
    agency = agency, month = month, documents_sent = 40, documents_signed = 30, staff = 10, staff_proficient = 8,
    documents_connected = true, mail_connected = true, reports_connected = true,
  }
  for key, value in pairs(changes or {}) do a[key] = value end
  return a
end

-- What agencies that take dossiers report besides.
local function dossiers(changes)
  local a = {
    dossiers_connected = true, carried_over = 5, received = 100, received_online = 60, resolved = 95, withdrawn = 0,
    pending = 10, reuse_possible = 40, reused = 10, dossiers_digitised = 90, results_issued = 95,
    results_digitised = 90, results_electronic = 76, fees_due = 20, fees_online = 15,
  }
  for key, value in pairs(changes or {}) do a[key] = value end
  return a
end

test("chỉ cơ quan nhận hồ sơ mới được hỏi về hồ sơ", function(t)
  local i = t:interview "agency_month"
  i:answer("agency", "party_office")
  t:check(not i:asked "received")
  t:check(not i:asked "dossiers_connected")
  i:answer("agency", "service_centre")
  t:check(i:asked "received")
  t:check(i:asked "dossiers_connected")
end)

test("hồ sơ phải khớp: chuyển sang + tiếp nhận = giải quyết + còn lại + rút", function(t)
  local i = t:interview "agency_month"
  i:answer("agency", "service_centre")
  i:answer("carried_over", 5)
  i:answer("received", 100)
  i:answer("resolved", 95)
  i:answer("withdrawn", 1)
  t:check(i:refused("pending", 10))
  t:check(not i:refused("pending", 9))
  t:check(i:refused("received_online", 101))
end)

test("tháng viết là năm-tháng", function(t)
  local i = t:interview "agency_month"
  t:check(i:refused("month", "5/2026"))
  t:check(not i:refused("month", "2026-05"))
end)

test("số văn bản là tổng các tháng; số cán bộ là của tháng gần nhất", function(t)
  t:record("agency_month", report("party_office", "2026-04"))
  t:record("agency_month", report("party_office", "2026-05", { documents_signed = 40, staff_proficient = 10 }))
  t:figure("documents_signed_digitally", { numerator = 70, denominator = 80, value = 87.5 }, { period = "2026-H1" })
  t:figure("documents_signed_digitally", { value = 100 }, { period = "2026-05" })
  t:figure("staff_proficient_edocs", { value = 100, n = 1 })
end)

test("thủ tục hành chính: chỉ cơ quan nhận hồ sơ", function(t)
  t:record("agency_month", report("party_office", "2026-05"))
  t:record("agency_month", report("service_centre", "2026-05", dossiers()))
  t:figure("procedures_online", { value = 60, n = 1 }, { period = "2026-05" })
  t:figure("data_reused", { value = 25 }, { period = "2026-05" })
  t:figure("dossiers_digitised", { numerator = 180, denominator = 195 }, { period = "2026-05" })
  t:figure("results_issued_electronically", { value = 80 }, { period = "2026-05" })
  t:figure("fees_paid_online", { value = 75 }, { period = "2026-05" })
  t:figure("state_on_digital", { value = 100, n = 2 })
end)

test("hệ thống hồ sơ chưa liên thông thì cơ quan nhận hồ sơ chưa đạt", function(t)
  t:record("agency_month", report("service_centre", "2026-05", dossiers { dossiers_connected = false }))
  t:figure("state_on_digital", { value = 0, n = 1 })
end)
