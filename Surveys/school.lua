-- Phiếu trường học: one record a school and half-year. Which books a school keeps follows from its level.
form "school" {
  version = 1,
  label = { vi = "Phiếu trường học", en = "School questionnaire" },
  key = { "school" },
  round = "half_year",
  measures = "state",
  frame = from_csv "schools",

  select_one "school" {
    label = { vi = "Trường", en = "School" },
    choices = from_csv "schools", required = true,
  },
  calculate "level" {
    label = { vi = "Cấp học", en = "Level" },
    calculation = function(s) return choice(s, "school").level end,
  },
  yes_no "signs_registers" {
    label = { vi = "Đã ký số trên hồ sơ, sổ sách?", en = "Signs the registers digitally?" },
    required = true,
  },
  yes_no "signs_grade_books" {
    label = { vi = "Đã ký số trên sổ điểm, sổ theo dõi đánh giá?", en = "Signs the grade books digitally?" },
    relevant = function(s) return s.level ~= "preschool" end,
    required = true,
  },
  yes_no "signs_reports" {
    label = { vi = "Đã ký số trên học bạ?", en = "Signs the school reports digitally?" },
    relevant = function(s) return s.level ~= "preschool" end,
    required = true,
  },
}
