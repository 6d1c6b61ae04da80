/// The report, and its words.
extension NewWorkspace {
    /// `Rules/lib/progress.lua`.
    var progress: String {
        """
        --vi Lời văn về tiến độ, cho báo cáo.
        --en Words on progress, for reports.
        local progress = {}

        --vi Tên các chỉ tiêu chậm so với lộ trình.
        --en The names of the indicators that are behind their path.
        function progress.behind(figures)
          local names = {}
          for _, figure in ipairs(figures) do
            if figure.status_code == "behind" then table.insert(names, figure.label) end
          end
          return names
        end

        return progress

        """
    }

    /// `Rules/reports/summary.lua`.
    var report: String {
        """
        --vi Báo cáo tóm tắt sáu tháng, lập bằng chiso report summary; thêm -o bao-cao.html để in hoặc gửi.
        --en A summary of six months, made by chiso report summary; add -o summary.html to print or send it.
        local progress = require "progress"

        report "summary" {
          label = { vi = "Báo cáo tóm tắt", en = "Summary" },
          --vi Kỳ của báo cáo: month, quarter, half_year, year.
          --en The length of its periods: month, quarter, half_year, year.
          period = "half_year",
          --vi doc: văn bản được lập, từng phần một; data: chỉ tiêu, phiếu, kỳ.
          --en doc: the document, block by block; data: indicators, records, the period.
          body = function(doc, data)
            doc:letterhead {
              issuer = { { vi = "ỦY BAN NHÂN DÂN", en = "PEOPLE'S COMMITTEE" }, { vi = "XÃ …", en = "… COMMUNE" } },
              number = "…/BC-UBND", place = "…",
            }
            doc:title {
              { vi = "BÁO CÁO TÓM TẮT", en = "SUMMARY REPORT" },
              {
                vi = "Kết quả các chỉ tiêu, " .. data.period.label,
                en = "Results of the indicators, " .. data.period.label,
              },
            }

            doc:heading { vi = "1. Kết quả", en = "1. Results" }
            doc:table { data:indicators(), columns = { "code", "label", "value", "target", "status" } }
            local persons = data:indicator "persons_per_household"
            doc:paragraph {
              vi = "Nhân khẩu bình quân một hộ: " .. persons.value .. ".",
              en = "Persons per household: " .. persons.value .. ".",
            }

            doc:heading { vi = "2. Theo thôn", en = "2. By village" }
            local vneid = data:indicator "vneid_account"
            local villages = vneid:by("village", { order = "worst" })
            if #villages > 0 then
              doc:bars { villages, caption = vneid.label, mark = "expected" }
            else
              doc:paragraph { vi = "Chưa có phiếu nào.", en = "There are no records yet." }
            end

            doc:heading { vi = "3. Việc cần làm trước", en = "3. What comes first" }
            local behind = progress.behind(data:indicators())
            if #behind > 0 then
              doc:paragraph { vi = "Chậm so với lộ trình:", en = "Behind the path:" }
              doc:list(behind)
            else
              doc:paragraph { vi = "Chưa thấy chỉ tiêu nào chậm.", en = "No indicator is known to be behind." }
            end

            doc:signature {
              { vi = "TM. ỦY BAN NHÂN DÂN", en = "ON BEHALF OF THE PEOPLE'S COMMITTEE" },
              position = { vi = "CHỦ TỊCH", en = "CHAIRPERSON" },
            }
            doc:recipients { { vi = "Như trên;", en = "As above;" }, { vi = "Lưu: VT.", en = "Records." } }
          end,
        }

        """
    }
}
