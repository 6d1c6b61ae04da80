-- Phiếu trường học: which books a school signs follows from its level.

test("trường mầm non chỉ được hỏi về hồ sơ, sổ sách", function(t)
  local i = t:interview "school"
  i:answer("school", "mn_md")
  t:check(not i:asked "signs_grade_books")
  t:check(not i:asked "signs_reports")
  i:answer("school", "th_md1")
  t:check(i:asked "signs_grade_books")
  t:check(i:asked "signs_reports")
end)

test("trường ký số khi ký mọi sổ mà cấp học phải có", function(t)
  t:record("school", { school = "mn_md", signs_registers = true })
  t:record("school", { school = "th_md1", signs_registers = true, signs_grade_books = true, signs_reports = true })
  t:record("school", { school = "thcs_md", signs_registers = true, signs_grade_books = true, signs_reports = false })
  t:figure("schools_signing_digitally", {
    value = 200 / 3, n = 3, status = "incomplete", expected_units = 14, reporting_units = 3,
    by = { school_level = { preschool = { value = 100 }, lower_secondary = { value = 0 } } },
  })
end)
