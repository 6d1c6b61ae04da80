import FormModel
import LuaSyntax

/// Comparisons that can only come out one way, or not at all.
extension ShapeWalker {
    func compareOrder(_ first: Shape, _ second: Shape, _ sign: BinaryOperator, _ token: Int, _ script: Script) {
        let types = [type(first), type(second)]
        for (shape, type) in zip([first, second], types) {
            guard let type, ![.number, .string, .date].contains(type) else { continue }
            return refuse(shape, type, types, token, script)
        }
        if let a = types[0], let b = types[1], a != b {
            let shape = first.field != nil ? first : second
            return refuse(shape, first.field != nil ? a : b, types, token, script)
        }
        for (shape, other, sign) in [(first, second, sign), (second, first, sign.mirrored)] {
            guard let key = shape.field, let question = forms.field(key)?.question, let number = other.constant?.number
            else { continue }
            if let answer = always(question, sign, number) {
                tell(
                    Finding(
                        "W-RANGE-001", .warning, script, token,
                        [
                            "field": question.name, "operation": sign.rawValue, "number": written(number),
                            "range": range(question), "answer": answer ? "true" : "false",
                        ]))
            }
        }
    }

    private func refuse(
        _ shape: Shape, _ type: Shape.ValueType, _ types: [Shape.ValueType?], _ token: Int, _ script: Script
    ) {
        var facts = ["operation": "compare", "found": type.rawValue]
        facts["field"] = shape.field.flatMap { forms.field($0)?.name }
        facts["other"] = types.compactMap { $0 }.first { $0 != type }?.rawValue
        tell(Finding("E-TYPE-001", .error, script, token, facts))
    }

    /// - Parameter tokens: where the sides begin.
    func compareEqual(
        _ first: Shape, _ second: Shape, _ sign: BinaryOperator, _ token: Int, sides tokens: (Int, Int),
        _ script: Script
    ) {
        for (shape, other, side) in [(first, second, tokens.1), (second, first, tokens.0)] {
            guard let key = shape.field, let question = forms.field(key)?.question, let constant = other.constant,
                let type = type(shape), let otherType = self.type(other)
            else { continue }
            if type != otherType {
                if question.kind == .selectMultiple, let name = constant.text {
                    tell(
                        Finding(
                            "W-TYPE-003", .warning, script, token, ["field": question.name, "name": name]))
                } else if type != .date || otherType != .string {
                    tell(
                        Finding(
                            "W-TYPE-002", .warning, script, token,
                            [
                                "field": question.name, "expected": type.rawValue, "found": otherType.rawValue,
                                "answer": sign == .equal ? "false" : "true",
                            ]))
                } else {
                    tell(
                        Finding(
                            "W-TYPE-004", .warning, script, token,
                            ["field": question.name, "text": constant.text ?? ""]))
                }
                continue
            }
            if question.kind == .selectOne, let name = constant.text, let choices = question.choices?.choices,
                !choices.isEmpty, !choices.contains(where: { $0.name == name })
            {
                tell(
                    Finding("W-CHOICE-001", .warning, script, side, ["name": name, "field": question.name])
                        .nearest(name, among: choices.map(\.name)))
            }
            if let number = constant.number, isOutside(question, number) {
                tell(
                    Finding(
                        "W-RANGE-001", .warning, script, token,
                        [
                            "field": question.name, "operation": sign.rawValue, "number": written(number),
                            "range": range(question), "answer": sign == .equal ? "false" : "true",
                        ]))
            }
        }
    }

    /// The answer that a comparison of a number with its question's bounds always has.
    private func always(_ question: Question, _ sign: BinaryOperator, _ number: Double) -> Bool? {
        func holds(_ value: Double) -> Bool {
            switch sign {
            case .less: value < number
            case .lessOrEqual: value <= number
            case .greater: value > number
            default: value >= number
            }
        }
        switch sign {
        case .less, .lessOrEqual:
            if let max = question.max, holds(max) { return true }
            if let min = question.min, !holds(min) { return false }
        default:
            if let min = question.min, holds(min) { return true }
            if let max = question.max, !holds(max) { return false }
        }
        return nil
    }

    private func isOutside(_ question: Question, _ number: Double) -> Bool {
        (question.min.map { number < $0 } ?? false) || (question.max.map { number > $0 } ?? false)
            || (question.kind == .integer && number != number.rounded())
    }

    private func written(_ number: Double) -> String { Value.decimal(number).plainText }

    private func range(_ question: Question) -> String {
        [question.min, question.max].map { $0.map(written) ?? "…" }.joined(separator: "–")
    }
}

extension BinaryOperator {
    /// The operator with its sides exchanged.
    fileprivate var mirrored: BinaryOperator {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        default: self
        }
    }
}
