-- Nguồn và kỳ số liệu: where figures come from and how often, in the words of the report's annex.
return {
  household = { vi = "Phiếu khảo sát hộ gia đình", en = "Household questionnaire" },
  enterprise = {
    vi = "Phiếu doanh nghiệp, hợp tác xã, hộ kinh doanh",
    en = "Questionnaire of enterprises, cooperatives, household businesses",
  },
  household_and_enterprise = {
    vi = "Phiếu hộ gia đình, phiếu doanh nghiệp",
    en = "Household and enterprise questionnaires",
  },
  agency = { vi = "Báo cáo tháng của cơ quan", en = "Monthly reports of the agencies" },
  satisfaction = { vi = "Phiếu đánh giá tại nơi giải quyết thủ tục", en = "Slips filled in at the service counter" },
  school = { vi = "Phiếu trường học", en = "School questionnaire" },
  village = { vi = "Phiếu thôn, tổ dân phố", en = "Village questionnaire" },
  operators = { vi = "Văn bản trả lời của nhà mạng, theo thôn", en = "Operators' written answers, by village" },
  commune = { vi = "Số liệu năm của xã", en = "Yearly figures of the commune" },
  product = { vi = "Phiếu sản phẩm OCOP, đặc trưng", en = "Product questionnaire" },
  action = { vi = "Cập nhật nhiệm vụ của cơ quan chủ trì", en = "Updates by the bodies in charge" },

  monthly = { vi = "Hằng tháng", en = "Monthly" },
  half_yearly = { vi = "6 tháng", en = "Half-yearly" },
  yearly = { vi = "Hằng năm", en = "Yearly" },
}
