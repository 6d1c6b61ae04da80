-- Phiếu theo dõi của cơ quan chịu trách nhiệm: its indicators, its tasks, what is late. All bodies one after another,
-- or one of them: chiso report owner_sheet --where owner="Công an xã"
local places = require "places"
local results = require "results"
local tasks = require "tasks"
local words = require "words"
local t = words.t

-- What each body answers for: { name, figures, tasks }, in the order of the indicators' codes, then of the tasks.
local function bodies(data)
  local found, by_name = {}, {}
  local function body(name)
    if not by_name[name] then
      by_name[name] = { name = name, figures = {}, tasks = {} }
      table.insert(found, by_name[name])
    end
    return by_name[name]
  end
  for _, figure in ipairs(data:indicators()) do
    for _, owner in ipairs(figure.owners) do table.insert(body(owner).figures, figure) end
  end
  for _, task in ipairs(tasks.of(data)) do
    for _, owner in ipairs(task.owners) do table.insert(body(owner).tasks, task) end
  end
  if data.owner == "" then return found end
  return { body(data.owner) }
end

local begin_places = 3   -- so many villages to begin with

-- "VNeID (II.3.4.7): 51,7 %, lộ trình 55,0 %; với nhịp hiện nay đạt năm 2031; làm trước: Thôn 6 (31 %)"
local function late_figure(figure)
  local line = t { vi = "%s: %s, lộ trình %s", en = "%s: %s, path %s" }
    :format(words.called(figure), figure.value, figure.expected)
  if figure.reaches ~= "–" then
    line = line .. t { vi = "; với nhịp hiện nay %s", en = "; at this pace %s" }:format(figure.reaches)
  end
  local villages = places.closing(figure, begin_places)
  if villages == "" then return line end
  return line .. t { vi = "; làm trước: %s", en = "; begin with %s" }:format(villages)
end

-- What is late, a line each.
local function late(one)
  local lines = {}
  for _, figure in ipairs(one.figures) do
    if figure.status_code == "behind" then table.insert(lines, late_figure(figure)) end
  end
  for _, task in ipairs(one.tasks) do
    if task.state.late then table.insert(lines, ("%s (%s): %s"):format(task.label, task.key, lower(t(task.state)))) end
  end
  return lines
end

-- What stands where nothing is late.
local function nothing_late(one)
  local judged = { met = true, met_uncertain = true, on_track = true, behind = true }
  local known, aimed = 0, 0
  for _, figure in ipairs(one.figures) do
    if figure.status_code then aimed = aimed + 1 end
    if judged[figure.status_code or ""] then known = known + 1 end
  end
  if aimed > 0 and known == 0 then
    return {
      vi = "Chưa có số liệu để biết chỉ tiêu nào chậm; không có nhiệm vụ quá hạn.",
      en = "There are no figures to tell what is behind; no task is overdue.",
    }
  end
  return { vi = "Không có chỉ tiêu chậm, nhiệm vụ quá hạn.", en = "Nothing is behind or overdue." }
end

local function sheet(doc, data, one)
  doc:heading(one.name)
  local lines = late(one)
  if #lines == 0 then
    doc:paragraph(nothing_late(one))
  else
    doc:paragraph { vi = "Cần làm trước:", en = "What comes first:" }
    doc:list(lines)
  end
  if #one.figures > 0 then
    doc:table {
      one.figures, caption = { vi = "Chỉ tiêu", en = "Indicators" },
      columns = { "code", "label", "value", "target", "expected", "change", "status" },
    }
    results.bars(doc, one.figures, { vi = "Đã đến đâu so với mục tiêu", en = "How far to the target" })
    results.trend(doc, data, { vi = "Diễn biến qua các kỳ", en = "Over the periods" }, one.figures)
  end
  if #one.tasks > 0 then tasks.table(doc, data, one.tasks, { vi = "Nhiệm vụ", en = "Tasks" }) end
end

report "owner_sheet" {
  label = { vi = "Phiếu theo dõi theo cơ quan", en = "Sheets of the responsible bodies" },
  period = "half_year",
  body = function(doc, data)
    doc:title {
      { vi = "PHIẾU THEO DÕI", en = "SHEET OF RESPONSIBILITIES" },
      t { vi = "Chỉ tiêu, nhiệm vụ theo cơ quan chịu trách nhiệm, %s", en = "Indicators and tasks by body, %s" }
        :format(data.period.label),
    }
    doc:paragraph(t { vi = "Số liệu đến ngày %s.", en = "Figures up to %s." }:format(data:written(data.date)))
    for number, one in ipairs(bodies(data)) do
      if number > 1 then doc:page_break() end
      sheet(doc, data, one)
    end
  end,
}
