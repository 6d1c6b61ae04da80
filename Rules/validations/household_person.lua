-- Thành viên: ages and relations within a household, and what goes with an identity or an account.

-- Whether there is a head in the household of whom something holds.
local function head(p, holds)
  return any(p.household.person, function(other) return other.relation == "head" and holds(other) end)
end

-- The least years between parent and child.
local generation = 13

validation "person_head_of_age" {
  over = "household.person", severity = "warning",
  among = function(p) return p.relation == "head" end,
  must = function(p) return p.age >= 18 end,
  message = {
    vi = "Chủ hộ dưới 18 tuổi: xem lại năm sinh hoặc ai là chủ hộ",
    en = "The head is under 18: check the year of birth, or who is head",
  },
}

validation "person_spouse_of_age" {
  over = "household.person", severity = "warning",
  among = function(p) return p.relation == "spouse" end,
  must = function(p) return p.age >= 18 end,
  message = {
    vi = "Vợ, chồng chủ hộ dưới 18 tuổi: xem lại năm sinh hoặc quan hệ",
    en = "The head's spouse is under 18: check the year of birth or the relation",
  },
}

validation "person_child_younger_than_head" {
  over = "household.person", severity = "error",
  among = function(p) return p.relation == "child" and head(p, function() return true end) end,
  must = function(p) return head(p, function(other) return other.birth_year + generation <= p.birth_year end) end,
  message = {
    vi = "Con phải kém chủ hộ ít nhất 13 tuổi: xem lại năm sinh, hoặc con riêng, con dâu, con rể ghi Quan hệ khác",
    en = "A child is at least 13 years younger than the head: check the years, or the relation is Other",
  },
}

validation "person_parent_older_than_head" {
  over = "household.person", severity = "error",
  among = function(p) return p.relation == "parent" and head(p, function() return true end) end,
  must = function(p) return head(p, function(other) return p.birth_year + generation <= other.birth_year end) end,
  message = {
    vi = "Cha, mẹ phải hơn chủ hộ ít nhất 13 tuổi: xem lại năm sinh hoặc quan hệ",
    en = "A parent is at least 13 years older than the head: check the years or the relation",
  },
}

validation "person_age_plausible" {
  over = "household.person", severity = "warning",
  must = function(p) return p.age <= 105 end,
  message = {
    vi = "Hơn 105 tuổi: xem lại năm sinh trên giấy tờ",
    en = "Older than 105: check the year of birth",
  },
}

validation "person_signature_needs_identity" {
  over = "household.person", severity = "warning",
  among = function(p) return p.residence == "resident" and p.age >= 18 and p.e_signature end,
  must = function(p) return p.vneid ~= "none" end,
  message = {
    vi = "Có chữ ký số cá nhân nhưng chưa có VNeID: có thể là chữ ký do cơ quan cấp, không tính ở câu này",
    en = "A personal signature without a VNeID account: an employer's may be meant, which does not count",
  },
}

validation "person_account_needs_identity" {
  over = "household.person", severity = "warning",
  -- A bank account has needed the chip card or VNeID since 2025 (Thông tư 17/2024/TT-NHNN).
  among = function(p) return p.residence == "resident" and p.age >= 15 and p.account == "bank" end,
  must = function(p) return p.vneid ~= "none" end,
  message = {
    vi = "Có tài khoản ngân hàng nhưng chưa có VNeID: hỏi lại cả hai câu",
    en = "A bank account without a VNeID account: ask both questions again",
  },
}

validation "person_once" {
  over = "household.person", severity = "warning",
  unique = { "village", "name", "birth_year", "birth_month", "sex" },
  message = {
    vi = "Hai người cùng thôn, họ tên, tháng năm sinh, giới tính: có thể một người được ghi ở hai hộ",
    en = "Two persons of one village are alike in name, month and year of birth, and sex: one may be listed twice",
  },
}
