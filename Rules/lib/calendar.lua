-- Lịch: months before, working days.
local limits = require "alert_limits"

local calendar = {}

-- The month before that of a day, as forms write it: "2026-05".
function calendar.month_before(day)
  if day.month == 1 then return ("%d-12"):format(day.year - 1) end
  return ("%d-%02d"):format(day.year, day.month - 1)
end

local days_off = {}
for _, day in ipairs(limits.days_off) do days_off[day] = true end

local function is_working(day)
  -- 1 January 2024 was a Monday.
  if days_between(date "2024-01-01", day) % 7 >= 5 then return false end
  return not days_off[("%02d-%02d"):format(day.month, day.day)] and not days_off[tostring(day)]
end

-- The working days after one day, up to another.
function calendar.working_days(first, last)
  local found = 0
  for passed = 1, days_between(first, last) do
    if is_working(first + passed) then found = found + 1 end
  end
  return found
end

return calendar
