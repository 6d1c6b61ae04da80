import FormModel

extension ModelScripts {
    /// A report of all indicators, with the rows of one.
    /// - Parameters:
    ///   - indicator: the one that is shown by its first split, where it has any.
    ///   - period: the length of the periods that it is made for.
    public func report(_ name: String, on indicator: Indicator, period: PeriodLength) -> ScaffoldFile {
        let template = """
            --vi Báo cáo \(name).
            --vi Sửa lời văn, thêm bớt phần, lưu, rồi chạy: chiso check, chiso report \(name)
            --en The report \(name).
            --en Change words and parts, save, then run: chiso check, chiso report \(name)

            report "\(name)" {
              label = { vi = "Báo cáo mẫu: hãy đặt tên", en = "A model report: give it a name" },
              --vi Kỳ của báo cáo: month, quarter, half_year, year.
              --en The length of its periods: month, quarter, half_year, year.
              period = "\(period.rawValue)",
              --vi doc: văn bản, thêm từng phần: letterhead title addressee heading paragraph list table bars trend heat
              --vi summary note signature recipients page_break. data: chỉ tiêu, phiếu, kỳ.
              --en doc: the document, block by block: letterhead title addressee heading paragraph list table bars trend
              --en heat summary note signature recipients page_break. data: indicators, records, the period.
              body = function(doc, data)
                doc:title {
                  { vi = "BÁO CÁO", en = "REPORT" },
                  {
                    vi = "Kết quả các chỉ tiêu, " .. data.period.label,
                    en = "Results of the indicators, " .. data.period.label,
                  },
                }
                local written = data:written(data.date)
                doc:paragraph { vi = "Số liệu đến ngày " .. written .. ".", en = "Figures up to " .. written .. "." }

                doc:heading { vi = "1. Kết quả", en = "1. Results" }
                --vi Cột: code label value target expected gap status n missing coverage owner change reaches …
                --en Columns: code label value target expected gap status n missing coverage owner change reaches …
                doc:table { data:indicators(), columns = { "code", "label", "value", "target", "status" } }

            \(rows(of: indicator))
              end,
            }

            """
        return file(.report, name, template)
    }

    private func rows(of indicator: Indicator) -> String {
        guard let split = indicator.by.first else {
            return """
                    --vi Một chỉ tiêu trong lời văn: value, target, status … là chữ đã viết sẵn để in.
                    --en An indicator within words: value, target, status … are texts ready to be printed.
                    local figure = data:indicator "\(indicator.id)"
                    doc:heading { vi = "2. Nhận xét", en = "2. Remarks" }
                    doc:paragraph(figure.label .. ": " .. figure.value .. ".")
                """
        }
        return """
                --vi Các nhóm của một chỉ tiêu, xấu nhất trước; limit: chỉ lấy vài nhóm.
                --en The rows of an indicator, the worst first; limit: only a few.
                local figure = data:indicator "\(indicator.id)"
                local rows = figure:by("\(split)", { order = "worst", limit = 10 })
                doc:heading { vi = "2. Nơi cần làm trước", en = "2. Where to begin" }
                if #rows > 0 then
                  doc:bars { rows, caption = figure.label }
                else
                  doc:paragraph { vi = "Chưa có số liệu.", en = "There are no figures yet." }
                end
            """
    }
}
