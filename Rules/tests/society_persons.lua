-- Xã hội số, chỉ tiêu về người: who is counted, what counts, and what "không biết" or "từ chối" does.
-- Today is 2026-06-30: who was born in June has the age already, who was born in July not yet.

-- A man of 41 who has everything that is asked for; `changes` says what is different.
local function person(changes)
  local p = {
    name = "Lê Văn An", relation = "head", sex = "male", birth_year = 1985, birth_month = 3, residence = "resident",
    vneid = "level_2", health_book = true, account = "bank", _answered_by = "self",
    trained_digital = true, trained_safety = true,
    health_online = false, education_online = false, insurance_online = false, transport_online = false,
    needed_service = false, e_signature = false,
  }
  for name, value in pairs(changes or {}) do p[name] = value end
  return p
end

-- Somebody younger, asked only what the age allows.
local function young(year, month, changes)
  local p = {
    name = "Lê Thị Bé", relation = "child", sex = "female", birth_year = year, birth_month = month,
    residence = "resident", vneid = "none", health_book = false,
  }
  for name, value in pairs(changes or {}) do p[name] = value end
  return p
end

-- From 15 to 17: the account and the training are asked about too.
local function teenager(year, month, changes)
  local p = young(year, month, {
    _answered_by = "self", account = "none", trained_digital = false, trained_safety = false,
  })
  for name, value in pairs(changes or {}) do p[name] = value end
  return p
end

-- Past the age up to which the training is asked about.
local function old(changes)
  local p = person { name = "Lê Văn Cụ", birth_year = 1950 }
  p.trained_digital, p.trained_safety = nil, nil
  for name, value in pairs(changes or {}) do p[name] = value end
  return p
end

local absent = {
  name = "Lê Văn Xa", relation = "child", sex = "male", birth_year = 2000, birth_month = 1, residence = "absent",
}

-- The members of one household as a record.
local function household(t, persons)
  t:record("household", {
    village = "md1", household_no = "1", consent = true, _respondent = "Lê Văn An", members = #persons,
    person = persons, connection = "fibre", production = "none", payments_7d = 0,
  })
end

-- The four kinds of digital services and what counts each of them.
local services = {
  health_online = "adults_digital_services_health", education_online = "adults_digital_services_education",
  insurance_online = "adults_digital_services_insurance", transport_online = "adults_digital_services_transport",
}

test("dịch vụ số: tính người lớn đang ở đây, từ tháng tròn 18 tuổi", function(t)
  household(t, {
    person { health_online = true }, person { birth_year = 2008, birth_month = 6 }, teenager(2008, 7), absent,
  })
  t:figure("adults_digital_services", { value = 50, numerator = 1, n = 2, missing = 0, missing_among = 0 })
  for _, figure in pairs(services) do t:figure(figure, { n = 2, missing = 0 }) end
end)

test("dịch vụ số: dùng một trong bốn loại là đủ, và mỗi loại có dòng riêng", function(t)
  local persons = { person() }
  for question in pairs(services) do table.insert(persons, person { [question] = true }) end
  household(t, persons)
  t:figure("adults_digital_services", { value = 80, numerator = 4, n = 5 })
  for _, figure in pairs(services) do t:figure(figure, { value = 20, numerator = 1, n = 5 }) end
end)

test("dịch vụ số: ba loại không, một loại không biết là chưa rõ; có một loại là đã rõ", function(t)
  household(t, {
    person { health_online = t.dont_know }, person { transport_online = t.refused },
    person { health_online = t.dont_know, insurance_online = true },
  })
  t:figure("adults_digital_services", {
    value = 100, n = 1, missing = 2, missing_reasons = { dont_know = 1, refused = 1 },
  })
  t:figure("adults_digital_services_health", { value = 0, n = 1, missing_reasons = { dont_know = 2 } })
  t:figure("adults_digital_services_education", { value = 0, n = 3, missing = 0 })
  t:figure("adults_digital_services_insurance", { numerator = 1, n = 3, missing = 0 })
  t:figure("adults_digital_services_transport", { value = 0, n = 2, missing_reasons = { refused = 1 } })
end)

test("dịch vụ số: dòng của mỗi loại không tính người không trả lời được", function(t)
  local unsure = {}
  for question in pairs(services) do unsure[question] = t.dont_know end
  household(t, { person(unsure), person() })
  t:figure("adults_digital_services", { value = 0, n = 1, missing = 1 })
  for _, figure in pairs(services) do t:figure(figure, { value = 0, n = 1, missing_reasons = { dont_know = 1 } }) end
end)

