-- Giữa các biểu mẫu: figures of one form against those of another. A rule without `over` reads indicators; those that
-- only these rules need stand here too, and enter no report.

indicator "check_village_households" {
  component = true,
  label = { vi = "Số hộ theo phiếu thôn", en = "Households by the village form" },
  over = "village",
  total = function(v) return v.households end,
}

indicator "check_surveyed_households" {
  component = true,
  label = { vi = "Số hộ theo phiếu hộ", en = "Households by the household form" },
  over = "household",
  count = function() return true end,
}

-- A sample is weighted, so that both are numbers of all households. A twentieth is not met in a census.
validation "village_households_agree" {
  label = { vi = "Số hộ của phiếu thôn khớp với phiếu hộ", en = "The households of two forms agree" },
  by = "village", severity = "warning",
  must = function(i)
    local told, surveyed = i.check_village_households.value, i.check_surveyed_households.value
    return math.abs(told - surveyed) <= 0.15 * told
  end,
  message = function(i)
    return {
      vi = ("Phiếu thôn ghi %.0f hộ, phiếu hộ cho %.0f hộ: còn hộ chưa điều tra, hoặc một phiếu sai số hộ")
        :format(i.check_village_households.value, i.check_surveyed_households.value),
      en = ("The village form says %.0f households, the household forms make %.0f: some are not surveyed yet, or one "
        .. "number is wrong"):format(i.check_village_households.value, i.check_surveyed_households.value),
    }
  end,
}

indicator "check_surveyed_people" {
  component = true,
  label = { vi = "Số dân theo phiếu hộ", en = "People by the household form" },
  over = "household",
  total = function(h) return h.members end,
}

indicator "check_register_people" {
  component = true,
  label = { vi = "Số dân theo Trạm Y tế", en = "People by the health station" },
  over = "commune_year", latest = "commune",
  total = function(c) return c.register_people end,
}

validation "population_agrees" {
  severity = "warning",
  must = function(i)
    local registered, surveyed = i.check_register_people.value, i.check_surveyed_people.value
    return math.abs(registered - surveyed) <= 0.15 * registered
  end,
  message = {
    vi = "Số dân theo phiếu hộ lệch hơn 15 % so với số của Trạm Y tế: còn hộ chưa điều tra, hoặc số quản lý đã cũ",
    en = "The people surveyed differ from the health station's by more than 15 %: households are missing, or the "
      .. "register is old",
  },
}

indicator "check_dossiers_resolved" {
  component = true,
  label = { vi = "Hồ sơ đã giải quyết", en = "Dossiers resolved" },
  over = "agency_month",
  total = function(a) return a.resolved end,
}

indicator "check_slips" {
  component = true,
  label = { vi = "Phiếu hài lòng", en = "Satisfaction slips" },
  over = "satisfaction",
  count = function() return true end,
}

validation "slips_not_more_than_dossiers" {
  severity = "error",
  must = function(i) return i.check_slips.value <= i.check_dossiers_resolved.value end,
  message = {
    vi = "Phiếu hài lòng nhiều hơn hồ sơ đã giải quyết: có thể nhập trùng phiếu, hoặc thiếu báo cáo tháng",
    en = "More satisfaction slips than dossiers resolved: slips may be doubled, or a monthly report is missing",
  },
}
