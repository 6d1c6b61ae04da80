-- Dữ liệu thử: the records that several files of Rules/tests make, and how the alerts of a rule are read.
local testing = {}

-- A table with some fields changed.
local function with(fields, changes)
  for name, value in pairs(changes or {}) do fields[name] = value end
  return fields
end

-- A month of an agency that takes dossiers: 300 of 400 dossiers online, 240 of 300 fees, all of 40 documents signed.
function testing.month(t, id, changes)
  t:record("agency_month", with({
    agency = "service_centre", month = id, documents_sent = 40, documents_signed = 40, staff = 10, staff_proficient = 8,
    documents_connected = true, mail_connected = true, reports_connected = true, dossiers_connected = true,
    carried_over = 5, received = 400, received_online = 300, resolved = 395, withdrawn = 0, pending = 10,
    reuse_possible = 40, reused = 10, dossiers_digitised = 390, results_issued = 395, results_digitised = 390,
    results_electronic = 376, fees_due = 300, fees_online = 240,
  }, changes))
end

-- A month of an agency without dossiers.
function testing.office_month(t, agency, id, changes)
  t:record("agency_month", with({
    agency = agency, month = id, documents_sent = 20, documents_signed = 20, staff = 5, staff_proficient = 4,
    documents_connected = true, mail_connected = true, reports_connected = true,
  }, changes))
end

-- A grown person with the answers of most.
function testing.person(changes)
  return with({
    name = "Lê Văn An", relation = "head", sex = "male", birth_year = 1985, birth_month = 3, residence = "resident",
    vneid = "level_2", health_book = true, account = "bank", _answered_by = "self",
    trained_digital = true, trained_safety = true,
    health_online = true, education_online = false, insurance_online = false, transport_online = false,
    needed_service = false, e_signature = false,
  }, changes)
end

-- A household with fibre, of some persons, or of one; the record.
function testing.household(t, village, number, changes)
  local h = with({
    village = village, household_no = tostring(number), consent = true, _respondent = "Lê Văn An",
    person = { testing.person() }, connection = "fibre", production = "none", payments_7d = 0,
  }, changes)
  h.members = #h.person
  return t:record("household", h)
end

-- The commune's figures of a year up to a day, in million dong: 12 spent on science, of 1000 spent and of 30 planned.
function testing.commune_year(t, stage, day, changes)
  t:record("commune_year", with({
    commune = "mo_duc", stage = stage, reported_on = day, budget_spent = 1000, sti_planned = 30, sti_budget = 12,
    sti_enterprises = 100, sti_other = 8, gross_product = 4000, gross_output = 10000, digital_output = 4200,
    models = 1, model = { { name = "Chợ số", recognised = true } }, advanced_new_rural = false,
  }, changes))
end

-- A village's form: 50 of 100 households can have 1 Gb/s, all have 5G, and its team met and helped enough.
function testing.village(t, id, changes)
  t:record("village", with({
    village = id, households = 100, households_1gbps = 50, households_5g = 100,
    team = true, team_meetings = 2, team_helped = 10, team_last_active = "2026-06-20", learning_spaces = 1,
  }, changes))
end

-- The alerts of a rule by the value of a label, their messages as they are typed: percent() sets a space there that no
-- line is broken at.
function testing.by(found, label)
  local alerts = {}
  for _, alert in ipairs(found.alerts) do
    alert.message = alert.message:gsub("\u{A0}", " ")
    alerts[alert.labels[label]] = alert
  end
  return alerts
end

return testing
