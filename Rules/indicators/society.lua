-- II.3.4 Xã hội số
local definitions = require "definitions"
local ages = require "ages"
local owners = require "owners"
local sources = require "sources"
local baselines = require "baselines"

local resident, adult = definitions.resident, definitions.adult
local splits_of_households = { "village", "former_unit", "poverty" }
local splits_of_persons = { "village", "former_unit", "poverty", "sex", "age_group" }

indicator "adults_digital_services" {
  code = "II.3.4.1",
  label = { vi = "Người trưởng thành tiếp cận dịch vụ số", en = "Adults using digital services" },
  definition = {
    vi = "Người từ 18 tuổi dùng, hoặc được dùng hộ, ít nhất một dịch vụ số về y tế, giáo dục, bảo hiểm, giao thông "
      .. "trong 12 tháng ÷ người từ 18 tuổi",
    en = "Persons 18 and over who used, or had used for them, a digital service in health, education, insurance or "
      .. "transport in 12 months ÷ persons 18 and over",
  },
  source = sources.household, frequency = sources.half_yearly, owner = owners.culture,
  over = "household.person",
  among = adult,
  share = function(p)
    return any_of(p, "health_online", "education_online", "insurance_online", "transport_online")
  end,
  by = splits_of_persons,
  target = { above = 90, by = 2030, aspirational = true, baseline = { [2025] = baselines.adults_digital_services } },
}

indicator "households_fast_internet" {
  code = "II.3.4.2",
  label = { vi = "Hộ gia đình có Internet tốc độ cao", en = "Households with fast Internet" },
  definition = {
    vi = ("Hộ dùng cáp quang, hoặc kết nối khác từ %d Mb/s theo gói cước hay đo được ÷ số hộ")
      :format(definitions.fast_mbps),
    en = ("Households with fibre in use, or other access of %d Mb/s or more by package or measurement ÷ households")
      :format(definitions.fast_mbps),
  },
  source = sources.household, frequency = sources.half_yearly, owner = owners.culture,
  over = "household",
  share = function(h)
    if h.connection == "mobile" or h.connection == "other" then return h.speed_mbps >= definitions.fast_mbps end
    return h.connection == "fibre"
  end,
  by = splits_of_households,
  target = { above = 90, by = 2030, baseline = { [2025] = baselines.households_fast_internet } },
}

indicator "payment_account_15plus" {
  code = "II.3.4.3",
  label = { vi = "Người từ 15 tuổi có tài khoản giao dịch", en = "Persons 15 and over with a payment account" },
  definition = {
    vi = "Người từ 15 tuổi có tài khoản tại ngân hàng hoặc tổ chức được phép khác"
      .. (definitions.mobile_money_counts and ", kể cả Mobile Money" or ", không kể Mobile Money")
      .. " ÷ người từ 15 tuổi",
    en = "Persons 15 and over with an account at a bank or other permitted organisation"
      .. (definitions.mobile_money_counts and ", mobile money included" or ", mobile money excluded")
      .. " ÷ persons 15 and over",
  },
  source = sources.household, frequency = sources.half_yearly, owner = owners.culture,
  over = "household.person",
  among = function(p) return resident(p) and p.age >= 15 end,
  share = definitions.has_account,
  by = splits_of_persons,
  target = { at_least = 80, by = 2030, baseline = { [2025] = baselines.payment_account_15plus } },
}

indicator "adults_e_signature" {
  code = "II.3.4.4",
  label = {
    vi = "Người trưởng thành có chữ ký số, chữ ký điện tử cá nhân",
    en = "Adults with a personal digital or electronic signature",
  },
  definition = {
    vi = "Người từ 18 tuổi có chữ ký số, chữ ký điện tử cá nhân còn hiệu lực (không tính chữ ký do cơ quan cấp) ÷ "
      .. "người từ 18 tuổi",
    en = "Persons 18 and over with a personal signature valid today (not an employer's) ÷ persons 18 and over",
  },
  source = sources.household, frequency = sources.half_yearly, owner = owners.culture,
  over = "household.person",
  among = adult,
  share = function(p) return p.e_signature end,
  by = splits_of_persons,
  target = { at_least = 70, by = 2030, aspirational = true, baseline = { [2025] = baselines.adults_e_signature } },
}

indicator "e_health_record" {
  code = "II.3.4.5",
  label = { vi = "Người dân có Sổ sức khỏe điện tử", en = "People with an electronic health book" },
  definition = {
    vi = "Người có Sổ sức khỏe điện tử (trẻ em: kể cả sổ trên tài khoản của cha, mẹ) ÷ số người",
    en = "Persons with an electronic health book (a child's on a parent's account counts) ÷ persons",
  },
  source = sources.household, frequency = sources.half_yearly, owner = owners.health,
  over = "household.person",
  among = resident,
  share = function(p) return p.health_book end,
  by = splits_of_persons,
  target = { above = 95, by = 2030, baseline = { [2025] = baselines.e_health_record } },
}

