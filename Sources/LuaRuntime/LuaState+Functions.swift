import CLuaBridge

/// What a function is, beside its code.
public struct LuaFunctionShape: Sendable {
    /// A variable of the scripts around a function that it uses.
    public struct Upvalue: Sendable {
        /// Its name.
        public let name: String
        /// What it holds now; `nil` for what cannot be given, such as a table that contains itself.
        public let value: LuaValue?
    }

    /// The name by which scripts reach it (`count`, `math.max`); `nil` for a function of a script.
    public let builtinName: String?
    /// How many parameters it has.
    public let parameterCount: Int
    /// Whether it takes further arguments (`…`).
    public let takesVarargs: Bool
    /// The upvalues in the order of their first use, without the environment. A function of the library tells none.
    public let upvalues: [Upvalue]
}

extension LuaState {
    /// What a function is.
    public func shape(of function: LuaFunction) throws(LuaFault) -> LuaFunctionShape {
        guard function.state == number else { throw Self.foreign }
        guard clua_inspect(raw, function.id) == CLUA_VALUE else { throw lastFault }
        var decoder = ValueDecoder(output, state: number)
        let name = decoder.string()
        let parameters = decoder.integer(UInt8.self)
        let varargs = decoder.integer(UInt8.self)
        let count = decoder.integer(UInt32.self)
        var upvalues: [LuaFunctionShape.Upvalue] = []
        for _ in 0..<count {
            let name = decoder.string()
            let isKnown = decoder.integer(UInt8.self) != 0
            let value = decoder.value()
            upvalues.append(.init(name: name, value: isKnown ? value : nil))
        }
        return LuaFunctionShape(
            builtinName: name.isEmpty ? nil : name, parameterCount: Int(parameters), takesVarargs: varargs != 0,
            upvalues: upvalues)
    }

    /// Whether a function was compiled from a piece of source: one that returns a function, at the line of this one.
    public func isCompiled(_ function: LuaFunction, from source: String) throws(LuaFault) -> Bool {
        guard function.state == number else { throw Self.foreign }
        var isSame = false
        var source = source
        let outcome = source.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                clua_same_code(raw, function.id, $0.baseAddress, $0.count, &isSame)
            }
        }
        guard outcome == CLUA_VALUE else { throw lastFault }
        return isSame
    }
}
