-- Xã hội số, chỉ tiêu về hộ và thôn: fast Internet, payments without cash, technology teams, learning spaces.

-- A household of one who lives elsewhere, so that only the questions about the household are asked.
local function household(number, changes)
  local h = {
    village = "md1", household_no = number, consent = true, _respondent = "Lê Văn An", members = 1,
    person = { { name = "Lê Văn An", relation = "head", sex = "male", birth_year = 1985, residence = "absent" } },
    connection = "fibre", production = "none", payments_7d = 0,
  }
  for name, value in pairs(changes or {}) do h[name] = value end
  return h
end

-- An enterprise that needed no public service and paid nothing.
local function enterprise(name, changes)
  local e = {
    enterprise = name, e_tax = true, smedx = false, uses_digital = true, needed_service = false, payments_month = 0,
  }
  for key, value in pairs(changes or {}) do e[key] = value end
  return e
end

local function village(name, changes)
  local v = {
    village = name, households = 100, households_1gbps = 50, households_5g = 100,
    team = true, team_meetings = 1, team_helped = 10, learning_spaces = 1,
  }
  for key, value in pairs(changes or {}) do v[key] = value end
  return v
end

test("Internet nhanh: cáp quang luôn tính; loại khác tính từ đúng 30 Mb/s; không kết nối thì không", function(t)
  t:record("household", household "1")
  t:record("household", household("2", { connection = "mobile", speed_mbps = 30 }))
  t:record("household", household("3", { connection = "mobile", speed_mbps = 29.99 }))
  t:record("household", household("4", { connection = "other", speed_mbps = 30 }))
  t:record("household", household("5", { connection = "other", speed_mbps = 29.99 }))
  t:record("household", household("6", { connection = "none" }))
  t:figure("households_fast_internet", { value = 50, numerator = 3, n = 6, missing = 0 })
end)

test("Internet nhanh: không biết tốc độ, không biết hoặc từ chối nói loại kết nối là thiếu", function(t)
  t:record("household", household "1")
  t:record("household", household("2", { connection = "mobile", speed_mbps = t.dont_know }))
  t:record("household", household("3", { connection = t.dont_know }))
  t:record("household", household("4", { connection = t.refused }))
  t:figure("households_fast_internet", { value = 100, n = 1, missing_reasons = { dont_know = 2, refused = 1 } })
end)

test("Internet nhanh: đúng 90 % chưa phải trên 90 %", function(t)
  t:record("household", household("1", { connection = "none" }))
  for number = 2, 10 do t:record("household", household(tostring(number))) end
  t:figure("households_fast_internet", { value = 90, n = 10, status = "on_track" })
end)

test("hộ được tách theo thôn, đơn vị cũ, diện nghèo; hộ ngoài danh sách không rõ diện nghèo", function(t)
  t:list("households", {
    { village = "md1", household_no = "1", poverty = "poor" },
    { village = "dt1", household_no = "1", poverty = "near_poor" },
    { village = "dp6", household_no = "1", poverty = "none" },
  })
  t:record("household", household "1")
  t:record("household", household("1", { village = "dt1", connection = "none" }))
  t:record("household", household("1", { village = "dp6" }))
  t:record("household", household("2", { village = "dp6", connection = "none" }))
  t:figure("households_fast_internet", {
    value = 50, n = 4,
    by = {
      village = { md1 = { value = 100, n = 1 }, dt1 = { value = 0, n = 1 }, dp6 = { value = 50, n = 2 } },
      former_unit = {
        ["Thị trấn Mộ Đức"] = { n = 1 }, ["Đức Tân"] = { n = 1 }, ["Đức Phú"] = { n = 2 }, ["Đức Hòa"] = false,
      },
      poverty = { poor = { value = 100 }, near_poor = { value = 0 }, none = { value = 100 }, _unknown = { n = 1 } },
    },
  })
end)

test("mẫu kỳ 2 năm 2026: mỗi thôn nặng bằng số hộ của thôn, không bằng số phiếu", function(t)
  t:today "2026-12-31"
  t:record("household", household "1")
  t:record("household", household "2")
  t:record("household", household("1", { village = "dp6", connection = "none" }))
  t:figure("households_fast_internet", {
    n = 3, numerator = 742, denominator = 742 + 282, value = 100 * 742 / (742 + 282),
  })
end)

test("tổng điều tra kỳ 1 năm 2026: mỗi phiếu một hộ, không có trọng số", function(t)
  t:record("household", household "1")
  t:record("household", household "2")
  t:record("household", household("1", { village = "dp6", connection = "none" }))
  t:figure("households_fast_internet", { numerator = 2, denominator = 3 })
end)

test("trả tiền, hộ: cộng số lần của các hộ có trả tiền, không phải bình quân các tỷ lệ", function(t)
  t:record("household", household("1", { payments_7d = 1, payments_cashless_7d = 1 }))
  t:record("household", household("2", { payments_7d = 9, payments_cashless_7d = 0 }))
  t:record("household", household("3", { payments_7d = 0 }))
  t:figure("cashless_transactions_households", { value = 10, numerator = 1, denominator = 10, n = 2, missing = 0 })
end)

test("trả tiền, hộ: không biết tổng số lần hoặc số lần không tiền mặt thì cả hộ không tính", function(t)
  t:record("household", household("1", { payments_7d = 4, payments_cashless_7d = 2 }))
  t:record("household", household("2", { payments_7d = t.dont_know }))
  t:record("household", household("3", { payments_7d = t.refused }))
  t:record("household", household("4", { payments_7d = 10, payments_cashless_7d = t.dont_know }))
  t:figure("cashless_transactions_households", {
    value = 50, denominator = 4, n = 1, missing_reasons = { dont_know = 1 },
    missing_among_reasons = { dont_know = 1, refused = 1 },
  })
end)

