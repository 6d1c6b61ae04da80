-- Đơn vị: duplicates and re-interviews.
local cells = require "quality_cells"
local words = require "words"
local t = words.t
local right, share, written, nothing = cells.right, cells.share, cells.written, cells.nothing

local units = {}

local function duplicate_rows(found, most)
  local rows = {}
  for place = 1, math.min(most, #found) do
    local row = found[place]
    local called = table.concat(row.units, "; ")
    if row.same_record then
      called = t { vi = "%s (hai người trong một phiếu)", en = "%s (two persons in one record)" }:format(called)
    end
    table.insert(rows, { table.concat(row.ids, "; "), called })
  end
  return rows
end

local duplicate_columns = function()
  return { t { vi = "Phiếu", en = "Records" }, t { vi = "Đơn vị", en = "Units" } }
end

function units.duplicates(doc, _, q)
  local shown = 20
  local found = q:duplicates()
  if #found == 0 then
    nothing(doc, {
      vi = "Không có hai phiếu nào trùng khóa nếu bỏ qua dấu, chữ hoa và số 0 ở đầu.",
      en = "No two records have one key but for marks, case and leading zeros.",
    })
  else
    doc:table {
      duplicate_rows(found, shown), columns = duplicate_columns(),
      caption = t { vi = "Có thể trùng đơn vị (%d)", en = "May be one unit (%d)" }:format(#found),
    }
  end
end

-- Members of one name and year of birth in one village: only ids are printed.
function units.duplicate_persons(doc, _, q)
  local shown = 20
  local found = q:duplicates { roster = "person", same = { "name", "birth_year", "birth_month", "sex" },
    within = "village" }
  if #found == 0 then
    return nothing(doc, {
      vi = "Không có hai người cùng tên, tháng năm sinh, giới tính trong một thôn.",
      en = "No two persons of one village have the same name, month and year of birth, and sex.",
    })
  end
  doc:table {
    duplicate_rows(found, shown), columns = duplicate_columns(),
    caption = t {
      vi = "Người cùng tên, tháng năm sinh, giới tính trong một thôn (%d; in không quá %d)",
      en = "Persons alike in name, month and year of birth, and sex in one village (%d; at most %d are printed)",
    }:format(#found, shown),
  }
end

function units.reinterviews(doc, data, q)
  local shown = 60
  local found = q:reinterviews()
  if #found == 0 then
    return nothing(doc, { vi = "Chưa có phiếu xong để phúc tra.", en = "There is no completed record yet." })
  end
  local rows = {}
  for place = 1, math.min(shown, #found) do
    local row = found[place]
    table.insert(rows, { row.id, row.unit, row.interviewer or "–" })
  end
  doc:table {
    rows,
    columns = {
      t { vi = "Phiếu", en = "Record" }, t { vi = "Đơn vị", en = "Unit" },
      t { vi = "Điều tra viên", en = "Interviewer" },
    },
    caption = t { vi = "Phúc tra (%d trên %d phiếu được chọn)", en = "To be asked again (%d of %d drawn)" }
      :format(#rows, #found),
  }
  doc:note(t {
    vi = "Chọn ngẫu nhiên 5 %% phiếu xong của mỗi điều tra viên (của mỗi thôn, nếu không biết ai hỏi), ít nhất 1; hạt "
      .. "giống %s, cùng hạt giống cho cùng danh sách.",
    en = "Drawn are 5 %% of the completed records of each interviewer (of each village where none is known), at least "
      .. "one; seed %s, which always gives this list.",
  }:format(tostring(q.seed)))
  if data.is_running then
    doc:note {
      vi = "Kỳ chưa hết: phiếu đến thêm có thể đổi danh sách.",
      en = "The period runs: later records may change the list.",
    }
  end
end

-- What the second interviews of a short form with the same key found.
function units.differences(doc, data, q, form)
  local found = q:differences(form)
  local all = found[1]
  if all.units == 0 then
    return nothing(doc, {
      vi = "Chưa có hộ nào được phúc tra (chiso interview " .. form .. ").",
      en = "No unit has been asked again yet (chiso interview " .. form .. ").",
    })
  end
  doc:paragraph(t {
    vi = "Đã phúc tra %s đơn vị: %s trên %s câu trả lời khác nhau (%s).",
    en = "%s units were asked again: %s of %s answers differ (%s).",
  }:format(data:written(all.units), data:written(all.different), data:written(all.n), share(all, all.rate)))
  local rows = {}
  for place = 2, #found do
    local row = found[place]
    table.insert(rows, {
      row.question, data:written(row.n), data:written(row.different), share(row, row.rate), share(row, row.index),
      written(data, row.kappa),
    })
  end
  doc:table {
    rows,
    columns = {
      t { vi = "Câu hỏi", en = "Question" }, right { vi = "Số cặp", en = "Pairs" },
      right { vi = "Khác", en = "Different" }, right { vi = "Tỷ lệ", en = "Rate" },
      right { vi = "Chỉ số", en = "Index" }, right { vi = "Kappa", en = "Kappa" },
    },
  }
  doc:note {
    vi = "Chỉ số: mức không nhất quán theo Hansen, Hurwitz, Pritzker (1964); dưới 20 % là thấp, trên 50 % là cao.",
    en = "Index: of inconsistency, by Hansen, Hurwitz and Pritzker (1964); below 20 % low, above 50 % high.",
  }
end

return units
