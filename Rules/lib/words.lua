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

return words
