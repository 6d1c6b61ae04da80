/// The end of an administrative document: the signature on the right, "Nơi nhận:" beside it on the left.
public struct Closing: Hashable, Sendable {
    /// Who signs.
    public var signature: Signature
    /// Who gets a copy, each a line: "Như trên;", "Lưu: VT.".
    public var recipients: [PlainText]

    /// A signature with its recipients.
    public init(_ signature: Signature, recipients: [PlainText] = []) {
        self.signature = signature
        self.recipients = recipients
    }
}

/// Who signs, and by what right.
public struct Signature: Hashable, Sendable {
    /// On whose behalf: "TM. ỦY BAN NHÂN DÂN"; nil where the signer acts for himself.
    public var authority: PlainText?
    /// The office: "CHỦ TỊCH", or "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH".
    public var position: PlainText
    /// The name; nil leaves the room to sign without one.
    public var signer: PlainText?

    /// A signature.
    public init(authority: PlainText? = nil, position: PlainText, signer: PlainText? = nil) {
        self.authority = authority
        self.position = position
        self.signer = signer
    }
}
