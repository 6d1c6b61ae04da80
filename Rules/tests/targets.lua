-- Mục tiêu 2030: the numbers of the resolution, and where "trên" is more than "ít nhất".

-- Where each path ends: what the resolution asks for by the end of 2030.
local targets = {
  broadband_1gbps_access = 100, coverage_5g = 100, state_on_digital = 100,
  documents_signed_digitally = 100, staff_proficient_edocs = 100, schools_signing_digitally = 100,
  procedures_online = 100, data_reused = 100, dossiers_digitised = 100, results_issued_electronically = 100,
  fees_paid_online = 100, satisfaction = 98,
  sti_budget_share = 1.5, sti_product_share = 3, digital_economy_share = 40, producers_using_digital = 60,
  ocop_online = 100, digital_economy_models = 2, enterprises_e_tax = 100,
  adults_digital_services = 90, households_fast_internet = 90, payment_account_15plus = 80, adults_e_signature = 70,
  e_health_record = 95, online_public_service_use = 90, vneid_account = 90, cashless_transactions = 85,
  village_tech_teams = 100,
}

test("lộ trình của mỗi chỉ tiêu đến đúng mức của Nghị quyết vào cuối năm 2030", function(t)
  t:today "2030-12-31"
  for id, number in pairs(targets) do t:figure(id, { expected = number, status = "no_data" }) end
end)

test("chỉ tiêu chỉ theo dõi thì không có mức phải đạt", function(t)
  t:record("action", { task = "IV.1", status = "done", result = "đã ban hành", updated_on = "2026-06-01" })
  t:record("village", {
    village = "md1", households = 100, households_1gbps = 0, households_5g = 0, team = false, learning_spaces = 2,
  })
  t:figure("tasks_on_schedule", { value = 100, expected = false, status = false })
  t:figure("digital_learning_spaces", { value = 100, expected = false, status = false })
end)

-- A household of 20 adults, so many of whom have everything and the others nothing.
local function household(t, having)
  local members = {}
  for place = 1, 20 do
    local has = place <= having
    members[place] = {
      name = ("Lê Văn %d"):format(place), relation = place == 1 and "head" or "other", sex = "male",
      birth_year = 1985, birth_month = 3, residence = "resident",
      vneid = has and "level_2" or "none", health_book = has, account = has and "bank" or "none",
      _answered_by = "self", trained_digital = has, trained_safety = has,
      health_online = has, education_online = false, insurance_online = false, transport_online = false,
      needed_service = true, service_online = has, e_signature = has,
    }
  end
  t:record("household", {
    village = "md1", household_no = "1", consent = true, _respondent = "Lê Văn 1", members = 20, person = members,
    connection = "fibre", production = "none", payments_7d = 0,
  })
end

-- Of 20 persons, how many make the target exactly, and the status then.
local persons = {
  adults_digital_services = { 18, "on_track" }, payment_account_15plus = { 16, "met" },
  adults_e_signature = { 14, "met" }, e_health_record = { 19, "on_track" }, vneid_account = { 18, "met" },
  digital_skills_trained = { 16, "no_baseline" },
}

for id, case in pairs(persons) do
  local number, status = case[1], case[2]
  local below = status == "no_baseline" and "no_baseline" or "on_track"
  for having, expected in pairs { [number - 1] = below, [number] = status, [number + 1] = "met" } do
    test(("%s: %d trên 20 người thì %s"):format(id, having, expected), function(t)
      household(t, having)
      t:figure(id, { value = 5 * having, status = expected })
    end)
  end
end

local enterprise = {
  enterprise = "dn001", kind = "doanh_nghiep", size = "small", e_tax = true, smedx = true, uses_digital = true,
  needed_service = true, service_online = true, payments_month = 30, payments_cashless_month = 30,
}

-- Enterprises like that one, the first so many of which differ.
local function enterprises(t, number, differing, changes)
  for place = 1, number do
    local e = {}
    for name, value in pairs(enterprise) do e[name] = value end
    e.enterprise = ("dn%03d"):format(place)
    if place <= differing then
      for name, value in pairs(changes) do e[name] = value end
    end
    t:record("enterprise", e)
  end
end

-- The whole list of enterprises, of so many, so that all have reported.
local function list(t, number)
  local rows = {}
  for place = 1, number do
    rows[place] = {
      name = ("dn%03d"):format(place), label_vi = ("Doanh nghiệp %d"):format(place), kind = "doanh_nghiep",
      size = "small", village = "md1",
    }
  end
  t:list("enterprises", rows)
end

