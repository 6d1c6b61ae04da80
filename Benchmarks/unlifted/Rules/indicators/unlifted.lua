-- One share over the households for each predicate: what is measured is the calls of the interpreter.
local predicates = require "predicates"

for _, name in ipairs {
  "in_panel", "on_a_grid", "far_from_a_station", "heavy", "woman_with_few", "crowded_and_near",
} do
  indicator(name) {
    label = { vi = name, en = name }, over = "household", share = predicates[name],
  }
end
