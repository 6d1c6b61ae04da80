-- Số liệu thử: made-up villages, for the demonstration only.

-- Shares of households covered by former unit: the town ahead, the hills behind.
local fixed = { ["Thị trấn Mộ Đức"] = 0.8, ["Đức Tân"] = 0.45, ["Đức Hòa"] = 0.4, ["Đức Phú"] = 0.15 }
local mobile = { ["Thị trấn Mộ Đức"] = 0.7, ["Đức Tân"] = 0.3, ["Đức Hòa"] = 0.25, ["Đức Phú"] = 0.05 }

-- No operator has answered for these villages yet.
local unanswered = { dh6 = true }

local function around(v, shares)
  if unanswered[v.village] then return { dont_know = 1 } end
  local share = shares[choice(v, "village").former_unit]
  local low, high = math.max(0, share - 0.1), math.min(1, share + 0.1)
  return { uniform = { math.floor(v.households * low), math.floor(v.households * high) } }
end

simulate "village" {
  households = function(v) return number(choice(v, "village").households) end,
  households_1gbps = function(v) return around(v, fixed) end,
  households_5g = function(v) return around(v, mobile) end,
  team = { share = 0.92 },
  team_meetings = { uniform = { 0, 6 } },
  team_helped = { lognormal = { 3.0, 0.8 } },
  team_last_active = function() return today() end,
  learning_spaces = { normal = { 0.6, 0.8 } },
}
