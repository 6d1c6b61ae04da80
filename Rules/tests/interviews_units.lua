-- Phiếu trường, thôn, doanh nghiệp, sản phẩm, hài lòng, nhiệm vụ, nhận xét: from the first question to the last.

test("trường tiểu học: ba câu, câu nào cũng phải trả lời, không có không biết", function(t)
  local i = t:interview "school"
  i:answer("school", "th_md1")
  t:equal(i:value "level", "primary")
  t:equal(i:problems(), { "signs_registers", "signs_grade_books", "signs_reports" })
  t:check(i:refused("signs_registers", t.dont_know))
  for _, name in ipairs { "signs_registers", "signs_grade_books", "signs_reports" } do i:answer(name, true) end
  t:equal(i:complete().level, "primary")
  t:figure("schools_signing_digitally", { value = 100, n = 1 })
end)

test("trường mầm non: chỉ một câu; đổi trường thì câu trả lời thừa không vào phiếu", function(t)
  local i = t:interview "school"
  i:answer("school", "thcs_md")
  for _, name in ipairs { "signs_registers", "signs_grade_books", "signs_reports" } do i:answer(name, true) end
  i:answer("school", "mn_md")
  t:equal(i:value "level", "preschool")
  t:check(not i:asked "signs_grade_books")
  local record = i:complete()
  t:equal(record.signs_registers, true)
  t:equal(record.signs_reports, nil)
end)

test("thôn: số hộ có mạng không hơn số hộ của thôn; nhà mạng chưa trả lời thì ghi không biết", function(t)
  local i = t:interview "village"
  i:answer("village", "dp6")
  t:equal(i:at(), "households")
  i:type("households", "")
  t:equal(i:value "households", 282)
  t:check(i:refused("households", 0))
  i:answer("households", 290)
  for _, name in ipairs { "households_1gbps", "households_5g" } do
    t:equal(i:message(name, 291), "Không thể lớn hơn số hộ của thôn")
    t:check(not i:refused(name, 290), name)
    t:check(not i:refused(name, 0), name)
    t:check(i:refused(name, t.refused), name)
    i:answer(name, t.dont_know)
  end
  i:answer("team", false)
  t:equal(i:problems(), { "learning_spaces" })
  t:check(i:refused("learning_spaces", 51))
  i:answer("learning_spaces", 0)
  i:complete()
  t:figure("broadband_1gbps_access", { n = 0, missing = 1 })
  t:figure("village_tech_teams", { value = 0, n = 1 })
end)

test("thôn có tổ: số lần họp, số người bắt buộc; ngày hoạt động không ở tương lai, có thể bỏ trống", function(t)
  local i = t:interview "village"
  i:answer("village", "md1")
  i:answer("households", 742)
  i:answer("households_1gbps", 0)
  i:answer("households_5g", 0)
  i:answer("team", true)
  t:check(i:required "team_meetings")
  t:check(i:refused("team_meetings", 201))
  t:check(not i:required "team_last_active")
  t:equal(i:message("team_last_active", "2026-07-01"), "Ngày ở tương lai")
  t:check(not i:refused("team_last_active", "2026-06-30"))
  i:answer("team_meetings", 1)
  i:answer("learning_spaces", 1)
  t:equal(i:problems(), { "team_helped" })
  i:answer("team_helped", 10)
  i:complete()
  t:figure("village_tech_teams", { value = 100, n = 1 })
end)

test("doanh nghiệp nhỏ: SMEdx, công nghệ số, thủ tục, trả tiền", function(t)
  local i = t:interview "enterprise"
  i:answer("enterprise", "dn001")
  i:type("kind", "")
  i:type("size", "")
  t:equal(i:value "kind", "doanh_nghiep")
  t:equal(i:value "size", "micro")
  t:equal(i:problems(), { "e_tax", "smedx", "uses_digital", "needed_service", "payments_month" })
  t:check(not i:refused("e_tax", t.dont_know))
  i:answer("e_tax", true)
  i:answer("smedx", t.refused)
  i:answer("uses_digital", true)
  i:answer("needed_service", false)
  t:check(not i:asked "service_online")
  i:answer("needed_service", true)
  t:check(i:required "service_online")
  i:answer("service_online", false)
  i:answer("payments_month", t.dont_know)
  t:check(not i:asked "payments_cashless_month")
  i:answer("payments_month", 12)
  t:check(i:required "payments_cashless_month")
  t:check(i:refused("payments_cashless_month", -1))
  i:answer("payments_cashless_month", 12)
  local record = i:complete()
  t:equal(record._round, "2026")
  t:equal(record.payments_cashless_month, 12)
end)

