-- Cảnh báo điều tra thực địa: Rules/alerts/fieldwork.lua.
local testing = require "testing"
local by = testing.by

-- A visit of an interviewer to a household, on the day of the test unless it says another; by default an interview of
-- ten answers, each of six seconds.
local function visit(t, village, number, who, changes)
  local v = { answers = 10, seconds = 6 }
  for name, value in pairs(changes or {}) do v[name] = value end
  local day = v.day or tostring(today())
  local record
  if v.result then
    record = t:record("household", {
      village = village, household_no = tostring(number), _result = v.result, _date = day,
    })
  else
    record = testing.household(t, village, number, { _date = day })
  end
  local steps = {}
  for place = 1, v.result and 0 or v.answers do
    steps[place] = { "answer", path = "members", seconds = v.seconds }
  end
  t:visit(record, {
    by = who, at = day .. "T08:00", minutes = 10, result = v.result, steps = #steps > 0 and steps or nil,
  })
end

-- Households 1 to `count` of a village are given to an interviewer.
local function add(units, village, count, who)
  for number = 1, count do table.insert(units, { key = { village, tostring(number) }, by = who }) end
  return units
end

test("survey behind: 15 points short of the plan, told after three days", function(t)
  t:assign("household", add(add({}, "md1", 10), "dt1", 10))
  t:today "2026-06-18"
  for number = 1, 10 do visit(t, "md1", number, "Lan") end
  for number = 1, 7 do visit(t, "dt1", number, "Lan", { result = "nobody_home" }) end
  -- 85 % of the households; by 27 June 98.3 % should be, by the last day all.
  t:today "2026-06-27"
  t:alert("survey_behind", { pending = 0, firing = 0 })
  t:today "2026-06-30"
  t:alert("survey_behind", { pending = 1, firing = 0 })
end)

test("survey behind: which villages are slowest, over once they were visited", function(t)
  t:assign("household", add(add({}, "md1", 10), "dt1", 10))
  t:today "2026-06-18"
  for number = 1, 10 do visit(t, "md1", number, "Lan") end
  for number = 1, 5 do visit(t, "dt1", number, "Lan") end
  t:today "2026-06-20"
  t:alert("survey_behind", { pending = 1, firing = 0, sent = 0 })
  t:today "2026-06-22"
  t:alert("survey_behind", { pending = 1, firing = 0 })
  t:today "2026-06-23"
  t:alert("survey_behind", {
    firing = 1, sent = 1,
    message = "Phiếu khảo sát hộ gia đình, 6 tháng đầu năm 2026: đã đến 75,0 % số hộ, kế hoạch đến nay 96,1 %. Chậm "
      .. "nhất: Thôn 1 – Đức Tân (50,0 %); Tổ dân phố 1 – Mộ Đức (100,0 %). Việc đầu tiên: chia lại hộ chưa đến cho "
      .. "điều tra viên, chiso report data_quality",
  })
  for number = 6, 9 do visit(t, "dt1", number, "Lan") end
  t:today "2026-06-24"
  t:alert("survey_behind", { firing = 0, resolved = 1, sent = 1 })
end)

test("survey behind: before its first record a round has not begun", function(t)
  t:assign("household", add({}, "md1", 10))
  t:today "2026-06-20"
  t:alert("survey_behind", { pending = 0, firing = 0 })
end)

test("survey behind: of a round of which nobody knows who is to be asked nothing is told", function(t)
  t:today "2026-06-20"
  visit(t, "md1", 1, "Lan")
  t:alert("survey_behind", { pending = 0, firing = 0 })
end)

test("survey behind: without a list of households there is nothing to judge", function(t)
  t:language "en"
  t:assign("household", add({}, "md1", 10))
  t:today "2026-06-10"
  visit(t, "md1", 1, "Lan")
  t:today "2026-06-11"
  t:alert("survey_behind", { pending = 1 })
  t:today "2026-06-14"
  t:alert("survey_behind", {
    firing = 1,
    message = "Household questionnaire, the first half of 2026: 10.0% of the households were visited, by now 91.2% "
      .. "should be. Slowest: Neighbourhood 1 – Mộ Đức (10.0%). First: share out those that are left, chiso report "
      .. "data_quality",
  })
  t:assign("household", {})
  t:today "2026-06-15"
  t:alert("survey_behind", { firing = 1, no_data = 1, sent = 0 })
end)

