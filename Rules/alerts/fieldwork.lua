-- Điều tra thực địa: the round of households that runs is behind schedule or meets refusals; an interviewer is silent
-- or too fast. What a rule asks of the fieldwork stands in data:quality (see Rules/reports/data_quality.lua).
local calendar = require "calendar"
local limits = require "alert_limits"
local owners = require "owners"
local words = require "words"
local t = words.t

local form = "household"

-- How much of the round should be done by a day, in percent: evenly between the days of fieldwork.
local function planned(data)
  local day = days_between(data.period.first, data.date) + 1
  local part = (day - limits.fieldwork_first + 1) / (limits.fieldwork_last - limits.fieldwork_first + 1)
  return 100 * math.max(0, math.min(1, part))
end

-- The three worst of some villages: "Thôn 6 – Đức Phú (12,0 %)".
local function worst(villages, measure, sign)
  local known = {}
  for _, village in ipairs(villages) do if measure(village) then table.insert(known, village) end end
  table.sort(known, function(first, second) return sign * measure(first) > sign * measure(second) end)
  local names = {}
  for place = 1, math.min(3, #known) do
    table.insert(names, ("%s (%s)"):format(known[place].label, percent(measure(known[place]))))
  end
  return #names > 0 and table.concat(names, "; ") or "–"
end

-- The units that were visited, in percent of those assigned; nothing where it is not known who was.
local function reached(row)
  if not row.assigned or row.assigned == 0 then return nil end
  return 100 * (row.assigned - row.untouched) / row.assigned
end

-- Those who refused, in percent of the units visited. (The rate of AAPOR is of all units, so it is low while many are
-- still to be visited.)
local function refused(row, least)
  local visited = row.records - row.not_eligible
  if visited < least then return nil end
  return 100 * row.refused / visited
end

local function refused_in_village(row) return refused(row, limits.refusals_least_village) end

local function round_row(q, data)
  return {
    labels = { form = form }, label = ("%s, %s"):format(q.label, data.period.label), owner = t(owners.culture),
  }
end

alert "survey_behind" {
  label = { vi = "Đợt điều tra chậm tiến độ", en = "A survey round is behind schedule" },
  watch = function(data)
    local q = data:quality(form)
    local row = round_row(q, data)
    local all = q:progress()[1]
    row.value = reached(all)
    -- Before its first record, a round has not begun. A sample that was not drawn here has no list of households.
    if q.records > 0 and not row.value then
      row.no_data = t { vi = "không biết hộ nào được giao", en = "who was assigned is not known" }
    elseif q.records > 0 then
      row.planned = planned(data)
      row.badness = row.planned - row.value
      row.where = { worst(q:progress "village", reached, -1) }
    end
    return { row }
  end,
  when = function(row) return row.planned ~= nil and row.badness >= limits.survey_points end,
  message = function(row)
    return t {
      vi = "%s: đã đến %s số hộ, kế hoạch đến nay %s. Chậm nhất: %s. Việc đầu tiên: chia lại hộ chưa đến cho điều tra "
        .. "viên, chiso report data_quality",
      en = "%s: %s of the households were visited, by now %s should be. Slowest: %s. First: share out those that are "
        .. "left, chiso report data_quality",
    }:format(row.label, percent(row.value), percent(row.planned), row.where[1])
  end,
  pending_for = "3d",
}

alert "survey_refusals" {
  label = { vi = "Nhiều hộ từ chối trả lời", en = "Many households refuse" },
  watch = function(data)
    local q = data:quality(form)
    local row = round_row(q, data)
    row.value = refused(q:progress()[1], limits.refusals_least)
    row.badness = row.value
    row.where = { worst(q:progress "village", refused_in_village, 1) }
    return { row }
  end,
  when = function(row) return row.value ~= nil and row.value > limits.refusals end,
  message = function(row)
    return t {
      vi = "%s: %s số hộ đã đến từ chối (mức báo: %s). Nhiều nhất: %s. Việc đầu tiên: nhờ trưởng thôn đi cùng, xem lại "
        .. "lời giới thiệu",
      en = "%s: %s of the households visited refused (told above %s). Most: %s. First: have the village head come "
        .. "along, look at how the survey is introduced",
    }:format(row.label, percent(row.value), percent(limits.refusals), row.where[1])
  end,
}

-- Since which day each interviewer has no interview: the last one, or where there is none yet, the first of anybody.
local function last_days(q)
  local last, first = {}, nil
  for _, interview in ipairs(q:interviews()) do
    local day = date(interview.date)
    if not first or day < first then first = day end
    local who = interview.interviewer
    if who and (not last[who] or last[who] < day) then last[who] = day end
  end
  return last, first
end

-- An interviewer has a row in the rounds with work for them only: one who is not there any more is over (no_data).
alert "interviewer_silent" {
  label = { vi = "Điều tra viên không có phiếu nào nhiều ngày", en = "An interviewer is silent" },
  watch = function(data)
    local q = data:quality(form)
    local last, first = last_days(q)
    local rows = {}
    for _, row in ipairs(first and q:progress "_interviewer" or {}) do
      local since = last[row.key] or first
      -- Up to yesterday: today's work is still to come.
      local days = calendar.working_days(since, data.date - 1)
      if row.key ~= "_unknown" then
        table.insert(rows, {
          labels = { interviewer = row.key }, label = row.label, owner = t(owners.culture), value = days,
          badness = days, since = since, left = row.assigned and row.untouched + row.partial,
        })
      end
    end
    return rows
  end,
  -- Who has done all that was assigned is not silent but ready.
  when = function(row) return row.value >= limits.interviewer_days and row.left ~= 0 end,
  message = function(row)
    local left = row.left and t { vi = ", còn %d hộ", en = ", %d households left" }:format(row.left) or ""
    return t {
      vi = "%s: %d ngày làm việc không có phiếu nào (từ %s)%s. Việc đầu tiên: gọi hỏi, chuyển hộ cho người khác nếu "
        .. "cần",
      en = "%s: no interview for %d working days (since %s)%s. First: call, give the households to others if need be",
    }:format(row.label, row.value, words.day(row.since), left)
  end,
  no_data = "resolve", repeat_every = "7d",
}

alert "interviewer_fast" {
  label = { vi = "Điều tra viên hỏi quá nhanh", en = "An interviewer is too fast" },
  watch = function(data)
    local q = data:quality(form)
    local rows = {}
    for _, row in ipairs(q:lengths "_interviewer") do
      local share = 100 * row.short / row.n
      table.insert(rows, {
        labels = { interviewer = row.key }, label = row.label, owner = t(owners.culture), value = share,
        badness = share, n = row.n, short = row.short,
      })
    end
    return rows
  end,
  when = function(row) return row.n >= limits.interviews_least and row.value >= limits.interviewer_short end,
  message = function(row)
    return t {
      vi = "%s: %d trên %d phiếu quá nhanh (chưa bằng nửa thời gian thường thấy mỗi câu). Việc đầu tiên: phúc tra vài "
        .. "hộ, chiso report data_quality",
      en = "%s: %d of %d interviews were too fast (below half of the usual time an answer). First: ask some households "
        .. "again, chiso report data_quality",
    }:format(row.label, row.short, row.n)
  end,
  no_data = "resolve",
}
