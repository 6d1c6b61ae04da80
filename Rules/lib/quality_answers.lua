-- Câu trả lời: what was not answered, by whom, and what was answered all alike.
local cells = require "quality_cells"
local words = require "words"
local t = words.t
local right, share, written, by_whom, worst, nothing, hidden_note =
  cells.right, cells.share, cells.written, cells.by_whom, cells.worst, cells.nothing, cells.hidden_note

local answers = {}

-- That there is nothing can be said only where nothing is hidden.
local function none(doc, found, texts)
  for _, row in ipairs(found) do
    if row.hidden then return hidden_note(doc, found) end
  end
  return nothing(doc, texts)
end

function answers.nonresponse(doc, data, q)
  local shown = 12
  local rows = {}
  local missing = function(row) return row.dont_know_rate + row.refused_rate end
  local asked = q:nonresponse "_question"
  for _, row in ipairs(worst(asked, missing, shown)) do
    table.insert(rows, {
      row.question, data:written(row.asked), share(row, row.dont_know_rate), share(row, row.refused_rate),
    })
  end
  if #rows == 0 then
    return none(doc, asked, {
      vi = "Không có câu nào trả lời không biết hoặc từ chối.", en = "Nobody said don't know.",
    })
  end
  local columns = {
    t { vi = "Câu hỏi", en = "Question" }, right { vi = "Đã hỏi", en = "Asked" },
    right { vi = "Không biết", en = "Don't know" }, right { vi = "Từ chối", en = "Refused" },
  }
  doc:table {
    rows, columns = columns,
    caption = t {
      vi = "Không biết, từ chối theo câu hỏi (%d câu nhiều nhất)",
      en = "Don't know, refused by question (the %d with most)",
    }:format(#rows),
  }
  local by, called = by_whom(q)
  local found = q:nonresponse(by)
  rows = {}
  for _, row in ipairs(found) do
    table.insert(rows, {
      row.label, data:written(row.asked), share(row, row.dont_know_rate), share(row, row.refused_rate),
    })
  end
  columns[1] = called
  doc:table { rows, columns = columns, caption = { vi = "Mọi câu hỏi", en = "All questions" } }
  hidden_note(doc, found)
  if #found < 2 then return end
  -- Who has most of it at which question, where there are enough answers to tell.
  local least = 30
  rows = {}
  local function of_many(row) return row.asked >= least and missing(row) or 0 end
  for _, row in ipairs(worst(q:nonresponse("_question", by), of_many, shown)) do
    table.insert(rows, {
      row.label, row.question, data:written(row.asked), share(row, row.dont_know_rate), share(row, row.refused_rate),
    })
  end
  if #rows == 0 then return end
  table.insert(columns, 2, t { vi = "Câu hỏi", en = "Question" })
  doc:table {
    rows, columns = columns,
    caption = t { vi = "Nhiều nhất, từ %d lần hỏi trở lên", en = "The most, of %d askings or more" }:format(least),
  }
end

function answers.required(doc, data, q)
  local rows = {}
  local asked = q:unanswered "_question"
  for _, row in ipairs(worst(asked, function(row) return row.unanswered_rate end, 20)) do
    table.insert(rows, {
      row.question, data:written(row.asked), data:written(row.unanswered), share(row, row.unanswered_rate),
    })
  end
  if #rows == 0 then
    return none(doc, asked, {
      vi = "Không có câu bắt buộc nào bỏ trống.", en = "No question that must be answered was left open.",
    })
  end
  doc:table {
    rows,
    columns = {
      t { vi = "Câu hỏi", en = "Question" }, right { vi = "Đã hỏi", en = "Asked" },
      right { vi = "Bỏ trống", en = "Open" }, right { vi = "Tỷ lệ", en = "Share" },
    },
    caption = { vi = "Câu bắt buộc bỏ trống, kể cả phiếu chưa xong", en = "Left open, incomplete records included" },
  }
end

function answers.straight_lining(doc, data, q)
  local rows = {}
  for _, row in ipairs(q:straight_lining "_question") do
    table.insert(rows, {
      row.question, data:written(row.questions), data:written(row.n), written(data, row.alike, row.hidden),
      share(row, row.share),
    })
  end
  if #rows == 0 then
    return nothing(doc, {
      vi = "Phiếu không có loạt câu hỏi nào cùng lựa chọn, hoặc chưa có ai trả lời.",
      en = "The form has no battery of questions with the same choices, or nobody has answered one.",
    })
  end
  doc:table {
    rows,
    columns = {
      t { vi = "Loạt câu hỏi, từ câu", en = "Battery that begins with" }, right { vi = "Số câu", en = "Questions" },
      right { vi = "Đã trả lời", en = "Answered" }, right { vi = "Giống hết", en = "All alike" },
      right { vi = "Tỷ lệ", en = "Share" },
    },
    caption = { vi = "Trả lời giống hết một loạt câu", en = "The same answer to all of a battery" },
  }
  local by, called = by_whom(q)
  local found = q:straight_lining(by)
  rows = {}
  for _, row in ipairs(found) do
    table.insert(rows, {
      row.label, data:written(row.n), written(data, row.alike, row.hidden), share(row, row.share),
    })
  end
  doc:table {
    rows,
    columns = {
      called, right { vi = "Đã trả lời", en = "Answered" }, right { vi = "Giống hết", en = "All alike" },
      right { vi = "Tỷ lệ", en = "Share" },
    },
    caption = { vi = "Mọi loạt câu hỏi", en = "All batteries" },
  }
  hidden_note(doc, found)
  doc:note {
    vi = "Chỉ là dấu hiệu để xem lại: có người thật sự không dùng dịch vụ nào. Hãy so giữa các dòng.",
    en = "A reason to look, not a proof: some truly use none of the services. Compare the rows.",
  }
end

function answers.proxy(doc, data, q)
  if not q.asks_proxy then
    return nothing(doc, {
      vi = "Phiếu không ghi ai là người trả lời.", en = "The form does not record who answered.",
    })
  end
  local by, called = by_whom(q)
  local found = q:proxy(by)
  local rows = {}
  local function add(row, total)
    table.insert(rows, {
      row.label, data:written(row.n), written(data, row.proxy, row.hidden), share(row, row.share), total = total,
    })
  end
  for _, row in ipairs(found) do add(row, false) end
  for _, row in ipairs(q:proxy()) do add(row, true) end
  if #rows == 0 then
    return nothing(doc, { vi = "Chưa có phiếu nào ghi ai trả lời.", en = "No record tells yet who answered." })
  end
  doc:table {
    rows,
    columns = {
      called, right { vi = "Số người", en = "Persons" }, right { vi = "Trả lời thay", en = "By proxy" },
      right { vi = "Tỷ lệ", en = "Share" },
    },
  }
  hidden_note(doc, found)
end

return answers
