-- Xã thử: a small commune for tests of reports. It has four villages, 119 households, three agencies, three schools,
-- three enterprises, two products and seven tasks; its half-years tell of every status that an indicator can have.
local testing = require "testing"
local person = testing.person

local commune = {}

-- Households on the list, and those that answered in the first half of 2026.
local villages = {
  { id = "md1", vi = "Tổ dân phố 1 – Mộ Đức", en = "Neighbourhood 1 – Mộ Đức", unit = "Thị trấn Mộ Đức",
    listed = 40, answered = 38 },
  { id = "dt1", vi = "Thôn 1 – Đức Tân", en = "Village 1 – Đức Tân", unit = "Đức Tân", listed = 40, answered = 40 },
  { id = "dh1", vi = "Thôn 1 – Đức Hòa", en = "Village 1 – Đức Hòa", unit = "Đức Hòa", listed = 35, answered = 30 },
  { id = "dp1", vi = "Thôn 1 – Đức Phú", en = "Village 1 – Đức Phú", unit = "Đức Phú", listed = 4, answered = 4 },
}

-- The lists of the commune; they come before all else.
function commune.lists(t)
  local rows, households = {}, {}
  for _, village in ipairs(villages) do
    table.insert(rows, {
      name = village.id, label_vi = village.vi, label_en = village.en, former_unit = village.unit,
      households = village.listed,
    })
    for number = 1, village.listed do
      table.insert(households, { village = village.id, household_no = tostring(number), poverty = "none" })
    end
  end
  t:list("villages", rows)
  t:list("households", households)
  t:list("agencies", {
    { name = "service_centre", label_vi = "Trung tâm Phục vụ hành chính công", label_en = "Service Centre",
      dossiers = "yes" },
    { name = "police", label_vi = "Công an xã", label_en = "Commune Police", dossiers = "yes" },
    { name = "party_office", label_vi = "Văn phòng Đảng ủy", label_en = "Office of the Party", dossiers = "no" },
  })
  t:list("schools", {
    { name = "mn1", label_vi = "Trường Mầm non Mộ Đức", label_en = "Mộ Đức Preschool", level = "preschool" },
    { name = "th1", label_vi = "Trường Tiểu học Đức Tân", label_en = "Đức Tân Primary", level = "primary" },
    { name = "th2", label_vi = "Trường Tiểu học Đức Hòa", label_en = "Đức Hòa Primary", level = "primary" },
  })
  t:list("enterprises", {
    { name = "dn1", label_vi = "Công ty Gạo Mộ Đức", label_en = "Rice Ltd", kind = "doanh_nghiep", size = "micro" },
    { name = "htx1", label_vi = "HTX Đức Phú", label_en = "Cooperative", kind = "hop_tac_xa", size = "small" },
    { name = "hkd1", label_vi = "Tạp hóa Lan", label_en = "Lan's shop", kind = "ho_kinh_doanh", size = "micro" },
  })
  t:list("products", {
    { name = "ocop1", label_vi = "Gạo Đức Phú", label_en = "Rice", kind = "ocop" },
    { name = "dt1", label_vi = "Nén Đức Tân", label_en = "Shallots", kind = "characteristic" },
  })
  t:list("tasks", {
    { name = "III.1.1", label_vi = "Tuyên truyền", label_en = "Awareness", pillar = "III.1",
      owner = "Ban Xây dựng Đảng", due = "ongoing" },
    { name = "III.1.2", label_vi = "Mặt trận vận động", label_en = "The Front mobilises", pillar = "III.1",
      owner = "Ban Xây dựng Đảng", due = "ongoing" },
    { name = "III.1.3", label_vi = "Tập huấn đảng viên", label_en = "Training of members", pillar = "III.1",
      owner = "Ban Xây dựng Đảng", due = "2026-06-15" },
    { name = "III.2.3", label_vi = "Dùng dữ liệu số", label_en = "Digital data", pillar = "III.2",
      owner = "Văn phòng Đảng ủy, Văn phòng HĐND và UBND", due = "2026-03-31" },
    { name = "III.3.4", label_vi = "Xúc tiến thương mại điện tử", label_en = "E-commerce", pillar = "III.3",
      owner = "Phòng Kinh tế", due = "2026-09-30" },
    { name = "III.4.4", label_vi = "Tổ công nghệ số", label_en = "Technology teams", pillar = "III.4",
      owner = "Phòng Văn hóa – Xã hội", due = "2026-06-30" },
    { name = "IV.1", label_vi = "Học tập, quán triệt", label_en = "Study", pillar = "IV",
      owner = "Đảng ủy xã, Hội Nông dân xã", due = "" },
  })
