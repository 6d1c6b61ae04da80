-- II.3.1 Hạ tầng số
local definitions = require "definitions"
local owners = require "owners"
local sources = require "sources"
local baselines = require "baselines"

indicator "broadband_1gbps_access" {
  code = "II.3.1.1",
  label = { vi = "Khả năng truy nhập băng rộng cố định trên 1 Gb/s", en = "Access to fixed broadband above 1 Gb/s" },
  definition = {
    vi = ("Số hộ có thể đăng ký gói cố định danh định %s ÷ số hộ"):format(definitions.gigabit.vi),
    en = ("Households that can order a fixed package of nominal %s ÷ households"):format(definitions.gigabit.en),
  },
  source = sources.operators, frequency = sources.half_yearly, owner = owners.culture,
  over = "village",
  ratio = {
    numerator = function(v) return v.households_1gbps end,
    denominator = function(v) return v.households end,
  },
  by = { "village", "former_unit" },
  target = { at_least = 100, by = 2030, baseline = { [2025] = baselines.broadband_1gbps_access } },
}

indicator "coverage_5g" {
  code = "II.3.1.2",
  label = { vi = "Phủ sóng 5G", en = "5G coverage" },
  definition = {
    vi = "Số hộ trong vùng phủ 5G của ít nhất một nhà mạng ÷ số hộ",
    en = "Households in areas covered by any operator's 5G ÷ households",
  },
  source = sources.operators, frequency = sources.half_yearly, owner = owners.culture,
  over = "village",
  ratio = {
    numerator = function(v) return v.households_5g end,
    denominator = function(v) return v.households end,
  },
  by = { "village", "former_unit" },
  target = { at_least = 100, by = 2030, aspirational = true, baseline = { [2025] = baselines.coverage_5g } },
}

indicator "state_on_digital" {
  code = "II.3.1.3",
  label = {
    vi = "Quản lý nhà nước trên môi trường số, kết nối thông suốt",
    en = "Agencies working on connected systems",
  },
  definition = {
    vi = "Cơ quan dùng đủ các hệ thống dùng chung phải dùng và đều đã liên thông (tháng gần nhất) ÷ số cơ quan",
    en = "Agencies that run every shared system required of them, all connected (latest month) ÷ agencies",
  },
  source = sources.agency, frequency = sources.monthly, owner = owners.council_office,
  over = "agency_month", latest = "agency",
  share = function(a)
    local common = a.documents_connected and a.mail_connected and a.reports_connected
    if definitions.takes_dossiers(a) then return common and a.dossiers_connected end
    return common
  end,
  by = { "agency" },
  target = { at_least = 100, by = 2030, baseline = { [2025] = baselines.state_on_digital } },
}