test("SMEdx hỏi doanh nghiệp không lớn; HTX, hộ kinh doanh thì không", function(t)
  local i = t:interview "enterprise"
  i:answer("enterprise", "dn001")
  local asked = { doanh_nghiep = true, hop_tac_xa = false, ho_kinh_doanh = false }
  for kind, is_asked in pairs(asked) do
    i:answer("kind", kind)
    for _, size in ipairs { "micro", "small", "medium", "large" } do
      i:answer("size", size)
      t:equal(i:asked "smedx", is_asked and size ~= "large", kind .. ", " .. size)
    end
    t:equal(i:asked "uses_digital", kind ~= "ho_kinh_doanh", kind)
    t:equal(i:asked "payments_month", kind ~= "ho_kinh_doanh", kind)
  end
end)

test("sản phẩm: một câu, phải mở xem nên không có không biết", function(t)
  local i = t:interview "ocop_product"
  i:answer("product", "characteristic01")
  t:equal(i:problems(), { "on_platform" })
  t:check(i:refused("on_platform", t.dont_know))
  i:answer("on_platform", false)
  t:equal(i:complete()._round, "2026-H1")
  t:figure("ocop_online", { value = 0, n = 1 })
end)

test("phiếu hài lòng: không chấm điểm cũng nộp được; ngày khác thì sửa được", function(t)
  local i = t:interview "satisfaction"
  i:type("rated_on", "29/6/2026")
  t:equal(i:problems(), { "customer" })
  t:check(i:refused("customer", t.refused))
  i:answer("customer", "enterprise")
  t:check(not i:required "rating")
  t:check(i:refused("rating", t.dont_know))
  local record = i:complete()
  t:equal(record.rated_on, today() - 1)
  t:equal(record.rating, nil)
  t:figure("satisfaction", { n = 0, missing_reasons = { unanswered = 1 } })
end)

test("nhiệm vụ: ngày cập nhật là hôm nay; kết quả bắt buộc, khó khăn và kinh phí thì không", function(t)
  local i = t:interview "action"
  i:answer("task", "IV.1")
  i:type("updated_on", "")
  t:equal(i:value "updated_on", today())
  i:answer("status", "under_way")
  t:check(i:refused("spent", -1))
  t:check(not i:refused("spent", t.dont_know))
  t:equal(i:problems(), { "result" })
  i:answer("result", "Đã ban hành kế hoạch")
  i:answer("next_step", "Phân công các phòng")
  i:answer("status", "done")
  t:check(not i:asked "next_step")
  local record = i:complete()
  t:equal(record._round, "2026-06-30")
  t:equal(record.next_step, nil)
  t:equal(record.spent, nil)
end)

test("nhận xét: kỳ viết như 2026 hoặc 2026-H1", function(t)
  local i = t:interview "comment"
  i:answer("topic", "conclusions")
  for _, period in ipairs { "26", "1999", "6 tháng" } do t:check(i:refused("period", period), period) end
  for _, period in ipairs { "2026", "2026-H1", "2026-H2" } do t:check(not i:refused("period", period), period) end
  i:answer("period", "2026")
  i:answer("content", "Đã thực hiện xong.")
  t:equal(i:complete().period, "2026")
end)

test("kỳ của ý kiến: năm, nửa năm, quý, tháng; không có kỳ nào khác", function(t)
  local i = t:interview "comment"
  for _, period in ipairs { "2026", "2026-H1", "2026-H2", "2026-Q4", "2026-01", "2026-12" } do
    t:check(not i:refused("period", period), period)
  end
  for _, period in ipairs { "2026-H3", "2026-Q5", "2026-13", "2026-00", "2026H1", "2026-", "20261" } do
    t:check(i:refused("period", period), period)
  end
end)

test("tháng báo cáo của cơ quan từ 01 đến 12", function(t)
  local i = t:interview "agency_month"
  t:check(not i:refused("month", "2026-12"))
  t:check(i:refused("month", "2026-13"))
  t:check(i:refused("month", "2026-00"))
end)
