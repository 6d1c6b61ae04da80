-- Theo số liệu quản lý: figures of other bodies' registers, printed as a second line beside the survey figure
-- and never mixed into it.
local owners = require "owners"
local sources = require "sources"

indicator "vneid_account_register" {
  component = true,
  label = { vi = "– Theo số liệu quản lý của Công an xã", en = "– From the police register" },
  definition = {
    vi = "Tài khoản VNeID mức 2 của người từ 14 tuổi ÷ số dân từ 14 tuổi, do Công an xã cung cấp",
    en = "Level-2 VNeID accounts of persons 14 and over ÷ persons 14 and over, as given by the police",
  },
  source = sources.commune, frequency = sources.half_yearly, owner = owners.police,
  over = "commune_year", latest = "commune",
  ratio = {
    numerator = function(c) return c.register_vneid end,
    denominator = function(c) return c.register_people_14 end,
  },
}

indicator "e_health_record_register" {
  component = true,
  label = { vi = "– Theo số liệu quản lý của Trạm Y tế", en = "– From the health station's register" },
  definition = {
    vi = "Sổ sức khỏe điện tử đã lập ÷ số dân, do Trạm Y tế cung cấp",
    en = "Electronic health books ÷ population, as given by the health station",
  },
  source = sources.commune, frequency = sources.half_yearly, owner = owners.health,
  over = "commune_year", latest = "commune",
  ratio = {
    numerator = function(c) return c.register_health_books end,
    denominator = function(c) return c.register_people end,
  },
}

indicator "payment_account_15plus_register" {
  component = true,
  label = { vi = "– Theo số liệu quản lý của ngân hàng", en = "– From the banks' registers" },
  definition = {
    vi = "Người từ 15 tuổi có tài khoản ÷ số dân từ 15 tuổi, do các ngân hàng cung cấp",
    en = "Persons 15 and over with an account ÷ persons 15 and over, as given by the banks",
  },
  source = sources.commune, frequency = sources.half_yearly, owner = owners.culture,
  over = "commune_year", latest = "commune",
  ratio = {
    numerator = function(c) return c.register_accounts end,
    denominator = function(c) return c.register_people_15 end,
  },
}
