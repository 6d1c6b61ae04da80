-- Phiếu hộ gia đình: the questions that are asked or not, and the figures of a few households.

-- A person with the answers of most; `changes` says what is different.
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

-- A child under 15: asked about the account of VNeID and the health book only.
local function child(changes)
  local p = {
    name = "Lê Thị Bé", relation = "child", sex = "female", birth_year = 2016, birth_month = 9, residence = "resident",
    vneid = "none", health_book = true,
  }
  for name, value in pairs(changes or {}) do p[name] = value end
  return p
end

-- A household with these persons.
local function household(number, persons, changes)
  local h = {
    village = "md1", household_no = number, consent = true, _respondent = "Lê Văn An",
    members = #persons, person = persons,
    connection = "fibre", production = "none", payments_7d = 0,
  }
  for name, value in pairs(changes or {}) do h[name] = value end
  return h
end

test("hộ dùng cáp quang hoặc không có mạng thì không hỏi tốc độ", function(t)
  local i = t:interview "household"
  i:answer("connection", "fibre")
  t:check(not i:asked "speed_mbps")
  i:answer("connection", "none")
  t:check(not i:asked "speed_mbps")
  i:answer("connection", "mobile")
  t:check(i:asked "speed_mbps")
  t:check(i:required "speed_mbps")
  t:check(i:refused("speed_mbps", 0))
  t:check(i:warned("speed_mbps", 1.5))
  t:equal(i:message("speed_mbps", 1.5), "Tốc độ bất thường. Xin xác nhận: đúng không?")
end)

test("trẻ em không được hỏi tài khoản ngân hàng, dịch vụ số", function(t)
  local i = t:interview "household"
  i:answer("members", 1)
  local p = i:row("person", 1)
  p:answer("name", "Bé")
  p:answer("residence", "resident")
  p:answer("birth_year", 2016)
  p:answer("birth_month", 9)
  t:equal(p:value "age", 9)
  t:check(p:asked "vneid")
  t:equal(p:shown "vneid", "Bé có tài khoản VNeID mức nào?")
  t:check(not p:asked "account")
  t:check(not p:asked "health_online")
  p:answer("birth_year", 2011)
  t:check(not p:asked "account", "chưa đủ 15 tuổi: sinh tháng 9")
  p:answer("birth_month", 6)
  t:check(p:asked "account")
  t:check(not p:asked "health_online")
  p:answer("birth_year", 2008)
  t:check(p:asked "health_online")
end)

test("người đang ở nơi khác không bị hỏi gì thêm", function(t)
  local i = t:interview "household"
  i:answer("members", 1)
  local p = i:row("person", 1)
  p:answer("name", "Lê Văn An")
  p:answer("birth_year", 1985)
  p:answer("residence", "absent")
  for _, question in ipairs { "vneid", "health_book", "account", "health_online" } do
    t:check(not p:asked(question), question)
  end
end)

test("một phiếu hỏi từ đầu đến cuối", function(t)
  t:list("households", {
    { village = "md1", household_no = "28", poverty = "near_poor" },
    { village = "md1", household_no = "29", poverty = "none" },
  })
  local i = t:interview "household"
  t:equal(i:at(), "village")
  i:answer("village", "md1")
  i:answer("household_no", "28")
  t:equal(i:value "poverty", "near_poor")
  t:equal(i:at(), "consent")
  i:answer("consent", true)
  t:equal(i:at(), "_respondent")
  i:answer("_respondent", "Lê Văn An")
  i:answer("members", 1)
  local p = i:row("person", 1)
  local function answer(names)
    for _, name in ipairs(names) do
      t:equal(i:at(), "person[1]." .. name)
      p:answer(name, person()[name])
    end
  end
  -- Once for all members; here there is one.
  local function all(names)
    for _, name in ipairs(names) do
      t:equal(i:at(), "person[0]." .. name)
      p:type(name, person()[name] and "1" or "0")
    end
  end
  answer { "name", "relation", "sex", "birth_year", "birth_month", "residence", "vneid" }
  all { "health_book" }
  p:type("_answered_by", "1")
  answer { "account", "trained_digital", "trained_safety" }
  all { "health_online", "education_online", "insurance_online", "transport_online", "needed_service", "e_signature" }
  i:answer("connection", "mobile")
  i:answer("speed_mbps", 40)
  i:answer("production", "none")
  t:equal(i:problems(), { "payments_7d" })
  i:answer("payments_7d", 4)
  t:check(i:refused("payments_cashless_7d", 5))
  i:answer("payments_cashless_7d", 3)
  local record = i:complete()
  t:equal(record.person[1].age, 41)
  t:figure("households_fast_internet", { value = 100, n = 1 })
  t:figure("cashless_transactions_households", { value = 75 })
end)

