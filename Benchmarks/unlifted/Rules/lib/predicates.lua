-- Small predicates over a household that no program over columns can be made of: each uses something of Lua that has no
-- columns. They read only what every household of `population/` has answered. `lua-loop` calls the same functions.

local predicates = {}

-- A third of the households, by their numbers: as a rotating panel would be told apart.
function predicates.in_panel(h) return (h.hh_id ~ h.village_id) % 3 == 0 end

-- Grids are told by how the answer ends, so that another kind of grid would count, too.
function predicates.on_a_grid(h) return h.electricity:find("_grid", 1, true) ~= nil end

-- Within the reach of a station, where each reaches twice as far as the one before it.
function predicates.far_from_a_station(h)
  local reach = 1
  while reach < h.distance_km do reach = reach * 2 end
  return reach >= 8 and h.area == "rural"
end

-- Rounded as it is printed.
function predicates.heavy(h) return tonumber(string.format("%.1f", h.weight)) > 1.1 end

-- By the first letter of the answer.
function predicates.woman_with_few(h) return h.head_sex:byte() == 102 and h.n_members <= 3 end

-- By a list that is walked through until the first that does not fit.
local crowded = { 2, 4, 6 }
function predicates.crowded_and_near(h)
  local step = 1
  while crowded[step] and crowded[step] < h.n_members do step = step + 1 end
  return step > 2 and h.distance_km < 5
end

return predicates