end

-- Who of the first `count` households has what; the rest has not.
local function households(t, round, village, answered, having)
  for number = 1, answered do
    local function has(name) return number <= having[name] end
    testing.household(t, village, number, {
      _round = round, connection = has "internet" and "fibre" or "none",
      person = {
        person {
          vneid = has "vneid" and "level_2" or "level_1", health_book = has "health",
          account = not has "account" and "none" or number <= (having.unsure or 0) and t.dont_know or "bank",
          health_online = has "services", trained_safety = has "trained", _answered_by = "self",
        },
      },
    })
  end
end

-- The half-year before: lower nearly everywhere.
function commune.second_half_2025(t)
  for _, village in ipairs(villages) do
    local part = village.listed
    households(t, "2025-H2", village.id, part, {
      vneid = part, health = part * 2 // 5, account = part * 4 // 5, internet = part * 7 // 10,
      services = part * 2 // 5, trained = part // 5,
    })
  end
  testing.month(t, "2025-12")
  t:record("ocop_product", { _round = "2025-H2", product = "dt1", on_platform = false })
end

-- The households of the first half of 2026: 112 of 119 answered.
function commune.households_2026(t)
  households(t, "2026-H1", "md1", 38, {
    vneid = 38, health = 28, account = 38, internet = 35, services = 20, trained = 20, unsure = 8,
  })
  households(t, "2026-H1", "dt1", 40, {
    vneid = 36, health = 16, account = 30, internet = 20, services = 10, trained = 4,
  })
  households(t, "2026-H1", "dh1", 30, {
    vneid = 30, health = 12, account = 24, internet = 24, services = 15, trained = 3,
  })
  households(t, "2026-H1", "dp1", 4, { vneid = 3, health = 1, account = 4, internet = 2, services = 0, trained = 0 })
end

-- What the agencies, schools, enterprises and villages sent in the first half of 2026.
function commune.others_2026(t)
  for number = 1, 6 do
    local id = ("2026-%02d"):format(number)
    testing.month(t, id)
    testing.office_month(t, "party_office", id)
    if number < 6 then testing.month(t, id, { agency = "police", received_online = 200 }) end
  end
  t:record("school", { school = "mn1", signs_registers = true })
  t:record("school", { school = "th1", signs_registers = true, signs_grade_books = false, signs_reports = false })
  t:record("enterprise", {
    enterprise = "dn1", e_tax = true, smedx = false, uses_digital = true, needed_service = true, service_online = true,
    payments_month = 30, payments_cashless_month = 24,
  })
  t:record("enterprise", {
    enterprise = "htx1", e_tax = true, uses_digital = false, needed_service = false, payments_month = 0,
  })
  t:record("enterprise", { enterprise = "hkd1", e_tax = false })
  t:record("ocop_product", { product = "ocop1", on_platform = true })
  for _, village in ipairs(villages) do
    testing.village(t, village.id, {
      households = village.listed, households_1gbps = village.listed // 2, households_5g = village.listed // 4,
      team_helped = village.id == "dp1" and 3 or 20,
    })
  end
  testing.commune_year(t, "first_half_estimate", "2026-06-30", { digital_output = 4200 })
end

-- Updates of tasks: done, overdue, silent for long, never told.
function commune.tasks_2026(t)
  local function update(task, day, status, changes)
    local a = { task = task, updated_on = day, status = status, result = "đã họp" }
    for name, value in pairs(changes) do a[name] = value end
    t:record("action", a)
  end
  update("III.1.1", "2026-06-10", "under_way", {
    result = "đã phát thanh 40 buổi", spent = 20, difficulty = "Loa hỏng ở hai thôn.", cause = "Thiếu kinh phí sửa.",
    next_step = "Sửa loa.", proposal = "Cấp thêm 30 triệu đồng.",
  })
  update("III.1.2", "2025-11-01", "under_way", { spent = 99, next_step = "Họp dân." })
  update("III.1.3", "2026-05-20", "not_started", { next_step = "Mời giảng viên." })
  update("III.2.3", "2026-06-20", "under_way", { spent = 15.5, difficulty = "Máy chủ chậm." })
  update("III.3.4", "2026-06-25", "not_started", {})
  update("III.4.4", "2026-06-28", "done", { spent = t.dont_know, result = "đủ 4 tổ" })
