-- The form of scripts.md, word for word.
form "household" {
  version = 1,
  label = { vi = "Phiếu khảo sát hộ gia đình", en = "Household questionnaire" },
  key = { "village", "household_no" },       -- the unit
  round = "half_year",                       -- one record a unit and round: once, day, month, quarter, half_year, year
  measures = "state",                        -- or "flow": counts of a period, to be summed
  valid_for = "12 months",                   -- how long an older state still counts
  frame = from_csv "households",             -- who should answer (optional): coverage is reported against it

  group "place" {
    label = { vi = "Địa bàn", en = "Place" },
    select_one "village" {
      label = { vi = "Thôn/tổ dân phố", en = "Village" },
      choices = from_csv "villages", required = true,
    },
    text "household_no" { label = { vi = "Mã số hộ", en = "Household no." }, pattern = "%d+", required = true },
    integer "members" { label = { vi = "Số nhân khẩu", en = "Members" }, required = true, min = 1, max = 30 },
  },

  select_one "connection" {
    label = { vi = "Hộ kết nối Internet bằng gì?", en = "How does the household connect to the Internet?" },
    choices = {
      { "fibre",  vi = "Cáp quang", en = "Fibre" },
      { "mobile", vi = "Di động",   en = "Mobile" },
      { "none",   vi = "Không",     en = "None" },
    },
    special = { "dont_know", "refused" },
  },

  decimal "speed_mbps" {
    label = { vi = "Tốc độ theo gói cước (Mb/s)", en = "Speed of the package (Mb/s)" },
    relevant = function(h) return h.connection == "fibre" end,
    special = { "dont_know" },
    constraint = function(value) return value > 0 and value <= 10000 end,
    constraint_message = { vi = "Lớn hơn 0 và không quá 10.000 Mb/s", en = "Above 0, at most 10,000 Mb/s" },
    warn = function(value) return value >= 5 end,
    warn_message = { vi = "Tốc độ thấp bất thường. Xin xác nhận lại: đúng không?", en = "Unusually slow: is that right?" },
  },

  roster "person" {
    label = { vi = "Thành viên", en = "Member" },
    title = function(p) return p.name end,
    count = function(h) return h.members end,           -- left out: "add another?"
    text "name" { label = { vi = "Họ và tên", en = "Full name" }, required = true, personal = true },
    select_one "sex" {
      label = { vi = "Giới tính", en = "Sex" }, required = true,
      choices = { { "male", vi = "Nam", en = "Male" }, { "female", vi = "Nữ", en = "Female" } },
    },
    integer "age" { label = { vi = "Tuổi tròn", en = "Age" }, required = true, min = 0, max = 120 },
    yes_no "vneid" {
      label = function(p) return { vi = p.name .. " có tài khoản VNeID mức 2?", en = "Has " .. p.name .. " a level-2 VNeID account?" } end,
      relevant = function(p) return p.age >= 14 end,
      special = { "dont_know", "refused" },
    },
  },

  calculate "adults" { calculation = function(h) return count(h.person, function(p) return p.age >= 18 end) end },
}
