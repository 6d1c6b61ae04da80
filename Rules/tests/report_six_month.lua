-- Báo cáo 6 tháng of the small commune in Rules/lib/testing_commune.lua: Rules/reports/six_month.lua and its modules.
local commune = require "testing_commune"

local first_half = { period = "2026-H1" }

test("six months: head, addressee, end and those who get it", function(t)
  commune.whole(t)
  t:report("six_month", {
    contains = {
      "ỦY BAN NHÂN DÂN", "XÃ MỘ ĐỨC", "Số: …/BC-UBND", "DỰ THẢO", "Kính gửi: Ban Thường vụ Đảng ủy xã Mộ Đức",
      "Kết quả thực hiện Nghị quyết về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số 6 "
        .. "tháng đầu năm 2026",
      "Ủy ban nhân dân xã báo cáo Ban Thường vụ Đảng ủy kết quả 6 tháng đầu năm 2026. Số liệu từ ngày 01/01/2026 đến "
        .. "ngày 30/06/2026; nguồn và độ bao phủ: Phụ lục 2.",
      "Trên đây là báo cáo của Ủy ban nhân dân xã, kính trình Ban Thường vụ Đảng ủy xem xét, cho ý kiến.",
      "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "- TT HĐND xã;", "- Lưu: VT.",
    },
    lacks = { "tính đến ngày", "Chỉ gồm số liệu của", "số liệu là ước tính từ" },
  }, first_half)
  t:close "2026-H1"
  t:report("six_month", { lacks = "DỰ THẢO" }, first_half)
end)

test("six months: the summary tells how many stand where, and who acts first", function(t)
  commune.whole(t)
  t:report("six_month", {
    contains = {
      "Trong 31 chỉ tiêu có mục tiêu: 6 đạt; 1 đạt, chưa chắc; 7 đúng tiến độ; 6 chậm; 3 chưa có mốc so",
      "Đã đạt Quản lý nhà nước trên môi trường số, kết nối thông suốt (II.3.1.3);", "và 3 chỉ tiêu khác",
      "Đạt, chưa chắc Người từ 15 tuổi có tài khoản giao dịch (II.3.4.3)",
      "Chậm nhất Người trưởng thành có chữ ký số, chữ ký điện tử cá nhân (II.3.4.4); Phủ sóng 5G (II.3.1.2); Sản phẩm",
      "Ai làm trước Phòng Văn hóa – Xã hội: II.3.4.4, II.3.1.2, II.3.4.1; Phòng Kinh tế: II.3.3.5, II.3.3.1;",
      "Nơi chậm nhất Thôn 1 – Đức Tân (5 chỉ tiêu);",
      "Nhiệm vụ 7 nhiệm vụ: 1 đã xong; 2 quá hạn; 2 chưa cập nhật; 1 đang làm; 1 chưa làm.",
    },
  }, first_half)
end)

test("six months: what is behind, the greatest part of the path short first, and where to begin", function(t)
  commune.whole(t)
  t:report("six_month", {
    contains = {
      "3.1. Phát triển hạ tầng số: 3 chỉ tiêu, 1 đạt; 1 đúng tiến độ; 1 chậm",
      "3.2. Chính quyền số: 9 chỉ tiêu, 1 đúng tiến độ; 7 thiếu đơn vị báo cáo; 1 thiếu số liệu",
      "3.4. Xã hội số: 10 chỉ tiêu, 2 đạt; 1 đạt, chưa chắc; 3 đúng tiến độ; 3 chậm; 1 chưa có mốc so sánh",
      "Mục tiêu chung, nhiệm vụ: 1 chỉ tiêu, 1 chưa có mốc so sánh",
      "Bảng 1. Kết quả so với lộ trình đến 30/06/2026",
      "II.3.1.2 Phủ sóng 5G 24,4 % 36,9 % 12,5 điểm % không đạt Phòng Văn hóa – Xã hội II.3.3.5 Sản phẩm OCOP, đặc "
        .. "trưng trên sàn thương mại 50,0 % 64,0 % 14,0 điểm % không đạt Phòng Kinh tế điện tử II.3.3.1 Chi ngân sách "
        .. "xã cho KHCN, ĐMST, CĐS 1,2 % 1,5 % 0,3 điểm % – Phòng Kinh tế",
      "II.3.4.5 Người dân có Sổ sức khỏe điện tử 50,9 % 61,7 % 10,8 điểm % không đạt Trạm Y tế",
      "Nơi làm trước: nếu bằng được mức chung của xã",
      "- Người dân có Sổ sức khỏe điện tử (II.3.4.5): Thôn 1 – Đức Tân (8,8 %)",
    },
  }, first_half)
end)

