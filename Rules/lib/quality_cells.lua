-- Ô và dòng của báo cáo chất lượng: what the parts of Rules/reports/data_quality.lua share.
local words = require "words"
local t = words.t

local cells = {}

-- Records that were imported or made up have neither visits nor logs; a part that needs them says so.
cells.no_visits = {
  vi = "Không có lượt đến nào trong kỳ: phiếu được nhập từ tệp hoặc là phiếu thử, không hỏi bằng chiso interview.",
  en = "There is no visit in the period: the records were imported or made up, not asked by chiso interview.",
}
cells.no_log = {
  vi = "Không có nhật ký phỏng vấn trong kỳ, nên không biết thời gian, lần sửa và câu được xác nhận.",
  en = "There is no interview log in the period, so times, changes and confirmations are not known.",
}

-- "7,4 %"; "…" where it must not be printed, "–" where there is none.
function cells.share(row, value)
  if row.hidden then return "…" end
  if not value then return "–" end
  return percent(value)
end

function cells.written(data, value, hidden)
  if hidden then return "…" end
  if not value then return "–" end
  return data:written(value)
end

-- A number to one decimal.
function cells.tenths(data, value)
  if not value then return "–" end
  return data:written(math.floor(value * 10 + 0.5) / 10)
end

-- A column of numbers.
function cells.right(texts) return { t(texts), align = "right" } end

-- By whom records are told apart: by interviewer where any is known, else by village.
function cells.by_whom(q)
  if q.has_visits then return "_interviewer", t { vi = "Điều tra viên", en = "Interviewer" } end
  return "village", t { vi = "Thôn, tổ dân phố", en = "Village" }
end

-- The rows whose share is greatest, so many at most.
function cells.worst(rows, of, most)
  local found = {}
  for _, row in ipairs(rows) do
    if not row.hidden and of(row) and of(row) > 0 then table.insert(found, row) end
  end
  table.sort(found, function(first, second) return of(first) > of(second) end)
  local kept = {}
  for place = 1, math.min(most, #found) do kept[place] = found[place] end
  return kept
end

function cells.nothing(doc, texts) doc:paragraph(t(texts)) end

-- Hidden cells are explained once, under the table that has one.
function cells.hidden_note(doc, rows)
  for _, row in ipairs(rows) do
    if row.hidden then
      return doc:note {
        vi = "…: không in, vì có thể nhận ra người hoặc hộ.",
        en = "…: not printed, as it could tell of a household.",
      }
    end
  end
end

return cells
