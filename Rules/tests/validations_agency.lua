-- Quy tắc của báo cáo tháng: dossiers that add up, counts of one month, months that follow each other.

-- A month of an agency that takes no dossiers.
local function office(month, changes)
  local a = {
    agency = "party_office", month = month, documents_sent = 40, documents_signed = 30, staff = 10,
    staff_proficient = 8, documents_connected = true, mail_connected = true, reports_connected = true,
  }
  for key, value in pairs(changes or {}) do a[key] = value end
  return a
end

-- A month of one that does: 10 carried over and 100 received, 98 resolved, 2 withdrawn, 10 pending.
local function counter(month, changes)
  local a = office(month, {
    agency = "service_centre", dossiers_connected = true, carried_over = 10, received = 100, received_online = 70,
    resolved = 98, withdrawn = 2, pending = 10, reuse_possible = 50, reused = 20, dossiers_digitised = 80,
    results_issued = 98, results_digitised = 90, results_electronic = 90, fees_due = 60, fees_online = 30,
  })
  for field, value in pairs(changes or {}) do a[field] = value end
  return a
end

test("hồ sơ phải khớp; cơ quan không nhận hồ sơ không xét", function(t)
  t:record("agency_month", counter "2026-05")
  t:record("agency_month", office "2026-05")
  t:validation("agency_dossiers_add_up", { passed = 1, failed = 0, not_applicable = 1, message = false })
end)

test("phiếu có hồ sơ không khớp thì không nhận được", function(t)
  local i = t:interview "agency_month"
  for field, value in pairs(counter("2026-05", { pending = 10 })) do
    if field ~= "pending" then i:answer(field, value) end
  end
  t:equal(i:message("pending", 9), "Chuyển sang + tiếp nhận phải bằng đã giải quyết + còn lại + rút")
  t:check(not i:refused("pending", 10))
end)

test("số chuyển sang so với số còn lại của đúng tháng trước, cả qua năm", function(t)
  t:record("agency_month", counter("2025-12", { carried_over = 12, resolved = 100 }))
  t:record("agency_month", counter("2026-01", { carried_over = 11, pending = 11 }))
  t:record("agency_month", counter("2026-02", { carried_over = 11, pending = 11 }))
  t:record("agency_month", counter "2026-04")
  t:record("agency_month", counter "2026-05")
  t:record("agency_month", office "2026-01")
  t:record("agency_month", office "2026-02")
  t:validation("agency_carried_over_from_before", {
    checked = 3, passed = 2, failed = 1, no_earlier = 2, not_applicable = 2,
    message = "Tháng trước còn 10 hồ sơ, tháng này ghi chuyển sang 11: sửa một trong hai báo cáo",
  })
end)

-- The five counts that grow where they are added up since January.
local function counts(number, changes)
  local c = {
    documents_sent = number, received = number, resolved = number, withdrawn = 0, results_issued = number,
    fees_due = number,
  }
  for field, value in pairs(changes or {}) do c[field] = value end
  return c
end

test("cộng dồn: tháng 2 mà mọi số tăng từ 1,6 lần, tháng 3 từ 1,3 lần thì hỏi lại", function(t)
  t:record("agency_month", counter("2026-01", counts(100)))
  t:record("agency_month", counter("2026-02", counts(160)))
  t:record("agency_month", counter("2026-03", counts(208)))
  t:record("agency_month", office "2026-01")
  t:record("agency_month", office("2026-02", { documents_sent = 80 }))
  t:validation("agency_counts_of_one_month", {
    checked = 2, failed = 2, no_earlier = 2, not_applicable = 1,
    message = "Mọi số đều tăng như cộng dồn từ đầu năm: phiếu chỉ lấy số của riêng tháng báo cáo",
  })
end)

for field, value in pairs { documents_sent = 159, received = 159, results_issued = 159, fees_due = 159 } do
  test(("cộng dồn: chỉ riêng %s không tăng như thế thì thôi"):format(field), function(t)
    local changes = { [field] = value }
    if field == "received" then changes.pending = 9 end
    t:record("agency_month", counter("2026-01", counts(100)))
    t:record("agency_month", counter("2026-02", counts(160, changes)))
    t:validation("agency_counts_of_one_month", { passed = 1, failed = 0 })
  end)
end

