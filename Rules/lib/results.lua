-- Kết quả theo mục tiêu: the indicators by pillar and status, which fall behind, and what is not known.
local baselines = require "baselines"
local reporting = require "reporting"
local words = require "words"
local t = words.t

local results = {}

results.pillars = {
  { group = "II.3.1", vi = "3.1. Phát triển hạ tầng số", en = "3.1. Digital infrastructure" },
  { group = "II.3.2", vi = "3.2. Chính quyền số", en = "3.2. Digital government" },
  { group = "II.3.3", vi = "3.3. Kinh tế số", en = "3.3. Digital economy" },
  { group = "II.3.4", vi = "3.4. Xã hội số", en = "3.4. Digital society" },
  { group = { "II.2", "III, IV" }, vi = "Mục tiêu chung, nhiệm vụ", en = "Objectives, tasks" },
  -- Whatever else there is, such as indicators that an analyst has added.
  { except = { "II.3.1", "II.3.2", "II.3.3", "II.3.4", "II.2", "III, IV" },
    vi = "Chỉ tiêu khác", en = "Other indicators" },
}

-- The words of the column "Đánh giá", and the columns of the table by pillar; of the `unknown` nothing can be said.
local statuses = {
  { code = "met",           vi = "Đạt",                  en = "Met" },
  { code = "met_uncertain", vi = "Đạt, chưa chắc",       en = "Met, uncertain" },
  { code = "on_track",      vi = "Đúng tiến độ",         en = "On track" },
  { code = "behind",        vi = "Chậm",                 en = "Behind" },
  { code = "no_baseline",   vi = "Chưa có mốc so sánh",  en = "No baseline", unknown = true },
  { code = "incomplete",    vi = "Thiếu đơn vị báo cáo", en = "Incomplete", unknown = true },
  { code = "no_data",       vi = "Thiếu số liệu",        en = "No data", unknown = true },
}

-- How far short of the path, against the path itself: 0.2 of 1.5 is more than 2 of 40.
-- A milestone has no path: once it is late, it is wholly late.
local function distance(figure)
  if not figure.gap_number or figure.expected_number == 0 then return 1 end
  return figure.gap_number / figure.expected_number
end

local function by_distance(first, second)
  return distance(first) > distance(second)
end

-- Those behind their path, the farthest first.
function results.behind(data)
  local behind = data:indicators { status = "behind" }
  table.sort(behind, by_distance)
  return behind
end

-- How many indicators have which status: of each pillar that has any, and of all.
function results.counts(data)
  local counted = { pillars = {}, all = { total = 0, without_target = 0 } }
  for _, status in ipairs(statuses) do counted.all[status.code] = 0 end
  for _, pillar in ipairs(results.pillars) do
    local counts = data:count_by_status { group = pillar.group, except = pillar.except }
    for name in pairs(counted.all) do counted.all[name] = counted.all[name] + counts[name] end
    if counts.total > 0 then table.insert(counted.pillars, { pillar = pillar, counts = counts }) end
  end
  return counted
end

-- "2 đạt; 19 đúng tiến độ; 5 chậm"
function results.counted(counts)
  local parts = {}
  for _, status in ipairs(statuses) do
    local count = counts[status.code]
    if count > 0 then table.insert(parts, ("%d %s"):format(count, lower(t(status)))) end
  end
  return table.concat(parts, "; ")
end

-- How many of the indicators counted can be told to be behind or not.
function results.judged(counts)
  return counts.met + counts.met_uncertain + counts.on_track + counts.behind
end

-- What stands where none is behind: of which it may be said, or that there are no figures to tell.
function results.none_behind(counts)
  local judged = results.judged(counts)
  if judged == 0 then
    return t { vi = "Chưa có số liệu để biết chỉ tiêu nào chậm.", en = "There are no figures to tell what is behind." }
  elseif judged == counts.total then
    return t { vi = "Không có chỉ tiêu nào chậm so với lộ trình.", en = "No indicator is behind its path." }
  end
  return t {
    vi = "Trong %d chỉ tiêu đánh giá được, không có chỉ tiêu nào chậm so với lộ trình; %d chỉ tiêu chưa đánh giá được.",
    en = "Of %d indicators that can be judged, none is behind its path; %d cannot be judged yet.",
  }:format(judged, counts.total - judged)
