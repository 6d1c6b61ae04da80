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

-- The villages that are short of the path somewhere, the one with the most such indicators first:
-- { label, figures = { names }, count, judged }.
function places.behind(data)
  local villages, order = {}, {}
  for _, figure in ipairs(places.figures(data)) do
    for _, row in ipairs(figure:by "village") do
      local judged = row.gap_number and not row.few and row.key ~= "_unknown"
      if judged then
        if not villages[row.key] then
          villages[row.key] = { label = row.label, figures = {}, judged = 0 }
          table.insert(order, villages[row.key])
        end
        local village = villages[row.key]
        village.judged = village.judged + 1
        if row.gap_number > 0 then
          local name = ("%s (%s)"):format(figure.label, row.value)
          table.insert(village.figures, { name = name, short = row.gap_number / math.max(row.expected_number, 1e-9) })
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
  return found
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
