import VietText

/// The words that renderers add to a document, in its language.
struct Wording {
    let language: TextLanguage

    var country: String {
        vi("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", en: "SOCIALIST REPUBLIC OF VIET NAM")
    }

    var motto: String {
        vi("Độc lập - Tự do - Hạnh phúc", en: "Independence - Freedom - Happiness")
    }

    var number: String { vi("Số:", en: "No.:") }
    var draft: String { vi("DỰ THẢO", en: "DRAFT") }
    var madeUp: String { vi("SỐ LIỆU MẪU", en: "MADE-UP DATA") }
    var addressee: String { vi("Kính gửi:", en: "To:") }
    var recipients: String { vi("Nơi nhận:", en: "Recipients:") }
    var note: String { vi("Ghi chú:", en: "Note:") }
    var noData: String { vi("không có số liệu", en: "no data") }
    var periods: String { vi("Các kỳ:", en: "Periods:") }
    var breakNote: String {
        vi(
            "cách thu thập, phiếu hoặc cách tính đã đổi giữa các kỳ, không so sánh.",
            en: "made in different ways; not to be compared.")
    }
    var target: String { vi("mục tiêu", en: "target") }

    /// What a shade of a heat table means.
    func level(_ level: HeatTable.Level) -> String {
        switch level {
        case .reached: vi("đạt mục tiêu", en: "target reached")
        case .uncertain: vi("đạt, chưa chắc", en: "reached, uncertain")
        case .onPath: vi("đúng lộ trình", en: "on its path")
        case .close: vi("thiếu dưới 1/10 lộ trình", en: "short by less than 1/10 of the path")
        case .behind: vi("thiếu từ 1/10", en: "short by 1/10 or more")
        case .farBehind: vi("thiếu từ 1/4", en: "short by 1/4 or more")
        }
    }

    /// What every copy has to say of a document: that it is a draft, that its data are made up.
    func marks(of document: Document) -> [String] {
        (document.status == .draft ? [draft] : []) + (document.isMadeUp ? [madeUp] : [])
    }

    /// "Mộ Đức, ngày 10 tháng 7 năm 2026".
    func placeAndDay(of letterhead: Letterhead) -> String {
        letterhead.place.string + ", " + written(letterhead.day)
    }

    private func written(_ day: Letterhead.Day) -> String {
        switch day {
        case .on(let year, let month, let day): DateStyle(language).long(year: year, month: month, day: day)
        case .open(let year):
            vi("ngày … tháng … năm ", en: "day … month … year ") + (year.map(String.init) ?? "…")
        }
    }

    private func vi(_ vietnamese: String, en english: String) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}
