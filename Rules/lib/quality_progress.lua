-- Tiến độ, kết quả: by village and interviewer.
local cells = require "quality_cells"
local words = require "words"
local t = words.t
local right, share, written, nothing = cells.right, cells.share, cells.written, cells.nothing

local progress = {}

local function progress_table(doc, data, q, by, called, caption)
  local rows = {}
  local function add(row, total)
    table.insert(rows, {
      row.label, written(data, row.assigned), data:written(row.completed), data:written(row.partial),
      data:written(row.refused), data:written(row.not_met + row.other + row.not_found),
      data:written(row.not_eligible), data:written(row.visits), share(row, row.response_rate), total = total,
    })
  end
  for _, row in ipairs(q:progress(by)) do add(row, false) end
  -- Units that nobody has visited yet are of no interviewer, so the sum would not be that of the rows.
  if by ~= "_interviewer" then add(q:progress()[1], true) end
  doc:table {
    rows, caption = caption,
    columns = {
      called, right { vi = "Giao", en = "Assigned" }, right { vi = "Xong", en = "Done" },
      right { vi = "Dở", en = "Partly" }, right { vi = "Từ chối", en = "Refused" },
      right { vi = "Chưa gặp", en = "Not met" }, right { vi = "Ngoài diện", en = "Not eligible" },
      right { vi = "Lượt đến", en = "Visits" }, right { vi = "Tỷ lệ trả lời", en = "Response rate" },
    },
  }
end

function progress.all(doc, data, q)
  progress_table(doc, data, q, "village", t { vi = "Thôn, tổ dân phố", en = "Village" },
    { vi = "Kết quả theo thôn, tổ dân phố", en = "Results by village" })
  if q.has_visits then
    progress_table(doc, data, q, "_interviewer", t { vi = "Điều tra viên", en = "Interviewer" },
      { vi = "Kết quả theo điều tra viên", en = "Results by interviewer" })
  else
    nothing(doc, cells.no_visits)
  end
  local all = q:progress()[1]
  doc:paragraph(t {
    vi = "Tỷ lệ trả lời %s, hợp tác %s, từ chối %s, tiếp xúc được %s. Phiếu chưa xong %s, trả lại %s, không duyệt %s, "
      .. "đã duyệt %s.",
    en = "Response rate %s, cooperation %s, refusal %s, contact %s. Incomplete %s, returned %s, rejected %s, approved "
      .. "%s.",
  }:format(
    share(all, all.response_rate), share(all, all.cooperation_rate), share(all, all.refusal_rate),
    share(all, all.contact_rate), data:written(all.incomplete), data:written(all.returned),
    data:written(all.rejected), data:written(all.approved)))
  doc:note {
    vi = "Tỷ lệ theo AAPOR (2023): trả lời RR1 = phiếu xong trên mọi đơn vị có thể thuộc diện, kể cả chưa đến; hợp tác "
      .. "COOP1, từ chối REF1, tiếp xúc CON1. Dở: làm dở, chưa xong hoặc bị trả lại. Chưa gặp: vắng nhà, hẹn lại, "
      .. "không tìm thấy, không trả lời được.",
    en = "Rates of AAPOR (2023): response RR1 = completed of all units that may be eligible, those not visited "
      .. "included; cooperation COOP1, refusal REF1, contact CON1. Partly: broken off, incomplete or returned. Not "
      .. "met: nobody home, postponed, not found, incapable.",
  }
  if not q.knows_assigned then
    doc:note {
      vi = "Không biết số đơn vị được giao trong kỳ (điều tra mẫu, hoặc phiếu không có danh sách): tỷ lệ chỉ tính trên "
        .. "đơn vị đã có phiếu.",
      en = "How many units were assigned is not known (a sample, or a form without a frame): the rates are of units "
        .. "that have a record.",
    }
  end
end

return progress