-- So many visits to a village, the first ones refused.
local function visits(t, village, count, refusing)
  for number = 1, count do
    visit(t, village, number, "Lan", { result = number <= refusing and "refused" or "nobody_home" })
  end
end

test("refusals: more than 10 % of the households visited, once there are 50", function(t)
  t:today "2026-06-10"
  visits(t, "md1", 30, 1)
  visits(t, "dt1", 19, 5)
  t:alert("survey_refusals", { firing = 0 })
  visit(t, "dh1", 1, "Lan", { result = "refused" })
  t:today "2026-06-11"
  t:alert("survey_refusals", {
    firing = 1, sent = 1,
    message = "Phiếu khảo sát hộ gia đình, 6 tháng đầu năm 2026: 14,0 % số hộ đã đến từ chối (mức báo: 10,0 %). Nhiều "
      .. "nhất: Thôn 1 – Đức Tân (26,3 %); Tổ dân phố 1 – Mộ Đức (3,3 %). Việc đầu tiên: nhờ trưởng thôn đi cùng, xem "
      .. "lại lời giới thiệu",
  })
  visits(t, "dh2", 20, 0)
  t:today "2026-06-12"
  t:alert("survey_refusals", { firing = 0, resolved = 1 })
end)

test("refusals: 10 % is not above 10 %; who is not to be asked at all does not count", function(t)
  t:today "2026-06-10"
  visits(t, "md1", 50, 5)
  t:alert("survey_refusals", { firing = 0 })
  visit(t, "md1", 51, "Lan", { result = "refused" })
  for number = 52, 60 do visit(t, "md1", number, "Lan", { result = "vacant" }) end
  t:today "2026-06-11"
  t:alert("survey_refusals", { firing = 1 })
end)

test("refusals: no village with ten visits is named", function(t)
  t:language "en"
  t:today "2026-06-10"
  for _, village in ipairs { "md1", "md2", "md3", "dt1", "dt2", "dt3" } do visits(t, village, 9, 1) end
  t:alert("survey_refusals", {
    firing = 1,
    message = "Household questionnaire, the first half of 2026: 11.1% of the households visited refused (told above "
      .. "10.0%). Most: –. First: have the village head come along, look at how the survey is introduced",
  })
end)

test("refusals: without a visit there is nothing to tell", function(t)
  t:alert("survey_refusals", { firing = 0, pending = 0 })
end)

test("interviewer silent: five working days without an interview, four are not", function(t)
  t:assign("household", add(add({}, "md1", 10, "Lan"), "dt1", 10, "Hùng"))
  visit(t, "md1", 1, "Lan", { day = "2026-06-10" })
  visit(t, "dt1", 1, "Hùng", { day = "2026-06-15" })
  -- From Wednesday the 10th: 11, 12, 15, 16 and 17 June.
  t:today "2026-06-17"
  t:alert("interviewer_silent", { firing = 0 })
  t:today "2026-06-18"
  t:alert("interviewer_silent", {
    firing = 1, sent = 1,
    message = "Lan: 5 ngày làm việc không có phiếu nào (từ 10/06/2026), còn 9 hộ. Việc đầu tiên: gọi hỏi, chuyển hộ "
      .. "cho người khác nếu cần",
  })
  visit(t, "md1", 2, "Lan", { day = "2026-06-18" })
  t:today "2026-06-19"
  t:alert("interviewer_silent", { firing = 0, resolved = 1, sent = 1 })
end)

test("interviewer silent: holidays are no days of work", function(t)
  t:assign("household", add({}, "md1", 10, "Lan"))
  visit(t, "md1", 1, "Lan", { day = "2026-04-28" })
  -- 29 April, then 4, 5, 6 and 7 May.
  t:today "2026-05-07"
  t:alert("interviewer_silent", { firing = 0 })
  t:today "2026-05-08"
  t:alert("interviewer_silent", { firing = 1 })
end)

