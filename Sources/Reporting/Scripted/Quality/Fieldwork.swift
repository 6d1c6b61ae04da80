import FieldQuality
import FormModel
import Foundation
import Messages

/// How a report comes to know the work behind the records: read only when a script asks `data:quality`.
public struct Fieldwork {
    /// The records of a form, of any round and status, with the visits and the units assigned.
    public var collected: (FormLayout) throws(Message) -> CollectedForm
    /// Goes through the audit logs of a form's records, each by the record's id, from its first entry.
    public var eachStep: (FormLayout, (String, LoggedStep) -> Void) throws(Message) -> Void
    /// The local day and minute of an instant.
    public var localTime: (Date) -> (day: Day, minutes: Int)

    /// What is known of the work.
    public init(
        collected: @escaping (FormLayout) throws(Message) -> CollectedForm,
        eachStep: @escaping (FormLayout, (String, LoggedStep) -> Void) throws(Message) -> Void,
        localTime: @escaping (Date) -> (day: Day, minutes: Int)
    ) {
        self.collected = collected
        self.eachStep = eachStep
        self.localTime = localTime
    }

    /// Nothing is known of any work.
    public static var unknown: Fieldwork {
        Fieldwork(
            collected: { layout in
                CollectedForm(
                    layout: layout, records: [],
                    sets: layout.sets.map { set in
                        CollectedRows(
                            records: [], columns: set.fields.map { _ in FieldColumn(states: [], values: .codes([])) })
                    })
            }, eachStep: { _, _ in }, localTime: { _ in (Day(number: 0), 0) })
    }
}