test("six months: the villages that are behind most, judged by what can be judged", function(t)
  commune.whole(t)
  t:report("six_month", {
    contains = {
      "Bảng 2. Nơi chậm nhiều nhất trong 4 nơi có chỉ tiêu chậm (Phụ lục 3)",
      "Thôn 1 – Đức Tân 5 trên 9 Người trưởng thành có chữ ký số, chữ ký điện tử cá nhân (0,0 %) Tổ dân phố 1 – Mộ Đức "
        .. "2 trên 9 Người trưởng thành có chữ ký số, chữ ký điện tử cá nhân (0,0 %) Thôn 1 – Đức Phú 2 trên 3 Thôn có "
        .. "tổ công nghệ số cộng đồng hiệu quả (0,0 %) Thôn 1 – Đức Hòa 1 trên 3 Phủ sóng 5G (22,9 %)",
    },
  }, first_half)
end)

test("six months: what cannot be judged, and who has not sent", function(t)
  commune.whole(t)
  t:report("six_month", {
    contains = {
      "Chưa đánh giá được, vì chưa có mốc so sánh: II.2, II.3.3.8, II.3.4.10; thiếu đơn vị báo cáo: II.3.2.1, "
        .. "II.3.2.3, II.3.2.4, II.3.2.5, II.3.2.6, II.3.2.7, II.3.2.8; thiếu số liệu: II.3.2.9.",
      "Tính đến 30/06/2026, chưa gửi hoặc chưa gửi đủ:",
      "Phiếu hộ gia đình, 6 tháng đầu năm 2026: 7 trên 119 hộ chưa có phiếu; nhiều nhất ở Thôn 1 – Đức Hòa (5 trên "
        .. "35); Tổ dân phố 1 – Mộ Đức (2 trên 40)",
      "Báo cáo tháng của cơ quan, tháng 1 năm 2026 – tháng 6 năm 2026: Công an xã (thiếu 1 trên 6)",
      "Phiếu trường học, 6 tháng đầu năm 2026: Trường Tiểu học Đức Hòa",
      "Cập nhật nhiệm vụ, 6 tháng đầu năm 2026: Học tập, quán triệt",
    },
    lacks = { "Cảnh báo trong kỳ", "nay điều chỉnh" },
  }, first_half)
end)

test("six months: the tasks by group, and what has to be seen to", function(t)
  commune.whole(t)
  t:report("six_month", {
    contains = {
      "III.1. Chuyển đổi nhận thức: 3 nhiệm vụ, 1 quá hạn; 1 chưa cập nhật; 1 đang làm",
      "III.2. Hạ tầng số, nền tảng số, dữ liệu số: 1 nhiệm vụ, 1 quá hạn",
      "IV. Tổ chức thực hiện: 1 nhiệm vụ, 1 chưa cập nhật",
      "Cần đôn đốc: - Ban Xây dựng Đảng: Mặt trận vận động (III.1.2) – chưa cập nhật; Tập huấn đảng viên (III.1.3) – "
        .. "quá hạn - Văn phòng Đảng ủy, Văn phòng HĐND và UBND: Dùng dữ liệu số (III.2.3) – quá hạn - Đảng ủy xã, Hội "
        .. "Nông dân xã: Học tập, quán triệt (IV.1) – chưa cập nhật IV. THỰC HIỆN CÁC KẾT LUẬN TRƯỚC",
    },
  }, first_half)
end)

test("six months: words of the period first, else those of the agencies, task by task", function(t)
  commune.whole(t)
  t:report("six_month", {
    contains = {
      "Đảng ủy đã ban hành chương trình hành động.", "Chưa có nhận xét nào gửi cho kỳ này.",
      "Nguồn nhân lực chất lượng, nhất là thế hệ trẻ: Đã tập huấn 120 đoàn viên.",
      "Kinh tế số gắn với thế mạnh địa phương: chưa có nhận xét của kỳ.",
      "Các cơ quan chủ trì báo đã chi 35,5 triệu đồng từ đầu năm (2 nhiệm vụ có số liệu).",
      "VI. KHÓ KHĂN, HẠN CHẾ VÀ NGUYÊN NHÂN ──────────────────────────────────── Kinh phí bố trí chậm. Theo từng nhiệm "
        .. "vụ: Phụ lục 4.",
      "- III.1.1: Sửa loa. - III.1.2: Họp dân. - và 1 nhiệm vụ khác: Phụ lục 4.",
      "- III.1.1: Cấp thêm 30 triệu đồng. Trên đây",
    },
    -- Of another period; the Vietnamese words of a section do not stand in an annex as well.
    lacks = "Kinh phí kỳ trước.",
  }, first_half)
end)

