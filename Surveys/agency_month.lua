-- Báo cáo tháng của cơ quan: one record an agency and month.
-- Every count is of that month alone, never since the beginning of the year.
local definitions = require "definitions"

local not_more = { vi = "Không thể lớn hơn tổng số", en = "Not more than the whole" }

form "agency_month" {
  version = 1,
  label = { vi = "Báo cáo tháng của cơ quan", en = "Monthly report of an agency" },
  key = { "agency" },
  round = "month",
  measures = "flow",
  period_field = "month",
  frame = from_csv "agencies",

  select_one "agency" {
    label = { vi = "Cơ quan", en = "Agency" },
    choices = from_csv "agencies", required = true,
  },
  text "month" {
    label = { vi = "Tháng báo cáo (năm-tháng, như 2026-05)", en = "Month reported (such as 2026-05)" },
    pattern = "20%d%d%-[01]%d", required = true,
    constraint = function(value)
      local month = number(value:sub(6, 7))
      return month >= 1 and month <= 12
    end,
    constraint_message = { vi = "Tháng từ 01 đến 12", en = "Months go from 01 to 12" },
  },

  group "documents" {
    label = { vi = "Văn bản", en = "Documents" },
    hint = {
      vi = "Chỉ số liệu của tháng; không tính văn bản mật và văn bản phải gửi bản giấy",
      en = "This month only; secret and paper-only documents excluded",
    },
    integer "documents_sent" {
      label = { vi = "Văn bản gửi cơ quan khác", en = "Documents sent to other bodies" },
      required = true, min = 0,
    },
    integer "documents_signed" {
      label = { vi = "Trong đó gửi điện tử, có ký số", en = "Of these, sent electronically with a digital signature" },
      required = true, min = 0,
      constraint = function(value, a) return value <= a.documents_sent end,
      constraint_message = not_more,
    },
  },

  group "officials" {
    label = { vi = "Cán bộ, công chức (cuối tháng)", en = "Officials (at the month's end)" },
    integer "staff" {
      label = { vi = "Số cán bộ, công chức", en = "Officials" },
      required = true, min = 1,
    },
    integer "staff_proficient" {
      label = {
        vi = "Trong đó dùng thành thạo hệ thống văn bản điện tử",
        en = "Of these, proficient in the document system",
      },
      required = true, min = 0,
      constraint = function(value, a) return value <= a.staff end,
      constraint_message = not_more,
    },
  },

  group "systems" {
    label = { vi = "Hệ thống dùng chung (cuối tháng)", en = "Shared systems (at the month's end)" },
    hint = { vi = "Có: đang dùng và đã liên thông", en = "Yes: in use and connected" },
    yes_no "documents_connected" {
      label = { vi = "Hệ thống quản lý văn bản và điều hành?", en = "Document and management system?" },
      required = true,
    },
    yes_no "mail_connected" {
      label = { vi = "Thư điện tử công vụ?", en = "Official e-mail?" },
      required = true,
    },
    yes_no "reports_connected" {
      label = { vi = "Hệ thống thông tin báo cáo?", en = "Reporting system?" },
      required = true,
    },
    yes_no "dossiers_connected" {
      label = { vi = "Hệ thống giải quyết thủ tục hành chính?", en = "Dossier system?" },
      relevant = function(a) return definitions.takes_dossiers(a) end,
      required = true,
    },
  },

  group "dossiers" {
    label = { vi = "Hồ sơ thủ tục hành chính trong tháng", en = "Dossiers of the month" },
    relevant = function(a) return definitions.takes_dossiers(a) end,
    integer "carried_over" {
      label = { vi = "Tháng trước chuyển sang", en = "Carried over" },
      required = true, min = 0,
    },
    integer "received" {
      label = { vi = "Tiếp nhận trong tháng", en = "Received" },
      required = true, min = 0,
    },
    integer "received_online" {
      label = { vi = "Trong đó tiếp nhận và xử lý trực tuyến", en = "Of these, received and processed online" },
      required = true, min = 0,
      constraint = function(value, a) return value <= a.received end,
      constraint_message = not_more,
    },
    integer "resolved" {
      label = { vi = "Đã giải quyết", en = "Resolved" },
      required = true, min = 0,
    },
    integer "withdrawn" {
      label = { vi = "Công dân rút", en = "Withdrawn" },
      required = true, min = 0,
    },
    integer "pending" {
      label = { vi = "Còn đang giải quyết", en = "Pending" },
      required = true, min = 0,
      constraint = function(value, a)
        return a.carried_over + a.received == a.resolved + value + a.withdrawn
      end,
      constraint_message = {
        vi = "Chuyển sang + tiếp nhận phải bằng đã giải quyết + còn lại + rút",
        en = "Carried over + received must equal resolved + pending + withdrawn",
      },
    },
    integer "reuse_possible" {
      label = { vi = "Hồ sơ có dữ liệu đã số hóa để dùng lại", en = "Dossiers for which digitised data existed" },
      required = true, min = 0,
    },
    integer "reused" {
      label = { vi = "Trong đó đã dùng lại dữ liệu", en = "Of these, with the data reused" },
      required = true, min = 0,
      constraint = function(value, a) return value <= a.reuse_possible end,
      constraint_message = not_more,
    },
    integer "dossiers_digitised" {
      label = { vi = "Hồ sơ tiếp nhận đã số hóa", en = "Dossiers received that were digitised" },
      required = true, min = 0,
      constraint = function(value, a) return value <= a.received end,
      constraint_message = not_more,
    },
    integer "results_issued" {
      label = { vi = "Kết quả đã cấp", en = "Results issued" },
      required = true, min = 0,
    },
    integer "results_digitised" {
      label = { vi = "Trong đó đã số hóa", en = "Of these, digitised" },
      required = true, min = 0,
      constraint = function(value, a) return value <= a.results_issued end,
      constraint_message = not_more,
    },
    integer "results_electronic" {
      label = { vi = "Hồ sơ đã giải quyết có kết quả điện tử", en = "Resolved dossiers with an electronic result" },
      required = true, min = 0,
      constraint = function(value, a) return value <= a.resolved end,
      constraint_message = not_more,
    },
    integer "fees_due" {
      label = { vi = "Hồ sơ đến hạn nộp phí, lệ phí", en = "Dossiers whose fee fell due" },
      required = true, min = 0,
    },
    integer "fees_online" {
      label = { vi = "Trong đó nộp trực tuyến", en = "Of these, paid online" },
      required = true, min = 0,
      constraint = function(value, a) return value <= a.fees_due end,
      constraint_message = not_more,
    },
  },
}
