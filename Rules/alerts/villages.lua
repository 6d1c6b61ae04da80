-- Tổ công nghệ số cộng đồng: by the last day of activity in the village's latest form.
local limits = require "alert_limits"
local owners = require "owners"
local words = require "words"
local t = words.t

-- A village without a team, or whose form does not tell the day, is no alert: village_tech_teams counts it. What counts
-- is how things stood at the end of the last half-year, which the form is about: a day after it is not known to anyone.
alert "village_team_inactive" {
  label = { vi = "Tổ công nghệ số không hoạt động hai tháng", en = "A village's technology team is inactive" },
  period = "half_year",
  watch = function(data)
    local rows = {}
    for _, village in ipairs(data:units "village") do
      local record = village.record
      local last, days
      if record and record.team and record.team_last_active then
        last = record.team_last_active
        days = days_between(last, data.date)
      end
      table.insert(rows, {
        labels = { village = village.key }, label = village.label, owner = t(owners.culture),
        last = last, value = days, badness = days,
      })
    end
    return rows
  end,
  when = function(row) return row.value ~= nil and row.value >= limits.team_days end,
  message = function(row)
    return t {
      vi = "%s: theo phiếu thôn, tổ hoạt động gần nhất %s (hơn %d ngày). Việc đầu tiên: gọi tổ trưởng; tổ đã hoạt động "
        .. "thì ghi ngày mới vào phiếu thôn",
      en = "%s: by the village's form, last active on %s (over %d days ago). First: call its head; if it has met "
        .. "since, write the new day into the form",
    }:format(row.label, words.day(row.last), row.value)
  end,
  severity = "info", max_instances = 6, no_data = "resolve",
}
