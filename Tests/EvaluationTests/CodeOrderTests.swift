import Evaluation
import FormModel
import Testing

@Suite("The order of indicators")
struct CodeOrderTests {
    private func figure(_ id: String, _ code: String?, component: Bool = false, sources: [String] = []) -> Figure {
        var indicator = Indicator(
            id: id, place: Place(file: "r.lua", line: 1), label: LocalizedText(id), unit: "percent",
            computation: .derive(FunctionReference(id: 0, place: Place(file: "r.lua", line: 1))))
        indicator.code = code
        indicator.isComponent = component
        return Figure(indicator: indicator, method: .derived, total: FigureValues(), sources: sources)
    }

    @Test("Numbers by their value, Roman ones too; what has no code comes after")
    func codes() {
        let codes = ["X.1", "III, IV", "II.3.4.10", "II.3.4.2", "IX", nil, "II.2", "II.3.1.1", "IV", "II.3.4.2.a"]
        let sorted = CodeOrder.arranged(codes.map { figure($0 ?? "none", $0) }).map(\.indicator.code)
        #expect(
            sorted == [
                "II.2", "II.3.1.1", "II.3.4.2", "II.3.4.2.a", "II.3.4.10", "III, IV", "IV", "IX", "X.1", nil,
            ])
    }

    @Test("Components stand beneath theirs: by id, by derivation, by code; others at the end")
    func components() {
        let figures = [
            figure("lone", nil, component: true), figure("b", "I.2", sources: ["part", "a_part"]),
            figure("a_part", nil, component: true), figure("part", nil, component: true),
            figure("coded", "I.1.2", component: true), figure("a", "I.1"), figure("a_long", "I.3"),
            figure("a_long_x", nil, component: true),
        ]
        #expect(
            CodeOrder.arranged(figures).map(\.indicator.id) == [
                "a", "a_part", "coded", "b", "part", "a_long", "a_long_x", "lone",
            ])
    }
}

@Suite("Definitions in words")
struct DefinitionTests {
    private func indicator(_ definition: LocalizedText?, dontKnowIsNo: Bool) -> Indicator {
        let function = FunctionReference(id: 0, place: Place(file: "r.lua", line: 1))
        var indicator = Indicator(
            id: "x", place: function.place, label: LocalizedText("X"), unit: "percent", computation: .share(function))
        indicator.definition = definition
        indicator.dontKnowIsNo = dontKnowIsNo
        return indicator
    }

    @Test("That a don't know counts as no is part of the definition (semantics 3.5)")
    func dontKnow() {
        let text = LocalizedText(["vi": "Hộ có mạng ÷ số hộ", "en": "Households online ÷ households"])
        let (vi, en) = (FigureText(language: .vietnamese), FigureText(language: .english))
        #expect(
            vi.definition(of: indicator(text, dontKnowIsNo: true))
                == "Hộ có mạng ÷ số hộ; trả lời không biết được tính là không")
        #expect(
            en.definition(of: indicator(text, dontKnowIsNo: true))
                == "Households online ÷ households; a don't know counts as no")
        #expect(en.definition(of: indicator(nil, dontKnowIsNo: true)) == "A don't know counts as no")
        #expect(en.definition(of: indicator(text, dontKnowIsNo: false)) == "Households online ÷ households")
        #expect(en.definition(of: indicator(nil, dontKnowIsNo: false)) == nil)
    }
}
