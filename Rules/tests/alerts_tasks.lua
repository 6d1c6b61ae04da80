-- Cảnh báo nhiệm vụ: quá hạn, sắp đến hạn, lâu không cập nhật: Rules/alerts/tasks.lua.
local testing = require "testing"

local function update(t, task, day, changes)
  local a = { task = task, status = "under_way", result = "đang làm", updated_on = day }
  for name, value in pairs(changes or {}) do a[name] = value end
  t:record("action", a)
end

-- What a rule has to say by task, of those that are not over.
local function by_task(t, rule)
  local found = testing.by(t:alert(rule), "task")
  for key, alert in pairs(found) do if alert.state == "resolved" then found[key] = nil end end
  return found
end

-- The tasks of the test: one with a day, one that is ongoing, one without either.
local function three_tasks(t)
  t:list("tasks", {
    { name = "III.2.3", label_vi = "Dùng dữ liệu số", label_en = "Digital data", pillar = "III.2",
      owner = "Văn phòng Đảng ủy, Văn phòng HĐND và UBND", due = "2026-06-30" },
    { name = "III.1.1", label_vi = "Tuyên truyền", label_en = "Awareness", pillar = "III.1",
      owner = "Ban Xây dựng Đảng", due = "ongoing" },
    { name = "III.2.4", label_vi = "IoT, dữ liệu lớn", label_en = "IoT, big data", pillar = "III.2",
      owner = "Văn phòng HĐND và UBND", due = "" },
  })
end

test("task overdue: told the day after its due day, over once it is done", function(t)
  three_tasks(t)
  update(t, "III.2.3", "2026-06-20")
  t:today "2026-06-30"
  t:alert("task_overdue", { firing = 0, pending = 0 })
  t:today "2026-07-01"
  t:alert("task_overdue", {
    firing = 1, sent = 1,
    message = "Dùng dữ liệu số (III.2.3): quá hạn 1 ngày (hạn 30/06/2026). Việc đầu tiên: báo kết quả và ngày xong "
      .. "bằng chiso interview action",
  })
  update(t, "III.2.3", "2026-07-02", { status = "done", result = "đã ban hành" })
  t:today "2026-07-03"
  t:equal(t:alert("task_overdue", { firing = 0, resolved = 1 }).sent, { "resolved" })
end)

test("task overdue: told again every two weeks, and to the chairperson after a month", function(t)
  t:language "en"
  three_tasks(t)
  update(t, "III.2.3", "2026-06-20")
  t:today "2026-07-01"
  t:alert("task_overdue", {
    firing = 1,
    message = "Digital data (III.2.3): 1 days overdue (due on 30/06/2026). First: tell the result and the day it will "
      .. "be done, by chiso interview action",
  })
  t:today "2026-07-14"
  t:alert("task_overdue", { firing = 1, sent = 0 })
  t:today "2026-07-15"
  t:equal(t:alert("task_overdue").sent, { "repeated" })
  t:today "2026-07-31"
  t:equal(t:alert("task_overdue").sent, { "repeated", "escalated" })
end)

test("tasks: before the first update of any, nobody is told of", function(t)
  t:today "2026-07-01"
  for _, rule in ipairs { "task_overdue", "task_due_soon", "task_silent" } do
    t:alert(rule, { firing = 0, pending = 0, sent = 0 })
  end
end)

test("task due soon: from 14 days before up to the day itself, of what is not done", function(t)
  three_tasks(t)
  update(t, "III.1.1", "2026-06-01")
  t:today "2026-06-15"
  t:alert("task_due_soon", { firing = 0 })
  t:today "2026-06-16"
  t:alert("task_due_soon", {
    firing = 1, sent = 1,
    message = "Dùng dữ liệu số (III.2.3): còn 14 ngày, hạn 30/06/2026. Việc đầu tiên: cập nhật tình trạng, nêu vướng "
      .. "mắc nếu có (chiso interview action)",
  })
  t:today "2026-06-30"
  t:alert("task_due_soon", { firing = 1, sent = 0 })
  t:today "2026-07-01"
  t:alert("task_due_soon", { firing = 0, resolved = 1, sent = 0 })
end)

test("task due soon: what is done before the day ends it", function(t)
  t:language "en"
  three_tasks(t)
  update(t, "III.2.3", "2026-06-01")
  t:today "2026-06-20"
  t:alert("task_due_soon", {
    firing = 1,
    message = "Digital data (III.2.3): 10 days left, due on 30/06/2026. First: update its status and say what is in "
      .. "the way (chiso interview action)",
  })
  update(t, "III.2.3", "2026-06-21", { status = "done" })
  t:today "2026-06-21"
  t:alert("task_due_soon", { firing = 0, resolved = 1, sent = 0 })
end)

test("task silent: 60 days without an update are told, 59 are not", function(t)
  three_tasks(t)
  update(t, "III.2.3", "2026-01-10", { status = "done" })
  update(t, "III.1.1", "2026-01-31")
  update(t, "III.2.4", "2026-02-01")
  t:today "2026-04-01"
  local found = by_task(t, "task_silent")
  t:equal(found["III.2.3"], nil)
  t:equal(found["III.2.4"], nil)
  t:equal(found["III.1.1"].value, 60)
  t:equal(found["III.1.1"].message,
    "Tuyên truyền (III.1.1): cập nhật gần nhất 31/01/2026 (60 ngày). Việc đầu tiên: nhập phiếu cập nhật (chiso "
      .. "interview action)")
  update(t, "III.1.1", "2026-04-02")
  t:today "2026-04-02"
  found = by_task(t, "task_silent")
  t:equal(found["III.1.1"], nil)
  t:equal(found["III.2.4"].state, "firing")
end)

test("task silent: one that was never updated is counted from the beginning of 2026", function(t)
  t:language "en"
  three_tasks(t)
  update(t, "III.2.3", "2026-02-20")
  t:today "2026-03-01"
  t:alert("task_silent", { firing = 0 })
  t:today "2026-03-02"
  local found = by_task(t, "task_silent")
  t:equal(found["III.1.1"].message,
    "Awareness (III.1.1): never updated (60 days). First: enter an update (chiso interview action)")
  t:equal(found["III.2.4"].value, 60)
end)

test("task silent: in English, with the day of the last update", function(t)
  t:language "en"
  three_tasks(t)
  update(t, "III.1.1", "2026-01-31")
  t:today "2026-04-05"
  t:equal(by_task(t, "task_silent")["III.1.1"].message,
    "Awareness (III.1.1): last updated 31/01/2026 (64 days). First: enter an update (chiso interview action)")
end)

test("task silent: what is overdue is told of once, as overdue", function(t)
  three_tasks(t)
  update(t, "III.2.3", "2026-04-01")
  t:today "2026-07-01"
  t:alert("task_overdue", { firing = 1, sent = 1 })
  local found = t:alert("task_silent", { firing = 3, sent = 2 })
  for _, kind in ipairs(found.sent) do t:equal(kind, "firing") end
  t:equal(found.text:find("III.2.3", 1, true), nil)
end)

test("tasks: a day's alerts are one message for each body in charge", function(t)
  update(t, "III.1.1", "2026-06-20")
  t:today "2026-07-01"
  -- The four that are overdue are of four bodies.
  local found = t:alert("task_overdue", { firing = 4 })
  t:equal(found.sent, { "firing", "firing", "firing", "firing" })
end)
