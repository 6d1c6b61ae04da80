-- Chất lượng điều tra: Rules/reports/data_quality.lua over a round of five interviewers.
local testing = require "testing"
local fieldwork = require "testing_fieldwork"
local person, interview, attempt = testing.person, fieldwork.interview, fieldwork.attempt

local first_half = { period = "2026-H1" }

-- Sixty households of two villages are assigned, to Lan and Hùng; Minh, Bình and Cúc help.
local function assigned(t)
  local units = {}
  for _, village in ipairs { "md1", "dt1" } do
    for number = 1, 30 do
      table.insert(units, { key = { village, tostring(number) }, by = number <= 12 and "Lan" or "Hùng" })
    end
  end
  t:assign("household", units)
end

-- Twelve interviews each, and thirty of Cúc: Lan has half of hers by proxy, Hùng two too fast, Minh three alike, Bình
-- many payments, Cúc five who do not know their connection, and all of it at night.
local function interviews(t)
  local alike = { person = { person { health_online = false } } }
  for number = 1, 12 do
    interview(t, "Lan", "md1", number, { proxy = number <= 6, changes = 1 })
    interview(t, "Hùng", "dt1", number, { seconds = number <= 2 and 10 or 30 })
    interview(t, "Minh", "md1", 12 + number, number <= 3 and alike or nil)
    interview(t, "Bình", "dt1", 12 + number, { answers = { payments_7d = 82 + number, payments_cashless_7d = 0 } })
  end
  for number = 1, 30 do
    interview(t, "Cúc", "dh1", number, {
      hour = 22, answers = { connection = number <= 5 and t.dont_know or number == 6 and t.refused or "fibre" },
    })
  end
end

-- Visits without an interview, and records that were sent back, rejected, approved, or left in the middle.
local function others(t)
  attempt(t, "Lan", "md1", 25, "refused")
  attempt(t, "Lan", "md1", 26, "nobody_home")
  attempt(t, "Lan", "md1", 27, "not_found")
  attempt(t, "Hùng", "dt1", 25, "vacant")
  attempt(t, "Hùng", "dt1", 26, "postponed", 5)
  interview(t, "Lan", "md1", 28, { status = "approved" })
  interview(t, "Lan", "md1", 29, { status = "returned" })
  interview(t, "Lan", "md1", 30, { status = "rejected" })
  local record = t:record("household", {
    village = "dt1", household_no = "27", consent = true, _status = "incomplete", _date = "2026-06-12",
    members = 1, person = { { name = "Lê Văn Dở", relation = "head" } },
  })
  t:visit(record, { by = "Hùng", at = "2026-06-12T09:00", minutes = 5, result = "partly_completed" })
end

-- All of the round.
local function round(t)
  assigned(t)
  interviews(t)
  others(t)
end

test("quality: how many records there are, by village, with what came of the visits", function(t)
  round(t)
  t:report("data_quality", {
    contains = {
      "Phiếu khảo sát hộ gia đình, 6 tháng đầu năm 2026", "Đến 30/06/2026 có 87 phiếu, trong đó 79 phiếu xong.",
      "Tổ dân phố 1 – Mộ Đức 30 25 1 1 3 0 30 83,3 % Thôn 1 – Đức Tân 30 24 1 0 1 1 27 82,8 %",
      "Cộng 60 79 2 1 4 1 87 91,9 %",
      "Tỷ lệ trả lời 91,9 %, hợp tác 94,0 %, từ chối 1,2 %, tiếp xúc được 97,7 %. Phiếu chưa xong 1, trả lại 1, không "
        .. "duyệt 1, đã duyệt 1.",
    },
    lacks = { "Không biết số đơn vị được giao", "Chỉ gồm:", "Không có lượt đến nào", "Kỳ chưa hết" },
  }, first_half)
end)

test("quality: by interviewer, without a sum, since what nobody has visited is of nobody", function(t)
  round(t)
  t:report("data_quality", {
    contains = {
      "Hùng 36 12 1 0 1 1 15 34,3 % Lan 24 13 1 1 3 0 18 54,2 % Minh 0 12 0 0 0 0 12 100,0 % ──",
    },
  }, first_half)
end)

