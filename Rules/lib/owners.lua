-- Cơ quan chịu trách nhiệm: proposals, for the commune to confirm. Written as they stand in reports.
return {
  party_office = "Văn phòng Đảng ủy",
  offices = "Văn phòng Đảng ủy, Văn phòng HĐND và UBND",
  council_office = "Văn phòng HĐND và UBND",
  peoples_committee = "UBND xã",
  economy = "Phòng Kinh tế",
  economy_and_statistics = "Phòng Kinh tế, Thống kê cơ sở",
  culture = "Phòng Văn hóa – Xã hội",
  service_centre = "Trung tâm Phục vụ hành chính công",
  police = "Công an xã",
  health = "Trạm Y tế",
  tax = "Thuế cơ sở",
  youth = "Đoàn TNCS Hồ Chí Minh xã",
  schools = "Các trường học",
  each_task = "Cơ quan chủ trì từng nhiệm vụ",
}