test("tài khoản giao dịch: từ 15 tuổi; tài khoản ngân hàng tính, Mobile Money không tính", function(t)
  household(t, {
    person(), person { account = "mobile_money" }, person { account = "none" }, old(),
    teenager(2011, 6), young(2011, 7), absent,
  })
  t:figure("payment_account_15plus", { value = 40, numerator = 2, n = 5, missing = 0 })
end)

test("tài khoản giao dịch: không biết, từ chối thì không là có cũng không là không", function(t)
  household(t, { person(), person { account = t.dont_know }, person { account = t.refused } })
  t:figure("payment_account_15plus", {
    value = 100, n = 1, missing_reasons = { dont_know = 1, refused = 1 }, bounds = { 100 / 3, 100 },
    status = "met_uncertain",
  })
end)

test("tài khoản giao dịch: đúng 80 % là đạt", function(t)
  local persons = { person { account = "none" } }
  for _ = 1, 4 do table.insert(persons, person()) end
  household(t, persons)
  t:figure("payment_account_15plus", { value = 80, status = "met" })
end)

test("chữ ký số: người lớn có chữ ký còn hiệu lực, từ tháng tròn 18 tuổi", function(t)
  household(t, {
    person { e_signature = true }, person { birth_year = 2008, birth_month = 6 }, old(), teenager(2008, 7), absent,
  })
  t:figure("adults_e_signature", { value = 100 / 3, numerator = 1, n = 3, missing = 0 })
end)

test("chữ ký số: không biết, từ chối là thiếu", function(t)
  household(t, {
    person { e_signature = true }, person { e_signature = t.dont_know }, person { e_signature = t.refused },
  })
  t:figure("adults_e_signature", { value = 100, n = 1, missing_reasons = { dont_know = 1, refused = 1 } })
end)

test("sổ sức khỏe: tính mọi người đang ở đây, kể cả trẻ sơ sinh", function(t)
  household(t, { person(), old { health_book = false }, young(2026, 6, { health_book = true }), absent })
  t:figure("e_health_record", { value = 200 / 3, numerator = 2, n = 3, missing = 0 })
end)

test("sổ sức khỏe: không biết, từ chối là thiếu, nên đạt mà chưa chắc", function(t)
  household(t, { person(), person { health_book = t.dont_know }, young(2020, 1, { health_book = t.refused }) })
  t:figure("e_health_record", { value = 100, n = 1, missing = 2, status = "met_uncertain" })
end)

test("sổ sức khỏe: đúng 95 % chưa phải trên 95 %", function(t)
  local persons = { person { health_book = false } }
  for _ = 1, 19 do table.insert(persons, person()) end
  household(t, persons)
  t:figure("e_health_record", { value = 95, n = 20, status = "on_track" })
end)

test("VNeID: từ tháng tròn 14 tuổi, và chỉ mức 2 mới tính", function(t)
  household(t, {
    person(), person { vneid = "level_1" }, person { vneid = "none" },
    young(2012, 6, { vneid = "level_2" }), young(2012, 7, { vneid = "level_2" }), absent,
  })
  t:figure("vneid_account", { value = 50, numerator = 2, n = 4, missing = 0 })
end)

test("VNeID: dòng thứ hai là mức bất kỳ, mọi lứa tuổi", function(t)
  household(t, {
    person(), person { vneid = "level_1" }, person { vneid = "none" },
    young(2018, 1), young(2018, 1, { vneid = "level_1" }), absent,
  })
  t:figure("vneid_account_any_level", { value = 60, numerator = 3, n = 5, missing = 0 })
end)

test("VNeID: không biết, từ chối là thiếu ở cả hai dòng", function(t)
  household(t, { person { vneid = t.dont_know }, person { vneid = t.refused }, person { vneid = "none" } })
  t:figure("vneid_account", { value = 0, n = 1, missing_reasons = { dont_know = 1, refused = 1 } })
  t:figure("vneid_account_any_level", { value = 0, n = 1, missing_reasons = { dont_know = 1, refused = 1 } })
end)

test("VNeID: không rõ tháng sinh thì coi như sinh ngày 1 tháng 7", function(t)
  household(t, { young(2012, t.dont_know, { vneid = "level_2" }) })
  t:figure("vneid_account", { n = 0 })
end)