end

-- Who has to act first: "Phòng Kinh tế: II.3.3.2, II.3.3.1", the owner of the farthest one first.
function results.owners(figures)
  local codes, order = {}, {}
  for _, figure in ipairs(figures) do
    local owner = figure.owner ~= "" and figure.owner or t { vi = "chưa giao", en = "nobody" }
    if not codes[owner] then
      codes[owner] = {}
      table.insert(order, owner)
    end
    table.insert(codes[owner], figure.code ~= "" and figure.code or figure.label)
  end
  local names = {}
  for _, owner in ipairs(order) do
    table.insert(names, ("%s: %s"):format(owner, table.concat(codes[owner], ", ")))
  end
  return names
end

-- The row of the table by pillar for some counts.
local function row(name, counts, total)
  local cells = { name, counts.total, total = total }
  for _, status in ipairs(statuses) do table.insert(cells, counts[status.code]) end
  return cells
end

-- A line a pillar: "3.1. Phát triển hạ tầng số: 3 chỉ tiêu, 2 đúng tiến độ; 1 chậm".
function results.by_pillar(counts)
  local lines = {}
  for _, one in ipairs(counts.pillars) do
    table.insert(lines, t { vi = "%s: %d chỉ tiêu, %s", en = "%s: %d indicators, %s" }
      :format(t(one.pillar), one.counts.total, results.counted(one.counts)))
  end
  return lines
end

-- How many indicators stand where, by pillar.
function results.overview(doc, counts, caption)
  local rows = {}
  for _, one in ipairs(counts.pillars) do table.insert(rows, row(t(one.pillar), one.counts, false)) end
  table.insert(rows, row(t { vi = "Cộng", en = "Sum" }, counts.all, true))
  local columns = { t { vi = "Trụ cột", en = "Pillar" } }
  local function number(name) table.insert(columns, { name, align = "right" }) end
  number(t { vi = "Tổng số", en = "All" })
  for _, status in ipairs(statuses) do number(t(status)) end
  doc:table { rows, columns = columns, caption = caption }
end

-- What the words of the table by pillar mean.
function results.statuses_note(doc, counts)
  local note = t {
    vi = "Đạt, chưa chắc: đã đạt, nhưng phiếu không rõ, phiếu lỗi, hoặc khoảng tin cậy của ước tính từ mẫu chưa loại "
      .. "trừ là chưa đạt. Đúng tiến độ: chưa đạt, nhưng bằng "
      .. "hoặc hơn mức lộ trình đến nay. Chưa có mốc so sánh: chưa đạt, và chưa có mức xuất phát hoặc chưa đến hạn. "
      .. "Thiếu đơn vị báo cáo: chưa đủ đơn vị gửi số liệu để đánh giá.",
    en = "Met, uncertain: met, but what is not known, or the confidence interval of an estimate, does not exclude that "
      .. "it is missed. On track: not met, but at or beyond the path by "
      .. "now. No baseline: not met, and nothing to compare with yet. Incomplete: too few of those who should "
      .. "report have.",
  }
  if counts.all.without_target > 0 then
    note = note .. t {
      vi = " Không tính %d chỉ tiêu chỉ theo dõi.", en = " %d indicators without a target are left out.",
    }:format(counts.all.without_target)
  end
  doc:note(note)
end

-- Those behind, with who has to act, and when the target is reached at the present pace.
function results.behind_table(doc, behind, caption)
  doc:table {
    behind, caption = caption,
    columns = {
      "code", "label", "value", "expected", "gap", "reaches",
      { "owner", label = { vi = "Cơ quan làm trước", en = "Who acts first" } },
    },
  }
end

