import FormModel
import Foundation

/// A personal part of an event, kept beside the content that names it only by commitment.
struct AuditValue {
    let part: AuditPart
    let salt: [UInt8]
    /// The part in JSON: the bytes that the commitment covers.
    let value: [UInt8]
}

/// An event in canonical JSON.
///
/// A draft keeps events as they are. In the log of a record they name their origin, and each personal part is an object
/// `{"commitment":"…"}`; that there was no value, and why (`missing`, `not_asked`), is told openly, as in records.
struct AuditContent {
    var event: AuditEvent
    var origin: String?
    /// The commitments of the personal parts, whose values are not in the content.
    var commitments: [AuditPart: String] = [:]

    init(_ event: AuditEvent, origin: String? = nil) {
        self.event = event
        self.origin = origin
    }

    /// The canonical JSON, and the personal values taken out of it.
    ///
    /// - Parameter salt: gives the salt of each personal value; `nil` to leave the values where they are.
    /// - Throws: `UnfitValue` for a number that is not finite.
    func encoded(salt: (() -> [UInt8])? = nil) throws -> (content: [UInt8], personal: [AuditValue]) {
        var object = MemberWriter()
        var personal: [AuditValue] = []
        func add(_ part: AuditPart, _ value: [UInt8], isValue: Bool) {
            guard event.personal, isValue, let salt else { return object.add(part.rawValue, value) }
            let kept = AuditValue(part: part, salt: salt(), value: value)
            personal.append(kept)
            var named: [UInt8] = []
            named.append("{\"commitment\":\"")
            named.append(ascii: commitment(salt: kept.salt, value: value))
            named.append("\"}")
            object.add(part.rawValue, named)
        }
        object.add("at", json(InstantText.format(event.at)))
        if let detail = event.detail { add(.detail, json(detail), isValue: true) }
        object.add("elapsed", Array(String(event.elapsed).utf8))
        object.add("kind", json(event.kind))
        if let new = event.new { add(.new, try AnswerContent.encode(new), isValue: new.value != nil) }
        if let old = event.old { add(.old, try AnswerContent.encode(old), isValue: old.value != nil) }
        if let origin { object.add("origin", json(origin)) }
        if let path = event.path { object.add("path", json(path)) }
        if event.personal { object.add("personal", Array("true".utf8)) }
        object.add("sequence", Array(String(event.sequence).utf8))
        object.add("who", json(event.who))
        return (object.finished, personal)
    }

    /// Reads an event; parts that stand there by commitment are left out of it.
    ///
    /// - Throws: `ContentFault` for anything that `encoded` does not write.
    init(reading content: UnsafeBufferPointer<UInt8>) throws {
        var reader = ContentReader(content)
        event = AuditEvent(sequence: 0, at: .distantPast, kind: "", who: "")
        var seen: Set<String> = []
        try reader.object { reader, key in
            let name = String(decoding: key, as: UTF8.self)
            seen.insert(name)
            try member(name, &reader)
        }
        try reader.end()
        guard seen.isSuperset(of: ["at", "elapsed", "kind", "sequence", "who"]) else { throw reader.fault() }
    }

    private mutating func member(_ name: String, _ reader: inout ContentReader) throws {
        switch name {
        case "at":
            guard let instant = InstantText.parse(try reader.string()) else { throw reader.fault() }
            event.at = instant
        case "elapsed": event.elapsed = Int(try reader.integer())
        case "kind": event.kind = try reader.string()
        case "origin": origin = try reader.string()
        case "path": event.path = try reader.string()
        case "personal": event.personal = try reader.boolean()
        case "sequence": event.sequence = Int(try reader.integer())
        case "who": event.who = try reader.string()
        default:
            guard let part = AuditPart(rawValue: name) else { throw reader.fault() }
            try read(part, &reader)
        }
    }

    private mutating func read(_ part: AuditPart, _ reader: inout ContentReader) throws {
        if reader.comes("{\"commitment\":") {
            try reader.object { reader, _ in commitments[part] = try reader.string() }
            return
        }
        switch part {
        case .old: event.old = try AnswerContent.read(&reader)
        case .new: event.new = try AnswerContent.read(&reader)
        case .detail: event.detail = try reader.string()
        }
    }

    /// Puts a personal part back in its place.
    mutating func restore(_ value: AuditValue) throws {
        try value.value.withUnsafeBufferPointer { bytes in
            var reader = ContentReader(bytes)
            try read(value.part, &reader)
            try reader.end()
        }
        commitments[value.part] = nil
    }

    private func json(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(jsonString: text)
        return bytes
    }
}

/// Writes the members of an object, given in the order of their keys.
private struct MemberWriter {
    private var content: [UInt8] = [0x7B]

    mutating func add(_ key: String, _ value: [UInt8]) {
        if content.count > 1 { content.append(0x2C) }
        content.append(jsonKey: Array(key.utf8))
        content.append(contentsOf: value)
    }

    var finished: [UInt8] { content + [0x7D] }
}
