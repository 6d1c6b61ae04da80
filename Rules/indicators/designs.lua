-- Cách chọn mẫu: how the households of a round were chosen.
-- 2026-H1 was a census: every household, so it has no design and no weights.
-- A later sample gets a design of its own, with its own period.
design "household_sample_2026_h2" {
  label = { vi = "mẫu phân tầng theo thôn, tổ dân phố", en = "a sample stratified by village" },
  form = "household", period = "2026-H2",
  strata = "village",
  population = from_csv("villages", "households"),   -- weight = households of the village ÷ completed
  fpc = from_csv("villages", "households"),          -- a good part of a village is asked: the error is the smaller
}
