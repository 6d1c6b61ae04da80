-- Lời nhận xét: what was written for a period (Surveys/comment.lua), by the topics of Surveys/choices/topics.csv.
local words = require "words"
local t = words.t

local remarks = {}

-- Objectives of II.2 without a number.
local objectives = {
  { topic = "objective_people",
    vi = "Nguồn nhân lực chất lượng, nhất là thế hệ trẻ", en = "Quality of human resources, the young above all" },
  { topic = "objective_digital_economy",
    vi = "Kinh tế số gắn với thế mạnh địa phương", en = "A digital economy on local strengths" },
}

-- What stands where nothing was written.
remarks.none = { vi = "Chưa có nhận xét nào gửi cho kỳ này.", en = "No comment was sent for this period." }

-- What a report has sections of its own for.
local sections = { "leadership", "conclusions", "funds", "difficulties", "next_tasks", "proposals" }

-- The comments of the report's period, by topic.
function remarks.of(data)
  local by_topic = {}
  for _, comment in ipairs(data:records "comment") do
    if comment.period == data.period.id then by_topic[comment.topic] = comment end
  end
  return by_topic
end

-- A line an objective: what was written about it.
function remarks.objectives(comments)
  local lines = {}
  for _, objective in ipairs(objectives) do
    local comment = comments[objective.topic]
    local said = comment and comment.content
      or t { vi = "chưa có nhận xét của kỳ.", en = "no comment for the period." }
    table.insert(lines, ("%s: %s"):format(t(objective), said))
  end
  return lines
end

-- A line a comment on what has no section: first what was said of single indicators, then of anything else.
function remarks.lines(comments, data)
  local told, lines = {}, {}
  local function tell(topic)
    local comment = comments[topic]
    if not comment or told[topic] then return end
    told[topic] = true
    table.insert(lines, ("%s: %s"):format(comment:written "topic", comment.content))
  end
  for _, objective in ipairs(objectives) do told[objective.topic] = true end
  for _, topic in ipairs(sections) do told[topic] = true end
  for _, figure in ipairs(data:indicators()) do tell(figure.id) end
  for topic in pairs(comments) do tell(topic) end
  return lines
end

return remarks
