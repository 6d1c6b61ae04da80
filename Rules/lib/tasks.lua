-- Nhiệm vụ: the tasks of the resolution (III.1–III.4, IV), each with its latest update (Surveys/action.lua).
-- Owner and due date of a task stand in Surveys/choices/tasks.csv.
local definitions = require "definitions"
local owners = require "owners"
local words = require "words"
local t = words.t

local tasks = {}

local pillars = {
  { id = "III.1", vi = "III.1. Chuyển đổi nhận thức", en = "III.1. Awareness" },
  { id = "III.2", vi = "III.2. Hạ tầng số, nền tảng số, dữ liệu số", en = "III.2. Infrastructure, platforms, data" },
  { id = "III.3", vi = "III.3. Kinh tế số", en = "III.3. Digital economy" },
  { id = "III.4", vi = "III.4. Xã hội số", en = "III.4. Digital society" },
  { id = "IV",    vi = "IV. Tổ chức thực hiện", en = "IV. Organisation" },
}

-- Where a task stands; the first that fits. `late` is what somebody has to see to.
local states = {
  { id = "done",        vi = "Đã xong",        en = "Done" },
  { id = "overdue",     vi = "Quá hạn",        en = "Overdue", late = true },
  { id = "no_update",   vi = "Chưa cập nhật",  en = "No update", late = true },
  { id = "under_way",   vi = "Đang làm",       en = "Under way" },
  { id = "not_started", vi = "Chưa làm",       en = "Not started" },
}
local state_of = {}
for _, state in ipairs(states) do state_of[state.id] = state end

-- The names of owners in the report's language; tasks.csv has the Vietnamese ones.
local owner_names = {}
for _, owner in pairs(owners) do owner_names[owner.vi] = owner end

local function named(text)
  local names = {}
  for name in text:gmatch("[^,]+") do
    name = name:gsub("^%s+", ""):gsub("%s+$", "")
    table.insert(names, owner_names[name] and t(owner_names[name]) or name)
  end
  return names
end

local function state(task, data)
  local record = task.record
  if record and record.status == "done" then return "done" end
  if task.due ~= "" and task.due ~= "ongoing" and data.date > date(task.due) then return "overdue" end
  if not record then return "no_update" end
  if task.due == "ongoing" and days_between(record.updated_on, data.date) > definitions.update_days then
    return "no_update"
  end
  return record.status
end

-- Every task: key, label, pillar, owners, owner, due, state, record.
function tasks.of(data)
  local found = {}
  for _, unit in ipairs(data:units "action") do
    local names = named(unit.owner)
    table.insert(found, {
      key = unit.key, label = unit.label, pillar = unit.pillar, owners = names,
      owner = table.concat(names, ", "), due = unit.due, record = unit.record,
      state = state_of[state(unit, data)] or state_of.under_way,
    })
  end
  return found
end

-- "Hạ tầng băng rộng, 5G (III.2.1)"
local function called(task) return ("%s (%s)"):format(task.label, task.key) end

-- "31/12/2028", "thường xuyên"
local function due(task, data)
  if task.due == "" then return "–" end
  if task.due == "ongoing" then return t { vi = "thường xuyên", en = "ongoing" } end
  return data:written(date(task.due))
end

-- How many stand where: "5 đã xong; 3 quá hạn; …"
function tasks.counted(all)
  local parts = {}
  for _, one in ipairs(states) do
    local number = 0
    for _, task in ipairs(all) do if task.state == one then number = number + 1 end end
    if number > 0 then table.insert(parts, ("%d %s"):format(number, lower(t(one)))) end
  end
  return table.concat(parts, "; ")
end

-- Those that somebody has to see to, a line an owner.
function tasks.late(all, most)
  local by_owner, order = {}, {}
  for _, task in ipairs(all) do
    if task.state.late then
      if not by_owner[task.owner] then
        by_owner[task.owner] = {}
        table.insert(order, task.owner)
      end
      table.insert(by_owner[task.owner], ("%s – %s"):format(called(task), lower(t(task.state))))
    end
  end
  local lines = {}
  for _, owner in ipairs(order) do
    table.insert(lines, ("%s: %s"):format(owner, words.names_of(by_owner[owner], most, "nhiệm vụ")))
  end
  return lines
