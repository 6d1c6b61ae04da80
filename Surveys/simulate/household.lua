-- Số liệu thử: made-up households, for the demonstration only. Shares are guesses near Vietnamese rural values.
-- The same script serves the census of 2026-H1 and the sample of 2026-H2.

-- How far a village stands above or below the commune, in points: the town ahead, the hills behind.
local ahead = {
  md1 = 9, md2 = 8, md3 = 7, md4 = 5, md5 = 4, md6 = 2,
  dt1 = 3, dt2 = 2, dt3 = 1, dt4 = 0, dt5 = -2, dt6 = -5,
  dh1 = 2, dh2 = 1, dh3 = 0, dh4 = -1, dh5 = -4, dh6 = -9,
  dp1 = -4, dp2 = -6, dp3 = -8, dp4 = -11, dp5 = -15, dp6 = -20,
}

-- A share from the commune's percentage: by village, three points more in the second half-year, less for the poor.
local function chance(h, percent)
  local points = percent + ahead[h.village]
  if today() >= date(2026, 7, 1) then points = points + 3 end
  if known(h, "poverty") and h.poverty == "poor" then points = points - 12 end
  return math.max(0.01, math.min(0.99, points / 100))
end

-- The same for a person; the old use less.
local function person_chance(p, percent)
  if p.age >= 60 then return chance(p.household, percent) * 0.6 end
  return chance(p.household, percent)
end

-- Yes or no, with one in a hundred who do not know and fewer who refuse.
local function yes(share)
  return { yes = share * 100, no = (1 - share) * 100, dont_know = 1, refused = 0.3 }
end

-- Every so many households cannot say a number.
local function cannot_say(h, every)
  return number(h.household_no) % every == 0
end

-- Banks and signature providers ask for the identity account, so hardly anybody has theirs without it.
local function without_identity(p)
  return known(p, "vneid") and p.vneid == "none"
end

-- The ages of heads: a quarter of the households each.
local head_ages = { { 24, 40 }, { 35, 55 }, { 45, 65 }, { 55, 82 } }

local function head(p) return p.household.person[1] end

local function head_age(p) return today().year - head(p).birth_year end

-- Children are born when head and spouse are from 18 to 44 years old, and live at home up to 34.
local function year_of_child(p)
  local older, younger, second = head(p).birth_year, head(p).birth_year, p.household.person[2]
  if p.index > 2 and second.relation == "spouse" then
    older, younger = math.min(older, second.birth_year), math.max(younger, second.birth_year)
  end
  local first = math.max(younger + 18, today().year - 34)
  return { uniform = { first, math.max(first, math.min(today().year, older + 44)) } }
end

simulate "household" {
  -- In the hills more people are away when the surveyor comes.
  _result = function(h)
    local away = math.max(1, 2 - ahead[h.village] / 2)
    return { completed = 96, nobody_home = away, refused = 1, moved_away = 0.5 }
  end,
  _missing = { share = 0.004 },

  consent = { yes = 1 },
  members = { normal = { 3.5, 1.3 } },
  connection = function(h)
    local fibre = chance(h, 72) * 100
    return { fibre = fibre, mobile = (100 - fibre) * 0.65, other = 1, none = (100 - fibre) * 0.3, dont_know = 0.5 }
  end,
  speed_mbps = function(h)
    if cannot_say(h, 7) then return { dont_know = 1 } end
    return { lognormal = { 3.0, 0.6 } }
  end,
  production = { none = 44, farm = 36, business = 11, both = 9, refused = 0.3 },
  production_digital = function(h)
    if h.production == "farm" then return yes(chance(h, 24)) end
    return yes(chance(h, 52))
  end,
  payments_7d = function(h)
    if cannot_say(h, 40) then return { dont_know = 3, refused = 1 } end
    return { lognormal = { 2.2, 0.5 } }
  end,
  payments_cashless_7d = function(h)
    if cannot_say(h, 37) then return { dont_know = 1 } end
    -- Between nothing and twice the village's share, so about that share on average.
    local most = math.min(1, 2 * chance(h, 43))
    return { uniform = { 0, math.floor(h.payments_7d * most) } }
  end,

  person = {
    relation = function(p)
      if p.index == 1 then return "head" end
      -- Nobody of 65 or more lives with a parent; only the second and the third member can be one.
      local parent = head_age(p) < 65 and p.index <= 3 and 8 or 0
      if p.index == 2 then return { spouse = 78, child = 12, parent = parent, other = 4 } end
      -- Children of the oldest have homes of their own; those here are grandchildren.
      local child = head_age(p) < 72 and 78 or 0
      return { child = child, parent = parent, other = 14 }
    end,
    sex = function(p)
      if p.index == 1 then return { male = 66, female = 34 } end
      if p.relation == "spouse" then return head(p).sex == "male" and "female" or "male" end
      if p.relation == "parent" then return p.index == 2 and "female" or "male" end
      return { male = 50, female = 50 }
    end,
    birth_year = function(p)
      local year = today().year
      if p.relation == "head" then
        local ages = head_ages[number(p.household.household_no) % 4 + 1]
        return { uniform = { year - ages[2], year - ages[1] } }
      end
      local born = head(p).birth_year
      if p.relation == "spouse" then return { uniform = { born - 6, born + 6 } } end
      if p.relation == "parent" then return { uniform = { math.max(born - 38, year - 98), born - 20 } } end
      if p.relation == "child" then return year_of_child(p) end
      return { uniform = { year - 34, year } }
    end,
    birth_month = function(p)
      if cannot_say(p.household, 20) then return { dont_know = 1 } end
      return { uniform = { 1, 12 } }
    end,
    residence = function(p)
      if p.age >= 18 and p.age < 35 then return { resident = 84, absent = 16 } end
      return { resident = 96, absent = 4 }
    end,

    -- Heads are met most often; the young are at work or at school.
    _answered_by = function(p)
      local own = p.index <= 2 and 84 or (p.age < 35 and 38 or 62)
      return { self = own, proxy = 100 - own }
    end,

    vneid = function(p)
      local percent = 90
      if p.age < 14 then percent = 22 elseif p.age >= 70 then percent = 74 end
      local level_2 = chance(p.household, percent) * 100
      return {
        level_2 = level_2, level_1 = (100 - level_2) * 0.3, none = (100 - level_2) * 0.7,
        dont_know = 0.8, refused = 0.4,
      }
    end,
    health_book = function(p)
      if p.age < 15 then return yes(chance(p.household, 45)) end
      return yes(chance(p.household, 70))
    end,
    account = function(p)
      local bank = chance(p.household, p.age < 60 and 93 or 68) * 100
      if without_identity(p) then bank = 2 end
      return {
        bank = bank, mobile_money = (100 - bank) * 0.25, none = (100 - bank) * 0.75,
        dont_know = 0.5, refused = 1,
      }
    end,
    trained_digital = function(p) return yes(person_chance(p, 26)) end,
    trained_safety = function(p)
      -- Those trained in one are mostly trained in the other.
      if known(p, "trained_digital") and p.trained_digital then return yes(0.8) end
      return yes(0.05)
    end,
    health_online = function(p) return yes(person_chance(p, 34)) end,
    education_online = function(p) return yes(person_chance(p, 16)) end,
    insurance_online = function(p) return yes(person_chance(p, 22)) end,
    transport_online = function(p) return yes(person_chance(p, 12)) end,
    needed_service = yes(0.38),
    service_online = function(p) return yes(person_chance(p, 62)) end,
    e_signature = function(p)
      if without_identity(p) then return yes(0.01) end
      return yes(person_chance(p, 15))
    end,
  },
}
