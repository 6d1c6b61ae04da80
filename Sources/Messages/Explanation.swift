/// What `chiso explain-code` tells of a code beyond its sentence: why it happens, how it is mended, and an example.
///
/// `wrong` and `right` are small workspaces: scripts, of which the first stands without a path (its first declaration
/// says where it belongs), and each further one, or list, behind a comment that is exactly its path below the workspace:
///
/// ```lua
/// indicator "net_share" { label = "Hộ có mạng", over = "household", share = function(h) return h.net end }
/// -- Rules/tests/t.lua
/// test("…", function(t) … end)
/// ```
public struct Explanation: Hashable, Sendable {
    /// The code that is explained.
    public let code: String
    /// The explanation in Vietnamese.
    let vi: String
    /// The explanation in English.
    let en: String
    /// A script of which the code is told; `nil` where no script can show it.
    public let wrong: String?
    /// The same, mended.
    public let right: String?

    init(_ code: String, vi: String, en: String, wrong: String, right: String) {
        self.code = code
        self.vi = vi
        self.en = en
        self.wrong = wrong
        self.right = right
    }

    init(_ code: String, vi: String, en: String) {
        self.code = code
        self.vi = vi
        self.en = en
        wrong = nil
        right = nil
    }
}
