-- II.3.2 Chính quyền số
local definitions = require "definitions"
local owners = require "owners"
local sources = require "sources"
local baselines = require "baselines"

local takes_dossiers = definitions.takes_dossiers

indicator "documents_signed_digitally" {
  code = "II.3.2.1",
  label = { vi = "Văn bản trao đổi điện tử có ký số", en = "Documents exchanged with a digital signature" },
  definition = {
    vi = "Văn bản gửi điện tử có ký số ÷ văn bản gửi cơ quan khác (trừ văn bản mật và phải gửi bản giấy)",
    en = "Documents sent electronically and digitally signed ÷ documents sent (secret and paper-only ones excluded)",
  },
  source = sources.agency, frequency = sources.monthly, owner = owners.offices,
  over = "agency_month",
  ratio = {
    numerator = function(a) return a.documents_signed end,
    denominator = function(a) return a.documents_sent end,
  },
  by = { "agency" },
  target = { at_least = 100, by = 2030, baseline = { [2025] = baselines.documents_signed_digitally } },
}

indicator "staff_proficient_edocs" {
  code = "II.3.2.2",
  label = {
    vi = "Cán bộ, công chức dùng thành thạo hệ thống văn bản",
    en = "Officials proficient in the document system",
  },
  definition = {
    vi = "Cán bộ, công chức dùng thành thạo hệ thống văn bản điện tử (tháng gần nhất) ÷ số cán bộ, công chức",
    en = "Officials proficient in the document system (latest month) ÷ officials",
  },
  source = sources.agency, frequency = sources.monthly, owner = owners.offices,
  over = "agency_month", latest = "agency",
  ratio = {
    numerator = function(a) return a.staff_proficient end,
    denominator = function(a) return a.staff end,
  },
  by = { "agency" },
  target = { at_least = 100, by = 2030, baseline = { [2025] = baselines.staff_proficient_edocs } },
}

indicator "schools_signing_digitally" {
  code = "II.3.2.3",
  label = { vi = "Cơ sở giáo dục ký số sổ sách, sổ điểm, học bạ", en = "Schools that sign their books digitally" },
  definition = {
    vi = "Trường ký số mọi loại sổ mà cấp học phải có (mầm non: hồ sơ, sổ sách; cấp khác: thêm sổ điểm, học bạ) ÷ "
      .. "số trường",
    en = "Schools that sign every book of their level (preschool: registers; others: grade books, reports too) ÷ "
      .. "schools",
  },
  source = sources.school, frequency = sources.half_yearly, owner = owners.schools,
  over = "school",
  share = function(s)
    if s.level == "preschool" then return s.signs_registers end
    return s.signs_registers and s.signs_grade_books and s.signs_reports
  end,
  by = { "school", "school_level" },
  target = { at_least = 100, by = 2030, baseline = { [2025] = baselines.schools_signing_digitally } },
}

indicator "procedures_online" {
  code = "II.3.2.4",
  label = { vi = "Hồ sơ thủ tục hành chính xử lý trực tuyến", en = "Dossiers processed online" },
  definition = {
    vi = "Hồ sơ tiếp nhận và xử lý trực tuyến ÷ hồ sơ tiếp nhận",
    en = "Dossiers received and processed online ÷ dossiers received",
  },
  source = sources.agency, frequency = sources.monthly, owner = owners.service_centre,
  over = "agency_month",
  among = takes_dossiers,
  ratio = {
    numerator = function(a) return a.received_online end,
    denominator = function(a) return a.received end,
  },
  by = { "agency" },
  target = { at_least = 100, by = 2030, baseline = { [2025] = baselines.procedures_online } },
}

indicator "data_reused" {
  code = "II.3.2.5",
  label = { vi = "Khai thác, sử dụng lại dữ liệu đã số hóa", en = "Reuse of digitised data" },
  definition = {
    vi = "Hồ sơ đã dùng lại dữ liệu số hóa ÷ hồ sơ có dữ liệu đã số hóa để dùng lại",
    en = "Dossiers in which digitised data were reused ÷ dossiers for which such data existed",
  },
  source = sources.agency, frequency = sources.monthly, owner = owners.service_centre,
  over = "agency_month",
  among = takes_dossiers,
  ratio = {
    numerator = function(a) return a.reused end,
    denominator = function(a) return a.reuse_possible end,
  },
  by = { "agency" },
  target = { at_least = 100, by = 2030, baseline = { [2025] = baselines.data_reused } },
}

