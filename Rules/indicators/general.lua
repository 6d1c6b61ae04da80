-- II.2 Mục tiêu tổng quát; III, IV Nhiệm vụ
local definitions = require "definitions"
local owners = require "owners"
local sources = require "sources"

indicator "advanced_new_rural" {
  code = "II.2",
  label = { vi = "Xã đạt Nông thôn mới nâng cao", en = "Advanced new rural commune" },
  definition = {
    vi = "Ngày quyết định công nhận xã Nông thôn mới nâng cao",
    en = "Day of the decision that recognises the commune as xã Nông thôn mới nâng cao",
  },
  source = sources.commune, frequency = sources.yearly, owner = owners.peoples_committee,
  over = "commune_year", latest = "commune",
  milestone = function(c) return c.advanced_new_rural_on end,
  target = { by = 2030, aspirational = true },
}

-- A task that has never been updated has no record, so it is no data and not late.
indicator "tasks_on_schedule" {
  code = "III, IV",
  label = { vi = "Nhiệm vụ đúng tiến độ", en = "Tasks on schedule" },
  definition = {
    vi = ("Nhiệm vụ đã xong hoặc chưa quá hạn (thường xuyên: có cập nhật trong %d ngày) ÷ nhiệm vụ có cập nhật, có hạn")
      :format(definitions.update_days),
    en = ("Tasks done or not overdue; ongoing ones: updated within %d days ÷ tasks with an update and a due date")
      :format(definitions.update_days),
  },
  source = sources.action, frequency = sources.half_yearly, owner = owners.each_task,
  over = "action",
  among = function(a) return not is_empty(choice(a, "task").due) end,
  share = function(a)
    local due = choice(a, "task").due
    if due == "ongoing" then return days_between(a.updated_on, today()) <= definitions.update_days end
    return a.status == "done" or today() <= date(due)
  end,
  by = { "pillar", "task_owner" },
}