test("VNeID: không rõ tháng sinh, từ tháng 7 là đủ 14 tuổi", function(t)
  t:today "2026-07-01"
  household(t, { young(2012, t.dont_know, { vneid = "level_2" }) })
  t:figure("vneid_account", { value = 100, n = 1 }, { period = "2026-H2" })
end)

test("kỹ năng số: từ 15 tuổi; năm 2026 nam đến 61 tuổi 6 tháng, nữ đến 57 tuổi", function(t)
  household(t, {
    teenager(2011, 6), young(2011, 7), absent,
    person { birth_year = 1965, birth_month = 1 }, person { birth_year = 1964, birth_month = 12 },
    person { sex = "female", birth_year = 1969, birth_month = 7 },
    person { sex = "female", birth_year = 1969, birth_month = 6 },
  })
  t:figure("digital_skills_trained", { value = 200 / 3, numerator = 2, n = 3, missing = 0 })
end)

test("kỹ năng số: phải được tập huấn cả hai nội dung", function(t)
  household(t, {
    person(), person { trained_digital = false }, person { trained_safety = false },
    person { trained_digital = false, trained_safety = false },
  })
  t:figure("digital_skills_trained", { value = 25, numerator = 1, n = 4 })
end)

test("kỹ năng số: có một nội dung, nội dung kia không biết là chưa rõ; không một nội dung là không", function(t)
  household(t, {
    person { trained_digital = t.dont_know }, person { trained_safety = t.refused },
    person { trained_digital = t.dont_know, trained_safety = false },
  })
  t:figure("digital_skills_trained", { value = 0, n = 1, missing_reasons = { dont_know = 1, refused = 1 } })
end)

test("kỹ năng số: chưa có mức năm 2025 nên chưa có lộ trình để so", function(t)
  household(t, { person(), person { trained_digital = false } })
  t:figure("digital_skills_trained", { value = 50, status = "no_baseline", expected = false })
end)

test("dịch vụ công, người dân: chỉ tính người lớn có cần làm thủ tục", function(t)
  household(t, {
    person { needed_service = true, service_online = true },
    person { needed_service = true, service_online = false, birth_year = 2008, birth_month = 6 },
    person(), teenager(2008, 7), absent,
  })
  t:figure("online_public_service_use_persons", { value = 50, numerator = 1, n = 2, missing = 0, missing_among = 0 })
end)

test("dịch vụ công, người dân: không rõ có cần không thì không tính, không nhớ làm thế nào là thiếu", function(t)
  household(t, {
    person { needed_service = true, service_online = true },
    person { needed_service = t.dont_know }, person { needed_service = t.refused },
    person { needed_service = true, service_online = t.dont_know },
  })
  t:figure("online_public_service_use_persons", {
    value = 100, n = 1, missing_reasons = { dont_know = 1 },
    missing_among_reasons = { dont_know = 1, refused = 1 },
  })
end)

test("dịch vụ công: cộng người dân và doanh nghiệp; thiếu một bên thì chưa có con số", function(t)
  household(t, {
    person { needed_service = true, service_online = true },
    person { needed_service = true, service_online = true },
    person { needed_service = true, service_online = false },
  })
  t:figure("online_public_service_use", { value = false, status = "no_data" })
  local e = { enterprise = "dn001", e_tax = true, smedx = false, uses_digital = true, payments_month = 0 }
  e.needed_service, e.service_online = true, true
  t:record("enterprise", e)
  t:figure("online_public_service_use", { value = 75, numerator = 3, denominator = 4 })
end)

test("nhóm tuổi đổi đúng tháng tròn tuổi, và các nhóm cộng lại bằng tổng", function(t)
  household(t, {
    young(2012, 7), young(2012, 6), young(2011, 7), teenager(2011, 6), teenager(2008, 7),
    person { birth_year = 2008, birth_month = 6 }, person { birth_year = 2001, birth_month = 7 },
    person { birth_year = 2001, birth_month = 6 }, person { birth_year = 1981, birth_month = 7 },
    person { birth_year = 1981, birth_month = 6 }, person { birth_year = 1966, birth_month = 7 },
    person { birth_year = 1966, birth_month = 6 }, old(), absent,
  })
  t:figure("e_health_record", {
    n = 13,
    by = {
      age_group = {
        ["0-13"] = { n = 1 }, ["14"] = { n = 2 }, ["15-17"] = { n = 2 }, ["18-24"] = { n = 2 },
        ["25-44"] = { n = 2 }, ["45-59"] = { n = 2 }, ["60+"] = { n = 2 },
      },
      sex = { male = { n = 8 }, female = { n = 5 } },
    },
  })
end)