indicator "dossiers_digitised" {
  code = "II.3.2.6",
  label = { vi = "Số hóa hồ sơ, kết quả giải quyết", en = "Dossiers and results digitised" },
  definition = {
    vi = "(Hồ sơ đã số hóa + kết quả đã số hóa) ÷ (hồ sơ tiếp nhận + kết quả đã cấp)",
    en = "(Dossiers digitised + results digitised) ÷ (dossiers received + results issued)",
  },
  source = sources.agency, frequency = sources.monthly, owner = owners.service_centre,
  over = "agency_month",
  among = takes_dossiers,
  ratio = {
    numerator = function(a) return a.dossiers_digitised + a.results_digitised end,
    denominator = function(a) return a.received + a.results_issued end,
  },
  by = { "agency" },
  target = { at_least = 100, by = 2030, baseline = { [2025] = baselines.dossiers_digitised } },
}

indicator "dossiers_digitised_intake" {
  component = true,
  label = { vi = "– Hồ sơ tiếp nhận đã số hóa", en = "– Dossiers received, digitised" },
  definition = { vi = "Hồ sơ đã số hóa ÷ hồ sơ tiếp nhận", en = "Dossiers digitised ÷ dossiers received" },
  source = sources.agency, frequency = sources.monthly, owner = owners.service_centre,
  over = "agency_month",
  among = takes_dossiers,
  ratio = {
    numerator = function(a) return a.dossiers_digitised end,
    denominator = function(a) return a.received end,
  },
  by = { "agency" },
}

indicator "dossiers_digitised_results" {
  component = true,
  label = { vi = "– Kết quả giải quyết đã số hóa", en = "– Results digitised" },
  definition = { vi = "Kết quả đã số hóa ÷ kết quả đã cấp", en = "Results digitised ÷ results issued" },
  source = sources.agency, frequency = sources.monthly, owner = owners.service_centre,
  over = "agency_month",
  among = takes_dossiers,
  ratio = {
    numerator = function(a) return a.results_digitised end,
    denominator = function(a) return a.results_issued end,
  },
  by = { "agency" },
}

indicator "results_issued_electronically" {
  code = "II.3.2.7",
  label = { vi = "Cấp kết quả giải quyết điện tử", en = "Results issued electronically" },
  definition = {
    vi = "Hồ sơ đã giải quyết có kết quả điện tử ÷ hồ sơ đã giải quyết",
    en = "Dossiers resolved with an electronic result ÷ dossiers resolved",
  },
  source = sources.agency, frequency = sources.monthly, owner = owners.service_centre,
  over = "agency_month",
  among = takes_dossiers,
  ratio = {
    numerator = function(a) return a.results_electronic end,
    denominator = function(a) return a.resolved end,
  },
  by = { "agency" },
  target = { at_least = 100, by = 2030, baseline = { [2025] = baselines.results_issued_electronically } },
}

indicator "fees_paid_online" {
  code = "II.3.2.8",
  label = { vi = "Thanh toán trực tuyến phí, lệ phí", en = "Fees paid online" },
  definition = {
    vi = "Hồ sơ nộp phí, lệ phí trực tuyến ÷ hồ sơ đến hạn nộp phí, lệ phí",
    en = "Dossiers paid online ÷ dossiers whose fee fell due",
  },
  source = sources.agency, frequency = sources.monthly, owner = owners.service_centre,
  over = "agency_month",
  among = takes_dossiers,
  ratio = {
    numerator = function(a) return a.fees_online end,
    denominator = function(a) return a.fees_due end,
  },
  by = { "agency" },
  target = { at_least = 100, by = 2030, baseline = { [2025] = baselines.fees_paid_online } },
}

indicator "satisfaction" {
  code = "II.3.2.9",
  label = { vi = "Người dân, doanh nghiệp hài lòng", en = "Satisfied citizens and enterprises" },
  definition = {
    vi = ("Phiếu chấm từ %d đến 5 điểm ÷ phiếu có chấm điểm"):format(definitions.satisfied_from),
    en = ("Slips rated %d to 5 ÷ slips with a rating"):format(definitions.satisfied_from),
  },
  source = sources.satisfaction, frequency = sources.monthly, owner = owners.service_centre,
  over = "satisfaction",
  share = function(s) return number(s.rating) >= definitions.satisfied_from end,
  by = { "customer" },
  target = { above = 98, by = 2030, baseline = { [2025] = baselines.satisfaction } },
}

indicator "satisfaction_dossiers_resolved" {
  component = true, unit = "number",
  label = { vi = "– Số hồ sơ đã giải quyết trong kỳ", en = "– Dossiers resolved in the period" },
  definition = { vi = "Tổng số hồ sơ đã giải quyết", en = "Dossiers resolved, in all" },
  source = sources.agency, frequency = sources.monthly, owner = owners.service_centre,
  over = "agency_month",
  among = takes_dossiers,
  total = function(a) return a.resolved end,
  by = { "agency" },
}
