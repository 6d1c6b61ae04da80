-- Nhiệm vụ của nghị quyết: overdue, due soon, or without a word for long. Each owner gets the own tasks in one message.
local limits = require "alert_limits"
local owners = require "owners"
local tasks = require "tasks"
local words = require "words"
local t = words.t

-- Every task always has a row, so that an alert can end; one that was taken off the list ends too (no_data).
local function rows(data)
  local found, anything = {}, false
  for _, task in ipairs(tasks.of(data)) do
    local has_day = task.due ~= "" and task.due ~= "ongoing"
    local updated = task.record and task.record.updated_on
    anything = anything or updated ~= nil
    table.insert(found, {
      labels = { task = task.key }, label = ("%s (%s)"):format(task.label, task.key), owner = task.owner,
      is_open = task.state.id ~= "done", due = has_day and date(task.due) or nil, updated = updated,
      days_left = has_day and days_between(data.date, date(task.due)) or nil,
      days_silent = days_between(updated or limits.tasks_since, data.date),
    })
  end
  -- Before the first update of any task, nobody was asked yet.
  for _, row in ipairs(found) do row.is_followed = anything end
  return found
end

local function rows_by(name, sign)
  return function(data)
    local found = rows(data)
    for _, row in ipairs(found) do
      row.value = row[name]
      row.badness = row[name] and sign * row[name]
    end
    return found
  end
end

alert "task_overdue" {
  label = { vi = "Nhiệm vụ quá hạn", en = "A task is overdue" },
  watch = rows_by("days_left", -1),
  when = function(row) return row.is_followed and row.is_open and row.days_left ~= nil and row.days_left < 0 end,
  message = function(row)
    return t {
      vi = "%s: quá hạn %d ngày (hạn %s). Việc đầu tiên: báo kết quả và ngày xong bằng chiso interview action",
      en = "%s: %d days overdue (due on %s). First: tell the result and the day it will be done, by chiso interview "
        .. "action",
    }:format(row.label, -row.days_left, words.day(row.due))
  end,
  repeat_every = "14d", no_data = "resolve",
  escalate_after = { "30d", to = owners.chairperson.vi },
}

alert "task_due_soon" {
  label = {
    vi = ("Nhiệm vụ đến hạn trong %d ngày"):format(limits.task_days),
    en = ("A task is due within %d days"):format(limits.task_days),
  },
  watch = rows_by("days_left", -1),
  when = function(row)
    return row.is_followed and row.is_open and row.days_left ~= nil and row.days_left >= 0
      and row.days_left <= limits.task_days
  end,
  message = function(row)
    return t {
      vi = "%s: còn %d ngày, hạn %s. Việc đầu tiên: cập nhật tình trạng, nêu vướng mắc nếu có (chiso interview action)",
      en = "%s: %d days left, due on %s. First: update its status and say what is in the way (chiso interview action)",
    }:format(row.label, row.days_left, words.day(row.due))
  end,
  severity = "info", suppressed_by = { "task_overdue" }, no_data = "resolve", send_resolved = false,
}

alert "task_silent" {
  label = {
    vi = ("Nhiệm vụ không được cập nhật trong %d ngày"):format(limits.task_silent_days),
    en = ("A task has had no update for %d days"):format(limits.task_silent_days),
  },
  watch = rows_by("days_silent", 1),
  when = function(row) return row.is_followed and row.is_open and row.days_silent >= limits.task_silent_days end,
  message = function(row)
    local last = t { vi = "chưa cập nhật lần nào", en = "never updated" }
    if row.updated then
      last = t { vi = "cập nhật gần nhất %s", en = "last updated %s" }:format(words.day(row.updated))
    end
    return t {
      vi = "%s: %s (%d ngày). Việc đầu tiên: nhập phiếu cập nhật (chiso interview action)",
      en = "%s: %s (%d days). First: enter an update (chiso interview action)",
    }:format(row.label, last, row.days_silent)
  end,
  severity = "info", suppressed_by = { "task_overdue", "task_due_soon" }, repeat_every = "1 month",
  no_data = "resolve", send_resolved = false,
}
