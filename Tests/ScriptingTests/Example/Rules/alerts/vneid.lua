alert "vneid_behind" {
  watch = "vneid_account", by = "village", period = "last_closed",
  when = function(now, before) return now.value < now.expected and now.n >= 30 end,
  pending_for = "14d", keep_firing_for = "7d",
  severity = "warning", labels = { owner = "Công an xã" }, no_data = "keep",
  message = function(now) return { vi = ("%s: %s, cần %s"):format(now.label, percent(now.value), percent(now.expected)) } end,
}
