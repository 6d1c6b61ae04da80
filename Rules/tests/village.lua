-- Phiếu thôn, tổ dân phố.

local function village(name, changes)
  local v = {
    village = name, households = 100, households_1gbps = 50, households_5g = 100,
    team = true, team_meetings = 2, team_helped = 10, learning_spaces = 1,
  }
  for key, value in pairs(changes or {}) do v[key] = value end
  return v
end

test("số hộ lấy từ danh sách thôn; số hộ có mạng không thể lớn hơn", function(t)
  local i = t:interview "village"
  i:answer("village", "md1")
  i:type("households", "")
  t:equal(i:value "households", 742)
  t:check(i:refused("households_5g", 743))
  t:check(not i:refused("households_5g", 742))
  t:check(not i:refused("households_5g", t.dont_know))
end)

test("thôn không có tổ công nghệ số thì không bị hỏi tổ làm gì", function(t)
  local i = t:interview "village"
  i:answer("team", false)
  t:check(not i:asked "team_meetings")
  t:check(not i:asked "team_last_active")
  i:answer("team", true)
  t:check(i:required "team_helped")
  t:check(i:refused("team_last_active", "2026-07-01"))
  i:type("team_last_active", "hôm nay")
end)

test("tổ hoạt động hiệu quả: đã họp và hướng dẫn từ 10 người", function(t)
  t:record("village", village "md1")
  t:record("village", village("md2", { team_helped = 9 }))
  t:record("village", village("md3", { team_meetings = 0 }))
  t:record("village", {
    village = "md4", households = 100, households_1gbps = t.dont_know, households_5g = 0, team = false,
    learning_spaces = 0,
  })
  t:figure("village_tech_teams", { value = 25, n = 4 })
  t:figure("coverage_5g", { value = 75, numerator = 300, denominator = 400 })
  t:figure("broadband_1gbps_access", { value = 50, n = 3, missing = 1 })
  t:figure("digital_learning_spaces", { value = 75 })
end)
