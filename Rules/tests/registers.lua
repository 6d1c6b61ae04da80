-- Số liệu quản lý, nông thôn mới, tiến độ nhiệm vụ.

local function figures(changes)
  local c = {
    commune = "mo_duc", stage = "year_estimate", reported_on = "2026-06-20", budget_spent = 1000, sti_planned = 30,
    sti_budget = 12, sti_enterprises = 100, sti_other = 8, gross_product = 4000, gross_output = 10000,
    digital_output = 4200, models = 0, advanced_new_rural = false,
  }
  for key, value in pairs(changes or {}) do c[key] = value end
  return c
end

-- Each line from a register: the question of its numerator and that of its denominator.
local registers = {
  vneid_account_register = { "register_vneid", "register_people_14" },
  e_health_record_register = { "register_health_books", "register_people" },
  payment_account_15plus_register = { "register_accounts", "register_people_15" },
}

for figure, questions in pairs(registers) do
  local part, whole = questions[1], questions[2]

  test(figure .. ": số của cơ quan quản lý chia cho số dân của chính họ, lần lập gần nhất", function(t)
    t:record("commune_year", figures {
      stage = "first_half_estimate", reported_on = "2026-06-01", [part] = 10, [whole] = 1000,
    })
    t:record("commune_year", figures { [part] = 750, [whole] = 1000 })
    t:figure(figure, { numerator = 750, denominator = 1000, value = 75, n = 1, missing = 0, exceeding = 0 })
  end)

  test(figure .. ": chưa được cung cấp hoặc không biết thì chưa có con số", function(t)
    t:record("commune_year", figures { stage = "first_half_estimate", reported_on = "2026-06-01", [whole] = 1000 })
    t:figure(figure, { value = false, n = 0, missing_reasons = { unanswered = 1 } })
    t:record("commune_year", figures { [part] = 750, [whole] = t.dont_know })
    t:figure(figure, { value = false, n = 0, missing_reasons = { dont_know = 1 } })
  end)

  test(figure .. ": hơn cả số dân thì được báo", function(t)
    t:record("commune_year", figures { [part] = 1200, [whole] = 1000 })
    t:figure(figure, { value = 120, exceeding = 1 })
  end)
end

test("số liệu quản lý không lẫn vào con số điều tra", function(t)
  t:record("commune_year", figures {
    register_vneid = 90, register_people_14 = 100, register_health_books = 90, register_people = 100,
    register_accounts = 90, register_people_15 = 100,
  })
  for _, figure in ipairs { "vneid_account", "e_health_record", "payment_account_15plus" } do
    t:figure(figure, { value = false, n = 0, status = "no_data" })
  end
end)

test("nông thôn mới nâng cao: đạt từ ngày quyết định, trước ngày ấy thì chưa", function(t)
  t:record("commune_year", figures { advanced_new_rural = true, advanced_new_rural_on = "2026-07-15" })
  t:figure("advanced_new_rural", { date = "2026-07-15", status = "no_baseline" })
  t:today "2026-07-14"
  t:figure("advanced_new_rural", { status = "no_baseline" })
  t:today "2026-07-15"
  t:figure("advanced_new_rural", { date = "2026-07-15", status = "met" })
end)

test("nông thôn mới nâng cao: chưa công nhận thì chưa có ngày; hết năm 2030 là chậm", function(t)
  t:record("commune_year", figures())
  t:figure("advanced_new_rural", { date = false, status = "no_baseline" })
  t:record("commune_year", figures { _round = "2030", reported_on = "2030-12-20" })
  t:today "2030-12-30"
  t:figure("advanced_new_rural", { date = false, status = "no_baseline" })
  t:today "2030-12-31"
  t:figure("advanced_new_rural", { date = false, status = "behind" })
end)

local function update(task, status, day)
  return { task = task, status = status, result = "đã báo cáo", updated_on = day }
end

test("nhiệm vụ có hạn: đến hết ngày hạn còn đúng tiến độ, hôm sau là chậm, trừ khi đã xong", function(t)
  t:record("action", update("III.2.3", "under_way", "2026-06-01"))
  t:record("action", update("III.4.4", "done", "2026-06-01"))
  t:record("action", update("III.3.4", "not_started", "2026-06-01"))
  t:figure("tasks_on_schedule", { value = 100, n = 3, missing = 0 })
  t:today "2026-07-01"
  t:figure("tasks_on_schedule", {
    value = 200 / 3, numerator = 2, n = 3,
    by = { pillar = { ["III.2"] = { value = 0 }, ["III.3"] = { value = 100 }, ["III.4"] = { value = 100 } } },
  })
  t:today "2026-10-01"
  t:figure("tasks_on_schedule", { numerator = 1, n = 3 })
end)

test("nhiệm vụ thường xuyên: đúng tiến độ khi cập nhật trong 184 ngày, dù ghi là đã xong", function(t)
  t:record("action", update("III.1.1", "under_way", "2025-12-28"))
  t:record("action", update("III.1.2", "under_way", "2025-12-27"))
  t:record("action", update("IV.2", "done", "2025-12-27"))
  t:figure("tasks_on_schedule", {
    value = 100 / 3, numerator = 1, n = 3,
    by = { task_owner = { ["Ban Xây dựng Đảng"] = { value = 100 }, ["Ủy ban MTTQ Việt Nam xã"] = { value = 0 } } },
  })
end)

test("nhiệm vụ chưa có hạn, chưa cập nhật lần nào thì không tính; lấy lần cập nhật gần nhất", function(t)
  t:record("action", update("III.2.4", "under_way", "2026-06-01"))
  t:figure("tasks_on_schedule", { value = false, n = 0, missing = 0 })
  t:record("action", update("IV.1", "done", "2026-03-20"))
  t:record("action", update("IV.1", "under_way", "2026-05-20"))
  t:figure("tasks_on_schedule", { value = 0, n = 1 })
  t:record("action", update("IV.5", "done", "2026-05-20"))
  t:figure("tasks_on_schedule", { value = 50, n = 2 })
end)
