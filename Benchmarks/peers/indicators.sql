-- The thirty ratios of population/Rules/indicators/population.lua, by village, as SQLite, DuckDB and Polars all read it.
-- Of every indicator two sums of weights: `_numerator` of those who count, `_denominator` of those who are asked about and
-- gave an answer. A comparison with NULL is not true, so that a missing answer is in neither.

-- Households.
SELECT village_id,
  SUM(CASE WHEN internet_type IN ('fibre', 'cable_dsl') AND internet_mbps >= 30 THEN weight ELSE 0 END) AS h01_numerator,
  SUM(CASE WHEN internet_type IN ('mobile_only', 'none') OR internet_type IS NOT NULL AND internet_mbps IS NOT NULL
      THEN weight ELSE 0 END) AS h01_denominator,
  SUM(CASE WHEN internet_type <> 'none' THEN weight ELSE 0 END) AS h02_numerator,
  SUM(CASE WHEN internet_type IS NOT NULL THEN weight ELSE 0 END) AS h02_denominator,
  SUM(CASE WHEN n_smartphones >= 1 THEN weight ELSE 0 END) AS h03_numerator,
  SUM(CASE WHEN n_smartphones IS NOT NULL THEN weight ELSE 0 END) AS h03_denominator,
  SUM(CASE WHEN has_computer = 'yes' THEN weight ELSE 0 END) AS h04_numerator,
  SUM(CASE WHEN has_computer IS NOT NULL THEN weight ELSE 0 END) AS h04_denominator,
  SUM(CASE WHEN water_source IN ('piped', 'drilled_well', 'protected_dug_well', 'rain')
      THEN weight ELSE 0 END) AS h05_numerator,
  SUM(CASE WHEN water_source IS NOT NULL THEN weight ELSE 0 END) AS h05_denominator,
  SUM(CASE WHEN sanitation IN ('flush_septic', 'flush_sewer', 'improved_latrine')
      THEN weight ELSE 0 END) AS h06_numerator,
  SUM(CASE WHEN sanitation IS NOT NULL THEN weight ELSE 0 END) AS h06_denominator,
  SUM(CASE WHEN cooking_fuel IN ('lpg', 'electricity', 'biogas') THEN weight ELSE 0 END) AS h07_numerator,
  SUM(CASE WHEN cooking_fuel IS NOT NULL THEN weight ELSE 0 END) AS h07_denominator,
  SUM(CASE WHEN waste_collection = 'collected' THEN weight ELSE 0 END) AS h08_numerator,
  SUM(CASE WHEN waste_collection IS NOT NULL THEN weight ELSE 0 END) AS h08_denominator,
  SUM(CASE WHEN poverty_status IN ('poor', 'near_poor') THEN weight ELSE 0 END) AS h09_numerator,
  SUM(CASE WHEN poverty_status IS NOT NULL THEN weight ELSE 0 END) AS h09_denominator,
  SUM(CASE WHEN online_public_service = 'self' THEN weight ELSE 0 END) AS h10_numerator,
  SUM(CASE WHEN online_public_service IS NOT NULL THEN weight ELSE 0 END) AS h10_denominator,
  SUM(CASE WHEN poverty_status = 'poor' AND internet_type <> 'none' THEN weight ELSE 0 END) AS h11_numerator,
  SUM(CASE WHEN poverty_status = 'poor' AND internet_type IS NOT NULL THEN weight ELSE 0 END) AS h11_denominator,
  SUM(CASE WHEN dwelling_type IN ('permanent', 'semi_permanent') THEN weight ELSE 0 END) AS h12_numerator,
  SUM(CASE WHEN dwelling_type IS NOT NULL THEN weight ELSE 0 END) AS h12_denominator
FROM households GROUP BY village_id;

