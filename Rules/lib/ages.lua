-- Tuổi: ages, and the working age by law.
local ages = {}

-- Tuổi nghỉ hưu theo tháng, điều kiện lao động bình thường: the retirement age in months, by year
-- (Article 169 of the Labour Code; Decree 135/2020/NĐ-CP).
local retirement = {
  male = {
    [2025] = 735, [2026] = 738, [2027] = 741, [2028] = 744,
  },
  female = {
    [2025] = 680, [2026] = 684, [2027] = 688, [2028] = 692, [2029] = 696, [2030] = 700,
    [2031] = 704, [2032] = 708, [2033] = 712, [2034] = 716, [2035] = 720,
  },
}

-- The first and last year of each row above; the age does not change after the last.
local first_year = 2025
local last_year = { male = 2028, female = 2035 }

-- Age in completed months on a day. Without a month of birth, 1 July; with one, its first day.
function ages.in_months(p, day)
  local month = 7
  if known(p, "birth_month") then month = p.birth_month end
  return math.max(0, (day.year - p.birth_year) * 12 + day.month - month)
end

function ages.retirement_months(sex, year)
  return retirement[sex][math.max(first_year, math.min(year, last_year[sex]))]
end

-- From 15 to the retirement age of the year.
function ages.working_age(p, year)
  return p.age >= 15 and p.age_months < ages.retirement_months(p.sex, year)
end

return ages
