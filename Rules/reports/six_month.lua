-- Báo cáo 6 tháng: UBND xã to the Ban Thường vụ Đảng ủy (Resolution, IV.3).
-- What stands where is said in Rules/lib/progress_report.lua, which the annual report shares; every figure comes from
-- Rules/indicators.
report "six_month" {
  label = { vi = "Báo cáo 6 tháng", en = "Six-monthly report" },
  period = "half_year",
  body = require "progress_report",
}
