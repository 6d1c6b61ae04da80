-- Quy tắc của phiếu hộ: a record that keeps each rule, one that breaks it, at the edge, and one that cannot be judged.

local function person(changes)
  local p = {
    name = "Lê Văn An", relation = "head", sex = "male", birth_year = 1985, birth_month = 3, residence = "absent",
  }
  for name, value in pairs(changes or {}) do p[name] = value end
  return p
end

-- Somebody of 41 who lives here and is asked everything.
local function resident(changes)
  local p = person {
    residence = "resident", vneid = "level_2", health_book = true, account = "none", _answered_by = "self",
    trained_digital = true, trained_safety = true, health_online = false, education_online = false,
    insurance_online = false, transport_online = false, needed_service = false, e_signature = false,
  }
  for name, value in pairs(changes or {}) do p[name] = value end
  return p
end

local function household(number, persons, changes)
  local h = {
    village = "md1", household_no = number, consent = true, _respondent = "Lê Văn An",
    members = #persons, person = persons, connection = "fibre", production = "none", payments_7d = 0,
  }
  for name, value in pairs(changes or {}) do h[name] = value end
  return h
end

test("không chủ hộ, hai chủ hộ đều sai; một chủ hộ là đúng", function(t)
  t:record("household", household("1", { person(), person { name = "Lê Bình", relation = "other" } }))
  t:record("household", household("2", { person { relation = "other" } }))
  t:record("household", household("3", { person(), person { name = "Lê Bình" } }))
  t:record("household", household("4", { person() }))
  local other = person { name = "Lê Cúc", relation = "other" }
  t:record("household", household("5", { person(), other, other }))
  t:validation("household_one_head", {
    checked = 5, passed = 3, failed = 2,
    message = "Hộ phải có đúng một chủ hộ: xem lại cột quan hệ với chủ hộ",
  })
end)

test("một vợ, chồng hoặc không có là đúng; hai thì hỏi lại", function(t)
  local spouse = person { name = "Trần Thị Cúc", relation = "spouse", sex = "female" }
  t:record("household", household("1", { person() }))
  t:record("household", household("2", { person(), spouse }))
  t:record("household", household("3", { person(), spouse, spouse }))
  t:validation("household_one_spouse", { passed = 2, failed = 1 })
end)

test("hộ phải có người từ đúng 18 tuổi", function(t)
  t:record("household", household("1", { person { birth_year = 2008, birth_month = 6 } }))
  t:record("household", household("2", { person { birth_year = 2008, birth_month = 7 } }))
  t:record("household", household("3", { person { birth_year = 2015 }, person { name = "Lê Bình" } }))
  t:validation("household_has_an_adult", { passed = 2, failed = 1 })
end)

test("cả hộ ở nơi khác thì hỏi lại", function(t)
  t:record("household", household("1", { person(), resident { name = "Lê Bình", relation = "other" } }))
  t:record("household", household("2", { person() }))
  t:record("household", household("3", { resident() }))
  t:record("household", household("4", { resident() }))
  t:validation("household_has_a_resident", { passed = 3, failed = 1 })
end)

test("tốc độ: di động đến đúng 1.000, loại khác đến đúng 300 Mb/s; cáp quang không xét", function(t)
  local function speed(number, connection, mbps)
    t:record("household", household(number, { person() }, { connection = connection, speed_mbps = mbps }))
  end
  speed("1", "mobile", 1000)
  speed("2", "mobile", 1001)
  speed("3", "other", 300)
  speed("4", "other", 300.5)
  speed("5", "mobile", t.dont_know)
  speed("6", "fibre")
  speed("7", "none")
  speed("8", t.refused)
  speed("9", "mobile", 50)
  t:validation("household_speed_fits_connection", {
    passed = 3, failed = 2, missing = 2, not_applicable = 2,
    message = "1001 Mb/s là quá nhanh với loại kết nối này: có thể là cáp quang, hoặc ghi nhầm kb/s",
  })
end)

test("trả tiền: đến đúng 30 lần một người trong 7 ngày; không biết thì chưa xét được", function(t)
  local two = { person(), person { name = "Lê Bình", relation = "other" } }
  t:record("household", household("1", two, { payments_7d = 60, payments_cashless_7d = 1 }))
  t:record("household", household("2", two, { payments_7d = 61, payments_cashless_7d = 1 }))
  t:record("household", household("3", two, { payments_7d = t.dont_know }))
  t:record("household", household("4", two))
  t:validation("household_payments_plausible", { passed = 2, failed = 1, missing = 1 })
end)

test("mã hộ trùng trong một thôn, không kể số 0 ở đầu; hai thôn thì không trùng", function(t)
  t:record("household", household("12", { person() }))
  t:record("household", household("012", { person() }))
  t:record("household", household("120", { person() }))
  t:record("household", household("12", { person() }, { village = "dp6" }))
  t:record("household", household("1", { person() }))
  t:validation("household_number_once", { passed = 3, failed = 2 })
end)

