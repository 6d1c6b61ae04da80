-- Phiếu hộ, phiếu phúc tra: what is asked of whom, what is refused, and how an interview ends.

-- An interview that has come to its members, of whom there are so many.
local function begin(t, members)
  local i = t:interview "household"
  i:answer("village", "md1")
  i:answer("household_no", "28")
  i:answer("consent", true)
  i:answer("_respondent", "Lê Văn An")
  i:answer("members", members)
  return i
end

-- A member with the questions that everyone is asked.
local function member(i, place, year, month, residence)
  local p = i:row("person", place)
  p:answer("name", ("Lê Văn %d"):format(place))
  p:answer("relation", place == 1 and "head" or "other")
  p:answer("sex", "male")
  p:answer("birth_year", year)
  p:answer("birth_month", month)
  p:answer("residence", residence or "resident")
  return p
end

local identity = { "vneid", "health_book" }
local account = { "account", "trained_digital", "trained_safety" }
local services = {
  "health_online", "education_online", "insurance_online", "transport_online", "needed_service", "e_signature",
}

-- That all of some questions are asked and required, or none of them is.
local function all_asked(t, p, names, asked)
  for _, name in ipairs(names) do
    t:equal(p:asked(name), asked, name)
    if asked then t:check(p:required(name), name) end
  end
end

test("địa bàn: thôn, mã hộ, đồng ý, số người đều bắt buộc; mã hộ chỉ có chữ số", function(t)
  local i = t:interview "household"
  for _, name in ipairs { "village", "household_no", "consent", "members" } do t:check(i:required(name), name) end
  t:check(i:refused("household_no", "28a"))
  t:check(i:refused("household_no", "-1"))
  t:check(not i:refused("household_no", "028"))
  t:check(i:refused("members", 0))
  t:check(i:refused("members", 31))
  t:equal(i:message("members", 13), "Hộ có hơn 12 người: đúng không?")
  t:check(not i:warned("members", 12))
  i:confirm("members", 13)
  t:equal(i:count "person", 13)
end)

test("thành viên: tên, quan hệ, giới tính, năm sinh, nơi ở bắt buộc; tháng sinh thì không", function(t)
  local i = begin(t, 1)
  local p = i:row("person", 1)
  for _, name in ipairs { "name", "relation", "sex", "birth_year", "residence" } do t:check(p:required(name), name) end
  t:check(not p:required "birth_month")
end)

test("diện nghèo lấy từ danh sách; hộ ngoài danh sách thì không có", function(t)
  t:list("households", { { village = "md1", household_no = "28", poverty = "poor" } })
  local i = t:interview "household"
  i:answer("village", "md1")
  i:answer("household_no", "28")
  t:equal(i:value "poverty", "poor")
  i:answer("household_no", "29")
  t:equal(i:value "poverty", nil)
end)

test("hỏi theo tuổi: dưới 15 chỉ định danh, sức khỏe; từ 15 thêm tài khoản; từ 18 thêm dịch vụ số", function(t)
  local i = begin(t, 4)
  local cases = {
    { 2011, 7, false, false }, { 2011, 6, true, false }, { 2008, 7, true, false }, { 2008, 6, true, true },
  }
  for place, case in ipairs(cases) do
    local p = member(i, place, case[1], case[2])
    all_asked(t, p, identity, true)
    all_asked(t, p, account, case[3])
    all_asked(t, p, services, case[4])
  end
end)

test("tập huấn hỏi đến hết 62 tuổi; tài khoản, dịch vụ số hỏi mọi người già hơn", function(t)
  local i = begin(t, 2)
  local last, past = member(i, 1, 1963, 7), member(i, 2, 1963, 6)
  t:equal(last:value "age", 62)
  t:check(last:asked "trained_digital")
  t:check(last:asked "trained_safety")
  t:equal(past:value "age", 63)
  t:check(not past:asked "trained_digital")
  t:check(not past:asked "trained_safety")
  t:check(past:asked "account")
  t:check(past:asked "e_signature")
end)

test("làm thủ tục qua mạng chỉ hỏi người có cần; đổi lại câu trước thì câu sau không còn tính", function(t)
  local i = begin(t, 1)
  local p = member(i, 1, 1985, 3)
  t:check(not p:asked "service_online")
  p:type("needed_service", "1")
  t:check(p:required "service_online")
  p:type("service_online", "1")
  p:type("needed_service", "0")
  t:check(not p:asked "service_online")
  t:equal(p:value "service_online", nil)
  p:type("needed_service", "1")
  t:equal(p:value "service_online", true, "câu trả lời cũ trở lại")
end)

