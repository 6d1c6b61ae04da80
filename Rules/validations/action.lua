-- Cập nhật nhiệm vụ: an update against the task's list and against the update before it.

local function ongoing(a) return choice(a, "task").due == "ongoing" end

validation "action_not_in_the_future" {
  over = "action", severity = "error",
  must = function(a) return a.updated_on <= today() end,
  message = { vi = "Ngày cập nhật ở tương lai: xem lại ngày", en = "The day lies in the future: check it" },
}

validation "action_ongoing_is_not_done" {
  over = "action", severity = "warning",
  among = ongoing,
  must = function(a) return a.status ~= "done" end,
  message = {
    vi = "Nhiệm vụ thường xuyên không có lúc hoàn thành: chọn Đang triển khai",
    en = "An ongoing task is never done: choose Under way",
  },
}

validation "action_done_stays_done" {
  over = "action", severity = "warning",
  among = function(_, before) return before.status == "done" end,
  previous = function(now) return now.status == "done" end,
  message = {
    vi = "Lần trước đã hoàn thành, nay lại chưa: xem lại tình trạng của một trong hai lần",
    en = "Done before and now not: check the status of both updates",
  },
}

validation "action_spending_does_not_fall" {
  label = { vi = "Kinh phí từ đầu năm không giảm", en = "Spending since January does not fall" },
  over = "action", severity = "warning",
  among = function(now, before) return now.updated_on.year == before.updated_on.year end,
  previous = function(now, before) return now.spent >= before.spent end,
  message = function(now, before)
    return {
      vi = ("Kinh phí từ đầu năm giảm từ %g còn %g triệu đồng: có thể ghi số của riêng kỳ này")
        :format(before.spent, now.spent),
      en = ("Spending since January fell from %g to %g million dong: this period alone may have been given")
        :format(before.spent, now.spent),
    }
  end,
}
