import VietText

extension TextPage {
    func lines(_ box: SummaryBox) -> [String] {
        guard !box.items.isEmpty else { return [] }
        let inner = width - 4
        let labels = min(box.items.map { $0.label.string.displayWidth }.max() ?? 0, inner * 2 / 5)
        let room = inner - labels - 2
        let body = box.items.flatMap { item in
            sideBySide(
                item.label.string.wrapped(to: labels), width: labels + 2, item.text.string.wrapped(to: room))
        }
        let framed = body.map { "\(drawing.upright) \($0.padded(to: inner)) \(drawing.upright)" }
        return upperEdge(box.title) + framed + [
            drawing.lowerCorners.left + drawing.rule(width - 2) + drawing.lowerCorners.right
        ]
    }

    /// The title stands in the edge; one too long for that stands above the box.
    private func upperEdge(_ title: PlainText) -> [String] {
        let (left, right) = drawing.upperCorners
        let text = title.isEmpty ? "" : " \(title.string.inCapitals) "
        let rest = width - 3 - text.displayWidth
        guard rest >= 1, !title.string.contains("\n") else {
            return title.string.inCapitals.wrapped(to: width) + [left + drawing.rule(width - 2) + right]
        }
        return [left + drawing.rule + text + drawing.rule(rest) + right]
    }
}
