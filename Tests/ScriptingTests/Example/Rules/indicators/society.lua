-- The dimension, design and indicators of scripts.md, word for word.
dimension "age_group" {
  over = "household.person",
  label = { vi = "Nhóm tuổi", en = "Age group" },
  value = function(p) if p.age < 15 then return "0-14" elseif p.age < 60 then return "15-59" else return "60+" end end,
  order = { "0-14", "15-59", "60+" },
}

design "household_sample" {
  form = "household", period = "2026-H2",
  strata = "village", population = from_csv("villages", "households"),   -- weight = population of the stratum ÷ completed
}

indicator "vneid_account" {
  code = "II.3.4.7",
  label = { vi = "Người dân có tài khoản định danh điện tử (VNeID)", en = "People with a VNeID account" },
  definition = { vi = "Người từ 14 tuổi có tài khoản mức 2 ÷ người từ 14 tuổi", en = "Persons 14 and over with a level-2 account ÷ persons 14 and over" },
  over = "household.person",
  among = function(p) return p.age >= 14 end,
  share = function(p) return p.vneid end,
  by = { "village", "sex", "age_group" },              -- the splits that reports show
  target = { at_least = 90, by = 2030, baseline = { [2025] = 41.5 } },
  owner = "Công an xã",
}

indicator "speed_per_fibre_household" {
  component = true,
  label = { vi = "Tốc độ bình quân", en = "Mean speed" }, unit = "Mb/s",
  over = "household",
  among = function(h) return h.connection == "fibre" end,
  mean = function(h) return h.speed_mbps end,
}

indicator "persons_per_household" {
  component = true, unit = "number",
  label = { vi = "Nhân khẩu bình quân", en = "Persons per household" },
  over = "household",
  ratio = { numerator = function(h) return h.members end, denominator = function(h) return 1 end },
}

indicator "members_above_one" {
  component = true, unit = "number",
  label = { vi = "Ví dụ suy ra", en = "A derived example" },
  derive = function(i) return ratio(i.persons_per_household.numerator - i.persons_per_household.denominator, i.persons_per_household.denominator) end,
}