test("quality: units of one key but for zeros, persons of one name in a village", function(t)
  interview(t, "Lan", "md1", "10")
  interview(t, "Lan", "md1", "010")
  interview(t, "Hùng", "dt1", 28, { person = { person { name = "Lê Thị Hoa" } } })
  interview(t, "Hùng", "dt1", 29, { person = { person { name = "Lê Thị Hoa" } } })
  interview(t, "Hùng", "dt1", 30, { person = { person { name = "Lê Văn Tý" }, person { name = "Lê Văn Tý" } } })
  t:report("data_quality", {
    contains = {
      "Có thể trùng đơn vị (1)", "Tổ dân phố 1 – Mộ Đức, 10; Tổ dân phố 1 – Mộ Đức, 010",
      "Người cùng tên, tháng năm sinh, giới tính trong một thôn (2; in không quá 20)",
      "Thôn 1 – Đức Tân, 28; Thôn 1 – Đức Tân, 29", "Thôn 1 – Đức Tân, 30 (hai người trong một phiếu)",
    },
    lacks = { "Lê Thị Hoa", "Lê Văn Tý" },
  }, first_half)
end)

-- Whether some words stand in a text one after the other.
local function in_order(t, text, words)
  local place = 1
  for _, word in ipairs(words) do
    local found = text:find(word, place, true)
    t:check(found ~= nil, word)
    place = found
  end
end

test("quality: the rules that records break, errors first, then what most break, then by id", function(t)
  interview(t, "Lan", "md1", "7")
  interview(t, "Lan", "md1", "07", { person = { person { name = "Lê Thị Sáu" } } })
  interview(t, "Hùng", "dt1", 28, { person = { person { name = "Lê Thị Hoa" }, person { name = "Lê Văn Tý" } } })
  interview(t, "Hùng", "dt1", 29, { person = { person { name = "Lê Thị Hoa" } } })
  for number = 1, 2 do
    interview(t, "Bình", "dt1", number, { answers = { payments_7d = 90, payments_cashless_7d = 0 } })
  end
  local text = t:report("data_quality", {
    contains = {
      "Hai phiếu cùng một mã hộ (không kể số 0 ở đầu): giữ một phiếu, loại phiếu kia lỗi 6 2 2 0",
      "Hộ phải có đúng một chủ hộ: xem lại cột quan hệ với chủ hộ lỗi 6 1 1 0",
      "16 quy tắc, 12 quy tắc không có gì phải xem. Lỗi: 3; cảnh báo: 4; chưa xét được vì thiếu câu trả lời: 0.",
      "Xem từng phiếu: chiso data validate household --records.",
    },
  }, first_half)
  in_order(t, text, {
    "Hai phiếu cùng một mã hộ", "Hộ phải có đúng một chủ hộ", "Hơn 30 lần trả tiền", "Hai người cùng thôn",
  })
end)

test("quality: rules that could not be evaluated stand after those that are broken, the most first", function(t)
  for number = 1, 2 do
    interview(t, "Cúc", "dh1", number, { answers = { connection = "mobile", speed_mbps = t.dont_know } })
  end
  interview(t, "Cúc", "dh1", 3, { answers = { payments_7d = t.dont_know } })
  local text = t:report("data_quality", {
    contains = {
      "Tốc độ hợp với loại kết nối cảnh báo 2 0 0 2",
      "Lỗi: 0; cảnh báo: 0; chưa xét được vì thiếu câu trả lời: 3.",
    },
    lacks = "Xem từng phiếu",
  }, first_half)
  in_order(t, text, { "Tốc độ hợp với loại kết nối", "Hơn 30 lần trả tiền" })
end)

test("quality: what must be answered and was left open, incomplete records included", function(t)
  round(t)
  t:report("data_quality", {
    contains = {
      "Câu bắt buộc bỏ trống, kể cả phiếu chưa xong", "Hộ kết nối Internet chủ yếu bằng gì? 82 1 1,2 %",
      "Giới tính 82 1 1,2 %",
    },
  }, first_half)
end)

test("quality: don't know and refused by question, by interviewer, and who has most where", function(t)
  round(t)
  t:report("data_quality", {
    contains = {
      "Không biết, từ chối theo câu hỏi (2 câu nhiều nhất)", "Hộ kết nối Internet chủ yếu bằng gì? 79 6,3 % 1,3 %",
      "Mọi câu hỏi", "Cúc 455 2,2 % 0,2 % Hùng 180 0,0 % 0,0 %",
      "Nhiều nhất, từ 30 lần hỏi trở lên", "Cúc Hộ kết nối Internet chủ yếu bằng gì? 30 16,7 % 3,3 %",
    },
  }, first_half)
end)