test("số người lệch kỳ trước đến đúng 5 là thường, tăng hay giảm 6 thì hỏi lại", function(t)
  local function persons(count)
    local found = { person() }
    for number = 2, count do
      found[number] = person { name = ("Lê %d"):format(number), relation = "other" }
    end
    return found
  end
  local function round(number, before, now)
    t:record("household", household(number, persons(before), { _round = "2025-H2", _date = "2025-11-01" }))
    t:record("household", household(number, persons(now)))
  end
  round("1", 1, 6)
  round("2", 1, 7)
  round("3", 6, 1)
  round("4", 7, 1)
  round("6", 3, 3)
  t:record("household", household("5", persons(2)))
  t:validation("household_members_like_before", {
    checked = 5, passed = 3, failed = 2, no_earlier = 6,
    message = "Kỳ trước 1 người, nay 7 người: có thể nhầm hộ",
  })
end)

test("chủ hộ, vợ hoặc chồng từ đúng 18 tuổi; người khác không xét", function(t)
  for number, month in ipairs { 6, 7, 5 } do
    t:record("household", household(tostring(number), {
      person { birth_year = 2008, birth_month = month },
      person { name = "Trần Thị Cúc", relation = "spouse", birth_year = 2008, birth_month = month },
      person { name = "Lê Bé", relation = "other", birth_year = 2020 },
    }))
  end
  t:validation("person_head_of_age", { passed = 2, failed = 1, not_applicable = 6 })
  t:validation("person_spouse_of_age", { passed = 2, failed = 1, not_applicable = 6 })
end)

test("con kém chủ hộ, cha mẹ hơn chủ hộ từ đúng 13 tuổi; không có chủ hộ thì không xét", function(t)
  local function relative(relation, year)
    return person { name = ("%s %d"):format(relation, year), relation = relation, birth_year = year }
  end
  t:record("household", household("1", {
    person(), relative("child", 1998), relative("child", 1997), relative("parent", 1972), relative("parent", 1973),
    relative("child", 2010), relative("parent", 1950),
  }))
  t:record("household", household("2", { relative("child", 1998), relative("parent", 1972) }))
  t:record("household", household("3", { relative("other", 1985), relative("child", 1984) }))
  t:validation("person_child_younger_than_head", { checked = 3, passed = 2, failed = 1, not_applicable = 8 })
  t:validation("person_parent_older_than_head", { checked = 3, passed = 2, failed = 1, not_applicable = 8 })
end)

test("105 tuổi còn được, 106 tuổi thì xem lại năm sinh", function(t)
  t:record("household", household("1", {
    person { birth_year = 1920, birth_month = 7 }, person { birth_year = 1920, birth_month = 6 }, person(),
  }))
  t:validation("person_age_plausible", { passed = 2, failed = 1 })
end)

test("chữ ký số cần VNeID mức nào cũng được; không có chữ ký, chưa 18 tuổi, ở nơi khác thì không xét", function(t)
  t:record("household", household("1", {
    resident { e_signature = true, vneid = "level_1" },
    resident { e_signature = true },
    resident { e_signature = true, birth_year = 2008, birth_month = 6 },
    resident { e_signature = true, vneid = "none" },
    resident { e_signature = true, vneid = t.refused },
    resident { e_signature = t.dont_know },
    resident { vneid = "none" },
    { name = "Lê Thị Bé", relation = "child", sex = "female", birth_year = 2016, residence = "resident",
      vneid = "none", health_book = true },
    person(),
  }))
  t:validation("person_signature_needs_identity", {
    passed = 3, failed = 1, missing = 2, not_applicable = 3,
  })
end)

test("tài khoản ngân hàng cần VNeID; Mobile Money, trẻ em, người ở nơi khác không xét", function(t)
  t:record("household", household("1", {
    resident { account = "bank", vneid = "level_1" },
    resident { account = "bank" },
    { name = "Lê Văn Út", relation = "child", sex = "male", birth_year = 2011, birth_month = 6,
      residence = "resident", vneid = "level_2", health_book = true, account = "bank", _answered_by = "self",
      trained_digital = true, trained_safety = true },
    resident { account = "bank", vneid = "none" },
    resident { account = "bank", vneid = t.dont_know },
    resident { account = t.refused },
    resident { account = "mobile_money", vneid = "none" },
    { name = "Lê Thị Bé", relation = "child", sex = "female", birth_year = 2016, residence = "resident",
      vneid = "none", health_book = true },
    person(),
  }))
  t:validation("person_account_needs_identity", {
    passed = 3, failed = 1, missing = 2, not_applicable = 3,
  })
end)

for field, other in pairs { name = "Lê Văn Anh", birth_year = 1986, birth_month = 4, sex = "female" } do
  test(("một người ở hai hộ: khác %s thì là hai người"):format(field), function(t)
    t:record("household", household("1", { person() }))
    t:record("household", household("2", { person { [field] = other } }))
    t:record("household", household("1", { person() }, { village = "md2" }))
    t:validation("person_once", { passed = 3, failed = 0 })
    t:record("household", household("3", { person() }))
    t:validation("person_once", { passed = 2, failed = 2 })
  end)
end

test("không biết tháng sinh thì chưa xét được là một người hay hai", function(t)
  t:record("household", household("1", { person { birth_month = t.dont_know } }))
  t:record("household", household("2", { person { birth_month = t.dont_know } }))
  t:record("household", household("3", { person() }))
  t:validation("person_once", { passed = 1, failed = 0, missing = 2 })
end)