test("six months: annex 1 has every indicator beside target, path and the period before", function(t)
  commune.whole(t)
  t:report("six_month", {
    contains = {
      "3.4. Xã hội số 10 2 1 3 3 1 0 0", "Cộng 31 6 1 7 6 3 7 1", "Không tính 2 chỉ tiêu chỉ theo dõi.",
      "II.3.3.6 Mô hình kinh tế số tiêu biểu 1 ≥ 2 0,20 – đúng tiến độ",
      "II.3.4.2 Hộ gia đình có Internet tốc độ cao 72,3 % > 90 % 68,4 % +3,4 đúng tiến độ",
      "II.3.4.3 Người từ 15 tuổi có tài khoản giao dịch 84,6 % ≥ 80 % 72,8 % +4,8 đạt, chưa chắc",
      "II.3.4.7 Người dân có tài khoản định danh điện tử (VNeID) 95,5 % ≥ 90 % 79,2 % -4,5 đạt",
      "Lộ trình: mức cần có đến nay nếu đi đều từ mức năm 2025 (tạm thời) đến mục tiêu.",
      "Diễn biến qua các kỳ", "79,8 % → 84,6 %", "39,5 % → 50,9 %",
      "Các kỳ: 6 tháng cuối năm 2025 – 6 tháng đầu năm 2026",
      "II.3.4.7 Người dân có tài khoản định danh điện tử (VNeID): Đã cấp lưu động tại ba thôn.",
    },
    -- Of one period only: no trend.
    lacks = "24,4 % → ",
  }, first_half)
end)

test("six months: annex 2 has sources, coverage and who is counted by an earlier record", function(t)
  commune.whole(t)
  t:report("six_month", {
    contains = {
      "II.3.4.3 Phòng Văn hóa – Xã hội Phiếu khảo sát hộ gia đình 30/06/2026 94,1 % 104 8",
      "II.3.2.3 Các trường học Phiếu trường học 30/06/2026 66,7 % 2 0",
      "Phiếu hộ gia đình, 6 tháng đầu năm 2026: 112 trên 119 hộ (94,1 %)",
      "Báo cáo tháng của cơ quan, tháng 1 năm 2026 – tháng 6 năm 2026: 17 trên 18 báo cáo (94,4 %)",
      "Phiếu sản phẩm OCOP, đặc trưng, 6 tháng đầu năm 2026: 2 trên 2 sản phẩm (100,0 %), trong đó 1 theo phiếu 6 "
        .. "tháng cuối năm 2025",
      "Cập nhật nhiệm vụ, 6 tháng đầu năm 2026: 6 trên 7 nhiệm vụ (85,7 %), trong đó 1 theo phiếu trước kỳ",
      "Chưa gửi phiếu của kỳ này, còn tính theo phiếu trước:", "- Phiếu sản phẩm OCOP, đặc trưng: Nén Đức Tân",
      "- Cập nhật nhiệm vụ: Mặt trận vận động",
    },
    lacks = "Công thức không tính được",
  }, first_half)
end)

test("six months: annex 3 has the villages by indicator; one short of answers is not judged", function(t)
  commune.whole(t)
  t:report("six_month", {
    contains = {
      "Thôn 1 – Đức Tân ░ 50,0 █ 25,0 █ 25,0 █ 50,0 ░ 75,0 █ 0,0 █ 40,0 □ 90,0 □ 100,0 10,0",
      "Thôn 1 – Đức Phú ░ 50,0 █ 25,0 (0,0) (50,0) (100,0) (0,0) (25,0) (75,0) █ 0,0 (0,0)",
      "… chưa đủ đơn vị có số liệu để đánh giá, không tô.",
      "Người trưởng thành có chữ ký số, chữ ký điện tử cá nhân: 4 thôn, tổ dân phố thấp nhất (toàn xã 0,0 %; Phòng Văn "
        .. "hóa – Xã hội)",
    },
  }, first_half)
end)

test("six months: annex 4 has every task with its owner, day, state and what came of it", function(t)
  commune.whole(t)
  t:report("six_month", {
    contains = {
      "Cộng 7 1 2 2 1 1",
      "III.1.3 Tập huấn đảng viên Ban Xây dựng Đảng 15/06/2026 Quá hạn (20/05/2026): đã họp",
      "III.3.4 Xúc tiến thương mại điện tử Phòng Kinh tế 30/09/2026 Chưa làm (25/06/2026): đã họp",
      "III.4.4 Tổ công nghệ số Phòng Văn hóa – Xã hội 30/06/2026 Đã xong (28/06/2026): đủ 4 tổ",
      "IV.1 Học tập, quán triệt Đảng ủy xã, Hội Nông dân xã – Chưa cập nhật",
      "- III.1.1: Loa hỏng ở hai thôn. Nguyên nhân: Thiếu kinh phí sửa. - III.2.3: Máy chủ chậm.",
      "- III.1.2: Họp dân. - III.1.3: Mời giảng viên.", "Đề xuất, kiến nghị - III.1.1: Cấp thêm 30 triệu đồng.",
    },
  }, first_half)
end)

test("six months: annex 5 has the definitions, and what the commune chose", function(t)
  commune.whole(t)
  t:report("six_month", {
    contains = {
      "PHỤ LỤC 5", "Phủ sóng 5G Số hộ trong vùng phủ 5G của ít nhất một nhà mạng ÷ số hộ",
      "- VNeID: người từ 14 tuổi (từ tuổi này được cấp thẻ căn cước); mức 2, là mức dùng được dịch vụ công.",
      "Mức xuất phát năm 2025 của các chỉ tiêu (Rules/lib/baselines.lua) là mức tạm thời, chờ xã xác nhận;",
    },
  }, first_half)
end)
