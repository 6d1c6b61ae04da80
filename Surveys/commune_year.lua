-- Số liệu năm của xã: one record a stage (half-year estimate, year's estimate, final) and year.
-- The figures use the record with the latest date. Money is in million dong.
local unavailable = { "dont_know" }

form "commune_year" {
  version = 1,
  label = { vi = "Số liệu năm của xã", en = "Yearly figures of the commune" },
  key = { "commune", "stage" },
  round = "year",
  measures = "state",
  valid_for = "18 months",
  period_field = "reported_on",

  select_one "commune" {
    label = { vi = "Xã", en = "Commune" },
    choices = { { "mo_duc", vi = "Xã Mộ Đức", en = "Mộ Đức" } },
    required = true,
  },
  select_one "stage" {
    label = { vi = "Loại số liệu", en = "Stage" },
    choices = {
      { "first_half_estimate", vi = "Ước 6 tháng đầu năm", en = "Estimate of the first half-year" },
      { "year_estimate",       vi = "Ước cả năm",          en = "Estimate of the year" },
      { "final",               vi = "Chính thức",          en = "Final" },
    },
    required = true,
  },
  date "reported_on" {
    label = { vi = "Ngày lập số liệu", en = "Day the figures were made" },
    default = function() return today() end,
    required = true,
  },

  group "money" {
    label = { vi = "Chi và quy mô kinh tế (triệu đồng)", en = "Spending and economy (million dong)" },
    decimal "budget_spent" {
      label = { vi = "Tổng chi ngân sách xã, thực chi", en = "Budget actually spent" },
      required = true, special = unavailable, min = 0,
    },
    decimal "sti_planned" {
      label = {
        vi = "Kế hoạch cả năm chi ngân sách cho KHCN, ĐMST, CĐS",
        en = "Year's plan for science, innovation, digital",
      },
      required = true, special = unavailable, min = 0,
    },
    decimal "sti_budget" {
      label = { vi = "Ngân sách đã chi cho KHCN, ĐMST, CĐS", en = "Budget spent on science, innovation, digital" },
      required = true, special = unavailable, min = 0,
      constraint = function(value, c) return value <= c.budget_spent end,
      constraint_message = { vi = "Không thể hơn tổng chi", en = "Not more than the budget spent" },
    },
    decimal "sti_enterprises" {
      label = { vi = "Doanh nghiệp chi cho KHCN, ĐMST, CĐS", en = "Spent on it by enterprises" },
      required = true, special = unavailable, min = 0,
    },
    decimal "sti_other" {
      label = { vi = "Nguồn khác chi cho KHCN, ĐMST, CĐS", en = "Spent on it from other sources" },
      required = true, special = unavailable, min = 0,
    },
    decimal "gross_product" {
      label = {
        vi = "Tổng sản phẩm trên địa bàn (giá trị tăng thêm, giá hiện hành)",
        en = "Gross product (value added, current prices)",
      },
      required = true, special = unavailable, min = 0,
    },
    decimal "gross_output" {
      label = { vi = "Tổng giá trị sản xuất (giá hiện hành)", en = "Gross output (current prices)" },
      required = true, special = unavailable, min = 0,
    },
    decimal "digital_output" {
      label = { vi = "Trong đó giá trị sản xuất của kinh tế số", en = "Of this, output of the digital economy" },
      required = true, special = unavailable, min = 0,
      constraint = function(value, c) return value <= c.gross_output end,
      constraint_message = { vi = "Không thể hơn tổng giá trị sản xuất", en = "Not more than gross output" },
    },
  },

  integer "models" {
    label = { vi = "Số mô hình kinh tế số đã đề xuất", en = "Models of the digital economy proposed" },
    required = true, min = 0, max = 30,
  },
  roster "model" {
    label = { vi = "Mô hình kinh tế số", en = "Model of the digital economy" },
    title = function(m) return m.name end,
    count = function(c) return c.models end,
    text "name" {
      label = { vi = "Tên mô hình", en = "Name of the model" },
      required = true,
    },
    yes_no "recognised" {
      label = { vi = "Đã có quyết định công nhận?", en = "Recognised by a decision?" },
      required = true,
    },
  },

  group "new_rural" {
    label = { vi = "Nông thôn mới", en = "New rural commune" },
    yes_no "advanced_new_rural" {
      label = { vi = "Đã được công nhận xã Nông thôn mới nâng cao?", en = "Recognised as advanced new rural commune?" },
      required = true,
    },
    date "advanced_new_rural_on" {
      label = { vi = "Ngày quyết định công nhận", en = "Day of the decision" },
      relevant = function(c) return c.advanced_new_rural end,
      required = true,
    },
  },

  -- Figures of other bodies' registers: printed beside the survey figure, never mixed into it.
  group "registers" {
    label = { vi = "Theo số liệu quản lý", en = "From registers" },
    integer "register_people_14" {
      label = { vi = "Công an xã: số dân từ 14 tuổi", en = "Police: persons 14 and over" },
      special = unavailable, min = 0,
    },
    integer "register_vneid" {
      label = {
        vi = "Công an xã: tài khoản VNeID mức 2 của người từ 14 tuổi",
        en = "Police: level-2 VNeID accounts of these",
      },
      special = unavailable, min = 0,
    },
    integer "register_people" {
      label = { vi = "Trạm Y tế: số dân", en = "Health station: population" },
      special = unavailable, min = 0,
    },
    integer "register_health_books" {
      label = { vi = "Trạm Y tế: Sổ sức khỏe điện tử đã lập", en = "Health station: electronic health books" },
      special = unavailable, min = 0,
    },
    integer "register_people_15" {
      label = { vi = "Ngân hàng: số dân từ 15 tuổi", en = "Banks: persons 15 and over" },
      special = unavailable, min = 0,
    },
    integer "register_accounts" {
      label = { vi = "Ngân hàng: số người từ 15 tuổi có tài khoản", en = "Banks: of these, persons with an account" },
      special = unavailable, min = 0,
    },
  },
}
