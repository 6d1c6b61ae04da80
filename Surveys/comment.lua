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
    constraint = function(value)
      for _, form in ipairs { "^%d%d%d%d$", "^%d%d%d%d%-H[12]$", "^%d%d%d%d%-Q[1-4]$" } do
        if value:find(form) then return true end
      end
      local month = number(value:match("^%d%d%d%d%-(%d%d)$"))
      return month ~= nil and month >= 1 and month <= 12
    end,
    constraint_message = {
      vi = "Viết năm (2026), nửa năm (2026-H1), quý (2026-Q3) hoặc tháng (2026-05)",
      en = "Write a year (2026), half-year (2026-H1), quarter (2026-Q3) or month (2026-05)",
    },
  },
  text "content" {
    label = { vi = "Nội dung", en = "Words to print" },
    required = true,
  },
}
