-- Số liệu năm của xã: amounts and registers that cannot be more than their whole.

validation "commune_product_below_output" {
  over = "commune_year", severity = "error",
  must = function(c) return c.gross_product <= c.gross_output end,
  message = {
    vi = "Giá trị tăng thêm lớn hơn giá trị sản xuất: có thể đổi chỗ hai số, hoặc sai đơn vị triệu đồng",
    en = "Value added above gross output: the two may be exchanged, or not in million dong",
  },
}

validation "commune_spending_near_plan" {
  over = "commune_year", severity = "warning",
  must = function(c) return c.sti_budget <= 1.5 * c.sti_planned end,
  message = {
    vi = "Chi cho KHCN, ĐMST, CĐS hơn 1,5 lần kế hoạch cả năm: xem lại đơn vị triệu đồng",
    en = "Spent more than 1.5 times the year's plan: check that it is in million dong",
  },
}

validation "commune_ages_nested" {
  over = "commune_year", severity = "error",
  must = function(c)
    return c.register_people_15 <= c.register_people_14 and c.register_people_14 <= c.register_people
  end,
  message = {
    vi = "Số dân từ 15 tuổi nhiều hơn số từ 14 tuổi, hoặc hơn toàn dân: các cơ quan lấy số khác ngày, hãy hỏi lại",
    en = "More persons of 15 and over than of 14, or than of all: the bodies count on different days, so ask again",
  },
}

-- A part of a register and its whole.
local function within(part, whole)
  return function(c) return c[part] <= c[whole] end
end

validation "commune_vneid_within_people" {
  over = "commune_year", severity = "error",
  must = within("register_vneid", "register_people_14"),
  message = {
    vi = "Tài khoản VNeID nhiều hơn số dân từ 14 tuổi: có thể tính cả mức 1 hoặc người đã chuyển đi",
    en = "More VNeID accounts than persons of 14 and over: level 1 or people who left may be counted",
  },
}

validation "commune_health_books_within_people" {
  over = "commune_year", severity = "error",
  must = within("register_health_books", "register_people"),
  message = {
    vi = "Sổ sức khỏe điện tử nhiều hơn số dân: có thể lập trùng sổ",
    en = "More health books than people: some may be doubled",
  },
}

validation "commune_accounts_within_people" {
  over = "commune_year", severity = "error",
  must = within("register_accounts", "register_people_15"),
  message = {
    vi = "Người có tài khoản nhiều hơn số dân từ 15 tuổi: ngân hàng có thể đếm tài khoản thay vì người",
    en = "More persons with an account than persons of 15 and over: accounts may have been counted",
  },
}

validation "commune_not_in_the_future" {
  over = "commune_year", severity = "error",
  must = function(c) return c.reported_on <= today() end,
  message = { vi = "Ngày lập số liệu ở tương lai: xem lại ngày", en = "The day lies in the future: check it" },
}

validation "commune_model_named_once" {
  over = "commune_year.model", severity = "error",
  unique = { "stage", "name" },
  message = {
    vi = "Một mô hình được ghi hai lần: xóa một dòng và giảm số mô hình",
    en = "A model is listed twice: remove one row and lower the number of models",
  },
}
