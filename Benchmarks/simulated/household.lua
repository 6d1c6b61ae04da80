-- How households of the synthetic population are made up: weights and numbers, and a function for each person.
simulate "household" {
  village_id = { uniform = { 1, 500 } },
  n_members = { normal = { 3.5, 1.4 } },
  internet_type = { fibre = 62, cable_dsl = 8, mobile_only = 21, none = 9 },
  internet_mbps = { lognormal = { 3.4, 0.7 } },
  n_smartphones = { uniform = { 0, 5 } },
  has_computer = { yes = 34, no = 66 },
  monthly_income = { lognormal = { 2.3, 0.6 } },
  monthly_expense = function(h) return { uniform = { h.monthly_income * 0.5, h.monthly_income } } end,
  weight = { uniform = { 1, 3 } },

  person = {
    person_id = { uniform = { 1, 1000000000 } },
    line_no = function(p) return p.index end,
    sex = { male = 50, female = 50 },
    age = { uniform = { 0, 95 } },
    health_insurance = { yes = 94, no = 6 },
  },
}