test("người ở nơi khác không bị hỏi gì thêm, ở tuổi nào", function(t)
  local i = begin(t, 2)
  for place, year in ipairs { 1985, 2016 } do
    local p = member(i, place, year, 3, "absent")
    all_asked(t, p, identity, false)
    all_asked(t, p, account, false)
    all_asked(t, p, services, false)
  end
end)

test("tuổi theo tháng: năm, tháng sinh trong tương lai không nhận; không biết tháng thì như tháng 7", function(t)
  local i = begin(t, 1)
  local p = i:row("person", 1)
  t:equal(p:message("birth_year", 2027), "Năm sinh ở tương lai")
  t:check(p:refused("birth_year", 1899))
  t:check(not p:refused("birth_year", 1900))
  p:answer("birth_year", 2026)
  t:equal(p:message("birth_month", 7), "Tháng sinh ở tương lai")
  p:answer("birth_month", 6)
  t:equal(p:value "age_months", 0)
  p:answer("birth_month", t.dont_know)
  t:equal(p:value "age_months", 0, "sinh trong năm: không âm")
  p:answer("birth_year", 2012)
  t:equal(p:value "age_months", 167)
  t:equal(p:value "age", 13)
  t:check(p:refused("birth_month", 0))
  t:check(not p:refused("birth_month", 1))
  t:check(not p:refused("birth_month", 12))
  t:check(p:refused("birth_month", 13))
end)

test("tên người được gọi ở câu hỏi VNeID; từ chối, không biết được nhận ở câu nào cho phép", function(t)
  local i = begin(t, 1)
  local p = member(i, 1, 1985, 3)
  t:equal(p:shown "vneid", "Lê Văn 1 có tài khoản VNeID mức nào?")
  t:language "en"
  t:equal(t:interview("household"):shown "members", "Persons of the household")
  for _, name in ipairs { "vneid", "account", "trained_digital", "trained_safety" } do
    t:check(not p:refused(name, t.dont_know), name)
    t:check(not p:refused(name, t.refused), name)
  end
  t:check(p:refused("sex", t.refused))
  t:check(p:refused("birth_year", t.dont_know))
  t:check(i:refused("production", t.dont_know))
  t:check(not i:refused("production", t.refused))
end)

test("câu chỉ người đó trả lời: tự trả lời thì không hỏi lại", function(t)
  local i = begin(t, 1)
  local p = member(i, 1, 1985, 3)
  p:type("_answered_by", "1")
  t:check(not p:warned("trained_digital", true))
  t:check(not p:warned("trained_safety", true))
  p:type("_answered_by", "0")
  t:check(p:warned("trained_safety", true))
end)

test("tốc độ: lớn hơn 0, đến 10.000; dưới 2 hoặc trên 1.000 thì hỏi lại; được nói không biết", function(t)
  local i = t:interview "household"
  for _, connection in ipairs { "fibre", "none" } do
    i:answer("connection", connection)
    t:check(not i:asked "speed_mbps", connection)
  end
  i:answer("connection", t.refused)
  t:check(not i:asked "speed_mbps")
  for _, connection in ipairs { "mobile", "other" } do
    i:answer("connection", connection)
    t:check(i:required "speed_mbps", connection)
  end
  t:equal(i:message("speed_mbps", 0), "Lớn hơn 0 và không quá 10.000 Mb/s")
  t:check(i:refused("speed_mbps", 10000.5))
  t:check(i:warned("speed_mbps", 10000))
  t:check(i:warned("speed_mbps", 1000.5))
  t:check(not i:warned("speed_mbps", 1000))
  t:check(not i:warned("speed_mbps", 2))
  t:check(i:warned("speed_mbps", 1.9))
  t:check(not i:refused("speed_mbps", t.dont_know))
  t:check(i:refused("speed_mbps", t.refused))
end)

