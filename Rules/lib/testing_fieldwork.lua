-- Thực địa thử: interviews with their visits and logs, for tests of the quality of fieldwork.
local testing = require "testing"

local fieldwork = {}

-- An interview of a household on 10 June, of 20 minutes: ten answers, each of 30 seconds. What may be changed: `hour`,
-- `status`, `seconds`, `changes` (of so many answers), `person`, `proxy`, `answers` (of the household), `steps`.
function fieldwork.interview(t, who, village, number, changes)
  local c = changes or {}
  local answers = { _date = "2026-06-10", _status = c.status, person = c.person }
  for name, value in pairs(c.answers or {}) do answers[name] = value end
  answers.person = answers.person or {
    testing.person { name = ("Hộ %s %s"):format(village, number), _answered_by = c.proxy and "proxy" or "self" },
  }
  local record = testing.household(t, village, number, answers)
  local steps = {}
  for place = 1, 10 do
    steps[place] = {
      "answer", path = "members", seconds = c.seconds or 30, changes = place <= (c.changes or 0),
    }
  end
  for _, step in ipairs(c.steps or {}) do table.insert(steps, step) end
  local hour = c.hour or 7 + tonumber(number) % 12
  t:visit(record, { by = who, at = ("2026-06-10T%02d:00"):format(hour), minutes = 20, steps = steps })
end

-- A visit without an interview on 11 June, in the morning unless the hour says another.
function fieldwork.attempt(t, who, village, number, result, hour)
  local record = t:record("household", {
    village = village, household_no = tostring(number), _result = result, _date = "2026-06-11",
  })
  t:visit(record, { by = who, at = ("2026-06-11T%02d:00"):format(hour or 9), minutes = 5, result = result })
end

return fieldwork
