-- Phiếu hài lòng, sản phẩm OCOP: small forms with a rule or two.

validation "satisfaction_not_in_the_future" {
  over = "satisfaction", severity = "error",
  must = function(s) return s.rated_on <= today() end,
  message = { vi = "Ngày đánh giá ở tương lai: xem lại ngày", en = "The day lies in the future: check it" },
}

validation "product_stays_on_platform" {
  over = "ocop_product", severity = "warning",
  previous = function(now, before) return now.on_platform or not before.on_platform end,
  message = {
    vi = "Kỳ trước có bán trên sàn, nay không: mở lại trang bán hàng để xem",
    en = "On sale online before and now not: open the page again",
  },
}
