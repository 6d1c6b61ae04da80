-- Số liệu thử: made-up monthly reports, for the demonstration only. One run a month: --period 2026-05.

-- A whole number between two shares of another number.
local function part(whole, from, to)
  return { uniform = { math.ceil(whole * from), math.floor(whole * to) } }
end

-- Dossiers that are open at the end of a month: those that the next report carries over.
local function open_after(month)
  return 12 + month * 7 % 25
end

-- These agencies did not report in these months.
local late = { youth = { [8] = true, [11] = true }, military = { [9] = true } }

-- These have not connected one system yet.
local no_reports = { front = true, youth = true, veterans = true }

simulate "agency_month" {
  _missing = function(a)
    local months = late[a.agency]
    return { share = months and months[today().month] and 1 or 0 }
  end,

  documents_sent = { uniform = { 25, 140 } },
  documents_signed = function(a) return part(a.documents_sent, 0.85, 1) end,
  staff = { uniform = { 6, 14 } },
  staff_proficient = function(a) return part(a.staff, 0.65, 1) end,
  documents_connected = true,
  mail_connected = true,
  reports_connected = function(a) return not no_reports[a.agency] end,
  dossiers_connected = true,

  carried_over = function() return open_after((today().month + 11) % 12) end,
  received = { uniform = { 260, 420 } },
  received_online = function(a) return part(a.received, 0.6, 0.75) end,
  resolved = function(a)
    local most = a.carried_over + a.received - open_after(today().month % 12)
    return { uniform = { most - 4, most } }
  end,
  withdrawn = function(a) return a.carried_over + a.received - a.resolved - open_after(today().month % 12) end,
  pending = function() return open_after(today().month % 12) end,
  reuse_possible = function(a) return part(a.received, 0.4, 0.6) end,
  reused = function(a) return part(a.reuse_possible, 0.2, 0.3) end,
  dossiers_digitised = function(a) return part(a.received, 0.65, 0.8) end,
  results_issued = function(a) return a.resolved end,
  results_digitised = function(a) return part(a.results_issued, 0.7, 0.85) end,
  results_electronic = function(a) return part(a.resolved, 0.7, 0.85) end,
  fees_due = function(a) return part(a.received, 0.5, 0.6) end,
  fees_online = function(a) return part(a.fees_due, 0.42, 0.52) end,
}
