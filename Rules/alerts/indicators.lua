-- Chỉ tiêu chậm: at the close of a period, which are behind their path; a message a pillar, for the leaders.
local owners = require "owners"
local results = require "results"
local words = require "words"
local t = words.t

alert "indicator_behind" {
  label = { vi = "Chỉ tiêu chậm so với lộ trình", en = "An indicator is behind its path" },
  period = "last_closed",
  watch = function(data)
    local rows = {}
    for _, pillar in ipairs(results.pillars) do
      -- Components have no target of their own and are left out.
      for _, figure in ipairs(data:indicators { group = pillar.group, except = pillar.except }) do
        table.insert(rows, {
          labels = { indicator = figure.id }, label = words.called(figure), owner = t(owners.peoples_committee),
          pillar = t(pillar), value = figure.number, badness = figure.gap_number,
          -- What cannot be judged is no reason for alarm, nor for all being well.
          no_data = not figure.number and figure.status or nil,
          is_behind = figure.status_code == "behind",
          said = { figure.value, figure.expected, figure.gap, data.period.label, figure.owner },
        })
      end
    end
    return rows
  end,
  when = function(row) return row.is_behind end,
  message = function(row)
    local value, expected, gap, period, owner = table.unpack(row.said)
    return t {
      vi = "%s: %s, lộ trình cần %s (thiếu %s), %s. Làm trước: %s",
      en = "%s: %s, the path needs %s (short by %s), %s. Who acts first: %s",
    }:format(row.label, value, expected, gap, period, owner)
  end,
  group_by = { "pillar" },
}
