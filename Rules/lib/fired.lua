-- Cảnh báo trong kỳ: what alert rules told, rule by rule: how often, for how many days, what is still on.
local words = require "words"
local t = words.t

local fired = {}

local rank = { critical = 1, warning = 2, info = 3 }
local named = 2  -- so many of what is still on are named for each rule

-- The rules that fired, the worst first, then what is still on, then the longest: title, severity, count, on, days.
local function by_rule(alerts)
  local rules, order = {}, {}
  for _, alert in ipairs(alerts) do
    local rule = rules[alert.rule]
    if not rule then
      rule = { title = alert.title, rank = rank[alert.severity] or 2, count = 0, days = 0, on = {} }
      rules[alert.rule] = rule
      table.insert(order, rule)
    end
    rule.count = rule.count + 1
    rule.days = math.max(rule.days, alert.days)
    if alert.is_on then table.insert(rule.on, alert.message) end
  end
  table.sort(order, function(one, other)
    if one.rank ~= other.rank then return one.rank < other.rank end
    if (#one.on > 0) ~= (#other.on > 0) then return #one.on > 0 end
    if one.days ~= other.days then return one.days > other.days end
    return one.title < other.title
  end)
  return order
end

-- What is said of an alert, up to what to do first: that is for who was told.
local function short(message)
  return (message:gsub("%.%s+Việc đầu tiên.*", ""):gsub("%.%s+First:.*", ""))
end

-- A table of at most so many rules, and what is still on; nothing where nothing fired.
function fired.table(doc, data, most, part)
  local rules = by_rule(data:alerts())
  if #rules == 0 then return end
  part { vi = "Cảnh báo trong kỳ", en = "Alerts of the period" }
  local rows, still, others = {}, {}, {}
  for place, rule in ipairs(rules) do
    if place <= most then
      table.insert(rows, { rule.title, ("%d"):format(rule.count), ("%d"):format(rule.days), ("%d"):format(#rule.on) })
      for number = 1, math.min(named, #rule.on) do table.insert(still, short(rule.on[number])) end
      local more = #rule.on - named
      if more > 0 then
        table.insert(still, t { vi = "%s: và %d nơi khác", en = "%s: and %d more" }:format(rule.title, more))
      end
    else
      table.insert(others, rule.title)
    end
  end
  doc:table {
    rows,
    columns = {
      t { vi = "Quy tắc", en = "Rule" },
      { t { vi = "Số lần", en = "Times" }, align = "right" },
      { t { vi = "Lâu nhất (ngày)", en = "Longest (days)" }, align = "right" },
      { t { vi = "Còn đến cuối kỳ", en = "Still on" }, align = "right" },
    },
    caption = t {
      vi = "Cảnh báo tự động đã phát trong kỳ, nặng nhất trước", en = "What the alert rules told, the worst first",
    },
  }
  if #others > 0 then
    doc:paragraph(t { vi = "Ngoài ra: %s.", en = "Besides: %s." }:format(table.concat(others, "; ")))
  end
  if #still == 0 then
    doc:paragraph { vi = "Không cảnh báo nào còn đến cuối kỳ.", en = "None is still on." }
  else
    doc:paragraph { vi = "Còn đến cuối kỳ:", en = "Still on:" }
    doc:list(still)
  end
end

return fired
