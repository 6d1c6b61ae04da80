-- II.3.3 Kinh tế số
local owners = require "owners"
local sources = require "sources"
local baselines = require "baselines"

indicator "sti_budget_share" {
  code = "II.3.3.1",
  label = { vi = "Chi ngân sách xã cho KHCN, ĐMST, CĐS", en = "Budget spent on science, innovation, digital" },
  definition = {
    vi = "Ngân sách đã chi cho KHCN, ĐMST, CĐS ÷ tổng chi ngân sách xã (thực chi)",
    en = "Budget actually spent on science, innovation and digital ÷ budget actually spent",
  },
  source = sources.commune, frequency = sources.half_yearly, owner = owners.economy,
  over = "commune_year", latest = "commune",
  ratio = {
    numerator = function(c) return c.sti_budget end,
    denominator = function(c) return c.budget_spent end,
  },
  target = { at_least = 1.5, every_year = true, by = 2030 },
}

indicator "sti_product_share" {
  code = "II.3.3.2",
  label = {
    vi = "Chi cho KHCN, ĐMST, CĐS so với tổng sản phẩm",
    en = "Spending on science, innovation, digital to product",
  },
  definition = {
    vi = "Chi từ mọi nguồn (ngân sách, doanh nghiệp, khác) ÷ tổng sản phẩm trên địa bàn (giá trị tăng thêm, giá "
      .. "hiện hành)",
    en = "Spent from all sources (budget, enterprises, other) ÷ gross product (value added, current prices)",
  },
  source = sources.commune, frequency = sources.half_yearly, owner = owners.economy_and_statistics,
  over = "commune_year", latest = "commune",
  ratio = {
    numerator = function(c) return c.sti_budget + c.sti_enterprises + c.sti_other end,
    denominator = function(c) return c.gross_product end,
  },
  target = { at_least = 3, by = 2030, baseline = { [2025] = baselines.sti_product_share } },
}

indicator "digital_economy_share" {
  code = "II.3.3.3",
  label = { vi = "Kinh tế số trong tổng giá trị sản xuất", en = "Digital economy in gross output" },
  definition = {
    vi = "Giá trị sản xuất của kinh tế số ÷ tổng giá trị sản xuất (giá hiện hành)",
    en = "Output of the digital economy ÷ gross output (current prices)",
  },
  source = sources.commune, frequency = sources.half_yearly, owner = owners.economy_and_statistics,
  over = "commune_year", latest = "commune",
  ratio = {
    numerator = function(c) return c.digital_output end,
    denominator = function(c) return c.gross_output end,
  },
  target = { between = { 40, 50 }, by = 2030, baseline = { [2025] = baselines.digital_economy_share } },
}

indicator "producers_using_digital" {
  code = "II.3.3.4",
  label = {
    vi = "Hộ sản xuất, HTX, doanh nghiệp nhỏ ứng dụng công nghệ số",
    en = "Producers using digital technology",
  },
  definition = {
    vi = "Hộ sản xuất, HTX, doanh nghiệp nhỏ và siêu nhỏ có dùng công nghệ số ÷ tất cả các đơn vị đó (mỗi hộ kinh "
      .. "doanh chỉ tính một lần, ở phiếu hộ)",
    en = "Producing households, cooperatives, micro and small enterprises that use digital technology ÷ all of them "
      .. "(a household business is counted once, as a household)",
  },
  source = sources.household_and_enterprise, frequency = sources.half_yearly, owner = owners.economy,
  derive = function(i)
    local households, enterprises = i.producing_households_digital, i.small_enterprises_digital
    return ratio(households.numerator + enterprises.numerator, households.denominator + enterprises.denominator)
  end,
  target = { above = 60, by = 2030, baseline = { [2025] = baselines.producers_using_digital } },
}

indicator "producing_households_digital" {
  component = true,
  label = { vi = "– Hộ sản xuất, hộ kinh doanh", en = "– Producing households" },
  definition = {
    vi = "Hộ dùng công nghệ số vào sản xuất, kinh doanh trong 12 tháng ÷ hộ có sản xuất, kinh doanh",
    en = "Households that used digital technology in their production in 12 months ÷ households that produce or trade",
  },
  source = sources.household, frequency = sources.half_yearly, owner = owners.economy,
  over = "household",
  among = function(h) return h.production ~= "none" end,
  share = function(h) return h.production_digital end,
  by = { "village", "former_unit", "poverty" },
}

