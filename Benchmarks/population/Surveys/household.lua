-- The synthetic population of the peers' benchmark: households and their persons, with the columns of its two files.
-- Nothing has a relevance: the persons' file writes "not_applicable" as a value, so there it is a choice.

local function label(text) return { vi = text, en = text } end

local function choices(names)
  local list = {}
  for _, name in ipairs(names) do table.insert(list, { name, vi = name, en = name }) end
  return list
end

local yes_or_no = choices { "yes", "no" }

form "household" {
  version = 1,
  label = { vi = "Phiếu hộ (dân số tổng hợp)", en = "Household (synthetic population)" },
  key = { "hh_id" },
  round = "once",
  measures = "state",

  integer "hh_id" { label = label "hh_id", required = true },
  integer "village_id" { label = label "village_id", required = true },
  select_one "area" { label = label "area", choices = choices { "urban", "rural" } },
  select_one "stratum" {
    label = label "stratum", choices = choices { "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8" },
  },
  select_one "poverty_status" { label = label "poverty_status", choices = choices { "poor", "near_poor", "non_poor" } },
  select_one "head_sex" { label = label "head_sex", choices = choices { "male", "female" } },
  select_one "ethnicity" {
    label = label "ethnicity", choices = choices { "kinh", "tay", "thai", "muong", "hmong", "dao", "other" },
  },
  select_one "dwelling_type" {
    label = label "dwelling_type", choices = choices { "permanent", "semi_permanent", "temporary", "simple" },
  },
  integer "n_members" { label = label "n_members", required = true, min = 1, max = 30 },
  select_one "internet_type" {
    label = label "internet_type", choices = choices { "fibre", "cable_dsl", "mobile_only", "none" },
  },
  decimal "internet_mbps" { label = label "internet_mbps", min = 0 },
  integer "n_smartphones" { label = label "n_smartphones", min = 0 },
  select_one "has_computer" { label = label "has_computer", choices = yes_or_no },
  select_one "has_tv" { label = label "has_tv", choices = yes_or_no },
  select_one "electricity" {
    label = label "electricity", choices = choices { "national_grid", "local_grid", "solar", "none" },
  },
  select_one "water_source" {
    label = label "water_source",
    choices = choices { "piped", "drilled_well", "protected_dug_well", "rain", "unprotected", "surface" },
  },
  select_one "sanitation" {
    label = label "sanitation",
    choices = choices { "flush_septic", "flush_sewer", "improved_latrine", "unimproved", "none" },
  },
  select_one "cooking_fuel" {
    label = label "cooking_fuel", choices = choices { "lpg", "electricity", "biogas", "wood", "charcoal" },
  },
  select_one "waste_collection" {
    label = label "waste_collection", choices = choices { "collected", "buried", "burned", "dumped" },
  },
  decimal "monthly_income" { label = label "monthly_income" },
  decimal "monthly_expense" { label = label "monthly_expense" },
  decimal "land_area_m2" { label = label "land_area_m2" },
  select_one "online_public_service" {
    label = label "online_public_service", choices = choices { "never", "with_help", "self" },
  },
  decimal "distance_km" { label = label "distance_km" },
  date "survey_date" { label = label "survey_date" },
  decimal "weight" { label = label "weight", required = true, min = 0 },

  roster "person" {
    label = label "person",
    integer "person_id" { label = label "person_id", required = true },
    integer "line_no" { label = label "line_no" },
    select_one "sex" { label = label "sex", choices = choices { "male", "female" } },
    integer "age" { label = label "age", min = 0, max = 120 },
    select_one "relation" {
      label = label "relation", choices = choices { "head", "spouse", "child", "parent", "grandchild", "other" },
    },
    select_one "education" {
      label = label "education",
      choices = choices {
        "none", "primary", "lower_secondary", "upper_secondary", "vocational", "university", "not_applicable",
      },
    },
    select_one "vneid_level" {
      label = label "vneid_level", choices = choices { "level2", "level1", "none", "not_applicable" },
    },
    select_one "bank_account" { label = label "bank_account", choices = choices { "yes", "no", "not_applicable" } },
    select_one "online_payment" {
      label = label "online_payment", choices = choices { "weekly", "monthly", "rarely", "never", "not_applicable" },
    },
    select_one "health_insurance" { label = label "health_insurance", choices = yes_or_no },
    select_one "employment" {
      label = label "employment",
      choices = choices { "agriculture", "industry", "services", "unemployed", "inactive", "not_applicable" },
    },
    select_one "digital_skill" {
      label = label "digital_skill",
      choices = choices { "none", "basic", "intermediate", "advanced", "not_applicable" },
    },
  },
}
