-- Báo cáo 6 tháng: without any record, where all is reached, of one village, of a half-year that runs, after alerts.
local testing = require "testing"
local commune = require "testing_commune"

local first_half = { period = "2026-H1" }

test("six months without a record: nothing is claimed, and who owes figures is named", function(t)
  t:report("six_month", {
    contains = {
      "Trong 31 chỉ tiêu có mục tiêu: 31 thiếu số liệu.", "21 nhiệm vụ: 2 quá hạn; 19 chưa cập nhật.",
      "3.4. Xã hội số: 10 chỉ tiêu, 10 thiếu số liệu", "Chưa có số liệu để biết chỉ tiêu nào chậm.",
      "Chưa có số liệu theo thôn để biết nơi nào chậm.", "Chưa đánh giá được, vì thiếu số liệu: II.2, II.3.1.1,",
      "Phiếu doanh nghiệp, hợp tác xã, hộ kinh doanh, năm 2026: Doanh nghiệp 1 (thương mại); Doanh nghiệp 2 (vận tải); "
        .. "Doanh nghiệp 3 (chế biến nông sản); và 147 nơi khác",
      "Phòng Kinh tế: Thúc đẩy doanh nghiệp công nghệ số, khởi nghiệp (III.3.1) – chưa cập nhật; Môi trường đầu tư; "
        .. "chuyển đổi số doanh nghiệp nhỏ và vừa (III.3.2) – chưa cập nhật; và 2 nhiệm vụ khác",
      "V. KINH PHÍ ─────────── Chưa có nhận xét nào gửi cho kỳ này. VI. KHÓ KHĂN",
      "Phiếu trường học, 6 tháng đầu năm 2026: 0 trên 14 trường (0,0 %)",
    },
    lacks = {
      "Đã đạt", "Chậm nhất", "Ai làm trước", "Nơi chậm nhất", "Bảng 1", "Bảng 2", "Nơi làm trước", "triệu đồng từ đầu "
        .. "năm",
      "Diễn biến qua các kỳ", "Nhận xét về từng chỉ tiêu", "còn tính theo phiếu trước", "Phiếu hộ gia đình, 6 tháng",
      "Khó khăn, nguyên nhân",
    },
  }, first_half)
end)

test("six months without lists: nobody knows who owes figures, and there are no tasks", function(t)
  local lists = { "villages", "agencies", "schools", "enterprises", "products", "tasks" }
  for _, list in ipairs(lists) do t:list(list, {}) end
  t:report("six_month", {
    contains = { "Không có danh sách đơn vị để biết ai chưa gửi.", "Chưa có danh sách nhiệm vụ." },
    lacks = { "chưa gửi hoặc chưa gửi đủ", "Mỗi nguồn theo kỳ phiếu của mình", "Cần đôn đốc" },
  }, first_half)
end)

test("six months: all is reached, everybody has sent, no village is behind", function(t)
  commune.all_met(t)
  t:report("six_month", {
    contains = {
      "Trong 31 chỉ tiêu có mục tiêu: 31 đạt.", "và 28 chỉ tiêu khác", "1 nhiệm vụ: 1 đã xong.",
      "Không có chỉ tiêu nào chậm so với lộ trình.", "Không có nơi nào chậm so với lộ trình.",
      "3. Số liệu còn thiếu Các đơn vị đều đã gửi số liệu.", "II.2 Xã đạt Nông thôn mới nâng cao 19/05/2026",
      "II.3.3.6 Mô hình kinh tế số tiêu biểu 2 ≥ 2 (phấn đấu) 0,20 – đạt",
    },
    lacks = { "Chưa đánh giá được", "Chậm nhất", "Cần đôn đốc", "Bảng 1", "nơi khác" },
  }, first_half)
end)

test("six months: none behind among the few that can be judged", function(t)
  testing.commune_year(t, "first_half_estimate", "2026-06-30", { sti_budget = 15, sti_enterprises = 150 })
  t:report("six_month", {
    contains = "Trong 4 chỉ tiêu đánh giá được, không có chỉ tiêu nào chậm so với lộ trình; 27 chỉ tiêu chưa đánh giá "
      .. "được.",
  }, first_half)
end)

test("six months: what is behind without villages has no place to begin; a late milestone is wholly late", function(t)
  testing.commune_year(t, "year_estimate", "2030-12-20", { sti_budget = 15, sti_enterprises = 1 })
  t:today "2031-01-05"
  t:report("six_month", {
    contains = {
      "Chậm nhất Xã đạt Nông thôn mới nâng cao (II.2); Chi cho KHCN, ĐMST, CĐS so với tổng sản phẩm (II.3.3.2)",
      "Ai làm trước UBND xã: II.2; Phòng Kinh tế, Thống kê cơ sở: II.3.3.2",
    },
    lacks = { "Nơi làm trước", "Diễn biến qua các kỳ" },
  }, { period = "2030-H2" })
end)

test("six months of one village: only what can be told apart, without tasks, words and alerts", function(t)
  commune.whole(t)
  t:today "2026-07-01"
  t:alert("task_overdue", { firing = 2 })
  t:report("six_month", {
    contains = {
      "Ghi chú: Chỉ gồm số liệu của: Thôn 1 – Đức Tân. Bỏ 22 chỉ tiêu không tính riêng được.",
      "Trong 10 chỉ tiêu có mục tiêu:", "3.1. Phát triển hạ tầng số: 2 chỉ tiêu, 1 đúng tiến độ; 1 chậm",
      "2. Số liệu còn thiếu", "II.3.4.2 Hộ gia đình có Internet tốc độ cao 50,0 %", "PHỤ LỤC 3 Định nghĩa các chỉ tiêu",
      "Phiếu hộ gia đình, 6 tháng đầu năm 2026: 40 trên 40 hộ (100,0 %)",
    },
    lacks = {
      "I. CÔNG TÁC LÃNH ĐẠO", "III. KẾT QUẢ THỰC HIỆN", "Nơi làm trước", "Thôn, tổ dân phố chậm nhiều nhất",
      "PHỤ LỤC 4", "Hai mục tiêu tổng quát", "Nhận xét về từng chỉ tiêu", "Cảnh báo trong kỳ", "II.3.3.1",
    },
  }, { period = "2026-H1", where = { village = "dt1" } })
end)

