-- Phụ lục: what stands behind the figures of a report.
local baselines = require "baselines"
local definitions = require "definitions"
local places = require "places"
local remarks = require "remarks"
local reporting = require "reporting"
local results = require "results"
local tasks = require "tasks"
local words = require "words"

local annexes = {}

-- Figures for a table that has no column of names: one without a code is named in a line of its own.
local function with_names(figures)
  local rows = {}
  for _, figure in ipairs(figures) do
    if figure.code == "" then table.insert(rows, figure.label) end
    table.insert(rows, figure)
  end
  return rows
end

-- Every indicator, how it went, and what was said of it.
function annexes.results(doc, data, found)
  doc:page_break()
  doc:title {
    { vi = "PHỤ LỤC 1", en = "ANNEX 1" },
    { vi = "Kết quả theo từng mục tiêu", en = "Results by target" },
  }
  results.overview(doc, found.counts, { vi = "Số chỉ tiêu theo trụ cột", en = "Indicators by pillar" })
  results.statuses_note(doc, found.counts)
  results.table(doc, data, words.t {
    vi = "Kết quả so với mục tiêu năm 2030 và lộ trình đến %s",
    en = "Results against the targets for 2030 and the path up to %s",
  }:format(data:written(data.date)))
  results.trend(doc, data, { vi = "Diễn biến qua các kỳ", en = "Over the periods" })
  local lines = data.only == "" and remarks.lines(found.comments, data) or {}
  if #lines > 0 then
    doc:heading({ vi = "Nhận xét về từng chỉ tiêu", en = "Comments on indicators" }, 2)
    doc:list(lines)
  end
end

-- Every village by every indicator, and the lowest where the commune is behind.
function annexes.places(doc, data, found)
  doc:page_break()
  doc:title {
    { vi = "PHỤ LỤC 3", en = "ANNEX 3" },
    { vi = "Kết quả theo thôn, tổ dân phố", en = "Results by village" },
  }
  if #places.figures(data) == 0 then
    return doc:paragraph { vi = "Không có chỉ tiêu nào tính theo thôn.", en = "No indicator is split by village." }
  end
  places.heat(doc, data,
    { vi = "Kết quả (%), nơi chậm nhiều nhất trước", en = "Values (%), those farthest behind first" })
  places.bars(doc, found.behind, 2, 8)
end

-- Every task.
function annexes.tasks(doc, data, found)
  doc:page_break()
  doc:title {
    { vi = "PHỤ LỤC 4", en = "ANNEX 4" },
    { vi = "Kết quả theo từng nhiệm vụ", en = "Results by task" },
  }
  tasks.overview(doc, found.tasks, { vi = "Số nhiệm vụ theo nhóm", en = "Tasks by group" })
  tasks.table(doc, data, found.tasks)
  for _, part in ipairs {
    { lines = tasks.difficulties(found.tasks), vi = "Khó khăn, nguyên nhân", en = "Difficulties and causes" },
    { lines = tasks.said(found.tasks, "next_step"), vi = "Việc tiếp theo", en = "Next steps" },
    { lines = tasks.said(found.tasks, "proposal"), vi = "Đề xuất, kiến nghị", en = "Proposals" },
  } do
    if #part.lines > 0 then
      doc:heading(words.t(part), 2)
      doc:list(part.lines)
    end
  end
end

function annexes.sources(doc, data, samples)
  doc:page_break()
  doc:title {
    { vi = "PHỤ LỤC 2", en = "ANNEX 2" },
    { vi = "Trách nhiệm, nguồn và chất lượng số liệu", en = "Responsibility, sources and quality of the figures" },
  }
  doc:table {
    with_names(data:indicators()),
    columns = { "code", "owner", "source", "updated", "coverage", "n", "missing" },
  }
  doc:note {
    vi = "Đã tính, Không rõ: số hộ, người, đơn vị, báo cáo tháng hay nhiệm vụ (theo nguồn của chỉ tiêu) được tính, và "
      .. "số không rõ câu trả lời. –: chỉ tiêu suy ra từ các thành phần ở phụ lục định nghĩa, hoặc không có danh sách "
      .. "đơn vị.",
    en = "Counted, Unknown: how many households, persons, units, monthly reports or tasks (by the indicator's source) "
      .. "enter, and how many answers are not known. –: derived from components in the annex of definitions, or no "
      .. "list of units.",
  }
  local lines = reporting.lines(data)
  if #lines > 0 then
    doc:paragraph { vi = "Mỗi nguồn theo kỳ phiếu của mình:", en = "Each source by its own round:" }
    doc:list(lines)
  end
  local failed = results.failed_records(data:indicators { components = true })
  if #failed > 0 then
    doc:paragraph {
      vi = "Công thức không tính được ở các phiếu sau (xem bằng chiso data show):",
      en = "Formulas failed on these records (see them with chiso data show):",
    }
    doc:list(failed)
  end
  local earlier = reporting.earlier(data)
  if #earlier > 0 then
    doc:paragraph {
      vi = "Chưa gửi phiếu của kỳ này, còn tính theo phiếu trước:",
      en = "Not yet sent for this period, still counted by an earlier record:",
    }
    doc:list(earlier)
  end
  for _, sample in ipairs(samples) do doc:note(sample) end
end

function annexes.definitions(doc, data)
  doc:page_break()
  doc:title {
    words.t { vi = "PHỤ LỤC %d", en = "ANNEX %d" }:format(data.only == "" and 5 or 3),
    { vi = "Định nghĩa các chỉ tiêu", en = "Definitions of the indicators" },
  }
  doc:table { data:indicators { components = true }, columns = { "code", "label", "definition" } }
  doc:heading({ vi = "Những mức do xã chọn", en = "What the commune chose" }, 2)
  local chosen = {}
  for _, reason in ipairs(definitions.reasons) do table.insert(chosen, words.t(reason)) end
  if baselines.provisional then
    table.insert(chosen, words.t {
      vi = "Mức xuất phát năm 2025 của các chỉ tiêu (Rules/lib/baselines.lua) là mức tạm thời, chờ xã xác nhận; lộ "
        .. "trình tính từ các mức đó.",
      en = "The baselines of 2025 (Rules/lib/baselines.lua) are provisional until the commune confirms them; the path "
        .. "is reckoned from them.",
    })
  end
  doc:list(chosen)
end

return annexes
