-- Thirty weighted ratios. In the denominator stand the weights of those who are asked about (`among`) and gave an
-- answer, in the numerator the weights of those of them who count. A person has the weight of the household. No error
-- is estimated, so that no design is declared.

dimension "village_id" {
  over = "household",
  label = { vi = "Thôn", en = "Village" },
  value = function(h) return h.village_id end,
}

local function any_of_these(names)
  local set = {}
  for _, name in ipairs(names) do set[name] = true end
  return function(name) return set[name] == true end
end

local fixed = any_of_these { "fibre", "cable_dsl" }
local safe_water = any_of_these { "piped", "drilled_well", "protected_dug_well", "rain" }
local improved = any_of_these { "flush_septic", "flush_sewer", "improved_latrine" }
local clean_fuel = any_of_these { "lpg", "electricity", "biogas" }
local poor_or_near = any_of_these { "poor", "near_poor" }
local solid = any_of_these { "permanent", "semi_permanent" }
local employed = any_of_these { "agriculture", "industry", "services" }
local skilled = any_of_these { "basic", "intermediate", "advanced" }
local trained = any_of_these { "vocational", "university" }

local function label(text) return { vi = text, en = text } end

-- A condition that is missing makes the numerator missing, and the record counts in neither part.
local function weighted(counts, weight)
  return {
    numerator = function(r) if counts(r) then return weight(r) end return 0 end,
    denominator = weight,
  }
end

-- Households --------------------------------------------------------------------------------------------------------

local function weight_of_household(h) return h.weight end

local function of_households(id, text, counts, among)
  indicator(id) {
    label = label(text), over = "household", among = among, ratio = weighted(counts, weight_of_household),
  }
end

of_households("h01", "% households with high-speed internet (fixed, >=30 Mbps)",
  function(h) return fixed(h.internet_type) and h.internet_mbps >= 30 end)
of_households("h02", "% households with any internet", function(h) return h.internet_type ~= "none" end)
of_households("h03", "% households with a smartphone", function(h) return h.n_smartphones >= 1 end)
of_households("h04", "% households with a computer", function(h) return h.has_computer == "yes" end)
of_households("h05", "% households with safe water", function(h) return safe_water(h.water_source) end)
of_households("h06", "% households with improved sanitation", function(h) return improved(h.sanitation) end)
of_households("h07", "% households with clean cooking fuel", function(h) return clean_fuel(h.cooking_fuel) end)
of_households("h08", "% households with waste collected", function(h) return h.waste_collection == "collected" end)
of_households("h09", "% poor or near-poor households", function(h) return poor_or_near(h.poverty_status) end)
of_households("h10", "% households using online public services themselves",
  function(h) return h.online_public_service == "self" end)
of_households("h11", "% poor households with any internet",
  function(h) return h.internet_type ~= "none" end, function(h) return h.poverty_status == "poor" end)
of_households("h12", "% households in permanent or semi-permanent dwellings",
  function(h) return solid(h.dwelling_type) end)

-- Persons -----------------------------------------------------------------------------------------------------------

local function weight_of_person(p) return p.household.weight end

local function of_persons(id, text, among, counts)
  indicator(id) {
    label = label(text), over = "household.person", among = among, ratio = weighted(counts, weight_of_person),
  }
end

local function from_14(p) return p.age >= 14 end
local function from_15(p) return p.age >= 15 end
local function has_account(p) return p.bank_account == "yes" end
local function is_insured(p) return p.health_insurance == "yes" end
local function is_level_2(p) return p.vneid_level == "level2" end
local function is_skilled(p) return skilled(p.digital_skill) end

of_persons("p01", "% persons >=14 with VNeID level 2", from_14, is_level_2)
of_persons("p02", "% persons >=14 with any VNeID", from_14,
  function(p) return p.vneid_level == "level1" or p.vneid_level == "level2" end)
of_persons("p03", "% persons >=15 with a bank account", from_15, has_account)
of_persons("p04", "% women >=15 with a bank account",
  function(p) return p.age >= 15 and p.sex == "female" end, has_account)
of_persons("p05", "% persons >=15 paying online weekly or monthly", from_15,
  function(p) return p.online_payment == "weekly" or p.online_payment == "monthly" end)
of_persons("p06", "% persons with health insurance", nil, is_insured)
of_persons("p07", "% children <6 with health insurance", function(p) return p.age < 6 end, is_insured)
of_persons("p08", "% persons >=60 with health insurance", function(p) return p.age >= 60 end, is_insured)
of_persons("p09", "% labour force unemployed (>=15)",
  function(p) return p.age >= 15 and (employed(p.employment) or p.employment == "unemployed") end,
  function(p) return p.employment == "unemployed" end)
of_persons("p10", "% employed in agriculture (>=15)",
  function(p) return p.age >= 15 and employed(p.employment) end,
  function(p) return p.employment == "agriculture" end)
of_persons("p11", "% persons >=15 with basic digital skill or better", from_15, is_skilled)
of_persons("p12", "% persons 15-60 with vocational or university education",
  function(p) return p.age >= 15 and p.age <= 60 end, function(p) return trained(p.education) end)
of_persons("p13", "% poor persons >=15 with a bank account",
  function(p) return p.age >= 15 and p.household.poverty_status == "poor" end, has_account)
of_persons("p14", "% persons >=14 in households without internet who have VNeID level 2",
  function(p) return p.age >= 14 and p.household.internet_type == "none" end, is_level_2)
of_persons("p15", "% persons >=15 in poor or near-poor households with health insurance",
  function(p) return p.age >= 15 and poor_or_near(p.household.poverty_status) end, is_insured)
of_persons("p16", "% ethnic-minority persons >=15 with basic digital skill or better",
  function(p) return p.age >= 15 and p.household.ethnicity ~= "kinh" end, is_skilled)

-- Households by what their members answered -------------------------------------------------------------------------

-- A member without an age, or without the answer, is not counted, as in the peers' sums.
local function answered(age, field)
  return function(p) return known(p, "age") and p.age >= age and known(p, field) end
end
local adult_with_vneid_answer = answered(14, "vneid_level")
local adult_with_account_answer = answered(15, "bank_account")

of_households("f01", "% households with at least one member holding VNeID level 2",
  function(h) return any(h.person, function(p) return adult_with_vneid_answer(p) and is_level_2(p) end) end,
  function(h) return any(h.person, adult_with_vneid_answer) end)
of_households("f02", "% households where every adult >=15 has a bank account",
  function(h) return all(h.person, function(p) return not adult_with_account_answer(p) or has_account(p) end) end,
  function(h) return any(h.person, adult_with_account_answer) end)
