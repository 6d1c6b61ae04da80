import CLuaBridge

extension LuaState {
    /// Defines a record set and gives its number. A roster's parent is defined before it.
    public func define(_ layout: LuaRecordLayout) throws(LuaFault) -> Int32 {
        var set: Int32 = -1
        var choices: [String] = []
        for field in layout.fields {
            choices += field.choices.filter { !$0.isEmpty } + [""]
        }
        let personal: [UInt8] = layout.fields.map { $0.isPersonal ? 1 : 0 }
        let outcome = withNames(layout.fields.map(\.name)) { fields in
            withNames(choices) { choices in
                layout.name.withCString { name in
                    (layout.parent?.name ?? "").withCString { parentName in
                        (layout.parent?.roster ?? "").withCString { roster in
                            personal.withUnsafeBufferPointer { personal in
                                var rawLayout = clua_layout(
                                    name: name, fields: fields, choices: choices, parent: layout.parent?.set ?? -1,
                                    parent_name: parentName, roster_name: roster,
                                    personal: personal.contains(1) ? personal.baseAddress : nil)
                                return clua_define(raw, &rawLayout, &set)
                            }
                        }
                    }
                }
            }
        }
        guard outcome == CLUA_VALUE else { throw lastFault }
        layouts[set] = layout
        return set
    }

    /// Gives a set its data, in place of what it had. The state keeps the columns alive.
    public func bind(_ set: Int32, _ columns: LuaColumns) throws(LuaFault) {
        guard columns.withBinding({ clua_bind(raw, set, $0) }) == CLUA_VALUE else { throw lastFault }
        bound[set] = columns
    }

    /// Takes a set's data away: the host is asked again.
    public func unbind(_ set: Int32) throws(LuaFault) {
        guard clua_unbind(raw, set) == CLUA_VALUE else { throw lastFault }
        bound[set] = nil
    }

    /// The layout of a set.
    public func layout(of set: Int32) -> LuaRecordLayout? {
        layouts[set]
    }
}
