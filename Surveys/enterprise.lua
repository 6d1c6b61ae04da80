-- Phiếu doanh nghiệp, hợp tác xã, hộ kinh doanh: one record a unit and year.
-- Household businesses are on the list for tax; what they produce and pay is counted in the household form.
local unsure = { "dont_know", "refused" }

form "enterprise" {
  version = 1,
  label = { vi = "Phiếu doanh nghiệp, hợp tác xã, hộ kinh doanh", en = "Enterprise questionnaire" },
  key = { "enterprise" },
  round = "year",
  measures = "state",
  valid_for = "18 months",
  frame = from_csv "enterprises",

  select_one "enterprise" {
    label = { vi = "Đơn vị", en = "Unit" },
    choices = from_csv "enterprises", required = true,
  },
  select_one "kind" {
    label = { vi = "Loại hình", en = "Kind" },
    choices = {
      { "doanh_nghiep",  vi = "Doanh nghiệp",  en = "Enterprise" },
      { "hop_tac_xa",    vi = "Hợp tác xã",    en = "Cooperative" },
      { "ho_kinh_doanh", vi = "Hộ kinh doanh", en = "Household business" },
    },
    default = function(e) return choice(e, "enterprise").kind end,
    required = true,
  },
  select_one "size" {
    label = { vi = "Quy mô", en = "Size" },
    hint = { vi = "Theo Nghị định 80/2021/NĐ-CP", en = "By Decree 80/2021/NĐ-CP" },
    choices = {
      { "micro",  vi = "Siêu nhỏ", en = "Micro" },
      { "small",  vi = "Nhỏ",      en = "Small" },
      { "medium", vi = "Vừa",      en = "Medium" },
      { "large",  vi = "Lớn",      en = "Large" },
    },
    default = function(e) return choice(e, "enterprise").size end,
    required = true,
  },
  yes_no "e_tax" {
    label = { vi = "Nộp thuế qua hệ thống điện tử?", en = "Pays tax electronically?" },
    required = true, special = unsure,
  },
  yes_no "smedx" {
    label = { vi = "Tham gia chương trình SMEdx?", en = "Takes part in SMEdx?" },
    relevant = function(e) return e.kind == "doanh_nghiep" and e.size ~= "large" end,
    required = true, special = unsure,
  },

  group "not_household_business" {
    label = { vi = "Doanh nghiệp, hợp tác xã", en = "Enterprises and cooperatives" },
    relevant = function(e) return e.kind ~= "ho_kinh_doanh" end,
    yes_no "uses_digital" {
      label = {
        vi = "12 tháng qua có dùng công nghệ số vào sản xuất, kinh doanh?",
        en = "Used digital technology in production or business in the last 12 months?",
      },
      hint = {
        vi = "Bán hàng qua mạng, phần mềm quản lý, tự động hóa …; không tính chỉ nộp thuế điện tử",
        en = "Sale online, management software, automation …; electronic tax alone does not count",
      },
      required = true, special = unsure,
    },
    yes_no "needed_service" {
      label = {
        vi = "12 tháng qua có cần làm thủ tục hành chính?",
        en = "Needed a public service in the last 12 months?",
      },
      required = true, special = unsure,
    },
    yes_no "service_online" {
      label = { vi = "Có lần nào làm thủ tục qua mạng?", en = "Did one of them online?" },
      relevant = function(e) return e.needed_service end,
      required = true, special = unsure,
    },
    integer "payments_month" {
      label = { vi = "Tháng trước đã trả tiền mấy lần?", en = "Payments made last month" },
      required = true, special = unsure, min = 0,
    },
    integer "payments_cashless_month" {
      label = { vi = "Trong đó mấy lần không dùng tiền mặt?", en = "Of these, without cash" },
      relevant = function(e) return e.payments_month > 0 end,
      required = true, special = unsure, min = 0,
      constraint = function(value, e) return value <= e.payments_month end,
      constraint_message = { vi = "Không thể hơn tổng số lần trả tiền", en = "Not more than all payments" },
    },
  },
}
