import CLua
import Foundation

/// Lua's own compiler, as `luac -p` calls it. Loading is protected by Lua itself: no error leaves it.
final class LuaCompiler {
    private let state: OpaquePointer?

    init() {
        state = lua_newstate(
            { _, block, _, size in
                if size > 0 { return realloc(block, size) }
                free(block)
                return nil
            }, nil)
    }

    deinit { lua_close(state) }

    struct Refusal {
        let text: String
        let line: Int
    }

    /// A source that is handed over in one piece.
    private struct Piece {
        let bytes: UnsafeRawBufferPointer
        var isRead = false
    }

    /// Why it refuses a source; `nil` where it takes it.
    func refusal(of source: [UInt8]) -> Refusal? {
        defer { lua_settop(state, 0) }
        guard load(LuaCompiler.withoutFirstLine(source)) != LUA_OK else { return nil }
        let text = lua_tolstring(state, -1, nil).map { String(cString: $0) } ?? ""
        return Refusal(text: text, line: text.split(separator: ":").dropFirst().first.flatMap { Int($0) } ?? 0)
    }

    private func load(_ source: [UInt8]) -> Int32 {
        source.withUnsafeBytes { bytes in
            var piece = Piece(bytes: bytes)
            return lua_load(
                state,
                { _, data, size in
                    guard let piece = data?.assumingMemoryBound(to: Piece.self), !piece.pointee.isRead else {
                        return nil
                    }
                    piece.pointee.isRead = true
                    size?.pointee = piece.pointee.bytes.count
                    return piece.pointee.bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                }, &piece, "=s", "t")
        }
    }

    /// What `luaL_loadfile` leaves out: a byte order mark, and a first line for the system.
    private static func withoutFirstLine(_ source: [UInt8]) -> [UInt8] {
        let text = source.starts(with: [0xEF, 0xBB, 0xBF]) ? source.dropFirst(3) : source[...]
        guard text.first == UInt8(ascii: "#") else { return Array(text) }
        return Array(text.drop { $0 != UInt8(ascii: "\n") })
    }
}
