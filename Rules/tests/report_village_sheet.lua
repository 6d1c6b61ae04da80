-- Phiếu kết quả của thôn: Rules/reports/village_sheet.lua over the small commune of Rules/lib/testing_commune.lua.
local testing = require "testing"
local commune = require "testing_commune"

local function of(village) return { period = "2026-H1", where = { village = village } } end

test("village sheet: what is behind, by how much, and who works with it", function(t)
  commune.whole(t)
  t:report("village_sheet", {
    contains = {
      "PHIẾU KẾT QUẢ", "Số liệu đến ngày 30/06/2026.", "Chỉ tiêu tính được 11",
      "Chậm so với lộ trình Phủ sóng 5G (II.3.1.2, 25,0 %); Người trưởng thành tiếp cận dịch vụ số (II.3.4.1, 25,0 %); "
        .. "Hộ",
      "II.3.1.2 Phủ sóng 5G 25,0 % 11,9 điểm % Phòng Văn hóa – Xã hội II.3.4.1 Người trưởng thành tiếp cận dịch vụ số "
        .. "25,0 % 24,5 điểm % Phòng Văn hóa – Xã hội II.3.4.2 Hộ gia đình có Internet tốc độ cao 50,0 % 18,4 điểm % "
        .. "Phòng Văn hóa – Xã hội",
      "II.3.4.5 Người dân có Sổ sức khỏe điện tử 40,0 % 21,7 điểm % Trạm Y tế",
      "Phiếu hộ gia đình, 6 tháng đầu năm 2026: 40 trên 40 hộ (100,0 %)",
      "1 trên 1 thôn, tổ dân phố (100,0 %) Các đơn vị đều đã gửi số liệu.",
    },
    lacks = { "Chưa kết luận", "Chưa gửi" },
  }, of "dt1")
end)

test("village sheet: a handful of answers is in brackets, without rank or judgement", function(t)
  commune.whole(t)
  t:report("village_sheet", {
    contains = {
      "Chậm so với lộ trình Phủ sóng 5G (II.3.1.2, 25,0 %); Thôn có tổ công nghệ số cộng đồng hiệu quả (II.3.4.9, 0,0 "
        .. "%)",
      "Chưa kết luận 6 chỉ tiêu (ít quan sát, hoặc thiếu đơn vị báo cáo)",
      "II.3.4.2 Hộ gia đình có Internet tốc độ cao (50,0 %)", "68,4 % – – II.3.4.3",
    },
  }, of "dp1")
end)

test("village sheet: too few households answered, so their indicators are not judged", function(t)
  commune.whole(t)
  t:report("village_sheet", {
    contains = {
      "Chưa kết luận 7 chỉ tiêu (ít quan sát, hoặc thiếu đơn vị báo cáo)",
      "Chưa gửi số liệu Phiếu hộ gia đình, 6 tháng đầu năm 2026: 5 hộ", "68,4 % – thiếu đơn vị báo cáo",
      "Phiếu hộ gia đình, 6 tháng đầu năm 2026: 30 trên 35 hộ (85,7 %)",
      "Chưa gửi hoặc chưa gửi đủ: - Phiếu hộ gia đình, 6 tháng đầu năm 2026: 5 hộ",
    },
  }, of "dh1")
end)

test("village sheet: none is behind", function(t)
  commune.all_met(t)
  t:report("village_sheet", {
    contains = {
      "Chậm so với lộ trình không có trong số đủ số liệu để kết luận; 7 chỉ tiêu chưa đủ",
      "Trong số đủ số liệu để kết luận, không có chỉ tiêu nào chậm; 7 chỉ tiêu chưa đủ số liệu.",
    },
  }, of "md1")
end)

test("village sheet: none is behind where all can be judged", function(t)
  testing.village(t, "md1", { households_1gbps = 100 })
  t:report("village_sheet", {
    contains = {
      "Chậm so với lộ trình không có │", "2. Việc cần làm trước Không có chỉ tiêu nào chậm so với lộ trình.",
    },
  }, of "md1")
end)

test("village sheet: only a few households are in, so nothing can be told", function(t)
  for number = 1, 4 do testing.household(t, "dt1", number) end
  t:report("village_sheet", {
    contains = {
      "chưa chỉ tiêu nào đủ số liệu để kết luận", "Chưa chỉ tiêu nào đủ số liệu để kết luận.",
      "Chưa gửi hoặc chưa gửi đủ: - Phiếu thôn, tổ dân phố, 6 tháng đầu năm 2026: 1 thôn, tổ dân phố",
    },
  }, of "dt1")
end)

test("village sheet without a record", function(t)
  t:report("village_sheet", {
    contains = {
      "chưa chỉ tiêu nào đủ số liệu để kết luận", "II.3.1.2 Phủ sóng 5G – – 36,9 % – thiếu số liệu",
    },
  }, of "dt1")
end)

test("village sheet in English", function(t)
  t:language "en"
  commune.whole(t)
  t:report("village_sheet", {
    contains = {
      "SHEET OF RESULTS", "Figures up to 30/06/2026.", "Cannot be told 7 (few answers, or incomplete)",
      "Not sent Household questionnaire, the first half of 2026: 5 households",
      "2. What comes first ─", "II.3.1.2 5G coverage 22.9% 14.0 points Culture and Society Division",
    },
  }, of "dh1")
end)

test("village sheet: beside the commune, the place among the villages that may be ranked, best and last", function(t)
  commune.whole(t)
  t:report("village_sheet", {
    contains = {
      "Thấp nhất xã Người trưởng thành tiếp cận dịch vụ số (II.3.4.1, 25,0 %)",
      "II.3.4.2 Hộ gia đình có Internet tốc độ cao 50,0 % 72,3 % 68,4 % 2/2 chậm",
      "II.3.1.1 Khả năng truy nhập băng rộng cố định trên 1 Gb/s 50,0 % 49,6 % 41,4 % 1/4 đúng tiến độ",
    },
  }, of "dt1")
end)
