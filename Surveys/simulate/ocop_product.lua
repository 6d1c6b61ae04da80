-- Số liệu thử: made-up products, for the demonstration only.
simulate "ocop_product" {
  on_platform = function(o)
    if choice(o, "product").kind == "ocop" then return { share = 0.85 } end
    return { share = 0.5 }
  end,
}