test("six months of one village: how many of its households are not in, without naming any", function(t)
  commune.whole(t)
  t:report("six_month", {
    contains = "- Phiếu hộ gia đình, 6 tháng đầu năm 2026: 5 hộ", lacks = "chưa có phiếu",
  }, { period = "2026-H1", where = { village = "dh1" } })
end)

test("six months that still run: up to which day is said", function(t)
  commune.whole(t)
  t:today "2026-07-20"
  t:report("six_month", {
    contains = {
      "chuyển đổi số 6 tháng cuối năm 2026 (tính đến ngày 20/07/2026)", "Số liệu từ ngày 01/07/2026 đến ngày "
        .. "20/07/2026;",
    },
  }, { period = "2026-H2" })
end)

test("six months in English", function(t)
  t:language "en"
  commune.whole(t)
  t:report("six_month", {
    contains = {
      "PEOPLE'S COMMITTEE", "Progress under the resolution on breakthroughs in science,",
      "Of 31 indicators with a target: 6 met; 1 met, uncertain; 7 on track; 6 behind; 3 no baseline; 7",
      "Village 1 – Đức Tân 5 of 9 Adults with a personal digital or electronic signature (0.0%)",
      "By 30/06/2026, nothing sent, or not all:", "Household questionnaire, the first half of 2026: 7 of 119 "
        .. "households not reached; most in Village 1 – Đức Hòa (5 of 35); Neighbourhood 1 – Mộ Đức (2 of 40)",
      "III.1. Awareness: 3 tasks, 1 overdue; 1 no update; 1 under way",
      "Office of the Party Committee, Office of the People's Council and People's Committee: Digital data (III.2.3) – "
        .. "overdue",
      "The bodies in charge report 35.5 million dong spent since January (2 tasks with figures).",
      "- and 1 more tasks: annex 4.", "- III.1.1: Loa hỏng ở hai thôn. Cause: Thiếu kinh phí sửa.",
      "Updates of tasks, the first half of 2026: 6 of 7 tasks (85.7%), of which 1 by records of days before the period",
      "2 indicators without a target are left out.", "ON BEHALF OF THE PEOPLE'S COMMITTEE",
    },
  }, first_half)
end)

test("six months of one agency: no village and no indicator without a target is part of it", function(t)
  commune.whole(t)
  t:report("six_month", {
    contains = {
      "Chỉ gồm số liệu của: Công an xã.", "3.2. Chính quyền số: 7 chỉ tiêu",
      "Báo cáo tháng của cơ quan, tháng 1 năm 2026 – tháng 6 năm 2026: 5 trên 6 báo cáo (83,3 %)",
    },
    lacks = { "chỉ tiêu chỉ theo dõi.", "3.4. Xã hội số" },
  }, { period = "2026-H1", where = { agency = "police" } })
end)

test("six months: of many villages the five farthest behind are told", function(t)
  local listed, having = {}, { dt1 = 0, dt2 = 0, dt3 = 0, dt4 = 0, dt5 = 3, dt6 = 6, md1 = 9 }
  for village in pairs(having) do
    for number = 1, 30 do
      table.insert(listed, { village = village, household_no = tostring(number), poverty = "none" })
    end
  end
  table.insert(listed, { village = "md1", household_no = "31", poverty = "poor" })
  t:list("households", listed)
  for village, count in pairs(having) do
    for number = 1, 30 do
      local has = number <= count
      testing.household(t, village, number, {
        connection = has and "fibre" or "none",
        person = {
          testing.person {
            vneid = has and "level_2" or "none", health_book = has, account = has and "bank" or "none",
            health_online = has, e_signature = has,
          },
        },
      })
    end
  end
  -- A household that is not on the list: its village owes none.
  testing.household(t, "dh1", 1)
  t:report("six_month", {
    contains = {
      "Bảng 2. Nơi chậm nhiều nhất trong 7 nơi có chỉ tiêu chậm (Phụ lục 3)",
      "Thôn 1 – Đức Tân 6 trên 7", "Thôn 5 – Đức Tân 6 trên 7",
      "- Người dân có tài khoản định danh điện tử (VNeID) (II.3.4.7): Thôn 1 – Đức Tân (1,6 %); Thôn 2 – Đức Tân (1,6 "
        .. "%); Thôn 3 – Đức Tân (1,6 %) - Người từ 15 tuổi",
      "- Người trưởng thành tiếp cận dịch vụ số (II.3.4.1): Thôn 1 – Đức Tân (1,6 %); Thôn 2 – Đức Tân (1,6 %); Thôn 3 "
        .. "– Đức Tân (1,6 %) 2. Thôn, tổ dân phố chậm nhiều nhất",
      "1 trên 211 hộ chưa có phiếu; nhiều nhất ở Tổ dân phố 1 – Mộ Đức (1 trên 31)",
    },
    lacks = { "Thôn 6 – Đức Tân 6 trên 7" },
  }, first_half)
end)
