import Messages

extension FigureText {
    /// The beginning of a record's id, by which `data show` finds it, and the place in it.
    public static func shortRecord(_ record: String) -> String {
        let parts = record.split(separator: "/", maxSplits: 1)
        guard let id = parts.first, id.count == 32 else { return record }
        return id.prefix(12) + (parts.count > 1 ? "/" + parts[1] : "")
    }

    /// The records that are named, and how many more there are: "3f9a0c51d2e4, 81b7…".
    public func records(_ named: [String], of all: Int) -> String {
        let more = all - named.count
        return named.map(FigureText.shortRecord).joined(separator: ", ")
            + (more > 0 ? vi(" và \(count(more)) phiếu khác", en: " and \(count(more)) more") : "")
    }

    /// What the failed mark means behind figures that failed on the same records.
    public func failedNote(_ failed: Int, records: [String]) -> String {
        let named = records.isEmpty ? "" : ": " + self.records(records, of: failed)
        return vi(
            "công thức không tính được ở \(count(failed)) phiếu\(named).",
            en: "the formula failed on \(count(failed)) \(failed == 1 ? "record" : "records")\(named).")
    }

    /// That a figure could not be computed at all, and why: of its design, say.
    public func obstacleNote(_ reason: Message) -> String {
        vi("không tính được: ", en: "could not be computed: ") + reason.text(in: language) + "."
    }
}
