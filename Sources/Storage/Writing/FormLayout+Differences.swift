import FormModel

extension FormLayout {
    /// What differs between two contents of a record of this form, in the order of the form: first what the record says
    /// of itself (`_status`, `_date`, …), then the answers, rows that only one of them has among them.
    public func differences(from old: Record, to new: Record) -> [Difference] {
        Comparison(StoredShape(self), old: old, new: new).differences
    }
}
