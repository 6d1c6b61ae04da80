-- Mức năm 2025 (tạm thời): where each target started. Provisional until the commune confirms them;
-- a target left out has no path yet ("no baseline") and is never called late.
-- Once they are confirmed, say so here: reports then leave the word "provisional" out.
return {
  provisional = true,

  -- II.3.1
  broadband_1gbps_access = 35,
  coverage_5g = 30,
  state_on_digital = 60,
  -- II.3.2
  documents_signed_digitally = 85,
  staff_proficient_edocs = 70,
  schools_signing_digitally = 20,
  procedures_online = 55,
  data_reused = 20,
  dossiers_digitised = 60,
  results_issued_electronically = 60,
  fees_paid_online = 45,
  satisfaction = 95,
  -- II.3.3
  sti_product_share = 0.6,
  digital_economy_share = 12,
  producers_using_digital = 25,
  ocop_online = 60,
  digital_economy_models = 0,
  enterprises_e_tax = 92,
  -- II.3.4
  adults_digital_services = 45,
  households_fast_internet = 66,
  payment_account_15plus = 72,
  adults_e_signature = 5,
  e_health_record = 58,
  online_public_service_use = 45,
  vneid_account = 78,
  cashless_transactions = 36,
  village_tech_teams = 50,
}
