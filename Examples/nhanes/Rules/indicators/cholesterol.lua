design "nhanes" {
  form = "participant",
  strata = "SDMVSTRA", cluster = "SDMVPSU", weight = "WTMEC2YR",
}

dimension "race" {
  over = "participant", label = "Race and ethnicity",
  value = function(p) return p.race end,
  order = { "1", "2", "3", "4" },
  labels = { ["1"] = "Hispanic", ["2"] = "Non-Hispanic white", ["3"] = "Non-Hispanic black", ["4"] = "Other" },
}

dimension "sex" {
  over = "participant", label = "Sex",
  value = function(p) return p.RIAGENDR end,
  order = { "1", "2" },
  labels = { ["1"] = "Men", ["2"] = "Women" },
}

dimension "age_group" {
  over = "participant", label = "Age group",
  value = function(p) return p.agecat end,
  order = { "(0,19]", "(19,39]", "(39,59]", "(59,Inf]" },
}

indicator "high_cholesterol" {
  label = "High total cholesterol",
  definition = "Participants with total cholesterol of 240 mg/dl or more ÷ participants measured, weighted",
  over = "participant",
  share = function(p) return p.HI_CHOL end,
  by = { "race", "sex", "age_group" },
}