end

-- What was written for the half-year, and a word for another period.
function commune.comments_2026(t)
  for topic, content in pairs {
    leadership = "Đảng ủy đã ban hành chương trình hành động.", difficulties = "Kinh phí bố trí chậm.",
    objective_people = "Đã tập huấn 120 đoàn viên.", vneid_account = "Đã cấp lưu động tại ba thôn.",
  } do
    t:record("comment", { topic = topic, period = "2026-H1", content = content })
  end
  t:record("comment", { topic = "funds", period = "2025-H2", content = "Kinh phí kỳ trước." })
end

-- All of it.
function commune.whole(t)
  commune.lists(t)
  commune.second_half_2025(t)
  commune.households_2026(t)
  commune.others_2026(t)
  commune.tasks_2026(t)
  commune.comments_2026(t)
end

-- Everybody has answered, and has everything: all targets are met. Two villages of one household each, one task.
function commune.all_met(t)
  commune.lists(t)
  t:list("tasks", {
    { name = "III.1.1", label_vi = "Tuyên truyền", label_en = "Awareness", pillar = "III.1",
      owner = "Ban Xây dựng Đảng", due = "ongoing" },
  })
  local two = { table.unpack(villages, 1, 2) }
  local rows, listed = {}, {}
  for _, village in ipairs(two) do
    table.insert(rows, {
      name = village.id, label_vi = village.vi, label_en = village.en, former_unit = village.unit, households = 100,
    })
    table.insert(listed, { village = village.id, household_no = "1", poverty = "none" })
  end
  t:list("villages", rows)
  t:list("households", listed)
  for _, village in ipairs(two) do
    testing.household(t, village.id, 1, {
      production = "farm", production_digital = true, payments_7d = 5, payments_cashless_7d = 5,
      person = { person { e_signature = true, needed_service = true, service_online = true } },
    })
    testing.village(t, village.id, { households_1gbps = 100 })
  end
  for number = 1, 6 do
    local id = ("2026-%02d"):format(number)
    for _, agency in ipairs { "service_centre", "police" } do
      testing.month(t, id, {
        agency = agency, staff_proficient = 10, received_online = 400, reused = 40, dossiers_digitised = 400,
        results_digitised = 395, results_electronic = 395, fees_online = 300,
      })
    end
    testing.office_month(t, "party_office", id, { staff_proficient = 5 })
  end
  t:record("satisfaction", { customer = "citizen", rating = "5" })
  t:record("school", { school = "mn1", signs_registers = true })
  for _, school in ipairs { "th1", "th2" } do
    t:record("school", { school = school, signs_registers = true, signs_grade_books = true, signs_reports = true })
  end
  t:record("enterprise", {
    enterprise = "dn1", e_tax = true, smedx = true, uses_digital = true, needed_service = true, service_online = true,
    payments_month = 30, payments_cashless_month = 30,
  })
  t:record("enterprise", {
    enterprise = "htx1", e_tax = true, uses_digital = true, needed_service = false, payments_month = 0,
  })
  t:record("enterprise", { enterprise = "hkd1", e_tax = true })
  for _, product in ipairs { "ocop1", "dt1" } do t:record("ocop_product", { product = product, on_platform = true }) end
  testing.commune_year(t, "first_half_estimate", "2026-06-30", {
    sti_budget = 20, models = 2, advanced_new_rural = true, advanced_new_rural_on = "2026-05-19",
    model = { { name = "Chợ số", recognised = true }, { name = "Vườn số", recognised = true } },
  })
  t:record("action", { task = "III.1.1", status = "done", result = "đã xong", updated_on = "2026-06-20" })
end

return commune
