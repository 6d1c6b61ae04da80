-- Số liệu thử: made-up enterprises, for the demonstration only.
local function yes(share)
  return { yes = share * 100, no = (1 - share) * 100, dont_know = 1, refused = 1 }
end

simulate "enterprise" {
  _result = { completed = 96, refused = 3, not_found = 1 },
  _missing = { share = 0.02 },

  -- The list says what each unit is.
  kind = function(e) return choice(e, "enterprise").kind end,
  size = function(e) return choice(e, "enterprise").size end,
  e_tax = function(e)
    if e.kind == "doanh_nghiep" then return yes(0.97) end
    return yes(0.55)
  end,
  smedx = yes(0.12),
  uses_digital = function(e)
    if e.size == "micro" then return yes(0.45) end
    return yes(0.7)
  end,
  needed_service = yes(0.75),
  service_online = yes(0.8),
  payments_month = { lognormal = { 3.6, 0.6 } },
  payments_cashless_month = function(e)
    return { uniform = { math.floor(e.payments_month * 0.4), e.payments_month } }
  end,
}
