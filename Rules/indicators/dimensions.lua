-- Các cách phân tổ: splits beyond those that are questions already (village, sex, agency, school …).

local owners = require "owners"

-- A dimension of the household serves its members too.
dimension "former_unit" {
  over = { "household", "village" },
  label = { vi = "Đơn vị hành chính cũ", en = "Former unit" },
  value = function(r) return choice(r, "village").former_unit end,
  order = { "Thị trấn Mộ Đức", "Đức Tân", "Đức Hòa", "Đức Phú" },
  labels = { ["Thị trấn Mộ Đức"] = { vi = "Thị trấn Mộ Đức", en = "Mộ Đức town" } },
}

dimension "poverty" {
  over = "household",
  label = { vi = "Diện hộ nghèo", en = "Poverty status" },
  value = function(h) return h.poverty end,
  order = { "poor", "near_poor", "none" },
  labels = {
    poor      = { vi = "Hộ nghèo",               en = "Poor" },
    near_poor = { vi = "Hộ cận nghèo",           en = "Near poor" },
    none      = { vi = "Không thuộc diện nghèo", en = "Not poor" },
  },
}

-- The bounds are those of the indicators too (14, 15, 18), so that no group is cut by what an indicator is about.
dimension "age_group" {
  over = "household.person",
  label = { vi = "Nhóm tuổi", en = "Age group" },
  value = function(p)
    if p.age < 14 then return "0-13" end
    if p.age < 15 then return "14" end
    if p.age < 18 then return "15-17" end
    if p.age < 25 then return "18-24" end
    if p.age < 45 then return "25-44" end
    if p.age < 60 then return "45-59" end
    return "60+"
  end,
  order = { "0-13", "14", "15-17", "18-24", "25-44", "45-59", "60+" },
}

dimension "school_level" {
  over = "school",
  label = { vi = "Cấp học", en = "Level" },
  value = function(s) return s.level end,
  order = { "preschool", "primary", "lower_secondary" },
  labels = {
    preschool       = { vi = "Mầm non",         en = "Preschool" },
    primary         = { vi = "Tiểu học",        en = "Primary" },
    lower_secondary = { vi = "Trung học cơ sở", en = "Lower secondary" },
  },
}

dimension "product_kind" {
  over = "ocop_product",
  label = { vi = "Loại sản phẩm", en = "Kind of product" },
  value = function(o) return choice(o, "product").kind end,
  order = { "ocop", "characteristic" },
  labels = {
    ocop           = { vi = "OCOP",      en = "OCOP" },
    characteristic = { vi = "Đặc trưng", en = "Characteristic local product" },
  },
}

dimension "pillar" {
  over = "action",
  label = { vi = "Phần của nghị quyết", en = "Part of the resolution" },
  value = function(a) return choice(a, "task").pillar end,
  order = { "III.1", "III.2", "III.3", "III.4", "IV" },
  labels = {
    ["III.1"] = { vi = "III.1 Chuyển đổi nhận thức",               en = "III.1 Awareness" },
    ["III.2"] = { vi = "III.2 Hạ tầng, nền tảng, dữ liệu số",      en = "III.2 Infrastructure, platforms, data" },
    ["III.3"] = { vi = "III.3 Kinh tế số",                         en = "III.3 Digital economy" },
    ["III.4"] = { vi = "III.4 Xã hội số",                          en = "III.4 Digital society" },
    ["IV"]    = { vi = "IV Tổ chức thực hiện",                     en = "IV Organisation" },
  },
}

-- What owners are called, by the names in choices/tasks.csv.
local names_of_owners = {}
for _, owner in pairs(owners) do names_of_owners[owner.vi] = owner end

dimension "task_owner" {
  over = "action",
  label = { vi = "Cơ quan chủ trì", en = "Body in charge" },
  value = function(a) return choice(a, "task").owner end,
  labels = names_of_owners,
}
