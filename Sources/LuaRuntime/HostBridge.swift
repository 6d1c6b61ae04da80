import CLuaBridge

/// The context of the C callbacks: turns the bridge's questions into the host's answers.
final class HostBridge {
    weak var host: (any LuaHost)?
    let state: UInt32
    var raw: OpaquePointer?
    /// Code and facts of the host's last fault.
    var fault = HostFault()
    /// Called for each row of the running batch that ended in a fault.
    var onBatchFault: ((Int32, LuaFault) -> Void)?

    init(host: any LuaHost, state: UInt32) {
        self.host = host
        self.state = state
    }

    var callbacks: clua_callbacks {
        clua_callbacks(
            context: Unmanaged.passUnretained(self).toOpaque(),
            call: { context, function, bytes, length, reply in
                guard let bridge = HostBridge.from(context) else { return }
                let arguments = bridge.arguments(bytes, length)
                bridge.answer(reply) { $0.call(function: function, arguments: arguments) }
            },
            read: { context, set, row, field, reply in
                guard let bridge = HostBridge.from(context) else { return }
                bridge.answer(reply) { $0.read(set: set, row: row, field: field) }
            },
            roster_rows: { context, set, parentRow, reply in
                HostBridge.from(context)?.answerRows(reply, set: set, parentRow: parentRow)
            },
            property: { context, object, name, length, reply in
                guard let bridge = HostBridge.from(context) else { return }
                let name = HostBridge.text(name, length)
                bridge.answer(reply) { $0.property(object: object, name: name) }
            },
            invoke: { context, object, name, length, bytes, size, reply in
                guard let bridge = HostBridge.from(context) else { return }
                let name = HostBridge.text(name, length)
                let arguments = bridge.arguments(bytes, size)
                bridge.answer(reply) { $0.invoke(object: object, method: name, arguments: arguments) }
            },
            module_source: { context, name, length, reply in
                HostBridge.from(context)?.answerModule(reply, name: HostBridge.text(name, length))
            },
            batch_fault: { context, row in
                guard let bridge = HostBridge.from(context), let fault = bridge.lastFault else { return }
                bridge.onBatchFault?(row, fault)
            })
    }

