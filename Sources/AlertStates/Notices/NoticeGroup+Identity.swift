import Foundation

extension NoticeGroup.Key {
    /// The id of the group's notice of a kind at a time, such as
    /// `vneid_behind/firing/owner=Công an xã,village=dt1/2026-07-01T06:00:00.000Z`.
    ///
    /// Where an earlier plan at the very same time told of alerts of the group, since a silence was lifted or a rule
    /// removed between the two, how many stands behind it: `…Z+2`.
    func id(of kind: NoticeKind, at time: Date, toldBefore: Int) -> String {
        var parts = zip(names, values).map { "\(escaped($0))=\(escaped($1))" }
        if let owner { parts.insert("\(AlertRule.ownerLabel)=\(escaped(owner))", at: 0) }
        let instant = time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        return "\(escaped(rule))/\(kind.rawValue)/\(parts.joined(separator: ","))/\(instant)"
            + (toldBefore > 0 ? "+\(toldBefore)" : "")
    }

    /// A text in one Unicode form, without the signs that part an id.
    private func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.precomposedStringWithCanonicalMapping {
            switch character {
            case "%": escaped += "%25"
            case "/": escaped += "%2F"
            case ",": escaped += "%2C"
            case "=": escaped += "%3D"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
