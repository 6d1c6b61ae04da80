-- Cuộc phỏng vấn: warnings confirmed, length, hours, and who is far from the others.
local cells = require "quality_cells"
local words = require "words"
local t = words.t
local right, tenths, by_whom, nothing = cells.right, cells.tenths, cells.by_whom, cells.nothing

local interviews = {}

function interviews.confirmed(doc, data, q)
  if not q.has_log then return nothing(doc, cells.no_log) end
  local rows = {}
  for _, row in ipairs(q:confirmed("_question", "_interviewer")) do
    table.insert(rows, { row.question, row.label, data:written(row.confirmed), data:written(row.interviews) })
  end
  if #rows == 0 then
    return nothing(doc, { vi = "Không có cảnh báo nào được xác nhận.", en = "No warning was confirmed." })
  end
  doc:table {
    rows,
    columns = {
      t { vi = "Câu hỏi", en = "Question" }, t { vi = "Điều tra viên", en = "Interviewer" },
      right { vi = "Xác nhận", en = "Confirmed" }, right { vi = "Số phiếu", en = "Interviews" },
    },
  }
end

function interviews.lengths(doc, data, q)
  if not q.has_log then return nothing(doc, cells.no_log) end
  local rows = {}
  local function add(row, total)
    table.insert(rows, {
      row.label, data:written(row.n), tenths(data, row.median), tenths(data, row.low), tenths(data, row.high),
      data:written(row.short), tenths(data, row.changes), tenths(data, row.moves), tenths(data, row.moves_back),
      total = total,
    })
  end
  for _, row in ipairs(q:lengths "_interviewer") do add(row, false) end
  for _, row in ipairs(q:lengths()) do add(row, true) end
  if #rows == 0 then
    return nothing(doc, { vi = "Chưa có phiếu nào hỏi xong.", en = "No interview is completed yet." })
  end
  doc:table {
    rows,
    columns = {
      t { vi = "Điều tra viên", en = "Interviewer" }, right { vi = "Phiếu", en = "n" },
      right { vi = "Phút, giữa", en = "Minutes, median" }, right { vi = "Thấp", en = "Low" },
      right { vi = "Cao", en = "High" }, right { vi = "Quá ngắn", en = "Too short" },
      right { vi = "Lần sửa", en = "Changes" }, right { vi = "Nhảy câu", en = "Jumps" },
      right { vi = "Quay lại", en = "Back" },
    },
  }
  doc:note {
    vi = "Thời gian làm việc thật, chỗ nghỉ tính không quá 5 phút. Thấp, cao: một phần mười phiếu ngắn hơn, dài hơn. "
      .. "Quá ngắn: số giây mỗi câu dưới một nửa mức giữa của mọi phiếu (từ 10 phiếu trở lên). Sửa, nhảy, quay lại: "
      .. "bình quân một phiếu.",
    en = "Active time, a pause counted as 5 minutes at most. Low, high: a tenth of the interviews are shorter, longer. "
      .. "Too short: seconds an answer below half of the median of all (ten interviews or more). Changes, jumps, back: "
      .. "the mean of an interview.",
  }
  local shown = 20
  local short = q:short()
  if #short == 0 then return end
  rows = {}
  for place = 1, math.min(shown, #short) do
    local row = short[place]
    table.insert(rows, {
      -- The id of a record does not fit beside all this; it is told where the key is personal.
      row.unit ~= "" and row.unit or row.id, row.interviewer or "–", tenths(data, row.minutes),
      data:written(row.answers), tenths(data, row.seconds_an_answer),
    })
  end
  doc:table {
    rows,
    columns = {
      t { vi = "Đơn vị", en = "Unit" }, t { vi = "Điều tra viên", en = "Interviewer" },
      right { vi = "Phút", en = "Minutes" }, right { vi = "Câu", en = "Answers" },
      right { vi = "Giây/câu", en = "s/answer" },
    },
    caption = t { vi = "Phiếu quá ngắn (%d trên %d)", en = "Too short (%d of %d)" }:format(#rows, #short),
  }
end

function interviews.hours(doc, data, q)
  if not q.has_visits then return nothing(doc, cells.no_visits) end
  local rows = {}
  for _, row in ipairs(q:hours "_interviewer") do
    table.insert(rows, {
      row.label, data:written(row.visits), data:written(row.days), data:written(row.most_on_a_day), row.earliest,
      row.latest, data:written(row.outside), data:written(row.overlapping),
    })
  end
  doc:table {
    rows,
    columns = {
      t { vi = "Điều tra viên", en = "Interviewer" }, right { vi = "Lượt", en = "Visits" },
      right { vi = "Ngày", en = "Days" }, right { vi = "Nhiều nhất một ngày", en = "Most on a day" },
      right { vi = "Sớm nhất", en = "Earliest" }, right { vi = "Muộn nhất", en = "Latest" },
      right { vi = "Ngoài giờ", en = "Outside" }, right { vi = "Chồng nhau", en = "Overlap" },
    },
  }
  doc:note {
    vi = "Ngoài giờ: bắt đầu trước 6 giờ hoặc từ 21 giờ. Chồng nhau: bắt đầu khi lượt trước của cùng người chưa xong.",
    en = "Outside: begun before 6:00 or from 21:00. Overlap: begun before the same person's last visit had ended.",
  }
end

function interviews.outliers(doc, data, q)
  local by, called = by_whom(q)
  local shown = 20
  local found = q:outliers(by)
  if #found == 0 then
    return nothing(doc, {
      vi = "Không có ai, nơi nào khác xa số còn lại (cần từ 4 nhóm, mỗi nhóm từ 10 phiếu).",
      en = "Nobody is far from the others (needed are 4 groups of 10 interviews).",
    })
  end
  local rows = {}
  for place = 1, math.min(shown, #found) do
    local row = found[place]
    local function value(of)
      if row.is_share then return percent(of) end
      return tenths(data, of)
    end
    table.insert(rows, {
      row.label, row.question, data:written(row.n), value(row.value), value(row.typical), tenths(data, row.score),
    })
  end
  doc:table {
    rows,
    columns = {
      called, t { vi = "Câu hỏi", en = "Question" }, right { vi = "Phiếu", en = "n" },
      right { vi = "Kết quả", en = "Value" }, right { vi = "Mức giữa", en = "Median" }, right { vi = "z", en = "z" },
    },
    caption = t { vi = "Khác xa số còn lại (%d trên %d)", en = "Far from the others (%d of %d)" }:format(#rows, #found),
  }
  doc:note {
    vi = "z = 0,6745 × (kết quả − mức giữa) ÷ độ lệch tuyệt đối giữa; nêu khi |z| > 3,5 (Iglewicz, Hoaglin 1993).",
    en = "z = 0.6745 × (value − median) ÷ median absolute deviation; told where |z| > 3.5 (Iglewicz, Hoaglin 1993).",
  }
end

return interviews
