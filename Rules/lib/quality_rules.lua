-- Kiểm tra logic: the rules of Rules/validations that records break, or that could not be evaluated.
local cells = require "quality_cells"
local words = require "words"
local t = words.t
local right, nothing = cells.right, cells.nothing

local rules = {}

local severities = {
  error   = { vi = "lỗi",      en = "error" },
  warning = { vi = "cảnh báo", en = "warning" },
}

-- Errors first, then what most records break.
local function before(first, second)
  if first.severity ~= second.severity then return first.severity == "error" end
  if first.records ~= second.records then return first.records > second.records end
  if first.missing ~= second.missing then return first.missing > second.missing end
  return first.id < second.id
end

function rules.broken(doc, data, q)
  local found = data:validations { form = q.form }
  if #found == 0 then
    return nothing(doc, {
      vi = "Phiếu chưa có quy tắc nào (Rules/validations).", en = "The form has no rules yet (Rules/validations).",
    })
  end
  local shown = {}
  local errors, warnings, missing = 0, 0, 0
  for _, row in ipairs(found) do
    if row.severity == "error" then errors = errors + row.failed else warnings = warnings + row.failed end
    missing = missing + row.missing
    if not row.is_clean then table.insert(shown, row) end
  end
  table.sort(shown, before)
  local rows = {}
  for _, row in ipairs(shown) do
    table.insert(rows, {
      row.label, t(severities[row.severity]), data:written(row.checked), data:written(row.failed),
      data:written(row.records), data:written(row.missing),
    })
  end
  if #rows > 0 then
    doc:table {
      rows,
      columns = {
        t { vi = "Quy tắc", en = "Rule" }, t { vi = "Mức", en = "Severity" }, right { vi = "Đã xét", en = "Checked" },
        right { vi = "Sai", en = "Broken" }, right { vi = "Số phiếu", en = "Records" },
        right { vi = "Chưa xét được", en = "Not evaluated" },
      },
    }
  end
  doc:paragraph(t {
    vi = "%s quy tắc, %s quy tắc không có gì phải xem. Lỗi: %s; cảnh báo: %s; chưa xét được vì thiếu câu trả lời: %s.",
    en = "%s rules, of which %s have nothing to look at. Errors: %s; warnings: %s; not evaluated for a missing "
      .. "answer: %s.",
  }:format(
    data:written(#found), data:written(#found - #shown), data:written(errors), data:written(warnings),
    data:written(missing)))
  for _, row in ipairs(found) do
    if row.faults > 0 then
      doc:note(t {
        vi = "Quy tắc %s bị hỏng ở %s chỗ: xem chiso data validate --rule %s.",
        en = "The rule %s failed at %s places: see chiso data validate --rule %s.",
      }:format(row.id, data:written(row.faults), row.id))
    end
  end
  if errors + warnings > 0 then
    doc:note(t {
      vi = "Xem từng phiếu: chiso data validate %s --records.", en = "The records: chiso data validate %s --records.",
    }:format(q.form))
  end
end

return rules
