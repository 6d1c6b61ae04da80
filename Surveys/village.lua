-- Phiếu thôn, tổ dân phố: one record a village and half-year.
-- The figures on coverage are copied from the operators' written answers, never estimated.
local definitions = require "definitions"

local not_more = { vi = "Không thể lớn hơn số hộ của thôn", en = "Not more than the households of the village" }

form "village" {
  version = 1,
  label = { vi = "Phiếu thôn, tổ dân phố", en = "Village questionnaire" },
  key = { "village" },
  round = "half_year",
  measures = "state",
  frame = from_csv "villages",

  select_one "village" {
    label = { vi = "Thôn, tổ dân phố", en = "Village" },
    choices = from_csv "villages", required = true,
  },

  group "coverage" {
    label = {
      vi = "Hạ tầng (theo văn bản trả lời của nhà mạng)",
      en = "Coverage (from the operators' written answers)",
    },
    integer "households" {
      label = { vi = "Số hộ của thôn", en = "Households of the village" },
      default = function(v) return number(choice(v, "village").households) end,
      required = true, min = 1,
    },
    integer "households_1gbps" {
      label = {
        vi = ("Số hộ có thể đăng ký gói cố định %s"):format(definitions.gigabit.vi),
        en = ("Households that can order a fixed package of %s"):format(definitions.gigabit.en),
      },
      required = true, min = 0, special = { "dont_know" },
      constraint = function(value, v) return value <= v.households end,
      constraint_message = not_more,
    },
    integer "households_5g" {
      label = {
        vi = "Số hộ trong vùng phủ 5G của ít nhất một nhà mạng",
        en = "Households covered by any operator's 5G",
      },
      required = true, min = 0, special = { "dont_know" },
      constraint = function(value, v) return value <= v.households end,
      constraint_message = not_more,
    },
  },

  group "technology_team" {
    label = { vi = "Tổ công nghệ số cộng đồng", en = "Community technology team" },
    yes_no "team" {
      label = { vi = "Thôn có tổ công nghệ số cộng đồng?", en = "Has the village a team?" },
      required = true,
    },
    integer "team_meetings" {
      label = { vi = "Số lần họp trong 6 tháng qua", en = "Meetings in the last 6 months" },
      relevant = function(v) return v.team end,
      required = true, min = 0, max = 200,
    },
    integer "team_helped" {
      label = { vi = "Số người dân được tổ hướng dẫn trong 6 tháng qua", en = "Residents helped in the last 6 months" },
      relevant = function(v) return v.team end,
      required = true, min = 0,
    },
    date "team_last_active" {
      label = { vi = "Ngày hoạt động gần nhất của tổ", en = "Last day the team was active" },
      relevant = function(v) return v.team end,
      constraint = function(value) return value <= today() end,
      constraint_message = { vi = "Ngày ở tương lai", en = "The day lies in the future" },
    },
  },

  integer "learning_spaces" {
    label = { vi = "Số không gian học tập số mở cho người dân", en = "Digital learning spaces open to residents" },
    hint = {
      vi = "Nhà văn hóa, thư viện, trường … có máy và mạng",
      en = "Hall, library, school … with devices and a connection",
    },
    required = true, min = 0, max = 50,
  },
}
