-- Cơ quan: monthly figures that are not in, documents that are not signed.
local calendar = require "calendar"
local limits = require "alert_limits"
local owners = require "owners"
local words = require "words"
local t = words.t

-- Until the day by which a month's figures are due, the month before it is what is owed.
alert "agency_month_missing" {
  label = { vi = "Cơ quan chưa gửi số liệu tháng", en = "Monthly figures of an agency are missing" },
  watch = function(data)
    local month = calendar.month_before(data.date - limits.agency_month_day)
    local rows, anything = {}, false
    for _, agency in ipairs(data:units "agency_month") do
      local last = agency.record and agency.record.month
      anything = anything or last ~= nil and last >= month
      table.insert(rows, {
        labels = { agency = agency.key }, label = agency.label, owner = t(owners.council_office),
        is_missing = not last or last < month, about = { month = month, last = last },
      })
    end
    -- Where nobody has sent any, this month or the commune's whole work has not begun.
    for _, row in ipairs(rows) do
      if not anything then row.no_data = t { vi = "chưa cơ quan nào gửi", en = "nobody has sent any" } end
    end
    return rows
  end,
  when = function(row) return row.is_missing end,
  message = function(row)
    local last = row.about.last and words.period(row.about.last) or t { vi = "chưa có", en = "none" }
    return t {
      vi = "%s: chưa có số liệu %s (hạn ngày %d tháng sau; gần nhất: %s). Việc đầu tiên: gọi văn thư cơ quan",
      en = "%s: no figures for %s (due by day %d of the next month; latest: %s). First: call its office",
    }:format(row.label, words.period(row.about.month), limits.agency_month_day, last)
  end,
  repeat_every = "7d", no_data = "resolve",
}

alert "documents_unsigned" {
  label = { vi = "Văn bản điện tử chưa ký số đủ, hai tháng liền", en = "Documents not all signed, two months running" },
  watch = "documents_signed_digitally", by = "agency",
  when = function(now, before) return now.value < now.target and before.value < before.target end,
  message = function(now, before)
    return t {
      vi = "%s: %s văn bản gửi đi có ký số trong %s (trước đó %s), còn %d văn bản chưa ký. Việc đầu tiên: xem ai chưa "
        .. "có chữ ký số",
      en = "%s: %s of the documents sent were signed in %s (before: %s), %d were not. First: see who has no signature",
    }:format(now.label, percent(now.value), words.period(now.period), percent(before.value),
      math.tointeger(now.denominator - now.numerator))
  end,
  max_instances = 5, repeat_every = "1 month",
}