indicator "online_public_service_use" {
  code = "II.3.4.6",
  label = { vi = "Người dân, doanh nghiệp dùng dịch vụ công trực tuyến", en = "Use of public services online" },
  definition = {
    vi = "Người từ 18 tuổi và doanh nghiệp, HTX đã làm thủ tục qua mạng ÷ người và đơn vị có cần làm thủ tục trong "
      .. "12 tháng",
    en = "Persons 18 and over, enterprises and cooperatives that did a public service online ÷ those that needed "
      .. "one in 12 months",
  },
  source = sources.household_and_enterprise, frequency = sources.half_yearly, owner = owners.service_centre,
  derive = function(i)
    local persons, enterprises = i.online_public_service_use_persons, i.online_public_service_use_enterprises
    return ratio(persons.numerator + enterprises.numerator, persons.denominator + enterprises.denominator)
  end,
  target = { above = 90, by = 2030, baseline = { [2025] = baselines.online_public_service_use } },
}

indicator "vneid_account" {
  code = "II.3.4.7",
  label = { vi = "Người dân có tài khoản định danh điện tử (VNeID)", en = "People with a VNeID account" },
  definition = {
    vi = ("Người từ %d tuổi có tài khoản VNeID %s ÷ người từ %d tuổi"):format(
      definitions.vneid_age, definitions.vneid_level == 1 and "mức bất kỳ" or "mức 2", definitions.vneid_age),
    en = ("Persons %d and over with a VNeID account of %s ÷ persons %d and over"):format(
      definitions.vneid_age, definitions.vneid_level == 1 and "any level" or "level 2", definitions.vneid_age),
  },
  source = sources.household, frequency = sources.half_yearly, owner = owners.police,
  over = "household.person",
  among = function(p) return resident(p) and p.age >= definitions.vneid_age end,
  share = definitions.has_vneid,
  by = splits_of_persons,
  target = { at_least = 90, by = 2030, baseline = { [2025] = baselines.vneid_account } },
}

indicator "cashless_transactions" {
  code = "II.3.4.8",
  label = { vi = "Giao dịch không dùng tiền mặt", en = "Cashless payments" },
  definition = {
    vi = "Lần trả không dùng tiền mặt ÷ lần trả tiền trong 7 ngày của hộ, doanh nghiệp, HTX (doanh nghiệp: tháng "
      .. "trước × 7/30)",
    en = "Payments made without cash ÷ payments made in 7 days by households, enterprises and cooperatives "
      .. "(enterprises: last month × 7/30)",
  },
  source = sources.household_and_enterprise, frequency = sources.half_yearly, owner = owners.economy,
  derive = function(i)
    local households, enterprises = i.cashless_transactions_households, i.cashless_transactions_enterprises
    return ratio(households.numerator + enterprises.numerator, households.denominator + enterprises.denominator)
  end,
  target = { above = 85, by = 2030, aspirational = true, baseline = { [2025] = baselines.cashless_transactions } },
}

indicator "village_tech_teams" {
  code = "II.3.4.9",
  label = { vi = "Thôn có tổ công nghệ số cộng đồng hiệu quả", en = "Villages with an effective technology team" },
  definition = {
    vi = ("Thôn có tổ đã họp và hướng dẫn ít nhất %d người dân trong 6 tháng ÷ số thôn"):format(definitions.helped_min),
    en = ("Villages whose team met and helped at least %d residents in 6 months ÷ villages")
      :format(definitions.helped_min),
  },
  source = sources.village, frequency = sources.half_yearly, owner = owners.culture,
  over = "village",
  share = function(v) return v.team and v.team_meetings >= 1 and v.team_helped >= definitions.helped_min end,
  by = { "village", "former_unit" },
  target = { at_least = 100, by = 2030, baseline = { [2025] = baselines.village_tech_teams } },
}

indicator "digital_skills_trained" {
  code = "II.3.4.10",
  label = {
    vi = "Người trong độ tuổi lao động được đào tạo kỹ năng số",
    en = "Persons of working age trained in digital skills",
  },
  definition = {
    vi = "Người từ 15 tuổi đến tuổi nghỉ hưu của năm, từ 2025 đã được tập huấn cả kỹ năng số và an toàn thông tin "
      .. "cơ bản ÷ người trong độ tuổi đó",
    en = "Persons from 15 to the year's retirement age trained since 2025 in digital skills and in basic "
      .. "information safety ÷ persons of that age",
  },
  source = sources.household, frequency = sources.half_yearly, owner = owners.culture,
  over = "household.person",
  among = function(p) return resident(p) and ages.working_age(p, today().year) end,
  share = function(p) return all_of(p, "trained_digital", "trained_safety") end,
  by = splits_of_persons,
  target = { above = 80, by = 2030 },
}

indicator "digital_learning_spaces" {
  code = "II.3.4.11",
  label = { vi = "Thôn có không gian học tập số", en = "Villages with a digital learning space" },
  definition = {
    vi = "Thôn có không gian học tập số mở cho người dân ÷ số thôn",
    en = "Villages with a learning space open to residents ÷ villages",
  },
  source = sources.village, frequency = sources.half_yearly, owner = owners.youth,
  over = "village",
  share = function(v) return v.learning_spaces > 0 end,
  by = { "village", "former_unit" },
}
