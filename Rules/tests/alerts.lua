-- Cảnh báo: what the rules tell as time goes by.

-- A month of an agency that takes dossiers.
local function month(t, id, changes)
  local a = {
    agency = "service_centre", month = id, documents_sent = 40, documents_signed = 40, staff = 10, staff_proficient = 8,
    documents_connected = true, mail_connected = true, reports_connected = true, dossiers_connected = true,
    carried_over = 5, received = 400, received_online = 300, resolved = 395, withdrawn = 0, pending = 10,
    reuse_possible = 40, reused = 10, dossiers_digitised = 390, results_issued = 395, results_digitised = 390,
    results_electronic = 376, fees_due = 300, fees_online = 240,
  }
  for key, value in pairs(changes or {}) do a[key] = value end
  t:record("agency_month", a)
end

test("nhiệm vụ quá hạn thì báo, xong thì thôi", function(t)
  t:record("action", { task = "III.2.3", status = "under_way", result = "đang làm", updated_on = "2026-06-20" })
  t:today "2026-06-30"
  t:alert("task_overdue", { resolved = 0 })
  t:today "2026-07-01"
  local found = t:alert "task_overdue"
  local tasks = {}
  for _, alert in ipairs(found.alerts) do tasks[alert.labels.task] = alert.state end
  t:equal(tasks["III.2.3"], "firing")
  t:record("action", { task = "III.2.3", status = "done", result = "đã ban hành", updated_on = "2026-07-02" })
  t:today "2026-07-03"
  t:alert("task_overdue", { resolved = 1, sent = 1 })
end)

-- Where an agency's alert stands; nil where it has none.
local function state_of(found, agency)
  for _, alert in ipairs(found.alerts) do
    if alert.labels.agency == agency and alert.state ~= "resolved" then return alert.state end
  end
  return nil
end

test("cơ quan chưa gửi số liệu tháng bị nhắc từ sau ngày 5, gửi rồi thì thôi", function(t)
  month(t, "2026-05")
  t:record("agency_month", {
    agency = "party_office", month = "2026-06", documents_sent = 4, documents_signed = 4, staff = 3,
    staff_proficient = 3, documents_connected = true, mail_connected = true, reports_connected = true,
  })
  t:today "2026-07-05"
  t:equal(state_of(t:alert "agency_month_missing", "service_centre"), nil)
  t:today "2026-07-06"
  t:equal(state_of(t:alert "agency_month_missing", "service_centre"), "firing")
  month(t, "2026-06")
  t:today "2026-07-08"
  t:equal(state_of(t:alert "agency_month_missing", "service_centre"), nil)
end)

test("văn bản ký số chưa đủ hai tháng liền mới báo", function(t)
  month(t, "2026-04")
  month(t, "2026-05", { documents_signed = 30 })
  t:close "2026-05"
  t:today "2026-06-06"
  t:alert("documents_unsigned", { firing = 0 })
  month(t, "2026-06", { documents_signed = 20 })
  t:close "2026-06"
  t:today "2026-07-06"
  t:alert("documents_unsigned", { firing = 1, sent = 1 })
  month(t, "2026-07")
  t:close "2026-07"
  t:today "2026-08-06"
  t:alert("documents_unsigned", { firing = 0, resolved = 1 })
end)

test("nộp phí trực tuyến giảm quá mười điểm trong một tháng thì báo", function(t)
  month(t, "2026-05")
  month(t, "2026-06", { fees_online = 190 })
  t:close "2026-06"
  t:today "2026-07-06"
  t:alert("fees_online_fall", { firing = 1 })
end)

test("báo cáo đến hạn, quá hạn, và hết khi khóa kỳ", function(t)
  month(t, "2026-05")
  t:today "2026-06-20"
  t:alert("report_due_14", { firing = 0 })
  t:today "2026-06-28"
  t:alert("report_due_14", { firing = 1, sent = 1 })
  t:today "2026-07-12"
  t:alert("report_due_14", { firing = 0, sent = 0 })
  t:alert("report_overdue", { firing = 1 })
  t:today "2027-01-20"
  t:alert "report_overdue"
  t:close "2026-H1"
  t:close "2026"
  t:today "2027-01-21"
  t:alert("report_overdue", { firing = 0 })
end)
