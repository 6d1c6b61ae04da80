-- Báo cáo của UBND xã gửi Ban Thường vụ Đảng ủy (Nghị quyết, IV.3): what the six-monthly and the annual report share.
-- The main part is what a busy reader acts on; tables of everything stand in the annexes. Words of the agencies come
-- from the forms `comment` and `action`, never from here.
local annexes = require "annexes"
local fired = require "fired"
local letter = require "letter"
local places = require "places"
local remarks = require "remarks"
local reporting = require "reporting"
local results = require "results"
local tasks = require "tasks"
local words = require "words"
local t = words.t

local named_first = 3    -- so many names in the summary
local villages_told = 5  -- so many villages in table 2
local alert_lines = 6     -- so many rules of alerts that fired
local begin_lines = 5     -- so many indicators are told with where to begin
local begin_places = 3    -- so many villages of each
local lines_told = 2     -- so many lines of the agencies where a section has no words of its own

local function opening(doc, data, samples)
  local titled = data.period.label
  if data.is_running then
    titled = titled .. t { vi = " (tính đến ngày %s)", en = " (up to %s)" }:format(data:written(data.date))
  end
  letter.head(doc)
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
    vi = "Thực hiện mục IV.3 Nghị quyết của Đảng ủy xã, Ủy ban nhân dân xã báo cáo Ban Thường vụ Đảng ủy kết quả %s. "
      .. "Số liệu từ ngày %s đến ngày %s; nguồn và độ bao phủ: Phụ lục 2.",
    en = "As section IV.3 of the resolution of the Party Committee asks, the People's Committee reports to the "
      .. "Standing Committee on %s. Figures from %s to %s; sources and coverage: annex 2.",
  }:format(data.period.label, data:written(data.period.first), data:written(data.date)))
  if data.only ~= "" then
    doc:note(t {
      vi = "Chỉ gồm số liệu của: %s. Bỏ %d chỉ tiêu không tính riêng được.",
      en = "Only figures of: %s. %d indicators cannot be told apart so and are left out.",
    }:format(data.only, data.left_out))
  end
  for _, sample in ipairs(samples) do doc:paragraph(sample) end
end

