-- Báo cáo năm: UBND xã to the Ban Thường vụ Đảng ủy (Resolution, IV.3), over a whole year.
-- The same as the six-monthly report (Rules/lib/progress_report.lua), with the comments written for the year ("2026").
report "annual" {
  label = { vi = "Báo cáo năm", en = "Annual report" },
  period = "year",
  body = require "progress_report",
}
