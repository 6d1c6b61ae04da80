-- Kinh tế số: who is counted, what counts, and what is left out where a figure is not known.

local function figures(changes)
  local c = {
    commune = "mo_duc", stage = "year_estimate", reported_on = "2026-06-20", budget_spent = 1000, sti_planned = 30,
    sti_budget = 12, sti_enterprises = 100, sti_other = 8, gross_product = 4000, gross_output = 10000,
    digital_output = 4200, models = 0, advanced_new_rural = false,
  }
  for key, value in pairs(changes or {}) do c[key] = value end
  return c
end

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

-- A cooperative, of any size; with `kind` an enterprise, which is asked about SMEdx unless it is large.
local function enterprise(name, changes)
  local e = {
    enterprise = name, kind = "hop_tac_xa", size = "micro", e_tax = true, uses_digital = true,
    needed_service = false, payments_month = 0,
  }
  for key, value in pairs(changes or {}) do e[key] = value end
  if e.kind == "doanh_nghiep" and e.size ~= "large" and e.smedx == nil then e.smedx = false end
  return e
end

local function business(name, changes)
  local e = { enterprise = name, kind = "ho_kinh_doanh", size = "micro", e_tax = true }
  for key, value in pairs(changes or {}) do e[key] = value end
  return e
end

test("chi ngân sách: đúng 1,5 % là đạt, dưới 1,5 % là chậm ngay trong năm", function(t)
  t:record("commune_year", figures { sti_budget = 15 })
  t:figure("sti_budget_share", { value = 1.5, numerator = 15, denominator = 1000, status = "met" })
  t:record("commune_year", figures { stage = "final", reported_on = "2026-06-25", sti_budget = 14.9 })
  t:figure("sti_budget_share", { value = 1.49, status = "behind", expected = 1.5 })
end)

test("chi ngân sách: không có một trong hai số thì chưa có con số", function(t)
  t:record("commune_year", figures { sti_budget = t.dont_know })
  t:figure("sti_budget_share", { value = false, n = 0, missing_reasons = { dont_know = 1 }, status = "no_data" })
  t:record("commune_year", figures { stage = "final", reported_on = "2026-06-25", budget_spent = t.dont_know })
  t:figure("sti_budget_share", { value = false, n = 0, missing_reasons = { dont_know = 1 } })
end)

test("chi ngân sách: tổng chi bằng 0 thì không có tỷ lệ", function(t)
  t:record("commune_year", figures { budget_spent = 0, sti_budget = 0 })
  t:figure("sti_budget_share", { value = false, denominator = 0 })
end)

test("chi so với tổng sản phẩm: cộng ngân sách, doanh nghiệp, nguồn khác; đúng 3 % là đạt", function(t)
  t:record("commune_year", figures { sti_budget = 12, sti_enterprises = 100, sti_other = 8 })
  t:figure("sti_product_share", { numerator = 120, denominator = 4000, value = 3, n = 1, status = "met" })
end)

for _, source in ipairs { "sti_budget", "sti_enterprises", "sti_other", "gross_product" } do
  test(("chi so với tổng sản phẩm: không biết %s thì chưa có con số"):format(source), function(t)
    t:record("commune_year", figures { [source] = t.dont_know })
    t:figure("sti_product_share", { value = false, n = 0, missing_reasons = { dont_know = 1 } })
  end)
end

test("kinh tế số: từ 40 % là đạt, trên 50 % cũng đạt", function(t)
  t:record("commune_year", figures { stage = "first_half_estimate", reported_on = "2026-06-01", digital_output = 3999 })
  t:figure("digital_economy_share", { value = 39.99, numerator = 3999, denominator = 10000, status = "on_track" })
  t:record("commune_year", figures { reported_on = "2026-06-10", digital_output = 4000 })
  t:figure("digital_economy_share", { value = 40, status = "met" })
  t:record("commune_year", figures { stage = "final", reported_on = "2026-06-20", digital_output = 5100 })
  t:figure("digital_economy_share", { value = 51, status = "met" })
end)

test("kinh tế số: không có giá trị sản xuất của kinh tế số thì chưa có con số", function(t)
  t:record("commune_year", figures { digital_output = t.dont_know })
  t:figure("digital_economy_share", { value = false, n = 0, missing_reasons = { dont_know = 1 } })
end)

