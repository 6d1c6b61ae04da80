-- Chất lượng điều tra hộ: what supervisors look at while the households are interviewed and after. The parts stand in
-- Rules/lib/quality_*.lua, each a function of (doc, data, q); leave them out or reorder them here.
local answers = require "quality_answers"
local interviews = require "quality_interviews"
local progress = require "quality_progress"
local rules = require "quality_rules"
local units = require "quality_units"
local words = require "words"
local t = words.t

local parts = {
  { progress.all,             vi = "Tiến độ, kết quả",          en = "Progress and results" },
  { units.duplicates,         vi = "Trùng đơn vị",              en = "Duplicate units" },
  { units.duplicate_persons,  vi = "Trùng người",               en = "Duplicate persons" },
  { rules.broken,             vi = "Kiểm tra logic",            en = "Rules" },
  { answers.required,         vi = "Câu bắt buộc bỏ trống",     en = "Required questions left open" },
  { answers.nonresponse,      vi = "Không biết, từ chối",       en = "Don't know, refused" },
  { answers.proxy,            vi = "Trả lời thay",              en = "Answers by proxy" },
  { answers.straight_lining,  vi = "Trả lời giống hết",         en = "Straight-lining" },
  { interviews.confirmed,     vi = "Cảnh báo được xác nhận",    en = "Warnings confirmed" },
  { interviews.lengths,       vi = "Thời lượng, sửa, nhảy câu", en = "Length, changes, jumps" },
  { interviews.hours,         vi = "Giờ làm việc",              en = "Hours of work" },
  { interviews.outliers,      vi = "Khác xa số còn lại",        en = "Outliers" },
  { units.reinterviews,       vi = "Danh sách phúc tra",        en = "Re-interviews" },
  { function(doc, data, q) units.differences(doc, data, q, "household_reinterview") end,
    vi = "Kết quả phúc tra", en = "What the re-interviews found" },
}

report "data_quality" {
  label = { vi = "Chất lượng điều tra", en = "Quality of the fieldwork" },
  period = "half_year",
  body = function(doc, data)
    local q = data:quality("household", { seed = 20260701, reinterview_percent = 5 })
    doc:title {
      { vi = "CHẤT LƯỢNG ĐIỀU TRA", en = "QUALITY OF THE FIELDWORK" },
      t { vi = "%s, %s", en = "%s, %s" }:format(q.label, data.period.label),
    }
    if data.only ~= "" then
      doc:note(t { vi = "Chỉ gồm: %s.", en = "Only: %s." }:format(data.only))
    end
    if q.records == 0 then
      return doc:paragraph {
        vi = "Chưa có phiếu nào của kỳ này.", en = "There is no record of this period yet.",
      }
    end
    doc:paragraph(t {
      vi = "Đến %s có %s phiếu, trong đó %s phiếu xong.", en = "By %s there are %s records, %s of them completed.",
    }:format(data:written(data.date), data:written(q.records), data:written(q.completed)))
    for number, part in ipairs(parts) do
      doc:heading(("%d. %s"):format(number, t(part)))
      part[1](doc, data, q)
    end
  end,
}
