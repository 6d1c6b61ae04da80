-- The plan of scripts.md, with what its constraints need besides.
simulate "household" {
  connection = { fibre = 5, mobile = 3, none = 1, dont_know = 1 },
  members = { normal = { 3.5, 1.2 } },
  speed_mbps = { uniform = { 20, 300 } },
  _result = { completed = 95, refused = 5 },
  _missing = { share = 0.02 },
  person = { sex = { male = 1, female = 1 }, age = { uniform = { 0, 90 } }, vneid = { share = 0.7 } },
}
