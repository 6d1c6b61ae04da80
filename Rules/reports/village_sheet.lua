-- Phiếu kết quả của một thôn, tổ dân phố: its values beside the commune's, what falls behind, who has not answered.
-- Made for one village: chiso report village_sheet --where village=md1
local places = require "places"
local reporting = require "reporting"
local words = require "words"
local t = words.t

local named = 5   -- so many names in the summary

local function is_ranked(row)
  return row.number and not row.few and row.status_code ~= "incomplete"
end

-- The village's row of an indicator, its place among the villages that may be ranked, and how many those are.
-- Rows come from the split of the whole commune, so that what is hidden there is hidden here.
local function standing(figure, key)
  local own
  local ranked = {}
  for _, row in ipairs(figure:by("village", { order = "worst" })) do
    if row.key == key then own = row end
    if is_ranked(row) then table.insert(ranked, row.number) end
  end
  if not own or not is_ranked(own) then return own end
  -- Villages with the same value share the better place.
  local place = 1
  for number = #ranked, 1, -1 do
    if ranked[number] == own.number then break end
    place = place + 1
  end
  return own, place, #ranked
end

-- The indicators of the village: { figure, row, place, of }.
local function standings(data)
  local found = {}
  for _, narrowed in ipairs(data:indicators()) do
    local figure = data.whole:indicator(narrowed.id)
    local row, place, of = standing(figure, data.where.village)
    if row then table.insert(found, { figure = figure, row = row, place = place, of = of }) end
  end
  return found
end

local function is_behind(one) return places.is_behind(one.row) end

local function names_of(standings_, keep)
  local names = {}
  for _, one in ipairs(standings_) do
    if keep(one) then table.insert(names, words.called(one.figure, one.row.value)) end
  end
  return names
end

-- Of how many it cannot be told whether they are behind: they rest on a handful of answers, or too few have answered.
local function undecided(found)
  local count = 0
  for _, one in ipairs(found) do
    if one.figure.target_number and one.row.status_code ~= "no_baseline" and not places.is_judged(one.row) then
      count = count + 1
    end
  end
  return count
end

-- How many can be told.
local function decided(found)
  local count = 0
  for _, one in ipairs(found) do if places.is_judged(one.row) then count = count + 1 end end
  return count
end

local function none_behind(found)
  if decided(found) == 0 then
    return t { vi = "chưa chỉ tiêu nào đủ số liệu để kết luận", en = "none can be told yet" }
  end
  local few = undecided(found)
  if few == 0 then return t { vi = "không có", en = "none" } end
  return t {
    vi = "không có trong số đủ số liệu để kết luận; %d chỉ tiêu chưa đủ",
    en = "none of those that can be told; %d cannot",
  }:format(few)
end

