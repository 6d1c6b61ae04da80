-- Phiếu theo dõi theo cơ quan: Rules/reports/owner_sheet.lua over the small commune of Rules/lib/testing_commune.lua.
local testing = require "testing"
local commune = require "testing_commune"

local first_half = { period = "2026-H1" }

test("owner sheet: each body with what is late, where to begin and at what pace", function(t)
  commune.whole(t)
  t:report("owner_sheet", {
    contains = {
      "Chỉ tiêu, nhiệm vụ theo cơ quan chịu trách nhiệm, 6 tháng đầu năm 2026", "Số liệu đến ngày 30/06/2026.",
      "PHÒNG VĂN HÓA – XÃ HỘI ────────────────────── Cần làm trước: - Phủ sóng 5G (II.3.1.2): 24,4 %, lộ trình 36,9 %; "
        .. "với nhịp hiện nay không đạt; làm trước: Thôn 1 – Đức Hòa (0,6 %) - Người trưởng thành tiếp cận dịch vụ số "
        .. "(II.3.4.1): 40,2 %, lộ trình 49,5 %; với nhịp hiện nay không đạt; làm trước: Thôn 1 – Đức Tân (10,9 %)",
      "- Người trưởng thành có chữ ký số, chữ ký điện tử cá nhân (II.3.4.4): 0,0 %, lộ trình 11,4 %; với nhịp hiện nay "
        .. "không đạt Chỉ tiêu",
      "PHÒNG KINH TẾ ───────────── Cần làm trước: - Chi ngân sách xã cho KHCN, ĐMST, CĐS (II.3.3.1): 1,2 %, lộ trình "
        .. "1,5 % - Sản phẩm OCOP,",
    },
  }, first_half)
end)

test("owner sheet: a task of two bodies stands with both; one without indicators has its tasks only", function(t)
  commune.whole(t)
  local late = "Cần làm trước: - Dùng dữ liệu số (III.2.3): quá hạn Chỉ tiêu"
  t:report("owner_sheet", {
    contains = {
      "VĂN PHÒNG HĐND VÀ UBND ────────────────────── " .. late, "VĂN PHÒNG ĐẢNG ỦY ───────────────── " .. late,
      "HỘI NÔNG DÂN XÃ ─────────────── Cần làm trước: - Học tập, quán triệt (IV.1): chưa cập nhật Nhiệm vụ",
      "III.3.4 Xúc tiến thương mại điện tử Phòng Kinh tế 30/09/2026 Chưa làm (25/06/2026): đã họp",
    },
  }, first_half)
end)

test("owner sheet: nothing late is said only of what can be judged", function(t)
  commune.whole(t)
  t:report("owner_sheet", {
    contains = {
      "UBND XÃ ─────── Chưa có số liệu để biết chỉ tiêu nào chậm; không có nhiệm vụ quá hạn.",
      "CÁC TRƯỜNG HỌC ────────────── Chưa có số liệu để biết chỉ tiêu nào chậm; không có nhiệm vụ quá hạn.",
      "CÔNG AN XÃ ────────── Không có chỉ tiêu chậm, nhiệm vụ quá hạn.",
    },
  }, first_half)
end)

test("owner sheet: indicators beside target and path, the trend where there are two periods", function(t)
  commune.whole(t)
  t:report("owner_sheet", {
    contains = {
      "II.3.4.2 Hộ gia đình có Internet tốc độ cao 72,3 % > 90 % 68,4 % +3,4 đúng tiến độ",
      "Đã đến đâu so với mục tiêu", "│ mục tiêu 100 %", "100,0 % → 95,5 %",
      "ĐOÀN TNCS HỒ CHÍ MINH XÃ ──────────────────────── Không có chỉ tiêu chậm, nhiệm vụ quá hạn. Chỉ tiêu",
    },
  }, first_half)
end)

test("owner sheet without a record: every body has its indicators and tasks, none is called late", function(t)
  t:report("owner_sheet", {
    contains = {
      "TRẠM Y TẾ ───────── Chưa có số liệu để biết chỉ tiêu nào chậm; không có nhiệm vụ quá hạn.",
      "II.3.4.5 Người dân có Sổ sức khỏe điện tử – > 95 % 61,7 % – thiếu số liệu",
      "ĐẢNG ỦY XÃ ────────── Cần làm trước: - Cấp ủy, chính quyền, Mặt trận: học tập, quán triệt, xây dựng chương "
        .. "trình, kế hoạch (IV.1): quá hạn",
      "HĐND XÃ ─────── Cần làm trước: - HĐND xã chỉ đạo, giám sát (IV.2): chưa cập nhật",
    },
    lacks = { "Diễn biến qua các kỳ", "với nhịp hiện nay", "làm trước: Thôn" },
  }, first_half)
end)

test("owner sheet in English: bodies by their English names", function(t)
  t:language "en"
  commune.whole(t)
  t:report("owner_sheet", {
    contains = {
      "SHEET OF RESPONSIBILITIES", "Figures up to 30/06/2026.",
      "HEALTH STATION ────────────── What comes first: - People with an electronic health book (II.3.4.5): 50.9%, path "
        .. "61.7%; at this pace never reached; begin with Village 1 – Đức Tân (8.8%)",
      "COMMUNE POLICE ────────────── Nothing is behind or overdue.",
      "PEOPLE'S COMMITTEE ────────────────── There are no figures to tell what is behind; no task is overdue.",
      "HỘI NÔNG DÂN XÃ ─────────────── What comes first: - Study (IV.1): no update",
    },
  }, first_half)
end)

test("owner sheet: a body is told when its target is reached at the pace since the baseline", function(t)
  -- From 58 % at the end of 2025 to 59 % in half a year; 36 points more take nearly eighteen years.
  for number = 1, 100 do
    testing.household(t, "md1", number, { person = { testing.person { health_book = number <= 59 } } })
  end
  t:report("owner_sheet", {
    contains = "- Người dân có Sổ sức khỏe điện tử (II.3.4.5): 59,0 %, lộ trình 61,7 %; với nhịp hiện nay đạt năm 2044 "
      .. "Chỉ",
  }, first_half)
end)

test("owner sheet of one body: its tasks of several bodies too, nothing of others", function(t)
  commune.whole(t)
  t:report("owner_sheet", {
    contains = { "VĂN PHÒNG ĐẢNG ỦY", "Dùng dữ liệu số (III.2.3): quá hạn" }, lacks = { "CÔNG AN XÃ", "PHÒNG KINH TẾ" },
  }, { period = "2026-H1", where = { owner = "Văn phòng Đảng ủy" } })
end)
