-- One record a participant, without a key: nobody is named, and nobody is asked again.
-- The fields keep the names of the source's columns, so that its file can be imported as it is.
form "participant" {
  version = 1,
  label = "NHANES 2009-2010, participants examined",
  round = "once",
  measures = "state",
  valid_for = "100 years",   -- a historical survey: it does not grow old

  integer "SDMVPSU"  { label = "Masked variance unit (primary sampling unit)", required = true },
  integer "SDMVSTRA" { label = "Masked variance stratum", required = true },
  decimal "WTMEC2YR" { label = "Examination weight", required = true, min = 0 },
  yes_no  "HI_CHOL"  { label = "Total cholesterol of 240 mg/dl or more" },
  select_one "race" {
    label = "Race and ethnicity", required = true,
    choices = {
      { "1", en = "Hispanic" }, { "2", en = "Non-Hispanic white" },
      { "3", en = "Non-Hispanic black" }, { "4", en = "Other" },
    },
  },
  select_one "agecat" {
    label = "Age group", required = true,
    choices = { { "(0,19]" }, { "(19,39]" }, { "(39,59]" }, { "(59,Inf]" } },
  },
  select_one "RIAGENDR" {
    label = "Sex", required = true,
    choices = { { "1", en = "Men" }, { "2", en = "Women" } },
  },
}
