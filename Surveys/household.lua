-- Phiếu hộ gia đình: one record a household and half-year.
-- Short on purpose: it asks only what an indicator, a split or a check needs.
local ages = require "ages"

-- What may be answered instead of a value.
local unsure = { "dont_know", "refused" }

form "household" {
  version = 2,
  label = { vi = "Phiếu khảo sát hộ gia đình", en = "Household questionnaire" },
  key = { "village", "household_no" },
  round = "half_year",
  measures = "state",
  valid_for = "12 months",
  frame = from_csv "households",

  group "place" {
    label = { vi = "Địa bàn", en = "Place" },
    select_one "village" {
      label = { vi = "Thôn, tổ dân phố", en = "Village" },
      choices = from_csv "villages", required = true,
    },
    text "household_no" {
      label = { vi = "Mã số hộ trong thôn", en = "Number of the household in the village" },
      hint = { vi = "Theo danh sách hộ của xã", en = "As on the commune's list of households" },
      pattern = "%d+", required = true,
    },
    -- Read aloud. No ends the visit as refused, and no name is kept (Nghị định 13/2023/NĐ-CP, điều 11).
    yes_no "consent" {
      label = {
        vi = "Ủy ban nhân dân xã hỏi để tính các chỉ tiêu chuyển đổi số của xã. Chúng tôi ghi họ tên, năm sinh và "
          .. "việc dùng dịch vụ số của các thành viên; chỉ dùng để tính số liệu. Trả lời là tự nguyện, có thể bỏ qua "
          .. "câu nào không muốn, và rút lại sau này tại xã. Ông/bà đồng ý chứ?",
        en = "The commune asks in order to compute its digital targets. We write down names, years of birth and the "
          .. "use of digital services, for figures only. To answer is voluntary; any question may be left out, and "
          .. "all withdrawn later at the commune. Do you agree?",
      },
      required = true, consent = true,
    },
    -- Taken from the commune's list, never asked at the door.
    calculate "poverty" {
      label = { vi = "Diện hộ nghèo", en = "Poverty status" },
      calculation = function(h)
        local row = listed(h)
        return row and row.poverty
      end,
    },
    integer "members" {
      label = { vi = "Số người của hộ", en = "Persons of the household" },
      hint = {
        vi = "Kể cả trẻ sơ sinh và người có hộ khẩu nhưng đang ở nơi khác",
        en = "Newborns and registered members who live elsewhere included",
      },
      required = true, min = 1, max = 30,
      warn = function(value) return value <= 12 end,
      warn_message = { vi = "Hộ có hơn 12 người: đúng không?", en = "More than 12 persons: is that right?" },
    },
  },

  roster "person" {
    label = { vi = "Thành viên", en = "Member" },
    title = function(p) return p.name end,
    count = function(h) return h.members end,
    -- Members keep their row from round to round; these answers are shown for confirmation, all others asked anew.
    carry_over = { "name", "relation", "sex", "birth_year", "birth_month" },

    text "name" {
      label = { vi = "Họ và tên", en = "Full name" },
      required = true, personal = true,
    },
    select_one "relation" {
      label = { vi = "Quan hệ với chủ hộ", en = "Relation to the head" },
      choices = {
        { "head",   vi = "Chủ hộ",       en = "Head" },
        { "spouse", vi = "Vợ, chồng",    en = "Spouse" },
        { "child",  vi = "Con",          en = "Child" },
        { "parent", vi = "Cha, mẹ",      en = "Parent" },
        { "other",  vi = "Quan hệ khác", en = "Other" },
      },
      required = true,
    },
    select_one "sex" {
      label = { vi = "Giới tính", en = "Sex" },
      choices = { { "male", vi = "Nam", en = "Male" }, { "female", vi = "Nữ", en = "Female" } },
      required = true,
    },
    -- Year and month give the age; the day is not needed, so it is not asked.
    integer "birth_year" {
      label = { vi = "Năm sinh (dương lịch)", en = "Year of birth" },
      required = true, min = 1900,
      constraint = function(value) return value <= today().year end,
      constraint_message = { vi = "Năm sinh ở tương lai", en = "The year lies in the future" },
    },
    integer "birth_month" {
      label = { vi = "Tháng sinh", en = "Month of birth" },
      min = 1, max = 12, special = { "dont_know" },
      constraint = function(value, p) return p.birth_year < today().year or value <= today().month end,
      constraint_message = { vi = "Tháng sinh ở tương lai", en = "The month lies in the future" },
    },
    calculate "age_months" {
      label = { vi = "Tuổi theo tháng", en = "Age in months" },
      calculation = function(p) return ages.in_months(p, today()) end,
    },
    calculate "age" {
      label = { vi = "Tuổi tròn", en = "Age" },
      calculation = function(p) return p.age_months // 12 end,
    },
    select_one "residence" {
      label = { vi = "Hiện ở đâu?", en = "Where does the person live?" },
      hint = {
        vi = "Ở đây: đã ở 6 tháng trong 12 tháng qua, hoặc sẽ ở từ 6 tháng; trẻ sơ sinh là ở đây",
        en = "Here: 6 of the last 12 months, or means to stay 6 months; a newborn lives here",
      },
      choices = {
        { "resident", vi = "Ở đây",                         en = "Here" },
        { "absent",   vi = "Có hộ khẩu nhưng ở nơi khác",   en = "Registered here, lives elsewhere" },
      },
      required = true,
    },

    -- Nothing more is asked about those who live elsewhere.
    group "identity" {
      label = { vi = "Định danh, sức khỏe", en = "Identity, health" },
      relevant = function(p) return p.residence == "resident" end,
      select_one "vneid" {
        label = function(p)
          return { vi = p.name .. " có tài khoản VNeID mức nào?", en = "Which VNeID account has " .. p.name .. "?" }
        end,
        choices = {
          { "none",    vi = "Chưa có", en = "None" },
          { "level_1", vi = "Mức 1",   en = "Level 1" },
          { "level_2", vi = "Mức 2",   en = "Level 2" },
        },
        required = true, special = unsure,
      },
      yes_no "health_book" {
        label = { vi = "Có Sổ sức khỏe điện tử?", en = "Has an electronic health book?" },
        hint = {
          vi = "Trẻ em: tính cả sổ trên tài khoản của cha, mẹ",
          en = "A child's book on a parent's account counts",
        },
        required = true, special = unsure, across = "person",
      },
    },
    group "account_and_skills" {
      label = { vi = "Tài khoản, kỹ năng số", en = "Account, digital skills" },
      relevant = function(p) return p.residence == "resident" and p.age >= 15 end,
      select_one "account" {
        label = { vi = "Có tài khoản thanh toán?", en = "Has a payment account?" },
        choices = {
          { "bank",         vi = "Ngân hàng, tổ chức được phép", en = "Bank or other permitted organisation" },
          { "mobile_money", vi = "Chỉ có Mobile Money",          en = "Mobile money only" },
          { "none",         vi = "Không có",                     en = "None" },
        },
        required = true, special = unsure,
      },
      -- The retirement age of each year is applied by the indicator, so that the table may change (ages.lua).
      yes_no "trained_digital" {
        label = { vi = "Từ năm 2025 đã được tập huấn kỹ năng số?", en = "Trained in digital skills since 2025?" },
        relevant = function(p) return p.age <= 62 end,
        required = true, special = unsure, self_only = true,
      },
      yes_no "trained_safety" {
        label = {
          vi = "Từ năm 2025 đã được tập huấn an toàn thông tin?",
          en = "Trained in information safety since 2025?",
        },
        relevant = function(p) return p.age <= 62 end,
        required = true, special = unsure, self_only = true,
      },
    },
    group "services" {
      label = { vi = "Dịch vụ số trong 12 tháng qua", en = "Digital services in the last 12 months" },
      hint = { vi = "Tự dùng hoặc nhờ người dùng hộ", en = "Used in person, or by someone for the person" },
      relevant = function(p) return p.residence == "resident" and p.age >= 18 end,
      yes_no "health_online" {
        label = { vi = "Y tế (đặt lịch khám, hồ sơ sức khỏe …)", en = "Health" },
        required = true, special = unsure, across = "person",
      },
      yes_no "education_online" {
        label = { vi = "Giáo dục (học trực tuyến, sổ liên lạc …)", en = "Education" },
        required = true, special = unsure, across = "person",
      },
      yes_no "insurance_online" {
        label = { vi = "Bảo hiểm (VssID, đóng bảo hiểm …)", en = "Insurance" },
        required = true, special = unsure, across = "person",
      },
      yes_no "transport_online" {
        label = { vi = "Giao thông (đặt xe, vé, phạt nguội …)", en = "Transport" },
        required = true, special = unsure, across = "person",
      },
      yes_no "needed_service" {
        label = { vi = "Có lần nào cần làm thủ tục hành chính?", en = "Needed a public service?" },
        required = true, special = unsure, across = "person",
      },
      yes_no "service_online" {
        label = { vi = "Có lần nào làm thủ tục qua mạng?", en = "Did one of them online?" },
        relevant = function(p) return p.needed_service end,
        required = true, special = unsure, across = "person",
      },
      yes_no "e_signature" {
        label = {
          vi = "Có chữ ký số hoặc chữ ký điện tử cá nhân còn hiệu lực?",
          en = "Has a personal digital or electronic signature valid today?",
        },
        hint = { vi = "Không tính chữ ký do cơ quan cấp", en = "Not one given by an employer" },
        required = true, special = unsure, across = "person",
      },
    },
  },

  group "internet" {
    label = { vi = "Internet", en = "Internet" },
    select_one "connection" {
      label = { vi = "Hộ kết nối Internet chủ yếu bằng gì?", en = "How does the household mainly connect?" },
      choices = {
        { "fibre",  vi = "Cáp quang",                en = "Fibre" },
        { "mobile", vi = "Di động 4G, 5G",           en = "Mobile" },
        { "other",  vi = "Khác (cáp đồng, vệ tinh)", en = "Other (copper, satellite)" },
        { "none",   vi = "Không kết nối",            en = "None" },
      },
      required = true, special = unsure,
    },
    decimal "speed_mbps" {
      label = { vi = "Tốc độ theo gói cước hoặc đo được (Mb/s)", en = "Speed by package or measured (Mb/s)" },
      relevant = function(h) return h.connection == "mobile" or h.connection == "other" end,
      required = true, special = { "dont_know" },
      constraint = function(value) return value > 0 and value <= 10000 end,
      constraint_message = { vi = "Lớn hơn 0 và không quá 10.000 Mb/s", en = "Above 0, at most 10,000 Mb/s" },
      warn = function(value) return value >= 2 and value <= 1000 end,
      warn_message = { vi = "Tốc độ bất thường. Xin xác nhận: đúng không?", en = "Unusual speed: is that right?" },
    },
  },

  group "economy" {
    label = { vi = "Sản xuất, thanh toán", en = "Production, payments" },
    select_one "production" {
      label = { vi = "Hộ có sản xuất, kinh doanh không?", en = "Does the household produce or trade?" },
      choices = {
        { "none",     vi = "Không",                            en = "No" },
        { "farm",     vi = "Nông, lâm, thủy sản",              en = "Farming, forestry, fishing" },
        { "business", vi = "Hộ kinh doanh",                    en = "Household business" },
        { "both",     vi = "Cả nông nghiệp và kinh doanh",     en = "Both" },
      },
      required = true, special = { "refused" },
    },
    yes_no "production_digital" {
      label = {
        vi = "12 tháng qua có dùng công nghệ số vào sản xuất, kinh doanh?",
        en = "Used digital technology in it in the last 12 months?",
      },
      hint = {
        vi = "Bán hàng qua mạng, phần mềm, truy xuất nguồn gốc, cảm biến, máy bay phun …",
        en = "Sale online, software, tracing of origin, sensors, drones …",
      },
      relevant = function(h) return h.production ~= "none" end,
      required = true, special = unsure,
    },
    integer "payments_7d" {
      label = { vi = "7 ngày qua hộ đã trả tiền mấy lần?", en = "Payments made in the last 7 days" },
      hint = { vi = "Mua hàng, dịch vụ, học phí, điện, nước …", en = "Goods, services, school fees, power, water …" },
      required = true, special = unsure, min = 0, max = 500,
      warn = function(value) return value <= 100 end,
      warn_message = { vi = "Hơn 100 lần trong 7 ngày: đúng không?", en = "More than 100 in 7 days: is that right?" },
    },
    integer "payments_cashless_7d" {
      label = { vi = "Trong đó mấy lần không dùng tiền mặt?", en = "Of these, without cash" },
      relevant = function(h) return h.payments_7d > 0 end,
      required = true, special = unsure, min = 0,
      constraint = function(value, h) return value <= h.payments_7d end,
      constraint_message = { vi = "Không thể hơn tổng số lần trả tiền", en = "Not more than all payments" },
    },
  },
}
