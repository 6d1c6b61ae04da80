-- Số liệu thử: made-up comments, for the demonstration only.
-- A form without a list of units: the topic is drawn, and drawn again if the period has one on it already.
simulate "comment" {
  topic = {
    leadership = 1, conclusions = 1, funds = 1, difficulties = 1, next_tasks = 1, proposals = 1,
    objective_people = 1, objective_digital_economy = 1,
  },
  period = function()
    return ("%d-H%d"):format(today().year, today().month <= 6 and 1 or 2)
  end,
  content = function(c) return "Nhận xét thử về: " .. choice(c, "topic").label_vi .. "." end,
}
