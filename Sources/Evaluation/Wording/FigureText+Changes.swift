import FormModel
import VietText

extension FigureText {
    /// What stands in the place of a change where two figures must not be compared.
    public static let breakMark = "⁑"

    /// A change as it is printed: "+1,2", of estimates "+1,2 ± 0,9"; that none is clear; or the mark of a break.
    public func change(_ change: PeriodChange, of indicator: Indicator) -> String {
        guard change.breaks.isEmpty else { return FigureText.breakMark }
        guard let difference = change.difference else { return FigureText.noValue }
        guard change.isEstimate else {
            return self.change(from: change.earlier, to: change.earlier + difference, unit: indicator.unit)
        }
        // The change of an estimate says nothing without its error.
        guard let margin = change.error?.margin else { return FigureText.noValue }
        guard change.isClear == true else { return vi("không đổi rõ rệt", en: "no clear change") }
        let decimals = FigureText.decimals(of: difference, unit: indicator.unit)
        return numbers.change(difference, decimals: decimals) + "\u{A0}±\u{A0}"
            + numbers.text(margin, decimals: decimals)
    }

    /// What a reader gets who subtracts two printed values: "+1,2", in the unit of the indicator or in points.
    public func change(from earlier: Double, to value: Double, unit: String) -> String {
        let decimals = max(FigureText.decimals(of: earlier, unit: unit), FigureText.decimals(of: value, unit: unit))
        let printed = [earlier, value].map { NumberStyle.rounded($0, decimals: decimals) }
        return numbers.change(printed[1] - printed[0], decimals: decimals)
    }

    /// Why two figures are not compared, for a note below a table.
    public func reason(_ found: ChangeBreak) -> String {
        switch found {
        case .source: vi("cách thu thập đã đổi so với kỳ trước", en: "made in another way than before")
        case .formVersion(let form, let earlier, let now):
            vi(
                "phiếu '\(form)' đã đổi (bản \(versions(earlier)) → \(versions(now)))",
                en: "the form '\(form)' has changed (version \(versions(earlier)) → \(versions(now)))")
        case .declared(let declared): declared.reason.text(in: language)
        case .definition:
            vi("cách tính đã đổi từ khi số liệu kỳ trước được ký", en: "the definition has changed since it was signed")
        }
    }

    private func versions(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ", ") }
}