test("interviewer silent: one who has not begun is counted from the first interview of anybody", function(t)
  t:language "en"
  t:assign("household", add(add({}, "md1", 3, "Lan"), "dt1", 10, "Hùng"))
  for number = 1, 3 do visit(t, "md1", number, "Lan", { day = "2026-06-01" }) end
  t:today "2026-06-09"
  -- Lan has asked all that was assigned to her: she is ready, not silent.
  t:alert("interviewer_silent", {
    firing = 1,
    message = "Hùng: no interview for 5 working days (since 01/06/2026), 10 households left. First: call, give the "
      .. "households to others if need be",
  })
end)

test("interviewer silent: where nothing was assigned, it is not said how many are left", function(t)
  visit(t, "md1", 1, "Lan", { day = "2026-06-01" })
  t:today "2026-06-09"
  t:alert("interviewer_silent", {
    firing = 1,
    message = "Lan: 5 ngày làm việc không có phiếu nào (từ 01/06/2026). Việc đầu tiên: gọi hỏi, chuyển hộ cho người "
      .. "khác nếu cần",
  })
end)

test("interviewer silent: before the first interview nobody is; records without a visit are of nobody", function(t)
  t:assign("household", add({}, "md1", 10, "Lan"))
  t:today "2026-06-18"
  t:alert("interviewer_silent", { firing = 0, pending = 0 })
  visit(t, "md1", 1, "Lan", { day = "2026-06-18" })
  testing.household(t, "dt2", 1, { _date = "2026-06-01" })
  visit(t, "dt2", 2, nil, { day = "2026-06-01" })
  t:today "2026-06-19"
  t:alert("interviewer_silent", { firing = 0, pending = 0 })
end)

test("interviewer silent: over with the round", function(t)
  t:assign("household", add({}, "md1", 10, "Lan"))
  visit(t, "md1", 1, "Lan", { day = "2026-06-10" })
  t:today "2026-06-18"
  t:alert("interviewer_silent", { firing = 1 })
  t:today "2026-07-01"
  t:alert("interviewer_silent", { firing = 0, resolved = 1 })
end)

test("interviewer fast: a fifth of ten interviews at less than half of the usual pace", function(t)
  t:today "2026-06-10"
  for number = 1, 10 do visit(t, "dt1", number, "Hùng") end
  for number = 1, 8 do visit(t, "md1", number, "Lan") end
  visit(t, "md1", 9, "Lan", { seconds = 2.9 })
  t:alert("interviewer_fast", { firing = 0 })
  visit(t, "md1", 10, "Lan", { seconds = 2.9 })
  t:today "2026-06-11"
  t:alert("interviewer_fast", {
    firing = 1, sent = 1,
    message = "Lan: 2 trên 10 phiếu quá nhanh (chưa bằng nửa thời gian thường thấy mỗi câu). Việc đầu tiên: phúc tra "
      .. "vài hộ, chiso report data_quality",
  })
  visit(t, "md1", 11, "Lan")
  t:today "2026-06-12"
  t:alert("interviewer_fast", { firing = 0, resolved = 1 })
end)

test("interviewer fast: nine interviews are too few to tell, half of the usual pace is not too fast", function(t)
  t:language "en"
  t:today "2026-06-10"
  for number = 1, 10 do visit(t, "dt1", number, "Hùng") end
  for number = 1, 9 do visit(t, "md1", number, "Lan", { seconds = 1 }) end
  for number = 1, 10 do visit(t, "dh1", number, "Minh", { seconds = 3 }) end
  t:alert("interviewer_fast", { firing = 0 })
  visit(t, "md1", 10, "Lan")
  t:today "2026-06-11"
  local found = by(t:alert("interviewer_fast", { firing = 1 }), "interviewer")
  t:equal(found.Lan.message,
    "Lan: 9 of 10 interviews were too fast (below half of the usual time an answer). First: ask some households again, "
      .. "chiso report data_quality")
  t:equal(found.Minh, nil)
end)

test("interviewer fast: without a log of the interviews there is nothing to judge", function(t)
  for number = 1, 12 do testing.household(t, "md1", number) end
  t:alert("interviewer_fast", { firing = 0, pending = 0 })
end)
