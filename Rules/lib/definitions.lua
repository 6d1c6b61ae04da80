-- Định nghĩa còn phải thống nhất: definitions that can be doubted, each with its reason.
-- Change one line here and every figure that uses it follows at the next run.
local definitions = {}

-- Băng rộng cố định: the resolution says "trên 1 Gb/s". Operators sell packages of nominal 1 Gb/s, which no line
-- exceeds in fact; so a household that can order one counts. The form asks the operators in these words too.
definitions.gigabit = { vi = "từ 1 Gb/s", en = "1 Gb/s or more" }

-- Internet tốc độ cao: the resolution gives no number. 30 Mb/s downward is enough for two video lessons at once.
definitions.fast_mbps = 30

-- VNeID: "người dân" read as persons who can hold an identity card of their own, so 14 and over.
definitions.vneid_age = 14

-- VNeID: level 2, since only that level opens public services. 1: any level counts.
definitions.vneid_level = 2

-- Tài khoản: mobile money is not an account at a bank or other permitted organisation. true: it counts.
definitions.mobile_money_counts = false

-- Tổ công nghệ số "hoạt động hiệu quả": met, and helped at least this many residents in 6 months (two a month or so).
definitions.helped_min = 10

-- Hài lòng: the ratings 4 and 5 of 5.
definitions.satisfied_from = 4

-- Nhiệm vụ thường xuyên: on schedule while updated within 6 months (184 days, the longer half-year).
definitions.update_days = 184

-- Giao dịch: enterprises answer for a month of 30 days, households for 7 days.
definitions.month_to_week = 7 / 30

-- The same in words, for the annex of reports.
definitions.reasons = {
  {
    vi = ("Băng rộng cố định: Nghị quyết ghi trên 1 Gb/s; ở đây tính gói danh định %s, vì nhà mạng bán gói 1 Gb/s và "
      .. "tốc độ thực không vượt mức danh định."):format(definitions.gigabit.vi),
    en = ("Fixed broadband: the resolution says above 1 Gb/s; packages of nominal %s count, as operators sell 1 Gb/s "
      .. "and no line exceeds what it is sold as."):format(definitions.gigabit.en),
  },
  {
    vi = ("Internet tốc độ cao: từ %d Mb/s; Nghị quyết không ghi mức%s."):format(definitions.fast_mbps,
      definitions.fast_mbps == 30 and " (đủ cho hai buổi học trực tuyến cùng lúc)" or ""),
    en = ("Fast Internet: %d Mb/s or more; the resolution gives no number%s."):format(definitions.fast_mbps,
      definitions.fast_mbps == 30 and " (enough for two video lessons at once)" or ""),
  },
  {
    vi = ("VNeID: người từ %d tuổi%s; %s."):format(definitions.vneid_age,
      definitions.vneid_age == 14 and " (từ tuổi này được cấp thẻ căn cước)" or "",
      definitions.vneid_level == 1 and "mức nào cũng tính" or "mức 2, là mức dùng được dịch vụ công"),
    en = ("VNeID: persons %d and over%s; %s."):format(definitions.vneid_age,
      definitions.vneid_age == 14 and " (from this age an identity card is issued)" or "",
      definitions.vneid_level == 1 and "any level counts" or "level 2, which opens public services"),
  },
  {
    vi = ("Tài khoản giao dịch: %s."):format(definitions.mobile_money_counts and "kể cả Mobile Money"
      or "không kể Mobile Money, vốn không phải tài khoản tại ngân hàng, tổ chức được phép"),
    en = ("Payment account: mobile money %s."):format(definitions.mobile_money_counts and "counts"
      or "does not count, being no account at a bank or permitted organisation"),
  },
  {
    vi = ("Tổ công nghệ số hiệu quả: đã họp và hướng dẫn từ %d người trong 6 tháng. Nghị quyết không ghi mức.")
      :format(definitions.helped_min),
    en = ("Effective technology team: met, and helped %d residents or more in 6 months. The resolution gives no "
      .. "number."):format(definitions.helped_min),
  },
  {
    vi = ("Hài lòng: cho điểm từ %d trên 5."):format(definitions.satisfied_from),
    en = ("Satisfied: a rating of %d or more of 5."):format(definitions.satisfied_from),
  },
  {
    vi = ("Nhiệm vụ thường xuyên đúng tiến độ: có cập nhật trong %d ngày."):format(definitions.update_days),
    en = ("An ongoing task is on schedule: updated within %d days."):format(definitions.update_days),
  },
  {
    vi = "Giao dịch: doanh nghiệp trả lời cho một tháng 30 ngày, quy về 7 ngày như hộ gia đình.",
    en = "Payments: enterprises answer for a month of 30 days, brought to 7 days as households are asked.",
  },
}

-- Người ở đây: a usual resident, as the household form's hint says.
function definitions.resident(p)
  return p.residence == "resident"
end

-- Dân số trưởng thành: full age by Article 20 of the Civil Code. The household form asks its questions from 18 too.
function definitions.adult(p)
  return definitions.resident(p) and p.age >= 18
end

function definitions.has_vneid(p)
  if definitions.vneid_level == 1 then return p.vneid ~= "none" end
  return p.vneid == "level_2"
end

function definitions.has_account(p)
  return p.account == "bank" or definitions.mobile_money_counts and p.account == "mobile_money"
end

-- Household businesses answer as households, so they are left out among enterprises.
function definitions.counts_as_enterprise(e)
  return e.kind ~= "ho_kinh_doanh"
end

-- Agencies that take dossiers of citizens and enterprises (column `dossiers` of choices/agencies.csv).
function definitions.takes_dossiers(a)
  return choice(a, "agency").dossiers == "yes"
end

return definitions
