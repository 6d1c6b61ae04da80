-- Phiếu hài lòng: one anonymous slip a dossier. No name, no dossier number, so there is no key.
form "satisfaction" {
  version = 1,
  label = { vi = "Phiếu đánh giá sự hài lòng", en = "Satisfaction slip" },
  round = "day",
  measures = "flow",
  period_field = "rated_on",
  confidential = true,

  date "rated_on" {
    label = { vi = "Ngày đánh giá", en = "Day of the rating" },
    default = function() return today() end,
    required = true,
  },
  select_one "customer" {
    label = { vi = "Ông, bà đến với tư cách nào?", en = "You came as" },
    choices = {
      { "citizen",    vi = "Người dân",    en = "A citizen" },
      { "enterprise", vi = "Doanh nghiệp", en = "An enterprise" },
    },
    required = true,
  },
  select_one "rating" {
    label = { vi = "Ông, bà hài lòng với việc giải quyết thủ tục?", en = "How satisfied are you?" },
    choices = {
      { "1", vi = "1 – Rất không hài lòng", en = "1 – Very dissatisfied" },
      { "2", vi = "2 – Không hài lòng",     en = "2 – Dissatisfied" },
      { "3", vi = "3 – Bình thường",        en = "3 – Neither" },
      { "4", vi = "4 – Hài lòng",           en = "4 – Satisfied" },
      { "5", vi = "5 – Rất hài lòng",       en = "5 – Very satisfied" },
    },
    special = { "refused" },
  },
}
