import Foundation
import Testing

@testable import Delivery

@Suite("A dispatch")
struct DispatchTests {
    @Test(
        "what could not be handed over by every notifier is none",
        arguments: [
            ("", "s", "{}", DeliveryError.Code.unusableID), ("a b", "s", "{}", .unusableID),
            ("a\nb", "s", "{}", .unusableID), ("thôn", "s", "{}", .unusableID),
            (String(repeating: "a", count: 201), "s", "{}", .unusableID), ("a", "s\r\nBcc: x@y.vn", "{}", .lineBreak),
            ("a", "s\n", "{}", .lineBreak), ("a", "s\u{2028}t", "{}", .lineBreak), ("a", "s\0", "{}", .lineBreak),
            ("a", "s", "", .notJSON), ("a", "s", "{", .notJSON), ("a", "s", "{}\n{}", .notJSON),
            ("a", "s", "{\0}\0", .notJSON), ("a", "s", "\u{FEFF}{}", .notJSON),
        ])
    func unusable(_ id: String, _ subject: String, _ json: String, _ code: DeliveryError.Code) throws {
        let error = try failure { _ = try dispatch(id: id, subject: subject, json: json) }
        #expect(error.code == code && error.prospect == .permanent)
    }

    @Test("codes are stable words, and every one has a sentence")
    func codes() {
        for code in DeliveryError.Code.allCases {
            #expect(code.rawValue.allSatisfy { $0.isLowercase || $0 == "_" })
            #expect(!code.sentence.isEmpty)
        }
        let error = DeliveryError(.diskFull, .transient, facts: ["path": "/a"])
        #expect("\(error)" == "the disk is full; nothing was added (path: /a) [transient]")
    }
}