test("số liệu năm: lấy lần lập gần nhất của xã, cũ hơn 18 tháng thì không lấy", function(t)
  t:record("commune_year", figures { stage = "final", reported_on = "2025-01-20", digital_output = 1000 })
  t:figure("digital_economy_share", { value = 10, n = 1 })
  t:record("commune_year", figures { stage = "first_half_estimate", reported_on = "2026-06-01" })
  t:figure("digital_economy_share", { value = 42, n = 1 })
  t:figure("digital_economy_share", { value = 10 }, { period = "2025" })
  t:today "2028-01-15"
  t:figure("digital_economy_share", { value = false, n = 0, status = "no_data" })
end)

test("hộ sản xuất: chỉ tính hộ có sản xuất, kinh doanh; nông nghiệp, kinh doanh hay cả hai đều tính", function(t)
  t:record("household", household "1")
  t:record("household", household("2", { production = "farm", production_digital = true }))
  t:record("household", household("3", { production = "business", production_digital = false }))
  t:record("household", household("4", { production = "both", production_digital = false }))
  t:figure("producing_households_digital", { value = 100 / 3, numerator = 1, n = 3, missing = 0, missing_among = 0 })
end)

test("hộ sản xuất: từ chối nói có sản xuất không thì không tính; không biết có dùng không là thiếu", function(t)
  t:record("household", household("1", { production = "farm", production_digital = true }))
  t:record("household", household("2", { production = "farm", production_digital = t.dont_know }))
  t:record("household", household("3", { production = "both", production_digital = t.refused }))
  t:record("household", household("4", { production = t.refused }))
  t:figure("producing_households_digital", {
    value = 100, n = 1, missing_reasons = { dont_know = 1, refused = 1 }, missing_among_reasons = { refused = 1 },
  })
end)

test("HTX mọi quy mô, doanh nghiệp nhỏ và siêu nhỏ; không doanh nghiệp vừa, lớn, không hộ kinh doanh", function(t)
  t:record("enterprise", enterprise "dn001")
  t:record("enterprise", enterprise("dn002", { size = "large", uses_digital = false }))
  t:record("enterprise", enterprise("dn003", { kind = "doanh_nghiep" }))
  t:record("enterprise", enterprise("dn004", { kind = "doanh_nghiep", size = "small", uses_digital = false }))
  t:record("enterprise", enterprise("dn005", { kind = "doanh_nghiep", size = "medium" }))
  t:record("enterprise", enterprise("dn006", { kind = "doanh_nghiep", size = "large" }))
  t:record("enterprise", business "dn007")
  t:figure("small_enterprises_digital", { value = 50, numerator = 2, n = 4, missing = 0 })
end)

test("HTX, doanh nghiệp nhỏ: không biết, từ chối là thiếu", function(t)
  t:record("enterprise", enterprise "dn001")
  t:record("enterprise", enterprise("dn002", { uses_digital = t.dont_know }))
  t:record("enterprise", enterprise("dn003", { uses_digital = t.refused }))
  t:figure("small_enterprises_digital", { value = 100, n = 1, missing_reasons = { dont_know = 1, refused = 1 } })
end)

test("ứng dụng công nghệ số: cộng hộ và đơn vị; thiếu một bên thì chưa có con số", function(t)
  t:record("household", household("1", { production = "farm", production_digital = true }))
  t:record("household", household("2", { production = "business", production_digital = false }))
  t:record("household", household("3", { production = "both", production_digital = false }))
  t:figure("producers_using_digital", { value = false, status = "no_data" })
  t:record("enterprise", enterprise "dn001")
  t:record("enterprise", business "dn002")
  t:figure("producers_using_digital", { value = 50, numerator = 2, denominator = 4 })
end)

test("OCOP, đặc trưng: mọi sản phẩm có phiếu, hai loại là hai dòng", function(t)
  t:record("ocop_product", { product = "ocop01", on_platform = true })
  t:record("ocop_product", { product = "ocop02", on_platform = false })
  t:record("ocop_product", { product = "characteristic01", on_platform = true })
  t:record("ocop_product", { product = "characteristic02", on_platform = false, _status = "rejected" })
  t:figure("ocop_online", {
    value = 200 / 3, numerator = 2, n = 3, missing = 0, expected_units = 18, reporting_units = 3, status = "incomplete",
    by = { product_kind = { ocop = { value = 50, n = 2 }, characteristic = { value = 100, n = 1 } } },
  })
end)