test("SMEdx: đúng 30 % chưa phải trên 30 %", function(t)
  list(t, 10)
  enterprises(t, 10, 7, { smedx = false })
  t:figure("smes_in_smedx", { value = 30, status = "no_baseline" })
end)

test("SMEdx: 40 % là đạt", function(t)
  list(t, 10)
  enterprises(t, 10, 6, { smedx = false })
  t:figure("smes_in_smedx", { value = 40, status = "met" })
end)

test("thuế điện tử: mọi doanh nghiệp mới là đạt", function(t)
  list(t, 3)
  enterprises(t, 3, 0, {})
  t:figure("enterprises_e_tax", { value = 100, status = "met", coverage = 100 })
end)

-- A household of nobody who lives here, so that the enterprises make the figure.
local function away(t, changes)
  local h = {
    village = "md1", household_no = "1", consent = true, _respondent = "Lê Văn An", members = 1,
    person = { { name = "Lê Văn An", relation = "head", sex = "male", birth_year = 1985, residence = "absent" } },
    connection = "fibre", production = "farm", production_digital = true, payments_7d = 15, payments_cashless_7d = 15,
  }
  for name, value in pairs(changes or {}) do h[name] = value end
  t:record("household", h)
end

for differing, status in pairs { [4] = "on_track", [3] = "met" } do
  test(("ứng dụng công nghệ số: %d trong 10 không dùng thì %s, vì phải trên 60 %%"):format(differing, status),
    function(t)
      list(t, 9)
      enterprises(t, 9, differing, { uses_digital = false })
      away(t)
      t:figure("producers_using_digital", { value = 100 - 10 * differing, status = status })
    end)
end

for cashless, status in pairs { [50] = "on_track", [51] = "met" } do
  test(("không tiền mặt: 35 lần ở đơn vị và %d trên 65 lần ở hộ thì %s, vì phải trên 85 %%"):format(cashless, status),
    function(t)
      list(t, 5)
      enterprises(t, 5, 0, {})
      away(t, { payments_7d = 65, payments_cashless_7d = cashless })
      t:figure("cashless_transactions", { value = 35 + cashless, status = status })
    end)
end

for having, status in pairs { [18] = "on_track", [19] = "met" } do
  test(("dịch vụ công: %d trên 20 người và 9 trên 10 đơn vị thì %s, vì phải trên 90 %%"):format(having, status),
    function(t)
      list(t, 10)
      enterprises(t, 10, 1, { service_online = false })
      household(t, having)
      t:figure("online_public_service_use", { numerator = having + 9, denominator = 30, status = status })
    end)
end

test("cơ quan, trường, thôn, sản phẩm: mọi đơn vị 100 % là đạt", function(t)
  t:list("agencies", { { name = "service_centre", label_vi = "Trung tâm", dossiers = "yes" } })
  t:list("schools", { { name = "mn_md", label_vi = "Trường Mầm non Mộ Đức", level = "preschool" } })
  t:list("villages", { { name = "md1", label_vi = "Tổ 1", former_unit = "Thị trấn Mộ Đức", households = 50 } })
  t:list("products", { { name = "ocop01", label_vi = "Gạo", kind = "ocop" } })
  for month = 1, 6 do
    t:record("agency_month", {
      agency = "service_centre", month = ("2026-%02d"):format(month), documents_sent = 4, documents_signed = 4,
      staff = 3, staff_proficient = 3, documents_connected = true, mail_connected = true, reports_connected = true,
      dossiers_connected = true, carried_over = 0, received = 9, received_online = 9, resolved = 9, withdrawn = 0,
      pending = 0, reuse_possible = 9, reused = 9, dossiers_digitised = 9, results_issued = 9, results_digitised = 9,
      results_electronic = 9, fees_due = 9, fees_online = 9,
    })
  end
  t:record("school", { school = "mn_md", signs_registers = true })
  t:record("village", {
    village = "md1", households = 50, households_1gbps = 50, households_5g = 50, team = true, team_meetings = 1,
    team_helped = 10, learning_spaces = 1,
  })
  t:record("ocop_product", { product = "ocop01", on_platform = true })
  for _, id in ipairs {
    "documents_signed_digitally", "staff_proficient_edocs", "state_on_digital", "procedures_online", "data_reused",
    "dossiers_digitised", "results_issued_electronically", "fees_paid_online", "schools_signing_digitally",
    "broadband_1gbps_access", "coverage_5g", "village_tech_teams", "ocop_online",
  } do
    t:figure(id, { value = 100, coverage = 100, status = "met" })
  end
end)
