-- Số liệu thử: made-up schools, for the demonstration only.

local function half()
  return today().month <= 6 and 1 or 2
end

-- Who has not answered: one school in the first half-year, two in the second.
local late = {
  [1] = { th_dp2 = true },
  [2] = { mn_dp = true, th_dp2 = true },
}

-- Who began late to sign a book: in the second half-year (2), or not yet (3). Whoever has begun goes on.
local since = {
  registers = { mn_dh = 2, th_dp1 = 3, thcs_dp = 2 },
  grade_books = { th_dt = 2, th_dh = 3, th_dp1 = 3, thcs_dh = 2, thcs_dp = 2 },
  reports = { th_md2 = 2, th_dt = 2, th_dh = 3, th_dp1 = 3, thcs_dt = 2, thcs_dp = 3 },
}

local function signs(book)
  return function(s) return (since[book][s.school] or 1) <= half() end
end

simulate "school" {
  _missing = function(s) return { share = late[half()][s.school] and 1 or 0 } end,

  signs_registers = signs "registers",
  signs_grade_books = signs "grade_books",
  signs_reports = signs "reports",
}
