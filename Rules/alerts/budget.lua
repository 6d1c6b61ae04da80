-- Chi cho KHCN, ĐMST, CĐS: below 40 % of the year's plan after June, below 1,5 % of the budget spent after September.
local limits = require "alert_limits"
local owners = require "owners"
local words = require "words"
local t = words.t

-- The commune's latest figures of the year that runs; nothing in a year without any.
local function latest(data)
  local found
  for _, record in ipairs(data:records "commune_year") do
    local day = record.reported_on
    if day.year == data.date.year and (not found or found.reported_on < day) then found = record end
  end
  return found
end

-- Each share has a row all year, so that its alert ends with the year. `from` is the first month in which it is judged.
local checks = {
  {
    id = "plan", from = 7, least = limits.spending_plan, whole = "sti_planned",
    vi = "kế hoạch cả năm", en = "of the year's plan",
  },
  {
    id = "share", from = 10, least = limits.spending_share, whole = "budget_spent",
    vi = "tổng chi ngân sách", en = "of the budget spent",
  },
}

alert "sti_spending_low" {
  label = {
    vi = "Chi cho KHCN, ĐMST, CĐS thấp", en = "Spending on science, innovation and digital is low",
  },
  watch = function(data)
    local record = latest(data)
    local rows = {}
    for _, check in ipairs(checks) do
      local row = {
        labels = { check = check.id }, label = t(check), owner = t(owners.economy),
        is_judged = record ~= nil and data.date.month >= check.from, least = check.least,
      }
      if row.is_judged then
        local spent, whole = record.sti_budget, record[check.whole]
        if spent and whole and whole > 0 then
          row.value = 100 * spent / whole
          row.badness = 1 - row.value / check.least
          row.reported_on = record.reported_on
        else
          row.no_data = t { vi = "không rõ số chi", en = "the amounts are not known" }
        end
      end
      table.insert(rows, row)
    end
    return rows
  end,
  when = function(row) return row.is_judged and row.value < row.least end,
  message = function(row)
    return t {
      vi = "Chi cho KHCN, ĐMST, CĐS bằng %s %s, cần ít nhất %s (số liệu ngày %s). Việc đầu tiên: rà nhiệm vụ có dự "
        .. "toán mà chưa giải ngân; có số mới thì nhập bằng chiso interview commune_year",
      en = "Spent on it: %s %s, at least %s is needed (figures of %s). First: see what is budgeted and not yet spent; "
        .. "enter newer figures by chiso interview commune_year",
    }:format(percent(row.value), row.label, percent(row.least), words.day(row.reported_on))
  end,
  repeat_every = "1 month",
}
