-- Số liệu thử: made-up updates, for the demonstration only.
simulate "action" {
  _missing = { share = 0.1 },

  updated_on = function() return today() end,
  status = function(a)
    if choice(a, "task").due == "ongoing" then return "under_way" end
    return { not_started = 1, under_way = 5, done = 3 }
  end,
  spent = { lognormal = { 3.5, 0.8 } },
  result = "Kết quả thử: đã ban hành kế hoạch và triển khai đến các thôn.",
  difficulty = "Khó khăn thử: thiếu cán bộ chuyên trách.",
  cause = "Nguyên nhân thử: mới sắp xếp lại đơn vị hành chính.",
  proposal = "Đề xuất thử: tập huấn thêm cho các tổ công nghệ số.",
  next_step = "Việc tiếp theo thử: kiểm tra tại các thôn vào tháng sau.",
}