test("trả tiền, doanh nghiệp: một tháng quy về 7 ngày; hộ kinh doanh không tính ở đây", function(t)
  t:record("enterprise", enterprise("dn001", { payments_month = 60, payments_cashless_month = 30 }))
  t:record("enterprise", enterprise("dn002", { payments_month = 1, payments_cashless_month = 1 }))
  t:record("enterprise", enterprise "dn003")
  t:record("enterprise", { enterprise = "hkd29", e_tax = true })
  t:figure("cashless_transactions_enterprises", {
    value = 3100 / 61, numerator = 31 * 7 / 30, denominator = 61 * 7 / 30, n = 2, missing = 0,
  })
end)

test("trả tiền, doanh nghiệp: không biết số lần thì không tính", function(t)
  t:record("enterprise", enterprise("dn001", { payments_month = 30, payments_cashless_month = 15 }))
  t:record("enterprise", enterprise("dn002", { payments_month = 30, payments_cashless_month = t.dont_know }))
  t:record("enterprise", enterprise("dn003", { payments_month = t.dont_know }))
  t:record("enterprise", enterprise("dn004", { payments_month = t.refused }))
  t:figure("cashless_transactions_enterprises", {
    value = 50, n = 1, missing_reasons = { dont_know = 1 }, missing_among_reasons = { dont_know = 1, refused = 1 },
  })
end)

test("trả tiền: hộ và doanh nghiệp cộng lại theo 7 ngày; thiếu một bên thì chưa có con số", function(t)
  t:record("household", household("1", { payments_7d = 6, payments_cashless_7d = 3 }))
  t:figure("cashless_transactions", { value = false, status = "no_data" })
  t:record("enterprise", enterprise("dn001", { payments_month = 60, payments_cashless_month = 30 }))
  t:figure("cashless_transactions", { value = 50, numerator = 10, denominator = 20 })
end)

test("dịch vụ công, doanh nghiệp: hợp tác xã tính, hộ kinh doanh và đơn vị không cần thì không", function(t)
  t:record("enterprise", enterprise("dn001", { needed_service = true, service_online = true }))
  t:record("enterprise", enterprise("dn002", { needed_service = true, service_online = false }))
  t:record("enterprise", enterprise "dn003")
  t:record("enterprise", {
    enterprise = "dn004", kind = "hop_tac_xa", e_tax = true, uses_digital = true, needed_service = true,
    service_online = true, payments_month = 0,
  })
  t:record("enterprise", { enterprise = "hkd29", e_tax = true })
  t:figure("online_public_service_use_enterprises", {
    value = 200 / 3, n = 3, missing = 0,
    by = {
      kind = { hop_tac_xa = { n = 1, value = 100 }, doanh_nghiep = { n = 2, value = 50 }, ho_kinh_doanh = { n = 0 } },
    },
  })
end)

test("dịch vụ công, doanh nghiệp: không rõ có cần không thì không tính, không rõ làm thế nào là thiếu", function(t)
  t:record("enterprise", enterprise("dn001", { needed_service = true, service_online = true }))
  t:record("enterprise", enterprise("dn002", { needed_service = true, service_online = t.dont_know }))
  t:record("enterprise", enterprise("dn003", { needed_service = t.refused }))
  t:figure("online_public_service_use_enterprises", {
    value = 100, n = 1, missing_reasons = { dont_know = 1 }, missing_among_reasons = { refused = 1 },
  })
end)

test("tổ công nghệ số: đã họp ít nhất một lần và hướng dẫn từ đúng 10 người", function(t)
  t:record("village", village "md1")
  t:record("village", village("md2", { team_helped = 9 }))
  t:record("village", village("md3", { team_meetings = 0, team_helped = 50 }))
  t:record("village", {
    village = "md4", households = 100, households_1gbps = 0, households_5g = 0, team = false, learning_spaces = 0,
  })
  t:figure("village_tech_teams", {
    value = 25, numerator = 1, n = 4, missing = 0, expected_units = 24, reporting_units = 4, status = "incomplete",
    by = { village = { md1 = { value = 100 }, md4 = { value = 0, n = 1 }, dp6 = { value = false, n = 0 } } },
  })
end)

test("tổ công nghệ số: phiếu chưa xong thì thôn chưa vào con số", function(t)
  t:record("village", village "md1")
  t:record("village", village("md2", { team_helped = 0, _status = "incomplete" }))
  t:figure("village_tech_teams", { value = 100, n = 1, missing = 0, reporting_units = 1 })
end)

test("không gian học tập số: thôn có từ một chỗ là có; dòng dưới cộng số chỗ", function(t)
  t:record("village", village("md1", { learning_spaces = 3 }))
  t:record("village", village "md2")
  t:record("village", village("dt1", { learning_spaces = 0 }))
  t:figure("digital_learning_spaces", {
    value = 200 / 3, numerator = 2, n = 3, missing = 0, by = { village = { dt1 = { value = 0 } } },
  })
  t:figure("digital_learning_spaces_total", {
    value = 4, n = 3, by = { former_unit = { ["Thị trấn Mộ Đức"] = { value = 4 }, ["Đức Tân"] = { value = 0 } } },
  })
end)
