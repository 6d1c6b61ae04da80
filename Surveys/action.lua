-- Cập nhật nhiệm vụ: each update of one of the 21 tasks of the resolution (III.1–III.4, IV).
-- A task's latest update is what counts; its due date stands in choices/tasks.csv.
form "action" {
  version = 1,
  label = { vi = "Cập nhật nhiệm vụ", en = "Update of a task" },
  key = { "task" },
  round = "day",
  measures = "state",
  valid_for = "60 months",
  period_field = "updated_on",
  frame = from_csv "tasks",

  select_one "task" {
    label = { vi = "Nhiệm vụ", en = "Task" },
    choices = from_csv "tasks", required = true,
  },
  date "updated_on" {
    label = { vi = "Ngày cập nhật", en = "Day of the update" },
    default = function() return today() end,
    required = true,
  },
  select_one "status" {
    label = { vi = "Tình trạng", en = "Status" },
    choices = {
      { "not_started", vi = "Chưa triển khai",  en = "Not started" },
      { "under_way",   vi = "Đang triển khai",  en = "Under way" },
      { "done",        vi = "Đã hoàn thành",    en = "Done" },
    },
    required = true,
  },
  decimal "spent" {
    label = { vi = "Kinh phí đã chi từ đầu năm (triệu đồng)", en = "Spent since January (million dong)" },
    min = 0, special = { "dont_know" },
  },
  text "result" {
    label = { vi = "Kết quả", en = "Result" },
    required = true,
  },
  text "difficulty" { label = { vi = "Khó khăn, vướng mắc", en = "Difficulty" } },
  text "cause" { label = { vi = "Nguyên nhân", en = "Cause" } },
  text "proposal" { label = { vi = "Đề xuất, kiến nghị", en = "Proposal" } },
  text "next_step" {
    label = { vi = "Việc tiếp theo", en = "Next step" },
    relevant = function(a) return a.status ~= "done" end,
  },
}
