-- Quy tắc kiểm tra: records that are right, and some that break a rule.

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

-- A member who lives elsewhere is asked nothing but this.
local function absent(changes)
  local p = { name = "Lê Thị Bé", relation = "child", sex = "female", birth_year = 2016, residence = "absent" }
  for name, value in pairs(changes or {}) do p[name] = value end
  return p
end

local function household(number, persons, changes)
  local h = {
    village = "md1", household_no = number, consent = true, _respondent = "Lê Văn An",
    members = #persons, person = persons,
    connection = "fibre", production = "none", payments_7d = 0,
  }
  for name, value in pairs(changes or {}) do h[name] = value end
  return h
end

test("một hộ bình thường không vi phạm quy tắc nào của phiếu hộ", function(t)
  t:record("household", household("1", { person(), absent() }))
  for _, rule in ipairs { "household_one_head", "household_one_spouse", "household_has_an_adult",
    "household_has_a_resident", "household_payments_plausible", "household_number_once" } do
    t:validation(rule, { passed = 1, failed = 0, missing = 0 })
  end
  t:validation("person_child_younger_than_head", { passed = 1, failed = 0 })
  t:validation("person_account_needs_identity", { passed = 1, not_applicable = 1 })
end)

test("hộ phải có đúng một chủ hộ", function(t)
  t:record("household", household("1", { person(), person { name = "Lê Bình" } }))
  t:record("household", household("2", { person { relation = "other" } }))
  t:record("household", household("3", { person { name = "Lê Cúc" } }))
  t:validation("household_one_head", { checked = 3, failed = 2 })
end)

test("con phải kém, cha mẹ phải hơn chủ hộ ít nhất 13 tuổi; không có chủ hộ thì không xét", function(t)
  t:record("household", household("1", {
    person(), absent { birth_year = 1990 }, absent { relation = "parent", birth_year = 1980 },
  }))
  t:record("household", household("2", { person { relation = "other" }, absent { birth_year = 1990 } }))
  t:validation("person_child_younger_than_head", { checked = 1, failed = 1 })
  t:validation("person_parent_older_than_head", { checked = 1, failed = 1 })
end)

test("tốc độ quá nhanh so với loại kết nối; không biết tốc độ thì chưa xét được", function(t)
  t:record("household", household("1", { person() }, { connection = "other", speed_mbps = 900 }))
  t:record("household", household("2", { person() }, { connection = "mobile", speed_mbps = 900 }))
  t:record("household", household("3", { person() }, { connection = "mobile", speed_mbps = t.dont_know }))
  t:record("household", household("4", { person() }))
  t:validation("household_speed_fits_connection", {
    passed = 1, failed = 1, missing = 1, not_applicable = 1,
    message = "900 Mb/s là quá nhanh với loại kết nối này: có thể là cáp quang, hoặc ghi nhầm kb/s",
  })
end)

test("có tài khoản ngân hàng, chữ ký số mà chưa có VNeID", function(t)
  t:record("household", household("1", { person { vneid = "none", e_signature = true } }))
  t:record("household", household("2", { person { vneid = t.refused, e_signature = true } }))
  t:validation("person_account_needs_identity", { failed = 1, missing = 1 })
  t:validation("person_signature_needs_identity", { failed = 1, missing = 1 })
end)

test("mã hộ 7 và 007 là một hộ", function(t)
  t:record("household", household("7", { person() }))
  t:record("household", household("007", { person { name = "Lê Bình" } }))
  t:record("household", household("7", { person { name = "Lê Cúc" } }, { village = "md2" }))
  t:validation("household_number_once", { passed = 1, failed = 2 })
end)

test("một người được ghi ở hai hộ", function(t)
  t:record("household", household("1", { person() }))
  t:record("household", household("2", { person(), person { name = "Lê Bình" } }))
  t:validation("person_once", { passed = 1, failed = 2 })
end)

