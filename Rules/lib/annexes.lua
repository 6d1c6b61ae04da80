-- Phụ lục: what stands behind the figures of a report.
local baselines = require "baselines"
local definitions = require "definitions"
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

function annexes.sources(doc, data, samples)
  doc:page_break()
  doc:title {
    { vi = "PHỤ LỤC 1", en = "ANNEX 1" },
    { vi = "Trách nhiệm, nguồn và chất lượng số liệu", en = "Responsibility, sources and quality of the figures" },
  }
  doc:table {
    with_names(data:indicators()),
    columns = { "code", "owner", "source", "frequency", "coverage", "n", "missing" },
  }
  doc:note {
    vi = "Đã tính, Không rõ: số hộ, người, đơn vị, báo cáo tháng hay nhiệm vụ (theo nguồn của chỉ tiêu) được tính, và "
      .. "số không rõ câu trả lời. –: chỉ tiêu suy ra từ các thành phần ở Phụ lục 2, hoặc không có danh sách đơn vị.",
    en = "Counted, Unknown: how many households, persons, units, monthly reports or tasks (by the indicator's source) "
      .. "enter, and how many answers are not known. –: derived from components in annex 2, or no list of units.",
  }
  for _, sample in ipairs(samples) do doc:note(sample) end
end

function annexes.definitions(doc, data)
  doc:page_break()
  doc:title {
    { vi = "PHỤ LỤC 2", en = "ANNEX 2" },
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
