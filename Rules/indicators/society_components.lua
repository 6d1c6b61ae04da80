-- II.3.4 Xã hội số: the lines printed under its indicators.
-- A component's id begins with the id of the indicator it belongs to.
local definitions = require "definitions"
local owners = require "owners"
local sources = require "sources"

local resident, adult = definitions.resident, definitions.adult
local splits_of_persons = { "village", "former_unit", "poverty", "sex", "age_group" }

indicator "adults_digital_services_health" {
  component = true,
  label = { vi = "– Y tế", en = "– Health" },
  definition = {
    vi = "Người từ 18 tuổi dùng dịch vụ số về y tế ÷ người từ 18 tuổi",
    en = "Adults using health services online ÷ adults",
  },
  source = sources.household, frequency = sources.half_yearly, owner = owners.culture,
  over = "household.person",
  among = adult,
  share = function(p) return p.health_online end,
  by = splits_of_persons,
}

indicator "adults_digital_services_education" {
  component = true,
  label = { vi = "– Giáo dục", en = "– Education" },
  definition = {
    vi = "Người từ 18 tuổi dùng dịch vụ số về giáo dục ÷ người từ 18 tuổi",
    en = "Adults using education services online ÷ adults",
  },
  source = sources.household, frequency = sources.half_yearly, owner = owners.culture,
  over = "household.person",
  among = adult,
  share = function(p) return p.education_online end,
  by = splits_of_persons,
}

indicator "adults_digital_services_insurance" {
  component = true,
  label = { vi = "– Bảo hiểm", en = "– Insurance" },
  definition = {
    vi = "Người từ 18 tuổi dùng dịch vụ số về bảo hiểm ÷ người từ 18 tuổi",
    en = "Adults using insurance services online ÷ adults",
  },
  source = sources.household, frequency = sources.half_yearly, owner = owners.culture,
  over = "household.person",
  among = adult,
  share = function(p) return p.insurance_online end,
  by = splits_of_persons,
}

indicator "adults_digital_services_transport" {
  component = true,
  label = { vi = "– Giao thông", en = "– Transport" },
  definition = {
    vi = "Người từ 18 tuổi dùng dịch vụ số về giao thông ÷ người từ 18 tuổi",
    en = "Adults using transport services online ÷ adults",
  },
  source = sources.household, frequency = sources.half_yearly, owner = owners.culture,
  over = "household.person",
  among = adult,
  share = function(p) return p.transport_online end,
  by = splits_of_persons,
}

indicator "online_public_service_use_persons" {
  component = true,
  label = { vi = "– Người dân", en = "– Persons" },
  definition = {
    vi = "Người từ 18 tuổi đã làm thủ tục qua mạng ÷ người từ 18 tuổi có cần làm thủ tục trong 12 tháng",
    en = "Persons 18 and over who did a public service online ÷ those who needed one in 12 months",
  },
  source = sources.household, frequency = sources.half_yearly, owner = owners.service_centre,
  over = "household.person",
  among = function(p) return adult(p) and p.needed_service end,
  share = function(p) return p.service_online end,
  by = splits_of_persons,
}

indicator "online_public_service_use_enterprises" {
  component = true,
  label = { vi = "– Doanh nghiệp, hợp tác xã", en = "– Enterprises and cooperatives" },
  definition = {
    vi = "Doanh nghiệp, HTX đã làm thủ tục qua mạng ÷ doanh nghiệp, HTX có cần làm thủ tục trong 12 tháng",
    en = "Enterprises and cooperatives that did a public service online ÷ those that needed one in 12 months",
  },
  source = sources.enterprise, frequency = sources.yearly, owner = owners.service_centre,
  over = "enterprise",
  among = function(e) return definitions.counts_as_enterprise(e) and e.needed_service end,
  share = function(e) return e.service_online end,
  by = { "kind", "size" },
}

indicator "vneid_account_any_level" {
  component = true,
  label = { vi = "– Mức bất kỳ, mọi lứa tuổi", en = "– Any level, all ages" },
  definition = {
    vi = "Người có tài khoản VNeID mức 1 hoặc 2 ÷ số người",
    en = "Persons with a VNeID account of level 1 or 2 ÷ persons",
  },
  source = sources.household, frequency = sources.half_yearly, owner = owners.police,
  over = "household.person",
  among = resident,
  share = function(p) return p.vneid == "level_1" or p.vneid == "level_2" end,
  by = splits_of_persons,
}

indicator "cashless_transactions_households" {
  component = true,
  label = { vi = "– Hộ gia đình trả không dùng tiền mặt", en = "– Cashless payments of households" },
  definition = {
    vi = "Lần trả không dùng tiền mặt ÷ lần trả tiền của hộ trong 7 ngày",
    en = "Cashless payments ÷ payments made by households in 7 days",
  },
  source = sources.household, frequency = sources.half_yearly, owner = owners.economy,
  over = "household",
  among = function(h) return h.payments_7d > 0 end,
  ratio = {
    numerator = function(h) return h.payments_cashless_7d end,
    denominator = function(h) return h.payments_7d end,
  },
  by = { "village", "former_unit", "poverty" },
}

indicator "cashless_transactions_enterprises" {
  component = true,
  label = { vi = "– Doanh nghiệp, hợp tác xã trả không dùng tiền mặt", en = "– Cashless payments of enterprises" },
  definition = {
    vi = "Lần trả không dùng tiền mặt ÷ lần trả tiền của doanh nghiệp, HTX (tháng trước, quy về 7 ngày)",
    en = "Cashless payments ÷ payments made by enterprises and cooperatives (last month, brought to 7 days)",
  },
  source = sources.enterprise, frequency = sources.yearly, owner = owners.economy,
  over = "enterprise",
  among = function(e) return definitions.counts_as_enterprise(e) and e.payments_month > 0 end,
  ratio = {
    numerator = function(e) return e.payments_cashless_month * definitions.month_to_week end,
    denominator = function(e) return e.payments_month * definitions.month_to_week end,
  },
  by = { "kind", "size" },
}

indicator "digital_learning_spaces_total" {
  component = true, unit = "number",
  label = { vi = "– Số không gian học tập số", en = "– Number of learning spaces" },
  definition = {
    vi = "Tổng số không gian học tập số mở cho người dân",
    en = "Learning spaces open to residents, in all",
  },
  source = sources.village, frequency = sources.half_yearly, owner = owners.youth,
  over = "village",
  total = function(v) return v.learning_spaces end,
  by = { "village", "former_unit" },
}
