import Foundation

/// The line of a file that holds a dispatch.
enum DispatchLine {
    /// What every line begins with.
    static let beginning = Array(#"{"id":""#.utf8)

    /// What a line of an id begins with, and no line of another id.
    static func beginning(of id: String) -> [UInt8] { Array(#"{"id":\#(quoted(id)),"#.utf8) }

    static func bytes(of dispatch: Dispatch) -> [UInt8] {
        var line = beginning(of: dispatch.id)
        line += #""date":"\#(dispatch.date.formatted(.iso8601))","message":"#.utf8
        // Line breaks stand between the tokens of JSON only; within a text they are escaped.
        line += dispatch.json.map { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") ? UInt8(ascii: " ") : $0 }
        line += "}\n".utf8
        return line
    }

    /// A text of visible ASCII characters as JSON.
    private static func quoted(_ text: String) -> String {
        let escaped = text.replacingOccurrences(of: #"\"#, with: #"\\"#).replacingOccurrences(of: #"""#, with: #"\""#)
        return #""\#(escaped)""#
    }

    /// Whether a last line without an end is one of ours that a killed process left half written, and not what somebody
    /// has put there.
    static func isHalf(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: beginning) || beginning.starts(with: line) else { return false }
        return (try? JSONSerialization.jsonObject(with: Data(line))) == nil
    }
}
