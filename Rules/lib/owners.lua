-- Cơ quan chịu trách nhiệm: proposals, for the commune to confirm. Written as they stand in reports.
-- The Vietnamese names are those of the column `owner` of Surveys/choices/tasks.csv.
return {
  party_committee = { vi = "Đảng ủy xã", en = "Party Committee" },
  party_office = { vi = "Văn phòng Đảng ủy", en = "Office of the Party Committee" },
  party_building = { vi = "Ban Xây dựng Đảng", en = "Party Building Board" },
  offices = {
    vi = "Văn phòng Đảng ủy, Văn phòng HĐND và UBND",
    en = "Office of the Party Committee, Office of the People's Council and People's Committee",
  },
  council = { vi = "HĐND xã", en = "People's Council" },
  council_office = {
    vi = "Văn phòng HĐND và UBND",
    en = "Office of the People's Council and People's Committee",
  },
  peoples_committee = { vi = "UBND xã", en = "People's Committee" },
  chairperson = { vi = "Chủ tịch UBND xã", en = "Chairperson of the People's Committee" },
  economy = { vi = "Phòng Kinh tế", en = "Economic Division" },
  economy_and_statistics = {
    vi = "Phòng Kinh tế, Thống kê cơ sở",
    en = "Economic Division, Statistics Office",
  },
  culture = { vi = "Phòng Văn hóa – Xã hội", en = "Culture and Society Division" },
  service_centre = { vi = "Trung tâm Phục vụ hành chính công", en = "Public Administration Service Centre" },
  police = { vi = "Công an xã", en = "Commune Police" },
  health = { vi = "Trạm Y tế", en = "Health Station" },
  tax = { vi = "Thuế cơ sở", en = "Tax Office" },
  front = { vi = "Ủy ban MTTQ Việt Nam xã", en = "Fatherland Front Committee" },
  youth = { vi = "Đoàn TNCS Hồ Chí Minh xã", en = "Youth Union" },
  schools = { vi = "Các trường học", en = "The schools" },
  each_task = { vi = "Cơ quan chủ trì từng nhiệm vụ", en = "The body in charge of each task" },
}