-- What must be seen if nothing else is read.
local function summary(doc, data, found)
  local lines = {}
  local function tell(name, text)
    if text ~= "" then table.insert(lines, { t(name), text }) end
  end
  tell({ vi = "Chỉ tiêu", en = "Indicators" },
    t { vi = "Trong %d chỉ tiêu có mục tiêu: %s.", en = "Of %d indicators with a target: %s." }
      :format(found.counts.all.total, results.counted(found.counts.all)))
  local met = words.all_called(data:indicators { status = "met" })
  local uncertain = words.all_called(data:indicators { status = "met_uncertain" })
  tell({ vi = "Đã đạt", en = "Reached" }, words.names_of(met, named_first, "chỉ tiêu"))
  tell({ vi = "Đạt, chưa chắc", en = "Reached, uncertain" }, words.names_of(uncertain, named_first, "chỉ tiêu"))
  tell({ vi = "Chậm nhất", en = "Farthest behind" },
    words.names_of(words.all_called(found.behind), named_first, "chỉ tiêu"))
  tell({ vi = "Ai làm trước", en = "Who acts first" },
    words.names_of(results.owners(found.behind), named_first, "cơ quan"))
  if data.only == "" then
    tell({ vi = "Nơi chậm nhất", en = "Villages behind" }, places.names(found.villages, 3))
    if #found.tasks > 0 then
      tell({ vi = "Nhiệm vụ", en = "Tasks" },
        t { vi = "%d nhiệm vụ: %s.", en = "%d tasks: %s." }:format(#found.tasks, tasks.counted(found.tasks)))
    end
  end
  doc:summary { title = { vi = "Tóm tắt", en = "Summary" }, table.unpack(lines) }
end

local function by_target(doc, data, found)
  local number = 0
  local function part(title)
    number = number + 1
    doc:heading(("%d. %s"):format(number, t(title)), 2)
  end
  doc:heading { vi = "II. Kết quả thực hiện các mục tiêu", en = "II. Results by target" }
  doc:paragraph {
    vi = "Theo trụ cột (từng chỉ tiêu với mục tiêu, lộ trình và nghĩa của các mức đánh giá: Phụ lục 1):",
    en = "By pillar (each indicator with target and path, and what these words mean: annex 1):",
  }
  doc:list(results.by_pillar(found.counts))
  part {
    vi = "Chỉ tiêu chậm, thiếu phần lớn nhất của lộ trình trước",
    en = "Behind, the greatest part of the path short first",
  }
  if #found.behind == 0 then
    doc:paragraph(results.none_behind(found.counts.all))
  else
    results.behind_table(doc, found.behind, t {
      vi = "Bảng 1. Kết quả so với lộ trình đến %s", en = "Table 1. Results against the path up to %s",
    }:format(data:written(data.date)))
    if data.only == "" then places.first(doc, found.behind, begin_lines, begin_places) end
  end
  if data.only == "" then
    part { vi = "Thôn, tổ dân phố chậm nhiều nhất", en = "Villages behind" }
    if found.villages_judged == 0 then
      doc:paragraph { vi = "Chưa có số liệu theo thôn để biết nơi nào chậm.", en = "No figures tell which are behind." }
    elseif #found.villages == 0 then
      doc:paragraph { vi = "Không có nơi nào chậm so với lộ trình.", en = "No village is behind." }
    else
      places.table(doc, found.villages, villages_told, t {
        vi = "Bảng 2. Nơi chậm nhiều nhất trong %d nơi có chỉ tiêu chậm (Phụ lục 3)",
        en = "Table 2. The farthest behind of %d villages that are behind anywhere (annex 3)",
      }:format(#found.villages))
    end
  end
  part { vi = "Số liệu còn thiếu", en = "Figures that are missing" }
  results.lacking(doc, data)
  if data.only == "" then fired.table(doc, data, alert_lines, part) end
  local adjusted = data:adjusted()
  if #adjusted > 0 then
    part { vi = "Số liệu kỳ trước nay điều chỉnh", en = "Figures of the period before, adjusted since" }
    results.adjusted_table(doc, adjusted, t {
      vi = "Số đã ký ở kỳ %s và số sau khi sửa phiếu, cùng theo công thức lúc ký",
      en = "As signed for %s, and after records were corrected, both by the formulas of the signing",
    }:format(adjusted[1].period))
  end
  if data.only == "" then
    doc:paragraph {
      vi = "Hai mục tiêu tổng quát không có mức định lượng:", en = "Two general objectives have no number:",
    }
    doc:list(remarks.objectives(found.comments))
  end
end

local function by_task(doc, found)
  doc:heading { vi = "III. Kết quả thực hiện các nhiệm vụ", en = "III. Results by task" }
  if #found.tasks == 0 then
    return doc:paragraph { vi = "Chưa có danh sách nhiệm vụ.", en = "There is no list of tasks." }
  end
  doc:paragraph { vi = "Theo nhóm (từng nhiệm vụ: Phụ lục 4):", en = "By group (each task: annex 4):" }
  doc:list(tasks.by_pillar(found.tasks))
  local late = tasks.late(found.tasks, 2)
  if #late > 0 then
    doc:paragraph { vi = "Cần đôn đốc:", en = "To be seen to:" }
    doc:list(late)
  end
end

-- A section of words: what was written for the period; where nothing was, what the agencies said, task by task.
local function narrative(doc, found, heading, topic, lines)
  doc:heading(heading)
  local comment = found.comments[topic]
  if comment then
    doc:paragraph(comment.content)
    if #lines > 0 then
      doc:paragraph { vi = "Theo từng nhiệm vụ: Phụ lục 4.", en = "Task by task: annex 4." }
    end
  elseif #lines > 0 then
    local shown = table.move(lines, 1, math.min(#lines, lines_told), 1, {})
    if #lines > #shown then
      table.insert(shown, t { vi = "và %d nhiệm vụ khác: Phụ lục 4.", en = "and %d more tasks: annex 4." }
        :format(#lines - #shown))
    end
    doc:list(shown)
  else
    doc:paragraph(remarks.none)
  end
end

local function in_words(doc, data, found)
  narrative(doc, found,
    { vi = "IV. Thực hiện các kết luận trước", en = "IV. Follow-up of earlier conclusions" }, "conclusions", {})
  narrative(doc, found, { vi = "V. Kinh phí", en = "V. Funds" }, "funds", {})
  local spent, told = tasks.spent(found.tasks, data)
  if told > 0 then
    doc:paragraph(t {
      vi = "Các cơ quan chủ trì báo đã chi %s triệu đồng từ đầu năm (%d nhiệm vụ có số liệu).",
      en = "The bodies in charge report %s million dong spent since January (%d tasks with figures).",
    }:format(data:written(spent), told))
  end
  narrative(doc, found, { vi = "VI. Khó khăn, hạn chế và nguyên nhân", en = "VI. Difficulties and causes" },
    "difficulties", tasks.difficulties(found.tasks))
  narrative(doc, found, { vi = "VII. Nhiệm vụ trọng tâm kỳ tới", en = "VII. Main tasks of the next period" },
    "next_tasks", tasks.said(found.tasks, "next_step"))
  narrative(doc, found, { vi = "VIII. Đề xuất, kiến nghị", en = "VIII. Proposals" },
    "proposals", tasks.said(found.tasks, "proposal"))
end

-- The body of a report of the People's Committee.
return function(doc, data)
  local samples = reporting.samples(data)
  local is_whole = data.only == ""
  local villages, villages_judged
  if is_whole then villages, villages_judged = places.behind(data) end
  local found = {
    behind = results.behind(data), counts = results.counts(data), comments = remarks.of(data),
    villages = villages or {}, villages_judged = villages_judged, tasks = is_whole and tasks.of(data) or {},
  }
  opening(doc, data, samples)
  summary(doc, data, found)
  if is_whole then
    narrative(doc, found,
      { vi = "I. Công tác lãnh đạo, tổ chức thực hiện", en = "I. Leadership and organisation" }, "leadership", {})
  end
  by_target(doc, data, found)
  if is_whole then
    by_task(doc, found)
    in_words(doc, data, found)
  end
  letter.ending(doc)
  annexes.results(doc, data, found)
  annexes.sources(doc, data, samples)
  if is_whole then
    annexes.places(doc, data, found)
    annexes.tasks(doc, data, found)
  end
  annexes.definitions(doc, data)
end
