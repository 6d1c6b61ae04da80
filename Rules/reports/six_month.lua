-- Báo cáo 6 tháng: UBND xã to the Ban Thường vụ Đảng ủy (Resolution, IV.3).
-- This script says what stands where; every figure comes from Rules/indicators.
local definitions = require "definitions"

local pillars = {
  { group = "II.3.1", name = "3.1. Phát triển hạ tầng số" },
  { group = "II.3.2", name = "3.2. Chính quyền số" },
  { group = "II.3.3", name = "3.3. Kinh tế số" },
  { group = "II.3.4", name = "3.4. Xã hội số" },
  { codes = { "II.2", "III, IV" }, name = "Mục tiêu tổng quát và nhiệm vụ" },
}

-- Who owes reports: a form, and an indicator computed over it.
local sources = {
  { name = "Phiếu hộ gia đình", id = "households_fast_internet", unit = "hộ" },
  { name = "Phiếu doanh nghiệp, hợp tác xã", id = "enterprises_e_tax", unit = "đơn vị" },
  { name = "Báo cáo tháng của cơ quan", id = "documents_signed_digitally", unit = "báo cáo" },
  { name = "Phiếu trường học", id = "schools_signing_digitally", unit = "trường" },
  { name = "Phiếu thôn, tổ dân phố", id = "village_tech_teams", unit = "thôn" },
  { name = "Phiếu sản phẩm OCOP, đặc trưng", id = "ocop_online", unit = "sản phẩm" },
}

local shown_first = 5      -- so many targets behind are named in the summary
local villages_shown = 6   -- so many villages in a chart
local charts = 2

-- How far short of the path, against the path itself: 0.2 of 1.5 is more than 2 of 40.
-- A milestone has no path: once it is late, it is wholly late.
local function distance(figure)
  if not figure.gap_number or figure.expected_number == 0 then return 1 end
  return figure.gap_number / figure.expected_number
end

local function by_distance(first, second)
  return distance(first) > distance(second)
end

