-- Hai thứ tiếng: texts of reports by language.
local words = {}

-- The text in the report's language: t { vi = "Đạt", en = "Met" }.
function words.t(texts)
  return texts[language()]
end

-- "a; b; c; và 4 đơn vị khác"; English says "4 more" of anything.
function words.names_of(list, most, unit)
  if #list <= most then return table.concat(list, "; ") end
  local more = words.t { vi = "và %d %s khác", en = "and %d more" }:format(#list - most, unit)
  return ("%s; %s"):format(table.concat(list, "; ", 1, most), more)
end

-- A figure by name: "Phủ sóng 5G (II.3.1.2)"; more may be said in the brackets.
function words.called(figure, more)
  local said = {}
  if figure.code ~= "" then table.insert(said, figure.code) end
  if more then table.insert(said, more) end
  if #said == 0 then return figure.label end
  return ("%s (%s)"):format(figure.label, table.concat(said, ", "))
end

-- Several figures by name.
function words.all_called(figures)
  local names = {}
  for _, figure in ipairs(figures) do table.insert(names, words.called(figure)) end
  return names
end

-- A difference of shares: "15,2 điểm %".
function words.points(difference)
  return (percent(difference):gsub("%%", words.t { vi = "điểm %%", en = " points" }))
end

-- A day as people read it.
function words.day(day)
  return ("%02d/%02d/%d"):format(day.day, day.month, day.year)
end

-- A period by its id: "tháng 5/2026", "6 tháng đầu năm 2026"; several as one by their ends.
function words.period(id)
  local first, last = id:match "^(.*)/(.*)$"
  if first then return ("%s – %s"):format(words.period(first), words.period(last)) end
  local year, half = id:match "^(%d+)%-H(%d)$"
  if half == "1" then return words.t { vi = "6 tháng đầu năm ", en = "the first half of " } .. year end
  if half == "2" then return words.t { vi = "6 tháng cuối năm ", en = "the second half of " } .. year end
  local of, month = id:match "^(%d+)%-(%d%d)$"
  if month then return words.t { vi = "tháng %d/%d", en = "%d/%d" }:format(number(month), number(of)) end
  return id
end

return words