indicator "small_enterprises_digital" {
  component = true,
  label = { vi = "– Hợp tác xã, doanh nghiệp nhỏ và siêu nhỏ", en = "– Cooperatives, micro and small enterprises" },
  definition = {
    vi = "Hợp tác xã, doanh nghiệp nhỏ và siêu nhỏ có dùng công nghệ số trong 12 tháng ÷ tất cả các đơn vị đó",
    en = "Cooperatives, micro and small enterprises that used digital technology in 12 months ÷ all of them",
  },
  source = sources.enterprise, frequency = sources.yearly, owner = owners.economy,
  over = "enterprise",
  among = function(e)
    return e.kind == "hop_tac_xa" or e.kind == "doanh_nghiep" and (e.size == "micro" or e.size == "small")
  end,
  share = function(e) return e.uses_digital end,
  by = { "kind", "size" },
}

indicator "ocop_online" {
  code = "II.3.3.5",
  label = {
    vi = "Sản phẩm OCOP, đặc trưng trên sàn thương mại điện tử",
    en = "OCOP and local products on e-commerce platforms",
  },
  definition = {
    vi = "Sản phẩm OCOP, đặc trưng đang bán trên sàn thương mại điện tử ÷ số sản phẩm",
    en = "OCOP and characteristic local products on sale on an e-commerce platform ÷ products",
  },
  source = sources.product, frequency = sources.half_yearly, owner = owners.economy,
  over = "ocop_product",
  share = function(o) return o.on_platform end,
  by = { "product_kind" },
  target = { at_least = 100, by = 2030, baseline = { [2025] = baselines.ocop_online } },
}

indicator "digital_economy_models" {
  code = "II.3.3.6", unit = "number",
  label = { vi = "Mô hình kinh tế số tiêu biểu", en = "Models of the digital economy" },
  definition = { vi = "Số mô hình đã có quyết định công nhận", en = "Models recognised by a decision" },
  source = sources.commune, frequency = sources.half_yearly, owner = owners.economy,
  over = "commune_year.model", latest = "commune",
  count = function(m) return m.recognised end,
  target = { at_least = 2, by = 2030, aspirational = true, baseline = { [2025] = baselines.digital_economy_models } },
}

indicator "enterprises_e_tax" {
  code = "II.3.3.7",
  label = { vi = "Doanh nghiệp nộp thuế điện tử", en = "Enterprises paying tax electronically" },
  definition = {
    vi = "Doanh nghiệp nộp thuế qua hệ thống điện tử ÷ số doanh nghiệp (không gồm HTX, hộ kinh doanh)",
    en = "Enterprises that pay tax electronically ÷ enterprises (cooperatives and household businesses left out)",
  },
  source = sources.enterprise, frequency = sources.yearly, owner = owners.tax,
  over = "enterprise",
  among = function(e) return e.kind == "doanh_nghiep" end,
  share = function(e) return e.e_tax end,
  by = { "size" },
  target = { at_least = 100, by = 2030, baseline = { [2025] = baselines.enterprises_e_tax } },
}

indicator "enterprises_e_tax_others" {
  component = true,
  label = { vi = "– Hợp tác xã, hộ kinh doanh nộp thuế điện tử", en = "– Cooperatives and household businesses" },
  definition = {
    vi = "HTX, hộ kinh doanh nộp thuế qua hệ thống điện tử ÷ số HTX, hộ kinh doanh",
    en = "Cooperatives and household businesses that pay tax electronically ÷ all of them",
  },
  source = sources.enterprise, frequency = sources.yearly, owner = owners.tax,
  over = "enterprise",
  among = function(e) return e.kind ~= "doanh_nghiep" end,
  share = function(e) return e.e_tax end,
  by = { "kind" },
}

indicator "smes_in_smedx" {
  code = "II.3.3.8",
  label = { vi = "Doanh nghiệp nhỏ và vừa tham gia SMEdx", en = "Small and medium enterprises in SMEdx" },
  definition = {
    vi = "Doanh nghiệp siêu nhỏ, nhỏ và vừa tham gia chương trình SMEdx ÷ số doanh nghiệp đó",
    en = "Micro, small and medium enterprises in SMEdx ÷ all of them",
  },
  source = sources.enterprise, frequency = sources.yearly, owner = owners.economy,
  over = "enterprise",
  among = function(e) return e.kind == "doanh_nghiep" and e.size ~= "large" end,
  share = function(e) return e.smedx end,
  by = { "size" },
  target = { above = 30, by = 2030, aspirational = true },
}
