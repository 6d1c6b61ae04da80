"""The figures of the demonstration, computed a second time from exported CSV files.

    python3 figures.py EXPORTS CHOICES PERIOD AS_OF

EXPORTS holds a CSV file a form (`chiso data export`), CHOICES is Surveys/choices. Written from the definitions in words
(code, denominator, source of each target), not from the Lua formulas, and without anything but the standard library, so
that a mistake in either shows. Prints JSON: for each indicator `value numerator denominator n missing missing_among`,
and the same for the rows of some splits.
"""

import csv
import datetime
import json
import math
import os
import sys

EXPORTS, CHOICES, PERIOD, AS_OF = sys.argv[1:5]


class Missing(Exception):
    """A question that was asked and has no value."""


class Row:
    """A row of a CSV file. Reading a cell gives its text, None if it was not asked, or raises Missing."""

    def __init__(self, cells, parent=None):
        self.cells, self.parent = cells, parent

    def __getitem__(self, name):
        if self.cells[name] != "":
            return self.cells[name]
        reason = self.cells.get("_reason." + name, "")
        if reason == "not_asked":
            return None
        raise Missing(reason or "unanswered")

    def yes(self, name):
        return self[name] == "yes"

    def number(self, name):
        text = self[name]
        return None if text is None else float(text)


def table(folder, name):
    path = os.path.join(folder, name + ".csv")
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# Days -----------------------------------------------------------------------------------------------------------------

year, half = int(PERIOD[:4]), PERIOD[5:]
first = datetime.date(year, 1 if half == "H1" else 7, 1)
last = datetime.date(year, 6, 30) if half == "H1" else datetime.date(year, 12, 31)
today = min(last, datetime.date.fromisoformat(AS_OF))


def day(text):
    return datetime.date.fromisoformat(text)


