-- Số liệu thử: made-up figures of the commune, for the demonstration only. One run a half-year: -n 1 --period 2026-H1.

-- Money of half a year; a year has about twice as much.
local function halves()
  if today().month <= 6 then return 1 end
  return 2
end

-- A number within three per cent of another.
local function near(value)
  return { uniform = { value * 0.97, value * 1.03 } }
end

simulate "commune_year" {
  commune = { mo_duc = 1 },
  stage = function()
    if today().month <= 6 then return "first_half_estimate" end
    return "year_estimate"
  end,
  reported_on = function() return today() end,

  budget_spent = function() return near(62000 * halves()) end,
  sti_planned = function() return near(1900) end,
  sti_budget = function(c) return near(c.budget_spent * 0.0125) end,
  sti_enterprises = function() return near(2600 * halves()) end,
  sti_other = function() return near(900 * halves()) end,
  gross_product = function() return near(610000 * halves()) end,
  gross_output = function(c) return near(c.gross_product * 2.4) end,
  digital_output = function(c) return near(c.gross_output * 0.158) end,

  models = 2,
  model = {
    name = function(m) return ("Mô hình thử %d"):format(m.index) end,
    recognised = function(m) return m.index == 1 end,
  },
  advanced_new_rural = { share = 0 },

  register_people_14 = 33600,
  register_vneid = 29800,
  register_people = 42300,
  register_health_books = 24100,
  register_people_15 = 32900,
  register_accounts = function()
    -- The banks answer at the year's end only.
    if today().month <= 6 then return { dont_know = 1 } end
    return 25600
  end,
}
