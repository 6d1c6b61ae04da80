-- Báo cáo tháng của cơ quan: dossiers that add up, counts of one month only, and months that follow each other.
local definitions = require "definitions"

local takes_dossiers = definitions.takes_dossiers

-- 2026-05 as a number of months, so that the next month is one more.
local function months(a)
  return 12 * number(a.month:sub(1, 4)) + number(a.month:sub(6, 7))
end

-- Whether the earlier report is that of the month before.
local function follows(now, before) return months(now) == months(before) + 1 end

validation "agency_dossiers_add_up" {
  over = "agency_month", severity = "error",
  among = takes_dossiers,
  must = function(a) return a.carried_over + a.received == a.resolved + a.pending + a.withdrawn end,
  message = {
    vi = "Hồ sơ không khớp: chuyển sang + tiếp nhận phải bằng đã giải quyết + còn lại + rút",
    en = "The dossiers do not add up: carried over + received must equal resolved + pending + withdrawn",
  },
}

validation "agency_carried_over_from_before" {
  label = { vi = "Hồ sơ chuyển sang bằng số còn lại tháng trước", en = "Carried over as many as were pending" },
  over = "agency_month", severity = "warning",
  among = function(now, before) return takes_dossiers(now) and follows(now, before) end,
  previous = function(now, before) return now.carried_over == before.pending end,
  message = function(now, before)
    return {
      vi = ("Tháng trước còn %d hồ sơ, tháng này ghi chuyển sang %d: sửa một trong hai báo cáo")
        :format(before.pending, now.carried_over),
      en = ("%d dossiers were pending, %d are carried over: mend one of the two reports")
        :format(before.pending, now.carried_over),
    }
  end,
}

-- Since January instead of the month: every count then grows by about a month's worth.
local counts = { "documents_sent", "received", "resolved", "results_issued", "fees_due" }

validation "agency_counts_of_one_month" {
  over = "agency_month", severity = "warning",
  among = function(now, before)
    return takes_dossiers(now) and follows(now, before) and number(now.month:sub(6, 7)) > 1
  end,
  previous = function(now, before)
    local least = 1 + 0.6 / (number(now.month:sub(6, 7)) - 1)
    -- What was 0 a month before grows by any factor, and says nothing.
    local grown = 0
    for _, name in ipairs(counts) do
      if before[name] > 0 then
        if now[name] < least * before[name] then return true end
        grown = grown + 1
      end
    end
    return grown == 0
  end,
  message = {
    vi = "Mọi số đều tăng như cộng dồn từ đầu năm: phiếu chỉ lấy số của riêng tháng báo cáo",
    en = "All counts grow as if added up since January: the form asks for the month alone",
  },
}

validation "agency_results_not_more_than_resolved" {
  over = "agency_month", severity = "warning",
  among = takes_dossiers,
  must = function(a) return a.results_issued <= a.resolved end,
  message = {
    vi = "Kết quả đã cấp nhiều hơn hồ sơ đã giải quyết: xem lại, có thể tính cả kết quả của tháng trước",
    en = "More results issued than dossiers resolved: some may be of the month before",
  },
}

validation "agency_fees_not_more_than_dossiers" {
  over = "agency_month", severity = "error",
  among = takes_dossiers,
  must = function(a) return a.fees_due <= a.carried_over + a.received end,
  message = {
    vi = "Hồ sơ đến hạn nộp phí nhiều hơn hồ sơ phải giải quyết: có thể ghi nhầm số tiền",
    en = "More fees due than there are dossiers: an amount may have been given",
  },
}

validation "agency_reuse_not_more_than_dossiers" {
  over = "agency_month", severity = "error",
  among = takes_dossiers,
  must = function(a) return a.reuse_possible <= a.carried_over + a.received end,
  message = {
    vi = "Hồ sơ có dữ liệu để dùng lại nhiều hơn hồ sơ phải giải quyết",
    en = "More dossiers with data to reuse than there are dossiers",
  },
}

validation "agency_staff_like_before" {
  label = { vi = "Số cán bộ gần như lần báo cáo trước", en = "About as many officials as before" },
  over = "agency_month", severity = "warning",
  previous = function(now, before) return now.staff <= 2.5 * before.staff and before.staff <= 2.5 * now.staff end,
  message = function(now, before)
    return {
      vi = ("Số cán bộ từ %d thành %d: xem lại, nếu đúng hãy ghi rõ trong báo cáo"):format(before.staff, now.staff),
      en = ("The officials went from %d to %d: check, and explain it if it is right"):format(before.staff, now.staff),
    }
  end,
}

validation "agency_month_has_ended" {
  over = "agency_month", severity = "error",
  must = function(a) return months(a) <= 12 * today().year + today().month end,
  message = {
    vi = "Tháng báo cáo ở tương lai: xem lại năm và tháng",
    en = "The month reported lies in the future: check year and month",
  },
}