def months_later(date, count):
    months = date.year * 12 + date.month - 1 + count
    later = datetime.date(months // 12, months % 12 + 1, 1)
    end = (later.replace(day=28) + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(days=1)
    return later.replace(day=min(date.day, end.day))


# Records --------------------------------------------------------------------------------------------------------------


def records(form):
    """Complete or approved records of completed visits."""
    rows = [r for r in table(EXPORTS, form) if r["_status"] in ("complete", "approved") and r["_result"] == "completed"]
    return [Row(r) for r in rows]


def flow(form):
    return [r for r in records(form) if first <= day(r["_date"]) <= today]


def state(form, unit, valid_months=12):
    """The latest record of each unit, on or before the day and not older than it is valid."""
    newest = {}
    for record in sorted(records(form), key=lambda r: r["_date"]):
        if day(record["_date"]) <= today <= months_later(day(record["_date"]), valid_months):
            newest[record[unit]] = record
    return list(newest.values())


def members(form, roster, among):
    """The rows of a roster that belong to some records; members who left and duplicates are none of them."""
    parents = {record["_id"]: record for record in among}
    rows = table(EXPORTS, form + "-" + roster)
    there = [r for r in rows if r.get("_member") not in ("left", "duplicate")]
    return [Row(r, parents[r["_parent_id"]]) for r in there if r["_parent_id"] in parents]


villages = {row["name"]: row for row in table(CHOICES, "villages")}
agencies = {row["name"]: row for row in table(CHOICES, "agencies")}
schools = {row["name"]: row for row in table(CHOICES, "schools")}
tasks = {row["name"]: row for row in table(CHOICES, "tasks")}
poverty = {(row["village"], row["household_no"]): row["poverty"] for row in table(CHOICES, "households")}

# Households are taken by whole rounds, since a later round is a sample. 2026-H1 is a census; from 2026-H2 on a household
# stands for the households of its village ÷ those that were completed.
households = [record for record in records("household") if record["_round"] == PERIOD]
persons = members("household", "person", households)
completed = {}
for household in households:
    completed[household["village"]] = completed.get(household["village"], 0) + 1


def weight(row):
    village = (row.parent or row)["village"]
    return 1.0 if PERIOD == "2026-H1" else int(villages[village]["households"]) / completed[village]


def age_in_months(person):
    """From year and month of birth to the day of the visit; without the month, 1 July."""
    try:
        month = int(person["birth_month"])
    except Missing:
        month = 7
    visit = day(person.parent["_date"])
    return max(0, (visit.year - int(person["birth_year"])) * 12 + visit.month - month)


def age(person):
    return age_in_months(person) // 12


def resident(person):
    return person["residence"] == "resident"


def adult(person):
    return resident(person) and age(person) >= 18


def working_age(person):
    """15 to the retirement age: men 61 years 3 months in 2025, 3 months more a year up to 62; women 56 years 8 months,
    4 months more a year up to 60."""
    if person["sex"] == "male":
        retirement = min(61 * 12 + 3 + 3 * (today.year - 2025), 62 * 12)
    else:
        retirement = min(56 * 12 + 8 + 4 * (today.year - 2025), 60 * 12)
    return age(person) >= 15 and age_in_months(person) < retirement


# Figures --------------------------------------------------------------------------------------------------------------

PLAIN = lambda row: 1.0


class Figure:
    def __init__(self):
        self.above, self.below, self.n, self.missing, self.missing_among = [], [], 0, 0, 0

    def numbers(self, scale=100):
        above, below = math.fsum(self.above), math.fsum(self.below)
        value = None if below == 0 else scale * above / below
        return {"value": value, "numerator": above, "denominator": below, "n": self.n, "missing": self.missing,
                "missing_among": self.missing_among}


def add(figure, row, among, above, below, weigh):
    """Counts a row: whether it is in scope first, then what is computed."""
    try:
        if not among(row):
            return
    except Missing:
        figure.missing_among += 1
        return
    try:
        x, y = above(row), below(row)
    except Missing:
        figure.missing += 1
        return
    if x is None or y is None:
        return
    figure.n += 1
    figure.above.append(weigh(row) * x)
    figure.below.append(weigh(row) * y)


results = {}


def ratio(name, rows, above, below=PLAIN, among=lambda row: True, weigh=PLAIN, by={}):
    total, splits = Figure(), {split: {} for split in by}
    for row in rows:
        add(total, row, among, above, below, weigh)
        for split, key in by.items():
            add(splits[split].setdefault(key(row), Figure()), row, among, above, below, weigh)
    results[name] = total.numbers()
    results[name]["by"] = {s: {k: f.numbers() for k, f in rows.items()} for s, rows in splits.items()}
    return total


def share(name, rows, holds, **options):
    return ratio(name, rows, lambda row: 1.0 if holds(row) else 0.0, **options)


def together(name, *parts):
    """Derived: the sums of the parts."""
    whole = Figure()
    for part in parts:
        whole.above += part.above
        whole.below += part.below
        whole.n += part.n
        whole.missing += part.missing
        whole.missing_among += part.missing_among
    results[name] = whole.numbers()


def of_household(row):
    return row.parent or row


def poverty_of(row):
    household = of_household(row)
    return poverty.get((household["village"], household["household_no"]), "_unknown")


BY_HOUSEHOLD = {
    "village": lambda row: of_household(row)["village"],
    "former_unit": lambda row: villages[of_household(row)["village"]]["former_unit"],
    "poverty": poverty_of,
}
BY_PERSON = dict(BY_HOUSEHOLD, sex=lambda person: person["sex"])
OF_PERSONS = {"weigh": weight, "by": BY_PERSON}
OF_HOUSEHOLDS = {"weigh": weight, "by": BY_HOUSEHOLD}

# II.3.1 -----------------------------------------------------------------------------------------------------------------

village_records = state("village", "village")
ratio("broadband_1gbps_access", village_records, lambda v: v.number("households_1gbps"), lambda v: v.number("households"))
ratio("coverage_5g", village_records, lambda v: v.number("households_5g"), lambda v: v.number("households"))


def all_systems(agency):
    systems = ["documents_connected", "mail_connected", "reports_connected"]
    if agencies[agency["agency"]]["dossiers"] == "yes":
        systems.append("dossiers_connected")
    return all([agency.yes(system) for system in systems])


months = flow("agency_month")
newest_months = state("agency_month", "agency")
BY_AGENCY = {"agency": lambda a: a["agency"]}
share("state_on_digital", newest_months, all_systems)

# II.3.2 -----------------------------------------------------------------------------------------------------------------

ratio("documents_signed_digitally", months, lambda a: a.number("documents_signed"),
      lambda a: a.number("documents_sent"), by=BY_AGENCY)
ratio("staff_proficient_edocs", newest_months, lambda a: a.number("staff_proficient"), lambda a: a.number("staff"),
      by=BY_AGENCY)


def signs_all_books(school):
    books = ["signs_registers"]
    if schools[school["school"]]["level"] != "preschool":
        books += ["signs_grade_books", "signs_reports"]
    return all([school.yes(book) for book in books])


share("schools_signing_digitally", state("school", "school"), signs_all_books)
for name, above, below in [
    ("procedures_online", "received_online", "received"),
    ("data_reused", "reused", "reuse_possible"),
    ("results_issued_electronically", "results_electronic", "resolved"),
    ("fees_paid_online", "fees_online", "fees_due"),
]:
    ratio(name, months, lambda a: a.number(above), lambda a: a.number(below))


def both(*names):
    def total(row):
        numbers = [row.number(name) for name in names]
        return None if None in numbers else sum(numbers)

    return total


ratio("dossiers_digitised", months, both("dossiers_digitised", "results_digitised"), both("received", "results_issued"))
share("satisfaction", flow("satisfaction"), lambda s: s["rating"] in ("4", "5"),
      by={"customer": lambda s: s["customer"]})

# II.3.3 -----------------------------------------------------------------------------------------------------------------

commune = state("commune_year", "commune", 18)
ratio("sti_budget_share", commune, lambda c: c.number("sti_budget"), lambda c: c.number("budget_spent"))
ratio("sti_product_share", commune, both("sti_budget", "sti_enterprises", "sti_other"),
      lambda c: c.number("gross_product"))
ratio("digital_economy_share", commune, lambda c: c.number("digital_output"), lambda c: c.number("gross_output"))

enterprises = state("enterprise", "enterprise", 18)
producing = share("producing_households_digital", households, lambda h: h.yes("production_digital"),
                  among=lambda h: h["production"] != "none", **OF_HOUSEHOLDS)
small = share(
    "small_enterprises_digital", enterprises, lambda e: e.yes("uses_digital"),
    among=lambda e: e["kind"] == "hop_tac_xa" or (e["kind"] == "doanh_nghiep" and e["size"] in ("micro", "small")))
together("producers_using_digital", producing, small)
share("ocop_online", state("ocop_product", "product"), lambda o: o.yes("on_platform"))
models = members("commune_year", "model", commune)
recognised = sum(1 for model in models if model.yes("recognised"))
results["digital_economy_models"] = {"value": recognised, "numerator": recognised, "denominator": None,
                                     "n": len(models), "missing": 0, "missing_among": 0}
share("enterprises_e_tax", enterprises, lambda e: e.yes("e_tax"), among=lambda e: e["kind"] == "doanh_nghiep")
share("smes_in_smedx", enterprises, lambda e: e.yes("smedx"),
      among=lambda e: e["kind"] == "doanh_nghiep" and e["size"] != "large")

# II.3.4 -----------------------------------------------------------------------------------------------------------------


def any_service(person):
    """At least one of four: one yes is enough, whatever else is not known."""
    found = []
    for name in ("health_online", "education_online", "insurance_online", "transport_online"):
        try:
            found.append(person.yes(name))
        except Missing:
            found.append(None)
    if True in found:
        return True
    if None in found:
        raise Missing
    return False


def trained_in_both(person):
    """One no is enough, whatever else is not known."""
    found = []
    for name in ("trained_digital", "trained_safety"):
        try:
            found.append(person.yes(name))
        except Missing:
            found.append(None)
    if False in found:
        return False
    if None in found:
        raise Missing
    return True


def fast(household):
    """Fibre in use, or other access of at least 30 Mb/s."""
    if household["connection"] in ("mobile", "other"):
        return household.number("speed_mbps") >= 30
    return household["connection"] == "fibre"


share("adults_digital_services", persons, any_service, among=adult, **OF_PERSONS)
share("households_fast_internet", households, fast, **OF_HOUSEHOLDS)
share("payment_account_15plus", persons, lambda p: p["account"] == "bank",
      among=lambda p: resident(p) and age(p) >= 15, **OF_PERSONS)
share("adults_e_signature", persons, lambda p: p.yes("e_signature"), among=adult, **OF_PERSONS)
share("e_health_record", persons, lambda p: p.yes("health_book"), among=resident, **OF_PERSONS)
together(
    "online_public_service_use",
    share("online_public_service_use_persons", persons, lambda p: p.yes("service_online"),
          among=lambda p: adult(p) and p.yes("needed_service"), **OF_PERSONS),
    share("online_public_service_use_enterprises", enterprises, lambda e: e.yes("service_online"),
          among=lambda e: e["kind"] != "ho_kinh_doanh" and e.yes("needed_service")))
share("vneid_account", persons, lambda p: p["vneid"] == "level_2",
      among=lambda p: resident(p) and age(p) >= 14, **OF_PERSONS)
together(
    "cashless_transactions",
    ratio("cashless_transactions_households", households, lambda h: h.number("payments_cashless_7d"),
          lambda h: h.number("payments_7d"), among=lambda h: h.number("payments_7d") > 0, **OF_HOUSEHOLDS),
    ratio("cashless_transactions_enterprises", enterprises, lambda e: e.number("payments_cashless_month") * 7 / 30,
          lambda e: e.number("payments_month") * 7 / 30,
          among=lambda e: e["kind"] != "ho_kinh_doanh" and e.number("payments_month") > 0))
share("village_tech_teams", village_records,
      lambda v: v.yes("team") and v.number("team_meetings") >= 1 and v.number("team_helped") >= 10)
share("digital_skills_trained", persons, trained_in_both,
      among=lambda p: resident(p) and working_age(p), **OF_PERSONS)
share("digital_learning_spaces", village_records, lambda v: v.number("learning_spaces") > 0)

# II.2, III, IV ------------------------------------------------------------------------------------------------------------

recognised_on = [c["advanced_new_rural_on"] for c in commune]
results["advanced_new_rural"] = {
    "value": float(any(on is not None and day(on) <= today for on in recognised_on)), "numerator": None,
    "denominator": None, "n": len(commune), "missing": 0, "missing_among": 0}


def on_schedule(action):
    due = tasks[action["task"]]["due"]
    if due == "ongoing":
        return (today - day(action["updated_on"])).days <= 184
    return action["status"] == "done" or today <= day(due)


share("tasks_on_schedule", state("action", "task", 60), on_schedule, among=lambda a: tasks[a["task"]]["due"] != "")

json.dump(results, sys.stdout, ensure_ascii=False, indent=1)
