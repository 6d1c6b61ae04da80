-- Phiếu thôn: the operators' figures, and the technology team.

validation "village_households_as_listed" {
  over = "village", severity = "warning",
  must = function(v)
    local listed_households = number(choice(v, "village").households)
    return math.abs(v.households - listed_households) <= 0.1 * listed_households
  end,
  message = {
    vi = "Số hộ lệch hơn 10 % so với choices/villages.csv: xem lại, hoặc cập nhật danh sách thôn",
    en = "The households differ from choices/villages.csv by more than 10 %: check, or bring the list up to date",
  },
}

validation "village_helped_plausible" {
  over = "village", severity = "error",
  among = function(v) return v.team end,
  must = function(v) return v.team_helped <= 6 * v.households end,
  message = {
    vi = "Số người được hướng dẫn nhiều hơn số dân của thôn: có thể cộng dồn nhiều kỳ, hoặc đếm lượt thay vì người",
    en = "More residents helped than the village has: periods may be added up, or visits counted for persons",
  },
}

validation "village_team_meets" {
  over = "village", severity = "warning",
  among = function(v) return v.team and v.team_helped >= 20 end,
  must = function(v) return v.team_meetings > 0 end,
  message = {
    vi = "Tổ hướng dẫn từ 20 người mà không họp lần nào: hỏi lại số lần họp",
    en = "The team helped 20 or more and never met: ask for the meetings again",
  },
}

-- What has been built stays: a fall of more than a twentieth is a mistake in one of the two records.
local function kept(field)
  return function(now, before) return now[field] >= 0.95 * before[field] end
end

validation "village_gigabit_kept" {
  over = "village", severity = "warning",
  previous = kept "households_1gbps",
  message = {
    vi = "Số hộ có thể đăng ký gói 1 Gb/s giảm so với kỳ trước: đối chiếu văn bản của nhà mạng",
    en = "Fewer households can order 1 Gb/s than before: compare the operators' answers",
  },
}

validation "village_5g_kept" {
  over = "village", severity = "warning",
  previous = kept "households_5g",
  message = {
    vi = "Số hộ trong vùng phủ 5G giảm so với kỳ trước: đối chiếu văn bản của nhà mạng",
    en = "Fewer households have 5G than before: compare the operators' answers",
  },
}