-- Every indicator beside its target, its path and the period before.
function results.table(doc, data, caption)
  local rows = {}
  for _, pillar in ipairs(results.pillars) do
    local figures = data:indicators { group = pillar.group, except = pillar.except, components = true }
    if #figures > 0 then table.insert(rows, t(pillar)) end
    for _, figure in ipairs(figures) do table.insert(rows, figure) end
  end
  doc:table {
    rows, caption = caption, columns = { "code", "label", "value", "target", "expected", "change", "status" },
  }
  local provisional = baselines.provisional and t { vi = " (tạm thời)", en = " (provisional)" } or ""
  doc:note(t {
    vi = "Lộ trình: mức cần có đến nay nếu đi đều từ mức năm 2025%s đến mục tiêu. So kỳ trước: tăng, giảm so với kỳ "
      .. "gần nhất có số liệu, bằng điểm %% hoặc đơn vị của chỉ tiêu, của ước tính từ mẫu kèm sai số; –: không có kỳ "
      .. "trước, hoặc không tính được sai số.",
    en = "Path (expected): where a straight line from 2025%s to the target stands by now. Change: since the latest "
      .. "period with figures, in points or the indicator's unit, of estimates with its error; –: no period before, or "
      .. "the error is not known.",
  }:format(provisional))
end

-- How every indicator with a target, or those among some, went over the periods; nothing where there is but one.
function results.trend(doc, data, caption, among)
  local figures = {}
  for _, figure in ipairs(among or data:indicators()) do
    local known = 0
    for _, point in ipairs(figure:trend()) do
      if point.number then known = known + 1 end
    end
    if figure.target_number and figure.unit ~= "milestone" and known > 1 then table.insert(figures, figure) end
  end
  if #figures > 0 then doc:trend { figures, caption = caption } end
end

-- Those with a target in percent as bars, the target across each.
function results.bars(doc, figures, caption)
  local rows = {}
  for _, figure in ipairs(figures) do
    if figure.target_number and figure.unit == "percent" then table.insert(rows, figure) end
  end
  if #rows > 0 then doc:bars { rows, mark = "target", caption = caption } end
end

-- What cannot be judged, and who has sent nothing.
function results.lacking(doc, data)
  local reasons = {}
  for _, status in ipairs(statuses) do
    local names = {}
    for _, figure in ipairs(status.unknown and data:indicators { status = status.code } or {}) do
      table.insert(names, figure.code ~= "" and figure.code or figure.label)
    end
    if #names > 0 then table.insert(reasons, ("%s: %s"):format(lower(t(status)), table.concat(names, ", "))) end
  end
  if #reasons > 0 then
    doc:paragraph(t { vi = "Chưa đánh giá được, vì %s.", en = "Not judged yet, %s." }
      :format(table.concat(reasons, "; ")))
  end
  local silent = reporting.silent(data)
  if #reporting.lines(data) == 0 then
    doc:paragraph { vi = "Không có danh sách đơn vị để biết ai chưa gửi.", en = "No list tells who has not sent." }
  elseif #silent == 0 then
    doc:paragraph { vi = "Các đơn vị đều đã gửi số liệu.", en = "Everyone who owes figures has sent them." }
  else
    doc:paragraph(t {
      vi = "Tính đến %s, chưa gửi hoặc chưa gửi đủ:", en = "By %s, nothing sent, or not all:",
    }:format(data:written(data.date)))
    doc:list(silent)
  end
end

-- On which records formulas failed, a line for the indicators that failed on the same: "II.3.4.2: 3 phiếu: 3f9a…, …".
function results.failed_records(figures)
  local codes, order = {}, {}
  for _, figure in ipairs(figures) do
    local records = figure.failed_records
    if #records > 0 then
      local told = t { vi = "%s phiếu: %s", en = "%s records: %s" }
        :format(figure.failed, table.concat(records, ", "))
      if #records < figure.failed then told = told .. " …" end
      if not codes[told] then
        codes[told] = {}
        table.insert(order, told)
      end
      table.insert(codes[told], figure.code ~= "" and figure.code or figure.label)
    end
  end
  local lines = {}
  for _, told in ipairs(order) do
    table.insert(lines, ("%s: %s"):format(table.concat(codes[told], ", "), told))
  end
  return lines
end

-- What was signed for the period before, beside what its corrected records give now.
function results.adjusted_table(doc, adjusted, caption)
  local rows = {}
  for _, found in ipairs(adjusted) do table.insert(rows, { found.code, found.label, found.old, found.new }) end
  doc:table {
    rows, caption = caption,
    columns = {
      t { vi = "Mã", en = "Code" }, t { vi = "Chỉ tiêu", en = "Indicator" },
      { t { vi = "Đã ký", en = "Signed" }, align = "right" }, { t { vi = "Nay", en = "Now" }, align = "right" },
    },
  }
end

return results
