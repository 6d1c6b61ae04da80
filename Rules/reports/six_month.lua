-- Báo cáo 6 tháng: UBND xã to the Ban Thường vụ Đảng ủy (Resolution, IV.3).
-- This script says what stands where; every figure comes from Rules/indicators. A text is { vi = "…", en = "…" }; `t`
-- picks the report's language where one is put together.
local annexes = require "annexes"
local baselines = require "baselines"
local remarks = require "remarks"
local reporting = require "reporting"
local words = require "words"
local t = words.t

local pillars = {
  { group = "II.3.1", vi = "3.1. Phát triển hạ tầng số", en = "3.1. Digital infrastructure" },
  { group = "II.3.2", vi = "3.2. Chính quyền số", en = "3.2. Digital government" },
  { group = "II.3.3", vi = "3.3. Kinh tế số", en = "3.3. Digital economy" },
  { group = "II.3.4", vi = "3.4. Xã hội số", en = "3.4. Digital society" },
  { group = { "II.2", "III, IV" }, vi = "Mục tiêu tổng quát và nhiệm vụ", en = "General objectives and tasks" },
  -- Whatever else there is, such as indicators that an analyst has added.
  { except = { "II.3.1", "II.3.2", "II.3.3", "II.3.4", "II.2", "III, IV" },
    vi = "Chỉ tiêu khác", en = "Other indicators" },
}

