-- Nơi nào: where figures fall behind, village by village.
local words = require "words"
local t = words.t

local places = {}

local function is_by_village(figure)
  for _, split in ipairs(figure.splits) do
    if split == "village" then return true end
  end
  return false
end

-- The indicators with a target that are split by village.
function places.figures(data)
  local found = {}
  for _, figure in ipairs(data:indicators()) do
    if figure.target_number and is_by_village(figure) then table.insert(found, figure) end
  end
  return found
end

local judged = { met = true, met_uncertain = true, on_track = true, behind = true }

-- Whether it can be told where a village stands: not by a handful of answers, nor where too few have answered.
function places.is_judged(row)
  return judged[row.status_code] == true and not row.few
end

-- Whether a village falls behind: by the same word as its indicator's status is told.
function places.is_behind(row)
  return places.is_judged(row) and row.status_code == "behind"
end

-- The villages that are behind somewhere, the one with the most such indicators first:
-- { label, figures = { names }, count, judged }; then how many villages can be judged at all.
function places.behind(data)
  local villages, order = {}, {}
  for _, figure in ipairs(places.figures(data)) do
    for _, row in ipairs(figure:by "village") do
      if places.is_judged(row) and row.key ~= "_unknown" then
        if not villages[row.key] then
          villages[row.key] = { label = row.label, figures = {}, judged = 0 }
          table.insert(order, villages[row.key])
        end
        local village = villages[row.key]
        village.judged = village.judged + 1
        if places.is_behind(row) then
          local name = ("%s (%s)"):format(figure.label, row.value)
          -- A milestone has no path: once it is late, it is wholly late.
          local short = row.gap_number and row.gap_number / math.max(row.expected_number, 1e-9) or 1
          table.insert(village.figures, { name = name, short = short })
        end
      end
    end
  end
  local found = {}
  for place, village in ipairs(order) do
    village.place, village.count = place, #village.figures
    if village.count > 0 then table.insert(found, village) end
    table.sort(village.figures, function(first, second) return first.short > second.short end)
  end
  table.sort(found, function(first, second)
    if first.count ~= second.count then return first.count > second.count end
    return first.place < second.place
  end)
  return found, #order
end

-- "Thôn 6 (5 chỉ tiêu); …"
function places.names(villages, most)
  local names = {}
  for _, village in ipairs(villages) do
    table.insert(names, t { vi = "%s (%d chỉ tiêu)", en = "%s (%d indicators)" }:format(village.label, village.count))
  end
  return words.names_of(names, most, "nơi")
end

-- The villages with the most indicators behind, and where each is worst.
function places.table(doc, villages, most, caption)
  local rows = {}
  for place, village in ipairs(villages) do
    if place > most then break end
    table.insert(rows, {
      village.label, t { vi = "%d trên %d", en = "%d of %d" }:format(village.count, village.judged),
      village.figures[1].name,
    })
  end
  doc:table {
    rows, caption = caption,
    columns = {
      t { vi = "Thôn, tổ dân phố", en = "Village" },
      { t { vi = "Chỉ tiêu chậm", en = "Behind" }, align = "right" },
      t { vi = "Chậm nhất", en = "Worst" },
    },
  }
end

-- The villages that would close most of an indicator's gap if they reached the average: "Thôn 6 (31 %); Thôn 2 (12 %)".
function places.closing(figure, most)
  local names = {}
  if not is_by_village(figure) then return "" end
  for _, village in ipairs(figure:gap_closing "village") do
    if #names == most then break end
    table.insert(names, ("%s (%s)"):format(village.label, village.part))
  end
  return table.concat(names, "; ")
end

-- Where to begin, a line an indicator that is behind.
function places.first(doc, behind, lines, names)
  local found = {}
  for _, figure in ipairs(behind) do
    local villages = #found < lines and places.closing(figure, names) or ""
    if villages ~= "" then table.insert(found, ("%s: %s"):format(words.called(figure), villages)) end
  end
  if #found == 0 then return end
  doc:paragraph {
    vi = "Nơi làm trước: nếu bằng được mức chung của xã thì rút ngắn nhiều nhất khoảng cách đến mục tiêu (rút được bao "
      .. "nhiêu, trong ngoặc):",
    en = "Where to begin: villages that would close most of the gap to the target if they reached the average (how "
      .. "much of it, in brackets):",
  }
  doc:list(found)
end

-- The lowest villages of some indicators, each as a chart with the path across its bars; `most` charts at most.
function places.bars(doc, figures, most, villages)
  local drawn = 0
  for _, figure in ipairs(figures) do
    local rows = drawn < most and is_by_village(figure) and figure:by("village", { order = "worst", limit = villages })
    -- What each village answers once with yes or no has no lowest ones, only those that said no.
    local compares = false
    for _, row in ipairs(rows or {}) do compares = compares or (row.n or 0) > 1 end
    if compares and #rows > 1 then
      drawn = drawn + 1
      doc:bars {
        rows, mark = "expected",
        caption = t {
          vi = "%s: %d thôn, tổ dân phố thấp nhất (toàn xã %s; %s)",
          en = "%s: the lowest %d villages (the commune %s; %s)",
        }:format(figure.label, #rows, figure.value, figure.owner),
      }
    end
  end
end

-- Every village by every indicator.
function places.heat(doc, data, caption)
  doc:heat {
    places.figures(data), by = "village", order = "worst", caption = caption,
    rows = { vi = "Thôn, tổ dân phố", en = "Village" },
  }
end

return places
