-- Câu bắt buộc và mức nhỏ nhất, lớn nhất của mọi phiếu, phiếu này sang phiếu khác.

-- What must be answered in any case, and what makes the other questions be asked.
local required = {
  school = { "school", "signs_registers" },
  village = { "village", "households", "households_1gbps", "households_5g", "team", "learning_spaces" },
  enterprise = { "enterprise", "kind", "size", "e_tax" },
  agency_month = {
    "agency", "month", "documents_sent", "documents_signed", "staff", "staff_proficient", "documents_connected",
    "mail_connected", "reports_connected",
  },
  commune_year = {
    "commune", "stage", "reported_on", "budget_spent", "sti_planned", "sti_budget", "sti_enterprises", "sti_other",
    "gross_product", "gross_output", "digital_output", "models", "advanced_new_rural",
  },
  ocop_product = { "product", "on_platform" },
  satisfaction = { "rated_on", "customer" },
  action = { "task", "updated_on", "status", "result" },
  comment = { "topic", "period", "content" },
  household_reinterview = { "village", "household_no", "members", "connection", "production" },
  household = { "village", "household_no", "consent", "members", "connection", "production", "payments_7d" },
}

-- What need not be answered.
local optional = {
  satisfaction = { "rating" },
  action = { "spent", "difficulty", "cause", "proposal", "next_step" },
  commune_year = {
    "register_people_14", "register_vneid", "register_people", "register_health_books", "register_people_15",
    "register_accounts",
  },
}

for form, names in pairs(required) do
  test(("phiếu %s: những câu phải trả lời"):format(form), function(t)
    local i = t:interview(form)
    for _, name in ipairs(names) do t:check(i:required(name), name) end
    for _, name in ipairs(optional[form] or {}) do t:check(not i:required(name), name) end
  end)
end

-- The least answer, after the answers that it depends on, and the most where there is one.
local limits = {
  { "village", "households", 1, answers = {} },
  { "village", "households_1gbps", 0, answers = {} },
  { "village", "households_5g", 0, answers = {} },
  { "village", "team_meetings", 0, 200, answers = { team = true } },
  { "village", "team_helped", 0, answers = { team = true } },
  { "village", "learning_spaces", 0, 50, answers = {} },
  { "enterprise", "payments_month", 0, answers = { enterprise = "dn001", kind = "doanh_nghiep" } },
  { "enterprise", "payments_cashless_month", 0, 1,
    answers = { enterprise = "dn001", kind = "doanh_nghiep", payments_month = 1 } },
  { "agency_month", "documents_sent", 0, answers = {} },
  { "agency_month", "documents_signed", 0, answers = {} },
  { "agency_month", "staff", 1, answers = {} },
  { "agency_month", "staff_proficient", 0, answers = {} },
  { "commune_year", "models", 0, 30, answers = {} },
  { "action", "spent", 0, answers = {} },
  { "household_reinterview", "members", 1, 30, answers = {} },
  { "household", "payments_7d", 0, answers = {} },
  { "household", "payments_cashless_7d", 0, 1, answers = { payments_7d = 1 } },
}
for _, name in ipairs { "budget_spent", "sti_planned", "sti_budget", "sti_enterprises", "sti_other", "gross_product",
  "gross_output", "digital_output", "register_people_14", "register_vneid", "register_people",
  "register_health_books", "register_people_15", "register_accounts" } do
  table.insert(limits, { "commune_year", name, 0, answers = {} })
end
for _, name in ipairs { "carried_over", "received", "received_online", "resolved", "withdrawn", "pending",
  "reuse_possible", "reused", "dossiers_digitised", "results_issued", "results_digitised", "results_electronic",
  "fees_due", "fees_online" } do
  table.insert(limits, { "agency_month", name, 0, answers = { agency = "police" } })
end

for _, limit in ipairs(limits) do
  local form, name, least, most = limit[1], limit[2], limit[3], limit[4]
  test(("phiếu %s, câu %s: từ %d"):format(form, name, least), function(t)
    local i = t:interview(form)
    for question, answer in pairs(limit.answers) do i:answer(question, answer) end
    t:check(i:asked(name))
    t:check(not i:refused(name, least), "mức nhỏ nhất")
    t:check(i:refused(name, least - 1), "dưới mức nhỏ nhất")
    if most then
      t:check(not i:refused(name, most), "mức lớn nhất")
      t:check(i:refused(name, most + 1), "trên mức lớn nhất")
    end
  end)
end

test("tốc độ dưới 1 Mb/s vẫn nhận sau khi hỏi lại", function(t)
  local i = t:interview "household"
  i:answer("connection", "mobile")
  i:confirm("speed_mbps", 0.5)
  t:equal(i:value "speed_mbps", 0.5)
end)

test("doanh nghiệp không trả lần nào thì không hỏi bao nhiêu lần không tiền mặt", function(t)
  local i = t:interview "enterprise"
  i:answer("enterprise", "dn001")
  i:answer("kind", "hop_tac_xa")
  i:answer("payments_month", 0)
  t:check(not i:asked "payments_cashless_month")
end)
