-- Thủ tục hành chính: dossiers online, fees paid online, satisfaction.
local limits = require "alert_limits"
local words = require "words"
local t = words.t

-- By agency, so that a month in which one has not reported is not compared with one in which it has.
alert "procedures_online_low" {
  label = { vi = "Hồ sơ trực tuyến dưới lộ trình, hai tháng liền", en = "Dossiers online below the path, two months" },
  watch = "procedures_online", by = "agency",
  when = function(now, before)
    local function is_low(figure)
      return figure.denominator >= limits.dossiers_least and figure.value < figure.expected
    end
    return is_low(now) and is_low(before)
  end,
  message = function(now, before)
    return t {
      vi = "%s: %s hồ sơ trực tuyến trong %s (trước đó %s), lộ trình cần %s. Việc đầu tiên: xem thủ tục nào còn nhận "
        .. "hồ sơ giấy nhiều nhất",
      en = "%s: %s of the dossiers online in %s (before: %s), the path needs %s. First: see which procedures still "
        .. "take most paper",
    }:format(now.label, percent(now.value), words.period(now.period), percent(before.value), percent(now.expected))
  end,
  repeat_every = "1 month",
}

-- Over the commune: one agency has too few fees a month to tell a fall from chance. Both months must have the reports
-- of as many agencies.
alert "fees_online_fall" {
  label = { vi = "Thanh toán trực tuyến giảm mạnh", en = "Online payment of fees has fallen" },
  watch = "fees_paid_online",
  when = function(now, before)
    -- First what may be no data: a month without reports is not over for that.
    return before.value - now.value > limits.fees_fall and now.n == before.n
      and now.denominator >= limits.fees_least and before.denominator >= limits.fees_least
  end,
  message = function(now, before)
    return t {
      vi = "Phí, lệ phí nộp trực tuyến: %s trong %s, trước đó %s (giảm %s). Việc đầu tiên: thử nộp một hồ sơ trên Cổng "
        .. "dịch vụ công, hỏi bộ phận một cửa",
      en = "Fees paid online: %s in %s, before %s (down %s). First: try a payment on the portal, ask the counter",
    }:format(percent(now.value), words.period(now.period), percent(before.value),
      words.points(before.value - now.value))
  end,
}

alert "satisfaction_low" {
  label = { vi = "Mức hài lòng không quá 98 %, ba tháng", en = "Satisfaction at or under 98 % over three months" },
  watch = "satisfaction", period = "last_3_months",
  when = function(now) return now.n >= limits.ratings_least and now.value <= now.target end,
  message = function(now)
    return t {
      vi = "Hài lòng %s, cần trên %s (%d phiếu, %s). Việc đầu tiên: đọc các phiếu chấm 1–3 và gọi lại người dân",
      en = "%s satisfied, above %s is needed (%d slips, %s). First: read the slips rated 1 to 3",
    }:format(percent(now.value), percent(now.target), now.n, words.period(now.period))
  end,
  -- Slips of the last days of a month are still being typed in at the beginning of the next.
  pending_for = "3d", repeat_every = "1 month",
}
