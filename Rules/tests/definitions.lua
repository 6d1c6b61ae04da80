-- Định nghĩa, tuổi, cách gọi: the libraries that scripts share, and what changes when one line of them does.

test("VNeID: đổi một dòng để mức nào cũng tính", function(t)
  local definitions = require "definitions"
  t:equal(definitions.has_vneid { vneid = "level_2" }, true)
  t:equal(definitions.has_vneid { vneid = "level_1" }, false)
  definitions.vneid_level = 1
  t:equal(definitions.has_vneid { vneid = "level_2" }, true)
  t:equal(definitions.has_vneid { vneid = "level_1" }, true)
  t:equal(definitions.has_vneid { vneid = "none" }, false)
end)

test("tài khoản: đổi một dòng để Mobile Money cũng tính", function(t)
  local definitions = require "definitions"
  t:equal(definitions.has_account { account = "bank" }, true)
  t:equal(definitions.has_account { account = "mobile_money" }, false)
  definitions.mobile_money_counts = true
  t:equal(definitions.has_account { account = "bank" }, true)
  t:equal(definitions.has_account { account = "mobile_money" }, true)
  t:equal(definitions.has_account { account = "none" }, false)
end)

test("người lớn là người đang ở đây, từ 18 tuổi", function(t)
  local definitions = require "definitions"
  t:equal(definitions.adult { residence = "resident", age = 18 }, true)
  t:equal(definitions.adult { residence = "resident", age = 17 }, false)
  t:equal(definitions.adult { residence = "absent", age = 40 }, false)
end)

test("mỗi định nghĩa còn phải thống nhất có lý do bằng hai thứ tiếng cho phụ lục", function(t)
  local definitions = require "definitions"
  t:equal(#definitions.reasons, 8)
  for _, reason in ipairs(definitions.reasons) do
    t:check(length(reason.vi) > 0 and length(reason.en) > 0)
    t:equal(reason.vi:find "%%[ds]", nil)
  end
  local said = {
    [2] = { "hai buổi học trực tuyến", "two video lessons" },
    [3] = {
      "từ 14 tuổi (từ tuổi này được cấp thẻ căn cước); mức 2",
      "(from this age an identity card is issued); level 2",
    },
    [4] = { "không kể Mobile Money", "mobile money does not count" },
  }
  for place, words in pairs(said) do
    t:check(definitions.reasons[place].vi:find(words[1], 1, true) ~= nil, words[1])
    t:check(definitions.reasons[place].en:find(words[2], 1, true) ~= nil, words[2])
  end
end)

test("tuổi nghỉ hưu theo năm: trước 2025 như 2025; nam đến 62 từ 2028, nữ đến 60 từ 2035", function(t)
  local ages = require "ages"
  local months = {
    { "male", 2024, 61, 3 }, { "male", 2025, 61, 3 }, { "male", 2026, 61, 6 }, { "male", 2027, 61, 9 },
    { "male", 2028, 62, 0 }, { "male", 2040, 62, 0 },
    { "female", 2024, 56, 8 }, { "female", 2025, 56, 8 }, { "female", 2026, 57, 0 }, { "female", 2027, 57, 4 },
    { "female", 2028, 57, 8 }, { "female", 2029, 58, 0 }, { "female", 2030, 58, 4 }, { "female", 2031, 58, 8 },
    { "female", 2032, 59, 0 }, { "female", 2033, 59, 4 }, { "female", 2034, 59, 8 }, { "female", 2035, 60, 0 },
    { "female", 2050, 60, 0 },
  }
  for _, case in ipairs(months) do
    local sex, year, whole_years, rest = case[1], case[2], case[3], case[4]
    t:equal(ages.retirement_months(sex, year), 12 * whole_years + rest, ("%s %d"):format(sex, year))
  end
end)

test("mức năm 2025 đều là số, và còn ghi là tạm thời", function(t)
  local baselines = require "baselines"
  t:equal(baselines.provisional, true)
  t:equal(baselines.vneid_account, 78)
  t:figure("vneid_account", { expected = 78 + 12 * 181 / 1826 })
end)

test("kể tên vài đơn vị, còn lại đếm", function(t)
  local words = require "words"
  local names = { "md1", "md2", "md3" }
  t:equal(words.names_of(names, 3, "nơi"), "md1; md2; md3")
  t:equal(words.names_of(names, 2, "nơi"), "md1; md2; và 1 nơi khác")
  t:equal(words.names_of({}, 2, "nơi"), "")
  t:language "en"
  t:equal(words.names_of(names, 1, "nơi"), "md1; and 2 more")
end)

test("chỉ tiêu được gọi bằng tên và mã; không có mã thì chỉ bằng tên", function(t)
  local words = require "words"
  local coverage, other = { label = "Phủ sóng 5G", code = "II.3.1.2" }, { label = "Chỉ tiêu thêm", code = "" }
  t:equal(words.called(coverage), "Phủ sóng 5G (II.3.1.2)")
  t:equal(words.called(coverage, "75 %"), "Phủ sóng 5G (II.3.1.2, 75 %)")
  t:equal(words.called(other), "Chỉ tiêu thêm")
  t:equal(words.called(other, "75 %"), "Chỉ tiêu thêm (75 %)")
  t:equal(words.all_called { coverage, other }, { "Phủ sóng 5G (II.3.1.2)", "Chỉ tiêu thêm" })
end)

test("kỳ, ngày và điểm phần trăm viết như người đọc", function(t)
  local words = require "words"
  local vietnamese = {
    ["2026"] = "2026", ["2026-05"] = "tháng 5/2026", ["2026-12"] = "tháng 12/2026",
    ["2026-H1"] = "6 tháng đầu năm 2026", ["2026-H2"] = "6 tháng cuối năm 2026",
    ["2025-11/2026-01"] = "tháng 11/2025 – tháng 1/2026",
  }
  for id, text in pairs(vietnamese) do t:equal(words.period(id), text) end
  t:equal(words.day(date(2026, 7, 5)), "05/07/2026")
  t:equal(words.points(15.2), "15,2\u{a0}điểm %")
  t:language "en"
  t:equal(words.period "2026-H1", "the first half of 2026")
  t:equal(words.period "2026-05", "5/2026")
end)
