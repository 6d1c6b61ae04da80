-- Ngưỡng cảnh báo: when the rules of Rules/alerts speak up, each number with its reason.
-- Change one here, then see what it would have done: chiso alerts backtest RULE --from … --to …
local limits = {}

-- Báo cáo đến hạn: two weeks to fetch what is missing, one to draft, three days to sign.
limits.report_days = { 14, 7, 3 }

-- Số liệu tháng của cơ quan: due by this day of the next month, so that the month's figures stand by the 10th.
limits.agency_month_day = 5

-- Hồ sơ: below so many a month, one dossier more or less moves the share by a point or more.
limits.dossiers_least = 100

-- Thanh toán trực tuyến: a month differs from the next by 4 points or so by chance alone; a fall of 10 has a cause.
limits.fees_fall = 10
limits.fees_least = 200

-- Hài lòng: of fewer ratings than 30 in three months, one more or less moves the share by over 3 points.
limits.ratings_least = 30

-- Nhiệm vụ: told two weeks ahead; asked after two months without a word. A task that was never updated is counted from
-- the day on which updates were first asked for.
limits.task_days = 14
limits.task_silent_days = 60
limits.tasks_since = date "2026-01-01"

-- Chỉ tiêu điều tra chính: those that villages can do something about themselves. Of all 33 in 24 villages, some are
-- low by chance in every round.
limits.main_survey = {
  { id = "vneid_account",           vi = "Tài khoản VNeID mức 2",        en = "Level-2 VNeID account" },
  { id = "e_health_record",         vi = "Sổ sức khỏe điện tử",          en = "Electronic health book" },
  { id = "payment_account_15plus",  vi = "Tài khoản giao dịch",          en = "Payment account" },
  { id = "households_fast_internet", vi = "Internet tốc độ cao",         en = "Fast Internet" },
  { id = "adults_digital_services", vi = "Dùng dịch vụ số",              en = "Use of digital services" },
}

-- Giảm so với kỳ trước: besides being beyond the error. A census has none, so that any fall would be clear; but a few
-- households that were not met move a share by a point.
limits.fall_points = 2

-- Thôn thấp: so many points below the commune, and enough persons or households to tell.
limits.village_points = 15
limits.village_least = 30

-- Điều tra: the days of the half-year between which households are visited, evenly (1 to 181: all of it). A round that
-- is planned for May and June begins on day 121 of the first half-year.
limits.fieldwork_first = 1
limits.fieldwork_last = 181
-- Behind by so many points of the households: about a month of work out of six.
limits.survey_points = 15
-- Refusals, in percent of the households visited, once there are enough to tell. The trial had below 2 %.
limits.refusals = 10
limits.refusals_least = 50
limits.refusals_least_village = 10

-- Điều tra viên: a week of work without an interview; a fifth of the interviews far faster than usual, of at least ten.
limits.interviewer_days = 5
limits.interviewer_short = 20
limits.interviews_least = 10

-- Ngày nghỉ lễ cố định, tháng-ngày: days off besides Saturdays and Sundays. Those that move (Tết, Giỗ Tổ) are written
-- with their year, as "2027-02-05"; add them when the calendar of the year is announced.
limits.days_off = { "01-01", "04-30", "05-01", "09-02" }

-- Tổ công nghệ số: two months without a day of activity.
limits.team_days = 61

-- Chi cho KHCN, ĐMST, CĐS: so much of the year's plan by the end of June, and the resolution's 1,5 % by the end of
-- September, while a quarter is left to spend the rest.
limits.spending_plan = 40
limits.spending_share = 1.5

return limits