test("quality: answers by proxy and answers all alike", function(t)
  round(t)
  t:report("data_quality", {
    contains = {
      "Lan 13 6 46,2 % Minh 12 0 0,0 %", "Cộng 79 6 7,6 %",
      "Y tế (đặt lịch khám, hồ sơ sức khỏe …) 7 79 3 3,8 %", "Minh 12 3 25,0 %",
      "Chỉ là dấu hiệu để xem lại",
    },
    lacks = "có thể nhận ra người hoặc hộ",
  }, first_half)
end)

test("quality: shares of fewer than five answers are not printed", function(t)
  for number = 1, 4 do interview(t, "Lan", "md1", number, { proxy = true }) end
  interview(t, "Hùng", "dt1", 1)
  t:report("data_quality", {
    contains = { "Hùng 1 … … Lan 4 … …", "Cộng 5 4 80,0 %", "…: không in, vì có thể nhận ra người hoặc hộ." },
  }, first_half)
end)

test("quality: warnings confirmed, changes, jumps and steps back", function(t)
  interview(t, "Lan", "md1", 1, {
    changes = 3,
    steps = {
      { "confirm", path = "members", seconds = 2 }, { "move", path = "connection", to = "members", seconds = 2 },
      { "move", path = "members", to = "connection", seconds = 2 },
    },
  })
  interview(t, "Lan", "md1", 2)
  t:report("data_quality", {
    contains = { "Số người của hộ Lan 1 2", "Lan 2 5,1 5 5,1 0 1,5 1 0,5", "Cộng 2 5,1 5 5,1 0 1,5 1 0,5" },
    lacks = { "Phiếu quá ngắn (", "Không có cảnh báo nào được xác nhận." },
  }, first_half)
end)

test("quality: how long the interviews were, and which were too short", function(t)
  round(t)
  t:report("data_quality", {
    contains = {
      "Hùng 12 5 2 5 2 0 0 0 Lan 13 5 5 5 0 0,9 0 0", "Cộng 79 5 5 5 2 0,2 0 0",
      "Phiếu quá ngắn (2 trên 2)", "Thôn 1 – Đức Tân, 1 Hùng 1,7 10 10 Thôn 1 – Đức Tân, 2 Hùng 1,7 10 10",
    },
  }, first_half)
end)

test("quality: the hours of work, outside of the usual and at the same time", function(t)
  round(t)
  t:report("data_quality", {
    contains = { "Cúc 30 1 30 22:00 22:00 30 29 Hùng 15 3 12 05:00 18:00 1 0 Lan 18 2 15 07:00 18:00 0 5" },
  }, first_half)
end)

test("quality: who is far from the others", function(t)
  round(t)
  t:report("data_quality", {
    contains = {
      "Khác xa số còn lại (3 trên 3)", "Bình 7 ngày qua hộ đã trả tiền mấy lần? 12 88,5 0 4",
      "Minh Y tế (đặt lịch khám, hồ sơ sức khỏe …) 12 75,0 % 100,0 % -4", "Cúc Không biết, từ chối 30 2,4 % 0,0 % 4",
    },
  }, first_half)
end)

test("quality: a twentieth of each interviewer's records is drawn to be asked again", function(t)
  round(t)
  t:report("data_quality", {
    contains = { "Phúc tra (6 trên 6 phiếu được chọn)", "hạt giống 20260701, cùng hạt giống cho cùng danh sách." },
  }, first_half)
end)

-- A re-interview of a household.
local function again(t, village, number, changes)
  local h = {
    village = village, household_no = number, members = 1, connection = "fibre", production = "none",
    _date = "2026-06-20",
  }
  for name, value in pairs(changes or {}) do h[name] = value end
  t:record("household_reinterview", h)
end

test("quality: what the re-interviews found", function(t)
  for number = 1, 3 do interview(t, "Lan", "md1", number) end
  again(t, "md1", "1", { members = 2 })
  again(t, "md1", "2", { connection = "none" })
  again(t, "dt1", "9")
  t:report("data_quality", {
    contains = {
      "Đã phúc tra 2 đơn vị: 2 trên 6 câu trả lời khác nhau (33,3 %).", "Số người của hộ 2 1 50,0 % 100,0 % 0",
      "Hộ có sản xuất, kinh doanh không? 2 0 0,0 % – –",
    },
    lacks = "Chưa có hộ nào được phúc tra",
  }, first_half)
end)