end

local function of_pillar(all, pillar)
  local chosen = {}
  for _, task in ipairs(all) do if task.pillar == pillar.id then table.insert(chosen, task) end end
  return chosen
end

-- A line a pillar: "III.1. Chuyển đổi nhận thức: 3 nhiệm vụ, 3 đang làm".
function tasks.by_pillar(all)
  local lines = {}
  for _, pillar in ipairs(pillars) do
    local chosen = of_pillar(all, pillar)
    if #chosen > 0 then
      table.insert(lines, t { vi = "%s: %d nhiệm vụ, %s", en = "%s: %d tasks, %s" }
        :format(t(pillar), #chosen, tasks.counted(chosen)))
    end
  end
  return lines
end

local function row(name, all, total)
  local cells = { name, #all, total = total }
  for _, one in ipairs(states) do
    local number = 0
    for _, task in ipairs(all) do if task.state == one then number = number + 1 end end
    table.insert(cells, number)
  end
  return cells
end

-- The tasks by pillar and state.
function tasks.overview(doc, all, caption)
  local rows = {}
  for _, pillar in ipairs(pillars) do
    local chosen = of_pillar(all, pillar)
    if #chosen > 0 then table.insert(rows, row(t(pillar), chosen, false)) end
  end
  table.insert(rows, row(t { vi = "Cộng", en = "Sum" }, all, true))
  local columns = { t { vi = "Nhóm nhiệm vụ", en = "Group of tasks" } }
  table.insert(columns, { t { vi = "Tổng số", en = "All" }, align = "right" })
  for _, one in ipairs(states) do table.insert(columns, { t(one), align = "right" }) end
  doc:table { rows, columns = columns, caption = caption }
end

-- Every task with who answers for it, when it is due, where it stands and what came of it.
function tasks.table(doc, data, all, caption)
  local rows = {}
  for _, pillar in ipairs(pillars) do
    local chosen = of_pillar(all, pillar)
    if #chosen > 0 then table.insert(rows, t(pillar)) end
    for _, task in ipairs(chosen) do
      local record = task.record
      local said = t(task.state)
      if record then said = ("%s (%s): %s"):format(said, data:written(record.updated_on), record.result or "–") end
      table.insert(rows, { task.key, task.label, task.owner, due(task, data), said })
    end
  end
  doc:table {
    rows, caption = caption,
    columns = {
      t { vi = "Mã", en = "Code" }, t { vi = "Nhiệm vụ", en = "Task" }, t { vi = "Chủ trì", en = "In charge" },
      t { vi = "Hạn", en = "Due" }, t { vi = "Tình trạng, kết quả", en = "State, result" },
    },
  }
end

-- What was written under one question of the updates, a line a task: "III.2.1: …". What is done has no next step.
function tasks.said(all, field)
  local lines = {}
  for _, task in ipairs(all) do
    local text = task.record and task.record[field]
    local is_past = field == "next_step" and task.state.id == "done"
    if text and not is_past then table.insert(lines, ("%s: %s"):format(task.key, text)) end
  end
  return lines
end

-- Difficulties with their causes, a line a task.
function tasks.difficulties(all)
  local lines = {}
  for _, task in ipairs(all) do
    local record = task.record
    if record and record.difficulty then
      local cause = record.cause and t { vi = " Nguyên nhân: ", en = " Cause: " } .. record.cause or ""
      table.insert(lines, ("%s: %s%s"):format(task.key, record.difficulty, cause))
    end
  end
  return lines
end

-- What was spent since January, in million dong, and how many tasks told it.
function tasks.spent(all, data)
  local spent, told = 0, 0
  for _, task in ipairs(all) do
    local record = task.record
    if record and record.spent and record.updated_on.year == data.date.year then
      spent, told = spent + record.spent, told + 1
    end
  end
  return spent, told
end

return tasks
