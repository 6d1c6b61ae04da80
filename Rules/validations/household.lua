-- Phiếu hộ: what the answers of a household, and of its members beside each other, must agree in.
-- error: cannot be right. warning: seldom right, so ask again. A missing answer never breaks a rule.

local function is_head(p) return p.relation == "head" end

validation "household_one_head" {
  over = "household", severity = "error",
  must = function(h) return count(h.person, is_head) == 1 end,
  message = {
    vi = "Hộ phải có đúng một chủ hộ: xem lại cột quan hệ với chủ hộ",
    en = "A household has exactly one head: check the relations",
  },
}

validation "household_one_spouse" {
  over = "household", severity = "warning",
  must = function(h) return count(h.person, function(p) return p.relation == "spouse" end) <= 1 end,
  message = {
    vi = "Chủ hộ có hơn một vợ, chồng: có thể ghi nhầm con dâu, con rể; hãy chọn Quan hệ khác",
    en = "More than one spouse of the head: a child-in-law may be meant, who is Other",
  },
}

validation "household_has_an_adult" {
  over = "household", severity = "warning",
  must = function(h) return any(h.person, function(p) return p.age >= 18 end) end,
  message = {
    vi = "Hộ không có ai từ 18 tuổi: xem lại năm sinh, hoặc còn thiếu thành viên",
    en = "Nobody is 18 or over: check the years of birth, or a member is left out",
  },
}

validation "household_has_a_resident" {
  over = "household", severity = "warning",
  must = function(h) return any(h.person, function(p) return p.residence == "resident" end) end,
  message = {
    vi = "Không thành viên nào đang ở đây: nếu cả hộ đã đi, hãy ghi kết quả là chuyển đi",
    en = "No member lives here: if all have left, record the visit as moved away",
  },
}

-- Speed against the kind of connection: in Mb/s, above what such a line gives.
local fastest = { mobile = 1000, other = 300 }

validation "household_speed_fits_connection" {
  label = { vi = "Tốc độ hợp với loại kết nối", en = "The speed fits the connection" },
  over = "household", severity = "warning",
  among = function(h) return fastest[h.connection] ~= nil end,
  must = function(h) return h.speed_mbps <= fastest[h.connection] end,
  message = function(h)
    return {
      vi = ("%g Mb/s là quá nhanh với loại kết nối này: có thể là cáp quang, hoặc ghi nhầm kb/s")
        :format(h.speed_mbps),
      en = ("%g Mb/s is too fast for this connection: fibre may be meant, or kb/s"):format(h.speed_mbps),
    }
  end,
}

validation "household_payments_plausible" {
  over = "household", severity = "warning",
  must = function(h) return h.payments_7d <= 30 * h.members end,
  message = {
    vi = "Hơn 30 lần trả tiền một người trong 7 ngày: có thể ghi nhầm số tiền hoặc số của cả tháng",
    en = "More than 30 payments a person in 7 days: an amount or a whole month may have been given",
  },
}

validation "household_number_once" {
  over = "household", severity = "error",
  -- 7 and 007 are one household.
  unique = function(h) return h.village .. " " .. number(h.household_no) end,
  message = {
    vi = "Hai phiếu cùng một mã hộ (không kể số 0 ở đầu): giữ một phiếu, loại phiếu kia",
    en = "Two records of one number (zeros in front left out): keep one and reject the other",
  },
}

validation "household_members_like_before" {
  label = { vi = "Số người gần như kỳ trước", en = "About as many members as before" },
  over = "household", severity = "warning",
  previous = function(now, before) return math.abs(now.members - before.members) <= 5 end,
  message = function(now, before)
    return {
      vi = ("Kỳ trước %d người, nay %d người: có thể nhầm hộ"):format(before.members, now.members),
      en = ("%d persons before, %d now: this may be another household"):format(before.members, now.members),
    }
  end,
}
