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
    when = function(now) return now.change.clear and now.change.difference <= -limits.fall_points end,
    message = function(now)
      local fall = words.points(-now.change.difference)
      if now.change.margin > 0 then fall = ("%s ± %s"):format(fall, words.points(now.change.margin)) end
      return t {
        vi = "%s: %s trong %s, giảm %s so với kỳ trước. Việc đầu tiên: xem nơi giảm nhiều nhất, chiso eval %s "
          .. "--by village --period %s",
        en = "%s: %s in %s, down %s since the last round. First: see where it fell most, chiso eval %s --by village "
          .. "--period %s",
      }:format(t(main), percent(now.value), words.period(now.period), fall, main.id, now.period)
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
          .. "--period %s --where village=%s",
        en = "%s: %s, the commune %s (%s lower), %s. First: look at its sheet, chiso report village_sheet --period "
          .. "%s --where village=%s",
      }:format(now.label, percent(now.value), percent(now.whole.value), words.points(now.whole.value - now.value),
        words.period(now.period), now.period, now.labels.village)
    end,
    max_instances = 6,
  }
end