test("sản xuất: hộ không sản xuất không bị hỏi có dùng công nghệ số không", function(t)
  for _, form in ipairs { "household", "household_reinterview" } do
    local i = t:interview(form)
    i:answer("production", "none")
    t:check(not i:asked "production_digital", form)
    for _, production in ipairs { "farm", "business", "both" } do
      i:answer("production", production)
      t:check(i:required "production_digital", production)
    end
  end
end)

test("trả tiền: quá 100 lần thì hỏi lại, quá 500 không nhận; 0 lần hay không biết thì thôi hỏi tiếp", function(t)
  local i = t:interview "household"
  t:check(i:refused("payments_7d", -1))
  t:check(i:refused("payments_7d", 501))
  t:check(not i:warned("payments_7d", 100))
  t:equal(i:message("payments_7d", 101), "Hơn 100 lần trong 7 ngày: đúng không?")
  i:answer("payments_7d", 0)
  t:check(not i:asked "payments_cashless_7d")
  i:answer("payments_7d", t.dont_know)
  t:check(not i:asked "payments_cashless_7d")
  i:answer("payments_7d", 4)
  t:check(i:required "payments_cashless_7d")
  t:equal(i:message("payments_cashless_7d", 5), "Không thể hơn tổng số lần trả tiền")
  t:check(not i:refused("payments_cashless_7d", 4))
  t:check(not i:refused("payments_cashless_7d", t.refused))
end)

test("giảm tổng số lần trả tiền sau khi đã ghi số lần không tiền mặt thì phiếu chưa xong", function(t)
  local i = begin(t, 1)
  member(i, 1, 1985, 3, "absent")
  i:answer("connection", "fibre")
  i:answer("production", "none")
  i:answer("payments_7d", 5)
  i:answer("payments_cashless_7d", 5)
  t:equal(i:problems(), {})
  i:answer("payments_7d", 3)
  t:equal(i:problems(), { "payments_cashless_7d" })
  i:answer("payments_cashless_7d", 3)
  t:equal(i:complete().payments_cashless_7d, 3)
end)

test("bớt số người thì người thừa phải được bỏ ra, không tự mất", function(t)
  local i = begin(t, 2)
  member(i, 1, 1985, 3, "absent")
  member(i, 2, 1990, 3, "absent")
  i:answer("connection", "fibre")
  i:answer("production", "none")
  i:answer("payments_7d", 0)
  i:answer("members", 1)
  t:equal(#i:problems(), 1)
  i:remove("person", 2)
  local record = i:complete()
  t:equal(#record.person, 1)
  t:equal(record.person[1].name, "Lê Văn 1")
end)

test("chưa hỏi xong thì còn thiếu những câu bắt buộc, theo thứ tự của phiếu", function(t)
  local i = begin(t, 1)
  member(i, 1, 2016, 3)
  t:equal(i:problems(), { "person[1].vneid", "person[1].health_book", "connection", "production", "payments_7d" })
end)

test("không đồng ý: kết thúc là từ chối, không giữ câu trả lời về người nào", function(t)
  local i = t:interview "household"
  i:answer("village", "md1")
  i:answer("household_no", "28")
  i:answer("consent", false)
  local record = i:complete()
  t:equal(record._result, "refused")
  t:equal(record.members, nil)
  t:equal(#record.person, 0)
  t:figure("e_health_record", { n = 0, missing = 0, missing_among = 0 })
end)

test("không gặp được ai thì ghi kết quả của lượt đến, không cần hỏi", function(t)
  local i = t:interview "household"
  i:answer("village", "md1")
  i:answer("household_no", "28")
  i:stop("nobody_home", "đi làm xa")
  t:equal(i:complete()._result, "nobody_home")
end)

test("phiếu phúc tra hỏi lại năm câu dưới cùng mã hộ, không vào con số nào", function(t)
  local i = t:interview "household_reinterview"
  t:equal(i:at(), "village")
  i:answer("village", "md1")
  t:check(i:refused("household_no", "x"))
  i:answer("household_no", "28")
  t:check(i:refused("members", 0))
  t:check(i:refused("members", 31))
  i:answer("members", 3)
  i:answer("connection", t.dont_know)
  i:answer("production", "farm")
  t:equal(i:problems(), { "production_digital" })
  i:answer("production_digital", true)
  t:equal(i:complete()._result, "completed")
  t:figure("households_fast_internet", { n = 0, missing = 0 })
  t:figure("producing_households_digital", { n = 0, missing = 0 })
end)
