-- Ai phải gửi số liệu: who owes reports, who sent them, and from which round each counts.
local words = require "words"
local t, names_of = words.t, words.names_of

local reporting = {}

local shown = 3   -- so many names a line

-- A form, and an indicator computed over it. Each form is filled in at its own pace, so each line names its round.
local sources = {
  { id = "households_fast_internet", vi = "Phiếu hộ gia đình", en = "Household questionnaire",
    unit = { vi = "hộ", en = "households" }, by_village = true },
  { id = "enterprises_e_tax", vi = "Phiếu doanh nghiệp, hợp tác xã, hộ kinh doanh",
    en = "Questionnaire of enterprises, cooperatives, household businesses",
    unit = { vi = "đơn vị", en = "units" } },
  { id = "documents_signed_digitally", vi = "Báo cáo tháng của cơ quan", en = "Monthly reports of the agencies",
    unit = { vi = "báo cáo", en = "reports" } },
  { id = "schools_signing_digitally", vi = "Phiếu trường học", en = "School questionnaire",
    unit = { vi = "trường", en = "schools" } },
  { id = "village_tech_teams", vi = "Phiếu thôn, tổ dân phố", en = "Village questionnaire",
    unit = { vi = "thôn, tổ dân phố", en = "villages and neighbourhoods" } },
  { id = "ocop_online", vi = "Phiếu sản phẩm OCOP, đặc trưng", en = "OCOP and local products",
    unit = { vi = "sản phẩm", en = "products" } },
  { id = "tasks_on_schedule", vi = "Cập nhật nhiệm vụ", en = "Updates of tasks",
    unit = { vi = "nhiệm vụ", en = "tasks" } },
}

-- "Phiếu trường học, 6 tháng cuối năm 2026"
local function titled(source, figure)
  if figure.round == "" then return t(source) end
  return ("%s, %s"):format(t(source), figure.round)
end

local function line(source, figure, data)
  local text = t { vi = "%s: %s trên %s %s (%s)", en = "%s: %s of %s %s (%s)" }:format(
    titled(source, figure), data:written(figure.reporting_units), data:written(figure.expected_units),
    t(source.unit), figure.coverage)
  if figure.design ~= "" then
    text = text .. t { vi = ", trong số đã có kết quả đến hỏi", en = ", among those visited with a result" }
  end
  if figure.earlier_units == 0 then return text end
  local earlier = figure.earlier_rounds
  if earlier == "" then earlier = t { vi = "trước kỳ", en = "days before the period" } end
  return text .. t { vi = ", trong đó %s theo phiếu %s", en = ", of which %s by records of %s" }
    :format(data:written(figure.earlier_units), earlier)
end

-- How many of those who owe a report sent one, a line a form.
function reporting.lines(data)
  local lines = {}
  for _, source in ipairs(sources) do
    local figure = data:indicator(source.id)
    if figure.expected_units then table.insert(lines, line(source, figure, data)) end
  end
  return lines
end

-- What is an estimate from a sample; nothing in a census.
function reporting.samples(data)
  local lines = {}
  for _, source in ipairs(sources) do
    local figure = data:indicator(source.id)
    if figure.design ~= "" and figure.reporting_units then
      table.insert(lines, t {
        vi = "%s: số liệu là ước tính từ %s %s (%s), không phải toàn bộ.",
        en = "%s: the figures are estimates from %s %s (%s), not from all.",
      }:format(titled(source, figure), data:written(figure.reporting_units), t(source.unit), figure.design))
    end
  end
  return lines
end

-- So many of them are missing, where nothing tells which.
local function only_counted(source, figure, data)
  return ("%s: %s %s"):format(
    titled(source, figure), data:written(figure.expected_units - figure.reporting_units), t(source.unit))
end

-- Where households were not reached, if a place is known: "481 trên 11.949 hộ, nhiều nhất ở Thôn 6 (35 trên 282); …"
local function not_reached(source, figure, data)
  local villages = {}
  for _, row in ipairs(figure:by "village") do
    if row.expected_units and row.reporting_units < row.expected_units then table.insert(villages, row) end
  end
  local function missing(row) return row.expected_units - row.reporting_units end
  table.sort(villages, function(first, second) return missing(first) > missing(second) end)
  if #villages == 0 then return nil end
  local names = {}
  for _, row in ipairs(villages) do
    table.insert(names, t { vi = "%s (%s trên %s)", en = "%s (%s of %s)" }:format(
      row.label, data:written(missing(row)), data:written(row.expected_units)))
  end
  return t { vi = "%s: %s trên %s %s chưa có phiếu; nhiều nhất ở %s", en = "%s: %s of %s %s not reached; most in %s" }
    :format(titled(source, figure), data:written(missing(figure)), data:written(figure.expected_units),
      t(source.unit), names_of(names, shown, "nơi"))
end

-- Who has sent nothing, or not all, a line a form.
function reporting.silent(data)
  local lines = {}
  for _, source in ipairs(sources) do
    local figure = data:indicator(source.id)
    local expected, reporting_units = figure.expected_units, figure.reporting_units
    if expected and reporting_units < expected then
      local names = data:silent(source.id)
      local text = source.by_village and data.only == "" and not_reached(source, figure, data)
      if not source.by_village and #names > 0 then
        text = ("%s: %s"):format(titled(source, figure), names_of(names, shown, "nơi"))
      end
      table.insert(lines, text or only_counted(source, figure, data))
    end
  end
  return lines
end

-- Who is still counted by an earlier record, a line a form.
function reporting.earlier(data)
  local lines = {}
  for _, source in ipairs(sources) do
    local names = data:earlier(source.id)
    if #names > 0 then
      table.insert(lines, ("%s: %s"):format(t(source), names_of(names, shown, "nơi")))
    end
  end
  return lines
end

return reporting
