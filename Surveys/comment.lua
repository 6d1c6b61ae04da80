-- Nhận xét: the words of a report, one a topic and period. Topics: choices/topics.csv.
form "comment" {
  version = 1,
  label = { vi = "Nhận xét cho báo cáo", en = "Comment for the report" },
  key = { "topic", "period" },
  round = "once",
  measures = "state",
  valid_for = "60 months",

  select_one "topic" {
    label = { vi = "Về chỉ tiêu hoặc nội dung nào?", en = "About which target or section?" },
    choices = from_csv "topics", required = true,
  },
  text "period" {
    label = { vi = "Kỳ báo cáo (như 2026 hoặc 2026-H1)", en = "Period (such as 2026 or 2026-H1)" },
    required = true, pattern = "20%d%d[-HQ%d]*",
  },
  text "content" {
    label = { vi = "Nội dung", en = "Words to print" },
    required = true,
  },
}