test("mô hình: chỉ đếm mô hình đã công nhận, hai mô hình là đạt", function(t)
  local model = { { name = "Chợ số", recognised = true }, { name = "Vườn số", recognised = false } }
  t:record("commune_year", figures { models = 2, model = model })
  t:figure("digital_economy_models", { value = 1, status = "on_track" })
  table.insert(model, { name = "Làng nghề số", recognised = true })
  t:record("commune_year", figures { stage = "final", reported_on = "2026-06-25", models = 3, model = model })
  t:figure("digital_economy_models", { value = 2, status = "met", at_least = false })
end)

test("mô hình: không đề xuất mô hình nào là 0, chưa lập số liệu là chưa có", function(t)
  t:figure("digital_economy_models", { status = "no_data", n = 0 })
  t:record("commune_year", figures())
  t:figure("digital_economy_models", { value = 0, n = 0, status = "behind" })
end)

test("thuế điện tử: doanh nghiệp mọi quy mô ở một dòng; HTX, hộ kinh doanh ở dòng dưới", function(t)
  t:record("enterprise", enterprise("dn001", { kind = "doanh_nghiep" }))
  t:record("enterprise", enterprise("dn002", { kind = "doanh_nghiep", size = "large", e_tax = false }))
  t:record("enterprise", enterprise("dn003", { e_tax = false }))
  t:record("enterprise", business "dn004")
  t:record("enterprise", business("dn005", { e_tax = false }))
  t:figure("enterprises_e_tax", {
    value = 50, numerator = 1, n = 2, missing = 0, by = { size = { micro = { value = 100 }, large = { value = 0 } } },
  })
  t:figure("enterprises_e_tax_others", {
    value = 100 / 3, numerator = 1, n = 3, missing = 0,
    by = { kind = { hop_tac_xa = { value = 0, n = 1 }, ho_kinh_doanh = { value = 50, n = 2 } } },
  })
end)

test("thuế điện tử: không biết, từ chối là thiếu ở dòng của loại hình ấy", function(t)
  t:record("enterprise", enterprise("dn001", { kind = "doanh_nghiep", e_tax = t.dont_know }))
  t:record("enterprise", enterprise("dn002", { kind = "doanh_nghiep" }))
  t:record("enterprise", enterprise("dn003", { e_tax = t.refused }))
  t:record("enterprise", business "dn004")
  t:figure("enterprises_e_tax", { value = 100, n = 1, missing_reasons = { dont_know = 1 } })
  t:figure("enterprises_e_tax_others", { value = 100, n = 1, missing_reasons = { refused = 1 } })
end)

test("SMEdx: doanh nghiệp siêu nhỏ, nhỏ, vừa; không doanh nghiệp lớn, HTX, hộ kinh doanh", function(t)
  t:record("enterprise", enterprise("dn001", { kind = "doanh_nghiep", smedx = true }))
  t:record("enterprise", enterprise("dn002", { kind = "doanh_nghiep", size = "small" }))
  t:record("enterprise", enterprise("dn003", { kind = "doanh_nghiep", size = "medium" }))
  t:record("enterprise", enterprise("dn004", { kind = "doanh_nghiep", size = "large" }))
  t:record("enterprise", enterprise "dn005")
  t:record("enterprise", business "dn006")
  t:figure("smes_in_smedx", { value = 100 / 3, numerator = 1, n = 3, missing = 0 })
end)

test("SMEdx: không biết, từ chối là thiếu", function(t)
  t:record("enterprise", enterprise("dn001", { kind = "doanh_nghiep", smedx = true }))
  t:record("enterprise", enterprise("dn002", { kind = "doanh_nghiep", smedx = t.dont_know }))
  t:record("enterprise", enterprise("dn003", { kind = "doanh_nghiep", smedx = t.refused }))
  t:figure("smes_in_smedx", { value = 100, n = 1, missing_reasons = { dont_know = 1, refused = 1 } })
end)
