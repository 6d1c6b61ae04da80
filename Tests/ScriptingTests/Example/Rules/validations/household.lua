validation "has_an_adult" {
  over = "household", severity = "error",
  must = function(h) return any(h.person, function(p) return p.age >= 18 end) end,
  message = { vi = "Hộ không có người từ 18 tuổi", en = "No member aged 18 or over" },
}
