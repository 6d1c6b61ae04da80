report "six_month" {
  label = { vi = "Báo cáo 6 tháng", en = "Six-monthly report" }, period = "half_year",
  body = function(doc, data)
    doc:letterhead { issuer = { "ỦY BAN NHÂN DÂN", "XÃ MỘ ĐỨC" }, number = "…/BC-UBND", place = "Mộ Đức" }
    doc:title { "BÁO CÁO", "Kết quả thực hiện Nghị quyết về khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số" }
    doc:addressee "Kính gửi: Ban Thường vụ Đảng ủy xã Mộ Đức"
    doc:heading "II. Kết quả thực hiện các mục tiêu"
    doc:table { data:indicators { group = "II.3.4" }, columns = { "code", "label", "value", "target", "status" } }
    doc:bars { data:indicator("vneid_account"):by "village" }
    doc:signature { "TM. ỦY BAN NHÂN DÂN", position = "CHỦ TỊCH" }
    doc:recipients { "Như trên;", "Lưu: VT." }
  end,
}