local function summary(doc, data, found)
  local behind = names_of(found, is_behind)
  local best = names_of(found, function(one) return one.place and one.of > 1 and one.place == 1 end)
  local last = names_of(found, function(one) return one.place and one.of > 1 and one.place == one.of end)
  local lines = {
    { t { vi = "Chỉ tiêu tính được", en = "Indicators" }, #found },
    { t { vi = "Chậm so với lộ trình", en = "Behind the path" },
      #behind > 0 and words.names_of(behind, named, "chỉ tiêu") or none_behind(found) },
  }
  if #behind > 0 and undecided(found) > 0 then
    table.insert(lines, {
      t { vi = "Chưa kết luận", en = "Cannot be told" },
      t { vi = "%d chỉ tiêu (ít quan sát, hoặc thiếu đơn vị báo cáo)", en = "%d (few answers, or incomplete)" }
        :format(undecided(found)),
    })
  end
  if #best > 0 then
    table.insert(lines, { t { vi = "Cao nhất xã", en = "Best of all" }, words.names_of(best, named, "chỉ tiêu") })
  end
  if #last > 0 then
    table.insert(lines, { t { vi = "Thấp nhất xã", en = "Last of all" }, words.names_of(last, named, "chỉ tiêu") })
  end
  local silent = reporting.silent(data)
  if #silent > 0 then
    table.insert(lines, { t { vi = "Chưa gửi số liệu", en = "Not sent" }, table.concat(silent, "; ") })
  end
  doc:summary { title = { vi = "Tóm tắt", en = "Summary" }, table.unpack(lines) }
end

local function values(doc, found)
  local rows = {}
  for _, one in ipairs(found) do
    local row, figure = one.row, one.figure
    table.insert(rows, {
      figure.code, figure.label, row.value, figure.value, row.expected,
      one.place and ("%d/%d"):format(one.place, one.of) or "–", one.row.few and "–" or row.status,
    })
  end
  local function number(texts) return { t(texts), align = "right" } end
  doc:table {
    rows,
    caption = { vi = "Bảng 1. Kết quả so với toàn xã và lộ trình", en = "Table 1. Beside the commune and the path" },
    columns = {
      t { vi = "Mã", en = "Code" }, t { vi = "Chỉ tiêu", en = "Indicator" },
      number { vi = "Thôn", en = "Village" }, number { vi = "Toàn xã", en = "Commune" },
      number { vi = "Lộ trình", en = "Path" }, number { vi = "Hạng", en = "Rank" },
      t { vi = "Đánh giá", en = "Status" },
    },
  }
  doc:note {
    vi = "Hạng: thứ mấy trong số thôn, tổ dân phố được xếp, 1 là tốt nhất. Số trong ngoặc: dưới 30 người, hộ trả "
      .. "lời hoặc sai số trên 10 điểm, không xếp hạng, không kết luận. Thiếu đơn vị báo cáo: quá ít hộ, đơn vị của "
      .. "thôn có phiếu, cũng không xếp hạng, không kết luận. •: không in, vì có thể nhận ra người hoặc hộ.",
    en = "Rank: the place among the villages that are ranked, 1 is the best. In brackets: fewer than 30 answers or "
      .. "an error above 10 points, not ranked. Incomplete: too few of the village have answered, not ranked either. "
      .. "•: not printed, as it could tell of a person or household.",
  }
end

local function behind(doc, found)
  local rows = {}
  for _, one in ipairs(found) do
    if is_behind(one) then
      table.insert(rows, { one.figure.code, one.figure.label, one.row.value, one.row.gap, one.figure.owner })
    end
  end
  doc:heading({ vi = "2. Việc cần làm trước", en = "2. What comes first" }, 2)
  if #rows == 0 then
    if decided(found) == 0 then
      return doc:paragraph {
        vi = "Chưa chỉ tiêu nào đủ số liệu để kết luận.", en = "No indicator has enough figures to be judged yet.",
      }
    end
    if undecided(found) > 0 then
      return doc:paragraph(t {
        vi = "Trong số đủ số liệu để kết luận, không có chỉ tiêu nào chậm; %d chỉ tiêu chưa đủ số liệu.",
        en = "Of those that can be told, none is behind its path; %d rest on too few answers.",
      }:format(undecided(found)))
    end
    return doc:paragraph { vi = "Không có chỉ tiêu nào chậm so với lộ trình.", en = "No indicator is behind its path." }
  end
  doc:table {
    rows,
    columns = {
      t { vi = "Mã", en = "Code" }, t { vi = "Chỉ tiêu", en = "Indicator" },
      { t { vi = "Kết quả", en = "Value" }, align = "right" },
      { t { vi = "Còn thiếu", en = "Short by" }, align = "right" },
      t { vi = "Cùng làm với", en = "Together with" },
    },
  }
end

local function answers(doc, data)
  doc:heading({ vi = "3. Ai đã trả lời", en = "3. Who has answered" }, 2)
  local lines = reporting.lines(data)
  if #lines == 0 then
    return doc:paragraph {
      vi = "Không có danh sách đơn vị để biết ai chưa gửi.", en = "No list tells who has not sent.",
    }
  end
  doc:list(lines)
  local silent = reporting.silent(data)
  if #silent == 0 then
    return doc:paragraph { vi = "Các đơn vị đều đã gửi số liệu.", en = "Everyone who owes figures has sent them." }
  end
  doc:paragraph { vi = "Chưa gửi hoặc chưa gửi đủ:", en = "Nothing sent, or not all:" }
  doc:list(silent)
end

report "village_sheet" {
  label = { vi = "Phiếu kết quả của thôn, tổ dân phố", en = "Sheet of a village" },
  period = "half_year",
  where = "village",
  body = function(doc, data)
    doc:title {
      { vi = "PHIẾU KẾT QUẢ", en = "SHEET OF RESULTS" },
      t { vi = "%s, %s", en = "%s, %s" }:format(data.only, data.period.label),
    }
    doc:paragraph(t { vi = "Số liệu đến ngày %s.", en = "Figures up to %s." }:format(data:written(data.date)))
    local found = standings(data)
    if #found == 0 then
      return doc:paragraph { vi = "Chưa có số liệu nào của nơi này.", en = "There are no figures of this village yet." }
    end
    summary(doc, data, found)
    doc:heading({ vi = "1. Kết quả", en = "1. Results" }, 2)
    values(doc, found)
    behind(doc, found)
    answers(doc, data)
  end,
}