-- Persons, each with the weight of the household.
SELECT village_id,
  SUM(CASE WHEN age >= 14 AND vneid_level = 'level2' THEN weight ELSE 0 END) AS p01_numerator,
  SUM(CASE WHEN age >= 14 AND vneid_level IS NOT NULL THEN weight ELSE 0 END) AS p01_denominator,
  SUM(CASE WHEN age >= 14 AND vneid_level IN ('level1', 'level2') THEN weight ELSE 0 END) AS p02_numerator,
  SUM(CASE WHEN age >= 14 AND vneid_level IS NOT NULL THEN weight ELSE 0 END) AS p02_denominator,
  SUM(CASE WHEN age >= 15 AND bank_account = 'yes' THEN weight ELSE 0 END) AS p03_numerator,
  SUM(CASE WHEN age >= 15 AND bank_account IS NOT NULL THEN weight ELSE 0 END) AS p03_denominator,
  SUM(CASE WHEN age >= 15 AND sex = 'female' AND bank_account = 'yes' THEN weight ELSE 0 END) AS p04_numerator,
  SUM(CASE WHEN age >= 15 AND sex = 'female' AND bank_account IS NOT NULL THEN weight ELSE 0 END) AS p04_denominator,
  SUM(CASE WHEN age >= 15 AND online_payment IN ('weekly', 'monthly') THEN weight ELSE 0 END) AS p05_numerator,
  SUM(CASE WHEN age >= 15 AND online_payment IS NOT NULL THEN weight ELSE 0 END) AS p05_denominator,
  SUM(CASE WHEN health_insurance = 'yes' THEN weight ELSE 0 END) AS p06_numerator,
  SUM(CASE WHEN health_insurance IS NOT NULL THEN weight ELSE 0 END) AS p06_denominator,
  SUM(CASE WHEN age < 6 AND health_insurance = 'yes' THEN weight ELSE 0 END) AS p07_numerator,
  SUM(CASE WHEN age < 6 AND health_insurance IS NOT NULL THEN weight ELSE 0 END) AS p07_denominator,
  SUM(CASE WHEN age >= 60 AND health_insurance = 'yes' THEN weight ELSE 0 END) AS p08_numerator,
  SUM(CASE WHEN age >= 60 AND health_insurance IS NOT NULL THEN weight ELSE 0 END) AS p08_denominator,
  SUM(CASE WHEN age >= 15 AND employment = 'unemployed' THEN weight ELSE 0 END) AS p09_numerator,
  SUM(CASE WHEN age >= 15 AND employment IN ('agriculture', 'industry', 'services', 'unemployed')
      THEN weight ELSE 0 END) AS p09_denominator,
  SUM(CASE WHEN age >= 15 AND employment = 'agriculture' THEN weight ELSE 0 END) AS p10_numerator,
  SUM(CASE WHEN age >= 15 AND employment IN ('agriculture', 'industry', 'services')
      THEN weight ELSE 0 END) AS p10_denominator,
  SUM(CASE WHEN age >= 15 AND digital_skill IN ('basic', 'intermediate', 'advanced')
      THEN weight ELSE 0 END) AS p11_numerator,
  SUM(CASE WHEN age >= 15 AND digital_skill IS NOT NULL THEN weight ELSE 0 END) AS p11_denominator,
  SUM(CASE WHEN age >= 15 AND age <= 60 AND education IN ('vocational', 'university')
      THEN weight ELSE 0 END) AS p12_numerator,
  SUM(CASE WHEN age >= 15 AND age <= 60 AND education IS NOT NULL THEN weight ELSE 0 END) AS p12_denominator,
  SUM(CASE WHEN age >= 15 AND poverty_status = 'poor' AND bank_account = 'yes' THEN weight ELSE 0 END) AS p13_numerator,
  SUM(CASE WHEN age >= 15 AND poverty_status = 'poor' AND bank_account IS NOT NULL
      THEN weight ELSE 0 END) AS p13_denominator,
  SUM(CASE WHEN age >= 14 AND internet_type = 'none' AND vneid_level = 'level2' THEN weight ELSE 0 END) AS p14_numerator,
  SUM(CASE WHEN age >= 14 AND internet_type = 'none' AND vneid_level IS NOT NULL
      THEN weight ELSE 0 END) AS p14_denominator,
  SUM(CASE WHEN age >= 15 AND poverty_status IN ('poor', 'near_poor') AND health_insurance = 'yes'
      THEN weight ELSE 0 END) AS p15_numerator,
  SUM(CASE WHEN age >= 15 AND poverty_status IN ('poor', 'near_poor') AND health_insurance IS NOT NULL
      THEN weight ELSE 0 END) AS p15_denominator,
  SUM(CASE WHEN age >= 15 AND ethnicity <> 'kinh' AND digital_skill IN ('basic', 'intermediate', 'advanced')
      THEN weight ELSE 0 END) AS p16_numerator,
  SUM(CASE WHEN age >= 15 AND ethnicity <> 'kinh' AND digital_skill IS NOT NULL
      THEN weight ELSE 0 END) AS p16_denominator
FROM persons JOIN households ON households.hh_id = persons.hh_id GROUP BY village_id;

-- Households by what their members answered: NULL where none of those who are old enough did.
SELECT village_id,
  SUM(CASE WHEN holds_vneid = 1 THEN weight ELSE 0 END) AS f01_numerator,
  SUM(CASE WHEN holds_vneid IS NOT NULL THEN weight ELSE 0 END) AS f01_denominator,
  SUM(CASE WHEN all_have_accounts = 1 THEN weight ELSE 0 END) AS f02_numerator,
  SUM(CASE WHEN all_have_accounts IS NOT NULL THEN weight ELSE 0 END) AS f02_denominator
FROM households JOIN (
  SELECT hh_id,
    MAX(CASE WHEN age >= 14 AND vneid_level = 'level2' THEN 1 WHEN age >= 14 AND vneid_level IS NOT NULL THEN 0 END)
      AS holds_vneid,
    MIN(CASE WHEN age >= 15 AND bank_account = 'yes' THEN 1 WHEN age >= 15 AND bank_account IS NOT NULL THEN 0 END)
      AS all_have_accounts
  FROM persons GROUP BY hh_id
) AS members ON members.hh_id = households.hh_id GROUP BY village_id;