-- The words of the column "Đánh giá" of table 2, and the columns of table 1.
local statuses = {
  { code = "met",           vi = "Đạt",                  en = "Met" },
  { code = "met_uncertain", vi = "Đạt, chưa chắc",       en = "Met, uncertain" },
  { code = "on_track",      vi = "Đúng tiến độ",         en = "On track" },
  { code = "behind",        vi = "Chậm",                 en = "Behind" },
  { code = "no_baseline",   vi = "Chưa có mốc so sánh",  en = "No baseline" },
  { code = "incomplete",    vi = "Thiếu đơn vị báo cáo", en = "Incomplete" },
  { code = "no_data",       vi = "Thiếu số liệu",        en = "No data" },
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

local function opening(doc, data, samples)
  local period, day = data.period.label, data:written(data.date)
  local titled = period
  if data.is_running then
    titled = period .. t { vi = " (tính đến ngày %s)", en = " (up to %s)" }:format(day)
  end
  doc:letterhead {
    issuer = t { vi = { "ỦY BAN NHÂN DÂN", "XÃ MỘ ĐỨC" }, en = { "PEOPLE'S COMMITTEE", "MỘ ĐỨC COMMUNE" } },
    number = "…/BC-UBND", place = "Mộ Đức",
  }
  doc:title {
    { vi = "BÁO CÁO", en = "REPORT" },
    t {
      vi = "Kết quả thực hiện Nghị quyết về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi "
        .. "số %s",
      en = "Progress under the resolution on breakthroughs in science, technology, innovation and digital "
        .. "transformation, %s",
    }:format(titled),
  }
  doc:addressee {
    vi = "Kính gửi: Ban Thường vụ Đảng ủy xã Mộ Đức",
    en = "To: the Standing Committee of the Party Committee of Mộ Đức",
  }
  doc:paragraph(t {
    vi = "Thực hiện Nghị quyết của Đảng ủy xã về nhiệm vụ đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và "
      .. "chuyển đổi số, giai đoạn 2025 - 2030 (mục IV.3), Ủy ban nhân dân xã báo cáo Ban Thường vụ Đảng ủy "
      .. "kết quả %s.",
    en = "As section IV.3 of the resolution of the Party Committee on breakthroughs in science, technology, innovation "
      .. "and digital transformation, 2025 - 2030, asks, the People's Committee reports to the Standing "
      .. "Committee on %s.",
  }:format(period))
  if data.only ~= "" then
    doc:note(t {
      vi = "Chỉ gồm số liệu của: %s. Bỏ %d chỉ tiêu không tính riêng được.",
      en = "Only figures of: %s. %d indicators cannot be told apart so and are left out.",
    }:format(data.only, data.left_out))
  end
  local lines = reporting.lines(data)
  local from = t { vi = "Số liệu từ ngày %s đến ngày %s", en = "Figures from %s to %s" }
    :format(data:written(data.period.first), day)
  if #lines == 0 then return doc:paragraph(from .. ".") end
  doc:paragraph(from .. t { vi = "; mỗi nguồn theo kỳ phiếu của mình:", en = "; each source by its own round:" })
  doc:list(lines)
  for _, sample in ipairs(samples) do doc:paragraph(sample) end
end

-- The row of table 1 for some counts.
local function row(name, counts, total)
  local cells = { name, counts.total, total = total }
  for _, status in ipairs(statuses) do table.insert(cells, counts[status.code]) end
  return cells
end

local function summary(doc, data, behind)
  local rows = {}
  local all = { total = 0, without_target = 0 }
  for _, status in ipairs(statuses) do all[status.code] = 0 end
  for _, pillar in ipairs(pillars) do
    local counts = data:count_by_status { group = pillar.group, except = pillar.except }
    for name in pairs(all) do all[name] = all[name] + counts[name] end
    if counts.total > 0 then table.insert(rows, row(t(pillar), counts, false)) end
  end
  table.insert(rows, row(t { vi = "Cộng", en = "Sum" }, all, true))

  doc:heading { vi = "I. Đánh giá chung", en = "I. Overview" }
  local parts = {}
  for _, status in ipairs(statuses) do
    local count = all[status.code]
    if count > 0 then table.insert(parts, ("%d %s"):format(count, lower(t(status)))) end
  end
  doc:paragraph(t { vi = "Trong %d chỉ tiêu có mục tiêu: %s.", en = "Of %d indicators with a target: %s." }
    :format(all.total, table.concat(parts, "; ")))
  if #behind > 0 then
    doc:paragraph(t { vi = "Chậm so với lộ trình, xa nhất trước: %s.", en = "Behind the path, the farthest first: %s." }
      :format(words.names_of(words.all_called(behind), shown_first, "chỉ tiêu")))
  end
  local columns = { t { vi = "Trụ cột", en = "Pillar" } }
  local function number(name) table.insert(columns, { name, align = "right" }) end
  number(t { vi = "Tổng số", en = "All" })
  for _, status in ipairs(statuses) do number(t(status)) end
  doc:table {
    rows, columns = columns,
    caption = { vi = "Bảng 1. Kết quả theo trụ cột (số chỉ tiêu)", en = "Table 1. Indicators by pillar" },
  }
  local note = t {
    vi = "Đạt, chưa chắc: đã đạt, nhưng phiếu không rõ có thể làm thay đổi kết quả. Đúng tiến độ: chưa đạt, nhưng bằng "
      .. "hoặc hơn mức lộ trình đến nay. Chưa có mốc so sánh: chưa đạt, và chưa có mức xuất phát hoặc chưa đến hạn. "
      .. "Thiếu đơn vị báo cáo: chưa đủ đơn vị gửi số liệu để đánh giá.",
    en = "Met, uncertain: met, but what is not known could undo it. On track: not met, but at or beyond the path by "
      .. "now. No baseline: not met, and nothing to compare with yet. Incomplete: too few of those who should "
      .. "report have.",
  }
  if all.without_target > 0 then
    note = note .. t {
      vi = " Không tính %d chỉ tiêu chỉ theo dõi.", en = " %d indicators without a target are left out.",
    }:format(all.without_target)
  end
  doc:note(note)
end

local function results(doc, data, comments)
  local rows = {}
  for _, pillar in ipairs(pillars) do
    local figures = data:indicators { group = pillar.group, except = pillar.except, components = true }
    if #figures > 0 then table.insert(rows, t(pillar)) end
    for _, figure in ipairs(figures) do table.insert(rows, figure) end
  end
  doc:heading { vi = "II. Kết quả thực hiện các chỉ tiêu", en = "II. Results" }
  doc:table {
    rows,
    caption = t {
      vi = "Bảng 2. Kết quả so với mục tiêu năm 2030 và lộ trình đến %s",
      en = "Table 2. Results against the targets for 2030 and the path up to %s",
    }:format(data:written(data.date)),
    columns = { "code", "label", "value", "target", "expected", "status" },
  }
  local provisional = baselines.provisional and t { vi = " (tạm thời)", en = " (provisional)" } or ""
  doc:note(t {
    vi = "Lộ trình: mức cần có đến nay nếu đi đều từ mức năm 2025%s đến mục tiêu. Cơ quan chịu trách nhiệm, nguồn và "
      .. "độ bao phủ của số liệu: Phụ lục 1.",
    en = "Path (expected): where a straight line from 2025%s to the target stands by now. Who is responsible, sources "
      .. "and coverage: annex 1.",
  }:format(provisional))

  if data.only ~= "" then return end
  doc:paragraph {
    vi = "Hai mục tiêu tổng quát không có mức định lượng:", en = "Two general objectives have no number:",
  }
  doc:list(remarks.objectives(comments))
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

local function lowest_villages(doc, data)
  local place = t { vi = "toàn xã", en = "the commune" }
  if data.only ~= "" then place = data.only end
  local drawn = 0
  for _, figure in ipairs(worst_by_village(data)) do
    local villages = figure:by("village", { order = "worst", limit = villages_shown })
    -- What each village answers once with yes or no has no lowest ones, only those that said no.
    local compares = false
    for _, village in ipairs(villages) do compares = compares or (village.n or 0) > 1 end
    if drawn < charts and #villages > 1 and compares then
      drawn = drawn + 1
      doc:bars {
        villages,
        caption = t {
          vi = "%s (%s): %d thôn, tổ dân phố thấp nhất (%s %s; %s)",
          en = "%s (%s): the lowest %d villages (%s %s; %s)",
        }:format(figure.label, lower(figure.status), #villages, place, figure.value, figure.owner),
        mark = "expected",
      }
    end
  end
  if drawn == 0 then
    doc:paragraph { vi = "Không có chỉ tiêu nào để so sánh theo thôn.", en = "There is nothing to compare by village." }
  end
end

local function lacking(doc, data)
  local figures = data:indicators { status = { "incomplete", "no_data", "no_baseline" } }
  if #figures > 0 then
    local names = {}
    for _, figure in ipairs(figures) do table.insert(names, words.called(figure, figure.status)) end
    doc:paragraph(t { vi = "Chưa đánh giá được: %s.", en = "Not judged yet: %s." }:format(table.concat(names, "; ")))
  end
  local silent, earlier = reporting.silent(data), reporting.earlier(data)
  if #silent == 0 then
    doc:paragraph { vi = "Các đơn vị đều đã gửi số liệu.", en = "Everyone who owes figures has sent them." }
  else
    doc:paragraph(t {
      vi = "Tính đến %s, chưa gửi hoặc chưa gửi đủ:", en = "By %s, nothing sent, or not all:",
    }:format(data:written(data.date)))
    doc:list(silent)
  end
  if #earlier > 0 then
    doc:paragraph {
      vi = "Chưa gửi phiếu của kỳ này, còn tính theo phiếu trước:",
      en = "Not yet sent for this period, still counted by an earlier record:",
    }
    doc:list(earlier)
  end
end

local function falling_behind(doc, data, behind)
  doc:heading { vi = "III. Nơi còn chậm và việc cần làm trước", en = "III. What is behind, and what comes first" }

  doc:heading({
    vi = "1. Chỉ tiêu chậm, xa lộ trình nhất trước", en = "1. Behind, the farthest from the path first",
  }, 2)
  if #behind == 0 then
    doc:paragraph { vi = "Không có chỉ tiêu nào chậm so với lộ trình.", en = "No indicator is behind its path." }
  else
    doc:table {
      behind,
      columns = {
        "code", "label", "value", "expected", "gap",
        { "owner", label = { vi = "Cơ quan làm trước", en = "Who acts first" } },
      },
    }
    doc:note {
      vi = "Xếp theo phần còn thiếu so với chính mức lộ trình: thiếu 0,2 của 1,5 xếp trước thiếu 2 của 40.",
      en = "Ordered by what is short of the path, against the path itself: 0.2 of 1.5 comes before 2 of 40.",
    }
  end

  doc:heading({ vi = "2. Các thôn, tổ dân phố thấp nhất", en = "2. The lowest villages" }, 2)
  lowest_villages(doc, data)

  doc:heading({ vi = "3. Số liệu còn thiếu", en = "3. Figures that are missing" }, 2)
  lacking(doc, data)
end

local function comments_on(doc, data, comments)
  local lines = remarks.lines(comments, data)
  doc:heading { vi = "IV. Nhận xét, đề xuất", en = "IV. Comments and proposals" }
  if #lines > 0 then return doc:list(lines) end
  doc:paragraph { vi = "Chưa có nhận xét nào gửi cho kỳ này.", en = "No comment was sent for this period." }
end

local function ending(doc)
  doc:paragraph {
    vi = "Trên đây là báo cáo của Ủy ban nhân dân xã, kính trình Ban Thường vụ Đảng ủy xem xét, cho ý kiến.",
    en = "This report of the People's Committee is submitted to the Standing Committee for its consideration.",
  }
  doc:signature {
    { vi = "TM. ỦY BAN NHÂN DÂN", en = "ON BEHALF OF THE PEOPLE'S COMMITTEE" },
    position = { vi = "CHỦ TỊCH", en = "CHAIRPERSON" },
  }
  doc:recipients(t {
    vi = { "Như trên;", "TT HĐND xã;", "Chủ tịch, các PCT UBND xã;", "Các cơ quan, đơn vị;", "Lưu: VT." },
    en = {
      "As above;", "Standing body of the People's Council;", "Chairperson and vice-chairpersons;",
      "Agencies and units;", "Records.",
    },
  })
end

report "six_month" {
  label = { vi = "Báo cáo 6 tháng", en = "Six-monthly report" },
  period = "half_year",
  body = function(doc, data)
    local behind = data:indicators { status = "behind" }
    table.sort(behind, by_distance)
    local comments = remarks.of(data)
    local samples = reporting.samples(data)

    opening(doc, data, samples)
    summary(doc, data, behind)
    results(doc, data, comments)
    falling_behind(doc, data, behind)
    if data.only == "" then comments_on(doc, data, comments) end
    ending(doc)
    annexes.sources(doc, data, samples)
    annexes.definitions(doc, data)
  end,
}