-- "a; b; c; và 4 đơn vị khác"
local function names_of(list, most, unit)
  if #list <= most then return table.concat(list, "; ") end
  return ("%s; và %d %s khác"):format(table.concat(list, "; ", 1, most), #list - most, unit)
end

-- Each figure as a text: label and code.
local function called(figures)
  local names = {}
  for _, figure in ipairs(figures) do table.insert(names, ("%s (%s)"):format(figure.label, figure.code)) end
  return names
end

local function opening(doc, data)
  doc:letterhead { issuer = { "ỦY BAN NHÂN DÂN", "XÃ MỘ ĐỨC" }, number = "…/BC-UBND", place = "Mộ Đức" }
  doc:title {
    "BÁO CÁO",
    "Kết quả thực hiện Nghị quyết về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số "
      .. data.period.label,
  }
  doc:addressee "Kính gửi: Ban Thường vụ Đảng ủy xã Mộ Đức"
  doc:paragraph(
    "Thực hiện Nghị quyết của Đảng ủy xã về nhiệm vụ đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và "
      .. "chuyển đổi số, giai đoạn 2025 - 2030 (mục IV.3), Ủy ban nhân dân xã báo cáo Ban Thường vụ Đảng ủy kết quả "
      .. data.period.label .. ".")
  if data.only ~= "" then doc:note("Chỉ gồm số liệu của: " .. data.only .. ".") end
  local lines = {}
  for _, source in ipairs(sources) do
    local figure = data:indicator(source.id)
    if figure.expected_units then
      table.insert(lines, ("%s: %s trên %s %s (%s)"):format(
        source.name, data:written(figure.reporting_units), data:written(figure.expected_units), source.unit,
        figure.coverage))
    end
  end
  doc:paragraph(("Số liệu từ ngày %s đến ngày %s%s"):format(
    data:written(data.period.first), data:written(data.period.last), #lines > 0 and ", tổng hợp từ các nguồn:" or "."))
  doc:list(lines)
end

local function summary(doc, data, behind)
  local rows = {}
  local function add(name, counts, total)
    table.insert(rows, {
      name, counts.total, counts.met, counts.on_track, counts.behind, counts.lacking, total = total,
    })
  end
  for _, pillar in ipairs(pillars) do
    add(pillar.name, data:count_by_status { group = pillar.group, codes = pillar.codes }, false)
  end
  local all = data:count_by_status()
  add("Cộng", all, true)

  doc:heading "I. Đánh giá chung"
  doc:paragraph(("Trong %d chỉ tiêu của Nghị quyết: %d đạt, %d đúng tiến độ, %d chậm, %d thiếu số liệu để đánh giá.")
    :format(all.total, all.met, all.on_track, all.behind, all.lacking))
  if #behind > 0 then
    doc:paragraph("Chậm so với lộ trình, xa nhất trước: " .. names_of(called(behind), shown_first, "chỉ tiêu") .. ".")
  end
  local function number(name) return { name, align = "right" } end
  doc:table {
    rows,
    caption = "Bảng 1. Kết quả theo trụ cột (số chỉ tiêu)",
    columns = {
      "Trụ cột", number "Tổng số", number "Đạt", number "Đúng tiến độ", number "Chậm", number "Thiếu số liệu",
    },
  }
  doc:note(
    "Đúng tiến độ: bằng hoặc hơn mức lộ trình đến nay, kể cả chỉ tiêu đã đạt nhưng phiếu không rõ có thể làm thay đổi "
      .. "kết quả. Thiếu số liệu: chưa có số liệu, thiếu đơn vị báo cáo, hoặc chưa đạt mà chưa có mức xuất phát để "
      .. ("so sánh. Không tính %d chỉ tiêu chỉ theo dõi."):format(all.without_target))
end

local function results(doc, data)
  local rows = {}
  for _, pillar in ipairs(pillars) do
    table.insert(rows, pillar.name)
    local figures = data:indicators { group = pillar.group, codes = pillar.codes, components = true }
    for _, figure in ipairs(figures) do table.insert(rows, figure) end
  end
  doc:heading "II. Kết quả thực hiện các chỉ tiêu"
  doc:table {
    rows,
    caption = "Bảng 2. Kết quả so với mục tiêu năm 2030 và lộ trình đến " .. data:written(data.period.last),
    columns = { "code", "label", "value", "target", "expected", "status" },
  }
  doc:note(
    "Lộ trình: mức cần có đến nay nếu đi đều từ mức năm 2025 đến mục tiêu. Cơ quan chịu trách nhiệm, nguồn và độ bao "
      .. "phủ của số liệu: Phụ lục 1.")
end

-- The indicators with figures by village, the farthest from its path first.
local function worst_by_village(data)
  local found = {}
  for _, figure in ipairs(data:indicators { status = { "behind", "on_track" } }) do
    for _, split in ipairs(figure.splits) do
      if split == "village" and figure.expected_number > 0 then table.insert(found, figure) end
    end
  end
  table.sort(found, by_distance)
  return found
end

local function falling_behind(doc, data, behind)
  doc:heading "III. Nơi còn chậm và việc cần làm trước"

  doc:heading("1. Chỉ tiêu chậm, xa lộ trình nhất trước", 2)
  if #behind == 0 then
    doc:paragraph "Không có chỉ tiêu nào chậm so với lộ trình."
  else
    doc:table {
      behind,
      columns = { "code", "label", "value", "expected", "gap", { "owner", label = "Cơ quan làm trước" } },
    }
  end

  doc:heading("2. Các thôn thấp nhất", 2)
  for place, figure in ipairs(worst_by_village(data)) do
    if place > charts then break end
    local villages = figure:by("village", { order = "worst", limit = villages_shown })
    doc:bars {
      villages,
      caption = ("%s: %d thôn thấp nhất (toàn xã %s; %s)"):format(
        figure.label, #villages, figure.value, figure.owner),
      mark = "expected",
    }
  end

  doc:heading("3. Số liệu còn thiếu", 2)
  local lacking = data:indicators { status = { "incomplete", "no_data", "no_baseline" } }
  if #lacking > 0 then
    doc:paragraph("Chưa đánh giá được: " .. table.concat(called(lacking), "; ") .. ".")
  end
  local lines = {}
  for _, source in ipairs(sources) do
    local silent = data:silent(source.id)
    if #silent > 0 and source.unit ~= "hộ" then
      table.insert(lines, ("%s: %s"):format(source.name, names_of(silent, shown_first, "đơn vị")))
    end
  end
  if #lines == 0 then return doc:paragraph "Các đơn vị đều đã gửi số liệu của kỳ." end
  doc:paragraph "Chưa gửi số liệu của kỳ:"
  doc:list(lines)
end

local function ending(doc)
  doc:paragraph "Trên đây là báo cáo của Ủy ban nhân dân xã, kính trình Ban Thường vụ Đảng ủy xem xét, cho ý kiến."
  doc:signature { "TM. ỦY BAN NHÂN DÂN", position = "CHỦ TỊCH" }
  doc:recipients { "Như trên;", "TT HĐND xã;", "Chủ tịch, các PCT UBND xã;", "Các cơ quan, đơn vị;", "Lưu: VT." }
end

local function annexes(doc, data)
  doc:page_break()
  doc:title { "PHỤ LỤC 1", "Trách nhiệm, nguồn và chất lượng số liệu" }
  doc:table {
    data:indicators(),
    columns = { "code", "owner", "source", "frequency", "coverage", "n", "missing" },
  }

  doc:page_break()
  doc:title { "PHỤ LỤC 2", "Định nghĩa các chỉ tiêu" }
  doc:table { data:indicators { components = true }, columns = { "code", "label", "definition" } }
  doc:heading("Những mức do xã chọn", 2)
  doc:list(definitions.reasons)
end

report "six_month" {
  label = { vi = "Báo cáo 6 tháng", en = "Six-monthly report" },
  period = "half_year",
  body = function(doc, data)
    local behind = data:indicators { status = "behind" }
    table.sort(behind, by_distance)

    opening(doc, data)
    summary(doc, data, behind)
    results(doc, data)
    falling_behind(doc, data, behind)
    ending(doc)
    annexes(doc, data)
  end,
}
