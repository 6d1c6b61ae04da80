-- Số liệu thử: made-up slips, for the demonstration only.
simulate "satisfaction" {
  rated_on = function() return today() end,
  customer = { citizen = 88, enterprise = 12 },
  rating = { ["5"] = 640, ["4"] = 350, ["3"] = 6, ["2"] = 2, ["1"] = 1, refused = 20 },
}
