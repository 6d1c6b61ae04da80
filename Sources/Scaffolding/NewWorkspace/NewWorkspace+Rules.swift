/// Indicators and rules over the form, with what they share.
extension NewWorkspace {
    /// `Rules/lib/definitions.lua`.
    var definitions: String {
        """
        --vi Các định nghĩa dùng chung: biểu mẫu, chỉ tiêu, quy tắc kiểm tra đều đọc ở đây (require "definitions").
        --en Definitions shared by the form, the indicators and the checks (require "definitions").
        local definitions = {}

        --vi Từ tuổi này là người lớn.
        --en Adults are of this age and over.
        definitions.adult_age = 18

        --vi Từ tuổi này có thể có tài khoản VNeID mức 2.
        --en A level-2 VNeID account may be had from this age on.
        definitions.vneid_age = 14

        function definitions.is_adult(p)
          return p.age >= definitions.adult_age
        end

        function definitions.age_group(p)
          if p.age < definitions.vneid_age then return "0-13" end
          if p.age < 60 then return "14-59" end
          return "60+"
        end

        return definitions

        """
    }

    /// `Rules/indicators/dimensions.lua`.
    var dimensions: String {
        """
        --vi Cách phân tổ: thêm vào những câu chọn một (village, sex …), vốn dùng được ngay trong by.
        --en Splits beyond the questions with one answer (village, sex …), which serve in "by" as they are.
        local definitions = require "definitions"

        dimension "age_group" {
          over = "household.person",
          label = { vi = "Nhóm tuổi", en = "Age group" },
          value = definitions.age_group,
          order = { "0-13", "14-59", "60+" },
        }

        """
    }

    /// `Rules/indicators/household.lua`.
    var indicators: String {
        """
        --vi Chỉ tiêu tính từ phiếu hộ. Sửa công thức, lưu, chạy lại chiso eval là thấy số mới.
        --en Indicators from the household form. Change a formula, save, and run chiso eval again.
        local definitions = require "definitions"

        indicator "vneid_account" {
          --vi Mã trong nghị quyết, kế hoạch; các báo cáo xếp theo mã.
          --en The code in the resolution or plan; reports are in the order of codes.
          code = "1",
          label = { vi = "Người dân có tài khoản VNeID mức 2", en = "People with a level-2 VNeID account" },
          definition = {
            vi = ("Người có tài khoản mức 2 ÷ người từ %d tuổi"):format(definitions.vneid_age),
            en = ("Persons with a level-2 account ÷ persons aged %d and over"):format(definitions.vneid_age),
          },
          --vi Tính trên ai: phiếu ("household") hay từng thành viên ("household.person"); among thu hẹp lại.
          --en Over whom: records ("household") or members ("household.person"); among narrows it down.
          over = "household.person",
          among = function(p) return p.age >= definitions.vneid_age end,
          --vi Tính gì, đúng một trong: share, count, mean, total, quantile, ratio, milestone, derive.
          --en What is computed, exactly one of: share, count, mean, total, quantile, ratio, milestone, derive.
          share = function(p) return p.vneid end,
          --vi Phân tổ: câu chọn một, câu có/không, hoặc một dimension.
          --en Splits: questions with one answer, yes or no, or a dimension.
          by = { "village", "sex", "age_group" },
          --vi Mục tiêu: above, at_least, between, at_most, below. Các số dưới đây là ví dụ: thay bằng số của kế hoạch.
          --en The target: above, at_least, between, at_most, below. These numbers are examples: use your plan's.
          target = { at_least = 90, by = \(year + 4), baseline = { [\(year - 1)] = 50 } },
          owner = { vi = "Công an xã", en = "Commune police" },
        }

        indicator "households_online" {
          code = "2",
          label = { vi = "Hộ có kết nối Internet", en = "Households connected to the Internet" },
          over = "household",
          share = function(h) return h.connection ~= "none" end,
          by = { "village" },
          target = { above = 95, by = \(year + 4), baseline = { [\(year - 1)] = 80 } },
          owner = { vi = "Phòng Văn hóa – Xã hội", en = "Culture and society office" },
        }

        --vi component: số phụ, không đứng riêng trong danh sách chỉ tiêu.
        --en component: serves others, and does not stand among the indicators by itself.
        indicator "fibre_speed" {
          component = true, unit = "Mb/s",
          label = { vi = "Tốc độ cáp quang bình quân", en = "Mean speed of fibre" },
          over = "household",
          among = function(h) return h.connection == "fibre" end,
          mean = function(h) return h.speed_mbps end,
        }

        indicator "persons_per_household" {
          component = true, unit = "number",
          label = { vi = "Nhân khẩu bình quân một hộ", en = "Persons per household" },
          over = "household",
          ratio = { numerator = function(h) return h.members end, denominator = function() return 1 end },
        }

        """
    }

