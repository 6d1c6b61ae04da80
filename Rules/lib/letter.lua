-- Thể thức: head and end of what the People's Committee signs.
local words = require "words"
local t = words.t

local letter = {}

function letter.head(doc)
  doc:letterhead {
    issuer = t { vi = { "ỦY BAN NHÂN DÂN", "XÃ MỘ ĐỨC" }, en = { "PEOPLE'S COMMITTEE", "MỘ ĐỨC COMMUNE" } },
    number = "…/BC-UBND", place = "Mộ Đức",
  }
end

function letter.ending(doc)
  doc:paragraph {
    vi = "Trên đây là báo cáo của Ủy ban nhân dân xã, kính trình Ban Thường vụ Đảng ủy xem xét, cho ý kiến.",
    en = "This report of the People's Committee is submitted to the Standing Committee for its consideration.",
  }
  doc:signature {
    { vi = "TM. ỦY BAN NHÂN DÂN", en = "ON BEHALF OF THE PEOPLE'S COMMITTEE" },
    position = { vi = "CHỦ TỊCH", en = "CHAIRPERSON" },
  }
  doc:recipients(t {
    vi = { "Như trên;", "TT HĐND xã;", "Chủ tịch, các PCT UBND xã;", "Các cơ quan, đơn vị;", "Lưu: VT." },
    en = {
      "As above;", "Standing body of the People's Council;", "Chairperson and vice-chairpersons;",
      "Agencies and units;", "Records.",
    },
  })
end

return letter
