-- Chính quyền số, hạ tầng số: reports of agencies, schools, slips of satisfaction, operators' answers.

-- A month of an agency that takes no dossiers.
local function office(agency, month, changes)
  local a = {
    agency = agency, month = month, documents_sent = 40, documents_signed = 30, staff = 10, staff_proficient = 8,
    documents_connected = true, mail_connected = true, reports_connected = true,
  }
  for key, value in pairs(changes or {}) do a[key] = value end
  return a
end

-- A month of one that does.
local function counter(agency, month, changes)
  local a = office(agency, month, {
    dossiers_connected = true, carried_over = 5, received = 100, received_online = 60, resolved = 95, withdrawn = 0,
    pending = 10, reuse_possible = 40, reused = 10, dossiers_digitised = 90, results_issued = 80,
    results_digitised = 60, results_electronic = 76, fees_due = 20, fees_online = 15,
  })
  for key, value in pairs(changes or {}) do a[key] = value end
  return a
end

-- What is counted of dossiers, with its numerator and denominator in such a month.
local of_dossiers = {
  procedures_online = { 60, 100 }, data_reused = { 10, 40 }, dossiers_digitised = { 150, 180 },
  dossiers_digitised_intake = { 90, 100 }, dossiers_digitised_results = { 60, 80 },
  results_issued_electronically = { 76, 95 }, fees_paid_online = { 15, 20 },
}

local may = { period = "2026-05" }

test("hồ sơ: mỗi chỉ tiêu chia đúng hai số, và chỉ lấy cơ quan nhận hồ sơ", function(t)
  t:record("agency_month", counter("service_centre", "2026-05"))
  t:record("agency_month", office("party_office", "2026-05"))
  for figure, parts in pairs(of_dossiers) do
    t:figure(figure, {
      numerator = parts[1], denominator = parts[2], value = 100 * parts[1] / parts[2], n = 1, missing = 0,
    }, may)
  end
  t:figure("satisfaction_dossiers_resolved", { value = 95, n = 1 }, may)
end)

test("hồ sơ: tổng các tháng, các cơ quan; phiếu của tháng khác, phiếu bị trả lại không tính", function(t)
  t:record("agency_month", counter("service_centre", "2026-04"))
  t:record("agency_month", counter("service_centre", "2026-05"))
  t:record("agency_month", counter("police", "2026-05", {
    received = 20, received_online = 0, resolved = 15, results_electronic = 15, dossiers_digitised = 20,
  }))
  t:record("agency_month", counter("police", "2026-04", { _status = "returned" }))
  t:record("agency_month", counter("service_centre", "2025-12"))
  t:figure("procedures_online", {
    numerator = 60, denominator = 120, value = 50, n = 2,
    by = { agency = { service_centre = { value = 60 }, police = { value = 0 }, party_office = { value = false } } },
  }, may)
  t:figure("procedures_online", { numerator = 120, denominator = 220, n = 3 }, { period = "2026-H1" })
  t:figure("results_issued_electronically", { numerator = 167, denominator = 205 }, { period = "2026-Q2" })
  t:figure("satisfaction_dossiers_resolved", { value = 205, n = 3 })
end)

test("hồ sơ: tháng không có hồ sơ nào thì không có tỷ lệ", function(t)
  t:record("agency_month", counter("police", "2026-05", {
    carried_over = 0, received = 0, received_online = 0, resolved = 0, pending = 0, reuse_possible = 0, reused = 0,
    dossiers_digitised = 0, results_issued = 0, results_digitised = 0, results_electronic = 0, fees_due = 0,
    fees_online = 0,
  }))
  for figure in pairs(of_dossiers) do t:figure(figure, { value = false, denominator = 0, n = 1 }, may) end
  t:figure("satisfaction_dossiers_resolved", { value = 0, n = 1 }, may)
end)

test("cơ quan chưa gửi thì chưa đạt được, dù mọi cơ quan đã gửi đều 100 %", function(t)
  t:record("agency_month", office("party_office", "2026-05", { documents_signed = 40 }))
  t:figure("documents_signed_digitally", {
    value = 100, n = 1, missing = 0, expected_units = 16, reporting_units = 1, status = "incomplete",
  }, may)
end)

test("văn bản: cơ quan không gửi văn bản nào không kéo tỷ lệ", function(t)
  t:record("agency_month", office("party_office", "2026-05"))
  t:record("agency_month", office("culture", "2026-05", { documents_sent = 0, documents_signed = 0 }))
  t:figure("documents_signed_digitally", {
    numerator = 30, denominator = 40, value = 75, n = 2,
    by = { agency = { party_office = { value = 75 }, culture = { value = false } } },
  }, may)
end)

test("cán bộ thành thạo: tháng gần nhất của mỗi cơ quan, cộng số người", function(t)
  t:record("agency_month", office("party_office", "2026-04", { staff_proficient = 0 }))
  t:record("agency_month", office("party_office", "2026-05"))
  t:record("agency_month", office("culture", "2026-03", { staff = 30, staff_proficient = 30 }))
  t:figure("staff_proficient_edocs", {
    numerator = 38, denominator = 40, value = 95, n = 2, missing = 0,
    by = { agency = { party_office = { value = 80 }, culture = { value = 100 } } },
  })
  t:figure("staff_proficient_edocs", { numerator = 30, denominator = 40 }, { period = "2026-04" })
end)

