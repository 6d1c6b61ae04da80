-- Báo cáo năm: Rules/reports/annual.lua. In the second half of 2026 a sample of households was asked.
local testing = require "testing"
local commune = require "testing_commune"

local year = { period = "2026" }

-- The year of the small commune; the first ones of each village have fibre. Two more of dt1: one does not know how it
-- connects, one refused.
local function whole_year(t)
  commune.whole(t)
  for village, asked in pairs { md1 = { 30, 20 }, dt1 = { 35, 10 }, dh1 = { 30, 25 }, dp1 = { 3, 1 } } do
    local count, having = table.unpack(asked)
    for number = 1, count do
      testing.household(t, village, number, {
        _round = "2026-H2", connection = number <= having and "fibre" or "none",
      })
    end
  end
  testing.household(t, "dt1", 36, { _round = "2026-H2", connection = t.dont_know })
  t:record("household", { _round = "2026-H2", village = "dt1", household_no = "37", _result = "refused" })
  t:record("comment", { topic = "funds", period = "2026", content = "Kinh phí cả năm." })
  t:today "2026-12-31"
end

test("the year: figures of a sample are said to be estimates, with their error", function(t)
  whole_year(t)
  t:report("annual", {
    contains = {
      "học, công nghệ, đổi mới sáng tạo và chuyển đổi số năm 2026", "Số liệu từ ngày 01/01/2026 đến ngày 31/12/2026;",
      "Phiếu hộ gia đình, 6 tháng cuối năm 2026: số liệu là ước tính từ 99 hộ (mẫu phân tầng theo thôn, tổ dân phố), "
        .. "không phải toàn bộ.",
      "II.3.4.2 Hộ gia đình có Internet tốc độ cao 57,9 % ± 3,9 70,8 % 12,9 điểm % không đạt Phòng Văn hóa – Xã hội",
      "± sai số chọn mẫu với độ tin cậy 95 %, tính theo cách chọn mẫu.",
      "- Hộ gia đình có Internet tốc độ cao (II.3.4.2): Thôn 1 – Đức Tân (30,2 %)",
    },
  }, year)
end)

test("the year: of a sample those count as asked who were visited with a result", function(t)
  whole_year(t)
  t:report("annual", {
    contains = {
      "Phiếu hộ gia đình, 6 tháng cuối năm 2026: 99 trên 100 hộ (99,0 %), trong số đã có kết quả đến hỏi",
      "Phiếu hộ gia đình, 6 tháng cuối năm 2026: 1 trên 100 hộ chưa có phiếu; nhiều nhất ở Thôn 1 – Đức Tân (1 ",
      "Báo cáo tháng của cơ quan, tháng 1 năm 2026 – tháng 12 năm 2026: Trung tâm Phục vụ hành chính công (thiếu 6 "
        .. "trên 12); Công an xã (thiếu 7 trên 12); Văn phòng Đảng ủy (thiếu 6 trên 12)",
    },
  }, year)
end)

test("the year: tasks at its end, words written for the year and not for its half", function(t)
  whole_year(t)
  t:report("annual", {
    contains = {
      "7 nhiệm vụ: 1 đã xong; 3 quá hạn; 3 chưa cập nhật.", "V. KINH PHÍ ─────────── Kinh phí cả năm.",
      "- Ban Xây dựng Đảng: Tuyên truyền (III.1.1) – chưa cập nhật; Mặt trận vận động (III.1.2) – chưa cập nhật; và 1 "
        .. "nhiệm vụ khác",
      "- III.1.1: Loa hỏng ở hai thôn. Nguyên nhân: Thiếu kinh phí sửa. - III.2.3: Máy chủ chậm. VII. NHIỆM VỤ",
    },
    lacks = { "Đảng ủy đã ban hành chương trình hành động.", "Kinh phí bố trí chậm." },
  }, year)
end)

test("the year in English", function(t)
  t:language "en"
  whole_year(t)
  t:report("annual", {
    contains = {
      "Household questionnaire, the second half of 2026: the figures are estimates from 99 households (a sample "
        .. "stratified by village), not from all.",
      "Household questionnaire, the second half of 2026: 99 of 100 households (99.0%), among those visited with a "
        .. "result",
      "V. FUNDS ──────── Kinh phí cả năm.",
    },
  }, year)
end)

test("the year without a record", function(t)
  t:today "2026-12-31"
  t:report("annual", {
    contains = {
      "chuyển đổi số năm 2026", "Trong 31 chỉ tiêu có mục tiêu: 31 thiếu số liệu.",
      "21 nhiệm vụ: 5 quá hạn; 16 chưa cập nhật.",
    },
    lacks = { "số liệu là ước tính từ", "Bảng 1" },
  }, year)
end)
