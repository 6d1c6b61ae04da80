-- Báo cáo đến hạn: told 14, 7 and 3 days before the day in chiso.toml ([periods] report_due), once each, then every
-- week while it is overdue. It ends when the period is closed: chiso period close.
local limits = require "alert_limits"
local owners = require "owners"
local words = require "words"
local t = words.t

local reports = {
  -- The second half of a year is told of in the annual report.
  { id = "six_month", periods = "%-H1$", vi = "Báo cáo 6 tháng", en = "Six-monthly report" },
  { id = "annual", periods = "", vi = "Báo cáo năm", en = "Annual report" },
}

-- Every report always has a row, so that an alert can end.
local function dues(data)
  local rows = {}
  for _, report in ipairs(reports) do
    local due = data:due(report.id)
    if due and not due.period:find(report.periods) then due = nil end
    table.insert(rows, {
      labels = { report = report.id }, label = t(report), owner = t(owners.council_office),
      due = due, value = due and due.days_left, badness = due and -due.days_left,
    })
  end
  return rows
end

local function commands(row)
  return row.labels.report .. " --period " .. row.due.period, row.due.period
end

-- The nearer days say enough: they hold back the farther ones.
for place, days in ipairs(limits.report_days) do
  local nearer = { "report_overdue" }
  for later = place + 1, #limits.report_days do
    table.insert(nearer, ("report_due_%d"):format(limits.report_days[later]))
  end
  alert(("report_due_%d"):format(days)) {
    label = {
      vi = ("Báo cáo đến hạn trong %d ngày"):format(days), en = ("A report is due within %d days"):format(days),
    },
    watch = dues,
    when = function(row) return row.due ~= nil and row.due.days_left <= days and row.due.days_left >= 0 end,
    message = function(row)
      return t {
        vi = "%s, %s: còn %d ngày, hạn %s. Việc đầu tiên: chạy chiso report %s, bổ sung số liệu còn thiếu; ký xong "
          .. "thì chạy chiso period close %s để thôi nhắc",
        en = "%s, %s: %d days left, due on %s. First: run chiso report %s and fetch what is missing; once it is "
          .. "signed, chiso period close %s ends this",
      }:format(row.label, row.due.label, row.due.days_left, words.day(row.due.day), commands(row))
    end,
    severity = days <= 3 and "warning" or "info",
    suppressed_by = nearer, send_resolved = false,
  }
end

alert "report_overdue" {
  label = { vi = "Báo cáo quá hạn", en = "A report is overdue" },
  watch = dues,
  when = function(row) return row.due ~= nil and row.due.days_left < 0 end,
  message = function(row)
    return t {
      vi = "%s, %s: quá hạn %d ngày, hạn %s. Việc đầu tiên: chạy chiso report %s, trình ký; đã ký thì chạy chiso "
        .. "period close %s",
      en = "%s, %s: %d days overdue, due on %s. First: run chiso report %s and have it signed; if it is, run chiso "
        .. "period close %s",
    }:format(row.label, row.due.label, -row.due.days_left, words.day(row.due.day), commands(row))
  end,
  severity = "critical", repeat_every = "7d",
  escalate_after = { "14d", to = owners.chairperson.vi },
}