test("hộ đông lên nhiều so với kỳ trước", function(t)
  local many = { person() }
  for number = 2, 8 do many[number] = absent { name = ("Lê %d"):format(number) } end
  t:record("household", household("1", { person() }, { _round = "2025-H2", _date = "2025-11-01" }))
  t:record("household", household("1", many))
  t:validation("household_members_like_before", {
    failed = 1, no_earlier = 1, message = "Kỳ trước 1 người, nay 8 người: có thể nhầm hộ",
  })
end)

-- A monthly report of the one-stop shop that is right.
local function month(name, changes)
  local a = {
    agency = "service_centre", month = name, documents_sent = 50, documents_signed = 50,
    staff = 10, staff_proficient = 9,
    documents_connected = true, mail_connected = true, reports_connected = true, dossiers_connected = true,
    carried_over = 10, received = 100, received_online = 70, resolved = 98, withdrawn = 2, pending = 10,
    reuse_possible = 50, reused = 20, dossiers_digitised = 80, results_issued = 98, results_digitised = 90,
    results_electronic = 90, fees_due = 60, fees_online = 30,
  }
  for field, value in pairs(changes or {}) do a[field] = value end
  return a
end

test("hồ sơ chuyển sang phải bằng số còn lại của tháng trước; tháng không liền nhau thì không xét", function(t)
  t:record("agency_month", month "2026-01")
  t:record("agency_month", month("2026-02", { carried_over = 12, pending = 12 }))
  t:record("agency_month", month "2026-04")
  t:validation("agency_carried_over_from_before", { checked = 1, failed = 1, no_earlier = 1, not_applicable = 1 })
  t:validation("agency_dossiers_add_up", { passed = 3, failed = 0 })
end)

test("số của các tháng như cộng dồn từ đầu năm", function(t)
  t:record("agency_month", month "2026-01")
  t:record("agency_month", month("2026-02", {
    documents_sent = 98, documents_signed = 90, received = 205, resolved = 203, results_issued = 203, fees_due = 118,
  }))
  t:record("agency_month", month("2026-03", { documents_sent = 60, documents_signed = 60 }))
  t:validation("agency_counts_of_one_month", { checked = 2, failed = 1 })
end)

test("phiếu hài lòng không thể nhiều hơn hồ sơ đã giải quyết; chưa có báo cáo tháng thì chưa xét được", function(t)
  for _ = 1, 3 do t:record("satisfaction", { customer = "citizen", rating = "5" }) end
  t:validation("slips_not_more_than_dossiers", { checked = 1, missing = 1 })
  t:record("agency_month", month("2026-01", { received = 4, resolved = 2, received_online = 2, reuse_possible = 2,
    reused = 1, dossiers_digitised = 2, results_issued = 2, results_digitised = 2, results_electronic = 2,
    fees_due = 2, fees_online = 1 }))
  t:validation("slips_not_more_than_dossiers", { failed = 1 })
end)

test("hộ kinh doanh quy mô lớn, doanh nghiệp không nộp thuế điện tử, loại hình khác danh sách", function(t)
  t:record("enterprise", { enterprise = "hkd29", size = "large", e_tax = true })
  t:record("enterprise", {
    enterprise = "dn001", e_tax = false, smedx = false, uses_digital = true, needed_service = false,
    payments_month = 6000, payments_cashless_month = 10,
  })
  t:record("enterprise", { enterprise = "hkd30", kind = "hop_tac_xa", e_tax = true, uses_digital = true,
    needed_service = false, payments_month = t.dont_know })
  t:validation("enterprise_household_business_is_small", { failed = 1, not_applicable = 2 })
  t:validation("enterprise_pays_tax_electronically", { failed = 1, not_applicable = 2 })
  t:validation("enterprise_kind_as_listed", { passed = 2, failed = 1 })
  t:validation("enterprise_payments_plausible", { failed = 1, missing = 1 })
end)

test("trường ký số học bạ mà không ký số sổ điểm; trường thôi ký số", function(t)
  t:record("school", { school = "th_md1", signs_registers = true, signs_grade_books = true, signs_reports = true,
    _round = "2025-H2", _date = "2025-12-01" })
  t:record("school", { school = "th_md1", signs_registers = false, signs_grade_books = false, signs_reports = true })
  t:validation("school_reports_follow_grade_books", { passed = 1, failed = 1 })
  t:validation("school_goes_on_signing", { failed = 1, no_earlier = 1 })
end)

