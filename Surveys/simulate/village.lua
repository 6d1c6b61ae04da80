-- Số liệu thử: made-up villages, for the demonstration only. What has been built stays.

-- Shares of households covered by former unit: the town ahead, the hills behind.
local fixed = { ["Thị trấn Mộ Đức"] = 0.8, ["Đức Tân"] = 0.45, ["Đức Hòa"] = 0.4, ["Đức Phú"] = 0.15 }
local mobile = { ["Thị trấn Mộ Đức"] = 0.7, ["Đức Tân"] = 0.3, ["Đức Hòa"] = 0.25, ["Đức Phú"] = 0.05 }

-- No operator has answered for these villages yet; these have no team.
local unanswered = { dh6 = true }
local no_team = { dh6 = true, dp6 = true }

-- The village's number within its former unit: the first lie nearest to its centre.
local function place(v)
  return number(v.village:match "%d+")
end

local function second_half()
  return today().month <= 6 and 0 or 1
end

local function covered(v, shares)
  if unanswered[v.village] then return { dont_know = 1 } end
  local share = shares[choice(v, "village").former_unit] + (3.5 - place(v)) * 0.03 + second_half() * 0.05
  return math.floor(v.households * math.max(0, math.min(1, share)))
end

simulate "village" {
  households = function(v) return number(choice(v, "village").households) end,
  households_1gbps = function(v) return covered(v, fixed) end,
  households_5g = function(v) return covered(v, mobile) end,
  team = function(v) return not no_team[v.village] end,
  team_meetings = { uniform = { 0, 6 } },
  team_helped = { lognormal = { 3.0, 0.8 } },
  team_last_active = function() return today() end,
  learning_spaces = function(v) return math.max(0, 5 + second_half() - place(v)) // 2 end,
}
