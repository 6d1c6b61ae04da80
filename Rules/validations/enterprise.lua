-- Phiếu doanh nghiệp: what an enterprise answers against the list and against itself.

validation "enterprise_kind_as_listed" {
  over = "enterprise", severity = "warning",
  must = function(e) return e.kind == choice(e, "enterprise").kind end,
  message = {
    vi = "Loại hình khác với danh sách: sửa phiếu, hoặc sửa choices/enterprises.csv nếu đơn vị đã chuyển đổi",
    en = "The kind differs from the list: mend the record, or the list if the unit has changed",
  },
}

validation "enterprise_household_business_is_small" {
  over = "enterprise", severity = "warning",
  among = function(e) return e.kind == "ho_kinh_doanh" end,
  must = function(e) return e.size == "micro" or e.size == "small" end,
  message = {
    vi = "Hộ kinh doanh quy mô vừa hoặc lớn: xem lại loại hình và quy mô",
    en = "A household business of medium or large size: check kind and size",
  },
}

validation "enterprise_pays_tax_electronically" {
  over = "enterprise", severity = "warning",
  among = function(e) return e.kind == "doanh_nghiep" end,
  must = function(e) return e.e_tax end,
  message = {
    vi = "Doanh nghiệp khai, nộp thuế đều qua mạng (Luật Quản lý thuế 2019, điều 8): hỏi lại",
    en = "Enterprises file and pay tax electronically by law: ask again",
  },
}

validation "enterprise_payments_plausible" {
  over = "enterprise", severity = "warning",
  among = function(e) return e.kind ~= "ho_kinh_doanh" end,
  must = function(e) return e.payments_month <= 5000 end,
  message = {
    vi = "Hơn 5.000 lần trả tiền một tháng: có thể ghi nhầm số tiền",
    en = "More than 5,000 payments a month: an amount may have been given",
  },
}
