test("a child is not in the denominator", function(t)
  t:record("household", { village = "dt1", household_no = "7", members = 2,
    person = { { name = "An", sex = "female", age = 30, vneid = true }, { name = "Bé", sex = "male", age = 10 } } })
  t:figure("vneid_account", { value = 100, n = 1, missing = 0 })
end)