    /// `Rules/validations/household.lua`.
    var validations: String {
        """
        --vi Quy tắc kiểm tra phiếu đã thu, chạy bằng chiso data validate.
        --en Rules over collected records, checked by chiso data validate.
        local definitions = require "definitions"

        validation "household_has_an_adult" {
          --vi error: không thể đúng; warning: cần xem lại.
          --en error: cannot be right; warning: to be looked at.
          over = "household", severity = "error",
          --vi must: điều phải đúng trong một phiếu. Hoặc unique: không hai phiếu giống nhau; previous: so với kỳ trước.
          --en must: what holds within a record. Or unique: no two records alike; previous: against the round before.
          must = function(h) return any(h.person, definitions.is_adult) end,
          message = { vi = "Hộ không có ai từ 18 tuổi", en = "No member is 18 or over" },
        }

        validation "household_number_once" {
          over = "household", severity = "error",
          unique = function(h) return h.village .. " " .. number(h.household_no) end,
          message = { vi = "Hai phiếu cùng một mã hộ, như 7 và 007", en = "Two records of one household, as 7 and 007" },
        }

        validation "fibre_speed_plausible" {
          over = "household", severity = "warning",
          --vi among: chỉ xét những phiếu này.
          --en among: only these records are looked at.
          among = function(h) return h.connection == "fibre" end,
          must = function(h) return h.speed_mbps >= 5 end,
          message = { vi = "Cáp quang dưới 5 Mb/s: hỏi lại", en = "Fibre below 5 Mb/s: ask again" },
        }

        """
    }

    /// `Rules/alerts/household.lua`.
    var alerts: String {
        """
        --vi Cảnh báo, xét bằng chiso alerts run: mỗi sáng một lần, theo lịch của máy (cron, systemd).
        --en Alerts, evaluated by chiso alerts run: every morning, by the machine's own schedule (cron, systemd).

        alert "vneid_behind" {
          label = { vi = "VNeID chậm so với lộ trình", en = "VNeID behind its path" },
          --vi Theo dõi chỉ tiêu nào, từng thôn một; bỏ by thì xét số chung.
          --en Which indicator, in every village; without by, the whole.
          watch = "vneid_account", by = "village",
          --vi last_closed (mặc định): kỳ gần nhất đã khóa; hoặc to_date, month, last_3_months …
          --en last_closed (the default): the last period that was closed; or to_date, month, last_3_months …
          period = "last_closed",
          --vi now là số của kỳ; hàm còn nhận before, số của kỳ trước đó. Không có giá trị là thiếu số liệu, không báo.
          --en now is the period's figure; the function also gets before, that of the period before. No value is no alert.
          when = function(now) return now.value < now.expected and now.n >= 30 end,
          --vi Phải đúng suốt 14 ngày mới báo.
          --en It must have held for 14 days.
          pending_for = "14d",
          severity = "warning",
          message = function(now)
            local value, expected = percent(now.value), percent(now.expected)
            return {
              vi = ("%s: %s, lộ trình cần %s"):format(now.label, value, expected),
              en = ("%s: %s, the path needs %s"):format(now.label, value, expected),
            }
          end,
        }

        """
    }
}
