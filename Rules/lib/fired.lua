-- Cảnh báo trong kỳ: what alert rules told, rule by rule: how often, for how many days, what is still on.
local words = require "words"
local t = words.t

local fired = {}

-- The rules that fired, the longest on first: title, count, on (what is still on), days (the longest).
local function by_rule(alerts)
  local rules, order = {}, {}
  for _, alert in ipairs(alerts) do
    local rule = rules[alert.rule]
    if not rule then
      rule = { title = alert.title, count = 0, days = 0, on = {} }
      rules[alert.rule] = rule
      table.insert(order, rule)
    end
    rule.count = rule.count + 1
    rule.days = math.max(rule.days, alert.days)
    if alert.is_on then table.insert(rule.on, alert.message) end
  end
  return order
end

-- A table of at most so many rules; nothing where nothing fired.
function fired.table(doc, data, most, part)
  local rules = by_rule(data:alerts())
  if #rules == 0 then return end
  part { vi = "Cảnh báo trong kỳ", en = "Alerts of the period" }
  local rows, still_on = {}, 0
  for place, rule in ipairs(rules) do
    still_on = still_on + #rule.on
    if place <= most then
      table.insert(rows, { rule.title, ("%d"):format(rule.count), ("%d"):format(rule.days), ("%d"):format(#rule.on) })
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
      vi = "Cảnh báo tự động đã phát trong kỳ, cái lâu nhất trước", en = "What the alert rules told, the longest first",
    },
  }
  if #rules > most then
    doc:paragraph(t { vi = "Và %d quy tắc khác.", en = "And %d more rules." }:format(#rules - most))
  end
  if still_on == 0 then
    doc:paragraph { vi = "Không cảnh báo nào còn đến cuối kỳ.", en = "None is still on." }
  end
end

return fired
