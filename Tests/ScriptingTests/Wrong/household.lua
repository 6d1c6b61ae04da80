-- A sound form, for rules that are not.
form "household" {
  version = 1, label = "Hộ", key = { "no" },
  text "no" { label = "Số" },
  select_one "village" { label = "Thôn", choices = { { "dt1", vi = "Thôn 1" }, { "dt2" } } },
  yes_no "net" { label = "Mạng" },
  integer "members" { label = "Số người" },
  roster "person" {
    label = "Người",
    integer "age" { label = "Tuổi" },
    yes_no "vneid" { label = "VNeID" },
  },
}
