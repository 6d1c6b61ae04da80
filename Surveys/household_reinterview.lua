-- Phiếu phúc tra hộ: some questions of Surveys/household.lua asked once more by a supervisor, under the same key. The
-- report data_quality compares the answers with those of the first interview, by the names of the questions; nothing
-- here enters any figure.
local unsure = { "dont_know", "refused" }

form "household_reinterview" {
  version = 1,
  label = { vi = "Phiếu phúc tra hộ", en = "Household re-interview" },
  key = { "village", "household_no" },
  round = "half_year",

  select_one "village" {
    label = { vi = "Thôn, tổ dân phố", en = "Village" },
    choices = from_csv "villages", required = true,
  },
  text "household_no" {
    label = { vi = "Mã số hộ trong thôn", en = "Number of the household in the village" },
    hint = { vi = "Theo danh sách phúc tra", en = "As on the list of re-interviews" },
    pattern = "%d+", required = true,
  },
  integer "members" {
    label = { vi = "Số người của hộ", en = "Persons of the household" },
    hint = {
      vi = "Kể cả trẻ sơ sinh và người có hộ khẩu nhưng đang ở nơi khác",
      en = "Newborns and registered members who live elsewhere included",
    },
    required = true, min = 1, max = 30,
  },
  select_one "connection" {
    label = { vi = "Hộ kết nối Internet chủ yếu bằng gì?", en = "How does the household mainly connect?" },
    choices = {
      { "fibre",  vi = "Cáp quang",                en = "Fibre" },
      { "mobile", vi = "Di động 4G, 5G",           en = "Mobile" },
      { "other",  vi = "Khác (cáp đồng, vệ tinh)", en = "Other (copper, satellite)" },
      { "none",   vi = "Không kết nối",            en = "None" },
    },
    required = true, special = unsure,
  },
  select_one "production" {
    label = { vi = "Hộ có sản xuất, kinh doanh không?", en = "Does the household produce or trade?" },
    choices = {
      { "none",     vi = "Không",                        en = "No" },
      { "farm",     vi = "Nông, lâm, thủy sản",          en = "Farming, forestry, fishing" },
      { "business", vi = "Hộ kinh doanh",                en = "Household business" },
      { "both",     vi = "Cả nông nghiệp và kinh doanh", en = "Both" },
    },
    required = true, special = { "refused" },
  },
  yes_no "production_digital" {
    label = {
      vi = "12 tháng qua có dùng công nghệ số vào sản xuất, kinh doanh?",
      en = "Used digital technology in it in the last 12 months?",
    },
    relevant = function(h) return h.production ~= "none" end,
    required = true, special = unsure,
  },
}
