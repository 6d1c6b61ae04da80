-- Phiếu doanh nghiệp, hợp tác xã, hộ kinh doanh.

-- An enterprise of the list with the answers of most; `changes` says what is different.
local function enterprise(name, changes)
  local e = {
    enterprise = name, e_tax = true, smedx = false, uses_digital = true, needed_service = true, service_online = true,
    payments_month = 30, payments_cashless_month = 15,
  }
  for key, value in pairs(changes or {}) do e[key] = value end
  return e
end

test("loại hình, quy mô lấy từ danh sách; hộ kinh doanh chỉ được hỏi về thuế", function(t)
  local i = t:interview "enterprise"
  i:answer("enterprise", "hkd29")
  i:type("kind", "")
  t:equal(i:value "kind", "ho_kinh_doanh")
  i:type("size", "")
  i:answer("e_tax", true)
  t:check(not i:asked "smedx")
  t:check(not i:asked "uses_digital")
  t:check(not i:asked "payments_month")
  i:complete()
end)

test("doanh nghiệp lớn không được hỏi về SMEdx", function(t)
  local i = t:interview "enterprise"
  i:answer("enterprise", "dn001")
  i:answer("kind", "doanh_nghiep")
  i:answer("size", "large")
  t:check(not i:asked "smedx")
  i:answer("size", "medium")
  t:check(i:asked "smedx")
end)

test("lần trả không tiền mặt không thể hơn tổng số lần trả", function(t)
  local i = t:interview "enterprise"
  i:answer("enterprise", "dn001")
  i:answer("kind", "doanh_nghiep")
  i:answer("payments_month", 10)
  t:check(i:refused("payments_cashless_month", 11))
  t:equal(i:message("payments_cashless_month", 11), "Không thể hơn tổng số lần trả tiền")
  i:answer("payments_month", 0)
  t:check(not i:asked "payments_cashless_month")
end)

test("thuế điện tử: doanh nghiệp một dòng, hợp tác xã và hộ kinh doanh một dòng", function(t)
  t:record("enterprise", enterprise "dn001")
  t:record("enterprise", enterprise("dn002", { e_tax = false, smedx = true }))
  t:record("enterprise", { enterprise = "hkd29", e_tax = true })
  t:figure("enterprises_e_tax", { value = 50, n = 2 })
  t:figure("enterprises_e_tax_others", { value = 100, n = 1 })
  t:figure("smes_in_smedx", { value = 50, n = 2 })
  t:figure("online_public_service_use_enterprises", { value = 100, n = 2 })
end)
