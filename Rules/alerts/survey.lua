-- Điều tra hộ: a clear fall against the round before, villages far below the commune. Only the handful of indicators of
-- limits.main_survey, and only rounds that are over (period = "last_closed", the default).
local limits = require "alert_limits"
local words = require "words"
local t = words.t

for _, main in ipairs(limits.main_survey) do
  -- A round that came about in another way (a census, then a sample) is not compared: then no change is clear.
  alert(main.id .. "_fall") {
    label = { vi = main.vi .. ": giảm rõ rệt so với kỳ trước", en = main.en .. ": a clear fall since the last round" },
    watch = main.id,
    when = function(now) return now.change.clear and now.change.difference < 0 end,
    message = function(now)
      return t {
        vi = "%s: %s trong %s, giảm %s so với kỳ trước (sai số ± %s). Việc đầu tiên: xem nơi giảm nhiều nhất, "
          .. "chiso eval %s --by village",
        en = "%s: %s in %s, down %s since the last round (error ± %s). First: see where it fell most, chiso eval %s "
          .. "--by village",
      }:format(t(main), percent(now.value), words.period(now.period), words.points(-now.change.difference),
        words.points(now.change.margin), main.id)
    end,
  }

  alert(main.id .. "_village_low") {
    label = { vi = main.vi .. ": thôn thấp hơn hẳn toàn xã", en = main.en .. ": villages far below the commune" },
    watch = main.id, by = "village",
    -- The interval must lie below the commune's value as well: a low value of few persons is no news.
    when = function(now)
      return now.n >= limits.village_least and now.whole.value - now.value >= limits.village_points
        and now.high < now.whole.value
    end,
    message = function(now)
      return t {
        vi = "%s: %s, toàn xã %s (thấp hơn %s), %s. Việc đầu tiên: xem phiếu của thôn, chiso report village_sheet "
          .. "--where village=%s",
        en = "%s: %s, the commune %s (%s lower), %s. First: look at its sheet, chiso report village_sheet --where "
          .. "village=%s",
      }:format(now.label, percent(now.value), percent(now.whole.value), words.points(now.whole.value - now.value),
        words.period(now.period), now.labels.village)
    end,
    max_instances = 6,
  }
end
