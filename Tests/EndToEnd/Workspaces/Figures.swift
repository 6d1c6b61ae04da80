import Foundation
import Testing

/// The JSON of `chiso eval`.
struct Figures {
    let whole: [String: Any]
    let indicators: [[String: Any]]

    init(_ text: String) throws {
        whole = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        indicators = try #require(whole["indicators"] as? [[String: Any]])
    }

    func indicator(_ id: String) throws -> [String: Any] {
        try #require(indicators.first { $0["id"] as? String == id })
    }

    func rows(of id: String, by split: String) throws -> [[String: Any]] {
        let splits = try #require(try indicator(id)["by"] as? [String: Any])
        return try #require(splits[split] as? [[String: Any]])
    }
}
