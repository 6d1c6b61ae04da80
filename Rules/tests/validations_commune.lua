-- Quy tắc của số liệu năm, và giữa các biểu mẫu.

-- The figures of a stage, each of another year so that several may stand beside each other.
local function figures(year, changes)
  local c = {
    commune = "mo_duc", stage = "final", reported_on = ("%d-06-20"):format(year), budget_spent = 1000,
    sti_planned = 10, sti_budget = 12, sti_enterprises = 100, sti_other = 8, gross_product = 4000,
    gross_output = 10000, digital_output = 4200, models = 0, advanced_new_rural = false,
    register_people = 1000, register_people_14 = 800, register_people_15 = 780, register_vneid = 700,
    register_health_books = 900, register_accounts = 600,
  }
  for key, value in pairs(changes or {}) do c[key] = value end
  return c
end

-- One record a table of changes, in years that follow each other.
local function years(t, cases)
  for number, changes in ipairs(cases) do t:record("commune_year", figures(2020 + number, changes)) end
end

test("giá trị tăng thêm không lớn hơn giá trị sản xuất; bằng thì được", function(t)
  years(t, { {}, { gross_product = 10000 }, { gross_product = 10001 }, { gross_product = t.dont_know } })
  t:validation("commune_product_below_output", { passed = 2, failed = 1, missing = 1 })
end)

test("chi cho khoa học đến đúng 1,5 lần kế hoạch năm là được", function(t)
  years(t, { {}, { sti_budget = 15 }, { sti_budget = 15.1 }, { sti_planned = t.dont_know } })
  t:validation("commune_spending_near_plan", { passed = 2, failed = 1, missing = 1 })
end)

test("số dân từ 15 tuổi, từ 14 tuổi, toàn dân lồng nhau; bằng nhau thì được", function(t)
  years(t, {
    { register_people_15 = 800, register_people = 800 }, { register_people_15 = 801 }, { register_people = 799 },
    { register_people_14 = t.dont_know },
  })
  t:validation("commune_ages_nested", { passed = 1, failed = 2, missing = 1 })
end)

local within = {
  commune_vneid_within_people = { "register_vneid", 800 },
  commune_health_books_within_people = { "register_health_books", 1000 },
  commune_accounts_within_people = { "register_accounts", 780 },
}

for rule, case in pairs(within) do
  test(rule .. ": bằng số dân thì được, hơn thì sai, không biết thì chưa xét", function(t)
    local field, whole = case[1], case[2]
    years(t, { {}, { [field] = whole }, { [field] = whole + 1 }, { [field] = t.dont_know } })
    t:validation(rule, { passed = 2, failed = 1, missing = 1 })
  end)
end

test("hai mô hình cùng tên trong một loại số liệu là ghi hai lần; loại số liệu khác thì không", function(t)
  local market, garden = { name = "Chợ số", recognised = true }, { name = "Vườn số", recognised = true }
  t:record("commune_year", figures(2026, { models = 3, model = { market, garden, market } }))
  t:record("commune_year", figures(2026, { stage = "year_estimate", models = 2, model = { market, garden } }))
  t:validation("commune_model_named_once", { passed = 3, failed = 2 })
end)

local function household(number, members, changes)
  local persons = {}
  for place = 1, members do
    persons[place] = {
      name = ("Lê %d"):format(place), relation = place == 1 and "head" or "other", sex = "male", birth_year = 1985,
      residence = "absent",
    }
  end
  local h = {
    village = "md1", household_no = number, consent = true, _respondent = "Lê 1", members = members,
    person = persons, connection = "fibre", production = "none", payments_7d = 0,
  }
  for name, value in pairs(changes or {}) do h[name] = value end
  return h
end

local function village(name, households)
  return {
    village = name, households = households, households_1gbps = 0, households_5g = 0, team = false,
    learning_spaces = 0,
  }
end

test("số hộ của phiếu thôn và phiếu hộ lệch đến đúng 15 % là được, từng thôn một", function(t)
  local function surveyed(name, number)
    for place = 1, number do t:record("household", household(tostring(place), 1, { village = name })) end
  end
  surveyed("md1", 17)
  surveyed("md2", 23)
  surveyed("md3", 16)
  surveyed("md4", 24)
  surveyed("md5", 20)
  for place = 1, 5 do t:record("village", village(("md%d"):format(place), 20)) end
  t:validation("village_households_agree", {
    passed = 3, failed = 2, missing = 19,
    message = "Phiếu thôn ghi 20 hộ, phiếu hộ cho 16 hộ: còn hộ chưa điều tra, hoặc một phiếu sai số hộ",
  })
  t:figure("check_surveyed_households", { value = 100, by = { village = { md1 = { value = 17 } } } })
  t:figure("check_village_households", { value = 100, by = { village = { md4 = { value = 20 } } } })
end)

test("số hộ của mẫu được nhân lên trước khi so", function(t)
  t:today "2026-12-31"
  t:record("household", household("1", 1))
  t:record("household", household("2", 1))
  t:record("village", village("md1", 742))
  t:validation("village_households_agree", { passed = 1, failed = 0 })
end)

for registered, verdict in pairs { [20] = "passed", [21] = "failed", [14] = "failed", [15] = "passed" } do
  test(("17 người điều tra được, trạm y tế có %d: %s"):format(registered, verdict), function(t)
    t:record("household", household("1", 10))
    t:record("household", household("2", 7))
    t:record("commune_year", figures(2026, { register_people = registered }))
    t:validation("population_agrees", { checked = 1, [verdict] = 1 })
    t:figure("check_surveyed_people", { value = 17 })
    t:figure("check_register_people", { value = registered })
  end)
end

test("chưa có số của Trạm Y tế thì chưa so được số dân", function(t)
  t:record("household", household("1", 2))
  t:validation("population_agrees", { failed = 0, missing = 1 })
end)

local function month(resolved)
  return {
    agency = "service_centre", month = "2026-05", documents_sent = 4, documents_signed = 4, staff = 3,
    staff_proficient = 3, documents_connected = true, mail_connected = true, reports_connected = true,
    dossiers_connected = true, carried_over = 0, received = resolved, received_online = 0, resolved = resolved,
    withdrawn = 0, pending = 0, reuse_possible = 0, reused = 0, dossiers_digitised = 0, results_issued = 0,
    results_digitised = 0, results_electronic = 0, fees_due = 0, fees_online = 0,
  }
end

for resolved, verdict in pairs { [3] = "passed", [2] = "failed" } do
  test(("ba phiếu hài lòng, %d hồ sơ đã giải quyết: %s"):format(resolved, verdict), function(t)
    t:record("agency_month", month(resolved))
    for _ = 1, 3 do t:record("satisfaction", { customer = "citizen", rating = "5" }) end
    t:validation("slips_not_more_than_dossiers", { checked = 1, [verdict] = 1 })
    t:figure("check_slips", { value = 3 })
    t:figure("check_dossiers_resolved", { value = resolved })
  end)
end

test("số liệu năm không lập ở ngày sau hôm nay; đúng hôm nay thì được", function(t)
  t:record("commune_year", figures(2026, { reported_on = "2026-06-30" }))
  t:record("commune_year", figures(2027, { reported_on = "2027-01-01" }))
  t:validation("commune_not_in_the_future", { passed = 1, failed = 1 })
end)
