-- Báo cáo tháng của cơ quan, số liệu năm của xã: from the first question to the last.

local dossiers = {
  "carried_over", "received", "received_online", "resolved", "withdrawn", "pending", "reuse_possible", "reused",
  "dossiers_digitised", "results_issued", "results_digitised", "results_electronic", "fees_due", "fees_online",
}

-- Parts that cannot be more than their whole.
local wholes = {
  documents_signed = "documents_sent", staff_proficient = "staff", received_online = "received",
  reused = "reuse_possible", dossiers_digitised = "received", results_digitised = "results_issued",
  results_electronic = "resolved", fees_online = "fees_due",
}

test("cơ quan không nhận hồ sơ: văn bản, cán bộ, ba hệ thống là hết phiếu", function(t)
  local i = t:interview "agency_month"
  t:check(i:required "agency")
  t:check(i:required "month")
  i:answer("agency", "party_office")
  i:answer("month", "2026-05")
  t:equal(i:problems(), {
    "documents_sent", "documents_signed", "staff", "staff_proficient", "documents_connected", "mail_connected",
    "reports_connected",
  })
  i:answer("documents_sent", 0)
  i:answer("documents_signed", 0)
  t:check(i:refused("staff", 0))
  i:answer("staff", 1)
  t:check(not i:refused("staff_proficient", 0))
  i:answer("staff_proficient", 1)
  for _, system in ipairs { "documents_connected", "mail_connected", "reports_connected" } do i:answer(system, true) end
  local record = i:complete()
  t:equal(record._round, "2026-05")
  t:equal(record.received, nil)
  t:figure("staff_proficient_edocs", { value = 100, n = 1 })
end)

for _, agency in ipairs { "service_centre", "police" } do
  test(agency .. ": cơ quan nhận hồ sơ phải trả lời mọi câu về hồ sơ", function(t)
    local i = t:interview "agency_month"
    i:answer("agency", agency)
    t:check(i:required "dossiers_connected")
    for _, name in ipairs(dossiers) do
      t:check(i:required(name), name)
      t:check(i:refused(name, -1), name)
    end
    i:answer("agency", "culture")
    for _, name in ipairs(dossiers) do t:check(not i:asked(name), name) end
  end)
end

test("phần không thể hơn toàn bộ; bằng thì được; chưa có toàn bộ thì chưa xét", function(t)
  local i = t:interview "agency_month"
  i:answer("agency", "service_centre")
  for part, whole in pairs(wholes) do
    t:check(not i:refused(part, 1000), part)
    i:answer(whole, 20)
    t:equal(i:message(part, 21), "Không thể lớn hơn tổng số", part)
    t:check(not i:refused(part, 20), part)
    if whole == "received" or whole == "staff" then i:answer(whole, 1000) end
  end
end)

test("tháng: hai chữ số, thế kỷ này", function(t)
  local i = t:interview "agency_month"
  for _, month in ipairs { "2026-5", "05/2026", "1926-05", "2026-25", "2026" } do
    t:check(i:refused("month", month), month)
  end
  for _, month in ipairs { "2026-01", "2026-12" } do t:check(not i:refused("month", month), month) end
end)

test("sửa số hồ sơ tiếp nhận sau khi đã khớp thì phiếu chưa xong", function(t)
  local i = t:interview "agency_month"
  i:answer("agency", "service_centre")
  i:answer("month", "2026-05")
  for _, name in ipairs { "documents_sent", "documents_signed", "staff", "staff_proficient" } do i:answer(name, 3) end
  for _, system in ipairs { "documents_connected", "mail_connected", "reports_connected", "dossiers_connected" } do
    i:answer(system, true)
  end
  for _, name in ipairs(dossiers) do i:answer(name, 0) end
  i:answer("received", 5)
  t:equal(i:problems(), { "pending" })
  t:check(i:refused("pending", 4))
  i:answer("pending", 5)
  t:equal(i:complete().pending, 5)
end)

local money = {
  "budget_spent", "sti_planned", "sti_budget", "sti_enterprises", "sti_other", "gross_product", "gross_output",
  "digital_output",
}

test("số liệu năm: mọi số tiền bắt buộc nhưng được nói chưa có; sổ của cơ quan khác có thể bỏ trống", function(t)
  local i = t:interview "commune_year"
  i:answer("commune", "mo_duc")
  i:answer("stage", "first_half_estimate")
  i:type("reported_on", "")
  t:equal(i:value "reported_on", today())
  for _, name in ipairs(money) do
    t:check(i:required(name), name)
    t:check(i:refused(name, -1), name)
    i:answer(name, t.dont_know)
  end
  i:answer("models", 0)
  i:answer("advanced_new_rural", false)
  t:equal(i:problems(), {})
  t:equal(i:complete()._round, "2026")
  t:figure("digital_economy_share", { value = false, n = 0, missing = 1 })
end)

test("số liệu năm: chi cho khoa học trong tổng chi, kinh tế số trong giá trị sản xuất", function(t)
  local i = t:interview "commune_year"
  i:answer("budget_spent", 1000)
  t:equal(i:message("sti_budget", 1000.5), "Không thể hơn tổng chi")
  t:check(not i:refused("sti_budget", 1000))
  i:answer("gross_output", 500)
  t:equal(i:message("digital_output", 500.5), "Không thể hơn tổng giá trị sản xuất")
  t:check(not i:refused("digital_output", 500))
end)

test("số liệu năm: mô hình nào cũng có tên và đã công nhận chưa; đã công nhận xã thì phải có ngày", function(t)
  local i = t:interview "commune_year"
  i:answer("commune", "mo_duc")
  i:answer("stage", "final")
  i:answer("reported_on", "2026-06-20")
  for _, name in ipairs(money) do i:answer(name, t.dont_know) end
  t:check(i:refused("models", 31))
  i:answer("models", 1)
  i:answer("advanced_new_rural", true)
  t:equal(i:problems(), { "model[1].name", "model[1].recognised", "advanced_new_rural_on" })
  local model = i:row("model", 1)
  model:answer("name", "Chợ số Mộ Đức")
  model:answer("recognised", true)
  i:answer("advanced_new_rural_on", "2026-06-01")
  local record = i:complete()
  t:equal(record.model[1].name, "Chợ số Mộ Đức")
  t:figure("digital_economy_models", { value = 1 })
  t:figure("advanced_new_rural", { date = "2026-06-01", status = "met" })
end)
