-- Chất lượng điều tra: without records, without visits, of one village, while the round runs, in English.
local testing = require "testing"
local fieldwork = require "testing_fieldwork"
local interview, attempt = fieldwork.interview, fieldwork.attempt

local first_half = { period = "2026-H1" }

test("quality without a record", function(t)
  t:report("data_quality", {
    contains = "Chưa có phiếu nào của kỳ này.", lacks = { "TIẾN ĐỘ, KẾT QUẢ", "Chỉ gồm:" },
  }, first_half)
end)

test("quality of records that were imported: by village, and nothing of visits and times", function(t)
  for number = 1, 6 do
    testing.household(t, number <= 5 and "md1" or "dt1", number, {
      connection = number == 1 and t.dont_know or "fibre",
      person = { testing.person { name = "Hộ " .. number, _answered_by = number == 2 and "proxy" or "self" } },
    })
  end
  t:report("data_quality", {
    contains = {
      "Không có lượt đến nào trong kỳ: phiếu được nhập từ tệp hoặc là phiếu thử, không hỏi bằng chiso interview.",
      "Không có nhật ký phỏng vấn trong kỳ, nên không biết thời gian, lần sửa và câu được xác nhận.",
      "Không biết số đơn vị được giao trong kỳ (điều tra mẫu, hoặc phiếu không có danh sách)",
      "Cộng – 6 0 0 0 0 0 100,0 %", "Thôn, tổ dân phố Số người Trả lời thay Tỷ lệ", "Tổ dân phố 1 – Mộ Đức 5 1 20,0 %",
      "Phúc tra (2 trên 2 phiếu được chọn)",
    },
    lacks = { "Kết quả theo điều tra viên", "Ngoài giờ: bắt đầu", "Nhiều nhất, từ 30 lần hỏi" },
  }, first_half)
end)

test("quality of visits without an interview: nothing was completed", function(t)
  attempt(t, "Lan", "md1", 1, "refused")
  attempt(t, "Lan", "md1", 2, "nobody_home")
  t:report("data_quality", {
    contains = {
      "Đến 30/06/2026 có 2 phiếu, trong đó 0 phiếu xong.", "Lan – 0 0 1 1 0 2 0,0 %", "Chưa có phiếu xong để phúc tra.",
      "Không có câu bắt buộc nào bỏ trống.", "Không có câu nào trả lời không biết hoặc từ chối.",
    },
  }, first_half)
end)

test("quality of an interview that was broken off: it has a log and no length", function(t)
  local record = t:record("household", {
    village = "md1", household_no = "1", consent = true, _result = "partly_completed", _date = "2026-06-12",
  })
  t:visit(record, {
    by = "Lan", at = "2026-06-12T09:00", minutes = 5, result = "partly_completed",
    steps = { { "answer", path = "members", seconds = 10 } },
  })
  t:report("data_quality", { contains = "Chưa có phiếu nào hỏi xong." }, first_half)
end)

test("quality of a round in which nothing is wrong", function(t)
  interview(t, "Lan", "md1", 1)
  t:report("data_quality", {
    contains = {
      "Không có hai phiếu nào trùng khóa nếu bỏ qua dấu, chữ hoa và số 0 ở đầu.",
      "Không có hai người cùng tên, tháng năm sinh, giới tính trong một thôn.",
      "16 quy tắc, 16 quy tắc không có gì phải xem. Lỗi: 0; cảnh báo: 0; chưa xét được vì thiếu câu trả lời: 0.",
      "Không có cảnh báo nào được xác nhận.", "Không có ai, nơi nào khác xa số còn lại",
      "Chưa có hộ nào được phúc tra (chiso interview household_reinterview).",
    },
    lacks = { "Xem từng phiếu", "Phiếu quá ngắn (" },
  }, first_half)
end)

test("quality of one village", function(t)
  interview(t, "Lan", "md1", 1)
  interview(t, "Hùng", "dt1", 1)
  t:report("data_quality", {
    contains = { "Chỉ gồm:", "có 1 phiếu, trong đó 1 phiếu xong." }, lacks = "Hùng",
  }, { period = "2026-H1", where = { village = "md1" } })
end)

test("quality while the round runs: the list of re-interviews may change", function(t)
  interview(t, "Lan", "md1", 1)
  t:today "2026-06-15"
  t:report("data_quality", { contains = "Kỳ chưa hết: phiếu đến thêm có thể đổi danh sách." }, first_half)
end)

test("quality: one interviewer is not compared with others", function(t)
  for number = 1, 31 do
    interview(t, "Lan", "md1", number, { answers = { connection = number == 1 and t.refused or "fibre" } })
  end
  t:report("data_quality", { contains = "Lan 465 0,0 % 0,2 %", lacks = "Nhiều nhất, từ 30 lần hỏi" }, first_half)
end)

test("quality in English", function(t)
  t:language "en"
  for number = 1, 5 do interview(t, "Lan", "md1", number, { proxy = number == 1 }) end
  t:report("data_quality", {
    contains = {
      "QUALITY OF THE FIELDWORK", "By 30/06/2026 there are 5 records, 5 of them completed.",
      "Response rate 100.0%, cooperation 100.0%, refusal 0.0%, contact 100.0%. Incomplete 0, returned 0, rejected 0, "
        .. "approved 0.",
      "16 rules, of which 16 have nothing to look at. Errors: 0; warnings: 0; not evaluated for a missing answer: 0.",
      "Lan 5 1 20.0%", "To be asked again (1 of 1 drawn)",
      "No unit has been asked again yet (chiso interview household_reinterview).",
    },
  }, first_half)
end)