local function village(name, changes)
  local v = {
    village = name, households = 742, households_1gbps = 400, households_5g = 400,
    team = true, team_meetings = 2, team_helped = 10, learning_spaces = 1,
  }
  for key, value in pairs(changes or {}) do v[key] = value end
  return v
end

test("phiếu thôn: số hộ lệch danh sách, tổ không họp, hạ tầng mất đi", function(t)
  t:record("village", village("md1", { _round = "2025-H2", _date = "2025-12-01" }))
  t:record("village", village("md1", {
    households = 600, households_1gbps = 300, households_5g = t.dont_know, team_meetings = 0, team_helped = 4000,
  }))
  t:validation("village_households_as_listed", { passed = 1, failed = 1 })
  t:validation("village_team_meets", { failed = 1, not_applicable = 1 })
  t:validation("village_helped_plausible", { passed = 1, failed = 1 })
  t:validation("village_gigabit_kept", { failed = 1 })
  t:validation("village_5g_kept", { missing = 1 })
end)

test("số hộ của phiếu thôn phải gần số hộ đã điều tra", function(t)
  t:record("household", household("1", { person() }))
  t:record("village", village "md1")
  t:validation("village_households_agree", {
    failed = 1, missing = 23,
    message = "Phiếu thôn ghi 742 hộ, phiếu hộ cho 1 hộ: còn hộ chưa điều tra, hoặc một phiếu sai số hộ",
  })
end)

test("nhiệm vụ đã xong lại thành chưa xong, kinh phí từ đầu năm giảm; sang năm khác thì không so", function(t)
  t:record("action", { task = "III.2.3", status = "done", spent = 50, result = "x", updated_on = "2025-12-20" })
  t:record("action", { task = "III.2.3", status = "under_way", spent = 20, result = "x", updated_on = "2026-02-01" })
  t:record("action", { task = "III.2.3", status = "under_way", spent = 10, result = "x", updated_on = "2026-05-01" })
  t:record("action", { task = "III.1.1", status = "done", result = "x", updated_on = "2026-07-01" })
  t:validation("action_done_stays_done", { checked = 1, failed = 1, not_applicable = 1 })
  t:validation("action_spending_does_not_fall", {
    checked = 1, failed = 1, not_applicable = 1,
    message = "Kinh phí từ đầu năm giảm từ 20 còn 10 triệu đồng: có thể ghi số của riêng kỳ này",
  })
  t:validation("action_ongoing_is_not_done", { checked = 1, failed = 1 })
  t:validation("action_not_in_the_future", { passed = 3, failed = 1 })
end)

test("số liệu năm của xã: phần không thể hơn toàn bộ, mô hình không ghi hai lần", function(t)
  t:record("commune_year", {
    commune = "mo_duc", stage = "final", reported_on = "2026-06-01", budget_spent = 1000, sti_planned = 5,
    sti_budget = 12, sti_enterprises = 100, sti_other = 8, gross_product = 14000, gross_output = 10000,
    digital_output = 4200, models = 2,
    model = { { name = "Chợ số", recognised = true }, { name = "Chợ số", recognised = false } },
    advanced_new_rural = false, register_people_14 = 100, register_vneid = 120, register_people = 90,
    register_health_books = 95, register_people_15 = 80, register_accounts = t.dont_know,
  })
  for _, rule in ipairs { "commune_product_below_output", "commune_spending_near_plan", "commune_ages_nested",
    "commune_vneid_within_people", "commune_health_books_within_people" } do
    t:validation(rule, { failed = 1 })
  end
  t:validation("commune_accounts_within_people", { missing = 1, failed = 0 })
  t:validation("commune_model_named_once", { failed = 2 })
end)

test("sản phẩm thôi bán trên sàn", function(t)
  t:record("ocop_product", { product = "ocop01", on_platform = true, _round = "2025-H2", _date = "2025-12-01" })
  t:record("ocop_product", { product = "ocop01", on_platform = false })
  t:validation("product_stays_on_platform", { failed = 1, no_earlier = 1 })
end)
