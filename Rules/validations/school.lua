-- Phiếu trường học: what a school signs, and whether it goes on.

validation "school_reports_follow_grade_books" {
  over = "school", severity = "warning",
  among = function(s) return s.level ~= "preschool" and s.signs_reports end,
  must = function(s) return s.signs_grade_books end,
  message = {
    vi = "Ký số trên học bạ nhưng không ký số trên sổ điểm: học bạ lập từ sổ điểm, hãy hỏi lại trường",
    en = "School reports are signed but grade books are not, from which they are made: ask the school",
  },
}

validation "school_goes_on_signing" {
  over = "school", severity = "warning",
  previous = function(now, before) return now.signs_registers or not before.signs_registers end,
  message = {
    vi = "Kỳ trước đã ký số sổ sách, nay lại chưa: hỏi lại trường",
    en = "The registers were signed digitally before, and now are not: ask the school",
  },
}
