-- Phiếu sản phẩm OCOP, sản phẩm đặc trưng: one record a product and half-year.
form "ocop_product" {
  version = 1,
  label = { vi = "Phiếu sản phẩm OCOP, đặc trưng", en = "OCOP and local products" },
  key = { "product" },
  round = "half_year",
  measures = "state",
  frame = from_csv "products",

  select_one "product" {
    label = { vi = "Sản phẩm", en = "Product" },
    choices = from_csv "products", required = true,
  },
  yes_no "on_platform" {
    label = { vi = "Đang bán trên sàn thương mại điện tử?", en = "On sale on an e-commerce platform?" },
    hint = { vi = "Bộ phận khảo sát đã mở xem trang bán hàng", en = "The page was opened and seen" },
    required = true,
  },
}