test("cộng dồn: chỉ riêng số đã giải quyết không tăng như thế thì thôi", function(t)
  t:record("agency_month", counter("2026-01", counts(100)))
  t:record("agency_month", counter("2026-02", counts(160, { resolved = 159, pending = 11, results_issued = 159 })))
  t:validation("agency_counts_of_one_month", { passed = 1, failed = 0 })
end)

test("cộng dồn: tháng 1 bắt đầu lại, tháng không liền nhau, tháng chưa có tháng trước thì không xét", function(t)
  t:record("agency_month", counter("2025-12", counts(100)))
  t:record("agency_month", counter("2026-01", counts(500)))
  t:record("agency_month", counter("2026-03", counts(900)))
  t:validation("agency_counts_of_one_month", { checked = 0, no_earlier = 1, not_applicable = 2 })
end)

test("cộng dồn: tháng 10, 11 tính bằng cả hai chữ số của tháng", function(t)
  t:record("agency_month", counter("2025-10", counts(100)))
  t:record("agency_month", counter("2025-11", counts(106)))
  t:record("agency_month", counter("2025-12", counts(111)))
  t:validation("agency_counts_of_one_month", { passed = 1, failed = 1, no_earlier = 1, message =
    "Mọi số đều tăng như cộng dồn từ đầu năm: phiếu chỉ lấy số của riêng tháng báo cáo" })
  t:record("agency_month", counter("2025-09", counts(120)))
  t:validation("agency_counts_of_one_month", { passed = 2, failed = 1 })
end)

test("kết quả đã cấp không nhiều hơn hồ sơ đã giải quyết", function(t)
  t:record("agency_month", counter("2026-03", { results_issued = 97, results_digitised = 97 }))
  t:record("agency_month", counter("2026-04", { results_issued = 98 }))
  t:record("agency_month", counter("2026-05", { results_issued = 99 }))
  t:record("agency_month", office "2026-05")
  t:validation("agency_results_not_more_than_resolved", { passed = 2, failed = 1, not_applicable = 1 })
end)

test("hồ sơ đến hạn nộp phí, có dữ liệu dùng lại không nhiều hơn hồ sơ phải giải quyết", function(t)
  t:record("agency_month", counter "2026-03")
  t:record("agency_month", counter("2026-04", { fees_due = 110, reuse_possible = 110 }))
  t:record("agency_month", counter("2026-05", { fees_due = 111, reuse_possible = 111 }))
  t:record("agency_month", office "2026-05")
  t:validation("agency_fees_not_more_than_dossiers", { passed = 2, failed = 1, not_applicable = 1 })
  t:validation("agency_reuse_not_more_than_dossiers", { passed = 2, failed = 1, not_applicable = 1 })
end)

test("số cán bộ đến đúng 2,5 lần lần trước là thường, hơn thế thì hỏi lại, tăng hay giảm", function(t)
  local staff = { 10, 25, 10, 26, 10, 11 }
  for month, number in ipairs(staff) do
    t:record("agency_month", office(("2026-%02d"):format(month), { staff = number }))
  end
  t:validation("agency_staff_like_before", {
    checked = 5, passed = 3, failed = 2, no_earlier = 1,
    message = "Số cán bộ từ 10 thành 26: xem lại, nếu đúng hãy ghi rõ trong báo cáo",
  })
end)

test("tháng này còn báo cáo được, tháng sau thì không; cuối năm trước không lẫn với năm nay", function(t)
  t:record("agency_month", office "2025-12")
  t:record("agency_month", office "2026-05")
  t:record("agency_month", office "2026-06")
  t:record("agency_month", office "2026-07")
  t:record("agency_month", office "2027-01")
  t:validation("agency_month_has_ended", {
    passed = 3, failed = 2, message = "Tháng báo cáo ở tương lai: xem lại năm và tháng",
  })
end)

test("cộng dồn: số 0 của tháng trước không nói lên điều gì", function(t)
  local function nothing(sent)
    return { documents_sent = sent, documents_signed = 0, received = 0, received_online = 0, resolved = 0,
      results_issued = 0, results_electronic = 0, results_digitised = 0, fees_due = 0, fees_online = 0,
      dossiers_digitised = 0 }
  end
  t:record("agency_month", counter("2026-01", counts(0, nothing(0))))
  t:record("agency_month", counter("2026-02", counts(0, nothing(0))))
  t:record("agency_month", counter("2026-04", counts(0, nothing(100))))
  t:record("agency_month", counter("2026-05", counts(0, nothing(160))))
  t:validation("agency_counts_of_one_month", { checked = 2, passed = 1, failed = 1 })
end)