test("người khác trả lời thay thì máy hỏi lại ở câu chỉ người đó trả lời", function(t)
  local i = t:interview "household"
  i:answer("members", 1)
  local p = i:row("person", 1)
  p:answer("name", "Lê Văn An")
  p:answer("residence", "resident")
  p:answer("birth_year", 1985)
  p:type("_answered_by", "0")
  t:equal(p:value "_answered_by", "proxy")
  t:check(p:warned("trained_digital", true))
  t:check(not p:warned("account", "bank"))
end)

test("không đồng ý thì lượt đến kết thúc là từ chối, và không tên ai được lưu", function(t)
  local i = t:interview "household"
  i:answer("village", "md1")
  i:answer("household_no", "28")
  i:answer("consent", false)
  local record = i:complete()
  t:equal(record._result, "refused")
  t:figure("households_fast_internet", { n = 0, value = false })
end)

test("không biết của một người thì ghi ngay ở câu hỏi chung", function(t)
  local i = t:interview "household"
  i:answer("members", 2)
  for row, year in ipairs { 1985, 1990 } do
    i:answer(("person[%d].birth_year"):format(row), year)
    i:answer(("person[%d].residence"):format(row), "resident")
  end
  i:type("person[1].health_online", "1 2k")
  t:equal(i:value "person[1].health_online", true)
  t:equal(i:reason "person[2].health_online", "dont_know")
end)

test("ngày sinh không thể ở tương lai", function(t)
  local i = t:interview "household"
  i:answer("members", 1)
  i:row("person", 1):answer("birth_year", 2026)
  t:check(i:refused("person[1].birth_year", 2027))
  t:check(i:refused("person[1].birth_month", 7))
  t:check(not i:refused("person[1].birth_month", 6))
  t:check(not i:refused("person[1].birth_month", t.dont_know))
end)

test("VNeID: người từ 14 tuổi có mức 2; trẻ em, người ở nơi khác không tính", function(t)
  t:record("household", household("1", {
    person(), person { relation = "spouse", sex = "female", vneid = "level_1" }, child(),
    { name = "Lê Văn Xa", relation = "child", sex = "male", birth_year = 2004, residence = "absent" },
  }))
  t:record("household", household("2", { person { vneid = t.dont_know } }))
  t:figure("vneid_account", {
    value = 50, numerator = 1, n = 2, missing = 1,
    by = { sex = { male = { value = 100 }, female = { value = 0 } } },
  })
end)

test("Internet tốc độ cao: cáp quang, hoặc từ 30 Mb/s", function(t)
  t:record("household", household("1", { person() }))
  t:record("household", household("2", { person() }, { connection = "mobile", speed_mbps = 30 }))
  t:record("household", household("3", { person() }, { connection = "mobile", speed_mbps = 29.9 }))
  t:record("household", household("4", { person() }, { connection = "none" }))
  t:record("household", household("5", { person() }, { connection = "other", speed_mbps = t.dont_know }))
  t:record("household", household("6", { person() }, { connection = t.refused }))
  t:figure("households_fast_internet", { value = 50, n = 4, missing = 2 })
end)

test("kỹ năng số: biết một lần không là đủ; người quá tuổi nghỉ hưu không tính", function(t)
  t:record("household", household("1", {
    person(),
    person { trained_digital = false, trained_safety = t.dont_know },
    person { trained_digital = true, trained_safety = t.dont_know },
    person { sex = "female", birth_year = 1968, birth_month = 1 },
  }))
  t:figure("digital_skills_trained", { value = 50, n = 2, missing = 1 })
end)

test("tài khoản: Mobile Money không tính là tài khoản ngân hàng", function(t)
  t:record("household", household("1", { person(), person { account = "mobile_money" }, child() }))
  t:figure("payment_account_15plus", { value = 50, n = 2 })
end)

test("hộ không gặp được thì không vào con số nào", function(t)
  t:record("household", { village = "md1", household_no = "1", _result = "nobody_home" })
  t:record("household", household("2", { person() }))
  t:figure("vneid_account", { n = 1 })
  t:figure("households_fast_internet", { n = 1 })
end)
