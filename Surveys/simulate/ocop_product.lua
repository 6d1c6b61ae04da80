-- Số liệu thử: made-up products, for the demonstration only. A product that is on sale online stays so.
simulate "ocop_product" {
  on_platform = function(o)
    local place = number(o.product:match "%d+")
    if choice(o, "product").kind == "ocop" then return place % 6 ~= 0 end
    return place % 2 == 0 or today().month > 6 and place % 3 == 0
  end,
}