    /// The fault that the bridge recorded last.
    var lastFault: LuaFault? {
        guard let recorded = clua_last_fault(raw) else { return nil }
        return LuaFault(recorded, host: fault)
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> HostBridge? {
        context.map { Unmanaged<HostBridge>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func text(_ bytes: UnsafePointer<CChar>?, _ length: Int) -> String {
        String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
    }

    private func arguments(_ bytes: UnsafePointer<UInt8>?, _ length: Int) -> [LuaValue] {
        var decoder = ValueDecoder(UnsafeRawBufferPointer(start: bytes, count: length), state: state)
        return decoder.arguments()
    }

    private func answer(_ reply: UnsafeMutablePointer<clua_reply>?, _ ask: (any LuaHost) -> HostReply) {
        guard let reply else { return }
        guard let host else { return write(.fault(code: "no_host", message: "the host has gone"), to: reply) }
        write(ask(host), to: reply)
    }

    private func answerRows(_ reply: UnsafeMutablePointer<clua_reply>?, set: Int32, parentRow: Int32) {
        guard let reply, let host else { return }
        switch host.rosterRows(set: set, parentRow: parentRow) {
        case .rows(let rows):
            reply.pointee.tag = UInt8(truncatingIfNeeded: CLUA_LIST.rawValue)
            let stored = rows.withUnsafeBytes { store($0) }
            reply.pointee.length = stored ? rows.count : 0
            if !stored { write(Self.noMemory, to: reply) }
        case .notAsked: reply.pointee.tag = UInt8(truncatingIfNeeded: CLUA_NIL.rawValue)
        case .missing(let reason): write(.missing(reason), to: reply)
        case .notReady(let token): write(.notReady(token), to: reply)
        }
    }

    private func answerModule(_ reply: UnsafeMutablePointer<clua_reply>?, name: String) {
        guard let reply else { return }
        reply.pointee.status = Self.status(CLUA_REPLY_UNKNOWN)
        guard let module = host?.moduleSource(name) else { return }
        let file = module.file.utf8.prefix { $0 != 0 }
        let bytes = Array(file) + [0] + Array(module.source.utf8)
        guard bytes.withUnsafeBytes({ store($0) }) else { return write(Self.noMemory, to: reply) }
        reply.pointee.status = Self.status(CLUA_REPLY_VALUE)
        reply.pointee.length = bytes.count
    }

    private static let noMemory = HostReply.fault(code: "memory", message: "the answer is too large")

    private static func status(_ status: clua_reply_status) -> UInt8 {
        UInt8(truncatingIfNeeded: status.rawValue)
    }

    /// Copies bytes into the state's input buffer; false where its limit of memory forbids it.
    func store(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let target = clua_input(raw, bytes.count) else { return false }
        UnsafeMutableRawBufferPointer(start: target, count: bytes.count).copyMemory(from: bytes)
        return true
    }

    private func store(_ bytes: [UInt8], in reply: UnsafeMutablePointer<clua_reply>) {
        guard bytes.withUnsafeBytes({ store($0) }) else {
            fault = HostFault(code: "memory")
            reply.pointee.status = Self.status(CLUA_REPLY_FAULT)
            reply.pointee.length = 0
            return
        }
        reply.pointee.length = bytes.count
    }

    private func write(_ answer: HostReply, to reply: UnsafeMutablePointer<clua_reply>) {
        switch answer {
        case .value(let value):
            reply.pointee.status = Self.status(CLUA_REPLY_VALUE)
            write(value, to: reply)
        case .missing(let reason):
            reply.pointee.status = Self.status(CLUA_REPLY_MISSING)
            reply.pointee.reason = reason
        case .notReady(let token):
            reply.pointee.status = Self.status(CLUA_REPLY_NOT_READY)
            reply.pointee.token = token
        case .fault(let code, let message, let facts):
            fault = HostFault(code: code, facts: facts)
            reply.pointee.status = Self.status(CLUA_REPLY_FAULT)
            store(Array(message.utf8), in: reply)
        case .method: reply.pointee.status = Self.status(CLUA_REPLY_METHOD)
        case .unknown(let name, let of, let candidates):
            reply.pointee.status = Self.status(CLUA_REPLY_UNKNOWN)
            store(names([of, name] + candidates), in: reply)
        }
    }

    private func write(_ value: LuaValue, to reply: UnsafeMutablePointer<clua_reply>) {
        func tag(_ tag: clua_tag) { reply.pointee.tag = UInt8(truncatingIfNeeded: tag.rawValue) }
        switch value {
        case .none: tag(CLUA_NIL)
        case .boolean(let flag): tag(flag ? CLUA_TRUE : CLUA_FALSE)
        case .integer(let integer):
            tag(CLUA_INTEGER)
            reply.pointee.integer = integer
        case .number(let number):
            tag(CLUA_NUMBER)
            reply.pointee.number = number
        case .date(let date):
            tag(CLUA_DATE)
            reply.pointee.number = date.days
            reply.pointee.has_time = date.hasTime ? 1 : 0
        case .record(let set, let row):
            tag(CLUA_RECORD)
            (reply.pointee.first, reply.pointee.second) = (set, row)
        case .object(let id):
            tag(CLUA_OBJECT)
            reply.pointee.first = id
        case .string(var string):
            tag(CLUA_STRING)
            let length = string.withUTF8 { store(UnsafeRawBufferPointer($0)) ? $0.count : -1 }
            if length < 0 { return write(Self.noMemory, to: reply) }
            reply.pointee.length = length
        case .set, .row, .list, .table, .function, .roster: writeEncoded(value, to: reply)
        }
    }

    private func writeEncoded(_ value: LuaValue, to reply: UnsafeMutablePointer<clua_reply>) {
        var encoder = ValueEncoder(state: state)
        do {
            try encoder.encode(value)
        } catch {
            return write(.fault(code: "value", message: error.message), to: reply)
        }
        reply.pointee.tag = UInt8(truncatingIfNeeded: CLUA_ENCODED.rawValue)
        store(encoder.bytes, in: reply)
    }
}

/// Names as the bridge takes them: each ended by a zero byte.
func names(_ list: [String]) -> [UInt8] {
    list.flatMap { $0.utf8.filter { $0 != 0 } + [0] }
}
