-- Cảnh báo báo cáo đến hạn, quá hạn: Rules/alerts/reports.lua. By chiso.toml the six-monthly report is due on 10 July,
-- the annual one on 10 January.
local testing = require "testing"
local month, by = testing.month, testing.by

-- Evaluates the three rules of a report that is due, the nearest first, and the one that is overdue before them.
local function due(t, day, expected)
  t:today(day)
  t:alert("report_overdue", { firing = expected.overdue or 0 })
  for _, days in ipairs { 3, 7, 14 } do
    t:alert(("report_due_%d"):format(days), { firing = expected[days] or 0, sent = expected.sent == days and 1 or 0 })
  end
end

test("report due: told 14, 7 and 3 days before, once each", function(t)
  month(t, "2026-05")
  due(t, "2026-06-25", {})
  due(t, "2026-06-26", { [14] = 1, sent = 14 })
  due(t, "2026-07-02", { [14] = 1 })
  due(t, "2026-07-03", { [14] = 1, [7] = 1, sent = 7 })
  due(t, "2026-07-06", { [14] = 1, [7] = 1 })
  due(t, "2026-07-07", { [14] = 1, [7] = 1, [3] = 1, sent = 3 })
  due(t, "2026-07-10", { [14] = 1, [7] = 1, [3] = 1 })
  due(t, "2026-07-11", { overdue = 1 })
end)

test("report due: what is said, by how near the day is", function(t)
  month(t, "2026-05")
  t:today "2026-06-28"
  t:alert("report_due_14", {
    message = "Báo cáo 6 tháng, 6 tháng đầu năm 2026: còn 12 ngày, hạn 10/07/2026. Việc đầu tiên: chạy chiso report "
      .. "six_month --period 2026-H1, bổ sung số liệu còn thiếu; ký xong thì chạy chiso period close 2026-H1 để thôi "
      .. "nhắc",
  })
  t:language "en"
  t:today "2026-07-08"
  local found = by(t:alert("report_due_3", { firing = 1 }), "report")
  t:equal(found.six_month.value, 2)
  t:equal(found.six_month.message,
    "Six-monthly report, the first half of 2026: 2 days left, due on 10/07/2026. First: run chiso report six_month "
      .. "--period 2026-H1 and fetch what is missing; once it is signed, chiso period close 2026-H1 ends this")
end)

test("report due: nothing is due where there is no record yet", function(t)
  due(t, "2026-07-08", {})
  due(t, "2026-07-20", {})
end)

test("report due: the second half-year is told of in the annual report", function(t)
  month(t, "2026-10")
  t:close "2026-H1"
  t:today "2027-01-08"
  local found = by(t:alert("report_due_3", { firing = 1 }), "report")
  t:equal(found.six_month, nil)
  t:equal(found.annual.message,
    "Báo cáo năm, năm 2026: còn 2 ngày, hạn 10/01/2027. Việc đầu tiên: chạy chiso report annual --period 2026, bổ sung "
      .. "số liệu còn thiếu; ký xong thì chạy chiso period close 2026 để thôi nhắc")
end)

test("report due: a period that is closed is told of no more, without a word", function(t)
  month(t, "2026-05")
  due(t, "2026-07-08", { [14] = 1, [7] = 1, [3] = 1, sent = 3 })
  t:close "2026-H1"
  t:today "2026-07-09"
  t:alert("report_due_3", { firing = 0, resolved = 1, sent = 0 })
end)

test("report overdue: told the day after, every week, and over once the period is closed", function(t)
  month(t, "2026-05")
  t:today "2026-07-11"
  t:alert("report_overdue", {
    firing = 1, sent = 1,
    message = "Báo cáo 6 tháng, 6 tháng đầu năm 2026: quá hạn 1 ngày, hạn 10/07/2026. Việc đầu tiên: chạy chiso report "
      .. "six_month --period 2026-H1, trình ký; đã ký thì chạy chiso period close 2026-H1",
  })
  t:today "2026-07-17"
  t:alert("report_overdue", { firing = 1, sent = 0 })
  t:today "2026-07-18"
  t:equal(t:alert("report_overdue", { firing = 1 }).sent, { "repeated" })
  t:close "2026-H1"
  t:today "2026-07-19"
  t:equal(t:alert("report_overdue", { firing = 0, resolved = 1 }).sent, { "resolved" })
end)

test("report overdue: after two weeks the chairperson hears of it", function(t)
  t:language "en"
  month(t, "2026-05")
  t:today "2026-07-11"
  t:alert("report_overdue", {
    firing = 1,
    message = "Six-monthly report, the first half of 2026: 1 days overdue, due on 10/07/2026. First: run chiso report "
      .. "six_month --period 2026-H1 and have it signed; if it is, run chiso period close 2026-H1",
  })
  t:today "2026-07-25"
  local found = t:alert("report_overdue", { firing = 1 })
  t:equal(found.sent, { "repeated", "escalated" })
end)