for _, system in ipairs { "documents_connected", "mail_connected", "reports_connected" } do
  test(("môi trường số: cơ quan nào cũng phải có %s"):format(system), function(t)
    t:record("agency_month", office("party_office", "2026-05", { [system] = false }))
    t:record("agency_month", counter("service_centre", "2026-05", { [system] = false }))
    t:record("agency_month", office("culture", "2026-05"))
    t:figure("state_on_digital", { value = 100 / 3, numerator = 1, n = 3, missing = 0 })
  end)
end

test("môi trường số: hệ thống hồ sơ chỉ đòi ở cơ quan nhận hồ sơ; lấy tháng gần nhất", function(t)
  t:record("agency_month", office("party_office", "2026-05"))
  t:record("agency_month", counter("police", "2026-05", { dossiers_connected = false }))
  t:record("agency_month", counter("service_centre", "2026-04", { dossiers_connected = false }))
  t:record("agency_month", counter("service_centre", "2026-05"))
  t:figure("state_on_digital", {
    value = 200 / 3, n = 3,
    by = { agency = { police = { value = 0 }, service_centre = { value = 100 }, party_office = { value = 100 } } },
  })
end)

test("trường: mầm non chỉ cần hồ sơ; cấp khác cần cả ba loại sổ", function(t)
  local function school(name, registers, grade_books, reports)
    t:record("school", {
      school = name, signs_registers = registers, signs_grade_books = grade_books, signs_reports = reports,
    })
  end
  school("mn_md", true)
  school("mn_dt", false)
  school("th_md1", true, true, true)
  school("th_md2", false, true, true)
  school("thcs_md", true, false, true)
  school("thcs_dt", true, true, false)
  t:figure("schools_signing_digitally", {
    value = 100 / 3, numerator = 2, n = 6, missing = 0, status = "incomplete",
    by = {
      school_level = { preschool = { value = 50 }, primary = { value = 50 }, lower_secondary = { value = 0, n = 2 } },
      school = { mn_md = { value = 100 }, thcs_md = { value = 0 }, thcs_dh = { value = false, n = 0 } },
    },
  })
end)

test("hài lòng: 4 và 5 điểm tính, 3 điểm không; không chấm điểm thì không vào mẫu số", function(t)
  for rating = 1, 5 do t:record("satisfaction", { customer = "citizen", rating = tostring(rating) }) end
  t:record("satisfaction", { customer = "enterprise", rating = t.refused })
  t:record("satisfaction", { customer = "enterprise" })
  t:figure("satisfaction", {
    value = 40, numerator = 2, n = 5, missing_reasons = { refused = 1, unanswered = 1 },
    by = { customer = { citizen = { value = 40 }, enterprise = { value = false, n = 0, missing = 2 } } },
  })
end)

test("hài lòng: đúng 98 % chưa phải trên 98 %; ngày nào tính vào kỳ ấy", function(t)
  for _ = 1, 49 do t:record("satisfaction", { customer = "citizen", rating = "5" }) end
  t:record("satisfaction", { customer = "citizen", rating = "3", rated_on = "2026-06-01" })
  t:figure("satisfaction", { value = 98, n = 50, status = "on_track" })
  t:figure("satisfaction", { value = false, n = 0, status = "no_data" }, may)
  t:record("satisfaction", { customer = "citizen", rating = "4", rated_on = "2026-05-31" })
  t:figure("satisfaction", { value = 100, n = 1 }, may)
end)

local function village(name, changes)
  local v = { village = name, households = 100, households_1gbps = 50, households_5g = 100, team = false,
    learning_spaces = 0 }
  for key, value in pairs(changes or {}) do v[key] = value end
  return v
end

test("băng rộng, 5G: cộng số hộ các thôn, không bình quân các tỷ lệ", function(t)
  t:record("village", village("md1", { households = 300, households_1gbps = 300, households_5g = 0 }))
  t:record("village", village("dt1", { households_1gbps = 0 }))
  t:figure("broadband_1gbps_access", {
    numerator = 300, denominator = 400, value = 75, n = 2, missing = 0,
    by = { former_unit = { ["Thị trấn Mộ Đức"] = { value = 100 }, ["Đức Tân"] = { value = 0 } } },
  })
  t:figure("coverage_5g", {
    numerator = 100, denominator = 400, value = 25, n = 2, missing = 0,
    by = { village = { md1 = { value = 0 }, dt1 = { value = 100 } } },
  })
end)

test("băng rộng, 5G: nhà mạng chưa trả lời thì số hộ của thôn ấy cũng không tính", function(t)
  t:record("village", village "md1")
  t:record("village", village("md2", { households = 500, households_1gbps = t.dont_know }))
  t:record("village", village("md3", { households = 700, households_5g = t.dont_know }))
  t:figure("broadband_1gbps_access", { numerator = 100, denominator = 800, n = 2, missing_reasons = { dont_know = 1 } })
  t:figure("coverage_5g", { numerator = 200, denominator = 600, n = 2, missing_reasons = { dont_know = 1 } })
end)
